"""Keeps sentences that are measured on out of what is trained on, whatever set they come in.

Two sentences are taken for the same where their words are the same, or where they share a run of
eight words; marks and capitals do not count.
"""

import re
from collections.abc import Iterable

RUN = 8
_WORD = re.compile(r"\w+")


def normalised(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded."""
    return tuple(_WORD.findall(text.casefold()))


class Kept:
    """The sentences kept apart for measuring."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[tuple[str, ...]] = set()
        self._runs: set[tuple[str, ...]] = set()
        for text in texts:
            words = normalised(text)
            self._whole.add(words)
            self._runs.update(_runs(words))

    def leak(self, text: str) -> bool:
        """Whether training on ``text`` would show something that is measured on."""
        words = normalised(text)
        return words in self._whole or any(run in self._runs for run in _runs(words))


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[index : index + RUN] for index in range(len(words) - RUN + 1))
