"""Film record → record JSON (format ``filmdossier/1``).

A record enters, plain dictionaries or their text leave. Keys stand in the order of the format's
description (docs/record.md), values in the order of the record: the same record always gives the
same bytes. Nothing is looked up, rounded away or left out; the schema beside this module is what
leaves here.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from importlib.resources import files
from typing import Any, Protocol

from filmdossier.model.claim import AspectMention
from filmdossier.model.decision import Ruling
from filmdossier.model.film import (
    CastEntry,
    Character,
    CharacterRelation,
    Conflict,
    DialogueLine,
    DocumentSummary,
    Event,
    Fact,
    FilmConnection,
    FilmRecord,
    SetAside,
)
from filmdossier.model.reception import (
    AggregatorClaim,
    Rating,
    Reception,
    Review,
    Said,
    SaidWords,
)
from filmdossier.model.text import Evidence

FORMAT = "filmdossier/1"


class _Addressed(Protocol):
    """A statement with an id, and what was decided on it."""

    @property
    def id(self) -> str: ...

    @property
    def decision(self) -> Ruling | None: ...


def schema() -> dict[str, Any]:
    """The JSON Schema of the format. It is open: readers should pass over keys they do not know."""
    text = (files(__package__) / "schema" / "filmdossier-1.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def dumps(record: FilmRecord) -> str:
    """The record as JSON text, indented, with a final line feed."""
    return json.dumps(to_json(record), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_json(record: FilmRecord) -> dict[str, object]:
    """The record as plain dictionaries, lists, strings, numbers and None."""
    film = record.film
    return {
        "format": FORMAT,
        "film": {
            "id": film.id,
            "title": film.title,
            "year": film.year,
            "aliases": list(film.aliases),
            "identifiers": list(film.identifiers),
            "evidence": _evidence(film.evidence),
        },
        "documents": [_document(document) for document in record.documents],
        "facts": [_fact(fact) for fact in record.facts],
        "cast": [_cast(entry) for entry in record.cast],
        "characters": [_character(character) for character in record.characters],
        "relations": [_relation(relation) for relation in record.relations],
        "events": [_event(event) for event in record.events],
        "dialogue": [_dialogue(line) for line in record.dialogue],
        "connections": [_connection(connection) for connection in record.connections],
        "aggregators": [_aggregator(claim) for claim in record.aggregators],
        "reviews": [_review(review) for review in record.reviews],
        "reception": _reception(record.reception),
        "conflicts": [_conflict(conflict) for conflict in record.conflicts],
        "suggestions": [_fact(fact) for fact in record.suggestions],
        "set_aside": [_set_aside(item) for item in record.set_aside],
        "decisions": [ruling_json(ruling) for ruling in record.decisions],
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    return [{"document": e.document, "start": e.span.start, "end": e.span.end, "quote": e.quote} for e in evidence]


def _number(value: float | None) -> int | float | None:
    """Whole numbers as integers, so that 70 % reads ``70``."""
    return int(value) if value is not None and value == int(value) else value


def _rounded(value: float) -> float:
    # Four digits say more than any calibration can; the tail of a binary fraction says nothing.
    return round(value, 4)


def _document(document: DocumentSummary) -> dict[str, object]:
    return {
        "id": document.id,
        "path": document.path,
        "kind": document.kind,
        "title": document.title,
        "sha256": document.sha256,
        "text": document.text,
    }


def _decided(statement: _Addressed) -> dict[str, object]:
    """What every statement ends with: its id, and the decision that made it what it is."""
    ruling = statement.decision
    return {"id": statement.id, "decision": None if ruling is None else ruling_json(ruling)}


def ruling_json(ruling: Ruling) -> dict[str, object]:
    """What a record says of a decision, as a dictionary."""
    return {
        "id": ruling.decision,
        "verdict": ruling.verdict.value,
        "about": ruling.about,
        "by": ruling.decided_by,
        "at": ruling.decided_at,
        "why": ruling.why,
        "was": plain_json(ruling.was),
        "unfound": ruling.unfound,
        "missing": ruling.missing,
    }


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "predicate": fact.predicate.value,
        "value": fact.value,
        "status": fact.status.value,
        "confidence": _rounded(fact.confidence),
        "evidence": _evidence(fact.evidence),
        "also": list(fact.also),
        **_decided(fact),
    }


def _cast(entry: CastEntry) -> dict[str, object]:
    return {
        "actor": entry.actor,
        "character": entry.character,
        "status": entry.status.value,
        "confidence": _rounded(entry.confidence),
        "evidence": _evidence(entry.evidence),
        "note": entry.note,
        **_decided(entry),
    }


def _character(character: Character) -> dict[str, object]:
    return {
        "name": character.name,
        "aliases": list(character.aliases),
        "played_by": character.played_by,
        "evidence": _evidence(character.evidence),
        "description": character.description,
        **_decided(character),
    }


def _relation(relation: CharacterRelation) -> dict[str, object]:
    return {
        "a": relation.a,
        "relation": relation.relation,
        "b": relation.b,
        "confidence": _rounded(relation.confidence),
        "evidence": _evidence(relation.evidence),
        **_decided(relation),
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "order": event.order,
        "verb": event.verb,
        "agent": event.agent,
        "patient": event.patient,
        "place": event.place,
        "instrument": event.instrument,
        "deleted_scene": event.deleted_scene,
        "confidence": _rounded(event.confidence),
        "evidence": _evidence(event.evidence),
        **_decided(event),
    }


def _dialogue(line: DialogueLine) -> dict[str, object]:
    return {
        "speaker": line.speaker,
        "words": line.words,
        "evidence": _evidence(line.evidence),
        **_decided(line),
    }


def _connection(connection: FilmConnection) -> dict[str, object]:
    return {
        "relation": connection.relation.value,
        "film": connection.film,
        "evidence": _evidence(connection.evidence),
        "year": connection.year,
        "status": connection.status.value,
        "confidence": _rounded(connection.confidence),
        **_decided(connection),
    }


def _aggregator(claim: AggregatorClaim) -> dict[str, object]:
    score = claim.score
    return {
        "name": score.name,
        "approval": _number(score.approval),
        "reviews": score.reviews,
        "average": _number(score.average),
        "average_max": _number(score.average_max),
        "score": _number(score.score),
        "grade": score.grade,
        "consensus": score.consensus,
        "as_of": score.as_of,
        "check": claim.check,
        "evidence": _evidence(claim.evidence),
        "audience": score.audience,
        "comparison": list(claim.comparison),
        **_decided(claim),
    }


def _rating(rating: Rating | None) -> dict[str, object] | None:
    if rating is None:
        return None
    value = None if rating.value is None else float(rating.value)
    return {"raw": rating.raw, "scale": rating.scale, "value": value, "origin": rating.origin.value}


def _aspects(aspects: Iterable[AspectMention]) -> list[dict[str, object]]:
    return [
        {"aspect": aspect.aspect, "kind": aspect.kind.value if aspect.kind else None, "evidence": _evidence(aspect.evidence)}
        for aspect in aspects
    ]


def _review(review: Review) -> dict[str, object]:
    return {
        "critic": review.critic,
        "outlet": review.outlet,
        "rating": _rating(review.rating),
        "stance": review.stance.value if review.stance else None,
        "stance_probability": None if review.stance_probability is None else _rounded(review.stance_probability),
        "stance_origin": review.stance_origin.value if review.stance_origin else None,
        "quotes": _evidence(review.quotes),
        "praised": _aspects(review.praised),
        "criticised": _aspects(review.criticised),
        "evidence": _evidence(review.evidence),
        "published": review.published,
        "own": review.own,
        "stance_passages": [
            {**_evidence([p.evidence])[0], "stance": p.stance.value, "probability": _rounded(p.probability)}
            for p in review.stance_passages
        ],
        **_decided(review),
    }


def _reception(reception: Reception) -> dict[str, object]:
    interval = reception.approval_interval
    return {
        "reviews": reception.reviews,
        "positive": reception.positive,
        "mixed": reception.mixed,
        "negative": reception.negative,
        "approval": _number(reception.approval),
        "approval_interval": None if interval is None else [_number(bound) for bound in interval],
        "rated": reception.rated,
        "mean": _number(reception.mean),
        "note": reception.note,
        "given": reception.given,
        "converted": reception.converted,
        "interpreted": reception.interpreted,
        "copies": [{"review": copy.review, "of": copy.of, "reason": copy.reason.value} for copy in reception.copies],
        "letter_means": [{"profile": mean.profile, "mean": _number(mean.mean)} for mean in reception.letter_means],
        "shrunk_mean": _number(reception.shrunk_mean),
        "prior_mean": _number(reception.prior_mean),
        "prior_weight": _number(reception.prior_weight),
        "adjusted_mean": _number(reception.adjusted_mean),
        "adjusted": reception.adjusted,
        "adjustment": reception.adjustment,
        "said": _said(reception.said),
    }


def _said(said: Said) -> dict[str, object]:
    def phrases(words: Iterable[SaidWords]) -> list[dict[str, object]]:
        return [{"review": one.review, "words": one.words, "evidence": _evidence(one.evidence)} for one in words]

    return {
        "reviews": said.reviews,
        "aspects": [
            {
                "aspect": tally.aspect.value,
                "praised_by": tally.praised_by,
                "criticised_by": tally.criticised_by,
                "praised": phrases(tally.praised),
                "criticised": phrases(tally.criticised),
            }
            for tally in said.aspects
        ],
        "summary": [{"words": part.words, "evidence": _evidence(part.evidence)} for part in said.summary],
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "about": conflict.about,
        "values": [{"value": side.value, "evidence": _evidence(side.evidence), "id": side.id} for side in conflict.values],
        "weight": _rounded(conflict.weight),
        "id": conflict.id,
    }


def _set_aside(item: SetAside) -> dict[str, object]:
    claim = item.claim
    return {
        "predicate": claim.predicate.value,
        "value": plain_json(claim.value),
        "polarity": claim.polarity.value,
        "reason": item.reason,
        "confidence": _rounded(claim.confidence),
        "extractor": claim.extractor,
        "claim": claim.id,
        "evidence": _evidence(claim.evidence),
        **_decided(item),
    }


def plain_json(value: object) -> object:
    """A claim's value as JSON: text stays text, a structured value becomes an object of its fields."""
    if isinstance(value, Evidence):
        return _evidence([value])[0]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, tuple):
        return [plain_json(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain_json(getattr(value, field.name)) for field in fields(value)}
    return value
