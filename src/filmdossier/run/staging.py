"""Sorts the rows of a table by film outside memory.

Rows enter in the order of the file; groups of one film's rows leave, in the order of the film's name, each
row in its place. They lie in a database without a name, which the system removes whatever becomes of
this process. (DuckDB would group as well, but takes rows from Python one by one: ninety times slower.)
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from filmdossier.errors import StoreError
from filmdossier.read.tables import Field, FilmName, FilmRow, ReviewRow, ScaledRow, Tally

_CACHE_KIB = 32_000
# A scale is a critic's where this many of the other ratings say one, and this share of them the same.
# Of 72,000 lines of critics: see docs/decisions/0014-tables-of-reviews.md.
_FEWEST, _SHARE = 3, 0.9
_SCHEMA = """
CREATE TABLE rows (film TEXT NOT NULL, film_id TEXT NOT NULL, line INTEGER NOT NULL, reviewer TEXT NOT NULL, bare INTEGER NOT NULL,
  scale TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE films (id TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER, alias TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counts (reviewer TEXT NOT NULL, scale TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE scales (reviewer TEXT PRIMARY KEY, scale TEXT NOT NULL) WITHOUT ROWID;
"""
# Only of those who gave a bare number as well: most critics did not.
_COUNT = """
INSERT INTO counts SELECT reviewer, scale, count(*) FROM rows
  WHERE scale <> '' AND reviewer <> '' AND reviewer IN (SELECT reviewer FROM rows WHERE bare) GROUP BY reviewer, scale
"""
_SCALES = """
INSERT INTO scales SELECT reviewer, scale FROM counts
  WHERE number >= :fewest AND number >= :share * (SELECT sum(number) FROM counts AS every WHERE every.reviewer = counts.reviewer)
"""
_ROWS = """
SELECT rows.film, films.title, films.year, films.alias, rows.line, rows.content,
    CASE WHEN rows.bare THEN coalesce(nullif(:scale, ''), scales.scale, '') ELSE '' END FROM rows
  LEFT JOIN films ON films.id = rows.film_id LEFT JOIN scales ON rows.bare AND scales.reviewer = rows.reviewer
  ORDER BY rows.film, rows.line
"""
_TALLIES = """
SELECT rows.film, films.title, films.year, films.alias, rows.content, CASE WHEN rows.bare THEN :scale ELSE rows.scale END AS top,
    count(*) FROM rows
  LEFT JOIN films ON films.id = rows.film_id GROUP BY rows.film, rows.content, top ORDER BY rows.film
"""


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A row with what its rating says of scales: ``bare`` where it is a number and no more, else its maximum, '' for none."""

    row: ReviewRow
    bare: bool = False
    scale: str = ""


class Staging:
    """The rows of one table, and the films that its ids mean; made by :func:`staging`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add_films(self, films: Iterable[FilmRow]) -> None:
        """Takes what ids mean; of two films under one id the first."""
        content = ((film.film.id, film.film.title, film.film.year, film.film.alias) for film in films)
        self._connection.executemany("INSERT OR IGNORE INTO films VALUES (?, ?, ?, ?)", content)

    def add_rows(self, rows: Iterable[StagedRow], *, audience: bool = False) -> None:
        """Takes rows; of the audience's the rating alone."""
        encode = _encoded_rating if audience else _encoded
        self._connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", map(encode, rows))

    def films(self) -> int:
        """How many films the rows name."""
        return int(self._connection.execute("SELECT count(DISTINCT film) FROM rows").fetchone()[0])

    def unnamed_films(self) -> int:
        """How many films the rows name by an id that no table of films explains."""
        query = "SELECT count(DISTINCT film_id) FROM rows WHERE film LIKE '[\"\"%' AND film_id NOT IN (SELECT id FROM films)"
        return int(self._connection.execute(query).fetchone()[0])

    def infer_scales(self) -> None:
        """Finds the scales of those who gave bare numbers, from their other ratings in the table."""
        self._connection.execute(_COUNT)
        self._connection.execute("CREATE INDEX counts_by_reviewer ON counts (reviewer)")
        self._connection.execute(_SCALES, {"fewest": _FEWEST, "share": _SHARE})

    def reviews(self, scale: str = "") -> Iterator[tuple[FilmName, Iterator[ScaledRow]]]:
        """Each film with its rows, which must be taken before the next film; ``scale`` is that of every bare number."""
        for film, group in groupby(self._connection.execute(_ROWS, {"scale": scale}), key=_film):
            yield film, (_decoded(film, *row[4:]) for row in group)

    def tallies(self, scale: str = "") -> Iterator[tuple[FilmName, list[Tally]]]:
        """Each film with the ratings that it was given, the highest number first."""
        for film, group in groupby(self._connection.execute(_TALLIES, {"scale": scale}), key=_film):
            tallies = [Tally(rating, count, top) for *_, rating, top, count in group]
            yield film, sorted(tallies, key=lambda tally: (-_leading(tally.rating), tally.rating, tally.scale))


@contextmanager
def staging() -> Iterator[Staging]:
    """A place for rows, for as long as the context lasts."""
    connection = sqlite3.connect("", isolation_level=None)
    try:
        # Nobody reads it after a crash: no journal, and nothing is forced to the disk.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}", "temp_store = FILE"):
            connection.execute(f"PRAGMA {pragma}")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        yield Staging(connection)
    except sqlite3.Error as error:
        raise StoreError(
            f"the rows cannot be sorted ({error}); free some space in the folder for temporary files (TMPDIR)"
        ) from error
    finally:
        connection.close()


_Encoded = tuple[str, str, int, str, bool, str, str]


def _encoded(staged: StagedRow) -> _Encoded:
    row = staged.row
    reviewer = f"{row.critic.casefold()}\x1f{row.outlet.casefold()}" if row.critic or row.outlet else ""
    content = json.dumps((row.critic, row.outlet, row.date, row.verdict, row.rating, row.quote, row.scores), ensure_ascii=False)
    return _named(row.film), row.film.id, row.line, reviewer, staged.bare, staged.scale, content


def _encoded_rating(staged: StagedRow) -> _Encoded:
    row = staged.row
    return _named(row.film), row.film.id, row.line, "", staged.bare, staged.scale, row.rating


def _named(film: FilmName) -> str:
    return json.dumps((film.title, film.year, film.id), ensure_ascii=False)


def _film(found: Sequence[Any]) -> FilmName:
    title, year, film_id = json.loads(found[0])
    if found[1] is not None:  # the table of films knows it, and better than the table of reviews
        return FilmName(found[1], found[2] or year, film_id, found[3] or "")
    return FilmName(title, year, film_id)


def _decoded(film: FilmName, line: int, content: str, scale: str) -> ScaledRow:
    critic, outlet, date, verdict, rating, quote, scores = json.loads(content)
    row = ReviewRow(
        line=line,
        film=film,
        critic=critic,
        outlet=outlet,
        date=date,
        verdict=verdict,
        rating=rating,
        quote=quote,
        scores=tuple((Field(score), value) for score, value in scores),
    )
    return ScaledRow(row, scale)


def _leading(rating: str) -> float:
    try:
        return float(rating.partition("/")[0].replace(",", "."))
    except ValueError:
        return 0.0
