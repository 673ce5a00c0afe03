"""How near two words are in meaning, from the word vectors that ship with the program.

Stems enter, likeness from 0 (nothing in common) to 1 (the same stem) leaves. Stems that the table
does not hold, names among them, are like themselves only. How the vectors are made:
``training/ask/vectors.py``.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import numpy
from numpy.typing import NDArray

_FOLDER = Path(__file__).parent / "vectors"
# Cosines of unrelated words reach .4; "kill" and "murder" have .74, "wedding" and "ceremony" .67.
_UNRELATED = 0.45


class Likeness:
    """The table of vectors."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._words = (folder / "vectors.txt").read_text(encoding="utf-8").splitlines()
        self._place = {word: index for index, word in enumerate(self._words)}
        vectors = numpy.load(folder / "vectors.npy").astype(numpy.float32)
        self._vectors: NDArray[numpy.float32] = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)

    def near(self, asked: str) -> Mapping[str, float]:
        """The stems that mean nearly what ``asked`` means, with their likeness; itself with 1."""
        found = {asked: 1.0}
        index = self._place.get(asked)
        if index is not None:
            cosines = self._vectors @ self._vectors[index]
            for other in numpy.flatnonzero(cosines > _UNRELATED):
                found.setdefault(self._words[int(other)], round(float((cosines[other] - _UNRELATED) / (1 - _UNRELATED)), 4))
        return found


@cache
def likeness() -> Likeness:
    """The table that ships with the program, loaded when it is first asked for."""
    return Likeness()


def nearest(asked: Iterable[str]) -> dict[str, Mapping[str, float]]:
    """For each stem those near it in meaning."""
    table = likeness()
    return {one: table.near(one) for one in asked}
