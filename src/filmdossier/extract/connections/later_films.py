"""Reads which later films quote, parody or were inspired by this one.

Books, games, episodes and songs that do so are left out, and films older than this one.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.named_things import Thing, things_from
from filmdossier.extract.phrases import REACH, heading_says
from filmdossier.extract.statement import claim
from filmdossier.extract.works import Work, shares_name, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Predicate, Relation
from filmdossier.model.text import Span

_LATER = re.compile(
    r"\b(?:(?:was|were|been|is|are) (?:\w+ )?(?:influenced|inspired) by|(?:parodied|referenced|spoofed|lampooned|homaged|quoted|echoed|recreated|re-enacted|sampled|paid (?:homage|tribute)(?: to)?|alluded to|"
    r"mentioned|featured|seen|shown|used|excerpted|projected|appear(?:s|ed)?)\b[^.;]{0,90}?\b(?:in|by|on)|"
    r"(?:influences?|impact) (?:on|for|of)|(?:influenced|inspired|inspiration (?:for|behind)|paved the way for)(?! by)|(?:progenitor|precursor|forerunner|foundation|basis|template|blueprint|model|prototype|inspiration) (?:of|for|to)[^.;]{0,60}?(?:including|such as|like)?|"
    r"homages? to|pays? (?:homage|tribute) to|borrows? [^.;]{0,40}from|influenced by this film:|appeared in) "
)
_QUOTING = re.compile(
    r"\b(?:parodied|referenced|spoofed|lampooned|homaged|(?:scenes?|clips?|footage|excerpts?|dialogue|quotations?|samples?|lines?|music) (?:from|of) (?:the film|it|this film|its \w+|TITLE)|influences? (?:on|for|of)|"
    r"inspired|inspiration|influenced|progenitor|precursor|forerunner|foundation|template|blueprint|paved)\b",
    re.IGNORECASE,
)
# In a part on what became of the film, any of these beside another film's title says that the other looks back at this one.
_LOOKS_BACK = re.compile(
    r"\b(?:homages?|tributes?|parod(?:y|ies|ied|ying)|spoof\w*|lampoon\w*|pastiche\w*|satiri\w+|referenc\w+|allu(?:de|sion)\w*|nods? (?:to|at)|nodded to|quot(?:e[sd]?|ing|ations?)|echo\w*|reminiscent|borrow\w*|modell?ed|"
    r"recreat\w+|re-?enact\w*|imitat\w+|cop(?:y|ies|ied)|likened|inspir\w+|influenc\w+|similar\w*|clips?|excerpts?|footage|poster|watch(?:es|ed|ing)|mention(?:s|ed)|cited?|sampl\w+|derive\w*|reworking|retelling|foundation|template|progenitor|precursor)\b",
    re.IGNORECASE,
)
_LEGACY = re.compile(
    r"\b(?:legacy|influences?|impact|popular culture|cultural|pop culture|in other media|reputation|adaptations?|references|homages?|parod(?:y|ies)|tributes?|inspired works)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture)(?:['’]s)?|[Ii]t|[Ii]ts)\b")
_NO_FILM_BEFORE = re.compile(
    r"\b(?:novels?|books?|series|episodes?|games?|songs?|album|show|sitcom|musical|play|magazine|publication|season|video|single|band|cartoon|comics?|manga|anime)\W+(?:\w+ ){0,2}$"
)

_NO_FILM_AFTER = re.compile(
    r"['’\"”]*s? (?:sketch|episodes?|series|show|album|video game|game|novel|book|comics?|songs?|musical|magazine)\b"
)


def later_films(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the later films that one sentence names."""
    text, span = annotations.document.text, sentence.span
    words = annotations.text(span)
    if not (topic.title in words or _REFERS.search(words)) or sentence.role is Role.PLOT:
        return
    legacy = heading_says(sentence, _LEGACY)
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
    if legacy and not found and _LOOKS_BACK.search(words):
        found = [
            (work, 0.5)
            for work in works_in(annotations, topic, span)
            if not work.own and (work.italic or work.film) and not shares_name(topic, work.title)
        ]
    for thing, confidence in found:
        near = text[max(span.start, thing.span.start - 45) : thing.span.start]
        if _NO_FILM_AFTER.match(text, thing.span.end):
            continue
        if thing.film is False or (_NO_FILM_BEFORE.search(near) and not re.search(r"\bfilm\W+$", near)):
            continue
        name = thing.title if isinstance(thing, Work) else thing.name
        if thing.year is not None and topic.year is not None and thing.year < topic.year:
            continue
        value = Connection(relation=Relation.INFLUENCED_FILM, film=name, year=thing.year)
        yield claim(annotations, topic, Predicate.CONNECTION, value, thing.span, extractor="later film", confidence=confidence)
