"""Writes into a library: every method is one transaction, whole or not at all.

Writing what is already there changes nothing, down to the bytes of the rows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, select, update

from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import Claim
from filmdossier.model.decision import Decision
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.library import Failure
from filmdossier.model.summary import Summarised
from filmdossier.model.text import Document
from filmdossier.store import kept
from filmdossier.store.kept import changed
from filmdossier.store.rows import DocumentRows, Row, encode_decision, encode_document, encode_film
from filmdossier.store.search import enter_document, forget_document
from filmdossier.store.summaries import changed_films, forget_summaries, forget_summaries_of_document, put_summaries
from filmdossier.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FAILURES, FILMS, LAYOUTS, LINKS, META, METADATA, TOPICS
from filmdossier.store.view import View

if TYPE_CHECKING:
    from filmdossier.store.store import Store


class Writer:
    """The write side of a library; made by :meth:`Store.writer`."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def replace(
        self,
        document: Document,
        annotations: Annotations,
        claims: Iterable[Claim],
        *,
        version: str = "",
        hint: FilmHint | None = None,
    ) -> bool:
        """Whether anything changed. Everything of the same origin gives way to what is given."""
        return self.put(encode_document(document, annotations, claims, version=version, hint=hint))

    def put(self, rows: DocumentRows) -> bool:
        """Whether anything changed; like :meth:`replace`, of a document already encoded.

        A changed document leaves the links stale until :meth:`relink`, in the same transaction, so
        that no kill between the two goes unnoticed.
        """
        wanted = {"wanted_origin": rows.document["origin"]}
        with self._store.transaction(writes=True) as connection:
            forgiven = connection.execute(_FORGIVE, wanted).rowcount > 0
            current = _current(connection, rows.document["origin"])
            if current == rows:
                if forgiven:
                    changed(connection)
                return forgiven
            changed(connection, kept.DOCUMENTS)
            if current is not None:
                forget_summaries_of_document(connection, current.document["id"])
                forget_document(connection, current.document)
                connection.execute(_DROP, wanted)
            _insert(connection, DOCUMENTS, [rows.document])
            enter_document(connection, rows.document)
            _insert(connection, LAYOUTS, [{"document": rows.document["id"], "content": rows.layout}])
            _insert(connection, TOPICS, rows.topics)
            _insert(connection, CLAIMS, rows.claims)
            connection.execute(_STALE)
            return True

    def drop(self, origins: Iterable[str]) -> int:
        """How many documents went, with all that was read out of them; those that are not there do not count."""
        dropped = 0
        with self._store.transaction(writes=True) as connection:
            for origin in origins:
                document = connection.execute(_DOCUMENT_ROW, {"wanted_origin": origin}).mappings().first()
                if document is not None:
                    forget_summaries_of_document(connection, document["id"])
                    forget_document(connection, dict(document))
                    dropped += connection.execute(_DROP, {"wanted_origin": origin}).rowcount
            if dropped:
                connection.execute(_STALE)
                changed(connection, kept.DOCUMENTS)
        return dropped

    def fail(self, failure: Failure) -> bool:
        """Whether anything changed. An earlier reading of the same file stays in the library."""
        row: Row = asdict(failure)
        with self._store.transaction(writes=True) as connection:
            current = connection.execute(select(FAILURES).where(FAILURES.c.origin == failure.origin)).mappings().first()
            if current is not None and dict(current) == row:
                return False
            connection.execute(_FORGIVE, {"wanted_origin": failure.origin})
            _insert(connection, FAILURES, [row])
            changed(connection)
            return True

    def forgive(self, origins: Iterable[str]) -> None:
        """Drops the failures of files that are no more."""
        with self._store.transaction(writes=True) as connection:
            if sum(connection.execute(_FORGIVE, {"wanted_origin": origin}).rowcount for origin in origins):
                changed(connection)

    def relink(self, link: Callable[[View], Iterable[LinkedFilm]], *, version: str) -> bool:
        """Whether anything changed. The films that ``link`` makes of a view take the place of all earlier ones.

        The view is of this very transaction: no document can come in between and stay without a
        film. ``version`` names the linking; see :meth:`View.links_version`.
        """
        with self._store.transaction(writes=True) as connection:
            linked = list(link(View(connection, self._store.location)))
            films = sorted((encode_film(film.film) for film in linked), key=lambda row: row["id"])
            links = [{"topic": topic, "film": film.film.id} for film in linked for topic in film.topics]
            links.sort(key=lambda row: row["topic"])
            stamp = update(META).where(META.c.key == "links", META.c.value != version).values(value=version)
            stamped = connection.execute(stamp).rowcount > 0
            films_before, links_before = _sorted(connection, FILMS, "id"), _sorted(connection, LINKS, "topic")
            if films_before == films and links_before == links:
                return stamped
            forget_summaries(connection, changed_films(films_before, films, links_before, links))
            connection.execute(delete(LINKS))
            connection.execute(delete(FILMS))
            _insert(connection, FILMS, films)
            _insert(connection, LINKS, links)
            changed(connection, kept.FILMS)
            return True

    def summarise(self, summaries: Sequence[Summarised], *, version: str) -> int:
        """How many summaries were taken; see :func:`~filmdossier.store.summaries.put_summaries`."""
        with self._store.transaction(writes=True) as connection:
            changed(connection)
            return put_summaries(connection, summaries, version=version)

    def decide(self, decisions: Iterable[Decision], *, films: Iterable[str] = ()) -> int:
        """How many of the decisions are new. What is there stays as it is: decisions are added and never changed.

        ``films`` are the ids of further films whose records change by it.
        """
        given = {decision.id: decision for decision in decisions}
        with self._store.transaction(writes=True) as connection:
            known = set(connection.execute(select(DECISIONS.c.id)).scalars())
            new = [decision for decision in given.values() if decision.id not in known]
            _insert(connection, DECISIONS, [encode_decision(decision) for decision in new])
            if new:
                forget_summaries(connection, {*films, *(decision.film.id for decision in new)})
                changed(connection, kept.DECISIONS)
            if any(decision.changes_films for decision in new):
                connection.execute(_STALE)
            return len(new)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_INSERTS[table.name], list(rows))


def _sorted(connection: Connection, table: Table, key: str) -> list[Row]:
    # Sorted here and not by the engine: PostgreSQL orders text by the server's language.
    return sorted((dict(row) for row in connection.execute(select(table)).mappings()), key=lambda row: str(row[key]))


# Made once: building and keying a statement costs SQLAlchemy as much as SQLite takes to run it.
_ORIGIN: BindParameter[str] = bindparam("wanted_origin")
_DOCUMENT: BindParameter[str] = bindparam("wanted_document")
_FORGIVE = delete(FAILURES).where(FAILURES.c.origin == _ORIGIN)
_DROP = delete(DOCUMENTS).where(DOCUMENTS.c.origin == _ORIGIN)
_DOCUMENT_ROW = select(DOCUMENTS).where(DOCUMENTS.c.origin == _ORIGIN)
_LAYOUT_ROW = select(LAYOUTS.c.content).where(LAYOUTS.c.document == _DOCUMENT)
_TOPIC_ROWS = select(TOPICS).where(TOPICS.c.document == _DOCUMENT).order_by(TOPICS.c.ordinal)
_CLAIM_ROWS = select(CLAIMS).where(CLAIMS.c.document == _DOCUMENT).order_by(CLAIMS.c.ordinal)
_INSERTS = {table.name: insert(table) for table in METADATA.sorted_tables}
_STALE = update(META).where(META.c.key == "links").values(value="")


def _current(connection: Connection, origin: str) -> DocumentRows | None:
    document = connection.execute(_DOCUMENT_ROW, {"wanted_origin": origin}).mappings().first()
    if document is None:
        return None
    wanted = {"wanted_document": document["id"]}
    return DocumentRows(
        document=dict(document),
        layout=connection.execute(_LAYOUT_ROW, wanted).scalar() or b"",
        topics=tuple(dict(row) for row in connection.execute(_TOPIC_ROWS, wanted).mappings()),
        claims=tuple(dict(row) for row in connection.execute(_CLAIM_ROWS, wanted).mappings()),
    )
