"""Makes claims whose evidence is the sentence, list item, table row or field that holds them."""

from bisect import bisect_right

from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate, Value
from filmdossier.model.text import Block, Evidence, Span


def block_at(annotations: Annotations, offset: int) -> Block | None:
    """The block that covers ``offset``; None between blocks."""
    blocks = annotations.document.blocks
    index = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[index] if index >= 0 and offset in blocks[index].span else None


def cited(annotations: Annotations, span: Span) -> Evidence:
    """The evidence for something at ``span``: its whole sentence (or field, row), else the span itself."""
    sentence = annotations.sentence_at(span.start)
    if sentence is not None and span in sentence.span:
        return Evidence.cite(annotations.document, sentence.span)
    block = block_at(annotations, span.start)
    if sentence is not None and block is not None and span in block.span:
        last = annotations.sentence_at(span.end - 1) or sentence
        return Evidence.cite(annotations.document, Span(sentence.span.start, max(span.end, last.span.end)))
    return Evidence.cite(annotations.document, span)


def claim(
    annotations: Annotations,
    topic: Topic,
    predicate: Predicate,
    value: Value,
    *spans: Span,
    extractor: str,
    confidence: float,
    polarity: Polarity = Polarity.ASSERTED,
) -> Claim:
    """A claim about ``topic`` that cites the sentences holding ``spans``."""
    evidence = tuple(dict.fromkeys(cited(annotations, span) for span in spans))
    return Claim.make(
        subject=topic.id, predicate=predicate, value=value, evidence=evidence, extractor=extractor, confidence=confidence, polarity=polarity
    )  # fmt: skip
