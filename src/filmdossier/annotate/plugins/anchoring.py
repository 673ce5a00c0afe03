"""Finds words that somebody else wrote down in the text they are said to come from.

A passage and a quotation enter; the spans where the passage holds it leave: exactly if it does,
else up to white space and typography (quotation marks, dashes, ellipses, ligatures, characters
that are not seen). Case and letters are never bent. No span begins or ends inside a word. None
means that the words are not there, however likely they may be.
"""

import unicodedata
from collections.abc import Iterator
from functools import cached_property

from filmdossier.model.text import Span

_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


class Passage:
    """A stretch of a text in which quotations are looked for."""

    def __init__(self, text: str, span: Span) -> None:
        self.text, self.span = text, span

    def anchors(self, quote: str) -> tuple[Span, ...]:
        """Where the passage holds ``quote``; empty where it does not."""
        quote = unicodedata.normalize("NFC", quote).strip()
        if not any(letter.isalnum() for letter in quote):
            return ()
        for wanted in dict.fromkeys((quote, quote.strip("\"'“”‘’«»„‚ "))):
            found = tuple(self._exact(wanted)) or tuple(self._tolerant(wanted))
            if found:
                return found
        return ()

    def _exact(self, quote: str) -> Iterator[Span]:
        at = self.text.find(quote, self.span.start, self.span.end)
        while at >= 0:
            span = Span(at, at + len(quote))
            if self._whole(span):
                yield span
            at = self.text.find(quote, at + 1, self.span.end)

    def _tolerant(self, quote: str) -> Iterator[Span]:
        plain, starts, ends = self._folded
        wanted = "".join(folded for folded, *_ in _fold(quote, 0, len(quote))).strip()
        at = plain.find(wanted) if wanted else -1
        while at >= 0:
            span = Span(starts[at], ends[at + len(wanted) - 1])
            if self._whole(span):
                yield span
            at = plain.find(wanted, at + 1)

    @cached_property
    def _folded(self) -> tuple[str, list[int], list[int]]:
        """The passage with typography levelled, and for each of its characters where the original one starts and ends."""
        pieces = list(_fold(self.text, self.span.start, self.span.end))
        plain = "".join(folded for folded, *_ in pieces)
        starts = [start for folded, start, _ in pieces for _ in folded]
        ends = [end for folded, _, end in pieces for _ in folded]
        return plain, starts, ends

    def _whole(self, span: Span) -> bool:
        """Whether no word is cut at either end."""
        before = self.text[span.start - 1 : span.start] if span.start else ""
        return not (_joins(before) and _joins(self.text[span.start])) and not (
            _joins(self.text[span.end - 1]) and _joins(self.text[span.end : span.end + 1])
        )


def _joins(letter: str) -> bool:
    # Scripts without spaces between words have no boundary that could be looked at.
    return bool(letter) and letter.isalnum() and unicodedata.east_asian_width(letter) not in "WF"


def _fold(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Pieces of the text, levelled, each with the stretch it stands for."""
    blank = False
    for at in range(start, end):
        letter = text[at]
        if letter in _UNSEEN:
            continue
        if letter.isspace():
            if not blank:
                yield " ", at, at + 1
            blank = True
            continue
        blank = False
        yield _ALIKE.get(letter) or unicodedata.normalize("NFKC", letter), at, at + 1
