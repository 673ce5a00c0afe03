"""Reads which later films quote, parody or were inspired by this one.

Books, games, episodes and songs that do so are left out, and films older than this one.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.named_things import Thing, things_from
from filmdossier.extract.phrases import REACH, heading_says
from filmdossier.extract.statement import claim
from filmdossier.extract.works import Work, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Predicate, Relation
from filmdossier.model.text import Span

_LATER = re.compile(
    r"\b(?:(?:was|were|been|is|are) (?:\w+ )?(?:influenced|inspired) by|(?:parodied|referenced|spoofed|lampooned|homaged|quoted|paid (?:homage|tribute)(?: to)?|alluded to|mentioned|featured|seen|shown|used|excerpted|projected|appear(?:s|ed)?)\b[^.;]{0,90}?\b(?:in|by|on)|"
    r"(?:influence|impact) on|(?:influenced|inspired)(?! by)|progenitor of[^.;]{0,60}?including|homages? to|pays? (?:homage|tribute) to|borrows? [^.;]{0,40}from|influenced by this film:|appeared in) "
)
_QUOTING = re.compile(
    r"\b(?:parodied|referenced|spoofed|lampooned|homaged|(?:scenes?|clips?|footage|excerpts?|dialogue|quotations?|samples?) (?:from|of) (?:the film|it|this film|its \w+|TITLE)|influence on|inspired|influenced|progenitor)\b",
    re.IGNORECASE,
)
_LEGACY = re.compile(
    r"\b(?:legacy|influences?|impact|popular culture|cultural|re-?evaluation|reputation|adaptations?|references|homages?)\b",
    re.IGNORECASE,
)


def later_films(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the later films that one sentence names."""
    text, span = annotations.document.text, sentence.span
    words = annotations.text(span)
    titled = topic.title in words or re.search(r"\b(?:[Tt]h(?:e|is) (?:film|movie)|[Ii]t|[Ii]ts)\b", words)
    if not titled or sentence.role is Role.PLOT:
        return
    legacy = sentence.role is Role.LEGACY or heading_says(sentence, _LEGACY)
    found: list[tuple[Work | Thing, float]] = []
    for match in _LATER.finditer(text, span.start, span.end):
        cue = match.group()
        things = things_from(annotations, topic, match.end(), span.end, reach=95, names=False)
        if any(thing.own for thing in things[:1]) or re.match(
            r"(?:the |this )?(?:film|movie)\b|it\b", text[match.end() : match.end() + 12]
        ):
            # "X was influenced by this film": X stands before, or after a colon.
            if not re.search(r"influenc|inspir|homage|tribute|borrow", cue):
                continue
            subjects = (
                [w for w in works_in(annotations, topic, Span(max(span.start, match.start() - REACH), match.start())) if not w.own]
                if match.start() > span.start
                else []
            )
            found += [(w, 0.65) for w in subjects[-2:] if w.film is not False and w.italic]
            colon = re.search(r": ", text[match.end() : span.end])
            if colon:
                found += [
                    (w, 0.65)
                    for w in works_in(annotations, topic, Span(match.end() + colon.end(), span.end))
                    if not w.own and w.film is not False
                ]
        elif re.search(r"influenced by|inspired by|homage|tribute|borrow", cue):
            continue
        elif _QUOTING.search(words.replace(topic.title, "TITLE")):
            found += [(t, 0.6 if legacy else 0.5) for t in things if t.film is not False]
    for thing, confidence in found:
        near = text[max(span.start, thing.span.start - 45) : thing.span.start]
        if thing.film is False or (
            re.search(r"\b(?:novels?|books?|series|episodes?|games?|songs?|album|show|magazine|publication)\W+(?:\w+ ){0,2}$", near)
            and not re.search(r"\bfilm\W+$", near)
        ):
            continue
        name = thing.title if isinstance(thing, Work) else thing.name
        if thing.year is not None and topic.year is not None and thing.year < topic.year:
            continue
        value = Connection(relation=Relation.INFLUENCED_FILM, film=name, year=thing.year)
        yield claim(annotations, topic, Predicate.CONNECTION, value, thing.span, extractor="later film", confidence=confidence)
