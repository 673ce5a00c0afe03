"""Finds the entries of a programme: paragraphs that open with a film's title and its facts in brackets, or stand under both.

"GUN CRAZY (Joseph H. Lewis, 1950, 87 mins). Peggy Cummins …"; "The Thing (1982)" and the text right
under it; a title over a line of facts ("USA 1950, 87 min"), and again further down.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.annotate.alone import NO_TITLE
from filmdossier.annotate.fact_lines import read_line
from filmdossier.model.fact_line import FactKind
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Span
from filmdossier.model.titles import TitleYear, title_key

_YEAR = r"(?P<year>18[89]\d|19\d\d|20[0-4]\d)"
_INLINE = re.compile(
    rf"\W{{0,3}}(?:\d{{1,2}}[.)] |(?P<time>\d{{1,2}}[.:]\d\d) ?(?:[ap]\.?m\.?)?[ –-]+)?(?P<title>[^\W\d_a-z][^\n()]{{0,80}}?|\d[^\n()]{{0,60}}?)[\"”’_*]*(?: ?|\n(?=\())[(\[](?P<facts>[^()\n]{{0,80}}?){_YEAR}(?!\d)(?P<more>[^()\n]{{0,60}})[)\]][_*]*(?P<after>[.:,;]? |[.:]?\n|$|[.:]?\s*[–—-] )"
)
# Lists of other films, under whatever they are about.
_ELSEWHERE = re.compile(
    r"^\W*(?:see also|related|filmography|further viewing|also (?:in|showing|by|recommended)|you (?:may|might) (?:also )?like|other films|recommended|references|sources|notes|bibliography)\b",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\W{0,2}\d+\]|\^")
_LEAST_WORDS = 12  # under a head, of an entry that says something
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry begins, and where its title and year stand."""

    start: int
    title: Span
    year: Span


def entries(document: Document) -> list[Entry]:
    """The entries in order, each of another film; none unless there are two that say something."""
    for found in (list(_inline(document)), list(_over_facts(document))):
        text = document.text
        ends = [*(one.start for one in found[1:]), len(text)][: len(found)]
        told = [one for one, end in zip(found, ends, strict=True) if len(text[one.year.end : end].split()) >= _LEAST_WORDS]
        films = {(title_key(one.title.of(text)), one.year.of(text)) for one in told}
        if len(films) >= _FEWEST and len(films) == len(told) == len(found):
            return told
    return []


def only_entry(document: Document) -> TitleYear | None:
    """Title and year of the one entry of a text that is no programme: an agenda's point, a diary's day; None where there are others."""
    text = document.text
    found = list(_inline(document))
    if len(found) != 1 or found[0].start > _HEAD or not _MAKER_BEFORE.search(text[found[0].title.end : found[0].year.start]):
        return None
    return TitleYear(found[0].title.of(text).strip(' _*"“”'), int(found[0].year.of(text)))


_HEAD = 1500
_MAKER_BEFORE = re.compile(r"[(\[](?:dir\. |directed by |d: )?[A-ZÀ-Þ][\w.'’-]+ [^()]*, ")


def _inline(document: Document) -> Iterator[Entry]:
    text = document.text
    elsewhere = False
    for block in document.blocks:
        if block.origin is not Origin.BODY or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        words = block.span.of(text)
        if _FOOTNOTE.match(words):
            continue
        elsewhere = bool(_ELSEWHERE.match(words)) or (elsewhere and block.kind is not BlockKind.HEADING)
        match = None if elsewhere else _INLINE.match(text, block.span.start, block.span.end)
        if match is None or NO_TITLE.search(match["title"].split(",")[0]):
            continue
        title = Span(*match.span("title"))
        alone = match["after"].endswith("\n")
        if (
            alone
            or match["time"]
            or match["title"].isupper()
            or _set_apart(document, title)
            or match["more"].strip()
            or match["facts"].strip()
        ):
            follows = text[match.end() : match.end() + 1]
            if alone or not follows or not follows.islower():
                yield Entry(block.span.start, title, Span(*match.span("year")))


def _set_apart(document: Document, title: Span) -> bool:
    return any(
        mark.kind in (MarkKind.BOLD, MarkKind.ITALIC) and abs(mark.span.start - title.start) <= 1 and mark.span.end >= title.end
        for mark in document.marks
    )


def _over_facts(document: Document) -> Iterator[Entry]:
    """Titles right over lines of facts that hold a year and more than that."""
    text = document.text
    for block in document.blocks:
        if block.origin is not Origin.BODY or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        for made in _MADE.finditer(text, block.span.start, block.span.end):
            line = read_line(text, Span(*made.span()))
            years = line.of(FactKind.YEAR) if line is not None else ()
            above = text[: made.start()].rstrip("\n")
            start = above.rfind("\n") + 1
            words = above[start:].strip(' _*"“”')
            if len(years) != 1 or not 1 < len(words) <= _LONGEST or _SENTENCE.search(words) or NO_TITLE.search(words):
                continue
            at = text.index(words, start)
            yield Entry(at, Span(at, at + len(words)), years[0].span)


# "Australia 1975", "Italy/Algeria, 1966": what a line of facts begins with.
_MADE = re.compile(r"^[A-ZÀ-Þ][^\n.;:()\d]{2,50}(?:18[89]\d|19\d\d|20[0-4]\d)(?=\s*$|\. |[,;:·|] ?| [/·|–-] )", re.MULTILINE)
_LONGEST = 80
_SENTENCE = re.compile(r"[a-z][.!?:;,]$|[a-z]{2}[.] ")
