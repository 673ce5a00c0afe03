"""Files are known by what is in them first and by their names second."""

import pytest

from filmdossier.read import media_type_of
from filmdossier.read.media import DOCX, HTML, MARKDOWN, OLE, PAGE_XML, PDF, PLAIN, UNKNOWN, WIKITEXT, ZIP, refusal

CASES = [
    ("notes.txt", b"A film about a ferry.", PLAIN),
    ("notes", b"A film about a ferry.", PLAIN),
    ("empty.txt", b"", PLAIN),
    ("wide.txt", "A film about a ferry.".encode("utf-16"), PLAIN),
    ("wide.txt", "A film about a ferry.".encode("utf-16-le"), PLAIN),
    ("review.md", b"# Review", MARKDOWN),
    ("REVIEW.MD", b"# Review", MARKDOWN),
    ("review.txt", b"---\ntitle: Cure\ngrade: A\n---\nA detective.", MARKDOWN),
    ("page.html", b"<p>Hello</p>", HTML),
    ("page.txt", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", HTML),
    ("page", b"<!-- saved --><html lang=en>", HTML),
    ("page.xhtml", b'<?xml version="1.0"?><html xmlns="x">', HTML),
    ("article.wikitext", b"plain words", WIKITEXT),
    ("article.txt", b"{{Infobox film}}\n'''Cure''' is a [[Japan]]ese film.", WIKITEXT),
    ("article.txt", b"#REDIRECT [[Cure (film)]]", WIKITEXT),
    ("article.txt", b"Cure is a film.\n\n== Plot ==\nA detective.", PLAIN),
    ("dump.xml", b'<mediawiki xmlns="x">', PAGE_XML),
    ("page.xml", b"<page>\n<title>Cure</title>", PAGE_XML),
    ("feed.xml", b'<?xml version="1.0"?><rss>', "text/xml"),
    ("notes.pdf", b"%PDF-1.7\n", PDF),
    ("notes.txt", b"junk before %PDF-1.4", PDF),
    ("notes.docx", b"PK\x03\x04" + b"\0" * 60, DOCX),
    ("notes.zip", b"PK\x03\x04" + b"\0" * 60, ZIP),
    (
        "notes.odt",
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
        "application/vnd.oasis.opendocument.text",
    ),
    ("book.epub", b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zipPK", "application/epub+zip"),
    ("notes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    ("notes.rtf", b"{\\rtf1", "application/rtf"),
    ("still.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
    ("still.txt", b"\x89PNG\r\n\x1a\n", "image/png"),
    ("still.webp", b"RIFF\0\0\0\0WEBP", "image/webp"),
    ("score.flac", b"fLaC", "audio/flac"),
    ("trailer.mp4", b"\0\0\0\x18ftypmp42", "video/mp4"),
    ("all.tar", b"\0" * 257 + b"ustar\0", "application/x-tar"),
    ("all.gz", b"\x1f\x8b\x08", "application/gzip"),
    ("scores.csv", b"critic,rating\n", "text/csv"),
    ("scores.jsonl", b"{}", "application/json"),
    ("junk.txt", bytes(range(256)), UNKNOWN),
]


@pytest.mark.parametrize(("name", "head", "media_type"), CASES)
def test_kinds_of_files(name: str, head: bytes, media_type: str) -> None:
    assert media_type_of(name, head) == media_type


@pytest.mark.parametrize(
    ("media_type", "extension", "reason", "remedy"),
    [
        (ZIP, ".zip", "ZIP archive", "unpack"),
        (OLE, ".doc", "old Word document", "DOCX or PDF"),
        ("image/jpeg", ".jpg", "image", "OCR"),
        ("video/mp4", ".mp4", "video", "transcribe"),
        ("text/csv", ".csv", "CSV table", "HTML or Markdown"),
        ("application/rtf", ".rtf", "RTF", "save it as DOCX"),
        ("text/xml", ".xml", "XML", "HTML or plain text"),
        (UNKNOWN, ".bin", "binary data", "export it"),
        ("text/strange", ".x", "text/strange", "export it"),
    ],
)
def test_refusals_say_what_it_is_and_what_to_do(media_type: str, extension: str, reason: str, remedy: str) -> None:
    found_reason, found_remedy = refusal(media_type, extension)
    assert reason in found_reason
    assert remedy in found_remedy
