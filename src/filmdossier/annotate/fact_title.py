"""Finds the title that stands over, or opens, a line of facts: the line above "Italy, 1948. 35mm, 89'."

Between the two may stand the original title in brackets or the director; the title may share its
line with a second one, or stand at the end of a headline ("a second look at …").
"""

import re

from filmdossier.annotate.fact_lines import fact_lines, opening_line
from filmdossier.model.fact_line import FactKind, FactLine
from filmdossier.model.text import Document, MarkKind, Origin, Span
from filmdossier.model.titles import TitleYear, title_year

_HEAD_CHARACTERS = 1500
_LONGEST_TITLE = 80
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]]+)[)\]]")
_MAKER = re.compile(r"(?:directed by|director:?|dir\.?:?|d:|by|a film by|un film de|regie:?)\b.*", re.IGNORECASE)
_SECOND = re.compile(r"\s*[(\[](?P<second>[^()\[\]\d]{2,80})[)\]]$")
_STROKE = re.compile(r" / | \| | – | — ")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|my|her|his|with|who|day|night|man|woman)\b", re.IGNORECASE)
# "a second look at", "rewatching", "notes on": what a headline puts before the title at its end.
_TOLD_ON = re.compile(
    r"\b(?:(?:re-?watch|review|look back|look|return|note|notes|thought|thoughts|word|words|piece|essay|talk|lecture|report|introduction|guide|tribute|letter) (?:of|at|on|to|about|from|in praise of)|"
    r"(?:re-?watching|revisiting|remembering|rediscovering|watching|seeing|on|about|tonight|this week|film of the (?:week|month)|in praise of))(?: tonight)?:? (?=[A-ZÀ-Þ0-9])"
)
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[a-z][.!?]$|[a-z]{2}[.] ")


def title_by_fact_line(document: Document) -> TitleYear | None:
    """Title and year that the first line of facts at the document's head is under; None without such a line."""
    for line in fact_lines(document):
        if line.span.start > _HEAD_CHARACTERS:
            break
        years = line.of(FactKind.YEAR)
        above = _above(document, line)
        if above is None and not years:
            continue
        title = above or _opening(line)
        if title is not None:
            return TitleYear(title, int(years[0].value) if years else None)
    opening = opening_line(document)
    years = opening.of(FactKind.YEAR) if opening else ()
    return TitleYear(opening.facts[0].value, int(years[0].value)) if opening and years else None


def _opening(line: FactLine) -> str | None:
    """The words that a line of facts begins with, where they can be a title."""
    first = line.facts[0]
    words = first.value.strip(' "“”‘’')
    return words if (first.kind is FactKind.REST and words[:1].isupper()) or (words[:1].isdigit() and not words.isdigit()) else None


def _above(document: Document, line: FactLine) -> str | None:
    """The title in the nearest line above that can be one."""
    text = document.text
    blocks = [block for block in document.blocks if block.origin is Origin.BODY and block.span.start < line.span.start]
    lines = [
        found
        for block in reversed(blocks)
        for found in _LINE.finditer(text, block.span.start, min(block.span.end, line.span.start))
    ]
    for found in lines:
        words = found.group().strip(' _*"“”')
        if not words.strip("-=~") or _BRACKETED.fullmatch(words) or _MAKER.fullmatch(words):
            continue
        if len(words) > _LONGEST_TITLE or _SENTENCE.search(words):
            return None
        set_apart = [
            mark.span.of(text) for mark in document.marks if mark.kind is MarkKind.ITALIC and mark.span in Span(*found.span())
        ]
        if set_apart:
            return title_year(set_apart[0]).title
        named = title_year(_one_of(words)).title
        told = _TOLD_ON.search(named)
        return named[told.end() :] if told is not None and named[told.end() :].strip() else named
    return None


def _one_of(words: str) -> str:
    """One of two titles in a line, the English one where only one is; a second in brackets is left out."""
    words = _SECOND.sub("", words)
    two = _STROKE.split(words)
    if len(two) < 2:
        return words
    english = [one for one in two if _ENGLISH.search(one)]
    return (english[0] if len(english) == 1 else two[0]).strip()
