"""Picks the reader for a file and runs it.

Enters raw bytes and their source; leaves a :class:`~filmdossier.model.text.Document`. Refuses, with
an error that says what to do, what is too large, empty, encrypted, damaged or no text at all.
"""

import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import PurePosixPath

from filmdossier.errors import BrokenFile, FilmdossierError, NoText, TooLarge, UnsupportedFormat
from filmdossier.model.text import Document, Source
from filmdossier.read import media
from filmdossier.read.encoding import decode

TextReader = Callable[[str, Source], Document]
ByteReader = Callable[[bytes, Source], Document]

# Module and function, imported when first needed: a command that reads Markdown must not wait for lxml.
_TEXT_READERS = {
    media.PLAIN: ("plain", "read_plain"),
    media.MARKDOWN: ("markdown", "read_markdown"),
    media.HTML: ("html", "read_html"),
    media.WIKITEXT: ("wikitext", "read_wikitext"),
}
_BYTE_READERS = {
    media.PAGE_XML: ("wikitext", "read_page_xml"),
    media.PDF: ("pdf", "read_pdf"),
    media.DOCX: ("docx", "read_docx"),
}


def media_type_of(name: str, head: bytes) -> str:
    """The media type of a file called ``name`` that begins with ``head`` (4 KiB are enough).

    The content outranks the name: a page saved as ``.txt`` is HTML. What nobody recognises is
    ``application/octet-stream``.
    """
    return media.detect(name, head)


def read(raw: bytes, source: Source, *, limit_bytes: int = 50_000_000) -> Document:
    """The document in ``raw``.

    ``source.media_type`` chooses the reader ('' to find it out from name and content). Raises
    :class:`~filmdossier.errors.ReadError` and nothing else.
    """
    path = source.origin
    if len(raw) > limit_bytes:
        raise TooLarge(
            path,
            f"{len(raw):,} bytes are over the limit of {limit_bytes:,}",
            "split the file or raise the size limit in the settings",
        )
    if not raw.strip(b"\0 \t\r\n\f\v"):
        raise NoText(path, "the file is empty", "check that the copy or download was complete")
    media_type = source.media_type or media_type_of(path, raw[:4096])
    try:
        document = _read_as(media_type, raw, source)
    except FilmdossierError:
        raise
    except RecursionError as error:
        raise BrokenFile(path, "it is nested too deeply to be a text", "save it again from the program that made it") from error
    except Exception as error:
        # The formats' own libraries raise whatever they like on damaged input; one bad file must not stop a run.
        raise BrokenFile(
            path, f"it could not be read as {media_type} ({type(error).__name__}: {error})", "save it again"
        ) from error
    if not any(character.isalnum() for character in document.text):
        raise NoText(path, "no words were found in it", "check the file in the program that made it")
    return document


def _read_as(media_type: str, raw: bytes, source: Source) -> Document:
    if media_type == media.ZIP:
        media_type = _inside_zip(raw, source.origin)
    if (text_reader := _TEXT_READERS.get(media_type)) is not None:
        read_text: TextReader = getattr(import_module(f"filmdossier.read.{text_reader[0]}"), text_reader[1])
        return read_text(decode(raw), source)
    if (byte_reader := _BYTE_READERS.get(media_type)) is not None:
        read_bytes: ByteReader = getattr(import_module(f"filmdossier.read.{byte_reader[0]}"), byte_reader[1])
        return read_bytes(raw, source)
    reason, remedy = media.refusal(media_type, PurePosixPath(source.origin).suffix)
    raise UnsupportedFormat(source.origin, reason, remedy)


def _inside_zip(raw: bytes, path: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BrokenFile(path, f"a damaged ZIP archive ({error})", "copy or download it again") from error
    return media.DOCX if "word/document.xml" in names else media.ZIP
