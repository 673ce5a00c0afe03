"""Takes the rows of tables into the place where they are sorted, and tells those that cannot be taken.

Paths of a table of reviews and of a table of films enter; leave, in the stage, the rows that can be used, and
here their number, the first of the bad rows with the reason, and the verdicts that are none.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from filmdossier.errors import BrokenFile, NoText, UnknownColumns
from filmdossier.model.annotations import FilmHint
from filmdossier.read.tables import (
    BadRow,
    Columns,
    Field,
    FilmName,
    FilmRow,
    ReviewRow,
    ScaledRow,
    film_columns,
    film_reader,
    open_table,
    review_columns,
    review_reader,
)
from filmdossier.read.tables.columns import SCORES, listed
from filmdossier.run.staging import Staging

LISTED = 20  # rows that are told one by one; all are counted
_STEP = 2_000  # rows between two reports of progress
_MOST_WORDS = 50  # distinct verdicts not known that are kept count of

Progress = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """What the user says of a table.

    ``film`` is the one that all rows are about; ``films`` a table of what ids mean; ``scale`` the maximum of
    bare ratings; ``audience`` true where the rows are the audience's; ``known_only`` leaves out films
    that the library does not hold; ``encoding`` None to look.
    """

    film: FilmHint | None = None
    mapping: Mapping[str, Field] = field(default_factory=dict)
    films: Path | None = None
    scale: str = ""
    audience: bool = False
    known_only: bool = False
    encoding: str | None = None


@dataclass(slots=True, kw_only=True)
class Intake:
    """Takes the rows of the tables into the stage."""

    stage: Staging
    origin: str
    on_progress: Progress | None
    rows: int = 0
    bad: int = 0
    bad_rows: list[tuple[str, BadRow]] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)

    def take_films(self, path: Path, origin: str) -> Columns:
        """Takes the table of films; returns what its columns mean."""
        with open_table(path, origin) as table:
            columns = film_columns(table.columns, origin)
            read = film_reader(columns)

            def films() -> Iterator[FilmRow]:
                for number, record in enumerate(table.rows(columns.of.values())):
                    if number % _STEP == 0:
                        self._progress("films", table.place, table.size)
                    film = record if isinstance(record, BadRow) else read(record)
                    if isinstance(film, BadRow):
                        self._refuse(origin, film)
                    else:
                        yield film

            self.stage.add_films(films())
        return columns

    def take_rows(self, path: Path, options: TableOptions) -> tuple[Columns, bool]:
        """Takes the table of reviews; returns what its columns mean, and whether its rows are the audience's."""
        film = None if options.film is None else FilmName(options.film.title, options.film.year)
        with open_table(path, self.origin, encoding=options.encoding) as table:
            columns = review_columns(table.columns, options.mapping, self.origin, film_named=film is not None)
            audience = options.audience or (Field.USER in columns.of and Field.CRITIC not in columns.of)
            if audience and Field.RATING not in columns.of:
                raise UnknownColumns(
                    self.origin, "the audience's rows have no column of ratings", "say which it is with --map COLUMN=rating"
                )
            if not audience and not columns.of.keys() & {Field.CRITIC, Field.OUTLET, *SCORES}:
                raise UnknownColumns(
                    self.origin,
                    f"no column is known to tell who judges (it has {listed(table.columns)})",
                    "say which does with --map COLUMN=critic or --map COLUMN=outlet; ratings of an audience go in with --audience",
                )
            read = review_reader(columns, film)
            scale = options.scale or columns.layout.scale

            def rows() -> Iterator[ScaledRow]:
                for number, record in enumerate(table.rows(columns.of.values())):
                    if number % _STEP == 0:
                        self._progress("rows", table.place, table.size)
                    row = record if isinstance(record, BadRow) else read(record)
                    if isinstance(row, ReviewRow):
                        row = _usable(row, audience=audience)
                    if isinstance(row, BadRow):
                        self._refuse(self.origin, row)
                    else:
                        self.rows += 1
                        self._look_at(row.verdict)
                        yield ScaledRow(row, _scale_of(row.rating, scale) if row.rating else "")

            before = self.bad
            self.stage.add_rows(rows(), audience=audience)
        if not self.rows:
            self._nothing(self.bad - before)
        if film is not None and (named := self.stage.films()) > 1:
            raise UnknownColumns(
                self.origin, f"its rows are about {named:,} films", "leave --film out: it names the film of a table about one"
            )
        return columns, audience

    def _nothing(self, bad: int) -> None:
        if not bad:
            raise NoText(self.origin, "it has a header and no rows", "check that it was saved or downloaded whole")
        line, reason = next((row.line, row.reason) for origin, row in self.bad_rows[-1:] or [(self.origin, BadRow(0, ""))])
        raise BrokenFile(
            self.origin,
            f"none of its {bad:,} rows can be taken (line {line}: {reason})",
            "say what its columns hold with --map COLUMN=FIELD; what an earlier import brought is kept",
        )

    def _look_at(self, verdict: str) -> None:
        if verdict and not _is_verdict(verdict) and (verdict in self.verdicts or len(self.verdicts) < _MOST_WORDS):
            self.verdicts[verdict] += 1

    def _refuse(self, origin: str, row: BadRow) -> None:
        self.bad += 1
        if len(self.bad_rows) < LISTED:
            self.bad_rows.append((origin, row))

    def _progress(self, what: str, done: int, total: int) -> None:
        if self.on_progress is not None:
            self.on_progress(what, done, total)


def _usable(row: ReviewRow, *, audience: bool) -> ReviewRow | BadRow:
    """The row, where it says what its table is there for."""
    if audience:
        return row if row.rating else BadRow(row.line, "it holds no rating")
    if not (row.critic or row.outlet) and not row.scores:
        return BadRow(row.line, "it names neither a critic nor a publication")
    return row


@lru_cache(maxsize=1024)
def _is_verdict(words: str) -> bool:
    from filmdossier.extract.review_tables import verdict_of

    return verdict_of(words) is not None


@lru_cache(maxsize=8192)
def _scale_of(rating: str, scale: str) -> str:
    """The maximum of a rating in numbers: what it states itself, else ``scale`` where it is a bare number; '' where nobody says it."""
    from filmdossier.reception.ratings import parse_rating
    from filmdossier.reception.scales import is_bare

    if is_bare(rating):
        return scale
    stated = parse_rating(rating).scale
    return stated if stated.isdigit() else ""
