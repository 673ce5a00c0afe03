"""Reads where and when the story plays: "set in …", where an adaptation puts it, categories.

What its telling says is :mod:`filmdossier.extract.setting_story`; where it was shot,
:mod:`filmdossier.extract.places`.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import PROSE, clause_start, heading_says, speaks_of_other
from filmdossier.extract.place_names import people_of, places_from
from filmdossier.extract.setting_story import fragments, in_story, story_sentences
from filmdossier.extract.setting_words import TIME, Found
from filmdossier.extract.statement import claim
from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Origin, Span

_SET = re.compile(
    r"\b(?:(?:is|was|are|were|being|mostly|mainly|partly|primarily|largely|entirely|story|film|movie|plot|action|events?|drama|thriller|comedy|western|tale|noir|sequel|romance|,|and) )?"
    r"(?:[Ss]et|[Tt]akes place|[Tt]aking place|[Tt]ook place|[Uu]nfolds?|[Uu]nfolding|[Tt]ranspires)(?: (?:mostly|mainly|partly|primarily|largely|entirely|almost entirely|principally|again|some \w+ years|\w+ years (?:after|before|later)))?,? "
    r"(?P<how>in and around|in|on|at|during|against the backdrop of|against|aboard|amid|around|over|between|within|inside|throughout|before|after) "
)
_NOT_SET = re.compile(
    r"\b(?:set (?:up|out|off|about)|box office|record|release|premi[eè]re|filming|photography|production|shooting|wedding|competition|festival|ceremony|race|scene (?:was|is))\b[^.]{0,30}$",
    re.IGNORECASE,
)
_FILMED = re.compile(r"\b(?:[Ff]ilming|[Pp]hotography|[Ss]hooting|[Pp]remi[eè]re|[Ss]creening|[Rr]ecording|[Pp]roduction)\b")
# "moving it from the Deep South to Kansas and Missouri", "carries the legend over to Rio".
_MOVED = re.compile(
    r"\b(?:mov(?:es|ed|ing)|transpos(?:es|ed|ing)|transferr?(?:s|ed|ing)|relocat(?:es|ed|ing)|shift(?:s|ed|ing)|transplant(?:s|ed|ing)|carr(?:ies|ied|ying)|re-?set(?:s|ting)?|updat(?:es|ed|ing)) "
    r"(?:it|(?:the|its|his|her|their|Shakespeare's) (?:[\w'’-]+ ){0,2}?(?:story|action|play|novel|plot|setting|tale|legend|events?|book|drama|scene)(?: of [^,;.]{2,40})?|(?:the )?[A-Z]\w+(?: \w+){0,3}?)(?: over)? (?:from [^,;.]{3,60}? )?(?:to|into) (?=(?:the |an? )?[A-Z])"
)
_CATEGORY = re.compile(
    r"^(?:\w+ )?(?:[Ff]ilms|[Mm]ovies)(?: that are)? (?:partially |partly )?set (?:in|on|at|during|aboard) (?:the )?(?P<place>.+?)(?: \((?:state|U\.S\. state|country|city)\))?$"
)
_STATED = 0.5  # what is at least as sure becomes a fact
_ACTS = re.compile(r" (?:\w+ly )?(?!as\b|is\b|was\b)[a-z]{2,}s\b")
_NO_PLACE = frozenset({"Set", "Shot", "Filmed"})


def setting(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on where and when the story plays."""
    people = people_of(annotations, topic)
    plot = story_sentences(annotations, topic)
    told = "\n".join(annotations.text(sentence.span) for sentence in plot)
    found = list(_from_categories(annotations, topic, told))
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind in PROSE and block.origin is Origin.BODY:
            found += _set_in(annotations, topic, sentence)
            if sentence.role not in (Role.AWARDS, Role.MUSIC, Role.CAST):
                found += _moved_to(annotations, topic, sentence)
    found += in_story(annotations, topic, plot, people)
    found += fragments(annotations, topic)
    wider = [one.span for one in found if one.confidence >= _STATED]
    for one in found:
        if any(one.span in span and one.span != span for span in wider):
            continue  # "Bengal" in "rural Bengal"
        if any(one.span.overlaps(line.span) for line in annotations.fact_lines):
            continue  # "France, 1953. 114 min.": where and when the film was made
        if _is_a_person(annotations, one.span) or one.value in _NO_PLACE:
            continue
        yield claim(
            annotations,
            topic,
            Predicate.SETTING,
            one.value,
            one.span,
            extractor=one.how,
            confidence=round(max(one.confidence, 0.05), 3),
        )


def _is_a_person(annotations: Annotations, span: Span) -> bool:
    """Whether what stands where a place would is somebody's whole name: "In a village, Ernest Borgnine leads …"."""
    if next(annotations.mentions_in(span, MentionKind.PLACE), None) is not None:
        return False
    if _ACTS.match(annotations.document.text, span.end) is None:
        return False
    return any(one.span == span and " " in one.surface for one in annotations.mentions_in(span, MentionKind.PERSON))


def _from_categories(annotations: Annotations, topic: Topic, told: str) -> Iterator[Found]:
    """Categories name a few places; where they name many, those that the story names too are surer."""
    text = annotations.document.text
    found = [
        (match["place"], item)
        for block in annotations.document.fields(Origin.CATEGORIES)
        if block.span.start in topic.passage
        for item in block.cells[0].items
        if (match := _CATEGORY.match(item.of(text)))
    ]
    for name, item in found:
        kind = name[0].islower()
        yield Found(name, item, 0.3 if kind else 0.65 if len(found) <= 5 or name in told else 0.42, "setting category")


def _set_in(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Found]:
    """What stands after "set in" and its like."""
    text, span = annotations.document.text, sentence.span
    if heading_says(
        sentence,
        re.compile(
            r"\b(?:sequel|remake|legacy|adaptation|soundtrack|release|home media|references|external|see also|box office|awards)",
            re.IGNORECASE,
        ),
    ):
        return
    for match in _SET.finditer(text, span.start, span.end):
        start = clause_start(text, span.start, match.start())
        if speaks_of_other(annotations, topic, start, match.start()) or _NOT_SET.search(text[start : match.start()]):
            continue
        moved = re.search(r"took place", match.group()) and sentence.role is Role.PRODUCTION
        idiom = re.match(r"fire|motion|stone|place\b", text[match.end() : match.end() + 10]) or (
            match["how"] == "at" and text[match.end()].isdigit()
        )
        if idiom or (moved and _FILMED.search(text[start : match.start()])):
            continue
        before = text[start : match.start()]
        if (
            before.strip()
            and "et " not in match.group()
            and not re.search(
                r"\b(?:story|film|movie|picture|action|events?|plot|[Ii]t|which|narrative|drama)\W*(?:\w+ ){0,6}$",
                f"{before}{match.group()}"[-90:],
            )
        ):
            continue  # "changes taking place within society"
        base = (
            0.45
            if re.search(r"\b(?:scenes?|sequences?|act)\b[^,;]{0,30}$", before)
            else 0.3
            if moved
            else 0.75
            if (sentence.role in (Role.PLOT, Role.OTHER) or not sentence.section)
            else 0.6
        )
        yield from _what(annotations, Span(match.end(), span.end), base)


# "The Coens remade the film in 2004, moving it to Mississippi": there the other film plays.
_REMADE = re.compile(
    r"\b(?:(?:remade|remakes|adapted|reworked|turned) (?:it|(?:the|this) (?:film|movie|picture|story))|(?:was|been|is) (?:later |also |twice )?(?:remade|adapted|reworked))\b"
)


def _moved_to(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Found]:
    """Where an adaptation puts the story of its source."""
    text, span = annotations.document.text, sentence.span
    for match in _MOVED.finditer(text, span.start, span.end):
        others = [work for work in works_in(annotations, topic, span) if not work.own and work.film is not False and work.italic]
        production = re.search(r"\b(?:production|filming|shooting|shoot|unit|crew|release|premiere)\b", match.group())
        if production or any(work.span.start > match.end() for work in others) or _REMADE.search(text, span.start, match.start()):
            continue
        for place in places_from(annotations, match.end(), span.end):
            yield Found(place.name, place.span, 0.6 if place.known else 0.5, "story moved to")


def _what(annotations: Annotations, span: Span, base: float) -> Iterator[Found]:
    """Times and places in the words after "set in", to the end of the phrase."""
    text = annotations.document.text
    stop = re.search(
        r"[.;](?=\s|$)|, (?=(?:the|it|where|which|who|and|an?|is|with|as|but|when|while|he|she|they|this|starring|directed)\b)|\b(?:were|was|where|which|who|and (?:stars|follows|tells|tracks|focuses|centers|is|was|flashes)|follows|starring|that|is|was|as|when|because|about|with|based|(?:but|and) (?:filmed|shot))\b",
        text[span.start : span.end],
    )
    end = span.start + stop.start() if stop else span.end
    if end <= span.start:
        return
    area = Span(span.start, end)
    some = False
    for match in TIME.finditer(text, area.start, area.end):
        some = True
        yield Found(re.sub(r"^the ", "", match["time"]), Span(match.start("time"), match.end("time")), base, "set when")
    position = area.start
    for preposition in (
        None,
        *re.finditer(r"\b(?:in|at|on|near|of|around|aboard|between|and) (?=\S)", text[area.start : area.end]),
    ):
        begin = area.start if preposition is None else area.start + preposition.end()
        if begin < position:
            continue
        lead = TIME.match(text, begin, area.end)
        if lead:
            begin = lead.end() + (text[lead.end() : lead.end() + 1] == " ")
        if begin >= area.end:
            continue
        for place in places_from(annotations, begin, area.end):
            if not TIME.fullmatch(place.name):
                some = True
                yield Found(place.name, place.span, base if place.known else base - 0.05, "set where")
            position = place.span.end
    if not some:
        words = area.of(text).strip(" ,")
        kind = re.match(r"(?:an? |the )?(?P<kind>(?:[\w'’-]+ ){0,5}[\w'’-]+)$", words)
        if kind and 2 < len(kind["kind"]) <= 60:
            yield Found(kind["kind"], Span(area.start, area.start + len(words)), base - 0.2, "set in a kind of place")
