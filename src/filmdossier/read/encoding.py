"""Decodes a file's bytes.

Enters raw bytes; leaves text with its mojibake repaired. Quotation marks, ligatures and wide
letters stay as the writer set them: the text must still quote the file. Refuses nothing: bytes
that fit no encoding become replacement characters, so that the rest can be read.
"""

import codecs
import re

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z][A-Za-z0-9_:.-]{1,40})""")
_DECLARATION_BYTES = 4096
_GUESS_BYTES = 1 << 17
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")

# What browsers do: pages labelled Latin-1 or ASCII hold the quotation marks of Windows-1252.
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252"}

# The first characters of UTF-8 read as Windows-1252, Windows-1251, Mac Roman or DOS text, before
# another that is no ASCII; and control characters that stand for quotation marks. Asked first, since
# the full test costs as much as parsing the page.
_SUSPICIOUS = re.compile("[ÂÃÄÅÆÎÏÐÑØÙâãäåæïðГвР√Γ┬├][\x80-\uffff]|[\x80-\x9f]|\ufffd")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")

_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=True,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def decode(raw: bytes) -> str:
    """The text of ``raw``, without its byte order mark.

    In this order: the byte order mark, UTF-16 seen by its zero bytes, UTF-8, the charset the file
    declares, UTF-8 with a few broken bytes, a guess, Windows-1252.
    """
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(codec, errors="replace")
    if (wide := wide_codec(raw)) is not None:
        return raw.decode(wide, errors="replace")
    return repaired(_decode_bytes(raw))


def wide_codec(raw: bytes) -> str | None:
    """The UTF-16 flavour whose zero bytes ``raw`` shows; None where it shows none."""
    head = raw[:4096]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def repaired(text: str) -> str:
    """``text`` with sequences such as ``â€™`` put right, line by line; most texts come back as they are."""
    if text.isascii() or not _is_suspicious(text):
        return text
    return "\n".join(ftfy.fix_text(line, _REPAIR) if _is_garbled(line) else line for line in text.split("\n"))


def _is_suspicious(text: str) -> bool:
    # By runs of letters beyond ASCII: they are few, and finding them is the fastest search there is.
    return any(_SUSPICIOUS.search(run.group()) for run in _BEYOND_ASCII.finditer(text))


def _is_garbled(line: str) -> bool:
    return not line.isascii() and _is_suspicious(line) and is_bad(line)


def _decode_bytes(raw: bytes) -> str:
    declared = _declared_codec(raw)
    if declared is not None and declared.startswith(("iso2022", "hz", "utf-7")):
        # Escape-coded text is plain ASCII to every other decoder.
        return raw.decode(declared, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    broken_utf8 = raw.decode("utf-8", errors="replace")
    whole, lost = sum(1 for _ in _MULTIBYTE.finditer(raw)), broken_utf8.count("\ufffd")
    if whole > 4 * lost:
        return broken_utf8
    if declared not in (None, "utf-8"):
        try:
            return raw.decode(str(declared))
        except UnicodeDecodeError:
            pass
    return raw.decode(_guess(raw), errors="replace")


_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _declared_codec(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, _DECLARATION_BYTES)
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
        b"x".decode(name)
    except (LookupError, UnicodeError):
        return None
    return _AS_BROWSERS_READ.get(name, name)


def _guess(raw: bytes) -> str:
    sample = raw[:_GUESS_BYTES]
    runs = [len(run.group()) for run in _HIGH_RUN.finditer(sample)]
    if sum(runs) < 2 * len(runs):
        # Single accents and typographic quotes among ASCII: guessing by frequency picks exotic code
        # pages here, while nearly every such file is Windows-1252 (or Latin-1, which it contains).
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
