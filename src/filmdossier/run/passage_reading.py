"""Lends the annotators to the ask stage: the grammar, the mentions and the kinds of the names of single passages.

Stages do not import one another: what the ask stage needs of the annotators is handed to it.
"""

from collections.abc import Sequence
from dataclasses import replace

from filmdossier.ask.from_text import Reading
from filmdossier.ask.retrieve import Passage
from filmdossier.model.annotations import Mention, Sentence, Word
from filmdossier.model.text import Mark, Span


def parse_spans(text: str, spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words of the sentences at ``spans`` with their grammar."""
    from filmdossier.annotate.reader.grammar import parse

    return parse(text, spans)


def parse_named(text: str, spans: Sequence[Span]) -> tuple[tuple[Word, ...], dict[int, dict[str, float]]]:
    """The words as :func:`parse_spans` gives them, and what those of names are names of, by where they start."""
    from filmdossier.annotate.reader.grammar import parse_named

    return parse_named(text, spans)


def passage_mentions(passage: Passage) -> list[Mention]:
    """The mentions of one passage, at their places in its document.

    Only the passage is looked at: annotating a long article whole takes as long as the rest of an answer.
    """
    from filmdossier.annotate.mentions import mentions

    start, end = passage.span.start, passage.span.end
    block = replace(passage.block, span=Span(0, end - start), cells=())
    marks = tuple(
        Mark(kind=mark.kind, span=Span(mark.span.start - start, mark.span.end - start), target=mark.target)
        for mark in passage.document.marks
        if mark.span in passage.span
    )
    alone = replace(passage.document, text=passage.words, blocks=(block,), marks=marks, citations=())
    sentence = Sentence(index=0, span=block.span, block=0, section=(), role=passage.role)
    return [
        replace(mention, span=Span(mention.span.start + start, mention.span.end + start))
        for mention in mentions(alone, (sentence,))
    ]


READING = Reading(parse=parse_spans, mentions=passage_mentions, named=parse_named)
