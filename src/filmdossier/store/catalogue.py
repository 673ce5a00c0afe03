"""Lists over a whole library, a page at a time: films, and the names of people, critics and outlets.

Only what is summarised is listed (see ``summaries.py``); how many films are not yet is told.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, RowMapping, Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from filmdossier.model.summary import Appearance, AppearanceKind, FilmOrder, FilmPage, FilmSummary, Look, NameCount, NamePage
from filmdossier.store.film_names import few_called
from filmdossier.store.summaries import appearance_of, look_of, name_key, summary_of
from filmdossier.store.tables import APPEARANCES, FILMS, LOOKS, NAMES, SUMMARIES


class _Holds(FunctionElement[bool]):
    """Whether a column's text holds a word to the letter. Both are keys already: LIKE would fold case once more, in twice the time."""

    type = Boolean()
    inherit_cache = True


@compiles(_Holds)
def _in_standard(element: _Holds, compiler: SQLCompiler, **given: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **given)}) > 0"


@compiles(_Holds, "sqlite")
def _in_sqlite(element: _Holds, compiler: SQLCompiler, **given: Any) -> str:
    return f"instr({compiler.process(element.clauses, **given)}) > 0"


# A film without a year stands last.
_ORDERS: dict[FilmOrder, tuple[ColumnElement[Any], ...]] = {
    FilmOrder.TITLE: (SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.YEAR: (SUMMARIES.c.year.desc().nulls_last(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.DOCUMENTS: (SUMMARIES.c.documents.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.REVIEWS: (SUMMARIES.c.reviews.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
    FilmOrder.DISPUTES: (SUMMARIES.c.disputes.desc(), SUMMARIES.c.sort_key, SUMMARIES.c.film),
}
# The same orders for rows that are in hand.
_IN_ORDER: dict[FilmOrder, Callable[[RowMapping], tuple[Any, ...]]] = {
    FilmOrder.TITLE: lambda row: (row["sort_key"], row["film"]),
    FilmOrder.YEAR: lambda row: (row["year"] is None, -(row["year"] or 0), row["sort_key"], row["film"]),
    FilmOrder.DOCUMENTS: lambda row: (-row["documents"], row["sort_key"], row["film"]),
    FilmOrder.REVIEWS: lambda row: (-row["reviews"], row["sort_key"], row["film"]),
    FilmOrder.DISPUTES: lambda row: (-row["disputes"], row["sort_key"], row["film"]),
}
# Of more films to a page that hold a word a walk along all of them in their order ends before these are read and sorted.
_MOST_READ = 200
_SUMMARIES = select(SUMMARIES).where(SUMMARIES.c.film.in_(bindparam("wanted", expanding=True)))
_OLDEST, _LATEST = select(func.min(SUMMARIES.c.version)).scalar_subquery(), select(func.max(SUMMARIES.c.version)).scalar_subquery()
_OTHERS = select(case((or_(bindparam("version") != _OLDEST, bindparam("version") != _LATEST), 1), else_=0))
_FILMS = select(func.count()).select_from(FILMS)

# Counts what a query counts; the first is what it is kept under while the library is what it is, see `kept.py`.
Count = Callable[[tuple[Hashable, ...], Select[int]], int]


def list_films(
    connection: Connection,
    count: Count,
    *,
    wanted: str,
    order: FilmOrder,
    disputed_only: bool,
    limit: int,
    offset: int,
    version: str,
) -> FilmPage:
    """The films whose title, other titles, directors and year hold every word of ``wanted``; all where it is empty."""
    films_in_all, summarised = _numbers(count, version)
    found = _few(connection, wanted, order, version, limit)
    if found is not None:
        listed = [row for row in found if row["disputes"] or not disputed_only]
        films = tuple(map(summary_of, listed[offset : offset + limit]))
        return FilmPage(films=films, total=len(listed), unsummarised=max(0, films_in_all - summarised))
    conditions = _called(wanted, version)
    if disputed_only:
        conditions.append(SUMMARIES.c.disputes > 0)
    films = _films(connection, conditions, order, limit, offset)
    total = summarised
    if len(conditions) > 1:
        counted = select(func.count()).select_from(SUMMARIES).where(*conditions)
        total = _total(films, limit, offset, lambda: count(("films", version, disputed_only, *_words(wanted)), counted))
    return FilmPage(films=films, total=total, unsummarised=max(0, films_in_all - summarised))


def films_called(connection: Connection, *, wanted: str, order: FilmOrder, limit: int, version: str) -> tuple[FilmSummary, ...]:
    """The first of the films that :func:`list_films` lists, uncounted."""
    found = _few(connection, wanted, order, version, limit)
    if found is None:
        return _films(connection, _called(wanted, version), order, limit, 0)
    return tuple(map(summary_of, found[:limit]))


def _numbers(count: Count, version: str) -> tuple[int, int]:
    """How many films there are, and how many of them are summarised."""
    summaries = count(("all summaries",), select(func.count()).select_from(SUMMARIES))
    # Nearly always all are of this version: that two look-ups tell, and counting those of one version is a walk past all.
    others = count(("other summaries", version), _OTHERS.params(version=version)) and count(
        ("other summaries counted", version), select(func.count()).select_from(SUMMARIES).where(SUMMARIES.c.version != version)
    )
    return count(("all films",), _FILMS), summaries - others


def _few(connection: Connection, wanted: str, order: FilmOrder, version: str, limit: int) -> list[RowMapping] | None:
    """The rows of all films that hold every word of ``wanted``, where they are few; None where the index of names does not tell."""
    words = _words(wanted)
    candidates = few_called(connection, words, min(12 * limit, _MOST_READ))
    if candidates is None:
        return None
    rows = connection.execute(_SUMMARIES, {"wanted": candidates}).mappings() if candidates else ()
    found = [row for row in rows if row["version"] == version and all(word in row["names"] for word in words)]
    return sorted(found, key=_IN_ORDER[order])


def _called(wanted: str, version: str) -> list[ColumnElement[bool]]:
    return [SUMMARIES.c.version == version, *(_Holds(SUMMARIES.c.names, word) for word in _words(wanted))]


def _films(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], order: FilmOrder, limit: int, offset: int
) -> tuple[FilmSummary, ...]:
    # In two steps, so that what is passed over on the way to the page is passed over in the index.
    page = select(SUMMARIES.c.film).where(*conditions).order_by(*_ORDERS[order]).limit(limit).offset(offset)
    ids = list(connection.execute(page).scalars())
    rows = {row["film"]: row for row in connection.execute(_SUMMARIES, {"wanted": ids}).mappings()} if ids else {}
    return tuple(summary_of(rows[film]) for film in ids)


def unsummarised(connection: Connection, count: Count, *, version: str, limit: int) -> list[str]:
    """Films without a summary of this version, by id."""
    # Counting is an index each; finding none among 20,000 films is a look-up for every one.
    films, summarised = _numbers(count, version)
    if films == summarised:
        return []
    summary = exists().where(and_(SUMMARIES.c.film == FILMS.c.id, SUMMARIES.c.version == version))
    return list(connection.execute(select(FILMS.c.id).where(~summary).order_by(FILMS.c.id).limit(limit)).scalars())


def list_names(connection: Connection, count: Count, kind: AppearanceKind, *, wanted: str, limit: int, offset: int) -> NamePage:
    """The names of a kind that hold every word of ``wanted``, by key."""
    conditions = [NAMES.c.kind == kind.value, *(_Holds(NAMES.c.name_key, word) for word in _words(wanted))]
    query = select(NAMES).where(*conditions).order_by(NAMES.c.name_key).limit(limit).offset(offset)
    names = tuple(NameCount(key=row.name_key, name=row.name, films=row.films) for row in connection.execute(query))
    counted = select(func.count()).select_from(NAMES).where(*conditions)
    return NamePage(names=names, total=_total(names, limit, offset, lambda: count((kind, *_words(wanted)), counted)))


def appearances_of(connection: Connection, kind: AppearanceKind, key: str) -> list[Appearance]:
    """Where a name stands, by film and the order of its record."""
    table = APPEARANCES.c
    query = select(APPEARANCES).where(table.kind == kind.value, table.name_key == key).order_by(table.film, table.ordinal)
    return [appearance_of(row) for row in connection.execute(query).mappings()]


def list_looks(connection: Connection, count: Count, *, limit: int, offset: int) -> tuple[list[Look], int]:
    """What is most worth a look in the whole library, the most urgent first, and how much that is in all."""
    query = select(LOOKS).order_by(LOOKS.c.urgency.desc(), LOOKS.c.film, LOOKS.c.ordinal).limit(limit).offset(offset)
    looks = [look_of(row) for row in connection.execute(query).mappings()]
    return looks, count(("looks",), select(func.count()).select_from(LOOKS))


def film_titles(connection: Connection, films: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """Title and year of each of these films that is there; at most a page of them."""
    rows = connection.execute(select(FILMS.c.id, FILMS.c.title, FILMS.c.year).where(FILMS.c.id.in_(films)))
    return {film: (title, year) for film, title, year in rows}


def _total(page: Sequence[object], limit: int, offset: int, count: Callable[[], int]) -> int:
    """How many there are in all; a first page that is not full tells it."""
    return len(page) if not offset and len(page) < limit else count()


def _words(wanted: str) -> list[str]:
    return [key for word in wanted.split()[:8] if (key := name_key(word))]
