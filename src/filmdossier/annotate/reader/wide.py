"""The wide half of the judgement: which single words and pairs of words critics use for films they recommend.

A deep network reads what a sentence means and forgets which word it was; a linear layer over words
does the opposite. Both beside each other are better than either (Cheng et al. 2016). The file holds
hashes and weights, no text; ``training/reader/wide.py`` makes it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy
from numpy.typing import NDArray

FILE = "judging-words.npz"
_NEGATIONS = frozenset(
    "not no never nor neither without hardly barely scarcely cannot lack lacks lacking nothing nobody none".split()
)
_NEGATED = 3  # words after a negation that stand under it, unless a clause ends before
_CLAUSE_ENDS = frozenset(".,;:!?()—–") | {"but", "however", "yet", "though", "although"}


def grams(words: Sequence[str]) -> Iterator[str]:
    """The features of a sentence: its words and marks, pairs of neighbours, words under a negation; letter case aside."""
    before, negated = "^", 0
    for word in words:
        folded = word.casefold().replace("’", "'")
        yield folded
        yield f"{before} {folded}"
        if folded in _CLAUSE_ENDS:
            negated = 0
        elif negated:
            yield f"¬{folded}"
            negated -= 1
        if folded in _NEGATIONS or folded.endswith("n't"):
            negated = _NEGATED
        before = folded
    yield f"{before} $"


def keys(words: Sequence[str]) -> list[int]:
    """The numbers of the features, each once, in their order."""
    return sorted({crc32(gram.encode()) for gram in grams(words)})


@dataclass(frozen=True, slots=True)
class Wide:
    """Weights by key; ``numbers`` [features] rise; ``weights`` and ``rarities`` [features] are whole numbers of a ``scale`` and a ``step``."""

    numbers: NDArray[numpy.uint32]
    weights: NDArray[numpy.int8]
    rarities: NDArray[numpy.uint8]
    scale: float
    step: float
    bias: float

    @classmethod
    def load(cls, folder: Path) -> "Wide":
        """The layer kept in ``folder``."""
        with numpy.load(folder / FILE) as kept:
            return cls(kept["numbers"], kept["weights"], kept["rarities"], **json.loads(str(kept["about"])))

    def save(self, folder: Path) -> None:
        """Writes the layer to ``folder``."""
        about = json.dumps({"scale": self.scale, "step": self.step, "bias": self.bias})
        numpy.savez_compressed(
            folder / FILE, numbers=self.numbers, weights=self.weights, rarities=self.rarities, about=numpy.array(about)
        )

    def favour(self, words: Sequence[str]) -> float:
        """The log-odds that these words recommend; a rare feature counts more, and a long text no more than a short one."""
        wanted = numpy.array(keys(words), dtype=numpy.uint32)
        places = numpy.searchsorted(self.numbers, wanted)
        places[places == len(self.numbers)] = 0
        known = places[self.numbers[places] == wanted]
        if not len(known):
            return self.bias
        rarities = self.rarities[known].astype(numpy.float64)
        length = float(numpy.linalg.norm(rarities))
        return self.bias + self.scale * float(self.weights[known] @ rarities) / length
