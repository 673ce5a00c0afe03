"""Writes into a library: every method is one transaction, whole or not at all.

Writing what is already there changes nothing, down to the bytes of the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, delete, insert, select, update

from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import Claim
from filmdossier.model.film import FilmIdentity
from filmdossier.model.library import Decision, Failure
from filmdossier.model.text import Document
from filmdossier.store.rows import DocumentRows, Row, encode_decision, encode_document, encode_film
from filmdossier.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FAILURES, FILMS, LAYOUTS, LINKS, META, TOPICS

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
        origin = rows.document["origin"]
        with self._store.transaction(writes=True) as connection:
            forgiven = connection.execute(delete(FAILURES).where(FAILURES.c.origin == origin)).rowcount > 0
            if _current(connection, origin) == rows:
                return forgiven
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.origin == origin))
            connection.execute(insert(DOCUMENTS), [rows.document])
            connection.execute(insert(LAYOUTS), [{"document": rows.document["id"], "content": rows.layout}])
            _insert(connection, TOPICS, rows.topics)
            _insert(connection, CLAIMS, rows.claims)
            connection.execute(update(META).where(META.c.key == "links").values(value=""))
            return True

    def fail(self, failure: Failure) -> bool:
        """Whether anything changed. An earlier reading of the same file stays in the library."""
        row: Row = asdict(failure)
        with self._store.transaction(writes=True) as connection:
            current = connection.execute(select(FAILURES).where(FAILURES.c.origin == failure.origin)).mappings().first()
            if current is not None and dict(current) == row:
                return False
            connection.execute(delete(FAILURES).where(FAILURES.c.origin == failure.origin))
            connection.execute(insert(FAILURES), [row])
            return True

    def relink(self, films: Iterable[tuple[FilmIdentity, Sequence[str]]], *, version: str) -> bool:
        """Whether anything changed. Each film comes with the ids of its topics; earlier links give way.

        ``version`` names the linking that made them; see :meth:`View.links_version`.
        """
        film_rows: list[Row] = []
        link_rows: list[Row] = []
        for film, topics in films:
            film_rows.append(encode_film(film))
            link_rows.extend({"topic": topic, "film": film.id} for topic in topics)
        film_rows.sort(key=lambda row: row["id"])
        link_rows.sort(key=lambda row: row["topic"])
        with self._store.transaction(writes=True) as connection:
            stamped = connection.execute(
                update(META).where(META.c.key == "links", META.c.value != version).values(value=version)
            ).rowcount
            if _sorted(connection, FILMS, "id") == film_rows and _sorted(connection, LINKS, "topic") == link_rows:
                return stamped > 0
            connection.execute(delete(LINKS))
            connection.execute(delete(FILMS))
            _insert(connection, FILMS, film_rows)
            _insert(connection, LINKS, link_rows)
            return True

    def decide(self, decision: Decision) -> bool:
        """Whether anything changed. A person's later decision on the same statement replaces the earlier."""
        row = encode_decision(decision)
        with self._store.transaction(writes=True) as connection:
            current = connection.execute(select(DECISIONS).where(DECISIONS.c.id == decision.id)).mappings().first()
            if current is not None and dict(current) == row:
                return False
            connection.execute(delete(DECISIONS).where(DECISIONS.c.id == decision.id))
            connection.execute(insert(DECISIONS), [row])
            return True


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _sorted(connection: Connection, table: Table, key: str) -> list[Row]:
    # Sorted here and not by the engine: PostgreSQL orders text by the server's language.
    return sorted((dict(row) for row in connection.execute(select(table)).mappings()), key=lambda row: str(row[key]))


def _current(connection: Connection, origin: str) -> DocumentRows | None:
    document = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.origin == origin)).mappings().first()
    if document is None:
        return None
    of_document = {"document": document["id"]}
    layout = connection.execute(select(LAYOUTS.c.content).filter_by(**of_document)).scalar()
    topics = connection.execute(select(TOPICS).filter_by(**of_document).order_by(TOPICS.c.ordinal)).mappings()
    claims = connection.execute(select(CLAIMS).filter_by(**of_document).order_by(CLAIMS.c.ordinal)).mappings()
    return DocumentRows(
        document=dict(document),
        layout=layout or b"",
        topics=tuple(dict(row) for row in topics),
        claims=tuple(dict(row) for row in claims),
    )
