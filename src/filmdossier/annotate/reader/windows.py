"""Cuts what is too long for the model into windows that overlap, and keeps every word.

A window holds as many words as fit into ``WINDOW_PIECES``; the next one starts a third of a window
before its end. Beyond ``CHUNK_WORDS`` words, only text without full stops, a sentence is cut into
chunks that are read one by one: a table of all pairs would not fit into memory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

WINDOW_PIECES = 160  # sentences of the treebank stay below 130
CHUNK_WORDS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words ``start`` to ``end`` of a sentence; it answers for words ``owned_from`` to ``owned_to``.

    Every word of the sentence is owned by one window: the one in which it stands further from the edge.
    """

    start: int
    end: int
    owned_from: int
    owned_to: int


def windows(pieces: Sequence[int]) -> list[Window]:
    """The windows over words that take so many ``pieces`` each; one window where all fit."""
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < len(pieces):
        end, room = start, WINDOW_PIECES
        while end < len(pieces) and (pieces[end] <= room or end == start):
            room -= pieces[end]
            end += 1
        bounds.append((start, end))
        if end == len(pieces):
            break
        start = max(start + 1, end - (end - start) // 3)
    edges = [0, *((after[0] + before[1]) // 2 for before, after in pairwise(bounds)), len(pieces)]
    return [
        Window(start=start, end=end, owned_from=edges[index], owned_to=edges[index + 1])
        for index, (start, end) in enumerate(bounds)
    ]


def chunks(words: int) -> Iterator[range]:
    """The chunks of a sentence of so many words; for nearly all there are, one chunk."""
    for start in range(0, words, CHUNK_WORDS):
        yield range(start, min(start + CHUNK_WORDS, words))
