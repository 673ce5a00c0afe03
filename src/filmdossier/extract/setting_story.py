"""Reads where and when the story plays out of its telling: the opening's place and time, the places it moves to.

What stands only in passing (a visitor's home town, a date in the past of a character) stays a suggestion.
"""

import re
from collections import Counter
from collections.abc import Iterator

from filmdossier.extract.phrases import CAPITALISED, PROSE, heading_says
from filmdossier.extract.place_names import places_from
from filmdossier.extract.setting_words import TIME, Found
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Sentence, Topic
from filmdossier.model.text import Block, BlockKind, MarkKind, Origin, Span

_STORY_OF = re.compile(
    r"\b(?:[Tt]he (?:film|movie|story|plot|action)|[Ii]t) (?:is )?(?:follows?|tells?|concerns?|centers?|centres?|revolves?|depicts?|chronicles?|recounts|traces|portrays|set|focuses|looks at|is about|deals with|charts|observes|plays)\b"
    r"|\b(?:feature|drama|comedy|thriller|western|romance|film|picture|fable|satire)\b,? [^.;]{0,60}?,? (?:looks at|follows|tells|is about|deals with|charts|observes|chronicles)\b"
)
# Performers in brackets behind two parts: the paragraph tells the story.
_PLAYED = re.compile(
    r"\b[A-Z][\w.'’-]+ \((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:,[^()]{0,60})?\)|\b(?:the|an?) \w+ \((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:,[^()]{0,60})?\)"
)
_DURING = re.compile(rf"\b(?:during|in the midst of|at the height of|amid|after|before|throughout|end of) {TIME.pattern}")
_PLOT_OPENER = re.compile(
    r"^(?:One \w+ in |Late in |Early in |On \w+ \d+, |During |By |Back in |It is |The year is |The time is |In |(?:[A-Z]\w+ \d{1,2},? )|"
    r"(?:In|It is|Late in|Early in) (?:(?:early|late|mid-?) ?)?(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter)(?: of)?,? )(?P<time>\d{4}s?|(?:the )?(?:early |mid-|late |mid )?(?:the )?\d{4}s)\b"
)
# "At the beginning of the century, in rural Bengal, a priest …", "We are in Lisbon, towards 1940".
_OPENS_WHEN = re.compile(
    rf"(?:(?:(?:At|In|Towards?|About|Around|From|By|During|It is|It was|The (?:year|time|date) is) (?:[A-Z][\w.]+ [A-Z][\w'’]+ Day, )?)|[^.;]{{0,60}}, (?:towards?|in|about|around|at) ){TIME.pattern}(?=[,.;:]| when| to\b)"
)
_WE_ARE_IN = re.compile(r"(?:We are|The (?:place|scene) is)(?: in| at| on)? (?=\S)")
_EARLY = 3  # sentences of the story that say where it begins
# "In July 1938, in upstate New York, …": the sentence opens on when and where.
_OPENS_IN = re.compile(
    r"\b(?:In|On|At|Towards?|From|Around|During|One|Late in|Early in) [^,.;:]{2,40}, (?:in|at|on|near|outside) (?=\S)"
)
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
    rf"(?:(?P<place>{CAPITALISED}(?: (?:of |the |de |la )?{CAPITALISED}){{0,3}}(?:, {CAPITALISED}(?: {CAPITALISED})?)?)(?:,| in) )?(?P<time>{_ERA}|{TIME.pattern.replace('?P<time>', '?:')})(?=[.:;]|, (?:the|a|an|in|and|at|when|with|while|young|two|three|[a-z]+ [a-z]+ (?:is|are|has)))"
)
# "the people of a small Texas town, Anarene": a place of the story told by its kind, and named.
_TOWN = re.compile(
    rf"\b(?:an?|the) (?:[\w-]+ ){{0,3}}?(?:{CAPITALISED} )?(?:town|village|city|island|hamlet|suburb|kingdom|port|country|province|community|settlement|resort|outpost|neighbou?rhood|ranch|estate|valley|district)(?: of|,? called|,? named|,) (?=(?:the )?[A-Z])"
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


_SHORTEST_STORY = 150


def fragments(annotations: Annotations, topic: Topic) -> Iterator[Found]:
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
        yield Found(re.sub(r"^the ", "", match["time"]), at, 0.65, "opening of the story")
        if match["place"]:
            for place in places_from(annotations, match.start("place"), match.end("place")):
                yield Found(place.name, place.span, 0.65, "opening of the story")


def story_sentences(annotations: Annotations, topic: Topic) -> list[Sentence]:
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
            or (annotations.kind is not DocumentKind.ENCYCLOPEDIA and _tells(annotations, block))
        ):
            opening.append(sentence)
    return plot or (opening[:12] if annotations.kind is DocumentKind.REVIEW else opening)


_LABEL = re.compile(r"(?:^|[.;] |\n)[A-Z][A-Za-z ]{0,20}: ?(?=[A-Z])")
_PAST = re.compile(r"was|were|had|\w+ed")
_OF_MAKING = re.compile(
    r"\b(?:film(?:ed|ing)?|movie|picture|shot|camera|director|producer|screenplay|script|premiere|cinemas?|minutes|score|released?|soundtrack|awards?|prizes?|plays|played|pictures?|studio|locations?|crew|unit|actors?|actress|I|we|you)\b"
)
_FEWEST_PRESENT = 3


def _tells(annotations: Annotations, block: Block) -> bool:
    """Whether a paragraph retells the story: parts with performers in brackets, or present tense and no word on the making."""
    words = annotations.text(block.span)
    if len(_LABEL.findall(words)) > 1:
        return False
    if len(_PLAYED.findall(words)) > 1:
        return True
    verbs = [word for _, word in annotations.words_in(block.span) if word.pos in ("VERB", "AUX")]
    surfaces = [(annotations.text(word.span).casefold(), word.lemma.casefold()) for word in verbs]
    present = sum(surface != lemma and surface.endswith("s") and surface != "was" for surface, lemma in surfaces)
    past = sum(bool(_PAST.fullmatch(surface)) for surface, _ in surfaces)
    return present >= _FEWEST_PRESENT and present > 2 * past and not _OF_MAKING.search(words)


def in_story(annotations: Annotations, topic: Topic, story: list[Sentence], people: frozenset[str]) -> Iterator[Found]:
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
                yield Found(re.sub(r"^the ", "", at.of(text)), at, 0.65 if number < 3 else 0.55, "story time")
        when = _OPENS_WHEN.match(text, span.start, span.end) if number < _EARLY and not review else None
        if when is not None:
            at = Span(*when.span("time"))
            yield Found(re.sub(r"^the ", "", at.of(text)), at, 0.62, "story time")
        here = _WE_ARE_IN.match(text, span.start, span.end) if number < _EARLY else None
        for place in places_from(annotations, here.end(), span.end) if here else ():
            yield Found(place.name, place.span, 0.62, "story place")
        for pattern, how in ((_PLACED, "in"), (_MOVES, "to"), (_OPENS_IN, "in")):
            for match in pattern.finditer(text, span.start, span.end):
                if pattern is _OPENS_IN and (number >= _EARLY or match.start() > span.start):
                    continue
                begin = match.end()
                lead = TIME.match(text, begin, span.end)
                dated = lead is not None and (
                    match.start() == span.start or text[lead.end() : lead.end() + 2].strip()[:1].isupper()
                )
                if lead and dated and number < 3 and not review:
                    yield Found(re.sub(r"^the ", "", lead["time"]), Span(lead.start("time"), lead.end("time")), 0.65, "story time")
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
            yield Found(re.sub(r"^the ", "", match["time"]), at, 0.6 if number < 4 and not review else 0.5, "story during")
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
                yield Found(place.name, place.span, 0.62, "named town")
            for time in TIME.finditer(text, match.end(), min(match.end() + 60, span.end)):
                if re.search(r"\b(?:in|during|of) (?:the )?$", text[match.end() : time.start()]):
                    yield Found(re.sub(r"^the ", "", time["time"]), Span(time.start("time"), time.end("time")), 0.6, "named town")
        if number < (3 if review else 2):
            for match in _KIND.finditer(text, span.start, span.end):
                words = re.sub(r"^(?:an?|the|his|her|their) ", "", match["place"])
                if words in ("town", "school", "camp", "estate", "suburb"):
                    continue  # too bare to say where
                if re.match(r" of [A-Z]", text[match.end("place") : match.end("place") + 5]):
                    continue  # "the village of Hoyuelos": its name says it
                yield Found(words, Span(match.start("place"), match.end("place")), 0.52, "kind of place")
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
        if TIME.fullmatch(name):
            confidence = 0.4
        yield Found(
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
