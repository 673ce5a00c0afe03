"""Which word pieces ship: those that English text in Latin letters is made of."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray


def pieces_of(path: Path) -> list[str]:
    """The pieces that a vocabulary lists, in their order."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def used_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Which pieces stay: all but the unused ones and those of other scripts than the Latin."""
    return [
        number for number, piece in enumerate(vocabulary) if not piece.startswith("[unused") and _latin(piece.removeprefix("##"))
    ]


def _latin(piece: str) -> bool:
    return all(not character.isalpha() or "LATIN" in unicodedata.name(character, "") for character in piece)


def renumbering(before: Sequence[str], after: Sequence[str]) -> NDArray[numpy.int64]:
    """The new number of each piece of ``before``; one that is gone is unknown: [pieces]."""
    numbers = {piece: number for number, piece in enumerate(after)}
    return numpy.array([numbers.get(piece, numbers["[UNK]"]) for piece in before], dtype=numpy.int64)
