"""Reads HTML tables into rows of labelled cells.

Enters a table element; leaves one row per table row, spans expanded: a cell that reaches down over
three rows is in each of them, since a row is read on its own. Refuses to expand spans without
bound: a table claims no more than ``MOST_COLUMNS`` columns, a long text stands in its
first row only, and no table repeats more than ``MOST_REPEATS`` cells.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from filmdossier.read.builder import CellDraft, Run
from filmdossier.read.html_inline import Inline
from filmdossier.read.html_tree import holds_blocks, is_block, is_hidden
from filmdossier.read.runs import lines_of, words

MOST_COLUMNS = 100
LONGEST_REPEATED = 300
MOST_REPEATS = 5_000
_ROW_GROUPS = ("thead", "tbody", "tfoot")

CellReader = Callable[[HtmlElement], list[list[Run]]]


@dataclass(slots=True)
class _Slot:
    cell: HtmlElement
    rows_left: int


def table_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's own rows, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from (row for row in child if row.tag == "tr")


def grid(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cell at each place of the table; cells that span places are at all of them."""
    rows: list[list[HtmlElement]] = []
    above: dict[int, _Slot] = {}
    for row in table_rows(table):
        if is_hidden(row):
            continue
        line: list[HtmlElement] = []

        def fill(line: list[HtmlElement] = line) -> None:
            while len(line) < MOST_COLUMNS and (slot := above.get(len(line))) is not None and slot.rows_left > 0:
                slot.rows_left -= 1
                line.append(slot.cell)

        fill()
        for cell in row:
            if cell.tag not in ("td", "th") or is_hidden(cell):
                continue
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for _ in range(width):
                if len(line) >= MOST_COLUMNS:
                    break
                above[len(line)] = _Slot(cell, height - 1)
                line.append(cell)
            fill()
        rows.append(line)
    return rows


def rows_of(table: HtmlElement, inline: Inline) -> list[list[CellDraft]]:
    """The table's body rows; each cell is labelled by its column's header ('' where there is none)."""
    places = grid(table)
    depth = 0
    while depth < len(places) and places[depth] and all(cell.tag == "th" for cell in places[depth]):
        depth += 1
    if depth == len(places):
        depth = 0  # nothing but headers: then they are the content
    width = max((len(line) for line in places), default=0)
    labels = [_label(places[:depth], column, inline) for column in range(width)]
    read: dict[HtmlElement, list[list[Run]]] = {}
    repeats = 0
    drafts = []
    for line in places[depth:]:
        row: list[CellDraft] = []
        previous: HtmlElement | None = None
        for column, cell in enumerate(line):
            if cell is previous:
                continue
            previous = cell
            if cell in read:
                repeats += 1
                if repeats > MOST_REPEATS or sum(len(words(value)) for value in read[cell]) > LONGEST_REPEATED:
                    continue
            else:
                read[cell] = values_of(cell, inline)
            row.append(CellDraft(labels[column], read[cell]))
        drafts.append(row)
    return drafts


def values_of(cell: HtmlElement, inline: Inline) -> list[list[Run]]:
    """The separate values in a cell: list entries, paragraphs, lines."""
    return _joined([line for piece in _pieces(cell, inline) for line in lines_of(piece) if words(line)])


def _pieces(element: HtmlElement, inline: Inline) -> Iterator[list[Run]]:
    if not holds_blocks(element):
        yield inline.runs(element)
        return
    buffer: list[Run] = [Run(_spaced(element.text))] if element.text else []
    for child in element:
        if not isinstance(child.tag, str) or is_hidden(child):
            pass
        elif is_block(child) or holds_blocks(child):
            yield buffer
            buffer = []
            # An element that itself leaves nothing (navigation, notes) must leave nothing in a cell either.
            if not holds_blocks(child):
                yield list(inline.of(child))
            else:
                yield from _pieces(child, inline)
        else:
            buffer.extend(inline.of(child))
        if child.tail:
            buffer.append(Run(_spaced(child.tail)))
    yield buffer


def _spaced(text: str) -> str:
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def _joined(lines: list[list[Run]]) -> list[list[Run]]:
    """Lines that go on with the one before them ("(uncredited)", "by Geoffrey Homes") joined to it."""
    values: list[list[Run]] = []
    for line in lines:
        text = words(line)
        if values and (text.startswith(("(", "by ", "and ", "& ")) or words(values[-1]).endswith((" by", " and", ",", "&"))):
            values[-1] = [*values[-1], Run(" "), *line]
        else:
            values.append(line)
    return values


def _label(header: list[list[HtmlElement]], column: int, inline: Inline) -> str:
    for line in reversed(header):
        if column < len(line) and (label := words(inline.runs(line[column]))):
            return label
    return ""


def _span(cell: HtmlElement, attribute: str) -> int:
    value = (cell.get(attribute) or "").strip()
    # Browsers read rowspan="0" as "to the end of the table".
    return max(1, min(int(value), 1000)) if value.isdecimal() and len(value) < 6 else 1
