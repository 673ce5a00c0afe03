"""Marks the cited passages in a document's text.

A document and its passages enter; blocks of tokens leave, ready to be written as HTML: text,
openings and closings that nest properly however the passages overlap, and the labels of the
passages that end at a place. The text of the tokens of all blocks, joined, is the document's text
but for blank space between blocks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

from filmdossier.model.text import Block, BlockKind, Span
from filmdossier.present.citing import CitedDocument, Passage

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """A piece of a passage begins; ``first`` where the passage itself begins."""

    passage: Passage
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost open piece ends."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Passages that end here, in the order of their labels."""

    passages: tuple[Passage, ...]


Token = Text | Open | Close | Labels


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of the document; ``level`` as in :class:`~filmdossier.model.text.Block`."""

    kind: BlockKind
    level: int
    tokens: tuple[Token, ...]


def marked(document: CitedDocument) -> tuple[MarkedBlock, ...]:
    """The blocks of a document with its passages marked; blank blocks are left out."""
    text = document.summary.text
    blocks = list(_windows(text, document.summary.blocks))
    starts = [span.start for _, _, span in blocks]
    inside: list[list[Passage]] = [[] for _ in blocks]
    last: dict[str, int] = {}
    for passage in document.passages:
        index = max(bisect_right(starts, passage.span.start) - 1, 0)
        while index < len(blocks) and starts[index] < passage.span.end:
            if blocks[index][2].overlaps(passage.span):
                inside[index].append(passage)
                last[passage.label] = starts[index]
            index += 1
    return tuple(
        MarkedBlock(kind, level, tuple(tokens(text, span, passages, last)))
        for (kind, level, span), passages in zip(blocks, inside, strict=True)
    )


def tokens(text: str, window: Span, passages: Sequence[Passage], last_window: dict[str, int]) -> Iterator[Token]:
    """The tokens of one window of the text.

    Of two passages that cross, the later is cut where the earlier ends, so that the pieces nest.
    ``last_window`` gives by label the start of the window in which a passage ends.
    """
    pending = [
        (max(p.span.start, window.start), -min(p.span.end, window.end), order, p.span.start >= window.start)
        for order, p in enumerate(passages)
    ]
    heapify(pending)
    open_pieces: list[tuple[int, int]] = []
    at = window.start
    while pending or open_pieces:
        here = min(item[0] for item in (*pending[:1], *open_pieces[-1:]))
        if here > at:
            yield Text(text[at:here])
            at = here
        ended: list[Passage] = []
        while open_pieces and open_pieces[-1][0] == at:
            passage = passages[open_pieces.pop()[1]]
            yield Close()
            ends = passage.span.end <= at or (at == window.end and last_window[passage.label] == window.start)
            ended += [passage] if ends else []
        if ended:
            yield Labels(tuple(sorted(ended, key=lambda p: (p.span.start, -p.span.end))))
        while pending and pending[0][0] == at:
            _, negative_end, order, first = heappop(pending)
            end = -negative_end
            if open_pieces and end > open_pieces[-1][0]:
                heappush(pending, (open_pieces[-1][0], negative_end, order, False))
                end = open_pieces[-1][0]
            open_pieces.append((end, order))
            yield Open(passages[order], first)
    if at < window.end:
        yield Text(text[at : window.end])


def _windows(text: str, blocks: Sequence[Block]) -> Iterator[tuple[BlockKind, int, Span]]:
    """The document's blocks, and paragraphs for whatever text lies between them."""
    edges = [0, *(edge for block in blocks for edge in (block.span.start, block.span.end)), len(text)]
    if any(b < a for a, b in pairwise(edges)):
        edges, blocks = [0, len(text)], ()
    for index in range(0, len(edges), 2):
        for span in _paragraphs(text, edges[index], edges[index + 1]):
            yield BlockKind.PARAGRAPH, 0, span
        if index // 2 < len(blocks):
            block = blocks[index // 2]
            yield block.kind, block.level, block.span


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    for gap in (*_BLANK_LINES.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        inner = text[start:stop]
        if inner.strip():
            left = start + len(inner) - len(inner.lstrip())
            yield Span(left, start + len(inner.rstrip()))
        start = gap.end() if gap else end
