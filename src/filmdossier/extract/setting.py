"""Reads where and when the story plays: "set in …", the opening of the plot, places it moves to, categories.

Where it was shot is :mod:`filmdossier.extract.places`. What stands only in passing (a visitor's
home town, a date in the past of a character) stays a suggestion.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.phrases import CAPITALISED, PROSE, clause_start, heading_says, speaks_of_other
from filmdossier.extract.place_names import people_of, places_from
from filmdossier.extract.statement import claim
from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, MarkKind, Origin, Span

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
_STORY_OF = re.compile(
    r"\b(?:[Tt]he (?:film|movie|story|plot|action)|[Ii]t) (?:is )?(?:follows?|tells?|concerns?|centers?|centres?|revolves?|depicts?|chronicles?|recounts|traces|portrays|set|focuses|looks at|is about|deals with|charts|observes|plays)\b"
    r"|\b(?:feature|drama|comedy|thriller|western|romance|film|picture|fable|satire)\b,? [^.;]{0,60}?,? (?:looks at|follows|tells|is about|deals with|charts|observes|chronicles)\b"
)
# Performers in brackets behind two parts: the paragraph tells the story.
_PLAYED = re.compile(
    r"\b[A-Z][\w.'’-]+ \((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:,[^()]{0,60})?\)|\b(?:the|an?) \w+ \((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:,[^()]{0,60})?\)"
)
_TIME = re.compile(
    r"(?P<time>(?:pre-|post-)?(?:(?:the )?(?:early|mid|late)(?:[ -]to[ -](?:mid|late))?[ -])?(?:the )?(?:1\d{3}s?|20[0-9]\d|2[1-9]\d\ds?|(?:16|17|18|19|20)\d0s|\d{1,2}(?:st|nd|rd|th)[ -]century|"
    r"(?:twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]century|['’]?\d0s(?: (?:and|to|through) (?:early |late |mid-)?['’]?\d0s)?)(?: (?:B\.?C\.?|A\.?D\.?))?"
    r"|(?:the )?(?:Middle Ages|Cold War|World War (?:II|I|Two|One)|(?:First|Second) World War|(?:American )?Civil War|Vietnam War|Korean War|Iraq War|Gulf War|Crimean War|Boer War|Napoleonic Wars?|"
    r"Great Depression|Depression|Prohibition|Renaissance|Edo [Pp]eriod|Meiji (?:era|period)|Victorian (?:era|England|London|times)|Edwardian era|Regency|Gold Rush|Reconstruction|Stone Age|Bronze Age|Roman Empire|"
    r"Seven Years['’] War|Hundred Years['’] War|Thirty Years['’] War|Spanish Civil War|Mexican Revolution|French Revolution|Russian Revolution|American Revolution|Cuban Missile Crisis|Holocaust|Partition of India|"
    r"Prohibition[ -]era|Cold War[ -]era|(?:near|distant|not-too-distant) future|post-apocalyptic future|Old West|Wild West|American West|Dark Ages|antebellum South|British Raj|Battle of [A-Z]\w+(?: [A-Z]\w+)?))(?![\w%$])"
)
_DURING = re.compile(rf"\b(?:during|in the midst of|at the height of|amid|after|before|throughout|end of) {_TIME.pattern}")
_PLOT_OPENER = re.compile(
    r"^(?:One \w+ in |Late in |Early in |On \w+ \d+, |During |By |Back in |It is |The year is |The time is |In |(?:[A-Z]\w+ \d{1,2},? )|"
    r"(?:In|It is|Late in|Early in) (?:(?:early|late|mid-?) ?)?(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter)(?: of)?,? )(?P<time>\d{4}s?|(?:the )?(?:early |mid-|late |mid )?(?:the )?\d{4}s)\b"
)
_EARLY = 3  # sentences of the story that say where it begins
# "In July 1938, in upstate New York, …": the sentence opens on when and where.
_OPENS_IN = re.compile(r"\b(?:In|On|During|One|Late in|Early in) [^,.;:]{2,30}, (?:in|at|on|near|outside) (?=\S)")
_PLACED = re.compile(
    r"\b(?P<verb>(?:lives?|living|works?|working|operating|arrives?|arriving|settles?|stationed|located|resides?|residing|based|born|raised|held|meets?|meeting|hides?|hiding|imprisoned|stranded|trapped|stops?|"
    r"wakes? up|staying|stays?|vacation\w*|drift\w*|find\w*|gather\w*|teaching|practicing|serving|run|runs|leads?|tracked|captured|opens?|set(?:tled)?|small town|town|village|city|island|family|a \w+|an \w+) (?:back |up |down |together |out )?)?(?:[Ii]n|[Aa]t|[Oo]n|near|aboard|outside|around)(?: the (?:fictional |small |remote |tiny |sleepy |port |coastal |rural |mining |desert |border )*(?:city|town|village|island|state|suburb|region|area|streets|outskirts|district) of| (?:rural|downtown|nearby))? (?=(?:the )?(?:[A-ZÀ-Þ]|northern|southern|eastern|western|central|rural|downtown|feudal|colonial|medieval|pre-|post-|\d{4}))"
)
_MOVES = re.compile(
    r"\b(?:go(?:es|ing)?|travel(?:s|ing|led|ed)?|head(?:s|ed|ing)?|moves?|moving|flees?|fleeing|flies|fly|flying|drives?|driving|sails?|sailing|returns?|returning|comes?|coming|sent|sends?|journeys?|journeying|runs? off|runs? away|"
    r"escapes?|escaping|takes? (?:her|him|them)|brought|brings?|leads? (?:him|her|them)|emigrates?|bus|train|flight|ride|trip|transported|transferred|assigned|depart\w*|relocat\w+|transport\w*|way|back|off|down|visit|out) (?:back |home |down |out |off |away |secretly |up |west |east |north |south |together )?(?:to|into|for|from) (?:the (?:\w+ )?(?:city|town|village|island|state) of )?(?=(?:the )?[A-ZÀ-Þ])"
)
_KIND = re.compile(
    r"\b(?:in|at|on|aboard|inside|to|into|through|for|near) (?P<place>(?:(?:an? |the |his |her |their |[A-Z][\w]+['’]s )(?:(?!(?:same|first|next|other|last|only|own|new)\b)[\w'’-]+ ){0,3}?|(?:[a-z]+ )?)(?:village|prison|hospital|boarding school|school|hotel|cabin|mansion|island|castle|asylum|boarding house|spaceship|space station|submarine|ship|"
    r"steamer|cottage|ranch|country house|country estate|estate|farm|farmhouse|monastery|convent|circus|carnival|jungle|desert|suburb|reservation|military base|concentration camp|prison camp|camp|orphanage|wax museum|nightclub|"
    r"bathhouse|department store|theme park|amusement park|slum|apartment building|small town|town|university|college|casino|resort|motel|lighthouse|women['’]s prison))\b"
    r"(?=[,.;:)]|\s+(?:and|in|on|at|where|with|to|for|by|who|that|which|as|of|from|near|run|called|named|after|during|is|was|while|when|before|until|but|or)\b|\s*$)"
)
# "Berlin, 1931: the last days …", "1860, the shogunate is tottering", "Tokyo, a few years after the war."
_ERA = r"(?:(?:a few|some|two|three|ten|\w+) years (?:before|after) the (?:\w+ )?[Ww]ar|(?:just |shortly )?(?:before|after|during) the (?:\w+ )?[Ww]ar|(?:(?:the )?(?:spring|summer|autumn|fall|winter|Christmas|January|February|March|April|May|June|July|August|September|October|November|December)(?: of|,)? )?(?:1\d{3}|20[0-4]\d)s?)"
_FRAGMENT = re.compile(
    rf"(?:(?P<place>{CAPITALISED}(?: (?:of |the |de |la )?{CAPITALISED}){{0,3}}(?:, {CAPITALISED}(?: {CAPITALISED})?)?)(?:,| in) )?(?P<time>{_ERA}|{_TIME.pattern.replace('?P<time>', '?:')})(?=[.:;]|, (?:the|a|an|in|and|at|when|with|while|young|two|three|[a-z]+ [a-z]+ (?:is|are|has)))"
)
# "moving it from the Deep South to Kansas and Missouri", "carries the legend over to Rio".
_MOVED = re.compile(
    r"\b(?:mov(?:es|ed|ing)|transpos(?:es|ed|ing)|transferr?(?:s|ed|ing)|relocat(?:es|ed|ing)|shift(?:s|ed|ing)|transplant(?:s|ed|ing)|carr(?:ies|ied|ying)|re-?set(?:s|ting)?|updat(?:es|ed|ing)) "
    r"(?:it|(?:the|its|his|her|their|Shakespeare's) (?:[\w'’-]+ ){0,2}?(?:story|action|play|novel|plot|setting|tale|legend|events?|book|drama|scene)(?: of [^,;.]{2,40})?|(?:the )?[A-Z]\w+(?: \w+){0,3}?)(?: over)? (?:from [^,;.]{3,60}? )?(?:to|into) (?=(?:the |an? )?[A-Z])"
)
# "the people of a small Texas town, Anarene": a place of the story told by its kind, and named.
_TOWN = re.compile(
    rf"\b(?:an?|the) (?:[\w-]+ ){{0,3}}?(?:{CAPITALISED} )?(?:town|village|city|island|hamlet|suburb|kingdom|port|country|province|community|settlement|resort|outpost|neighbou?rhood|ranch|estate|valley|district)(?: of|,? called|,? named|,) (?=(?:the )?[A-Z])"
)
_CATEGORY = re.compile(
    r"^(?:\w+ )?(?:[Ff]ilms|[Mm]ovies)(?: that are)? (?:partially |partly )?set (?:in|on|at|during|aboard) (?:the )?(?P<place>.+?)(?: \((?:state|U\.S\. state|country|city)\))?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:production|filming|release|reception|references|external|soundtrack|music|awards|accolades|home media|legacy|sequel|remake|notes|see also|adaptations?|casting|box office)\b",
    re.IGNORECASE,
)


# Measured on annotated articles: places of the annotator's list against others, by the words before them.
_STORY_CONFIDENCE = {
    ("in", True): 0.62, ("in", False): 0.4, ("to", True): 0.6, ("to", False): 0.52, ("named", True): 0.45,
    ("of", True): 0.4, ("about", True): 0.5, ("about", False): 0.2,
}  # fmt: skip


_BODY = re.compile(
    r"\b(?:Family|Army|Force|Reserve|Ministry|Police|Department|Bureau|Agency|Union|Party|Team|Company|Corporation|Bank|Club|Navy|Corps|Council|Championship|Formula One)$"
)


# "In 2016, I gave it a one-star review": the critic's own past.
_OF_THE_CRITIC = re.compile(r"\b(?:I|me|my)\b|\breview")
_ACTS = re.compile(r" (?:\w+ly )?(?!as\b|is\b|was\b)[a-z]{2,}s\b")
_NO_PLACE = frozenset({"Set", "Shot", "Filmed"})


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    span: Span
    confidence: float
    how: str


def setting(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on where and when the story plays."""
    people = people_of(annotations, topic)
    plot = _story(annotations, topic)
    told = "\n".join(annotations.text(sentence.span) for sentence in plot)
    found = list(_from_categories(annotations, topic, told))
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind in PROSE and block.origin is Origin.BODY:
            found += _set_in(annotations, topic, sentence)
            if sentence.role not in (Role.AWARDS, Role.MUSIC, Role.CAST):
                found += _moved_to(annotations, topic, sentence)
    found += _in_story(annotations, topic, plot, people)
    found += _fragments(annotations, topic)
    for one in found:
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


def _from_categories(annotations: Annotations, topic: Topic, told: str) -> Iterator[_Found]:
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
        yield _Found(name, item, 0.3 if kind else 0.65 if len(found) <= 5 or name in told else 0.42, "setting category")


def _set_in(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[_Found]:
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


def _fragments(annotations: Annotations, topic: Topic) -> Iterator[_Found]:
    """The place and time that a synopsis sets down before its first sentence."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.PARAGRAPH):
        inner = block.section[-1] if block.section else ""
        if block.origin is not Origin.BODY or _ELSEWHERE.search(inner) or len(block.span) < _SHORTEST_STORY:
            continue
        match = _FRAGMENT.match(text, block.span.start, block.span.end)
        if match is None or (match["place"] is None and not text[match.start()].isdigit() and not match["time"][0].isupper()):
            continue
        at = Span(match.start("time"), match.end("time"))
        yield _Found(re.sub(r"^the ", "", match["time"]), at, 0.65, "opening of the story")
        if match["place"]:
            for place in places_from(annotations, match.start("place"), match.end("place")):
                yield _Found(place.name, place.span, 0.65, "opening of the story")


def _moved_to(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[_Found]:
    """Where an adaptation puts the story of its source."""
    text, span = annotations.document.text, sentence.span
    for match in _MOVED.finditer(text, span.start, span.end):
        others = [work for work in works_in(annotations, topic, span) if not work.own and work.film is not False and work.italic]
        production = re.search(r"\b(?:production|filming|shooting|shoot|unit|crew|release|premiere)\b", match.group())
        if production or any(work.span.start > match.end() for work in others):
            continue
        for place in places_from(annotations, match.end(), span.end):
            yield _Found(place.name, place.span, 0.6 if place.known else 0.5, "story moved to")


_SHORTEST_STORY = 150


def _what(annotations: Annotations, span: Span, base: float) -> Iterator[_Found]:
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
    for match in _TIME.finditer(text, area.start, area.end):
        some = True
        yield _Found(re.sub(r"^the ", "", match["time"]), Span(match.start("time"), match.end("time")), base, "set when")
    position = area.start
    for preposition in (
        None,
        *re.finditer(r"\b(?:in|at|on|near|of|around|aboard|between|and) (?=\S)", text[area.start : area.end]),
    ):
        begin = area.start if preposition is None else area.start + preposition.end()
        if begin < position:
            continue
        lead = _TIME.match(text, begin, area.end)
        if lead:
            begin = lead.end() + (text[lead.end() : lead.end() + 1] == " ")
        if begin >= area.end:
            continue
        for place in places_from(annotations, begin, area.end):
            if not _TIME.fullmatch(place.name):
                some = True
                yield _Found(place.name, place.span, base if place.known else base - 0.05, "set where")
            position = place.span.end
    if not some:
        words = area.of(text).strip(" ,")
        kind = re.match(r"(?:an? |the )?(?P<kind>(?:[\w'’-]+ ){0,5}[\w'’-]+)$", words)
        if kind and 2 < len(kind["kind"]) <= 60:
            yield _Found(kind["kind"], Span(area.start, area.start + len(words)), base - 0.2, "set in a kind of place")


def _story(annotations: Annotations, topic: Topic) -> list[Sentence]:
    """The sentences that retell the story: the plot part, else the opening that says what it is about, else a review's first ones."""
    plot, opening = [], []
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in PROSE or block.origin is not Origin.BODY:
            continue
        if sentence.role is Role.PLOT and not heading_says(sentence, re.compile(r"deleted|alternat", re.IGNORECASE)):
            plot.append(sentence)
        elif not sentence.section and (
            _STORY_OF.search(annotations.text(sentence.span))
            or annotations.kind is DocumentKind.REVIEW
            or (annotations.kind is not DocumentKind.ENCYCLOPEDIA and len(_PLAYED.findall(annotations.text(block.span))) >= 2)
        ):
            opening.append(sentence)
    return plot or (opening[:12] if annotations.kind is DocumentKind.REVIEW else opening)


def _in_story(annotations: Annotations, topic: Topic, story: list[Sentence], people: frozenset[str]) -> Iterator[_Found]:
    """Places the story names, surer where they come early, again, or are known places; and the times it gives."""
    text = annotations.document.text
    review = annotations.kind is DocumentKind.REVIEW
    seen: list[tuple[str, Span, bool, int, str]] = []
    for number, sentence in enumerate(story):
        span = sentence.span
        if number < 8 or not review:
            opener = _PLOT_OPENER.match(span.of(text))
            if opener and not (review and _OF_THE_CRITIC.search(span.of(text))):
                at = Span(span.start + opener.start("time"), span.start + opener.end("time"))
                yield _Found(re.sub(r"^the ", "", at.of(text)), at, 0.65 if number < 3 else 0.55, "story time")
        for pattern, how in ((_PLACED, "in"), (_MOVES, "to"), (_OPENS_IN, "in")):
            for match in pattern.finditer(text, span.start, span.end):
                if pattern is _OPENS_IN and (number >= _EARLY or match.start() > span.start):
                    continue
                begin = match.end()
                lead = _TIME.match(text, begin, span.end)
                dated = lead is not None and (
                    match.start() == span.start or text[lead.end() : lead.end() + 2].strip()[:1].isupper()
                )
                if lead and dated and number < 3 and not review:
                    yield _Found(re.sub(r"^the ", "", lead["time"]), Span(lead.start("time"), lead.end("time")), 0.65, "story time")
                    begin = lead.end() + (text[lead.end() : lead.end() + 1] == " ")
                if begin < span.end and not re.search(
                    r"\b(?:filmed|shot) (?:\w+ ){0,3}$", text[max(span.start, match.start() - 20) : begin]
                ):
                    about = re.search(
                        r"\b(?:cent(?:er|re)s|focus(?:es)?|revolves|based|concentrates|spies|spy|turns|depends|relies|around)\b(?: \w+)? (?:on|around)? ?$",
                        text[span.start : begin],
                    )
                    seen += [
                        (place.name, place.span, place.known, number, "about" if about else how)
                        for place in places_from(annotations, begin, span.end, people, strict=True)
                        if text[place.span.end : place.span.end + 1] not in ("'", "’")
                    ]
        for match in _DURING.finditer(text, span.start, span.end):
            at = Span(match.start("time"), match.end("time"))
            yield _Found(re.sub(r"^the ", "", match["time"]), at, 0.6 if number < 4 and not review else 0.5, "story during")
        covered = [place_span for _, place_span, *_ in seen]
        for mention in annotations.mentions_in(span, MentionKind.PLACE):
            filmed = re.search(r"\b(?:filmed|shot)\b[^,;]{0,40}$", text[span.start : mention.span.start])
            if not filmed and not any(mention.span.overlaps(other) for other in covered) and mention.surface not in people:
                # "a United States congressman" says where somebody is from.
                attributive = re.match(
                    r" (?!(?:and|or|to|in|on|at|with|where|who|as|for|from|by|is|was|but|when|while|after|before|until|of|the|an?|that|which|near|has|had|into)\b)[a-z]",
                    text[mention.span.end : mention.span.end + 12],
                )
                seen.append((mention.surface, mention.span, True, number, "of" if attributive else "named"))
        for match in _TOWN.finditer(text, span.start, span.end) if number < 4 else ():
            for place in list(places_from(annotations, match.end(), span.end))[:1]:
                yield _Found(place.name, place.span, 0.62, "named town")
            for time in _TIME.finditer(text, match.end(), min(match.end() + 60, span.end)):
                if re.search(r"\b(?:in|during|of) (?:the )?$", text[match.end() : time.start()]):
                    yield _Found(re.sub(r"^the ", "", time["time"]), Span(time.start("time"), time.end("time")), 0.6, "named town")
        if number < (3 if review else 2):
            for match in _KIND.finditer(text, span.start, span.end):
                words = re.sub(r"^(?:an?|the|his|her|their) ", "", match["place"])
                if words in ("town", "school", "camp", "estate", "suburb"):
                    continue  # too bare to say where
                yield _Found(words, Span(match.start("place"), match.end("place")), 0.52, "kind of place")
    counts = Counter(name for name, *_ in seen)
    for name, span, known, number, how in seen:
        early = number < 3
        again = counts[name] > 1
        if _BODY.search(name) or _inside_title(annotations, topic, span):
            continue
        confidence = (
            _STORY_CONFIDENCE[how, known]
            + ((0.05 if known else 0.12) if early else 0.0)
            + (0.1 if again else 0.0)
            - ((0.12 if early else 0.25) if review else 0.0)
        )
        if _TIME.fullmatch(name):
            confidence = 0.4
        yield _Found(
            name,
            span,
            confidence,
            f"story {how} {'known' if known else 'unknown'} {'early' if early else 'late'} {'again' if counts[name] > 1 else 'once'}{' review' if review else ''}",
        )


def _inside_title(annotations: Annotations, topic: Topic, span: Span) -> bool:
    """Whether the words are part of a title: the film's own, or one set in italics."""
    text = annotations.document.text
    for title in (topic.title, *topic.aliases):
        at = text.find(title, max(0, span.start - len(title)), span.end + len(title))
        if at >= 0 and span in Span(at, at + len(title)) and len(title) > len(span):
            return True
    around = Span(max(0, span.start - 80), min(span.end + 80, len(text)))
    return any(span in mark.span for mark in annotations.marks_in(around, MarkKind.ITALIC))
