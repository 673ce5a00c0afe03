"""Opens a table's file and gives its lines: packed with gzip or not, whatever its encoding.

A path enters; lines of text leave, one at a time, none longer than :data:`LONGEST_LINE`. Bytes that
are no UTF-8 are read as Windows-1252 one by one, so that a table put together from two sources loses
no letter. Refuses archives, and spreadsheets that are no text.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from filmdossier.errors import BrokenFile, ReadError, UnsupportedFormat
from filmdossier.read.encoding import wide_codec
from filmdossier.read.media import detect, refusal

LONGEST_LINE = 1_000_000
_HEAD = 4096
_GZIP = b"\x1f\x8b"
_FALLBACK = "filmdossier-windows-1252"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PARQUET = "application/vnd.apache.parquet"
_SPREADSHEETS = frozenset({"xlsx", "xls", "ods", "numbers"})


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # Latin-1 where Windows-1252 has no letter: some byte is always some character.
    letters = (bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in error.object[error.start : error.end])
    return "".join(letters), error.end


codecs.register_error(_FALLBACK, _as_windows)


def is_parquet(path: Path, origin: str) -> bool:
    """Whether the file is a Parquet table; refuses what is neither that nor text. ``origin`` names it in messages."""
    with _opened(path, origin) as file:
        head = file.read(_HEAD)
    if head.startswith(_GZIP):
        with _readable(origin), gzip.open(path) as unpacked:
            head = unpacked.read(_HEAD)
    if not head:
        raise BrokenFile(origin, "it is empty", "check that it was saved or downloaded whole")
    name = path.name.removesuffix(".gz")
    extension = name.rpartition(".")[2].lower()
    if extension in _SPREADSHEETS:
        raise UnsupportedFormat(origin, "it is a spreadsheet", "save it as CSV")
    media_type = detect(name, head)
    if media_type == _PARQUET:
        return True
    if media_type.partition("/")[0] != "text" and media_type != "application/json":
        reason, _ = refusal(media_type, f".{extension}")
        raise UnsupportedFormat(origin, reason, "tables are read as CSV, TSV, JSON lines or Parquet, each packed with gzip or not")
    return False


class Lines:
    """The lines of a text file, each with its line end; :attr:`place` is how far in the file they are, in bytes.

    A line that is too long comes as its first :data:`LONGEST_LINE` characters, without an end.
    """

    def __init__(self, raw: IO[bytes], text: IO[str]) -> None:
        self._raw, self._text = raw, text

    @property
    def place(self) -> int:
        """Bytes of the file read so far, packed as they are."""
        return self._raw.tell()

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(LONGEST_LINE):
            yield line
            while len(line) == LONGEST_LINE and not line.endswith("\n"):
                line = self._text.readline(LONGEST_LINE)


@contextmanager
def open_lines(path: Path, origin: str, encoding: str | None = None) -> Iterator[Lines]:
    """The lines of a text file, for as long as the context lasts.

    ``encoding`` None: what the first bytes show, else UTF-8 with Windows-1252 for what is none.
    """
    with _opened(path, origin) as raw, _readable(origin):
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        content = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
        head = content.read(_HEAD)
        content.seek(0)
        codec = encoding or next((codec for mark, codec in _BOMS if head.startswith(mark)), None) or wide_codec(head)
        errors = _FALLBACK if codec in (None, "utf-8-sig") else "replace"
        # Lines end with \n alone: a carriage return or a Unicode line separator inside a cell is the cell's.
        text = io.TextIOWrapper(content, encoding=codec or "utf-8", errors=errors, newline="\n")
        yield Lines(raw, text)


@contextmanager
def _opened(path: Path, origin: str) -> Iterator[IO[bytes]]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        if error.filename is None:
            raise
        reason = f"it cannot be opened ({error.strerror or error})"
        raise ReadError(origin, reason, "check that it exists and that you may read it") from error


@contextmanager
def _readable(origin: str) -> Iterator[None]:
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise BrokenFile(origin, f"its gzip packing is damaged ({error})", "copy or download it again") from error
    except LookupError as error:
        raise ReadError(origin, f"{error}", "name an encoding that Python knows, such as utf-8, cp1252 or shift_jis") from error
