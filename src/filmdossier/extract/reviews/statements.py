"""Cuts prose into statements: sentences that a quotation's own full stops do not break.

Enters annotations and a passage; leaves statements in order, each with the quotations it holds and
its text outside them. Reads paragraphs, list items and block quotations; no fields, no rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Topic
from filmdossier.model.text import Block, BlockKind, Origin, Span

QUOTED = "\ue004"  # stands where a quotation was taken out
_MARKS = "\"“”„«»‘’'‟"
_LONGEST_BLOCK = 60_000
_POSSESSIVE = re.compile(r"['’]s? ")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One or more sentences that belong together; ``quotes`` are the outermost quotations inside, marks excluded.

    ``masked`` is as long as the span: every quotation's characters are replaced by :data:`QUOTED`.
    """

    span: Span
    masked: str
    quotes: tuple[Span, ...]
    role: Role
    block: int

    def outside(self, span: Span) -> str:
        """The masked text of a part of the statement."""
        return self.masked[span.start - self.span.start : span.end - self.span.start]


def statements(annotations: Annotations, topic: Topic) -> Iterator[Statement]:
    """All statements of the topic's passage, in order."""
    quotes = outer_quotations(annotations)
    at = 0
    for block, found in _by_block(annotations, topic):
        while at < len(quotes) and quotes[at].end <= block.span.start:
            at += 1
        inside = [quote for quote in quotes[at:] if quote.start < block.span.end] if len(block.span) < _LONGEST_BLOCK else []
        yield from _of_block(annotations, block, found, inside)


def _by_block(annotations: Annotations, topic: Topic) -> Iterator[tuple[Block, list[tuple[Span, Role, int]]]]:
    current: list[tuple[Span, Role, int]] = []
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.document.blocks[sentence.block]
        if block.kind not in _PROSE or block.origin is not Origin.BODY:
            continue
        if current and current[-1][2] != sentence.block:
            yield annotations.document.blocks[current[-1][2]], current
            current = []
        current.append((sentence.span, sentence.role, sentence.block))
    if current:
        yield annotations.document.blocks[current[-1][2]], current


def _of_block(
    annotations: Annotations, block: Block, sentences: Sequence[tuple[Span, Role, int]], quotes: Sequence[Span]
) -> Iterator[Statement]:
    text = annotations.document.text
    start = sentences[0][0].start
    for index, (span, role, number) in enumerate(sentences):
        broken = any(quote.start < span.end < quote.end for quote in quotes)
        if broken and index + 1 < len(sentences):
            continue
        # A footnote or closing mark after the last full stop still belongs here.
        whole = Span(start, span.end)
        inner = tuple(quote for quote in quotes if quote.start >= whole.start and quote.start < whole.end)
        inner = tuple(Span(quote.start, min(quote.end, whole.end)) for quote in inner)
        yield Statement(span=whole, masked=_masked(text, whole, inner), quotes=inner, role=role, block=number)
        if index + 1 < len(sentences):
            start = sentences[index + 1][0].start


def _masked(text: str, span: Span, quotes: Sequence[Span]) -> str:
    parts, at = [], span.start
    for quote in quotes:
        parts.append(text[at : quote.start])
        parts.append(QUOTED * len(quote))
        at = quote.end
    parts.append(text[at : span.end])
    return "".join(parts)


def outer_quotations(annotations: Annotations) -> list[Span]:
    """The quotations that lie in no other, in order."""
    found: list[Span] = []
    for mention in annotations.mentions:
        if mention.kind is MentionKind.QUOTATION and (not found or mention.span.start >= found[-1].end):
            found.append(mention.span)
    return found


def words_of(text: str, quote: Span) -> Span:
    """A quotation without the comma or dash that the sentence around it put inside."""
    body = quote.of(text)
    stripped = re.sub(r"(?:\s*[,;:–—]+|\s+)$", "", body)
    return Span(quote.start, quote.start + len(stripped)) if stripped else quote


def is_quotation_block(annotations: Annotations, statement: Statement) -> bool:
    """Whether a statement stands in a block quotation."""
    return annotations.document.blocks[statement.block].kind is BlockKind.QUOTE


def names_in(annotations: Annotations, span: Span) -> list[Mention]:
    """Mentions of names in ``span``, in order, of overlapping ones the longest."""
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.NAME, MentionKind.PLACE, MentionKind.WORK)
    found: list[Mention] = []
    mentions = list(annotations.mentions_in(span, *kinds))
    for mention in mentions:
        if _POSSESSIVE.search(mention.surface) and any(
            m.span in mention.span and m.span.start > mention.span.start for m in mentions
        ):
            continue
        if found and mention.span.start < found[-1].span.end:
            if len(mention.span) > len(found[-1].span):
                found[-1] = mention
            continue
        found.append(mention)
    return found
