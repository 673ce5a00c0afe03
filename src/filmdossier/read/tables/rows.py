"""Reads what the cells of a row say: which film it is about, and what is said of it.

Records and the meaning of their columns enter; a :class:`ReviewRow` or :class:`FilmRow` leaves, or the
reason why there is none. Cells are cleaned (one line, NFC, mojibake repaired) and otherwise left as written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from filmdossier.model.titles import title_year
from filmdossier.read.builder import normalise
from filmdossier.read.encoding import repaired
from filmdossier.read.tables.columns import SCORES, Columns, Field
from filmdossier.read.tables.opening import BadRow, Record

_NULLS = frozenset({r"\n", "null", "none", "nan", "n/a"})  # \N is IMDb's
_YEAR = re.compile(r"(?:^|(?<=[-/ ,]))(18[89]\d|19\d\d|20[0-4]\d)(?=$|[-/ .T])")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_LONGEST_NAME = 300  # characters of a name or a title; a longer one is a column shifted or mapped wrongly
_NAMES = (Field.FILM, Field.CRITIC, Field.USER, Field.OUTLET, Field.DATE, Field.VERDICT, Field.RATING, Field.FILM_ID)


@dataclass(frozen=True, slots=True)
class FilmName:
    """How a table names a film: by title and year, by an id, or by both; '' and None for what it does not give."""

    title: str = ""
    year: int | None = None
    id: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """What one row says of a film, as written; '' for what it does not say. ``scores`` are of an aggregator."""

    line: int
    film: FilmName
    critic: str = ""
    user: str = ""
    outlet: str = ""
    date: str = ""
    verdict: str = ""
    rating: str = ""
    quote: str = ""
    scores: tuple[tuple[Field, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FilmRow:
    """One film of a table of films."""

    line: int
    film: FilmName


class _Unreadable(Exception):
    """Why a row cannot be taken."""


def review_reader(columns: Columns, film: FilmName | None = None) -> Callable[[Record], ReviewRow | BadRow]:
    """What reads the rows of a table of reviews; ``film`` is the one that all of them are about."""
    of = columns.of
    no_date = frozenset(columns.layout.no_date)
    scores = tuple((score, of[score]) for score in SCORES if score in of)

    def read(record: Record) -> ReviewRow | BadRow:
        cells = record.cells
        try:
            date = _cell(cells, of, Field.DATE)
            row = ReviewRow(
                line=record.line,
                film=_film(cells, of),
                critic=_cell(cells, of, Field.CRITIC),
                user=_cell(cells, of, Field.USER),
                outlet=_cell(cells, of, Field.OUTLET),
                date="" if date in no_date else date,
                verdict=_cell(cells, of, Field.VERDICT),
                rating=_cell(cells, of, Field.RATING),
                quote=_cell(cells, of, Field.QUOTE),
                scores=tuple((score, value) for score, name in scores if (value := clean(cells.get(name, "")))),
            )
        except _Unreadable as error:
            return BadRow(record.line, str(error))
        if film is None and not row.film.title and not row.film.id:
            return BadRow(record.line, "it names no film")
        if not (row.verdict or row.rating or row.quote or row.scores):
            return BadRow(record.line, "it holds no rating, no verdict and no words")
        return row

    return read


def film_reader(columns: Columns) -> Callable[[Record], FilmRow | BadRow]:
    """What reads the rows of a table of films."""

    def read(record: Record) -> FilmRow | BadRow:
        try:
            film = _film(record.cells, columns.of)
        except _Unreadable as error:
            return BadRow(record.line, str(error))
        if not film.id or not film.title:
            return BadRow(record.line, "it has no title" if film.id else "it has no id")
        return FilmRow(record.line, film)

    return read


def clean(cell: str) -> str:
    """A cell on one line, without white space at its ends; '' for what stands for nothing (``\\N``, ``null``)."""
    text = cell if _PLAIN.fullmatch(cell) else " ".join(normalise(repaired(cell)).split())
    return "" if len(text) <= 4 and text.casefold() in _NULLS else text


def _cell(cells: Mapping[str, str], of: Mapping[Field, str], wanted: Field) -> str:
    name = of.get(wanted)
    cell = cells.get(name) if name is not None else None
    if cell is None:
        return ""
    text = clean(cell)
    if len(text) > _LONGEST_NAME and wanted in _NAMES:
        raise _Unreadable(f"{name!r} holds {len(text):,} characters, too many for a {wanted}")
    return text


def _film(cells: Mapping[str, str], of: Mapping[Field, str]) -> FilmName:
    title = _cell(cells, of, Field.FILM) or _title_like_nothing(cells.get(of.get(Field.FILM, ""), ""))
    year = _cell(cells, of, Field.YEAR)
    named = _titled(title, year) if title or year else FilmName()
    film_id, alias = _cell(cells, of, Field.FILM_ID), _cell(cells, of, Field.ALIAS)
    if film_id or alias:
        return FilmName(named.title, named.year, film_id, alias if alias != named.title else "")
    return named


def _title_like_nothing(cell: str) -> str:
    """The title of a film called "None" or "Null"."""
    return "" if cell.strip() in ("", r"\N", "NaN", "nan") else cell.strip()


@lru_cache(maxsize=4096)
def _titled(title: str, year: str) -> FilmName:
    if title and not any(letter.isalnum() for letter in title):
        raise _Unreadable(f"{title!r} is no title")
    named = title_year(title)
    if not year:
        return FilmName(named.title, named.year)
    found = _YEAR.search(year.removesuffix(".0"))  # a column with gaps comes out of some programs as 1995.0
    if found is None:
        raise _Unreadable(f"{year!r} is no year of a film")
    stated = int(found[1])
    # "1984 (1956)" beside the year 1956 is one statement; a title that ends in another year keeps it.
    return FilmName(named.title if named.year in (stated, None) else title, stated)
