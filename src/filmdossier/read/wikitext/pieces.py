"""Expanded wikitext as a flat stream of pieces.

Templates and links are gone; what is left in raw :class:`Text` is markup of lines (headings,
lists, tables) and within lines (apostrophes, HTML tags, external links, entities).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from filmdossier.model.text import BlockKind, Citation, MarkKind, Origin
from filmdossier.read.builder import CellDraft, Run

Marks = tuple[tuple[MarkKind, str], ...]


@dataclass(slots=True)
class Text:
    """Characters with the marks of the links around them; ``raw`` ones still hold inline markup."""

    text: str
    marks: Marks = ()
    raw: bool = True


@dataclass(slots=True)
class Cite:
    """A reference at this place."""

    citation: Citation


@dataclass(slots=True)
class Prose:
    """A block of running text that stands apart: a quotation, a caption, a note, a heading."""

    kind: BlockKind
    runs: list[Run]
    origin: Origin = Origin.BODY
    level: int = 0


@dataclass(slots=True)
class Labelled:
    """A labelled value of a box."""

    label: str
    items: list[list[Run]]
    origin: Origin
    template: str


@dataclass(slots=True)
class TableRow:
    """A row of a box or table."""

    cells: list[CellDraft]
    origin: Origin
    template: str = ""


Draft = Prose | Labelled | TableRow


@dataclass(slots=True)
class Boxed:
    """Blocks that interrupt the text, or (``floating``) stand beside it and follow its paragraph."""

    drafts: list[Draft]
    floating: bool = False


Piece = Text | Cite | Boxed


def split_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The stream cut at its line ends. Boxed blocks stay inside the line they stand in."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if not isinstance(piece, Text) or "\n" not in piece.text:
            lines[-1].append(piece)
            continue
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Text(text, piece.marks, piece.raw))
    return lines


def first_text(line: Sequence[Piece]) -> str:
    """The raw characters a line begins with; '' where something else stands first."""
    for piece in line:
        if isinstance(piece, Text):
            return piece.text if piece.raw and not piece.marks else ""
        if isinstance(piece, Boxed):
            return ""
    return ""


def is_blank(line: Sequence[Piece]) -> bool:
    """Whether a line shows nothing."""
    return all(isinstance(piece, Text) and not piece.text.strip() for piece in line)


def without_prefix(line: Sequence[Piece], size: int) -> list[Piece]:
    """The line less its first ``size`` raw characters."""
    out: list[Piece] = []
    for index, piece in enumerate(line):
        if isinstance(piece, Text):
            out.append(Text(piece.text[size:], piece.marks, piece.raw))
            out.extend(line[index + 1 :])
            return out
        out.append(piece)
    return out


def as_link(pieces: Sequence[Piece], target: str) -> list[Piece]:
    """The pieces marked as a link."""
    mark = (MarkKind.LINK, target)
    return [Text(piece.text, (mark, *piece.marks), piece.raw) if isinstance(piece, Text) else piece for piece in pieces]


def stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without white space at either end."""
    out = list(pieces)
    while out and isinstance(out[0], Text) and not out[0].text.strip():
        del out[0]
    while out and isinstance(out[-1], Text) and not out[-1].text.strip():
        del out[-1]
    if out and isinstance(out[0], Text):
        out[0] = Text(out[0].text.lstrip(), out[0].marks, out[0].raw)
    if out and isinstance(out[-1], Text):
        out[-1] = Text(out[-1].text.rstrip(), out[-1].marks, out[-1].raw)
    return out


def boxes(pieces: Iterable[Piece]) -> list[Boxed]:
    """The boxed blocks inside a value."""
    return [piece for piece in pieces if isinstance(piece, Boxed)]
