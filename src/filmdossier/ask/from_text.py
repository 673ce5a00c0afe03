"""Candidates from the documents' sentences: retrieve, parse the likeliest, take their spans, measure them."""

from collections.abc import Callable, Iterable, Sequence

from filmdossier.ask.features import Asked, Setting, features
from filmdossier.ask.grammar import asked_role
from filmdossier.ask.questions import Question
from filmdossier.ask.retrieve import Passage, Ranked, content_stems, rank, weights
from filmdossier.ask.spans import Found, found_spans
from filmdossier.model.annotations import Mention, Word
from filmdossier.model.text import Span

# Passages that are parsed for one question: the tenth holds the answer in two of a hundred questions.
LIMIT = 8

Parse = Callable[[str, Sequence[Span]], tuple[Word, ...]]
Mentions = Callable[[str], Sequence[Mention]]  # of a document, by id


def text_candidates(
    question: Question, among: Sequence[Passage], parse: Parse, mentions: Mentions, limit: int = LIMIT
) -> list[tuple[Found, dict[str, float]]]:
    """The spans that could answer, with their features, passage by passage."""
    asked_stems = content_stems(question.plain)
    ranked = rank(asked_stems, among, limit)
    if not ranked:
        return []
    asked = Asked(
        question,
        asked_role(parse(question.plain, [Span(0, len(question.plain))]), question.plain),
        _normal(weights(asked_stems, among)),
    )
    best = ranked[0].score
    found: list[tuple[Found, dict[str, float]]] = []
    parsed = _parsed(ranked, parse)
    for one in ranked:
        words = parsed.get((one.passage.document, one.passage.span.start), ())
        setting = Setting(one, asked, dict(words), best)
        spans = found_spans(one.passage, words, mentions(one.passage.document))
        found.extend((span, features(span, setting)) for span in spans)
    return found


def _normal(idf: dict[str, float]) -> dict[str, float]:
    total = sum(idf.values()) or 1.0
    return {one: weight / total for one, weight in idf.items()}


def _parsed(ranked: Iterable[Ranked], parse: Parse) -> dict[tuple[str, int], list[tuple[int, Word]]]:
    """The words of each passage with their index, by document and start; one call of the parser a document."""
    by_document: dict[str, list[Passage]] = {}
    for one in ranked:
        by_document.setdefault(one.passage.document, []).append(one.passage)
    found: dict[tuple[str, int], list[tuple[int, Word]]] = {}
    for document, parts in by_document.items():
        parts.sort(key=lambda passage: passage.span.start)
        words = parse(parts[0].text, [passage.span for passage in parts])
        for passage in parts:
            found[document, passage.span.start] = [(index, word) for index, word in enumerate(words) if word.span in passage.span]
    return found
