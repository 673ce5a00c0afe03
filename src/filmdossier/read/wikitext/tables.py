"""Tables: the lines of one ``{| … |}`` in, labelled rows, captions and the text of layout tables out.

Header cells become the labels of the cells under them; a cell that spans rows is repeated in each
of them; one that spans columns stands once under all their labels. A table without headers that
only arranges lists in columns is handed back as lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.wikitext.pieces import (
    Boxed,
    Draft,
    Piece,
    Prose,
    TableRow,
    Text,
    first_text,
    items,
    joined,
    plain,
    runs,
    split_lines,
    without_prefix,
)

_OPEN = re.compile(r"[\s:]{0,9}\{\|")
_CLOSE = re.compile(r"\s{0,9}\|\}(?!\})")
_HEADING = re.compile(r"={2}[^=].{0,200}={2}\s*$")
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_LEADING_ATTRIBUTES = re.compile(
    r"\s*(?:(?:(?:row|col)span|style|align|valign|class|bgcolor|scope|width|height|nowrap|data-sort-value)\s*=\s*(?:\"[^\"]{0,200}\"|'[^']{0,200}'|[^\s|\"']{1,100})\s*){1,12}",
    re.IGNORECASE,
)
_MAX_CELLS = 100_000
_MAX_NESTED = 6
_CAPTION_WORDS = 12


@dataclass(slots=True)
class _Cell:
    pieces: list[Piece]
    header: bool
    rowspan: int = 1
    colspan: int = 1
    in_body: bool = False


@dataclass(slots=True)
class TableLines:
    """The lines between ``{|`` and ``|}``; tables nested in them stand in their place."""

    lines: list["list[Piece] | TableLines"] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """What a table holds in order: drafts, or lines of plain layout; ``nested`` tables follow it."""

    contents: list[Draft | list[list[Piece]]] = field(default_factory=list)
    nested: list[TableLines] = field(default_factory=list)


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
        elif len(stack) > 1 and (closed := _CLOSE.match(text)):
            stack.pop()
            rest = without_prefix(line, closed.end())
            if len(stack) == 1 and rest:
                top.append(rest)
        else:
            if len(stack) > 1 and text.startswith("==") and _HEADING.match(text):
                del stack[1:]
            stack[-1].append(line)
    return top


def read_table(source: TableLines) -> Table:
    """The rows, captions and text of a table."""
    table = Table()
    caption, rows = _rows(source.lines, table)
    if caption:
        title = joined(caption)
        if plain(title).strip():
            table.contents.append(Prose(BlockKind.CAPTION, title, Origin.TABLE))
    rows = [row for row in rows if row]
    if not rows:
        return table
    if _is_layout(rows):
        contents = [split_lines(cell.pieces) for row in rows for cell in row]
        quote = _quotation(rows)
        table.contents.extend([quote] if quote else contents)
        return table
    _lay_out(rows, table)
    for row in rows:
        for cell in row:
            for piece in cell.pieces:
                if isinstance(piece, Boxed):
                    table.contents.extend(piece.drafts)
    return table


def _rows(lines: Sequence[list[Piece] | TableLines], table: Table) -> tuple[list[Piece], list[list[_Cell]]]:
    """The caption and the rows of cells as written; nested tables are put aside."""
    caption: list[Piece] = []
    rows: list[list[_Cell]] = [[]]
    current: list[Piece] | None = None
    cells = 0
    for line in lines:
        if isinstance(line, TableLines):
            table.nested.append(line)
            continue
        text = first_text(line).lstrip()
        if text.startswith("|+"):
            current = caption
            caption.extend(_attributes(without_prefix(line, _offset(line, 2)))[1])
        elif text.startswith("|-"):
            rows.append([])
            current = None
        elif text[:1] in ("|", "!") and text:
            for cell, header in _split_cells(without_prefix(line, _offset(line, 1)), header=text[0] == "!"):
                made = _cell(cell, header=header)
                rows[-1].append(made)
                current = made.pieces
                cells += 1
            if cells > _MAX_CELLS:
                break
        elif current is not None:
            current.extend([Text("\n"), *line])
    return caption, rows


def _offset(line: Sequence[Piece], size: int) -> int:
    text = first_text(line)
    return len(text) - len(text.lstrip()) + size


def _split_cells(line: Sequence[Piece], *, header: bool) -> list[tuple[list[Piece], bool]]:
    """The cells of one line: parted by "||", in header lines also by "!!"."""
    cells: list[tuple[list[Piece], bool]] = [([], header)]
    mark = re.compile(r"\|\||!!" if header else r"\|\|")
    for piece in line:
        if not (isinstance(piece, Text) and piece.raw and not piece.marks):
            cells[-1][0].append(piece)
            continue
        for number, part in enumerate(mark.split(piece.text)):
            if number:
                cells.append(([], header))
            if part:
                cells[-1][0].append(Text(part, piece.marks, piece.raw))
    return cells


def _cell(pieces: list[Piece], *, header: bool) -> _Cell:
    attributes, content = _attributes(pieces)
    spans = {name.lower(): int(value) for name, value in _SPAN.findall(attributes)}
    return _Cell(
        content,
        header,
        max(1, min(spans.get("row", 1), 500)),
        max(1, min(spans.get("col", 1), 100)),
        "row" in re.findall(r"scope\s*=\s*[\"']?(\w+)", attributes),
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


def _is_layout(rows: list[list[_Cell]]) -> bool:
    """Whether the table only arranges text: no header, and lists or a single cell in it."""
    cells = [cell for row in rows for cell in row]
    if any(cell.header for cell in cells):
        return False
    if all(len(row) == 1 for row in rows) and len(rows) <= 3:
        return True
    listed = sum(1 for cell in cells if any(re.match(r"\s*[*#]", first_text(line)) for line in split_lines(cell.pieces)))
    return listed > 0 and len(rows) <= 3 and listed * 2 >= sum(1 for cell in cells if _shown(cell))


def _quotation(rows: list[list[_Cell]]) -> Prose | None:
    """What a one-column table sets apart in quotation marks, with its source line."""
    lines = [joined(row[0].pieces) for row in rows if len(row) == 1]
    if len(lines) != len(rows) or plain(lines[0]).strip()[:1] not in ('"', "“", "‘"):
        return None
    words = list(lines[0])
    for line in lines[1:]:
        words += [Run("\n"), *line]
    return Prose(BlockKind.QUOTE, words)


def _shown(cell: _Cell) -> str:
    return plain(joined(cell.pieces)).strip()


def _bold(cell: _Cell) -> bool:
    words = [run for line in split_lines(cell.pieces) for run in runs(line) if run.text.strip()]
    return bool(words) and all(any(kind == "bold" for kind, _ in run.marks) for run in words)


def _lay_out(rows: list[list[_Cell]], table: Table) -> None:
    grid = _grid(rows)
    width = max(len(row) for row in grid)
    labels = [""] * width
    in_header, seen_body = True, False
    has_headers = any(all(cell is None or cell.header for cell in row) for row in grid)
    for number, row in enumerate(grid):
        distinct = _distinct(row)
        if not distinct:
            continue
        header = all(cell.header and not cell.in_body for cell, _ in distinct)
        if not header and not has_headers and not seen_body and len(distinct) > 1:
            header = all(_bold(cell) for cell, _ in distinct)
        if header and len(distinct) == 1 and (len(distinct[0][1]) > 1 or width == 1 or seen_body):
            _caption(distinct[0][0], table)
            continue
        if header and (in_header or len(distinct) > 1) and number < len(grid) - 1:
            if not in_header or number == 0:
                labels = [""] * width
            for cell, columns in distinct:
                title = _shown(cell)
                if len(columns) > 2 and len(columns) >= width - 1:
                    continue  # one head over all the others ("Films") tells no column from the next
                for column in columns:
                    # The same cell spanning two header rows names its column once.
                    if title and title != labels[column] and not labels[column].endswith(f" / {title}"):
                        labels[column] = f"{labels[column]} / {title}" if labels[column] else title
            in_header = True
            continue
        in_header, seen_body = False, True
        if len(distinct) == 1 and width > 1 and len(distinct[0][1]) == width:
            _full_width(distinct[0][0], table)
            continue
        table.contents.append(TableRow(_cells(distinct, labels, has_headers), Origin.TABLE))


def _caption(cell: _Cell, table: Table) -> None:
    title = joined(cell.pieces)
    if plain(title).strip():
        table.contents.append(Prose(BlockKind.CAPTION, title, Origin.TABLE))


def _full_width(cell: _Cell, table: Table) -> None:
    """A cell across the whole table: a heading of the rows under it, or text on the row above it."""
    words = joined(cell.pieces)
    shown = plain(words).strip()
    if cell.header or (len(shown.split()) <= _CAPTION_WORDS and not shown.endswith((".", "!", "?", "”"))):
        _caption(cell, table)
    elif shown:
        table.contents.append(Prose(BlockKind.PARAGRAPH, words, Origin.TABLE))


def _cells(distinct: list[tuple[_Cell, list[int]]], labels: list[str], has_headers: bool) -> list[CellDraft]:
    """The cells of a body row. Without a header row, a row that begins with a header cell is labelled by it."""
    drafts: list[CellDraft] = []
    row_label = _shown(distinct[0][0]) if not has_headers and distinct[0][0].header and len(distinct) == 2 else ""
    for index, (cell, columns) in enumerate(distinct):
        label = "; ".join(dict.fromkeys(labels[column] for column in columns if labels[column]))
        entries: list[list[Run]] = items(cell.pieces)
        drafts.append(CellDraft(label or (row_label if index else ""), entries))
    return drafts


def _grid(rows: list[list[_Cell]]) -> list[list[_Cell | None]]:
    """Rows with every cell in each row and column it covers; None where a row is short."""
    grid: list[list[_Cell | None]] = []
    hanging: dict[int, tuple[_Cell, int]] = {}
    total = 0
    for row in rows:
        out: list[_Cell | None] = []
        pending = iter(row)
        column = 0
        cell = next(pending, None)
        while cell is not None or any(place >= column for place in hanging):
            if column in hanging:
                covered, left = hanging.pop(column)
                out.append(covered)
                if left > 1:
                    hanging[column] = (covered, left - 1)
                column += 1
            elif cell is not None:
                for _ in range(cell.colspan):
                    out.append(cell)
                    if cell.rowspan > 1:
                        hanging[column] = (cell, cell.rowspan - 1)
                    column += 1
                cell = next(pending, None)
            else:
                out.append(None)
                column += 1
        total += len(out)
        grid.append(out)
        if total > _MAX_CELLS:
            break
    return grid


def _distinct(row: list[_Cell | None]) -> list[tuple[_Cell, list[int]]]:
    """The cells of a grid row with the columns each covers."""
    out: list[tuple[_Cell, list[int]]] = []
    for column, cell in enumerate(row):
        if cell is None:
            continue
        if out and out[-1][0] is cell:
            out[-1][1].append(column)
        else:
            out.append((cell, [column]))
    return out
