"""Sorts the rows of a table by film outside memory.

Rows enter in the order of the file; groups of one film's rows leave, in the order of the film's name, each
row in its place. They lie in a database without a name, which the system removes whatever becomes of
this process. (DuckDB would group as well, but takes rows from Python one by one: ninety times slower.)
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from typing import Any

from filmdossier.errors import StoreError
from filmdossier.read.tables import Field, FilmName, FilmRow, ReviewRow, ScaledRow, Tally

_CACHE_KIB = 32_000
_JSON = json.JSONEncoder(ensure_ascii=False)  # made once: json.dumps makes one a call
_SCHEMA = """
CREATE TABLE rows (film TEXT NOT NULL, film_id TEXT NOT NULL, line INTEGER NOT NULL, scale TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE films (id TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER, alias TEXT NOT NULL) WITHOUT ROWID;
"""
_ROWS = """
SELECT rows.film, films.title, films.year, films.alias, rows.scale, rows.content FROM rows
  LEFT JOIN films ON films.id = rows.film_id ORDER BY rows.film, rows.line
"""
_TALLIES = """
SELECT rows.film, films.title, films.year, films.alias, rows.scale, rows.content, count(*) FROM rows
  LEFT JOIN films ON films.id = rows.film_id GROUP BY rows.film, rows.content, rows.scale ORDER BY rows.film
"""


class Staging:
    """The rows of one table, and the films that its ids mean; made by :func:`staging`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add_films(self, films: Iterable[FilmRow]) -> None:
        """Takes what ids mean; of two films under one id the first."""
        content = ((film.film.id, film.film.title, film.film.year, film.film.alias) for film in films)
        self._connection.executemany("INSERT OR IGNORE INTO films VALUES (?, ?, ?, ?)", content)

    def add_rows(self, rows: Iterable[ScaledRow], *, audience: bool = False) -> None:
        """Takes rows; of the audience's the rating alone."""
        encode = _encoded_rating if audience else _encoded
        self._connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", map(encode, rows))

    def films(self) -> int:
        """How many films the rows name."""
        return int(self._connection.execute("SELECT count(DISTINCT film) FROM rows").fetchone()[0])

    def unnamed_films(self) -> int:
        """How many films the rows name by an id that no table of films explains."""
        query = "SELECT count(DISTINCT film_id) FROM rows WHERE film LIKE '[\"\"%' AND film_id NOT IN (SELECT id FROM films)"
        return int(self._connection.execute(query).fetchone()[0])

    def reviews(self) -> Iterator[tuple[FilmName, Iterator[str]]]:
        """Each film with its rows, which must be taken before the next film; a row is the text that :func:`scaled_row` reads."""
        for film, group in groupby(self._connection.execute(_ROWS), key=_film):
            yield film, (f"{scale}\x1f{content}" for *_, scale, content in group)

    def tallies(self) -> Iterator[tuple[FilmName, list[Tally]]]:
        """Each film with the ratings that it was given, the highest number first."""
        for film, group in groupby(self._connection.execute(_TALLIES), key=_film):
            tallies = [Tally(rating, count, scale) for *_, scale, rating, count in group]
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


def scaled_row(film: FilmName, staged: str) -> ScaledRow:
    """The row that :meth:`Staging.reviews` gives as text."""
    scale, _, content = staged.partition("\x1f")
    critic, outlet, date, verdict, rating, quote, scores = json.loads(content)
    row = ReviewRow(
        line=0,
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


def _encoded(scaled: ScaledRow) -> tuple[str, str, int, str, str]:
    row = scaled.row
    content = _JSON.encode((row.critic, row.outlet, row.date, row.verdict, row.rating, row.quote, row.scores))
    return _named(row.film), row.film.id, row.line, scaled.scale, content


def _encoded_rating(scaled: ScaledRow) -> tuple[str, str, int, str, str]:
    row = scaled.row
    return _named(row.film), row.film.id, row.line, scaled.scale, row.rating


@lru_cache(maxsize=4096)
def _named(film: FilmName) -> str:
    return _JSON.encode((film.title, film.year, film.id))


def _film(found: Sequence[Any]) -> FilmName:
    title, year, film_id = json.loads(found[0])
    if found[1] is not None:  # the table of films knows it, and better than the table of reviews
        return FilmName(found[1], found[2] or year, film_id, found[3] or "")
    return FilmName(title, year, film_id)


def _leading(rating: str) -> float:
    try:
        return float(rating.partition("/")[0].replace(",", "."))
    except ValueError:
        return 0.0
