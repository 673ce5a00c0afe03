"""Reads what lists and searches over a whole library show: pages of them, their totals, and what the library's changes are called.

Totals and what else takes long is kept for as long as nothing changes that it follows from; see `kept.py`.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from filmdossier.model.summary import Appearance, AppearanceKind, FilmOrder, FilmPage, FilmSummary, Look, NamePage
from filmdossier.store import catalogue, kept, search
from filmdossier.store.kept import Kept, revisions
from filmdossier.store.tables import DOCUMENTS, FILMS, LINKS, TOPICS

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """A document without its text; ``films`` are id, title and year of the films it is linked to, ``reason`` why there are none."""

    id: str
    origin: str
    kind: str
    title: str | None
    published: str | None
    reason: str
    films: tuple[tuple[str, str, int | None], ...]


_SEVERAL: BindParameter[str] = bindparam("wanted", expanding=True)
_HEADS = select(
    DOCUMENTS.c.id, DOCUMENTS.c.origin, DOCUMENTS.c.kind, DOCUMENTS.c.title, DOCUMENTS.c.published, DOCUMENTS.c.reason
).where(DOCUMENTS.c.id.in_(_SEVERAL))
_FILMS_OF_DOCUMENTS = (
    select(TOPICS.c.document, FILMS.c.id, FILMS.c.title, FILMS.c.year)
    .join(LINKS, LINKS.c.topic == TOPICS.c.id)
    .join(FILMS, FILMS.c.id == LINKS.c.film)
    .where(TOPICS.c.document.in_(_SEVERAL))
)
_TEXTS = select(DOCUMENTS.c.id, DOCUMENTS.c.text).where(DOCUMENTS.c.id.in_(_SEVERAL))
_HOW_MANY_DOCUMENTS = select(func.count()).select_from(DOCUMENTS)


class Lists:
    """The lists of a library, of one moment."""

    def __init__(self, connection: Connection, location: str, counts: Kept | None = None, of_films: Kept | None = None) -> None:
        self._connection = connection
        self._location = location
        # None while the library is being written: its revision is not raised yet.
        self._counts, self._of_films = counts, of_films

    @property
    def revision(self) -> str:
        """The number of the library's last change."""
        return self._revisions[kept.REVISION]

    @property
    def ratings_revision(self) -> str:
        """The number of the last change of what :meth:`ratings` tells."""
        return f"{self._revisions[kept.FILMS]}.{self._revisions[kept.DOCUMENTS]}"

    def document_count(self) -> int:
        """How many documents the library holds."""
        return self._count(("documents", "", False), _HOW_MANY_DOCUMENTS)

    def find_documents(self, typed: str, *, limit: int, offset: int = 0) -> search.Found:
        """The documents that hold the words ``typed``; see :func:`~filmdossier.store.search.parse_query`."""
        terms = search.parse_query(typed)
        total = self._of_documents(("total", terms), lambda: search.count_documents(self._connection, terms))
        found = self._of_documents(
            (terms, limit, offset), lambda: search.find_documents(self._connection, terms, total, limit=limit, offset=offset)
        )
        return search.Found(documents=found, total=total)

    def heads(self, documents: Sequence[str]) -> dict[str, DocumentHead]:
        """What is known of these documents without their texts, by id; those that are not there are left out."""
        wanted = list(documents)
        films: dict[str, dict[str, tuple[str, str, int | None]]] = {}
        for document, film, title, year in self._connection.execute(_FILMS_OF_DOCUMENTS, {"wanted": wanted}):
            films.setdefault(document, {})[film] = (film, title, year)
        return {
            id_: DocumentHead(
                id=id_,
                origin=origin,
                kind=kind,
                title=title,
                published=published,
                reason=reason,
                films=tuple(film for _, film in sorted(films.get(id_, {}).items())),
            )
            for id_, origin, kind, title, published, reason in self._connection.execute(_HEADS, {"wanted": wanted})
        }

    def texts(self, documents: Sequence[str]) -> dict[str, str]:
        """The texts of these documents, by id."""
        found = self._connection.execute(_TEXTS, {"wanted": list(documents)})
        return {row.id: row.text for row in found}

    def document_page(
        self, *, wanted: str = "", without_film: bool = False, limit: int, offset: int = 0
    ) -> tuple[list[DocumentHead], int]:
        """Documents by origin, those whose origin holds ``wanted``, and how many there are in all."""
        conditions = [DOCUMENTS.c.origin.icontains(wanted, autoescape=True)] if wanted else []
        if without_film:
            conditions.append(DOCUMENTS.c.reason != "")
        total = self._count(("documents", wanted, without_film), _HOW_MANY_DOCUMENTS.where(*conditions))
        query = select(DOCUMENTS.c.id).where(*conditions).order_by(DOCUMENTS.c.origin).limit(limit).offset(offset)
        ids = list(self._connection.execute(query).scalars())
        heads = self.heads(ids)
        return [heads[document] for document in ids], total

    def film_page(
        self,
        *,
        wanted: str = "",
        order: FilmOrder = FilmOrder.TITLE,
        disputed_only: bool = False,
        limit: int,
        offset: int = 0,
        version: str,
    ) -> FilmPage:
        """Films in an order; see :func:`~filmdossier.store.catalogue.list_films`."""
        return catalogue.list_films(
            self._connection,
            self._count,
            wanted=wanted,
            order=order,
            disputed_only=disputed_only,
            limit=limit,
            offset=offset,
            version=version,
        )

    def films_called(self, wanted: str, *, order: FilmOrder, limit: int, version: str) -> tuple[FilmSummary, ...]:
        """The first films of :meth:`film_page`, uncounted."""
        return catalogue.films_called(self._connection, wanted=wanted, order=order, limit=limit, version=version)

    def unsummarised(self, *, version: str, limit: int) -> list[str]:
        """Films without a summary of this version, by id."""
        return catalogue.unsummarised(self._connection, self._count, version=version, limit=limit)

    def name_page(self, kind: AppearanceKind, *, wanted: str = "", limit: int, offset: int = 0) -> NamePage:
        """Names of a kind, by key."""
        return catalogue.list_names(self._connection, self._count, kind, wanted=wanted, limit=limit, offset=offset)

    def appearances_of(self, kind: AppearanceKind, key: str) -> list[Appearance]:
        """Where a name stands, by film."""
        return catalogue.appearances_of(self._connection, kind, key)

    def look_page(self, *, limit: int, offset: int = 0) -> tuple[list[Look], int]:
        """What is most worth a look, and how much that is; see :func:`~filmdossier.store.catalogue.list_looks`."""
        return catalogue.list_looks(self._connection, self._count, limit=limit, offset=offset)

    def film_titles(self, films: Sequence[str]) -> dict[str, tuple[str, int | None]]:
        """Title and year of each of these films."""
        return catalogue.film_titles(self._connection, films)

    @cached_property
    def _revisions(self) -> dict[str, str]:
        return revisions(self._connection)

    def _count(self, key: tuple[Hashable, ...], query: Select[int]) -> int:
        def count() -> int:
            return self._connection.execute(query).scalar_one()

        return count() if self._counts is None else self._counts.get((self.revision, *key), count)

    def _of_documents(self, key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` makes of the documents alone, made once as long as none of them changes."""
        return make() if self._counts is None else self._counts.get((kept.DOCUMENTS, self._revisions[kept.DOCUMENTS], *key), make)

    def _rows(self, query: Select[Any], **given: object) -> Iterator[Mapping[str, Any]]:
        return (dict(row) for row in self._connection.execute(query, given).mappings())
