"""Finds films by a piece of what they are called, where the piece is rare enough to be looked up.

Keys of films' names enter (title, other titles, directors, year); ids leave. On SQLite an index of every
three letters in a row (FTS5's trigrams) is written with the summaries, in their transaction. It answers
for pieces of three letters or more that few films hold: for others a walk along the films in their order
ends soon, and this says that it cannot tell.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from filmdossier.store.search import row_number
from filmdossier.store.tables import SUMMARIES

_LEAST = 3  # letters that a trigram has

_CREATE = "CREATE VIRTUAL TABLE IF NOT EXISTS film_names USING fts5(film UNINDEXED, names, tokenize='trigram')"
_ENTER = text("INSERT OR REPLACE INTO film_names (rowid, film, names) VALUES (:number, :film, :names)")
_FORGET = text("DELETE FROM film_names WHERE rowid = :number")
_FIND = text("SELECT film FROM film_names WHERE film_names MATCH :query LIMIT :limit")
_SUMMARISED = select(SUMMARIES.c.film, SUMMARIES.c.names)


def few_called(connection: Connection, pieces: Sequence[str], most: int) -> list[str] | None:
    """At most ``most`` films, among them all whose names hold every piece; None where they may be more, or nothing tells."""
    looked_up = [piece for piece in pieces if len(piece) >= _LEAST]
    if not looked_up or connection.dialect.name != "sqlite":
        return None
    query = " AND ".join('"' + piece.replace('"', '""') + '"' for piece in looked_up)
    films = list(connection.execute(_FIND, {"query": query, "limit": most + 1}).scalars())
    return films if len(films) <= most else None


def create_film_names(connection: Connection) -> None:
    """Makes the index where the engine has one."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(_CREATE))


def fill_film_names(connection: Connection) -> None:
    """Enters every film that is summarised, for a library that had no index."""
    enter_film_names(connection, [row._asdict() for row in connection.execute(_SUMMARISED)])


def enter_film_names(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Enters the names of summaries' rows."""
    if connection.dialect.name == "sqlite":
        entered = [{"number": row_number(row["film"]), "film": row["film"], "names": row["names"]} for row in rows]
        if entered:
            connection.execute(_ENTER, entered)


def forget_film_names(connection: Connection, films: Iterable[str]) -> None:
    """Takes these films out again; those that are not there do no harm."""
    if connection.dialect.name == "sqlite":
        numbers = [{"number": row_number(film)} for film in films]
        if numbers:
            connection.execute(_FORGET, numbers)
