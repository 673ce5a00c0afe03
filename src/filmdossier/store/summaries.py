"""Keeps the summaries of films: computed elsewhere, kept here, dropped when what they follow from changes.

Every change drops the summaries of the films it touches in its own transaction. A summary computed
from a state of the film that is no more is not taken (:func:`put_summaries` compares states), so that
a row that is there is true, whoever writes meanwhile.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, delete, func, insert, select

from filmdossier.model.claim import Predicate
from filmdossier.model.summary import Appearance, AppearanceKind, FilmSummary, Look, Summarised
from filmdossier.model.titles import slugify, title_key
from filmdossier.store.film_names import enter_film_names, forget_film_names
from filmdossier.store.rows import decode_value, encode_value
from filmdossier.store.tables import APPEARANCES, DECISIONS, DOCUMENTS, FILMS, LINKS, LOOKS, NAMES, SUMMARIES, TOPICS

Row = dict[str, Any]
SEPARATOR = "\n"
_AT_ONCE = 500  # engines limit the number of values in a statement


# Made once: building and keying a statement costs SQLAlchemy as much as SQLite takes to run it.
_WANTED: BindParameter[str] = bindparam("wanted", expanding=True)
_CONTENTS = select(FILMS.c.id, FILMS.c.content).where(FILMS.c.id.in_(_WANTED))
_LINKED = (
    select(LINKS.c.film, TOPICS.c.id, DOCUMENTS.c.id, DOCUMENTS.c.sha256, DOCUMENTS.c.version, DOCUMENTS.c.origin)
    .join(TOPICS, TOPICS.c.id == LINKS.c.topic)
    .join(DOCUMENTS, DOCUMENTS.c.id == TOPICS.c.document)
    .where(LINKS.c.film.in_(_WANTED))
)
_DECIDED = select(DECISIONS.c.id, FILMS.c.id).join(FILMS, FILMS.c.id == DECISIONS.c.film).where(FILMS.c.id.in_(_WANTED))
_DECIDED_ELSEWHERE = select(DECISIONS.c.id).outerjoin(FILMS, FILMS.c.id == DECISIONS.c.film).where(FILMS.c.id.is_(None))
_NAMED = select(APPEARANCES.c.kind, APPEARANCES.c.name_key).where(APPEARANCES.c.film.in_(_WANTED)).distinct()
_DROPS = tuple(delete(table).where(table.c.film.in_(_WANTED)) for table in (SUMMARIES, APPEARANCES, LOOKS))
_KIND: BindParameter[str] = bindparam("wanted_kind")
_KEY: BindParameter[str] = bindparam("wanted_key")
_DROP_NAME = delete(NAMES).where(NAMES.c.kind == _KIND, NAMES.c.name_key == _KEY)
_COUNTED = select(
    APPEARANCES.c.kind, APPEARANCES.c.name_key, func.min(APPEARANCES.c.name), func.count(APPEARANCES.c.film.distinct())
)
_ENTER_NAME = insert(NAMES).from_select(
    list(NAMES.c),
    _COUNTED.where(APPEARANCES.c.kind == _KIND, APPEARANCES.c.name_key == _KEY).group_by(
        APPEARANCES.c.kind, APPEARANCES.c.name_key
    ),
)


def name_key(name: str) -> str:
    """What two spellings of one name share: case, accents and punctuation do not count."""
    return slugify(name) or name.casefold().strip()


def film_states(connection: Connection, films: Sequence[str]) -> dict[str, str]:
    """By film, a digest of everything its record follows from; films that are not there are left out."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for some in _portions(films):
        for film, content in connection.execute(_CONTENTS, {"wanted": some}):
            rows[film].append(content)
        for link in connection.execute(_LINKED, {"wanted": some}):
            rows[link[0]].append(repr(tuple(link)))
        for decision, film in connection.execute(_DECIDED, {"wanted": some}):
            rows[film].append(decision)
    # A film is found again when its id has changed: a decision on no id that there is may be about any film.
    for decision in connection.execute(_DECIDED_ELSEWHERE).scalars():
        for found in rows.values():
            found.append(decision)
    return {film: sha256("\0".join(sorted(found)).encode()).hexdigest()[:20] for film, found in rows.items()}


def put_summaries(connection: Connection, summarised: Sequence[Summarised], *, version: str) -> int:
    """How many were taken: those whose film is still in the state that they were computed from."""
    states = film_states(connection, [one.summary.film for one in summarised])
    current = [one for one in summarised if states.get(one.summary.film) == one.state]
    named = _forget(connection, [one.summary.film for one in current])
    appearances = [row for one in current for row in _appearance_rows(one.appearances)]
    entered = [_summary_row(one.summary, version) for one in current]
    enter_film_names(connection, entered)
    for table, rows in (
        (SUMMARIES, entered),
        (APPEARANCES, appearances),
        (LOOKS, [_look_row(look, ordinal) for one in current for ordinal, look in enumerate(one.looks)]),
    ):
        if rows:
            connection.execute(insert(table), rows)
    _count_names(connection, named | {(row["kind"], row["name_key"]) for row in appearances})
    return len(current)


def forget_summaries(connection: Connection, films: Iterable[str]) -> None:
    """Drops the summaries of these films."""
    _count_names(connection, _forget(connection, films))


def count_names(connection: Connection) -> None:
    """Counts every name anew, for a library that has appearances and no names."""
    connection.execute(delete(NAMES))
    connection.execute(insert(NAMES).from_select(list(NAMES.c), _COUNTED.group_by(APPEARANCES.c.kind, APPEARANCES.c.name_key)))


def _forget(connection: Connection, films: Iterable[str]) -> set[tuple[str, str]]:
    """Kind and key of the names that stood in these films; they are to be counted again."""
    named: set[tuple[str, str]] = set()
    for some in _portions(sorted(set(films))):
        named.update((kind, key) for kind, key in connection.execute(_NAMED, {"wanted": some}))
        for drop in _DROPS:
            connection.execute(drop, {"wanted": some})
        forget_film_names(connection, some)
    return named


def _count_names(connection: Connection, named: Iterable[tuple[str, str]]) -> None:
    keys = [{"wanted_kind": kind, "wanted_key": key} for kind, key in sorted(named)]
    if keys:
        connection.execute(_DROP_NAME, keys)
        connection.execute(_ENTER_NAME, keys)


def forget_summaries_of_document(connection: Connection, document: str) -> None:
    """Drops the summaries of the films that a document is linked to."""
    films = select(LINKS.c.film).join(TOPICS, TOPICS.c.id == LINKS.c.topic).where(TOPICS.c.document == document)
    forget_summaries(connection, connection.execute(films).scalars())


def changed_films(films: Sequence[Row], new_films: Sequence[Row], links: Sequence[Row], new_links: Sequence[Row]) -> set[str]:
    """The films that came, went, were renamed, or lost or gained a topic."""
    content = {row["id"]: row["content"] for row in films}
    new_content = {row["id"]: row["content"] for row in new_films}
    changed = {film for film in content.keys() | new_content.keys() if content.get(film) != new_content.get(film)}
    pairs = {(row["topic"], row["film"]) for row in links} ^ {(row["topic"], row["film"]) for row in new_links}
    return changed | {film for _, film in pairs}


def _summary_row(summary: FilmSummary, version: str) -> Row:
    names = [summary.title, *summary.aliases, *summary.directors]
    return {
        "film": summary.film,
        "version": version,
        "title": summary.title,
        "year": summary.year,
        "sort_key": title_key(summary.title),
        "names": SEPARATOR.join([*map(name_key, names), str(summary.year or "")]),
        "directors": SEPARATOR.join(summary.directors),
        "documents": summary.documents,
        "facts": summary.facts,
        "cast": summary.cast,
        "story": summary.story,
        "reviews": summary.reviews,
        "disputes": len(summary.disputed),
        "disputed": SEPARATOR.join(summary.disputed),
    }


def summary_of(row: RowMapping) -> FilmSummary:
    """The summary of a row; the aliases are only kept to be searched."""
    return FilmSummary(
        film=row["film"],
        title=row["title"],
        year=row["year"],
        aliases=(),
        directors=tuple(filter(None, row["directors"].split(SEPARATOR))),
        documents=row["documents"],
        facts=row["facts"],
        cast=row["cast"],
        story=row["story"],
        reviews=row["reviews"],
        disputed=tuple(filter(None, row["disputed"].split(SEPARATOR))),
    )


def appearance_of(row: RowMapping) -> Appearance:
    """The appearance of a row."""
    return Appearance(
        film=row["film"],
        kind=AppearanceKind(row["kind"]),
        name=row["name"],
        role=row["role"],
        detail=row["detail"],
        rating=row["rating"],
        stance=row["stance"],
    )


def look_of(row: RowMapping) -> Look:
    """The look of a row."""
    predicate = Predicate(row["predicate"]) if row["predicate"] else None
    return Look(
        film=row["film"],
        id=row["id"],
        predicate=predicate,
        value=None if predicate is None else decode_value(predicate, row["value"]),
        about=row["about"],
        reason=row["reason"],
        urgency=row["urgency"],
    )


def _look_row(look: Look, ordinal: int) -> Row:
    return {
        "film": look.film,
        "ordinal": ordinal,
        "id": look.id,
        "predicate": look.predicate.value if look.predicate is not None else "",
        "value": encode_value(look.predicate, look.value) if look.predicate is not None and look.value is not None else "",
        "about": look.about,
        "reason": look.reason,
        "urgency": look.urgency,
    }


def _appearance_rows(appearances: Sequence[Appearance]) -> list[Row]:
    return [
        {
            "film": one.film,
            "ordinal": ordinal,
            "kind": one.kind.value,
            "name_key": name_key(one.name),
            "name": one.name,
            "role": one.role,
            "detail": one.detail,
            "rating": one.rating,
            "stance": one.stance,
        }
        for ordinal, one in enumerate(appearances)
    ]


def _portions(films: Sequence[str]) -> Iterable[Sequence[str]]:
    return (films[at : at + _AT_ONCE] for at in range(0, len(films), _AT_ONCE))
