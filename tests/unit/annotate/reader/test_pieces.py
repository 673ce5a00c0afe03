"""Shapes bring letter case back; every word has pieces."""

import pytest

from filmdossier.annotate.reader.network import FOLDER
from filmdossier.annotate.reader.pieces import PIECES_A_WORD, Shape, Vocabulary, shape

_VOCABULARY = Vocabulary(FOLDER / "vocabulary.txt")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("film", Shape.LOWER),
        ("Banderas", Shape.TITLE),
        ("A", Shape.LETTER),
        ("U.S.", Shape.UPPER),
        ("McQueen", Shape.MIXED),
        ("1995", Shape.DIGITS),
        ("7.5", Shape.DIGITS),
        ("21st", Shape.ALPHANUMERIC),
        (",", Shape.MARK),
        ("“", Shape.QUOTE),
        ("李", Shape.OTHER),
    ],
)
def test_shape(word: str, expected: Shape) -> None:
    assert shape(word) is expected


def test_every_word_has_a_first_and_a_last_piece() -> None:
    words = ["El", "Mariachi", "gunslinging", "\u200b", "x" * 500, "a.b." * 40, "."]
    pieces = _VOCABULARY.encode(words, [False] * len(words))
    assert len(pieces.first) == len(pieces.last) == len(words)
    assert all(0 < first <= last < len(pieces.ids) - 1 for first, last in zip(pieces.first, pieces.last, strict=True))
    assert all(last - first < PIECES_A_WORD for first, last in zip(pieces.first, pieces.last, strict=True))
    assert len(pieces.ids) == len(pieces.shapes)


def test_case_is_in_the_shapes_and_not_in_the_pieces() -> None:
    lower, title = (_VOCABULARY.encode([word], [False]) for word in ("banderas", "Banderas"))
    assert lower.ids == title.ids
    assert lower.shapes != title.shapes


def test_a_glued_word_differs_from_one_that_stands_alone() -> None:
    alone, glued = (_VOCABULARY.encode(["it", "'s"], [False, stuck]) for stuck in (False, True))
    assert alone.ids == glued.ids
    assert alone.shapes != glued.shapes
