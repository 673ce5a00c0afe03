"""Splits the lines of a CSV or TSV into records.

Lines enter; the header and one list of cells a record leave, or the reason why a line is none. In a
CSV a cell in quotation marks may run over lines; where the closing mark is missing, only the line that
opens it is lost: a cell that ends at the opening mark of a later row has swallowed that row, which its own width tells. In a TSV every line is a record and quotation marks are letters, but a cell that is
wrapped in them as in a CSV is unwrapped.
"""

import csv
from collections.abc import Iterable, Iterator

_DELIMITERS = "\t,;|"
_MOST_LINES = 200  # of one record: a review in a cell has fewer paragraphs
_LARGEST_CELL = 2_000_000

Split = tuple[int, list[str] | str]
"""The number of a record's first line, and its cells or what is wrong with it."""


def declared_delimiter(first: str) -> str:
    """The delimiter that a line before the header declares, as spreadsheets write it ("sep=;"); '' where the line is none."""
    name, _, sign = first.lstrip("\ufeff").rstrip("\r\n").partition("=")
    return sign if name.strip().casefold() == "sep" and len(sign) == 1 and sign in _DELIMITERS else ""


def delimiter_of(header: str) -> str:
    """The delimiter that a header shows: the one that stands in it most often; a comma in a header of one column."""
    counts = [(header.count(sign), -order, sign) for order, sign in enumerate(_DELIMITERS)]
    most, _, sign = max(counts)
    return sign if most else ","


def split(lines: Iterable[str], delimiter: str) -> Iterator[Split]:
    """The records of a table, the header among them; blank lines are left out."""
    csv.field_size_limit(_LARGEST_CELL)
    yield from _tabbed(lines) if delimiter == "\t" else _quoted(lines, delimiter)


def _tabbed(lines: Iterable[str]) -> Iterator[Split]:
    for number, line in enumerate(lines, 1):
        plain = line.rstrip("\r\n")
        if plain.strip():
            yield number, [_unwrapped(cell) for cell in plain.split("\t")] if '"' in plain else plain.split("\t")


def _unwrapped(cell: str) -> str:
    """The cell without the quotation marks of a CSV; as it is where a mark inside stands alone."""
    if len(cell) < 2 or cell[0] != '"' or cell[-1] != '"':
        return cell
    inner = cell[1:-1]
    return inner.replace('""', '"') if inner.replace('""', "").find('"') < 0 else cell


def _quoted(lines: Iterable[str], delimiter: str) -> Iterator[Split]:
    source = iter(lines)
    waiting: list[str] = []  # lines taken for a record that turned out to be none
    number = width = 0  # cells of the header

    def next_line() -> str | None:
        return waiting.pop(0) if waiting else next(source, None)

    while (line := next_line()) is not None:
        number += 1
        if '"' not in line:
            if line.strip():
                cells = line.rstrip("\r\n").split(delimiter)
                width = width or len(cells)
                yield number, cells
            continue
        taken = [line]
        while _is_open(record := "".join(taken), delimiter) and len(taken) < _MOST_LINES:
            more = next_line()
            if more is None:
                break
            taken.append(more)
        if _is_open(record, delimiter) or _swallowed(record, taken, delimiter, width):
            waiting[:0] = taken[1:]
            yield number, "a quotation mark opens a cell and none closes it"
            continue
        try:
            cells = next(csv.reader([record], delimiter=delimiter))
        except csv.Error as error:
            yield number, str(error)
        else:
            width = width or len(cells)
            yield number, cells
        number += len(taken) - 1


def _swallowed(record: str, taken: list[str], delimiter: str, width: int) -> bool:
    """Whether a record over several lines is as wide as no row, and one of its later lines is a row by itself."""
    if len(taken) == 1 or not width or _width(record, delimiter) == width:
        return False
    return any(_width(line, delimiter) == width and not _is_open(line, delimiter) for line in taken[1:])


def _width(record: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([record], delimiter=delimiter), ()))
    except csv.Error:
        return 0


def _is_open(record: str, delimiter: str) -> bool:
    """Whether the record ends inside a cell in quotation marks."""
    if record.count('"') % 2 == 0:
        return False  # as it is in nearly every line; asking the parser takes ten times as long
    try:
        next(csv.reader([record], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
