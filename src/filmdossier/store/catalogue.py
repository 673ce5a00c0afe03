"""Lists over a whole library, a page at a time: films, and the names of people, critics and outlets.

Only what is summarised is listed (see ``summaries.py``); how many films are not yet is told.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from filmdossier.model.summary import Appearance, AppearanceKind, FilmOrder, FilmPage, Look, NameCount, NamePage
from filmdossier.store.summaries import appearance_of, look_of, name_key, summary_of
from filmdossier.store.tables import APPEARANCES, FILMS, LOOKS, SUMMARIES

_ORDERS: dict[FilmOrder, tuple[ColumnElement[Any], ...]] = {
    FilmOrder.TITLE: (SUMMARIES.c.sort_key, SUMMARIES.c.film),
    # A film without a year stands last, whatever the engine makes of nothing.
    FilmOrder.YEAR: (func.coalesce(SUMMARIES.c.year, 0).desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.DOCUMENTS: (SUMMARIES.c.documents.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.REVIEWS: (SUMMARIES.c.reviews.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.DISPUTES: (SUMMARIES.c.disputes.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
}


def list_films(
    connection: Connection, *, wanted: str, order: FilmOrder, disputed_only: bool, limit: int, offset: int, version: str
) -> FilmPage:
    """The films whose title, other titles, directors and year hold every word of ``wanted``; all where it is empty."""
    conditions: list[ColumnElement[bool]] = [SUMMARIES.c.version == version]
    conditions += [SUMMARIES.c.names.contains(word, autoescape=True) for word in _words(wanted)]
    if disputed_only:
        conditions.append(SUMMARIES.c.disputes > 0)
    held = select(SUMMARIES).where(*conditions)
    rows = connection.execute(held.order_by(*_ORDERS[order]).limit(limit).offset(offset)).mappings()
    count = partial(_count, connection)
    summarised = count(select(func.count()).select_from(SUMMARIES).where(SUMMARIES.c.version == version))
    return FilmPage(
        films=tuple(summary_of(dict(row)) for row in rows),
        total=summarised if len(conditions) == 1 else count(select(func.count()).select_from(SUMMARIES).where(*conditions)),
        unsummarised=max(0, count(select(func.count()).select_from(FILMS)) - summarised),
    )


def unsummarised(connection: Connection, *, version: str, limit: int) -> list[str]:
    """Films without a summary of this version, by id."""
    films = _count(connection, select(func.count()).select_from(FILMS))
    # Counting is an index each; finding none among 20,000 films is a look-up for every one.
    if films == _count(connection, select(func.count()).select_from(SUMMARIES).where(SUMMARIES.c.version == version)):
        return []
    summary = exists().where(and_(SUMMARIES.c.film == FILMS.c.id, SUMMARIES.c.version == version))
    return list(connection.execute(select(FILMS.c.id).where(~summary).order_by(FILMS.c.id).limit(limit)).scalars())


def list_names(connection: Connection, kind: AppearanceKind, *, wanted: str, limit: int, offset: int) -> NamePage:
    """The names of a kind that hold every word of ``wanted``, by key."""
    table = APPEARANCES.c
    conditions = [table.kind == kind.value, *(table.name_key.contains(word, autoescape=True) for word in _words(wanted))]
    query = (
        select(table.name_key, func.min(table.name), func.count(table.film.distinct()))
        .where(*conditions)
        .group_by(table.name_key)
        .order_by(table.name_key)
        .limit(limit)
        .offset(offset)
    )
    names = tuple(NameCount(key=key, name=name, films=films) for key, name, films in connection.execute(query))
    total = _count(connection, select(func.count(table.name_key.distinct())).where(*conditions))
    return NamePage(names=names, total=total)


def appearances_of(connection: Connection, kind: AppearanceKind, key: str) -> list[Appearance]:
    """Where a name stands, by film and the order of its record."""
    table = APPEARANCES.c
    query = select(APPEARANCES).where(table.kind == kind.value, table.name_key == key).order_by(table.film, table.ordinal)
    return [appearance_of(dict(row)) for row in connection.execute(query).mappings()]


def list_looks(connection: Connection, *, limit: int, offset: int) -> tuple[list[Look], int]:
    """What is most worth a look in the whole library, the most urgent first, and how much that is in all."""
    query = select(LOOKS).order_by(LOOKS.c.urgency.desc(), LOOKS.c.film, LOOKS.c.ordinal).limit(limit).offset(offset)
    looks = [look_of(dict(row)) for row in connection.execute(query).mappings()]
    return looks, _count(connection, select(func.count()).select_from(LOOKS))


def film_titles(connection: Connection, films: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """Title and year of each of these films that is there; at most a page of them."""
    rows = connection.execute(select(FILMS.c.id, FILMS.c.title, FILMS.c.year).where(FILMS.c.id.in_(films)))
    return {film: (title, year) for film, title, year in rows}


def _words(wanted: str) -> list[str]:
    return [key for word in wanted.split()[:8] if (key := name_key(word))]


def _count(connection: Connection, query: Any) -> int:
    number: int = connection.execute(query).scalar_one()
    return number
