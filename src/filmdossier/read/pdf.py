"""Reads PDF files: press kits, programmes, printed articles.

Enters bytes; leaves the text page by page with its lines joined into paragraphs, words divided at
line ends put together, and running heads, feet and page numbers taken out. Refuses files that need
a password, are damaged, or hold pictures of text only.
"""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw as pdfium

from filmdossier.errors import BrokenFile, Encrypted, NoText
from filmdossier.model.text import Document, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.pdf_layout import DIVISION, Line, add_pages

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_LONGEST_FONT_NAME = 200
_TAB, _NEWLINE, _SPACE, _NONCHARACTER = 0x09, 0x0A, 0x20, 0xFFFE
# Wider than any space of justified prose: the words stand in columns. In heights of the line.
_COLUMN_GAP = 1.0
_AFTER_BULLET = re.compile(r"^([*•·‣▪●○–—-]|\d{1,3}[.)])\t")
# What programs write where nobody gave a title.
_NO_TITLES = ("untitled", "(anonymous)", "(unspecified)", "microsoft word", "document", "word document", "powerpoint")


def read_pdf(raw: bytes, source: Source) -> Document:
    """The document in the PDF file ``raw``."""
    try:
        file = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Encrypted(
                source.origin, "the PDF needs a password", "open it with the password and save a copy without one"
            ) from error
        raise BrokenFile(source.origin, "the PDF is damaged or cut off", "download or export it again") from error
    try:
        pages = [list(_lines(file, number)) for number in range(len(file))]
        title = str(file.get_metadata_value("Title") or "").strip()
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(source.origin, f"a page of the PDF cannot be read ({error})", "download or export it again") from error
    finally:
        file.close()
    if not any(line.text.strip() for page in pages for line in page):
        raise NoText(source.origin, "the PDF holds pictures of pages and no text", "run text recognition (OCR) on it first")
    builder = DocumentBuilder(source, title=None if _is_no_title(title) else title)
    add_pages(builder, pages)
    return builder.build()


def _is_no_title(title: str) -> bool:
    return not title or title.lower().startswith(_NO_TITLES) or title.lower().endswith((".doc", ".docx", ".indd", ".pdf"))


def _lines(file: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    page = file[number]
    words = page.get_textpage()
    try:
        height = float(page.get_height())
        line: list[tuple[int, int]] = []  # (index, code unit) of each character
        for index in range(words.count_chars()):
            code = int(pdfium.FPDFText_GetUnicode(words.raw, index))
            if code == _NEWLINE:
                yield from _line(words, line, height)
                line = []
            else:
                line.append((index, code))
        yield from _line(words, line, height)
    finally:
        words.close()
        page.close()


def _line(words: pypdfium2.PdfTextPage, characters: list[tuple[int, int]], height: float) -> Iterator[Line]:
    printed = [index for index, code in characters if code > _SPACE]
    if not printed:
        return
    # Some files give letters beyond the basic plane as two halves; UTF-16 puts them together.
    units: list[bytes] = []
    last = printed[0]
    for index, code in characters:
        if code > _SPACE:
            if index > last + 1 and _distance(words, last, index) > _COLUMN_GAP:
                units.append(_utf16(_TAB))
            last = index
        units.append(_utf16(code))
    left = words.get_charbox(printed[0], loose=True)[0]
    right = words.get_charbox(printed[-1], loose=True)[2]
    # A bullet or a word in another face is no measure of its line: take the middle one of several.
    sample = [printed[len(printed) * part // 5] for part in range(5)]
    boxes = sorted((words.get_charbox(index, loose=True) for index in sample), key=lambda box: box[3] - box[1])
    _, bottom, _, top = boxes[2]
    yield Line(
        text=_AFTER_BULLET.sub(
            r"\1 ", re.sub(r" *\t *", "\t", b"".join(units).decode("utf-16-le", errors="replace").strip("\r \t"))
        ),
        left=left,
        right=right,
        bottom=bottom,
        # Some files set 1-point type and scale it up: what is seen is the height of the box.
        size=top - bottom,
        bold=sum(_is_bold(words, index) for index in sample) > len(sample) // 2,
        height=height,
    )


def _is_bold(words: pypdfium2.PdfTextPage, index: int) -> bool:
    # Many files give no weight, but the font's name tells it.
    if int(pdfium.FPDFText_GetFontWeight(words.raw, index)) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(words.raw, index, name, _LONGEST_FONT_NAME, ctypes.c_int())
    return _BOLD_NAME.search(name.value) is not None


def _distance(words: pypdfium2.PdfTextPage, before: int, after: int) -> float:
    """How far apart two characters stand, in heights of the first."""
    _, bottom, right, top = words.get_charbox(before, loose=True)
    left = words.get_charbox(after, loose=True)[0]
    return float(left - right) / max(float(top - bottom), 1.0)


def _utf16(code: int) -> bytes:
    if code == _NONCHARACTER:
        return DIVISION.encode("utf-16-le")
    return code.to_bytes(2, "little") if code < 0x10000 else chr(min(code, 0x10FFFF)).encode("utf-16-le")
