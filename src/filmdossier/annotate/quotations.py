"""Finds what stands between quotation marks.

Straight, curly, angle and low-high marks. A straight mark opens or closes by what stands beside
it; one that never closes ends with its sentence, or where its
reference stands. Single quotation marks are read only where they cannot be apostrophes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from filmdossier.model.annotations import Sentence
from filmdossier.model.text import Document, Span

_MARK = re.compile("[\"“”„«»‟]|[‘’'](?=\\S)|(?<=\\S)[’']")
_STRAIGHT = re.compile('"')
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‟": "”", "‘": "’"}
_OPENS_AFTER = " \n\t([{—–-/:;,“‘«\u00a0"
_FOOTNOTES = re.compile(r"(?:\s*\[\w{1,3}\])+$")
_LONGEST = 4_000
_LONGEST_UNCLOSED = 500


def quotations(document: Document, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The spans between quotation marks, marks excluded, in order; nested ones follow their outer one."""
    ends = sorted(sentence.span.end for sentence in sentences)
    cited = sorted(citation.position for citation in document.citations)
    for block in document.blocks:
        yield from _in_block(document.text, block.span, ends, cited)


def _in_block(text: str, block: Span, sentence_ends: Sequence[int], cited: Sequence[int]) -> Iterator[Span]:
    start = -1  # offset after an opening straight or curly double mark
    closers = ""
    nested = False
    found: list[Span] = []
    straight = [match.start() for match in _STRAIGHT.finditer(text, block.start, block.end)]
    for match in _MARK.finditer(text, block.start, block.end):
        mark, at = match.group(), match.start()
        if mark in "'‘’":
            single = _single(text, block, at) if mark in "'‘" else None
            if single is not None:
                found.append(single)
            continue
        before = text[at - 1] if at > block.start else " "
        after = text[at + 1] if at + 1 < block.end else " "
        if start >= 0 and at - start > _LONGEST:
            start, nested = -1, False
        if 0 <= start < at and _closes_unlike(mark, closers, text, block, at):
            found.append(Span(start, at))
            start = -1
        elif (
            mark == '"'
            and start >= 0
            and closers == '"'
            and (nested or (_sentence_end(sentence_ends, start, at) is None and _nests(straight, at, before, after)))
        ):
            # A quotation inside the quotation, with marks of the same kind: both of its marks are passed over.
            nested = not nested
        elif mark == '"':
            opening = (before in _OPENS_AFTER or before.isspace()) and not (after.isspace() or after in ".,;:!?)[")
            if start >= 0 and closers == '"' and opening and _sentence_end(sentence_ends, start, at) is None:
                opening = before.isspace() and (len(straight) - bisect_left(straight, at)) % 2 == 0
            if start < 0 and (opening or before in _OPENS_AFTER):
                start, closers = at + 1, '"'
            elif start >= 0 and opening and closers == '"':
                # The quotation before never closed.
                if at > start:
                    found.append(Span(start, _unclosed_end(text, sentence_ends, cited, start, at) or at))
                start = at + 1
            elif start >= 0 and closers == '"' and at > start:
                found.append(Span(start, at))
                start = -1
        elif start >= 0 and mark in closers:
            if at > start:
                found.append(Span(start, at))
            start = -1
        elif mark in _PAIRS and start < 0:
            start, closers = at + 1, _PAIRS[mark]
        elif mark == "“" and start >= 0:
            if at > start:
                found.append(Span(start, _sentence_end(sentence_ends, start, at) or at))
            start, closers = at + 1, _PAIRS[mark]
    if start >= 0 and block.end - start <= _LONGEST:
        end = _unclosed_end(text, sentence_ends, cited, start, block.end) or block.end
        if min(end, block.end) > start:
            found.append(Span(start, min(end, block.end)))
    for span in sorted(found):
        # Footnote marks that the sentence was given back do not belong to an unclosed quotation.
        body = _FOOTNOTES.sub("", span.of(text))
        span = Span(span.start, span.start + len(body)) if body else span
        left, right = len(body) - len(body.lstrip()), len(body) - len(body.rstrip())
        if left + right < len(body):
            yield Span(span.start + left, span.end - right)


def _nests(straight: Sequence[int], at: int, before: str, after: str) -> bool:
    """Whether a straight mark inside an open quotation can only open another: its shape, and marks enough to close both."""
    return before.isspace() and after.isalnum() and (len(straight) - bisect_left(straight, at)) % 2 == 1 and straight[-1] > at


def _closes_unlike(mark: str, closers: str, text: str, block: Span, at: int) -> bool:
    """Whether a mark closes a quotation that one of the other kind opened: “so mixed" or "so mixed”."""
    if mark == "”":
        return closers == '"'
    if mark != '"' or closers != "”":
        return False
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at - 1].isspace() or not (after.isspace() or after in ".,;:!?)["):
        return False
    closing, opening = text.find("”", at, block.end), text.find("“", at, block.end)
    return closing < 0 or 0 <= opening < closing


def _single(text: str, block: Span, at: int) -> Span | None:
    """A passage in single quotation marks that opens at ``at``: closes before a blank or punctuation."""
    before = text[at - 1] if at > block.start else " "
    if not (before.isspace() or before in '([—–“"'):
        return None
    closing = "’" if text[at] == "‘" else "'"
    for match in re.finditer(closing, text[at + 1 : min(block.end, at + 200)]):
        end = at + 1 + match.start()
        after = text[end + 1] if end + 1 < block.end else " "
        if not after.isalnum() and not text[end - 1].isspace() and not (text[end - 1] == "s" and after == " " and closing == "'"):
            return Span(at + 1, end) if end > at + 1 else None
    return None


def _unclosed_end(text: str, ends: Sequence[int], cited: Sequence[int], start: int, before: int) -> int | None:
    """Where a quotation that never closes ends: where the reference for it stands after a full stop, else with its sentence."""
    first = _sentence_end(ends, start, before)
    index = bisect_right(cited, start)
    if index < len(cited) and cited[index] <= min(before, start + _LONGEST_UNCLOSED) and text[cited[index] - 1] in ".!?…":
        return max(cited[index], first or 0)
    return first


def _sentence_end(ends: Sequence[int], start: int, before: int) -> int | None:
    """The first sentence end after ``start`` and up to ``before``; ``ends`` are in order."""
    index = bisect_right(ends, start)
    return ends[index] if index < len(ends) and ends[index] <= before else None
