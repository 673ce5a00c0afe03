"""Finds the year of a film in what a document says of its release, where nothing nearer to its title gives one."""

import re

from filmdossier.model.text import BlockKind, Document, Origin, Span

_YEAR = r"(?P<year>18[89]\d|19\d\d|20[0-4]\d)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FULL_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? |\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? )(?:in |of )?{_YEAR}"
_RELEASE = re.compile(
    rf"\b(?:releas(?:ed|es|e|ing)|opens|opened|premi[eè]red?|came out|first (?:shown|screened|seen)|first night|in (?:cinemas|theat(?:er|re)s))\b(?P<between>[^.;!?]{{0,80}}?)\b{_FULL_DATE}\b"
)
_LATER = re.compile(
    r"\b(?:re-?releas\w*|re-?issu\w*|restor\w*|DVD|Blu-?ray|VHS|video|LaserDisc|streaming|album|soundtrack|single|novel|book|remake|sequel|television|TV|series|after|since|until|anniversary)\b",
    re.IGNORECASE,
)
_OPENING_YEARS = 30


def told_year(document: Document) -> Span | None:
    """Where the earliest year stands that a sentence on a release in cinemas gives; None without one, or where years lie far apart."""
    text = document.text
    found: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY:
            for match in _RELEASE.finditer(text, block.span.start, block.span.end):
                around = text[max(block.span.start, match.start() - 60) : match.end() + 20]
                if not _LATER.search(around) and not any(mark.span in Span(*match.span()) for mark in document.marks):
                    found.append(Span(*match.span("year")))
    years = sorted(found, key=lambda span: (span.of(text), span.start))
    if not years or int(years[-1].of(text)) - int(years[0].of(text)) > _OPENING_YEARS:
        return None
    return years[0]
