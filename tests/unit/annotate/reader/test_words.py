"""Words stand where the treebank would have them, and nothing is counted twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.annotate.reader.words import word_spans


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He doesn't shoot.", ["He", "does", "n't", "shoot", "."]),
        ("It’s Carolina’s shop", ["It", "’s", "Carolina", "’s", "shop"]),
        ("a well-made co-production", ["a", "well", "-", "made", "co-production"]),
        ("Mr. J. R. Smith of the U.S. Navy", ["Mr.", "J.", "R.", "Smith", "of", "the", "U.S.", "Navy"]),
        ("It cost $7.5 million (1995).", ["It", "cost", "$", "7.5", "million", "(", "1995", ")", "."]),
        ("They cannot leave", ["They", "can", "not", "leave"]),
        ("Jeanne d'Arc at six o'clock", ["Jeanne", "d'Arc", "at", "six", "o'clock"]),
        ("“Run!” she says…", ["“", "Run", "!", "”", "she", "says", "…"]),
        ("see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
        ("His brother dies.[8]", ["His", "brother", "dies", "."]),
        ("", []),
        (" \n\x00", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert _words(text) == words


@given(st.text())
def test_words_are_in_order_apart_and_not_blank(text: str) -> None:
    spans = word_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end].strip() for start, end in spans)


@given(st.text(alphabet="abcXYZ 019,.;-'’“”()"))
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    covered = {index for start, end in word_spans(text) for index in range(start, end)}
    assert all(index in covered for index, character in enumerate(text) if character.isalnum())
