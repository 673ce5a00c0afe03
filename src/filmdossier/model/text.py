"""Documents: one normalised text, its layout, and where it came from.

The text is NFC with ``\\n`` line ends and never changes after reading; every offset in the
program is a code-point offset into it. What the format knew beyond words (headings, infobox
fields, table columns, italics, links, citations) is kept beside the text as spans.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from filmdossier.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"a span must hold at least one character, not {self.start}-{self.end}")

    def __contains__(self, other: object) -> bool:
        """Whether ``other`` (a span or an offset) lies inside."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters covered."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a stretch of text is in the layout of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    FIELD = "field"  # one labelled value: infobox line, front-matter key, schema.org property
    ROW = "row"  # one table row
    CAPTION = "caption"


class Origin(StrEnum):
    """Which part of the raw file a block was made from."""

    BODY = "body"
    INFOBOX = "infobox"
    FRONT_MATTER = "front_matter"
    STRUCTURED_DATA = "structured_data"  # schema.org / Open Graph data in a page
    TABLE = "table"
    TRACK_LISTING = "track_listing"
    RATINGS = "ratings"  # a template or table of critics' or aggregators' scores
    CATEGORIES = "categories"
    NOTE = "note"  # hatnotes, footnotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A labelled value inside a FIELD (exactly one cell) or a ROW (one per non-empty column).

    ``label`` is the field's name or the column's header as written ('' where there is none);
    ``items`` are the separate values inside the cell (list entries, line breaks), at least one.
    """

    label: str
    span: Span
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of text with one place in the layout; blocks are ordered and disjoint.

    ``section`` are the headings above it, outermost first. ``level`` is 1-6 for headings and the
    nesting depth (from 1) for list items. ``template`` names what a FIELD or ROW group came from
    ("infobox film", "track listing"; lower case) where the format tells.
    """

    kind: BlockKind
    span: Span
    section: tuple[str, ...] = ()
    level: int = 0
    origin: Origin = Origin.BODY
    cells: tuple[Cell, ...] = ()
    template: str = ""

    @property
    def label(self) -> str:
        """The field's name; '' for other blocks."""
        return self.cells[0].label if self.kind is BlockKind.FIELD else ""


class MarkKind(StrEnum):
    """Inline markup worth keeping."""

    ITALIC = "italic"
    BOLD = "bold"
    LINK = "link"  # target: the linked page's title or the URL


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Inline markup over a span."""

    kind: MarkKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference set at ``position`` (the offset right after the words it supports)."""

    position: int
    author: str = ""
    title: str = ""
    work: str = ""  # newspaper, website, publisher
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from: ``origin`` is its stable name (a path relative to the library)."""

    origin: str
    media_type: str
    sha256: str


def document_id(origin: str, text: str) -> str:
    """The id of a document, 16 hexadecimal digits: eight of its text, so that ids stand in the same order in whatever folder
    the documents lie; eight of its origin and text, so that copies have ids of their own."""
    return sha256(text.encode()).hexdigest()[:8] + sha256(f"{origin}\0{text}".encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with a source."""

    id: str
    source: Source
    text: str
    title: str | None = None  # page title, front-matter title, PDF title: not yet a film's title
    language: str = "en"
    published: str | None = None
    blocks: tuple[Block, ...] = field(default=())
    marks: tuple[Mark, ...] = field(default=())
    citations: tuple[Citation, ...] = field(default=())
    run_in: tuple[Block, ...] = field(default=())  # FIELD blocks that lie inside paragraphs: "Dir: A. Scr: B. Music: C."

    def fields(self, *origins: Origin) -> Iterator[Block]:
        """The FIELD blocks, of the given origins only if any are given."""
        for block in self.blocks:
            if block.kind is BlockKind.FIELD and (not origins or block.origin in origins):
                yield block

    def labelled(self) -> Iterator[Block]:
        """All FIELD blocks, those inside paragraphs among them."""
        yield from self.fields()
        yield from self.run_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quoted span of a document. Made by :meth:`cite`, so that the quote is the document's."""

    document: str
    span: Span
    quote: str

    @classmethod
    def cite(cls, document: Document, span: Span) -> "Evidence":
        """The evidence for ``span``; refuses spans outside the text and blank ones."""
        quote = span.of(document.text)
        if len(quote) != len(span) or not quote.strip():
            raise EvidenceError(f"{document.source.origin}: characters {span.start}-{span.end} are no quotable text")
        return cls(document=document.id, span=span, quote=quote)
