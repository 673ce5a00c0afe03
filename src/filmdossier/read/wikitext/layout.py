"""Lays the pieces of an article out as blocks: the expanded stream in, calls to the document builder out.

Lines decide: headings, list entries, tables, paragraphs. Blocks that stand beside the text
(captions, rating boxes) follow the paragraph they stand in; footnotes follow their section.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.read.builder import DocumentBuilder, Run
from filmdossier.read.wikitext.inline import plain, runs
from filmdossier.read.wikitext.pieces import (
    Boxed,
    Draft,
    Labelled,
    Piece,
    Prose,
    TableRow,
    Text,
    first_text,
    is_blank,
    split_lines,
    stripped,
    without_prefix,
)
from filmdossier.read.wikitext.table_cells import TableLines, with_tables
from filmdossier.read.wikitext.tables import read_table

_LIST = re.compile(r"\s{0,3}([*#:;]+)\s*")
_HEADING = re.compile(r"\s{0,3}(={1,6})")
_HEADING_END = re.compile(r"(={1,6})\s*$")
# A rule across the page, or a row mark that lost its table.
_RULE = re.compile(r"\s?(?:-{4,}|\|-)")
_LISTED = ("*", "#", "{|")
_PSEUDO_LEVEL = 6
_LONGEST_TITLE = 60
_MARKUP_PARAGRAPH = re.compile(r"</?(?:p|div|center|section|ul|ol|dl|table|tbody|thead)\b[^<>]{0,1000}>", re.IGNORECASE)
_MARKUP_ITEM = re.compile(r"<li\b[^<>]{0,1000}>|<d[td]\b[^<>]{0,1000}>", re.IGNORECASE)
_MARKUP_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,1000}>(.{0,500}?)</h\1\s*>", re.IGNORECASE)
_MARKUP_TABLE = re.compile(r"</?(?:table|tr|td|th|caption)\b([^<>]{0,1000})>", re.IGNORECASE)


def block_markup(pieces: list[Piece]) -> list[Piece]:
    """The stream with HTML blocks written as wikitext lines, so that one reader serves both."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Text) and piece.raw and "<" in piece.text:
            text = _MARKUP_TABLE.sub(_table_line, piece.text)
            text = _MARKUP_HEADING.sub(lambda m: f"\n{'=' * int(m.group(1))} {m.group(2)} {'=' * int(m.group(1))}\n", text)
            text = _MARKUP_ITEM.sub("\n* ", text)
            text = _MARKUP_PARAGRAPH.sub("\n\n", text)
            out.append(Text(text, piece.marks, piece.raw))
        else:
            out.append(piece)
    return out


def _table_line(match: re.Match[str]) -> str:
    source = match.group().lower()
    attributes = match.group(1).strip().replace("|", " ")
    if source.startswith("</"):
        return "\n|}\n" if source.startswith("</table") else ""
    cell = f"{attributes} | " if attributes else " "
    name = source[1:].split()[0].rstrip(">")
    return {
        "table": f"\n{{| {attributes}\n",
        "tr": f"\n|- {attributes}\n",
        "td": f"\n| {cell}",
        "th": f"\n! {cell}",
        "caption": f"\n|+ {cell}",
    }[name]


@dataclass(slots=True)
class Layout:
    """Writes an article's pieces into a builder."""

    builder: DocumentBuilder
    _notes: list[Prose] = field(default_factory=list)
    _paragraph: list[Run] = field(default_factory=list)
    _floating: list[Draft] = field(default_factory=list)
    _explaining: bool = False  # the lines before are a term and what it means

    def write(self, pieces: list[Piece]) -> None:
        """Adds every block of ``pieces``; the rest of the notes at the end."""
        self.lines(split_lines(block_markup(pieces)))
        self.flush()
        self.write_notes()

    def lines(self, lines: Sequence[list[Piece]]) -> None:
        """Adds the blocks of some lines."""
        gathered = with_tables(lines)
        followers = _followers(gathered)
        for line, follower in zip(gathered, followers, strict=True):
            if isinstance(line, TableLines):
                self.flush()
                self.table(line)
            else:
                self._line(line, first_text(line), follower)

    def table(self, source: TableLines) -> None:
        """Adds a table's rows, or the text it merely arranges in columns."""
        table = read_table(source)
        for content in table.contents:
            if isinstance(content, list):
                self.lines(content)
                self.flush()
            else:
                self.draft(content)
        for nested in table.nested:
            self.table(nested)

    def _line(self, line: list[Piece], start: str, follower: str) -> None:
        if is_blank(line):
            self.flush()
            return
        heading = _HEADING.match(start)
        if heading and self._heading(line, heading):
            return
        prefix = _LIST.match(start)
        if prefix:
            self.flush()
            self._list_item(without_prefix(line, prefix.end()), prefix.group(1), follower)
        elif _RULE.match(start):
            self.flush()
        elif not self._paragraph and follower in _LISTED and _is_bold_title(line):
            self._begin(_PSEUDO_LEVEL, runs(line))
        else:
            self._text(line)

    def _heading(self, line: list[Piece], opened: re.Match[str]) -> bool:
        inner = stripped(line)
        last = inner[-1]
        closed = _HEADING_END.search(last.text) if isinstance(last, Text) else None
        if closed is None or not isinstance(last, Text) or (len(inner) == 1 and not last.text.strip("= \t")):
            return False
        level = min(len(opened.group(1)), len(closed.group(1)))
        inner[-1] = Text(last.text[:-level], last.marks, last.raw)
        return self._begin(level, runs(without_prefix(inner, level)))

    def _begin(self, level: int, title: list[Run]) -> bool:
        """Whether a section begins here: a title without words begins none."""
        shown = [
            Run(run.text.replace("\n", " "), tuple(mark for mark in run.marks if mark[0] is not MarkKind.BOLD))
            for run in title
            if run.citation is None
        ]
        if not plain(shown).strip():
            return False
        self.flush()
        self.write_notes()
        self._explaining = False
        self.builder.heading(level, shown)
        return True

    def _list_item(self, content: list[Piece], markers: str, follower: str) -> None:
        term, definition = _definition(content) if markers.endswith(";") else (content, [])
        if markers == ";" and not definition and follower != ":":
            # A term that nothing explains is a heading in the hands of editors who do not want it numbered.
            self._begin(_PSEUDO_LEVEL, runs(term))
        elif set(markers) == {":"} and not self._explaining:
            # Indented lines without a term are set-off text, not entries of a list.
            self.builder.paragraph(runs(term))
        else:
            level = max(1, len(markers.lstrip(":"))) + (markers.startswith(":") and self._explaining)
            self.builder.paragraph(runs(term), kind=BlockKind.LIST_ITEM, level=level)
            if definition:
                self.builder.paragraph(runs(definition), kind=BlockKind.LIST_ITEM, level=level + 1)
        self._explaining = markers.startswith((";", ":")) and (markers.startswith(";") or self._explaining)
        for piece in content:
            for draft in piece.drafts if isinstance(piece, Boxed) else ():
                self.draft(draft)

    def _text(self, line: list[Piece]) -> None:
        if self._paragraph:
            self._paragraph.append(Run(" "))
        pending: list[Piece] = []
        for piece in line:
            if not isinstance(piece, Boxed):
                pending.append(piece)
            elif piece.floating:
                self._floating.extend(piece.drafts)
            else:
                self._paragraph.extend(runs(pending))
                pending = []
                self.flush()
                for draft in piece.drafts:
                    self.draft(draft)
        self._paragraph.extend(runs(pending))

    def flush(self) -> None:
        """Ends the paragraph; what stood beside it follows."""
        paragraph, self._paragraph = self._paragraph, []
        if paragraph:
            self._explaining = False
        floating, self._floating = self._floating, []
        if plain(paragraph).strip():
            self.builder.paragraph(paragraph)
        for draft in floating:
            self.draft(draft)

    def write_notes(self) -> None:
        """Adds the footnotes gathered since the last heading."""
        notes, self._notes = self._notes, []
        for note in notes:
            self.builder.paragraph(note.runs, origin=note.origin)

    def draft(self, draft: Draft) -> None:
        """Adds a block made elsewhere."""
        if isinstance(draft, Prose) and draft.origin is Origin.NOTE:
            self._notes.append(draft)
        elif isinstance(draft, Prose):
            self.builder.paragraph(draft.runs, kind=draft.kind, level=draft.level, origin=draft.origin)
        elif isinstance(draft, Labelled):
            self.builder.field(draft.label, draft.items, origin=draft.origin, template=draft.template)
        elif isinstance(draft, TableRow):
            self.builder.row(draft.cells, origin=draft.origin, template=draft.template)


def _followers(lines: Sequence[list[Piece] | TableLines]) -> list[str]:
    """What comes after each line: "{|" for a table, "*" or "#" for a list, ":" for an indented line; blank lines do not count."""
    followers, following = [], ""
    for line in reversed(lines):
        followers.append(following)
        if isinstance(line, TableLines):
            following = "{|"
        elif not is_blank(line):
            following = first_text(line).lstrip()[:1]
    return followers[::-1]


def _is_bold_title(line: list[Piece]) -> bool:
    """Whether all words of a short line are bold: a heading that editors did not want numbered."""
    shown = [run for run in runs(line) if run.text.strip()]
    words = plain(shown).strip()
    bold = all(any(kind is MarkKind.BOLD for kind, _ in run.marks) for run in shown)
    return bold and 0 < len(words) <= _LONGEST_TITLE and not words.endswith(".")


def _definition(line: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """A "; term : definition" line as its two halves."""
    for index, piece in enumerate(line):
        if isinstance(piece, Text) and piece.raw and not piece.marks and (match := re.search(r"\s:\s|:\s", piece.text)):
            before = Text(piece.text[: match.start()], piece.marks, piece.raw)
            after = Text(piece.text[match.end() :], piece.marks, piece.raw)
            return [*line[:index], before], [after, *line[index + 1 :]]
    return line, []
