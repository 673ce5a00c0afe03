"""Reads Word documents (DOCX).

Enters bytes; leaves headings, paragraphs, list entries, tables and notes in document order, with
italics, bold and links as marks. Deleted text of tracked changes stays out. Refuses files that are
damaged or that unpack to far more than a text can be.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from filmdossier.errors import BrokenFile, TooLarge
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Source
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.labels import is_credit_label

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING_STYLE = re.compile(r"heading (\d)", re.IGNORECASE)
_QUOTE_STYLE = re.compile(r"(?:intense |block )?quot(?:e|ation)s?", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:paragraph|bullet|number|continue)(?: (\d))?", re.IGNORECASE)
_MOST_UNPACKED_BYTES = 300_000_000
_OFF = frozenset({"0", "false", "off", "none"})
_WRAPPERS = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo", f"{_W}smartTag"})


def read_docx(raw: bytes, source: Source) -> Document:
    """The document in the Word file ``raw``; its title is the first title or top heading."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED_BYTES:
                raise TooLarge(source.origin, "the document unpacks to over 300 MB", "save the text without pictures, or split it")
        file = docx.Document(BytesIO(raw))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError) as error:
        raise BrokenFile(
            source.origin, f"the Word document is damaged ({error})", "open and save it again, or save it as PDF"
        ) from error
    reader = _Reader(file, DocumentBuilder(source))
    reader.add_blocks(file.element.body)
    reader.add_notes()
    return reader.document()


class _Reader:
    def __init__(self, file: Any, builder: DocumentBuilder) -> None:
        self._file, self._builder = file, builder
        self._links = {name: link.target_ref for name, link in file.part.rels.items() if link.is_external}
        self._styles = {style.style_id: (style.name or "") for style in file.styles}

    def document(self) -> Document:
        title = (self._file.core_properties.title or "").strip()
        if self._builder.title is None and title and title.lower() not in ("word document", "untitled", "document"):
            self._builder.title = title
        return self._builder.build()

    def add_blocks(self, container: _Element) -> None:
        for element in container:
            if element.tag == f"{_W}p":
                self._add_paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._add_table(element)
            elif element.tag in _WRAPPERS:
                self.add_blocks(element)

    def add_notes(self) -> None:
        """Adds footnotes and endnotes, which Word keeps in parts of their own."""
        for relation in self._file.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
                continue
            root = getattr(relation.target_part, "element", None)
            if root is None:
                root = _parsed(relation.target_part.blob)
            self._builder.leave_sections()
            for note in root.iter(f"{_W}footnote", f"{_W}endnote"):
                if note.get(f"{_W}type") is None:
                    self._builder.paragraph(
                        [run for part in note.iter(f"{_W}p") for run in (*self._runs(part), Run(" "))], origin=Origin.NOTE
                    )

    def _add_paragraph(self, element: _Element) -> None:
        runs = list(self._runs(element))
        text = "".join(run.text for run in runs).strip()
        style = self._styles.get(_value(element, "pPr/pStyle"), "")
        heading = _HEADING_STYLE.match(style)
        outline = _value(element, "pPr/outlineLvl")
        depth = _value(element, "pPr/numPr/ilvl")
        listed = _LIST_STYLE.match(style)
        if not text:
            pass
        elif heading is not None or style.lower() == "title" or (outline.isdecimal() and int(outline) < 6):
            level = min(int(heading.group(1)), 6) if heading else (1 if style.lower() == "title" else int(outline) + 1)
            self._builder.heading(
                max(level, 1), [Run(run.text, tuple(mark for mark in run.marks if mark[0] is not MarkKind.BOLD)) for run in runs]
            )
            if self._builder.title is None and level == 1:
                self._builder.title = " ".join(text.split())
        elif depth.isdecimal() or (listed is not None and (_has_numbers(element) or "paragraph" not in style.lower())):
            level = int(depth) + 1 if depth.isdecimal() else int((listed.group(1) if listed else None) or 1)
            self._builder.paragraph(runs, kind=BlockKind.LIST_ITEM, level=min(level, 6))
        elif style.lower() == "caption":
            self._builder.paragraph(runs, kind=BlockKind.CAPTION)
        else:
            self._builder.paragraph(runs, kind=BlockKind.QUOTE if _QUOTE_STYLE.search(style) else BlockKind.PARAGRAPH)
        for box in element.iter(f"{_W}txbxContent"):
            # Text boxes stand twice, the second time for old programs.
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self.add_blocks(box)

    def _add_table(self, table: _Element) -> None:
        rows = [self._cells(row) for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table]
        texts = [[" ".join(" ".join("".join(run.text for run in item) for item in cell).split()) for cell in row] for row in rows]
        labels = [row[0].rstrip(": ") for row in texts if row]
        if rows and all(len(row) == 2 for row in rows) and sum(map(is_credit_label, labels)) * 2 >= len(labels):
            for label, row in zip(labels, rows, strict=True):
                self._builder.field(label, row[1], origin=Origin.TABLE)
            return
        header = texts[0] if len(rows) > 1 and _is_header(table, texts[0]) else None
        for cells in rows[1:] if header else rows:
            columns = header if header and len(header) == len(cells) else [""] * len(cells)
            self._builder.row([CellDraft(label, cell) for label, cell in zip(columns, cells, strict=True)])

    def _cells(self, row: _Element) -> list[list[list[Run]]]:
        return [
            [list(self._runs(part)) for part in cell.iter(f"{_W}p")]
            for cell in row.iter(f"{_W}tc")
            if next(cell.iterancestors(f"{_W}tr")) is row
        ]

    def _runs(self, paragraph: _Element) -> Iterator[Run]:
        for run in paragraph.iter(f"{_W}r"):
            above = list(run.iterancestors())
            owner = next((element for element in above if element.tag in (f"{_W}p", f"{_W}txbxContent")), None)
            if owner is not paragraph or any(element.tag in (f"{_W}del", f"{_W}moveFrom") for element in above):
                continue
            marks: list[tuple[MarkKind, str]] = []
            if _is_on(run, "i"):
                marks.append((MarkKind.ITALIC, ""))
            if _is_on(run, "b"):
                marks.append((MarkKind.BOLD, ""))
            link = next((element for element in above if element.tag == f"{_W}hyperlink"), None)
            if link is not None and (target := self._links.get(link.get(_R_ID) or "")):
                marks.append((MarkKind.LINK, target))
            text = "".join(_characters(run))
            if text and not _is_on(run, "vanish"):
                yield Run(text, tuple(marks))


def _characters(run: _Element) -> Iterator[str]:
    for part in run:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag == f"{_W}tab":
            yield " "
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif part.tag == f"{_W}noBreakHyphen":
            yield "-"


def _find(element: _Element, path: str) -> _Element | None:
    return element.find("/".join(f"{_W}{step}" for step in path.split("/")))


def _value(element: _Element, path: str) -> str:
    found = _find(element, path)
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _is_on(run: _Element, switch: str) -> bool:
    found = _find(run, f"rPr/{switch}")
    return found is not None and (found.get(f"{_W}val") or "1") not in _OFF


def _has_numbers(paragraph: _Element) -> bool:
    return _find(paragraph, "pPr/numPr") is not None


def _is_header(table: _Element, texts: list[str]) -> bool:
    first = next(table.iter(f"{_W}tr"))
    if _find(first, "trPr/tblHeader") is not None:
        return True
    runs = [run for run in first.iter(f"{_W}r") if "".join(_characters(run)).strip()]
    return all(0 < len(text) <= 40 for text in texts) and bool(runs) and all(_is_on(run, "b") for run in runs)


def _parsed(blob: bytes) -> _Element:
    root: _Element = parse_xml(blob)
    return root
