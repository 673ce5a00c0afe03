"""The one way in: every file becomes a document or an error that says what to do."""

import zipfile
from io import BytesIO

import pytest

from filmdossier.errors import BrokenFile, Encrypted, NoText, ReadError, TooLarge, UnsupportedFormat
from filmdossier.model.text import Source
from filmdossier.read import read
from support.reading import read_as


def _zip(**files: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


CASES = [
    ("big.txt", b"word " * 30, TooLarge, "over the limit", "split"),
    ("empty.txt", b"", NoText, "empty", "check"),
    ("blank.txt", b" \n\t\0\r\n", NoText, "empty", "check"),
    ("marks.txt", b"*** --- ***", NoText, "no words", "check"),
    ("empty.html", b"<html><body><script>x()</script></body></html>", NoText, "no words", "check"),
    ("comment.html", b"<!-- nothing -->", NoText, "empty", "save the page again"),
    ("files.zip", _zip(a=b"x"), UnsupportedFormat, "ZIP archive", "unpack"),
    ("files.zip", b"PK\x03\x04 cut off", BrokenFile, "damaged ZIP", "again"),
    ("notes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 99, UnsupportedFormat, "old Word document", "DOCX or PDF"),
    (
        "notes.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Encrypted,
        "password",
        "without one",
    ),
    ("notes.docx", b"PK\x03\x04 cut off", BrokenFile, "damaged", "save it again"),
    ("notes.docx", _zip(word__document_xml=b"<w"), BrokenFile, "", "save it again"),
    ("notes.pdf", b"%PDF-1.7\ncut off", BrokenFile, "damaged", "again"),
    ("still.jpg", b"\xff\xd8\xff\xe0 picture", UnsupportedFormat, "image", "OCR"),
    ("junk.bin", bytes(range(256)) * 4, UnsupportedFormat, "binary data", "export"),
    ("deep.html", b"<html><body>" + b"<div>" * 10_000 + b"deep", BrokenFile, "nested", "plain text"),
]


@pytest.mark.parametrize(("name", "raw", "error", "reason", "remedy"), CASES)
def test_bad_input_is_refused_with_its_name_the_reason_and_a_remedy(
    name: str, raw: bytes, error: type[ReadError], reason: str, remedy: str
) -> None:
    with pytest.raises(error) as raised:
        read(raw, Source(origin=f"inbox/{name}", media_type="", sha256=""), limit_bytes=100 if name == "big.txt" else 50_000_000)
    assert raised.value.path == f"inbox/{name}"
    assert reason in raised.value.reason
    assert remedy in raised.value.remedy
    assert str(raised.value).startswith(f"inbox/{name}: ")


def test_a_file_without_a_media_type_is_looked_into() -> None:
    document = read(
        b"<html><body><p>A ferry crosses the lake at night.</p></body></html>", Source(origin="a", media_type="", sha256="")
    )
    assert document.text == "A ferry crosses the lake at night."


def test_the_source_chooses_the_reader() -> None:
    source = Source(origin="a.md", media_type="text/plain", sha256="")
    assert read(b"_Cure_ is slow.", source).text == "_Cure_ is slow."


def test_an_unknown_media_type_is_refused() -> None:
    with pytest.raises(UnsupportedFormat):
        read(b"words", Source(origin="a", media_type="text/strange", sha256=""))


def test_the_same_bytes_give_the_same_document() -> None:
    assert read_as("a.md", "# Cure\n\nIt is _slow_.") == read_as("a.md", "# Cure\n\nIt is _slow_.")


def test_one_sentence_of_a_megabyte_is_read_to_its_end() -> None:
    sentence = "and the ferry crosses " * 50_000 + "at last."
    for name in ("a.txt", "a.md", "a.html"):
        assert read_as(name, sentence).text == sentence
