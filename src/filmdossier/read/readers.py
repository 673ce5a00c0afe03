"""Picks the reader for a file and runs it.

Enters raw bytes and their source; leaves a :class:`~filmdossier.model.text.Document`. Refuses, with
an error that says what to do, what is too large, empty, encrypted, damaged or no text at all.
"""

import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import PurePosixPath

from filmdossier.errors import BrokenFile, Encrypted, FilmdossierError, NoText, TooLarge, UnsupportedFormat
from filmdossier.model.text import Document, Source
from filmdossier.read import media
from filmdossier.read.encoding import decode

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

# The name of the stream that holds a document under a password.
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


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
    if media_type == media.ZIP:
        media_type = _inside_zip(raw, path)
    if media_type == media.OLE and _ENCRYPTED_OFFICE in raw:
        raise Encrypted(path, "the Office document needs a password", "open it with the password and save a copy without one")
    reader = _reader_for(media_type, path)
    try:
        document = reader(raw, source)
    except FilmdossierError:
        raise
    except RecursionError as error:
        raise BrokenFile(path, "it is nested too deeply to be a text", "save it again from the program that made it") from error
    except Exception as error:
        # The formats' own libraries raise whatever they like on damaged input; one bad file must not stop a run.
        reason = f"it could not be read as {media_type} ({type(error).__name__}: {error})"
        raise BrokenFile(path, reason, "save it again from the program that made it") from error
    if not any(character.isalnum() for character in document.text):
        raise NoText(path, "no words were found in it", "check the file in the program that made it")
    return document


def check_kind(name: str, head: bytes) -> None:
    """Raises UnsupportedFormat where no reader takes a file called ``name`` that begins with ``head`` (4 KiB are enough).

    What only the whole file tells passes: an archive that may be a Word document, an Office file under a password.
    """
    media_type = media_type_of(name, head)
    if media_type not in (media.ZIP, media.OLE):
        _reader_for(media_type, name)


def _reader_for(media_type: str, path: str) -> ByteReader:
    if media_type in _TEXT_READERS:
        return _of_text(_imported(*_TEXT_READERS[media_type]))
    if media_type in _BYTE_READERS:
        return _imported(*_BYTE_READERS[media_type])
    reason, remedy = media.refusal(media_type, PurePosixPath(path).suffix)
    raise UnsupportedFormat(path, reason, remedy)


def _imported(module: str, function: str) -> Callable[..., Document]:
    reader: Callable[..., Document] = getattr(import_module(f"filmdossier.read.{module}"), function)
    return reader


def _of_text(read_text: Callable[[str, Source], Document]) -> ByteReader:
    return lambda raw, source: read_text(decode(raw), source)


def _inside_zip(raw: bytes, path: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BrokenFile(path, f"a damaged ZIP archive ({error})", "copy or download it again") from error
    return media.DOCX if "word/document.xml" in names else media.ZIP
