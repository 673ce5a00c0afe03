"""Tells what kind of file some bytes are, and why a kind cannot be read.

Enters a name and the first bytes; leaves a media type. Looks inside before it believes the name.
"""

import re

from filmdossier.read.encoding import wide_codec

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
WIKITEXT = "text/x-wiki"
PAGE_XML = "application/x-mediawiki+xml"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
UNKNOWN = "application/octet-stream"

_EXTENSIONS = {
    "txt": PLAIN,
    "text": PLAIN,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "mdown": MARKDOWN,
    "mkd": MARKDOWN,
    "html": HTML,
    "htm": HTML,
    "xhtml": HTML,
    "wikitext": WIKITEXT,
    "wiki": WIKITEXT,
    "mediawiki": WIKITEXT,
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "jsonl": "application/json",
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"\x7fELF", "application/x-executable"),
    (b"%!PS", "application/postscript"),
)

_NAMES = {
    "application/gzip": "a gzip archive",
    "application/x-bzip2": "a bzip2 archive",
    "application/x-xz": "an xz archive",
    "application/zstd": "a Zstandard archive",
    "application/x-7z-compressed": "a 7-Zip archive",
    "application/vnd.rar": "a RAR archive",
    "application/x-tar": "a tar archive",
    ZIP: "a ZIP archive",
    OLE: "an old Office file",
    "application/rtf": "an RTF file",
    "application/postscript": "a PostScript file",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/epub+zip": "an EPUB book",
    "application/vnd.sqlite3": "an SQLite database",
    "application/vnd.apache.parquet": "a Parquet table",
    "application/x-executable": "a program",
    "application/json": "JSON data",
    "text/csv": "a CSV table",
    "text/tab-separated-values": "a table with tabs",
    "text/xml": "an XML file",
    UNKNOWN: "binary data of an unknown kind",
}

_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s{1,9}html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_XML_START = re.compile(rb"(?:\s|<\?xml[^>]{0,200}>)*<(?:mediawiki|page)[\s>]")
_XML_START = re.compile(rb"\s*<\?xml[\s]")
_FRONT_MATTER_START = re.compile(rb"---[ \t]*\r?\n(?:#[^\n]*\n|\s*\n)*[A-Za-z_][\w .-]{0,60}:(?:[ \t]|\r?\n)")
_WIKI_SIGNS = (re.compile(rb"\{\{\s*[A-Za-z]"), re.compile(rb"\[\[[^\[\]\n]{1,200}\]\]"), re.compile(rb"'''[^'\n]{1,200}'''"))
_REDIRECT = re.compile(rb"\s*#redirect\s*\[\[", re.IGNORECASE)


def detect(name: str, head: bytes) -> str:
    """The media type of a file called ``name`` whose first bytes are ``head``."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, extension)
    if head[:4] == b"RIFF" and len(head) >= 12:
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return "video/mp4"
    if head[257:262] == b"ustar":
        return "application/x-tar"
    if b"%PDF-" in head[:1024]:
        return PDF
    text = _as_ascii(head)
    if text is None:
        return UNKNOWN
    return _text_type(text, extension)


def refusal(media_type: str, extension: str) -> tuple[str, str]:
    """Why files of ``media_type`` are not read, and what to do instead."""
    kind, _, _ = media_type.partition("/")
    named = _NAMES.get(media_type) or {"image": "an image", "audio": "a sound recording", "video": "a video"}.get(kind, media_type)
    reason = f"it is {named}, which holds no text that can be read"
    if kind in ("image", "audio", "video"):
        return reason, "run text recognition (OCR) on images, transcribe recordings, and read the text"
    if media_type == OLE:
        named = "an old Word document" if extension.lower() == ".doc" else named
        return f"it is {named}", "save it as DOCX or PDF"
    if media_type in ("application/json", "text/csv", "text/tab-separated-values", "application/vnd.apache.parquet"):
        return (
            f"it is {named}, not a document",
            "a table of reviews goes in with 'filmdossier reviews import'; else save it as HTML or Markdown",
        )
    if named.endswith("archive"):
        return f"it is {named}", "unpack it and read the files inside"
    if media_type in (
        "application/rtf",
        "application/vnd.oasis.opendocument.text",
        "application/epub+zip",
        "application/postscript",
    ):
        return f"it is {named}", "save it as DOCX, PDF, HTML or plain text"
    if media_type == "text/xml":
        return f"it is {named} of an unknown kind", "export it as HTML or plain text"
    return reason, "export it as PDF, DOCX, HTML, Markdown or plain text"


def _zipped(head: bytes, extension: str) -> str:
    if head[30:38] == b"mimetype":
        declared = re.match(rb"[\w.+/-]{1,80}", head[38:130])
        kind = declared.group().decode("ascii") if declared else ""
        for known in ("application/epub+zip", "application/vnd.oasis.opendocument.text"):
            if kind.startswith(known):
                return known
    return DOCX if extension in ("docx", "docm", "dotx") else ZIP


def _as_ascii(head: bytes) -> bytes | None:
    """``head`` with wide encodings narrowed, for sniffing; None where it is no text."""
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, errors="ignore").encode("utf-8", errors="ignore")
    if (wide := wide_codec(head)) is not None:
        return head.decode(wide, errors="ignore").encode("utf-8", errors="ignore")
    controls = sum(1 for byte in head if byte < 0x20 and byte not in b"\t\n\r\f\x0b\x1b\x1a")
    # A page of text with a stray NUL or two is still a page of text.
    return None if controls > 0.01 * len(head) + 1 else head.replace(b"\0", b"")


def _text_type(text: bytes, extension: str) -> str:
    named = _EXTENSIONS.get(extension)
    if _HTML_START.match(text):
        return HTML
    if _PAGE_XML_START.match(text):
        return PAGE_XML
    if named in (MARKDOWN, WIKITEXT, HTML):
        return named
    if _XML_START.match(text) or extension == "xml":
        return "text/xml"
    if named not in (None, PLAIN):
        return named
    if _FRONT_MATTER_START.match(text):
        return MARKDOWN
    if _REDIRECT.match(text) or sum(1 for sign in _WIKI_SIGNS if sign.search(text)) >= 2:
        return WIKITEXT
    return PLAIN
