"""Brings a library of an older format up to date: tables that came since are made and filled, nothing is dropped.

What a library holds is only ever added to, so that one upgrade, in one transaction, serves every
older format. Each later format names here what it fills from what was there before.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, inspect, select, text, update

from filmdossier.errors import DecisionError
from filmdossier.model.claim import Predicate, value_type
from filmdossier.model.decision import Confirm, Correct, Decision, FilmReference, Reject, Statement, moment_of
from filmdossier.store.film_names import create_film_names, fill_film_names
from filmdossier.store.kept import REVISIONS, revisions
from filmdossier.store.rows import encode_decision
from filmdossier.store.search import create_search, enter_document
from filmdossier.store.summaries import count_names
from filmdossier.store.tables import DECISIONS, DOCUMENTS, FILMS, META, METADATA, SCHEMA_VERSION, SUMMARIES


def upgrade(connection: Connection, found: int) -> None:
    """Makes a library of the format ``found`` one of :data:`SCHEMA_VERSION`."""
    METADATA.create_all(connection)
    create_search(connection)
    create_film_names(connection)
    _number_changes(connection)
    for version, fill in _FILLS.items():
        if found < version:
            fill(connection)
    connection.execute(update(META).where(META.c.key == "schema").values(value=str(SCHEMA_VERSION)))


def _index_words(connection: Connection) -> None:
    for document in connection.execute(select(DOCUMENTS.c.id)).scalars().all():
        row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document)).mappings().one()
        enter_document(connection, dict(row))


def _take_over_decisions(connection: Connection) -> None:
    """Decisions of the first format, which named the film by its id alone and the statement by its value."""
    if not inspect(connection).has_table("decisions"):
        return
    titles = {row.id: (row.title, row.year) for row in connection.execute(select(FILMS.c.id, FILMS.c.title, FILMS.c.year))}
    for row in connection.execute(text("SELECT * FROM decisions")).mappings().all():
        predicate = Predicate(row["predicate"])
        values: TypeAdapter[Any] = TypeAdapter(value_type(predicate))
        # An id of its own: the statement is found by its value.
        digest = sha256(row["value"].encode()).hexdigest()[:8]
        statement = Statement(id=f"{predicate.value}:~{digest}", predicate=predicate, value=values.validate_json(row["value"]))
        act: Confirm | Reject | Correct = Confirm(statement=statement)
        if row["verdict"] == "reject":
            act = Reject(statement=statement)
        elif row["verdict"] == "correct" and row["correction"] != row["value"]:
            act = Correct(statement=statement, value=values.validate_json(row["correction"]))
        title, year = titles.get(row["film"], (row["film"], None))
        decision = Decision.make(
            film=FilmReference(id=row["film"], title=title, year=year),
            act=act,
            decided_by=row["decided_by"],
            decided_at=_in_utc(row["decided_at"]),
            why=row["why"] or ("no reason given" if isinstance(act, Correct) else ""),
        )
        connection.execute(insert(DECISIONS), [encode_decision(decision)])


def _in_utc(decided_at: str) -> str:
    """The time of an old decision, which nothing had checked: UTC where it does not say, long ago where it is none."""
    for candidate in (decided_at, f"{decided_at}Z"):
        with suppress(DecisionError):
            moment_of(candidate)
            return candidate
    return "1970-01-01T00:00:00Z"


def _count_names(connection: Connection) -> None:
    """Lists get what they are read from: names with their numbers of films, indices in the order of each list."""
    for old in ("version", "title", "year", "documents", "reviews", "disputes"):
        connection.execute(text(f"DROP INDEX IF EXISTS summaries_by_{old}"))
    for index in SUMMARIES.indexes:
        index.create(connection, checkfirst=True)
    count_names(connection)


def _number_changes(connection: Connection) -> None:
    """Each kind of change gets its number where it has none yet."""
    there = revisions(connection)
    for revision in REVISIONS:
        if revision not in there:
            connection.execute(insert(META), {"key": revision, "value": "0"})


_FILLS: dict[int, Callable[[Connection], None]] = {2: _index_words, 3: _take_over_decisions, 5: _count_names, 6: fill_film_names}
