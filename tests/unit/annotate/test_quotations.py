"""Quotations in every kind of mark, closed or not."""

from dataclasses import replace

import pytest

from filmdossier.annotate.quotations import quotations
from filmdossier.annotate.sentences import sentences
from filmdossier.model.text import Citation
from support.prose import document


def quoted(text: str) -> list[str]:
    made = document(text)
    return [span.of(made.text) for span in quotations(made, sentences(made))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She called it "a small wonder" and left.', ["a small wonder"]),
        ("She called it “a small wonder” and left.", ["a small wonder"]),
        ("Elle écrit : « un petit miracle ».", ["un petit miracle"]),
        ("Sie nannte ihn „ein kleines Wunder“.", ["ein kleines Wunder"]),
        ("She called it 'a small wonder'.", ["a small wonder"]),
        ('"Slow", wrote Roy, "but never dull".', ["Slow", "but never dull"]),
        ('He said "it works. It really does." Then he left.', ["it works. It really does."]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quoted("It's the critics' darling, and the film's star doesn't mind.") == []


def test_unclosed_quotation_ends_with_its_sentence_and_the_next_critic_keeps_his_own() -> None:
    text = 'Roy wrote, "It never wakes up.\n[8] Dahl wrote, "A film to treasure."'
    assert quoted(text) == ["It never wakes up.", "A film to treasure."]


def test_unclosed_quotation_reaches_to_its_reference() -> None:
    text = 'Roy wrote "It never wakes up. The songs are no help. Dahl wrote "A film to treasure."'
    made = document(text)
    cited = replace(made, citations=(Citation(position=text.index(" Dahl")),))
    assert [span.of(text) for span in quotations(cited, sentences(cited))] == [
        "It never wakes up. The songs are no help.",
        "A film to treasure.",
    ]


def test_mark_that_slid_to_the_next_line_closes_its_quotation() -> None:
    text = 'Roy wrote, "It never wakes up.\n"[8] Dahl of The Post rated it "B".'
    assert quoted(text) == ["It never wakes up.", "B"]
