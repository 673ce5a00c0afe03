"""Reads credits set in a running line: "Director: A. Camera: B. Music: C." and "India, 1955, 125 min., Bengali".

Catalogues, programmes and the heads of reviews put them so. A line counts where it holds two labels
or more; a line of facts where country, year or length stand together.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.labels import predicate_of
from filmdossier.extract.phrases import UPPER
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Origin, Span

_LABEL = re.compile(
    rf"(?:^|(?<=[.;|•·\n)] )|(?<=\n)|(?<=[.;|•·] )|(?<=, ))(?P<labels>[{UPPER}][a-z]+\.?(?: (?:of )?[A-Za-z][a-z]+){{0,3}}(?:(?:, | and | & |/)[A-Za-z]\w+(?: of \w+)?){{0,3}}): ?(?=\S)"
)
_SHORT = {"dir": "director", "dir.": "director", "d": "director", "scr": "screenplay", "scr.": "screenplay", "prod": "producer", "prod.": "producer",
          "ph": "photography", "ph.": "photography", "ed": "editor", "ed.": "editor", "mus": "music", "mus.": "music", "wri": "writer", "cin": "cinematography"}  # fmt: skip
_PLAYERS = re.compile(r"(?:Cast|With|Starring|Stars|Players|Featuring)")
_PERSONS = frozenset(
    {
        Predicate.DIRECTOR, Predicate.WRITER, Predicate.STORY_BY, Predicate.PRODUCER, Predicate.EXECUTIVE_PRODUCER,
        Predicate.COMPOSER, Predicate.CINEMATOGRAPHER, Predicate.EDITOR,
    }
)  # fmt: skip
_END = re.compile(r"(?<![A-Z])(?<!\bJr)(?<!\bSr)(?<!\bBros)\.(?=\s|$)|[;|•\n]")
_NAME = re.compile(
    rf"[{UPPER}][\w.'’-]*(?: (?:(?:van|von|de|del|della|der|den|la|le|di|da|du|of|the|&|al|el|bin) ){{0,2}}[{UPPER}][\w.'’-]*){{0,5}}"
)
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
_MINUTES = re.compile(r"\b(?P<minutes>\d{2,3}) ?(?:min(?:ute)?s?\b\.?|′|')")
_COUNTRY_YEAR = re.compile(
    rf"(?:^|\n|[(\[])[ _*]*(?P<lands>[A-Z][\w. ]{{1,30}}?(?:[/,–-] ?[A-Z][\w. ]{{1,30}}?){{0,4}})[,. |/·•]+{_YEAR}\b|[(\[]{_YEAR}, ?(?P<after>[A-Z][\w. ]{{1,30}}?(?:[/,–-] ?[A-Z][\w. ]{{1,30}}?){{0,4}})[)\],]"
)
_BARE = re.compile(
    r"[\s*_(]*(?:(?:Rated |Cert\.? ?)?[A-Z0-9][\w+-]{0,5}[,.;|·•] ?|[A-Z][a-z]+(?: [A-Z][a-z]+)?[,.;|·•] ?)*(?:[Aa]pprox\.? |[Aa]bout |[Cc]a\.? )?\d{2,3} ?(?:min(?:ute)?s?\b\.?|′|')(?: approx\.?)?[\s*_).,;|·•]*(?:[A-Z][\w ]{0,20}[.,]?)?\W*"
)
_TONGUE = re.compile(
    r"(?:,|\|) ?(?P<tongue>[A-Z][a-z]+)(?= (?:with|dialogue|intertitles|version)\b|,? ?(?:[Ee]nglish )?subtitle|,? ?$)"
)
_LONGEST_LINE = 1200


def credit_lines(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from the lines at a page's head, and from every paragraph of labels."""
    for number, block in enumerate(annotations.blocks_in(topic.passage, BlockKind.PARAGRAPH)):
        if block.origin is not Origin.BODY or len(block.span) > _LONGEST_LINE:
            continue
        yield from _labels(annotations, topic, block.span)
        yield from _length(annotations, topic, block.span)
        if number < 4:
            yield from _facts(annotations, topic, block.span)


def _length(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Claim]:
    """A running time that stands without a sentence: "R, 117 minutes.", "170 mins approx."."""
    for sentence in annotations.sentences_in(span):
        words = annotations.text(sentence.span)
        length = _MINUTES.search(words)
        if length is not None and len(words) <= 60 and _BARE.fullmatch(words) and 30 <= int(length["minutes"]) <= 600:
            at = Span(sentence.span.start + length.start(), sentence.span.start + length.end())
            yield claim(
                annotations, topic, Predicate.RUNTIME_MINUTES, length["minutes"], at, extractor="line of facts", confidence=0.75
            )


def _labels(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Claim]:
    text = annotations.document.text
    found = list(_LABEL.finditer(text, span.start, span.end))
    told = [(match, _predicates(match["labels"])) for match in found]
    players = any(_PLAYERS.fullmatch(match["labels"]) for match in found)
    if sum(bool(predicates) for _, predicates in told) < (1 if players else 2):
        return
    for number, (match, predicates) in enumerate(told):
        limit = found[number + 1].start() if number + 1 < len(found) else span.end
        stop = _END.search(text, match.end(), limit)
        end = stop.start() if stop else limit
        for predicate in predicates:
            for name in _NAME.finditer(text, match.end(), end):
                gap = text[match.end() if name.start() == match.end() else name.start() - 2 : name.start()]
                if predicate in _PERSONS and re.search(r"\b(?:after|from|by|on)\W*$", text[match.end() : name.start()]):
                    break  # "Scenario: A, after a novel by B"
                value = name.group().rstrip(".") if not re.search(r"\b(?:Jr|Sr|Bros|Inc|[A-Z])\.$", name.group()) else name.group()
                if len(value) > 1 and not gap.endswith("("):
                    yield claim(
                        annotations, topic, predicate, value, Span(name.start(), name.start() + len(value)),
                        extractor="credit line", confidence=0.85,
                    )  # fmt: skip


def _predicates(labels: str) -> list[Predicate]:
    out: list[Predicate] = []
    for label in re.split(r", | and | & |/", labels):
        word = label.strip().casefold()
        predicate = predicate_of(_SHORT.get(word, word))
        if predicate is not None and predicate is not Predicate.RUNTIME_MINUTES and predicate not in out:
            out.append(predicate)
    return out


def _facts(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Claim]:
    """Country, language and length in a line that holds at least two such facts."""
    text = annotations.document.text
    match = _COUNTRY_YEAR.search(text, span.start, span.end)
    key = "lands" if match and match["lands"] else "after"
    lands = Span(match.start(key), match.end(key)) if match else None
    named = list(annotations.mentions_in(lands, MentionKind.PLACE, MentionKind.NATIONALITY)) if lands else []
    line_end = text.find("\n", span.start if match is None else match.end(), span.end)
    line = Span(span.start, line_end if line_end > span.start else span.end)
    length = _MINUTES.search(text, line.start, line.end)
    if lands is None or not named or (length is None and text[lands.start - 1 : lands.start] != "(" and key == "lands"):
        return
    for mention in {mention.span: mention for mention in sorted(named, key=lambda one: len(one.value))}.values():
        value = mention.value or mention.surface
        yield claim(annotations, topic, Predicate.COUNTRY, value, mention.span, extractor="line of facts", confidence=0.85)
    if length is not None:
        at = Span(length.start(), length.end())
        yield claim(
            annotations, topic, Predicate.RUNTIME_MINUTES, length["minutes"], at, extractor="line of facts", confidence=0.85
        )
    for tongue in _TONGUE.finditer(text, line.start, line.end):
        at = Span(tongue.start("tongue"), tongue.end("tongue"))
        subtitled = re.match(r" (?:with|dialogue|intertitles|version)\b|,? ?(?:[Ee]nglish )?subtitle", text[at.end : at.end + 24])
        known = any(m.span == at for m in annotations.mentions_in(at, MentionKind.LANGUAGE, MentionKind.NATIONALITY))
        if known or subtitled:
            yield claim(annotations, topic, Predicate.LANGUAGE, tongue["tongue"], at, extractor="line of facts", confidence=0.8)
