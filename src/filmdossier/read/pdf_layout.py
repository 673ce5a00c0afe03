"""Joins the lines of printed pages into paragraphs.

Enters pages of lines with their places; leaves headings, paragraphs, list items and labelled lines
in a document builder. Running heads and feet go; a word divided at a line end is put together
unless the document writes it with its hyphen elsewhere. Refuses to reorder columns: the file's own
order is kept.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from filmdossier.model.text import Origin
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.labels import is_credit_label
from filmdossier.read.lines import BULLET, LIST_SECTION, SENTENCE_END, add_lines, labelled_lines

# A hyphen that pdfium took for one at a line end.
DIVISION = "\x02"

_EDGE = 0.12  # share of the page, at its head and foot, where running lines stand
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIVIDED = re.compile(rf"(\w+){DIVISION}\s*(\w+)")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_LONGEST_HEADING = 150
_LARGER = 1.12
_MOST_COLUMNS = 8
_COLUMN_POINTS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; places in points from the page's lower left corner, ``height`` of the page."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool
    height: float

    @property
    def at_edge(self) -> bool:
        """Whether the line stands where running heads and feet do."""
        return not _EDGE <= self.bottom / max(self.height, 1.0) <= 1 - _EDGE


def add_pages(builder: DocumentBuilder, pages: Sequence[Sequence[Line]]) -> None:
    """Adds the pages' text to the document."""
    lines = [line for page in _without_running_lines(pages) for line in page]
    if not lines:
        lines = [line for page in pages for line in page]
    hyphenated = {word.lower() for line in lines for word in _HYPHENATED.findall(line.text)}
    body = _body_size(lines)
    sizes = _heading_sizes(lines, body)
    listing = False
    first = True
    for group in _groups(lines, body):
        if _add_columns(builder, group):
            first = False
            continue
        text = _joined([line.text for line in group], hyphenated)
        if (level := _heading_level(group, text, body, sizes)) is not None:
            builder.heading(level, text)
            builder.title = builder.title or text
            listing = LIST_SECTION.search(text) is not None
        elif labelled_lines(raw := [line.text for line in group]) or any(BULLET.match(line) for line in raw):
            add_lines(builder, _items(raw, hyphenated), listing=listing, head=first)
        elif listing and len(group) > 1 and all(len(line) < 100 for line in raw):
            add_lines(builder, raw, listing=True, head=False)
        else:
            builder.paragraph(text)
        first = False


def _add_columns(builder: DocumentBuilder, group: Sequence[Line]) -> bool:
    """Adds lines set in columns ("Director      Jo Park") as fields or rows; False where they are none."""
    rows = [[cell.strip() for cell in line.text.split("\t") if cell.strip()] for line in group]
    if sum(len(cells) > 1 for cells in rows) < 0.6 * len(rows) or max(map(len, rows)) > _MOST_COLUMNS:
        return False
    for cells in rows:
        if len(cells) == 2 and is_credit_label(cells[0]):
            builder.field(cells[0].rstrip(":"), [cells[1]], origin=Origin.BODY)
        else:
            builder.row([CellDraft("", [[Run(cell)]]) for cell in cells])
    return True


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands at the same edge of several pages."""
    seen = Counter(key for page in pages for key in {_running(line) for line in page if line.at_edge})
    return [
        [line for line in page if not (line.at_edge and (_PAGE_NUMBER.fullmatch(line.text.strip()) or seen[_running(line)] > 1))]
        for page in pages
    ]


def _running(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.strip()), round(line.bottom / 6)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes.items(), key=lambda entry: (entry[1], -entry[0]))[0]


def _groups(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The lines of one paragraph each."""
    gaps = [above.bottom - line.bottom for above, line in pairwise(lines) if 0 < above.bottom - line.bottom < 4 * body]
    pitch = median(gaps) if gaps else body * 1.2
    edges = _right_edges(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _breaks(groups[-1], line, pitch, edges):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _breaks(group: Sequence[Line], line: Line, pitch: float, edges: dict[int, float]) -> bool:
    """Whether ``line`` begins a paragraph; ``edges`` are the right edges of the columns, by their left ones."""
    above = group[-1]
    if abs(above.size - line.size) > 0.1 * max(above.size, line.size) or (above.bold != line.bold and len(above.text) < 60):
        return True
    if BULLET.match(line.text) or ("\t" in above.text) != ("\t" in line.text):
        return True
    gap = above.bottom - line.bottom
    ended = SENTENCE_END.search(above.text[-100:]) is not None
    goes_on = line.text.lstrip()[:1].islower() and not ended
    if gap < -pitch or gap > 6 * pitch:
        # The next column or page: prose that has not ended goes on there.
        return not goes_on
    if gap > 1.35 * pitch:
        return True
    if "\t" in line.text:
        return False
    indented = line.left > above.left + 6 and len(group) > 1 and abs(above.left - group[0].left) < _COLUMN_POINTS
    column = int(above.left // _COLUMN_POINTS)
    edge = edges.get(column, above.right)
    blank = edge - above.right
    next_word = len(line.text.split(None, 1)[0]) * (line.right - line.left) / max(len(line.text), 1)
    # The next word would have fitted easily: the writer broke the line on purpose.
    on_purpose = blank > next_word + line.size and blank > 0.15 * (edge - above.left)
    return (indented and ended) or (on_purpose and not goes_on)


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """Where lines end at most, by the column they begin in; a few that stick out do not count."""
    ends: dict[int, list[float]] = {}
    for line in lines:
        for column in range(int(line.left // _COLUMN_POINTS) - 1, int(line.left // _COLUMN_POINTS) + 2):
            ends.setdefault(column, []).append(line.right)
    return {column: sorted(rights)[int(0.95 * (len(rights) - 1))] for column, rights in ends.items()}


def _heading_sizes(lines: Sequence[Line], body: float) -> list[float]:
    """The sizes of type larger than the body's, largest first."""
    return sorted({round(line.size) for line in lines if line.size >= _LARGER * body}, reverse=True)


def _heading_level(group: Sequence[Line], text: str, body: float, sizes: Sequence[float]) -> int | None:
    first = group[0]
    larger = first.size >= _LARGER * body
    if len(text) > _LONGEST_HEADING or len(group) > 3 or SENTENCE_END.search(text) or (BULLET.match(first.text) and not larger):
        return None
    if not any(character.isalpha() for character in text) or labelled_lines([line.text for line in group]):
        return None
    if larger:
        return min(1 + sizes.index(round(first.size)), 4)
    alone = len(group) == 1 and len(text) <= 80 and not text.endswith((",", ";", ":"))
    return 5 if alone and (first.bold or (text.isupper() and len(text) > 3)) else None


def _joined(lines: Sequence[str], hyphenated: set[str]) -> str:
    text = " ".join(line.strip().replace("\t", " ") for line in lines)

    def put_together(divided: re.Match[str]) -> str:
        before, after = divided.group(1), divided.group(2)
        keep = not after[:1].islower() or before[-1:].isdigit() or f"{before}-{after}".lower() in hyphenated
        return f"{before}-{after}" if keep else before + after

    return _DIVIDED.sub(put_together, text).replace(DIVISION, "-")


def _items(lines: Sequence[str], hyphenated: set[str]) -> list[str]:
    """List entries on one line each: a line without a bullet goes on with the entry above it."""
    items: list[list[str]] = []
    for line in lines:
        if items and BULLET.match(items[0][0]) and not BULLET.match(line):
            items[-1].append(line)
        else:
            items.append([line])
    return [_joined(item, hyphenated) for item in items]
