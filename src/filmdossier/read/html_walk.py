"""Walks a page's blocks in reading order.

Enters an element; leaves headings, paragraphs, lists, quotations, tables and captions in a document
builder. Navigation, contents, maintenance notices, hidden text and reference lists leave nothing.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.read.builder import DocumentBuilder, Run
from filmdossier.read.html_infobox import add_infobox
from filmdossier.read.html_inline import Inline
from filmdossier.read.html_tables import rows_of, table_rows
from filmdossier.read.html_tree import classes, holds_blocks, is_block, is_hidden
from filmdossier.read.runs import add_labelled, paragraphs_of, words

_SKIPPED = frozenset(
    [
        "navbox",
        "navbox-styles",
        "vertical-navbox",
        "sidebar",
        "toc",
        "mw-toc",
        "toccolours-toc",
        "ambox",
        "mbox-small",
        "mbox",
        "tmbox",
        "ombox",
        "cmbox",
        "fmbox",
        "metadata",
        "noprint",
        "mw-editsection",
        "reflist",
        "references",
        "mw-references-wrap",
        "refbegin",
        "sistersitebox",
        "side-box",
        "portalbox",
        "portal-bar",
        "portal",
        "catlinks",
        "printfooter",
        "authority-control",
        "stub",
        "shortdescription",
        "mw-empty-elt",
        "mw-jump-link",
        "navigation-box",
        "succession-box",
        "mw-authority-control",
        "mw-collapsible-toggle",
        "global-notice",
        "page-footer",
        "page-header__actions",
    ]
)
_REFERENCE_SECTIONS = re.compile(
    r"(?:general |works |cited |explanatory |additional )*(?:references?|notes?|footnotes|citations|sources?|bibliography|works cited"
    r"|further reading|notes and references|references and notes|literature)(?: cited)?",
    re.IGNORECASE,
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Bold lines and lone terms that stand over a list: below every real heading.
_PSEUDO_LEVEL = 6


class Walker:
    """Walks block by block and adds what it finds; headings wait until something stands under them."""

    def __init__(self, builder: DocumentBuilder, inline: Inline, *, labelled: bool = False) -> None:
        self._builder, self._inline = builder, inline
        self._labelled = labelled  # whether lines such as "Director: …" are fields here
        self._waiting: list[tuple[int, list[Run]]] = []
        self._dropping: int | None = None  # level of the heading whose section is a reference list
        self._notes: list[list[Run]] = []

    def walk(self, container: HtmlElement, *, quoted: bool = False) -> None:
        """Adds what ``container`` encloses."""
        buffer: list[Run] = self._text(container.text)
        for child in container:
            if isinstance(child.tag, str):
                if is_block(child) or (child.tag not in ("sup", "a") and holds_blocks(child)):
                    self._paragraph(buffer, quoted=quoted)
                    buffer = []
                    self._block(child, quoted=quoted)
                elif not (classes(child) & _SKIPPED) or "reference" in classes(child):
                    buffer.extend(self._inline.of(child))
            buffer.extend(self._text(child.tail))
        self._paragraph(buffer, quoted=quoted)

    def finish(self) -> None:
        """Adds the explanatory footnotes, which the page sets after everything else."""
        self._dropping = None
        self._waiting = []
        self._builder.leave_sections()
        for note in self._notes:
            self._builder.paragraph(note, origin=Origin.NOTE)

    def _text(self, text: str | None) -> list[Run]:
        return [Run(re.sub(r"\s+", " ", text))] if text else []

    def _ready(self) -> bool:
        """Whether text may be added here; sets the headings that waited for it."""
        if self._dropping is not None:
            return False
        for level, runs in self._waiting:
            self._builder.heading(level, runs)
        self._waiting = []
        return True

    def _paragraph(
        self, runs: Sequence[Run], *, quoted: bool = False, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0
    ) -> None:
        if any(run.text.strip() for run in runs) and self._ready():
            kind = BlockKind.QUOTE if quoted and kind is BlockKind.PARAGRAPH else kind
            for part in paragraphs_of(list(runs)) if kind is not BlockKind.LIST_ITEM else [list(runs)]:
                if not (self._labelled and kind is not BlockKind.QUOTE and add_labelled(self._builder, part)):
                    self._builder.paragraph(part, kind=kind, level=level)

    def _block(self, element: HtmlElement, *, quoted: bool) -> None:
        tag, named = element.tag, classes(element)
        if is_hidden(element) or element.get("role") in ("navigation", "search"):
            return
        if "references" in named or "reflist" in named or "mw-references-wrap" in named:
            self._collect_notes(element)
        elif "hatnote" in named or "dablink" in named or element.get("role") == "note":
            if self._ready():
                self._builder.paragraph(self._inline.runs(element), origin=Origin.NOTE)
        elif "infobox" in named or "portable-infobox" in named or any(name.startswith("infobox") for name in named):
            if tag in ("table", "aside") and self._ready():
                add_infobox(self._builder, element, self._inline)
            elif tag not in ("table", "aside"):
                self.walk(element)
        elif named & _SKIPPED or tag in ("nav", "form", "hr"):
            return
        elif tag in _HEADINGS:
            self._heading(_HEADINGS[tag], element)
        elif tag in ("ul", "ol"):
            self._list(element, 1, quoted=quoted)
        elif tag == "dl":
            self._definitions(element, quoted=quoted)
        elif tag == "table":
            self._table(element, named, quoted=quoted)
        elif tag == "blockquote" or named & {"templatequote", "quotebox", "cquote", "poem"}:
            self.walk(element, quoted=True)
        elif tag == "figure" or named & {"thumb", "thumbinner", "gallerybox", "tmulti"}:
            self._captions(element)
        elif tag == "p" and not quoted and self._is_pseudo_heading(element):
            self._begin(_PSEUDO_LEVEL, self._inline.runs(element))
        else:
            self.walk(element, quoted=quoted)

    def _heading(self, level: int, element: HtmlElement) -> None:
        runs = [
            Run(run.text, tuple(mark for mark in run.marks if mark[0] is not MarkKind.BOLD)) for run in self._inline.runs(element)
        ]
        self._begin(level, runs)

    def _begin(self, level: int, runs: list[Run]) -> None:
        if self._dropping is not None and level > self._dropping:
            return
        self._dropping = level if level < _PSEUDO_LEVEL and _REFERENCE_SECTIONS.fullmatch(words(runs)) else None
        self._waiting = [waiting for waiting in self._waiting if waiting[0] < level]
        if self._dropping is None and words(runs):
            self._waiting.append((level, runs))

    def _is_pseudo_heading(self, element: HtmlElement) -> bool:
        following = element.getnext()
        runs = [run for run in self._inline.runs(element) if run.text.strip()]
        return (
            following is not None
            and following.tag in ("ul", "ol", "div", "table")
            and bool(runs)
            and len(words(runs)) <= 60
            and all((MarkKind.BOLD, "") in run.marks for run in runs)
        )

    def _list(self, element: HtmlElement, level: int, *, quoted: bool) -> None:
        for entry in element:
            if entry.tag in ("ul", "ol"):
                self._list(entry, level + 1, quoted=quoted)
            elif entry.tag == "li" and not (classes(entry) & _SKIPPED) and not is_hidden(entry):
                if "gallerybox" in classes(entry):
                    self._captions(entry)
                else:
                    self._entry(entry, level, quoted=quoted)

    def _entry(self, entry: HtmlElement, level: int, *, quoted: bool) -> None:
        """One list entry: its own words as an item, lists in it below it, other blocks after it."""
        buffer = self._text(entry.text)
        kind = BlockKind.LIST_ITEM
        for child in entry:
            if isinstance(child.tag, str):
                nested = is_block(child) or (child.tag not in ("sup", "a") and holds_blocks(child))
                if (
                    nested
                    and child.tag in ("p", "div", "span", "i", "small")
                    and not holds_blocks(child)
                    and not (classes(child) & _SKIPPED)
                ):
                    if child.tag in ("p", "div") and words(buffer):
                        buffer.append(Run("\n"))
                    buffer.extend(self._inline.of(child))
                elif nested:
                    self._paragraph(buffer, kind=kind, level=min(level, 6))
                    buffer = []
                    if child.tag in ("ul", "ol"):
                        self._list(child, level + 1, quoted=quoted)
                    else:
                        self._block(child, quoted=quoted)
                else:
                    buffer.extend(self._inline.of(child))
            buffer.extend(self._text(child.tail))
        self._paragraph(buffer, kind=kind, level=min(level, 6))

    def _definitions(self, element: HtmlElement, *, quoted: bool) -> None:
        parts = [part for part in element if part.tag in ("dt", "dd")]
        terms_only = all(part.tag == "dt" for part in parts)
        has_terms = any(part.tag == "dt" for part in parts)
        for part in parts:
            if part.tag == "dt" and terms_only:
                self._begin(_PSEUDO_LEVEL, self._inline.runs(part))
            elif part.tag == "dt":
                self._paragraph(self._inline.runs(part), kind=BlockKind.LIST_ITEM, level=1)
            elif holds_blocks(part):
                self.walk(part, quoted=quoted)
            else:
                # Indented lines without a term are set-off text, not entries of a list.
                kind = BlockKind.LIST_ITEM if has_terms else BlockKind.PARAGRAPH
                self._paragraph(self._inline.runs(part), quoted=quoted, kind=kind, level=2 if has_terms else 0)

    def _table(self, table: HtmlElement, named: frozenset[str], *, quoted: bool) -> None:
        if named & {"cquote", "quotebox", "pullquote"}:
            self.walk(table, quoted=True)
            return
        if _is_layout(table, named):
            for row in table_rows(table):
                for cell in row:
                    self.walk(cell, quoted=quoted)
            return
        if not self._ready():
            return
        caption = next((child for child in table if child.tag == "caption"), None)
        if caption is not None:
            self._builder.paragraph(self._inline.runs(caption), kind=BlockKind.CAPTION, origin=Origin.TABLE)
        tracks = "tracklist" in named
        for row in rows_of(table, self._inline):
            self._builder.row(
                row, origin=Origin.TRACK_LISTING if tracks else Origin.TABLE, template="track listing" if tracks else ""
            )

    def _captions(self, element: HtmlElement) -> None:
        for part in element.iter():
            if part.tag == "figcaption" or classes(part) & {"thumbcaption", "gallerytext"}:
                runs = [run for run in self._inline.runs(part) if run.citation is None]
                self._paragraph(runs, kind=BlockKind.CAPTION)

    def _collect_notes(self, element: HtmlElement) -> None:
        """Keeps footnotes that explain instead of citing."""
        for entry in element.iter("li"):
            if not (entry.get("id") or "").startswith("cite_note"):
                continue
            text = next((part for part in entry.iter("span") if "reference-text" in classes(part)), entry)
            cites = any("citation" in (part.get("class") or "") or "external" in (part.get("class") or "") for part in text.iter())
            own = self._inline.runs(text)
            if (
                not cites
                and len(words(own).split()) >= 8
                and not any((link.get("href") or "").startswith("#CITEREF") for link in text.iter("a"))
            ):
                self._notes.append(own)


def _is_layout(table: HtmlElement, named: frozenset[str]) -> bool:
    """Whether the table only sets columns side by side."""
    if table.get("role") == "presentation" or "multicol" in named:
        return True
    if named & {"wikitable", "tracklist", "sortable"}:
        return False
    if any(cell.tag == "th" for row in table_rows(table) for cell in row):
        return False
    return any(
        next(cell.iter("ul", "ol", "dl", "table", "h2", "h3"), None) is not None for row in table_rows(table) for cell in row
    )
