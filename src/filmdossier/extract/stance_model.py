"""A small word model of stance: a softmax over word n-grams.

Enters a sentence or a quotation; leaves the probabilities of positive, mixed and negative. The
weights come from ``stance-ngrams.bin`` (see its model card); they hold hashes, no text. Reads
opinions about films; what it says about anything else means nothing.
"""

import re
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from math import exp
from sys import byteorder

MAGIC = b"FDSTANCE1\n"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[!?]|\.\.\.|…")
_NEGATION = frozenset("not n't never no nor without hardly barely scarcely cannot neither lack lacks lacking".split())
_CLAUSE = re.compile(r"[.,;:!?()—–]|\bbut\b|\bhowever\b|\byet\b", re.IGNORECASE)
_NEGATED_WORDS = 3


def features(words: str) -> Iterator[str]:
    """The n-grams of ``words``: single words, pairs, and words under a negation."""
    previous = "^"
    negated = 0
    for part in _CLAUSE.split(words):
        for match in _TOKEN.finditer(part):
            token = match.group().casefold().replace("’", "'")
            yield token
            yield f"{previous} {token}"
            if negated:
                yield f"¬{token}"
                negated -= 1
            if token in _NEGATION or token.endswith("n't"):
                negated = _NEGATED_WORDS
            previous = token
        negated = 0


@lru_cache(maxsize=1 << 16)  # reviews share most of their words
def key(feature: str) -> int:
    """The number a feature is stored under."""
    return int.from_bytes(blake2b(feature.encode(), digest_size=4).digest(), "little")


@dataclass(frozen=True, slots=True)
class StanceModel:
    """Weights by feature key, for positive, mixed and negative in that order."""

    keys: "array[int]"
    weights: "array[int]"
    scale: float
    bias: tuple[float, float, float]

    @classmethod
    def load(cls, raw: bytes) -> "StanceModel":
        """The model in ``raw``; ValueError if it is none."""
        if not raw.startswith(MAGIC):
            raise ValueError("no stance model")
        at = len(MAGIC)
        count, scale, *bias = struct.unpack_from("<If3f", raw, at)
        at += struct.calcsize("<If3f")
        keys, weights = array("I"), array("b")
        keys.frombytes(raw[at : at + 4 * count])
        if byteorder == "big":
            keys.byteswap()
        weights.frombytes(raw[at + 4 * count :])
        if keys.itemsize != 4 or len(weights) != 3 * count:
            raise ValueError("the stance model is cut short")
        return cls(keys, weights, scale, (bias[0], bias[1], bias[2]))

    def scores(self, words: str) -> tuple[float, float, float]:
        """Log-odds of the three stances, up to a constant; each feature counts once."""
        sums = [0, 0, 0]
        for number in {key(feature) for feature in features(words)}:  # whole numbers: their order is nothing to the sums
            at = bisect_left(self.keys, number)
            if at < len(self.keys) and self.keys[at] == number:
                for each in range(3):
                    sums[each] += self.weights[3 * at + each]
        return (
            self.bias[0] + sums[0] * self.scale,
            self.bias[1] + sums[1] * self.scale,
            self.bias[2] + sums[2] * self.scale,
        )

    def probabilities(self, words: str) -> tuple[float, float, float]:
        """The probabilities of positive, mixed and negative; they sum to 1."""
        return softmax(self.scores(words))


def softmax(scores: tuple[float, float, float]) -> tuple[float, float, float]:
    """Probabilities proportional to the exponentials of ``scores``."""
    top = max(scores)
    a, b, c = (exp(score - top) for score in scores)
    total = a + b + c
    return a / total, b / total, c / total


@cache
def stance_model() -> StanceModel:
    """The model that ships with the package."""
    return StanceModel.load(files(__package__).joinpath("stance-ngrams.bin").read_bytes())
