"""Finds labelled values set one after the other in a paragraph: "Running time: 114 minutes. Certificate X. UK release: 26 February 1981."

Enters a document's text and blocks; leaves FIELD blocks that lie inside its paragraphs. Only known
labels count, and only in a paragraph that is made of them for a good part: in prose a colon says
nothing of the kind.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.model.text import Block, BlockKind, Cell, Origin, Span
from filmdossier.read.labels import is_credit_label

_LABEL = re.compile(
    r"(?:^|(?<=[.;|•·] )|(?<=\n))[*_]{0,2}(?P<label>(?![a-z])[^\W\d_](?:[^\W\d_]|['’/&() -]){0,30}?):[*_]{0,2} (?=\S)"
)
# Where a value ends that no label follows: a full stop that is none of an initial's, a sign between pieces, the line's end.
_END = re.compile(r"(?<![A-Z])(?<!\b(?:Jr|Sr|St|Mr|Dr))(?<!\bBros)(?<!\bMrs)(?<!\bapprox)\.(?=\s|$)|[;|•·\n]")
_LONGEST = 800
_FEWEST = 2
_SURE = 3  # known labels one after the other, which prose has not
_MOSTLY, _PARTLY = 0.6, 0.3


def run_in_fields(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The labelled values in running lines, in text order; each is a FIELD of one cell that lies inside a paragraph or list item."""
    found: list[Block] = []
    for block in blocks:
        if (
            block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            or block.origin is not Origin.BODY
            or len(block.span) > _LONGEST
        ):
            continue
        told = list(_labelled(text, block.span, block.section))
        if not told:  # lines as typed: one of labels among others
            told = [one for line in _lines(text, block.span) for one in _labelled(text, line, block.section)]
        found += told
    return tuple(found)


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        if line:
            yield Span(start, start + len(line))
        start += len(line) + 1


def _labelled(text: str, span: Span, section: tuple[str, ...]) -> Iterator[Block]:
    found = list(_LABEL.finditer(text, span.start, span.end))
    known = [is_credit_label(match["label"]) for match in found]
    if sum(known) < _FEWEST:
        return
    values = []
    for number, match in enumerate(found):
        limit = found[number + 1].start() if number + 1 < len(found) else span.end
        end = _END.search(text, match.end(), limit)
        values.append((match.end(), end.start() if end else _trimmed(text, match.end(), limit)))
    covered = sum(value[1] - match.start() for match, value, told in zip(found, values, known, strict=True) if told)
    if covered < (_MOSTLY if sum(known) < _SURE else _PARTLY) * len(span):
        return
    for match, value, told in zip(found, values, known, strict=True):
        if told and text[slice(*value)].strip():
            span = Span(*value)
            cell = Cell(label=match["label"].strip(), span=span, items=(span,))
            at = Span(match.start("label"), span.end)
            yield Block(kind=BlockKind.FIELD, span=at, section=section, origin=Origin.BODY, cells=(cell,))


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" \n.;|•·*_"))
