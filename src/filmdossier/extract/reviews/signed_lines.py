"""Lines that give a critic's words or rating beside the critic's name, as posters, press pages and round-ups print them.

Enters annotations; leaves the lines of a document that say nothing but who, how many stars and which words:
"“A knockout” – Empire", "P. Ames, The Herald ★★★½", "The Herald (P. Ames): B+". A line that says more is prose.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.reviews.signatures import LineParts, parts_of, several
from filmdossier.model.annotations import Annotations, Role, Topic
from filmdossier.model.text import BlockKind, Origin, Span

ROUND_UP = 3  # other critics' lines, from which on a page may be a list of reviews
_LONGEST = 700
_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.FIELD)
_HEADED = re.compile(r"review|critic|press\b|what they (?:said|wrote)|acclaim|praise|quotes", re.IGNORECASE)
_DASHES = "–—―~("
_ENOUGH = 2  # lines of publications that are known vouch for the lines beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLine:
    """One reviewer's line: ``span`` is the whole of it, ``known`` whether its publication is on the list of publications."""

    span: Span
    critic: Span | None
    outlet: Span | None
    rating: Span | None
    quotes: tuple[Span, ...]
    known: bool
    block: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line that holds nothing but parts of a signed line; ``dashed`` where it begins as signatures do."""

    line: Span
    block: int
    parts: LineParts
    dashed: bool

    def placed(self, span: Span | None) -> Span | None:
        return Span(self.line.start + span.start, self.line.start + span.end) if span is not None else None

    @property
    def quotes(self) -> tuple[Span, ...]:
        return tuple(Span(self.line.start + quote.start, self.line.start + quote.end) for quote in self.parts.quotes)

    @property
    def rating(self) -> Span | None:
        return self.placed(self.parts.rating)


def signed_lines(annotations: Annotations, topic: Topic) -> list[SignedLine]:
    """The topic's signed lines, in order; those of unknown publications only beside known ones, or under a heading for reviews."""
    found = list(_read(annotations, topic))
    listed = sum(line.known for line in found) >= _ENOUGH
    blocks = annotations.document.blocks

    def vouched(line: SignedLine) -> bool:
        headed = any(map(_HEADED.search, blocks[line.block].section))
        if line.outlet is None and line.rating is None:
            return listed and headed  # words above a mere name may be anybody's
        return listed or (headed and line.outlet is not None)

    return [line for line in found if line.known or vouched(line)]


def _read(annotations: Annotations, topic: Topic) -> Iterator[SignedLine]:
    """The lines that are signed, and those whose signature stands in a line of its own above or below."""
    text = annotations.document.text
    run: list[_Piece] = []
    lines = (
        (number, Span(line.start + piece.start, line.start + piece.end))
        for number, line in _lines(annotations, topic)
        for piece in several(line.of(text))
    )
    for number, line in lines:
        body = line.of(text)
        parts = parts_of(body) if len(body) <= _LONGEST else None
        if parts is None:
            yield from _paired(text, run)
            run = []
        else:
            run.append(_Piece(line, number, parts, body[0] in _DASHES))
    yield from _paired(text, run)


def _paired(text: str, run: Sequence[_Piece]) -> Iterator[SignedLine]:
    """The signed lines among neighbours: a mere signature takes the words beside it that nobody signs, always on the same side."""
    # "Empire ★★★★ / “words” / Variety ★★ / “words”": the name stands first all down the list.
    above = len(run) > 1 and run[0].parts.signed and not run[0].parts.quotes and not run[-1].parts.signed and not run[0].dashed
    for index, piece in enumerate(run):
        if not piece.parts.signed:
            continue
        other = index + 1 if above else index - 1
        beside = run[other] if 0 <= other < len(run) else None
        quotes, rating, span = piece.quotes, piece.rating, piece.line
        if (
            beside is not None
            and not quotes
            and beside.quotes
            and not beside.parts.signed
            and (rating is None or beside.rating is None)
        ) and (piece.parts.known or piece.dashed or beside.block != piece.block):
            quotes, rating = beside.quotes, rating or beside.rating
            span = Span(min(span.start, beside.line.start), max(span.end, beside.line.end))
        if quotes or rating is not None:
            yield SignedLine(
                span=span,
                critic=piece.placed(piece.parts.critic),
                outlet=piece.placed(piece.parts.outlet),
                rating=rating,
                quotes=quotes,
                known=piece.parts.known,
                block=piece.block,
            )


def _lines(annotations: Annotations, topic: Topic) -> Iterator[tuple[int, Span]]:
    """The lines of the topic's own prose, each with its block; not those of the plot."""
    document = annotations.document
    for number, block in enumerate(document.blocks):
        if block.origin is not Origin.BODY or block.kind not in _BODY or not block.span.overlaps(topic.passage):
            continue
        sentence = annotations.sentence_at(block.span.start)
        if sentence is not None and sentence.role is Role.PLOT:
            continue
        at = block.span.start
        for piece in block.span.of(document.text).split("\n"):
            if piece.strip():
                yield number, Span(at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip()))
            at += len(piece) + 1
