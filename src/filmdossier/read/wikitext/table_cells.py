"""The cells of tables: lines of expanded wikitext in, the lines of each table and its grid of cells out.

Reads rows, cells, their attributes and spans; what the cells mean (headers, labels, captions) is
for :mod:`tables` to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from filmdossier.read.wikitext.pieces import Piece, Text, first_text, without_prefix

_OPEN = re.compile(r"[\s:]{0,9}\{\|")
_CLOSE = re.compile(r"\s{0,9}\|\}(?!\})")
_HEADING = re.compile(r"={2}[^=].{0,200}={2}\s*$")
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_LEADING_ATTRIBUTES = re.compile(
    r"\s*(?:(?:(?:row|col)span|style|align|valign|class|bgcolor|scope|width|height|nowrap|data-sort-value)\s*=\s*(?:\"[^\"]{0,200}\"|'[^']{0,200}'|[^\s|\"']{1,100})\s*){1,12}",
    re.IGNORECASE,
)
_CELL_MARK = re.compile(r"\|\|")
_HEADER_MARK = re.compile(r"\|\||!!")
_BODY_SCOPE = re.compile(r"scope\s*=\s*[\"']?\s*row", re.IGNORECASE)
_MAX_SLOTS = 1_000_000
_MAX_REPEATED = 20_000
_MAX_NESTED = 6


@dataclass(slots=True, kw_only=True)
class Cell:
    """One cell as written; ``header`` for "!" cells, ``heads_row`` for those that head a row and no column."""

    pieces: list[Piece]
    header: bool
    heads_row: bool
    rowspan: int
    colspan: int


@dataclass(slots=True)
class TableLines:
    """The lines between ``{|`` and ``|}``; tables nested in them stand in their place."""

    lines: list["list[Piece] | TableLines"] = field(default_factory=list)


def with_tables(lines: Sequence[list[Piece]]) -> list[list[Piece] | TableLines]:
    """The lines with those of each table gathered into one element; a table left open ends before the next section.

    One pass, however the tables are nested. Beyond :data:`_MAX_NESTED` levels an opening line is passed over.
    """
    top: list[list[Piece] | TableLines] = []
    stack = [top]
    for line in lines:
        text = first_text(line)
        if _OPEN.match(text):
            if len(stack) <= _MAX_NESTED:
                table = TableLines()
                stack[-1].append(table)
                stack.append(table.lines)
        elif closed := _CLOSE.match(text):
            if len(stack) > 1:
                stack.pop()
            rest = without_prefix(line, closed.end())
            if len(stack) == 1 and rest:
                top.append(rest)
        else:
            if len(stack) > 1 and text.startswith("==") and _HEADING.match(text):
                del stack[1:]
            stack[-1].append(line)
    return top


def rows_of(table: TableLines) -> tuple[list[Piece], list[list[Cell]], list[TableLines]]:
    """The caption, the rows of cells as written, and the tables nested in them."""
    caption: list[Piece] = []
    rows: list[list[Cell]] = [[]]
    nested: list[TableLines] = []
    current: list[Piece] | None = None
    for line in table.lines:
        if isinstance(line, TableLines):
            nested.append(line)
            continue
        text = first_text(line).lstrip()
        if text.startswith("|+"):
            current = caption
            caption.extend(_attributes(without_prefix(line, _offset(line, 2)))[1])
        elif text.startswith("|-"):
            rows.append([])
            current = None
        elif text.startswith(("|", "!")):
            for content in _split_cells(without_prefix(line, _offset(line, 1)), header=text[0] == "!"):
                rows[-1].append(_cell(content, header=text[0] == "!"))
            current = rows[-1][-1].pieces
        elif current is not None:
            current.extend([Text("\n"), *line])
        elif any(not isinstance(piece, Text) or piece.text.strip() for piece in line):
            # Words outside any cell are shown above the table; here they keep their place.
            rows[-1].append(_cell(list(line), header=False))
            current = rows[-1][-1].pieces
    return caption, [row for row in rows if row], nested


def _offset(line: Sequence[Piece], size: int) -> int:
    text = first_text(line)
    return len(text) - len(text.lstrip()) + size


def _split_cells(line: Sequence[Piece], *, header: bool) -> list[list[Piece]]:
    """The cells of one line: parted by "||", in header lines also by "!!"."""
    cells: list[list[Piece]] = [[]]
    mark = _HEADER_MARK if header else _CELL_MARK
    for piece in line:
        if not (isinstance(piece, Text) and piece.raw and not piece.marks):
            cells[-1].append(piece)
            continue
        for number, part in enumerate(mark.split(piece.text)):
            if number:
                cells.append([])
            if part:
                cells[-1].append(Text(part, piece.marks, piece.raw))
    return cells


def _cell(pieces: list[Piece], *, header: bool) -> Cell:
    attributes, content = _attributes(pieces)
    spans = {name.lower(): int(value) for name, value in _SPAN.findall(attributes)}
    return Cell(
        pieces=content,
        header=header,
        rowspan=max(1, min(spans.get("row", 1), 500)),
        colspan=max(1, min(spans.get("col", 1), 100)),
        heads_row=_BODY_SCOPE.search(attributes) is not None,
    )


def _attributes(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The attributes before a cell's single "|", and its content."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Text) and piece.raw and not piece.marks and "|" in piece.text:
            before, _, after = piece.text.partition("|")
            attributes = "".join(p.text for p in pieces[:index] if isinstance(p, Text)) + before
            return attributes, [Text(after, piece.marks, piece.raw), *pieces[index + 1 :]] if after else list(pieces[index + 1 :])
        if isinstance(piece, Text) and piece.marks:
            break
    # {{won}} and its kin print the separator themselves: what stands before them are attributes.
    bare = _LEADING_ATTRIBUTES.match(first_text(pieces))
    if bare:
        return bare.group(), without_prefix(pieces, bare.end())
    return "", list(pieces)


def grid_of(rows: list[list[Cell]]) -> list[list[Cell | None]]:
    """Rows with every cell in each row and column it covers; None where a row is short.

    Spans that would blow the table up (to more than :data:`_MAX_SLOTS` places) are no longer followed;
    no cell is lost by that.
    """
    grid: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    slots = 0
    for row in rows:
        if slots > _MAX_SLOTS:
            grid.append(list(row))
            continue
        out: list[Cell | None] = []
        left: dict[int, tuple[Cell, int]] = {}
        last = max(hanging, default=-1)
        pending = iter(row)
        cell = next(pending, None)
        while cell is not None or len(out) <= last:
            column = len(out)
            if column in hanging:
                covered, more = hanging[column]
                out.append(covered)
                if more > 1:
                    left[column] = (covered, more - 1)
            elif cell is not None:
                rows_down = _rows_down(cell)
                for place in range(column, column + cell.colspan):
                    out.append(cell)
                    if rows_down > 1:
                        left[place] = (cell, rows_down - 1)
                cell = next(pending, None)
            else:
                out.append(None)
        hanging = left
        slots += len(out)
        grid.append(out)
    return grid


def _rows_down(cell: Cell) -> int:
    """The rows a cell covers; one long text is not repeated hundreds of times."""
    if cell.rowspan == 1:
        return 1
    size = sum(len(piece.text) for piece in cell.pieces if isinstance(piece, Text))
    return min(cell.rowspan, max(1, _MAX_REPEATED // max(size, 1)))


def distinct_cells(row: list[Cell | None]) -> list[tuple[Cell, list[int]]]:
    """The cells of a grid row with the columns each covers."""
    out: list[tuple[Cell, list[int]]] = []
    for column, cell in enumerate(row):
        if cell is None:
            continue
        if out and out[-1][0] is cell:
            out[-1][1].append(column)
        else:
            out.append((cell, [column]))
    return out
