"""Builds a document's text together with its layout.

Readers hand over pieces (a heading, a paragraph with inline marks, a labelled field, a table row)
in reading order; what comes out is one normalised text with blocks, marks and citations whose
offsets are final. Nothing is ever searched for afterwards.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from filmdossier.model.text import Block, BlockKind, Cell, Citation, Document, Mark, MarkKind, Origin, Source, Span, document_id
from filmdossier.read.run_in import run_in_fields

_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff\ud800-\udfff]")
# Excerpts begin in the middle of an article, with the heading of one of its sections.
_SECTION_NAME = re.compile(
    r"(?:plot|story|synopsis|summary|premise|cast|credits|production|development|filming|music|soundtrack|release|reception|reviews?|"
    r"critical (?:response|reception)|box office|awards|accolades|legacy|themes)\b[^\n]{0,30}",
    re.IGNORECASE,
)


def normalise(text: str) -> str:
    """NFC, ``\\n`` line ends, single spaces, nothing invisible. Idempotent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _INVISIBLE.sub("", text)))


@dataclass(slots=True)
class Run:
    """A piece of inline text with its marks, or (``citation`` set, text empty) a reference."""

    text: str
    marks: tuple[tuple[MarkKind, str], ...] = ()
    citation: Citation | None = None


@dataclass(slots=True)
class CellDraft:
    """A cell to be: its label and its values, each a list of runs."""

    label: str
    items: list[list[Run]]


@dataclass(slots=True)
class DocumentBuilder:
    """Collects pieces and makes the document."""

    source: Source
    title: str | None = None
    language: str = "en"
    published: str | None = None
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _citations: list[Citation] = field(default_factory=list)
    _section: list[tuple[int, str]] = field(default_factory=list)

    def heading(self, level: int, runs: Sequence[Run] | str) -> None:
        """Adds a heading; later blocks lie under it."""
        while self._section and self._section[-1][0] >= level:
            self._section.pop()
        span = self._block(BlockKind.HEADING, [Run(runs)] if isinstance(runs, str) else runs, level=level)
        if span is not None:
            self._section.append((level, self._text(span)))

    def paragraph(
        self, runs: Sequence[Run] | str, *, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, origin: Origin = Origin.BODY
    ) -> None:
        """Adds a paragraph, list item, block quotation or caption."""
        self._block(kind, [Run(runs)] if isinstance(runs, str) else runs, level=level, origin=origin)

    def field(self, label: str, values: Iterable[Sequence[Run] | str], *, origin: Origin, template: str = "") -> None:
        """Adds ``label: value; value`` as one line; does nothing where every value is blank."""
        items = [[Run(value)] if isinstance(value, str) else list(value) for value in values]
        self._cells(BlockKind.FIELD, [CellDraft(label, items)], origin, template, show_labels=True)

    def row(
        self, cells: Sequence[CellDraft], *, origin: Origin = Origin.TABLE, template: str = "", show_labels: bool = False
    ) -> None:
        """Adds a table row, its cells separated by " | "; blank cells are left out."""
        self._cells(BlockKind.ROW, cells, origin, template, show_labels=show_labels)

    def leave_sections(self) -> None:
        """Ends every open section: what follows stands under no heading."""
        self._section.clear()

    def build(self) -> Document:
        """The document. Its id comes of its origin and text."""
        text = "".join(self._parts)
        blocks = tuple(self._without_own_title())
        return Document(
            id=document_id(self.source.origin, text),
            source=self.source,
            text=text,
            title=self.title,
            language=self.language,
            published=self.published,
            blocks=blocks,
            run_in=run_in_fields(text, blocks),
            marks=tuple(sorted(self._marks, key=lambda mark: (mark.span, mark.kind))),
            citations=tuple(self._citations),
        )

    def _without_own_title(self) -> list[Block]:
        """The blocks; a heading that stands over the whole document is its title and no section of it."""
        words = next((block for block in self._blocks if block.kind is not BlockKind.FIELD), None)
        if words is None or words.kind is not BlockKind.HEADING:
            return self._blocks
        top = sum(block.level <= words.level for block in self._blocks if block.kind is BlockKind.HEADING)
        if top > 1 or _SECTION_NAME.fullmatch(self._text(words.span)):
            return self._blocks
        depth = len(words.section)
        return [
            replace(block, section=block.section[:depth] + block.section[depth + 1 :]) if len(block.section) > depth else block
            for block in self._blocks
        ]

    def _text(self, span: Span) -> str:
        return "".join(self._parts)[span.start : span.end] if span.start < self._length - 4096 else self._tail(span)

    def _tail(self, span: Span) -> str:
        tail, size = [], 0
        for part in reversed(self._parts):
            tail.append(part)
            size += len(part)
            if size >= self._length - span.start:
                break
        joined = "".join(reversed(tail))
        offset = self._length - len(joined)
        return joined[span.start - offset : span.end - offset]

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _block(self, kind: BlockKind, runs: Sequence[Run], *, level: int = 0, origin: Origin = Origin.BODY) -> Span | None:
        self._separate(tight=kind is BlockKind.LIST_ITEM)
        span = self._runs(runs)
        if span is not None:
            self._blocks.append(
                Block(kind=kind, span=span, section=tuple(title for _, title in self._section), level=level, origin=origin)
            )
        return span

    def _separate(self, *, tight: bool) -> None:
        if not self._blocks or self._blocks[-1].span.end != self._length:
            return
        last = self._blocks[-1].kind
        tight = tight and last is BlockKind.LIST_ITEM
        self._append("\n" if tight else "\n\n")

    def _cells(self, kind: BlockKind, drafts: Sequence[CellDraft], origin: Origin, template: str, *, show_labels: bool) -> None:
        drafts = [CellDraft(d.label, [i for i in d.items if any(r.text.strip() for r in i)]) for d in drafts]
        drafts = [draft for draft in drafts if draft.items]
        if not drafts:
            return
        same_table = bool(self._blocks) and self._blocks[-1].kind is kind and self._blocks[-1].origin is origin
        if self._blocks and self._blocks[-1].span.end == self._length:
            self._append("\n" if same_table else "\n\n")
        start, cells = self._length, []
        for number, draft in enumerate(drafts):
            if number:
                self._append(" | ")
            label = normalise(draft.label).strip()
            if show_labels and label:
                self._append(f"{label}: ")
            items: list[Span] = []
            for value in draft.items:
                if items:
                    self._append("; ")
                span = self._runs(value)
                if span is not None:
                    items.append(span)
            if items:
                cells.append(Cell(label=label, span=Span(items[0].start, items[-1].end), items=tuple(items)))
        if cells:
            section = tuple(title for _, title in self._section)
            self._blocks.append(
                Block(
                    kind=kind, span=Span(start, self._length), section=section, origin=origin, cells=tuple(cells), template=template
                )
            )

    def _runs(self, runs: Sequence[Run]) -> Span | None:
        """Appends inline text: spaces collapsed across runs, ends trimmed. None if blank."""
        pieces: list[tuple[str, Run]] = []
        at_space = True
        for run in runs:
            text = normalise(run.text)
            text = re.sub(r" *\n *", "\n", text)
            if at_space:
                text = text.lstrip()
            elif text[:1].isspace():
                text = text[0] + text[1:].lstrip(" ")
            pieces.append((text, run))
            if text:
                at_space = text[-1].isspace()
        while pieces and pieces[-1][1].citation is None and not pieces[-1][0].strip():
            pieces.pop()
        for index in range(len(pieces) - 1, -1, -1):
            text, run = pieces[index]
            pieces[index] = (text.rstrip(), run)
            if text.strip():
                break
        start = self._length
        # One mark for what one pair of tags enclosed, even where other tags cut it into several runs.
        open_marks: dict[tuple[MarkKind, str], Span] = {}
        for text, run in pieces:
            if run.citation is not None:
                c = run.citation
                self._citations.append(
                    Citation(position=self._length, author=c.author, title=c.title, work=c.work, published=c.published, url=c.url)
                )
            if not text:
                continue
            at = self._length
            self._append(text)
            inner = text.strip()
            left = at + len(text) - len(text.lstrip())
            for mark in [mark for mark in open_marks if mark not in run.marks]:
                self._mark(mark, open_marks.pop(mark))
            for mark in run.marks if inner else ():
                first = open_marks[mark].start if mark in open_marks else left
                open_marks[mark] = Span(first, left + len(inner))
        for mark, span in open_marks.items():
            self._mark(mark, span)
        if self._length == start:
            return None
        # NFC may join a combining character with the run before it; recomposition across runs is
        # left alone, since a mark must not change the characters beside it.
        return Span(start, self._length)

    def _mark(self, mark: tuple[MarkKind, str], span: Span) -> None:
        self._marks.append(Mark(kind=mark[0], span=span, target=mark[1]))
