"""The parts that answers share: passages, statements, films by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from filmdossier.model.claim import Predicate, Value
from filmdossier.model.film import FilmRecord, Status
from filmdossier.model.text import Evidence
from filmdossier.present.export.json_plain import plain_json, ruling_json
from filmdossier.present.web.shelf import Shelf
from filmdossier.run.statements import ListedStatement, statements_of
from filmdossier.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quoted passage: ``quote`` is exactly the characters ``start`` to ``end`` (code points, half-open) of the document's text."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFilm:
    """A film by its id and its name."""

    film: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement on a film with the passages that it rests on.

    ``part`` is the key of the record that it stands under. ``value`` is a text, or an object of the fields of a
    structured value. ``status`` and ``confidence`` are null in parts that have none. ``decision`` is the editor's decision
    that made the statement what it is, as in the record.
    """

    film: str
    id: str
    part: str
    predicate: Predicate
    value: str | dict[str, Any]
    status: Status | None
    confidence: float | None
    evidence: tuple[Passage, ...]
    decision: dict[str, Any] | None


def passages(evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """The evidence as passages, in its order."""
    return tuple(Passage(document=one.document, start=one.span.start, end=one.span.end, quote=one.quote) for one in evidence)


def named_films(films: Iterable[tuple[str, str, int | None]]) -> tuple[NamedFilm, ...]:
    """Films from their ids, titles and years."""
    return tuple(NamedFilm(film=film, title=title, year=year) for film, title, year in films)


def plain_value(value: Value) -> str | dict[str, Any]:
    """A statement's value as JSON has it."""
    return cast("str | dict[str, Any]", plain_json(value))


def statements(shelf: Shelf, view: View, film: str) -> Iterator[Statement]:
    """Every statement of a film's record in its order; UnknownFilm where there is no such film."""
    record: FilmRecord = shelf.record(view, film)
    return (_statement(film, one) for one in statements_of(record, view.claims_of(film)))


def _statement(film: str, found: ListedStatement) -> Statement:
    return Statement(
        film=film,
        id=found.id,
        part=found.part,
        predicate=found.predicate,
        value=plain_value(found.value),
        status=found.status,
        # As the record rounds it.
        confidence=None if found.confidence is None else round(found.confidence, 4),
        evidence=passages(found.evidence),
        decision=None if found.decision is None else ruling_json(found.decision),
    )
