"""Film record → record JSON (format ``filmdossier/1``).

A record enters, plain dictionaries or their text leave. Keys stand in the order of the format's
description (docs/record.md), values in the order of the record: the same record always gives the
same bytes. Nothing is looked up, rounded away or left out; the schema beside this module is what
leaves here.
"""

import json
from importlib.resources import files
from typing import Any

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
from filmdossier.present.export.json_plain import decided, evidence_json, plain_json, rounded, ruling_json
from filmdossier.present.export.json_reception import aggregator_json, reception_json, review_json

FORMAT = "filmdossier/1"


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
            "evidence": evidence_json(film.evidence),
        },
        "documents": [_document(document) for document in record.documents],
        "facts": [_fact(fact) for fact in record.facts],
        "cast": [_cast(entry) for entry in record.cast],
        "characters": [_character(character) for character in record.characters],
        "relations": [_relation(relation) for relation in record.relations],
        "events": [_event(event) for event in record.events],
        "dialogue": [_dialogue(line) for line in record.dialogue],
        "connections": [_connection(connection) for connection in record.connections],
        "aggregators": [aggregator_json(claim) for claim in record.aggregators],
        "reviews": [review_json(review) for review in record.reviews],
        "reception": reception_json(record.reception),
        "conflicts": [_conflict(conflict) for conflict in record.conflicts],
        "suggestions": [_fact(fact) for fact in record.suggestions],
        "set_aside": [_set_aside(item) for item in record.set_aside],
        "decisions": [ruling_json(ruling) for ruling in record.decisions],
    }


def _document(document: DocumentSummary) -> dict[str, object]:
    return {
        "id": document.id,
        "path": document.path,
        "kind": document.kind,
        "title": document.title,
        "sha256": document.sha256,
        "text": document.text,
    }


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "predicate": fact.predicate.value,
        "value": fact.value,
        "status": fact.status.value,
        "confidence": rounded(fact.confidence),
        "evidence": evidence_json(fact.evidence),
        "also": list(fact.also),
        **decided(fact),
    }


def _cast(entry: CastEntry) -> dict[str, object]:
    return {
        "actor": entry.actor,
        "character": entry.character,
        "status": entry.status.value,
        "confidence": rounded(entry.confidence),
        "evidence": evidence_json(entry.evidence),
        "note": entry.note,
        **decided(entry),
    }


def _character(character: Character) -> dict[str, object]:
    return {
        "name": character.name,
        "aliases": list(character.aliases),
        "played_by": character.played_by,
        "evidence": evidence_json(character.evidence),
        "description": character.description,
        **decided(character),
    }


def _relation(relation: CharacterRelation) -> dict[str, object]:
    return {
        "a": relation.a,
        "relation": relation.relation,
        "b": relation.b,
        "confidence": rounded(relation.confidence),
        "evidence": evidence_json(relation.evidence),
        **decided(relation),
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
        "confidence": rounded(event.confidence),
        "evidence": evidence_json(event.evidence),
        **decided(event),
    }


def _dialogue(line: DialogueLine) -> dict[str, object]:
    return {
        "speaker": line.speaker,
        "words": line.words,
        "evidence": evidence_json(line.evidence),
        **decided(line),
    }


def _connection(connection: FilmConnection) -> dict[str, object]:
    return {
        "relation": connection.relation.value,
        "film": connection.film,
        "evidence": evidence_json(connection.evidence),
        "year": connection.year,
        "status": connection.status.value,
        "confidence": rounded(connection.confidence),
        **decided(connection),
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "about": conflict.about,
        "values": [{"value": side.value, "evidence": evidence_json(side.evidence), "id": side.id} for side in conflict.values],
        "weight": rounded(conflict.weight),
        "id": conflict.id,
    }


def _set_aside(item: SetAside) -> dict[str, object]:
    claim = item.claim
    return {
        "predicate": claim.predicate.value,
        "value": plain_json(claim.value),
        "polarity": claim.polarity.value,
        "reason": item.reason,
        "confidence": rounded(claim.confidence),
        "extractor": claim.extractor,
        "claim": claim.id,
        "evidence": evidence_json(claim.evidence),
        **decided(item),
    }
