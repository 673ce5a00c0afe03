"""Film record → a cinematographic work as EN 15907 and the FIAF cataloguing manual describe one, as JSON.

EN 15907 defines elements, not a file: the names of the keys here are those of its elements, in lower camel
case, and the JSON Schema ships beside this module. Every element repeats its ``recordSource``: which
documents say so, at which characters, in which words. Names of agents are filed "Family, Given" where the
order is known (:mod:`.names`) and as written elsewhere. The four elements that the standard demands of a work
(identifier, record source, identifying title, country of reference) are always there; those that no document
tells are empty and named under ``missing``.
"""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord, Status
from filmdossier.model.text import Evidence
from filmdossier.present.export.choosing import title_evidence, year_evidence
from filmdossier.present.export.codes import country_code, language_code
from filmdossier.present.export.dates import iso_date
from filmdossier.present.export.names import filed
from filmdossier.present.export.text import encodable
from filmdossier.present.wording import file_name

FORMAT = "filmdossier-en15907/1"

# Activities as the FIAF manual calls them.
_ACTIVITIES = {
    Predicate.DIRECTOR: "Director", Predicate.WRITER: "Screenwriter", Predicate.STORY_BY: "Story by", Predicate.PRODUCER: "Producer",
    Predicate.EXECUTIVE_PRODUCER: "Executive producer", Predicate.COMPOSER: "Composer", Predicate.CINEMATOGRAPHER: "Cinematographer",
    Predicate.EDITOR: "Editor", Predicate.PRODUCTION_COMPANY: "Production company", Predicate.DISTRIBUTOR: "Distributor",
}  # fmt: skip
_COMPANIES = (Predicate.PRODUCTION_COMPANY, Predicate.DISTRIBUTOR)
_SUBJECTS = {Predicate.SETTING: "setting"}
_PLACES = {Predicate.FILMING_PLACE: "shooting location"}
_EVENTS = {
    Predicate.RELEASE_DATE: "Publication event: theatrical release",
    Predicate.PREMIERE: "Publication event: premiere",
    Predicate.AWARD: "Award",
}
_WORKS = {Predicate.BASED_ON: "based on", Predicate.SERIES: "part of series", Predicate.INFLUENCED_BY: "influenced by"}

Node = dict[str, Any]


def schema() -> Node:
    """The JSON Schema of the format."""
    text = (files(__package__) / "schema" / "filmdossier-en15907-1.schema.json").read_text(encoding="utf-8")
    loaded: Node = json.loads(text)
    return loaded


def dumps(record: FilmRecord) -> str:
    """The work as JSON text, with a final line feed."""
    return encodable(json.dumps(to_work(record), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def to_work(record: FilmRecord) -> Node:
    """The work as plain dictionaries and lists; every key is there, empty where nothing is told."""
    film = record.film
    work: Node = {
        "format": FORMAT,
        "descriptionLevel": "Work",
        "identifier": [
            {"scheme": "filmdossier", "value": film.id, "recordSource": []},
            *({"scheme": scheme, "value": value, "recordSource": []} for scheme, _, value in (one.partition(":") for one in film.identifiers)),
        ],
        "recordSource": [
            {"id": document.id, "title": document.title, "name": file_name(document.path), "kind": document.kind, "sha256": document.sha256}
            for document in record.documents
        ],
        # Whether a title is the original one, no document that uses it tells; the one used most identifies the film.
        "identifyingTitle": {"value": film.title, "titleType": "Preferred title", "recordSource": _source(title_evidence(film))},
        "title": [{"value": alias, "titleType": "Alternative title", "recordSource": []} for alias in film.aliases],
        "countryOfReference": [
            {"value": fact.value, "code": country_code(fact.value), "referenceType": "production", **_sure(fact.status, fact.evidence)}
            for fact in record.facts if fact.predicate is Predicate.COUNTRY
        ],
        "yearOfReference": [] if film.year is None else [{"value": film.year, "referenceType": "not stated", "recordSource": _source(year_evidence(film))}],
        "contentDescription": [
            {"type": "genre", "value": fact.value, **_sure(fact.status, fact.evidence)}
            for fact in record.facts if fact.predicate is Predicate.GENRE
        ],
        "subjectTerm": _terms(record, _SUBJECTS),
        "place": _terms(record, _PLACES),
        "hasAgent": [*_agents(record), *_cast(record)],
        "hasEvent": _events(record),
        "relationship": _relationships(record),
        "manifestation": _manifestation(record),
    }  # fmt: skip
    work["missing"] = [
        name for name in ("recordSource", "countryOfReference") if not work[name]
    ]  # fmt: skip
    return work


def _source(evidence: Iterable[Evidence]) -> list[Node]:
    return [{"document": one.document, "start": one.span.start, "end": one.span.end, "quote": one.quote} for one in evidence]


def _sure(status: Status, evidence: Iterable[Evidence]) -> Node:
    return {"disputed": status is Status.DISPUTED, "recordSource": _source(evidence)}


def _agent(name: str, kind: str) -> Node:
    if kind == "corporate body":
        return {"name": name, "asWritten": name, "inverted": False, "note": "", "agentType": kind}
    turned = filed(name)
    return {
        "name": turned.filed,
        "asWritten": name,
        "inverted": turned.inverted,
        "note": turned.why_not,
        "agentType": "person" if turned.inverted else "not stated",
    }


def _agents(record: FilmRecord) -> list[Node]:
    return [
        {
            **_agent(fact.value, "corporate body" if predicate in _COMPANIES else "person"),
            "activity": activity,
            "character": None,
            "credit": "",
            **_sure(fact.status, fact.evidence),
        }
        for predicate, activity in _ACTIVITIES.items()
        for fact in record.facts
        if fact.predicate is predicate
    ]


def _cast(record: FilmRecord) -> list[Node]:
    return [
        {
            **_agent(entry.actor, "person"),
            "activity": "Voice actor" if "voice" in entry.note.lower() else "Cast",
            "character": entry.character,
            "credit": entry.note,
            **_sure(entry.status, entry.evidence),
        }
        for entry in record.cast
    ]


def _terms(record: FilmRecord, types: dict[Predicate, str]) -> list[Node]:
    return [
        {"type": kind, "value": fact.value, **_sure(fact.status, fact.evidence)}
        for predicate, kind in types.items()
        for fact in record.facts
        if fact.predicate is predicate
    ]


def _events(record: FilmRecord) -> list[Node]:
    return [
        {
            "eventType": kind,
            "value": fact.value,
            "date": None if predicate is Predicate.AWARD else iso_date(fact.value),
            **_sure(fact.status, fact.evidence),
        }
        for predicate, kind in _EVENTS.items()
        for fact in record.facts
        if fact.predicate is predicate
    ]


def _relationships(record: FilmRecord) -> list[Node]:
    works = [
        {"type": kind, "work": fact.value, "year": None, **_sure(fact.status, fact.evidence)}
        for predicate, kind in _WORKS.items()
        for fact in record.facts
        if fact.predicate is predicate
    ]
    films = [
        {
            "type": connection.relation.value.replace("_", " "),
            "work": connection.film,
            "year": connection.year,
            **_sure(connection.status, connection.evidence),
        }
        for connection in record.connections
    ]
    return works + films


def _manifestation(record: FilmRecord) -> Node:
    """What belongs to a form in which the work came out, not to the work: running time and languages."""
    return {
        "durationMinutes": [
            {"value": int(fact.value), **_sure(fact.status, fact.evidence)}
            for fact in record.facts if fact.predicate is Predicate.RUNTIME_MINUTES and fact.value.isdecimal() and fact.value.isascii()
        ],
        "language": [
            {"value": fact.value, "code": language_code(fact.value), **_sure(fact.status, fact.evidence)}
            for fact in record.facts if fact.predicate is Predicate.LANGUAGE
        ],
    }  # fmt: skip
