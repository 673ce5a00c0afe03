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

from filmdossier.ask.stems import stems

_FOLDER = Path(__file__).parent / "vectors"
# Cosines of unrelated words reach .4; "kill" and "murder" have .74, "wedding" and "ceremony" .67.
_UNRELATED = 0.45


_OTHERWISE = 0.7
# What film texts say in other words, and vectors of single words do not know. A line is one meaning.
_MEANINGS = """
decline refuse reject pass turned
original first initial earlier meant intended planned supposed considered offered approached choice wanted
filming shooting shoot photography production schedule
last took takes lasted
paid salary fee earn received receive got pay
dislike hate loathe despise complain regret find
like enjoy admire praise love liked
end ending finale final last close climax
beginning begin start opening open
lyrics lyric words
music score theme soundtrack
oscar oscars academy
won win received took award prize
premiere premiered shown screened
dub dubbed voice voiced
quarrel argue row fell fight
cost budget expensive dear
earn gross took made takings
profession job occupation career work
die death perish dead
murder kill slay
spouse wife husband marry
cut shorten trim
inspire inspiration idea influence
hide conceal hidden
called named name known titled title
hero protagonist lead
find discover learn
own belong owner
silence silent threat
""".strip().splitlines()
_PLACES = stems(
    "house city room street village island forest castle beach hospital school hotel theatre country office bar church prison station farm garden cave lake mountain"
)


@cache
def _otherwise() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _MEANINGS:
        group = frozenset(stems(line))
        for one in group:
            found[one] = found.get(one, frozenset()) | group - {one}
    return found


class Likeness:
    """The table of vectors."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._words = (folder / "vectors.txt").read_text(encoding="utf-8").splitlines()
        self._place = {word: index for index, word in enumerate(self._words)}
        vectors = numpy.load(folder / "vectors.npy").astype(numpy.float32)
        self._places = [self._place[one] for one in _PLACES if one in self._place]
        self._vectors: NDArray[numpy.float32] = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)

    def placelike(self, asked: str) -> float:
        """How near a stem is to the words for places: of unrelated words about .2, of "lake", "attic", "cave" .45 to .7."""
        index = self._place.get(asked)
        if index is None:
            return 0.0
        nearest = numpy.sort(self._vectors[self._places] @ self._vectors[index])[-3:]
        return round(float(nearest.mean()), 4)

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
    """For each stem those near it in meaning, and those by which film texts say the same."""
    table = likeness()
    return {one: {**table.near(one), **dict.fromkeys(sorted(_otherwise().get(one, ())), _OTHERWISE), one: 1.0} for one in asked}
