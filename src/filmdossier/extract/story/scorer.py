"""Chooses among persons by a small trained network: which of them a mention means, or none.

Rows of features enter, the index of the choice leaves. Two layers for each of the two sorts of
mentions (pronouns, nouns), weights in ``scorer.npz`` (how they are made: ``training/coreference``).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy
from numpy.typing import NDArray

from filmdossier.extract.story.antecedents import Asked, Option, rows
from filmdossier.extract.story.mentioned import History

WEIGHTS = Path(__file__).with_name("scorer.npz")
# How much better than a mention's own row nobody's must be to be chosen (log-odds), where the mention may mean nobody:
# a pronoun seldom does. Chosen on the held-out novels, whose given mentions it takes from .651 to .661.
RELUCTANCE = {"pronoun": 1.0, "noun": 0.0}
Rows = Sequence[Sequence[float]]


class Chooser(Protocol):
    """Says which option a mention means."""

    def choose(self, sort: str, asked: Asked, options: Sequence[Option], history: History, *, somebody: bool = False) -> int | None:
        """The option's index, None for none of them; ``sort`` is "pronoun" or "noun". ``somebody``: one of them it is."""


class Scorer:
    """The network that ships with the program, or another of its form."""

    def __init__(self, layers: dict[str, NDArray[numpy.float32]], reluctance: Mapping[str, float] | None = None) -> None:
        self._layers = layers
        self._reluctance = RELUCTANCE if reluctance is None else reluctance

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Scorer":
        """The network of a file."""
        with numpy.load(path) as stored:
            return cls({name: stored[name] for name in stored.files})

    def scores(self, sort: str, table: Rows) -> NDArray[numpy.float32]:
        """A score for each row."""
        hidden = numpy.maximum(
            numpy.asarray(table, dtype=numpy.float32) @ self._layers[f"{sort}.inner"] + self._layers[f"{sort}.inner_bias"], 0.0
        )
        found: NDArray[numpy.float32] = hidden @ self._layers[f"{sort}.outer"]
        return found

    def choose(self, sort: str, asked: Asked, options: Sequence[Option], history: History, *, somebody: bool = False) -> int | None:
        """The best option's index; None where none of them is better than nobody."""
        if not options:
            return None
        scores = self.scores(sort, rows(asked, options, history))
        best = int(numpy.argmax(scores[:-1]))
        return best if somebody or scores[best] > scores[-1] - self._reluctance[sort] else None


@cache
def scorer() -> Scorer:
    """The network that ships with the program, loaded when it is first asked for."""
    return Scorer.load()
