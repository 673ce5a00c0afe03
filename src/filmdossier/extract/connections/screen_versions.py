"""Reads other films made from the same source: "previously filmed in 1931 as La Chienne", "adapted again in 1964 as …".

An earlier version is taken as what this film remakes, a later one as its remake: the wording tells
which, or else the years. Versions for the stage, the radio and the small screen are none.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.named_things import title_at
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.works import is_own, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Polarity, Predicate, Relation
from filmdossier.model.text import Span

_MADE = r"(?:filmed|adapted|dramati[sz]ed|made|brought to the (?:big )?screen|adapted (?:for|to) (?:the (?:screen|cinema)|film)|turned into (?:a|the) (?:\w+ )?film|produced|shot)"
_YEAR = r"((?:18[89]|19\d|20[0-4])\d)"
_AS = r"(?:,? (?:as|under the (?:title|name)(?: of)?|titled|entitled|called|with the title|into the (?:\d{4} )?film) )"
_EARLIER = re.compile(
    rf"\b(?:previously|earlier|first|already|originally|before|once before)(?: been)? (?:\w+ )?{_MADE}\b[^.;:]{{0,60}}?(?:\bin {_YEAR})?[^.;:]{{0,25}}?{_AS}"
    rf"|\bpreviously\b[^.;:]{{0,110}}?\b(?:cinematically|on (?:film|screen)|for the screen),?(?: in {_YEAR})?{_AS}"
    rf"|\b(?:had|has)(?: already| previously)? been {_MADE}\b[^.;:]{{0,60}}?(?:\bin {_YEAR})?[^.;:]{{0,25}}?{_AS}"
)
_LATER = re.compile(
    rf"\b(?:was|been|were|is) (?:(?:later|also|subsequently|then|twice) )*{_MADE} (?:again|once more|anew|a second time|for a second time|later)\b[^.;:]{{0,60}}?(?:\bin {_YEAR})?[^.;:]{{0,25}}?{_AS}"
    rf"|\b(?:later|subsequently|again|afterwards) {_MADE}\b[^.;:]{{0,60}}?(?:\bin {_YEAR})?[^.;:]{{0,25}}?{_AS}"
)
# A version that bears the film's own title: only its year is told.
_UNTITLED_EARLIER = re.compile(
    rf"\b(?:previously|earlier|first|already)(?: been)? (?:\w+ )?(?:filmed|made into a (?:\w+ )?film|adapted (?:for|to|as) (?:a |the )?(?:\w+ )?(?:film|screen)|brought to the screen)[^.;:]{{0,30}}? in {_YEAR}(?!{_AS})"
)
_UNTITLED_LATER = re.compile(
    rf"\b(?:was|been|were) (?:later |also |subsequently |again )*(?:adapted|filmed|made|shot|produced)\b[^.;:]{{0,40}}? in {_YEAR}\b[^.;:]{{0,40}}?\b(?:the same|its|an identical) (?:title|name)\b"
)
_ON_FILM = re.compile(r"\b(?:cinematically|on (?:film|screen)|for the screen)\b")
_SMALL_SCREEN = re.compile(
    r"\b(?:television|TV|radio|stage|Broadway|musical|opera|play|miniseries|mini-series|series|episode|ballet|video game|comic)\b"
)


def screen_versions(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on earlier and later films from the same source that one sentence names."""
    text, span = annotations.document.text, sentence.span
    if sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC):
        return
    for pattern, relation in ((_EARLIER, Relation.REMAKE_OF), (_LATER, Relation.REMADE_AS)):
        for match in pattern.finditer(text, span.start, span.end):
            version = _version(annotations, topic, match.end(), span.end)
            on_film = _ON_FILM.search(match.group()) is not None
            if version is None or (not on_film and _SMALL_SCREEN.search(text[match.start() : version[2].start])):
                continue
            name, year, at = version
            said = re.search(_YEAR, match.group())
            year = year or (int(said.group()) if said else None)
            if topic.year is not None and year is not None and (year < topic.year) is not (relation is Relation.REMAKE_OF):
                continue
            yield _claim(annotations, topic, relation, name, year, at, polarity_of(text[span.start : match.start()][-60:]))
    untitled = ((_UNTITLED_EARLIER, Relation.REMAKE_OF), (_UNTITLED_LATER, Relation.REMADE_AS))
    for relation, match in ((kind, match) for pattern, kind in untitled for match in pattern.finditer(text, span.start, span.end)):
        year = int(match.group(1))
        earlier = topic.year is not None and year < topic.year
        if topic.year is not None and earlier is (relation is Relation.REMAKE_OF) and not _SMALL_SCREEN.search(match.group()):
            at = Span(match.start(1), match.end(1))
            yield _claim(annotations, topic, relation, topic.title, year, at, Polarity.ASSERTED)


def _version(annotations: Annotations, topic: Topic, start: int, end: int) -> tuple[str, int | None, Span] | None:
    """The film that a phrase ends on: a marked title, or in text that marks none a capitalised one; not this film."""
    text = annotations.document.text
    work = next((w for w in works_in(annotations, topic, Span(start, end)) if w.span.start - start <= 30), None)
    if work is not None:
        return None if work.own or work.film is False else (work.title, work.year, work.span)
    title = title_at(text, start, end)
    return None if title is None or is_own(topic, title.of(text)) else (title.of(text), None, title)


def _claim(
    annotations: Annotations, topic: Topic, relation: Relation, name: str, year: int | None, span: Span, polarity: Polarity
) -> Claim:
    value = Connection(relation=relation, film=name, year=year)
    return claim(
        annotations, topic, Predicate.CONNECTION, value, span, extractor="screen version", confidence=0.65, polarity=polarity
    )
