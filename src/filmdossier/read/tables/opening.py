"""Opens a table of any kind: CSV, TSV, JSON lines or Parquet; rows leave as text by column.

A path enters; columns and a stream of :class:`Record` or :class:`BadRow` leave, in the order of the
file. Memory does not grow with the table. What the columns mean is not asked here.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from filmdossier.errors import BrokenFile
from filmdossier.read.tables.delimited import declared_delimiter, delimiter_of, split
from filmdossier.read.tables.lines import LONGEST_LINE, Lines, is_parquet, open_lines

_SAMPLE = 100  # rows of JSON lines that are looked at for columns: later rows may leave some out
_BATCH = 5_000
_MEMORY = "512MB"


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its line (of a Parquet table its number, from 1) and its cells by column; blank cells are left out."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken, and why."""

    line: int
    reason: str


Rows = Callable[[frozenset[str]], Iterator[Record | BadRow]]


class Table:
    """A table that is open. ``columns`` are as the file names them; ``size`` and :attr:`place` tell the progress."""

    def __init__(self, columns: tuple[str, ...], rows: Rows, size: int, lines: Lines | None) -> None:
        self.columns, self.size = columns, size
        self._rows, self._lines, self._count = rows, lines, 0

    @property
    def place(self) -> int:
        """How far the reading is, of ``size``."""
        return self._count if self._lines is None else self._lines.place

    def rows(self, wanted: Iterable[str] | None = None) -> Iterator[Record | BadRow]:
        """The rows, to be asked for once; the cells of the columns ``wanted`` alone, None for all."""
        for row in self._rows(frozenset(self.columns if wanted is None else wanted)):
            self._count += 1
            yield row


@contextmanager
def open_table(path: Path, origin: str, *, encoding: str | None = None) -> Iterator[Table]:
    """The table in a file, for as long as the context lasts; raises a ReadError that names ``origin``."""
    with ExitStack() as stack:
        if is_parquet(path, origin):
            yield stack.enter_context(_parquet(path, origin))
            return
        lines = stack.enter_context(open_lines(path, origin, encoding))
        stream = iter(lines)
        first = next((line for line in stream if line.strip()), "")
        size = path.stat().st_size
        if first.lstrip("\ufeff \t").startswith("{"):
            columns, rows = _json_lines(chain([first], stream))
        elif first.lstrip("\ufeff \t").startswith("["):
            raise BrokenFile(origin, "it is one JSON list", "save it with one object a line: jq -c '.[]'")
        else:
            columns, rows = _delimited(first, stream, origin)
        yield Table(columns, rows, size, lines)


def _delimited(first: str, stream: Iterator[str], origin: str) -> tuple[tuple[str, ...], Rows]:
    declared = declared_delimiter(first)
    delimiter = declared or delimiter_of(first)
    records = split(chain([first], stream), delimiter)
    if declared:
        records = split(chain(["\n"], stream), delimiter)  # its place is kept, so that lines keep their numbers
    _, header = next(records, (0, ""))
    if isinstance(header, str):
        raise BrokenFile(
            origin, f"its first line is no header: {header or 'it is blank'}", "give the columns names in the first line"
        )
    columns = tuple(name.strip().lstrip("\ufeff").strip() for name in header)
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise BrokenFile(origin, f"two columns are called {twice[0]!r}", "give each column a name of its own")

    def rows(wanted: frozenset[str]) -> Iterator[Record | BadRow]:
        width = len(columns)
        places = [(place, name) for place, name in enumerate(columns) if name in wanted]
        for number, cells in records:
            if isinstance(cells, str):
                yield BadRow(number, cells)
            elif len(cells) != width and (len(cells) < width or any(cell.strip() for cell in cells[width:])):
                yield BadRow(number, _width(len(cells), width, cells))
            else:
                yield Record(number, {name: cell for place, name in places if (cell := cells[place]) and not cell.isspace()})

    return columns, rows


def _width(found: int, wanted: int, cells: list[str]) -> str:
    if any(len(cell) >= LONGEST_LINE - 1 for cell in cells):
        return f"the line is over {LONGEST_LINE:,} characters long"
    return f"{found} {'cell' if found == 1 else 'cells'} where the header names {wanted}"


def _json_lines(stream: Iterator[str]) -> tuple[tuple[str, ...], Rows]:
    sample = list(islice(stream, _SAMPLE))
    columns = tuple(dict.fromkeys(name for line in sample for name in _keys(line)))

    def rows(wanted: frozenset[str]) -> Iterator[Record | BadRow]:
        for number, line in enumerate(chain(sample, stream), 1):
            if not line.isspace():
                yield _json_row(number, line, wanted)

    return columns, rows


def _keys(line: str) -> list[str]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return list(value) if isinstance(value, dict) else []


def _json_row(number: int, line: str, wanted: frozenset[str]) -> Record | BadRow:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        if len(line) >= LONGEST_LINE:
            return BadRow(number, f"the line is over {LONGEST_LINE:,} characters long")
        return BadRow(number, f"it is no JSON ({_where(error)})")
    if not isinstance(value, dict):
        return BadRow(number, "it is no JSON object")
    return Record(number, {name: text for name, each in value.items() if name in wanted and (text := _text(each))})


def _where(error: Exception) -> str:
    # json counts lines inside the line.
    return f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)


def _text(value: Any) -> str:
    """A value as the cell of a text table would show it; '' for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if value.isspace() else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "" if value != value else f"{value:.10g}"
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


@contextmanager
def _parquet(path: Path, origin: str) -> Iterator[Table]:
    import duckdb

    # Nothing but this file: no extension may be fetched, no memory taken that the machine may not have.
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "threads": 1,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(":memory:", config=settings) as connection:
        try:
            total = connection.execute("SELECT count(*) FROM read_parquet(?)", [_literal(path)]).fetchone()
            cursor = connection.execute("SELECT * FROM read_parquet(?)", [_literal(path)])
            columns = tuple(str(column[0]) for column in cursor.description or ())
        except duckdb.Error as error:
            # What follows is our own query.
            reason = " ".join(str(error).partition("\nLINE 1:")[0].split()).replace(f" '{path}'", "")
            raise BrokenFile(origin, f"it is no Parquet table that can be read ({reason})", "copy or download it again") from error

        def rows(wanted: frozenset[str]) -> Iterator[Record | BadRow]:
            number = 0
            places = [(place, name) for place, name in enumerate(columns) if name in wanted]
            while batch := cursor.fetchmany(_BATCH):
                for values in batch:
                    number += 1
                    yield Record(number, {name: text for place, name in places if (text := _text(values[place]))})

        size = int(total[0]) if total else 0
        yield Table(columns, rows, size, None)


def _literal(path: Path) -> str:
    """The path as DuckDB reads it: stars and brackets in a name are no pattern."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))
