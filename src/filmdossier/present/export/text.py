"""Makes any text fit to stand in a format: in XML, on one line, in UTF-8.

Documents hold whatever their writers typed; each function says what it takes out and why.
"""

import re

# What XML 1.0 cannot hold even as a character reference (W3C, "Characters"); documents can.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line and paragraph separators break lines in some programs and not in others.
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")
_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+)\]")


def encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which no encoding can hold."""
    return text.encode("utf-8", "replace").decode()


def xml_text(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _NOT_XML.sub("", text)


def one_line(text: str) -> str:
    """The text with each run of white space, line breaks and control characters as one blank."""
    return _BREAKS.sub(" ", encodable(text)).strip()


def without_footnotes(text: str) -> str:
    """The text without footnote marks such as ``[3]``."""
    return _FOOTNOTE.sub("", text)
