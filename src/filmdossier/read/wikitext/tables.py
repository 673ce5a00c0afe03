"""Tables: the lines of one ``{| … |}`` in, labelled rows, captions and the text of layout tables out.

Header cells become the labels of the cells under them; a cell that spans rows is repeated in each
of them; one that spans columns stands once under all their labels. A table without headers that
only arranges lists in columns is handed back as lines.
"""

import re
from dataclasses import dataclass, field

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.wikitext.inline import items, joined, plain, runs
from filmdossier.read.wikitext.pieces import Boxed, Draft, Piece, Prose, TableRow, first_text, split_lines
from filmdossier.read.wikitext.table_cells import Cell, TableLines, distinct_cells, grid_of, rows_of

_CAPTION_WORDS = 12


@dataclass(slots=True)
class Table:
    """What a table holds in order: drafts, or lines of plain layout; ``nested`` tables follow it."""

    contents: list[Draft | list[list[Piece]]] = field(default_factory=list)
    nested: list[TableLines] = field(default_factory=list)


def read_table(source: TableLines) -> Table:
    """The rows, captions and text of a table."""
    caption, rows, nested = rows_of(source)
    table = Table(nested=nested)
    title = joined(caption)
    if plain(title).strip():
        table.contents.append(Prose(BlockKind.CAPTION, title, Origin.TABLE))
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


def _is_layout(rows: list[list[Cell]]) -> bool:
    """Whether the table only arranges text: no header, and lists or a single cell in it."""
    cells = [cell for row in rows for cell in row]
    if any(cell.header for cell in cells):
        return False
    if all(len(row) == 1 for row in rows) and len(rows) <= 3:
        return True
    listed = sum(1 for cell in cells if any(re.match(r"\s*[*#]", first_text(line)) for line in split_lines(cell.pieces)))
    return listed > 0 and len(rows) <= 3 and listed * 2 >= sum(1 for cell in cells if _shown(cell))


def _quotation(rows: list[list[Cell]]) -> Prose | None:
    """What a one-column table sets apart in quotation marks, with its source line."""
    lines = [joined(row[0].pieces) for row in rows if len(row) == 1]
    if len(lines) != len(rows) or plain(lines[0]).strip()[:1] not in ('"', "“", "‘"):
        return None
    words = list(lines[0])
    for line in lines[1:]:
        words += [Run("\n"), *line]
    return Prose(BlockKind.QUOTE, words)


def _shown(cell: Cell) -> str:
    return plain(joined(cell.pieces)).strip()


def _bold(cell: Cell) -> bool:
    words = [run for line in split_lines(cell.pieces) for run in runs(line) if run.text.strip()]
    return bool(words) and all(any(kind == "bold" for kind, _ in run.marks) for run in words)


def _lay_out(rows: list[list[Cell]], table: Table) -> None:
    grid = grid_of(rows)
    width = max(len(row) for row in grid)
    labels = [""] * width
    in_header, seen_body = True, False
    has_headers = any(all(cell is None or cell.header for cell in row) for row in grid)
    for number, row in enumerate(grid):
        distinct = distinct_cells(row)
        if not distinct:
            continue
        header = all(cell.header and not cell.heads_row for cell, _ in distinct)
        if not header and not has_headers and not seen_body and len(distinct) > 1:
            header = all(_bold(cell) for cell, _ in distinct)
        if header and len(distinct) == 1 and (len(distinct[0][1]) > 1 or seen_body):
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


def _caption(cell: Cell, table: Table) -> None:
    title = joined(cell.pieces)
    if plain(title).strip():
        table.contents.append(Prose(BlockKind.CAPTION, title, Origin.TABLE))


def _full_width(cell: Cell, table: Table) -> None:
    """A cell across the whole table: a heading of the rows under it, or text on the row above it."""
    words = joined(cell.pieces)
    shown = plain(words).strip()
    if cell.header or (len(shown.split()) <= _CAPTION_WORDS and not shown.endswith((".", "!", "?", "”"))):
        _caption(cell, table)
    elif shown:
        table.contents.append(Prose(BlockKind.PARAGRAPH, words, Origin.TABLE))


def _cells(distinct: list[tuple[Cell, list[int]]], labels: list[str], has_headers: bool) -> list[CellDraft]:
    """The cells of a body row. Without a header row, a row that begins with a header cell is labelled by it."""
    drafts: list[CellDraft] = []
    row_label = _shown(distinct[0][0]) if not has_headers and distinct[0][0].header and len(distinct) == 2 else ""
    for index, (cell, columns) in enumerate(distinct):
        label = "; ".join(dict.fromkeys(labels[column] for column in columns if labels[column]))
        entries: list[list[Run]] = items(cell.pieces)
        drafts.append(CellDraft(label or (row_label if index else ""), entries))
    return drafts
