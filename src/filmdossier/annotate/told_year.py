"""Finds the year of a film in what a document says of its release, where nothing nearer to its title gives one.

Read are dates of a release ("opened on 3 May 1972"), a month or a year where the film is what opened
("It came out in 1983", "First shown in Moscow in March 1975"), its festivals ("won a prize at Venice in
1970"), and years counted from the one told just before ("shot in the autumn of 1948 … opened the next spring").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.model.text import BlockKind, Document, Origin, Span

_YEAR = r"(?P<year>18[89]\d|19\d\d|20[0-4]\d)(?![\d%–-])"
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FULL_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? |\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? )(?:in |of )?{_YEAR}"
_RELEASED = r"(?:releas(?:ed|es|e|ing)|opens|opened|[Pp]remi[eè]red?|came out|first (?:shown|screened|seen)|first night|in (?:cinemas|theat(?:er|re)s))"
_RELEASE = re.compile(rf"\b{_RELEASED}\b(?P<between>[^.;!?]{{0,80}}?)\b{_FULL_DATE}\b")
_LATER = re.compile(
    r"\b(?:re-?releas\w*|re-?issu\w*|restor\w*|reviv\w*|retrospective|DVD|Blu-?ray|VHS|video|LaserDisc|streaming|album|soundtrack|single|novel|book|remake|sequel|television|TV|series|after|since|until|anniversary|again|finally|in stock|pre-?orders?)\b|[£$€] ?\d+[.,]\d\d",
    re.IGNORECASE,
)
_OPENING_YEARS = 30
_WHEN = rf"(?:(?:early|late|mid) )?(?:in |of |, )?(?:(?:the )?(?:spring|summer|autumn|fall|winter|end|beginning) of |(?:early |late )?{_MONTH},? (?:of )?)?{_YEAR}"
_FESTIVAL = r"(?:Cannes|Venice|Berlin|Locarno|Karlovy Vary|San Sebasti[aá]n|Moscow|Toronto|Sundance|Rotterdam|Edinburgh|Telluride|the [A-Z]\w+ (?:Film )?Festival)"
# "The festival at San Sebastián gave it the Golden Shell in September 1973", "In competition at Cannes in 1971".
_GIVEN = re.compile(
    rf"\b(?:[Ff]estival|{_FESTIVAL}|jury|critics)\b[^.;!?]{{0,40}}? (?:gave|awarded) it\b(?P<between>[^.;!?]{{0,60}}?) {_WHEN}"
    rf"|\b[Ii]n competition at {_FESTIVAL} {_WHEN.replace('<year>', '<late>')}"
)
_HELD_BACK = re.compile(
    rf"\b(?:put|brought|sent|got) it out (?:[^.;!?\d]{{0,30}} )?{_WHEN}|\b(?:lay|sat|stood|held|kept|shelved|not (?:be )?(?:released|shown|seen|screened)|no (?:cinema|distributor)\w*)\b[^.;!?]{{0,60}}? until {_WHEN.replace('<year>', '<late>')}"
)
# "the next spring", "the following July", "a year later", "the same year", "the February after".
_COUNTED = re.compile(
    rf"\b(?:(?:the|in the|that) (?P<which>next|following|same) (?P<time>spring|summer|autumn|fall|winter|year|{_MONTH})|(?P<one>(?:a|one) year) later|the (?P<month>{_MONTH}|year) after(?! [a-z]))\b"
)
_TOLD = re.compile(rf"(?:(?P<time>spring|summer|autumn|fall|winter|{_MONTH}),? (?:of )?)?{_YEAR}")
_BEFORE_CHARACTERS = 400
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 12}
_MADE_OF = re.compile(
    r"\b(?:shot|shoot\w*|film(?:ed|ing)|found|wrote|written|made|finished|began|started|looking|built)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """A year and the words that give it; a counted year stands not in them but follows from them."""

    year: int
    span: Span


def told_year(document: Document, title: str = "") -> Told | None:
    """The earliest year that a sentence on the film's release gives; None without one, or where dates of release lie far apart."""
    text = document.text
    blocks = [b.span for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.origin is Origin.BODY]
    dated = [told for block in blocks for told in _dated(document, block)]
    if dated and max(one.year for one in dated) - min(one.year for one in dated) > _OPENING_YEARS:
        return None
    subject = _subject(title)
    found = dated + [told for block in blocks for told in _opened(text, block, subject)]
    found = found or [told for block in blocks for told in _counted(text, block, subject)]
    found = found or [told for block in blocks for told in _made(text, block)]
    return min(found, key=lambda one: (one.year, one.span.start), default=None)


def _dated(document: Document, block: Span) -> Iterator[Told]:
    text = document.text
    for match in _RELEASE.finditer(text, block.start, block.end):
        around = text[max(block.start, match.start() - 60) : match.end() + 20]
        if not _LATER.search(around) and not any(mark.span in Span(*match.span()) for mark in document.marks):
            yield _told(match)


def _subject(title: str) -> str:
    """What stands before a verb where the film is its subject: the start of a sentence, "it", "the film", its title."""
    named = rf"|{re.escape(title)}" if title else ""
    return rf"(?:(?:^|(?<=[.;:!?)] )|(?<=\n))(?:First )?|(?:\b[Ii]t|\b[Tt]he (?:film|picture|movie){named})(?: was| had been| has been)?(?: (?:finally|eventually|only|first|at last|duly))? )"


def _opened(text: str, block: Span, subject: str) -> Iterator[Told]:
    """Months and years of what the film itself did: opened, was shown, won."""
    of_cinemas = re.compile(
        rf"{subject}(?i:released|opened|premi[eè]red|came out|reached (?:the )?(?:cinemas|screens|London|New York|Paris)|(?:first )?(?:shown|screened|seen))\b(?P<between>[^.;!?]{{0,60}}?)[ (](?:in |, ?)?{_WHEN}"
    )
    of_festivals = re.compile(
        rf"{subject}(?:won|took|received|shown|screened|presented|went|competed|was at)\b(?P<between>[^.;!?]{{0,80}}?)\b(?:at|in|to) {_FESTIVAL}(?: (?:festival|Film Festival))? (?:on (?:\d{{1,2}} )?)?{_WHEN}"
    )
    for pattern in (of_cinemas, of_festivals, _GIVEN):
        for match in pattern.finditer(text, block.start, block.end):
            sentence = text[max(block.start, match.start() - 30) : match.end() + 15]
            if not _LATER.search(sentence) and not re.search(r"\d{4}", match["between"] or ""):
                yield _told(match)
    for match in _HELD_BACK.finditer(text, block.start, block.end):
        yield _told(match)


def _counted(text: str, block: Span, subject: str) -> Iterator[Told]:
    """Years counted from the one told before: "the autumn of 1948 … reached London the next September"."""
    verbs = rf"{subject}(?i:released|opened|premi[eè]red|came out|(?:first )?(?:shown|screened|seen)|reached|in cinemas)\b[^.;!?]{{0,60}}?"
    for match in re.finditer(rf"{verbs}{_COUNTED.pattern}", text[: block.end]):
        if match.start() < block.start:
            continue
        before = list(_TOLD.finditer(text, max(0, match.start() - _BEFORE_CHARACTERS), match.start()))
        # The year must be that of the work on the film: what stands around it says so.
        if not before or not _MADE_OF.search(text, max(0, before[-1].start() - 120), match.start()):
            continue
        start, base = before[-1], int(before[-1]["year"])
        if _LATER.search(text[start.end() : match.end()]):
            continue
        yield Told(base + _years_on(start["time"], match), Span(start.start("year"), match.end()))


_MADE = re.compile(
    rf"(?:(?:^|(?<=[.;:!?)] )|(?<=\n))(?:Made|Filmed|Shot|Completed|Finished)|\b(?:[Ii]t|[Tt]his one|[Tt]he (?:film|picture|movie)) (?:(?:is|was) (?:made|filmed|shot|completed|finished)|(?:is|dates) (?=from)))"
    rf"(?: [^.;!?\d]{{0,30}})??[ ]?(?:in |from ){_YEAR}"
)


def _made(text: str, block: Span) -> Iterator[Told]:
    """Years of the making, where nothing is told of a release: "This one is from 1957"."""
    for match in _MADE.finditer(text, block.start, block.end):
        if not _LATER.search(match.group()):
            yield _told(match)


def _years_on(base: str | None, match: re.Match[str]) -> int:
    if match["which"] == "same":
        return 0
    wanted = _month(match["time"] or match["month"])
    told = _month(base)
    return 0 if wanted and told and wanted > told else 1


def _month(time: str | None) -> int:
    """The month of a month's or season's name; 0 for others."""
    words = (time or "").casefold()
    return _SEASONS.get(words) or (_MONTHS.index(words) + 1 if words in _MONTHS else 0)


def _told(match: re.Match[str]) -> Told:
    group = "year" if match["year"] or "late" not in match.re.groupindex else "late"
    return Told(int(match[group]), Span(*match.span(group)))
