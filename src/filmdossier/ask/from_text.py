"""Candidates from the documents' sentences: retrieve, parse the likeliest, take their spans, measure them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from filmdossier.ask.asking import Asked, Known, Setting
from filmdossier.ask.decide import FORBIDDEN
from filmdossier.ask.features import features
from filmdossier.ask.forbidden import is_forbidden
from filmdossier.ask.grammar import asked_role
from filmdossier.ask.likeness import nearest
from filmdossier.ask.names import name_stems
from filmdossier.ask.possible import is_possible
from filmdossier.ask.questions import HOLDING, Question
from filmdossier.ask.retrieve import Near, Passage, Ranked, rank, weights
from filmdossier.ask.spans import Found, found_spans
from filmdossier.ask.stems import content_stems
from filmdossier.model.annotations import Mention, Word
from filmdossier.model.film import FilmRecord
from filmdossier.model.text import Span

# Passages that are parsed for one question: the tenth holds the answer in two of a hundred questions.
LIMIT = 8
_ALIKE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The annotators that are lent to this stage: the grammar of sentences, the mentions of a passage, the grammar with what names are names of."""

    parse: Callable[[str, Sequence[Span]], tuple[Word, ...]]
    mentions: Callable[[Passage], Sequence[Mention]]
    named: Callable[[str, Sequence[Span]], tuple[tuple[Word, ...], Mapping[int, Mapping[str, float]]]]


def text_candidates(
    question: Question, among: Sequence[Passage], reading: Reading, known: Known, limit: int = LIMIT
) -> list[tuple[Found, dict[str, float]]]:
    """The spans that could answer, with their features, passage by passage."""
    near = nearest(content_stems(question.plain))
    ranked = rank(near, among, limit, HOLDING.get(question.wanted))
    if not ranked:
        return []
    role = asked_role(reading.parse(question.plain, [Span(0, len(question.plain))]), question.plain)
    asked = Asked(question=question, role=role, weights=_normal(weights(tuple(near), among)), near=near, known=known)
    best = ranked[0].score
    everywhere = absence(near, asked.weights, among)
    found: list[tuple[Found, dict[str, float]]] = []
    parsed = _parsed(ranked, reading)
    for one in ranked:
        words, named = parsed.get((one.passage.document.id, one.passage.span.start), ((), {}))
        setting = Setting(one, asked, dict(words), named, best)
        spans = found_spans(one.passage, words, reading.mentions(one.passage))
        for span in spans:
            if is_possible(span, asked):
                measured = features(span, setting) | everywhere
                found.append((span, measured | {FORBIDDEN: 1.0} if is_forbidden(span, asked, measured) else measured))
    return found


def known_names(record: FilmRecord) -> Known:
    """The names of those who play and of those who are played."""
    played = {entry.character for entry in record.cast if entry.character}
    played.update(name for character in record.characters for name in (character.name, *character.aliases))
    return Known(
        actors=frozenset(name_stems(entry.actor) for entry in record.cast),
        characters=frozenset(name_stems(name) for name in played),
        cast=tuple(
            (name_stems(entry.actor), name_stems(entry.character) if entry.character else frozenset()) for entry in record.cast
        ),
    )


def absence(near: Near, weights: Mapping[str, float], among: Iterable[Passage]) -> dict[str, float]:
    """How much of what the question says no passage says, to the word and in meaning: what is asked may be nowhere told."""
    told = set[str]().union(*(passage.counts for passage in among))
    absent = {one: weight for one, weight in weights.items() if one not in told}
    unlike = sum(
        weight
        for one, weight in absent.items()
        if not any(likeness >= _ALIKE and other in told for other, likeness in near[one].items())
    )
    return {"absent": sum(absent.values()), "absent in meaning": unlike}


def _normal(idf: dict[str, float]) -> dict[str, float]:
    total = sum(idf.values()) or 1.0
    return {one: weight / total for one, weight in idf.items()}


_Read = tuple[Sequence[tuple[int, Word]], Mapping[int, Mapping[str, float]]]


def _parsed(ranked: Iterable[Ranked], reading: Reading) -> dict[tuple[str, int], _Read]:
    """The words of each passage with their index, and what the names are, by document and start; one call of the reader a document."""
    by_document: dict[str, list[Passage]] = {}
    for one in ranked:
        by_document.setdefault(one.passage.document.id, []).append(one.passage)
    found: dict[tuple[str, int], _Read] = {}
    for document, parts in by_document.items():
        parts.sort(key=lambda passage: passage.span.start)
        spans = [passage.span for passage in parts]
        words, named = reading.named(parts[0].document.text, spans)
        for passage in parts:
            found[document, passage.span.start] = (
                [(index, word) for index, word in enumerate(words) if word.span in passage.span],
                named,
            )
    return found
