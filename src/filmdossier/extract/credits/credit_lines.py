"""Reads credits set in a running line: "Director: A. Camera: B. Music: C." and "India, 1955, 125 min., Bengali".

Catalogues, programmes and the heads of reviews put them so. A line counts where it holds two labels
or more; a line of facts where country, year or length stand together.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.labels import predicates_of
from filmdossier.extract.phrases import UPPER
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.field_words import english
from filmdossier.model.text import BlockKind, Origin, Span

_LABEL = re.compile(
    rf"(?:^|(?<=[.;|•·\n)] )|(?<=\n)|(?<=[.;|•·] )|(?<=, ))(?P<labels>[{UPPER}][^\W\d_A-Z]+\.?(?:[ -](?:of )?[^\W\d_]+){{0,3}}(?:(?:, | and | & |/| und | et | y | e )[^\W\d_]\w+(?: of \w+)?){{0,3}}): ?(?=\S)"
)
_PLAYERS = re.compile(r"(?i:cast|with|starring|stars|players|featuring)")
# "Screenplay Ana Dahl, from Max Roy's novel; camera Ida Lund": labels without a colon, told by standing in a row.
_ROW_LABEL = re.compile(
    rf"(?:^|(?<=[.;,|•·\n)] )|(?<=\n))(?P<labels>[^\W\d_][^\W\d_A-Z]+\.?(?: (?:of )?[^\W\d_A-Z]{{4,}}){{0,2}}(?: (?:and|&) [a-z]+)?) (?=[{UPPER}][\w.'’-]+ [{UPPER}])"
)
_FEWEST_IN_ROW = 3
# Between two names of one value, and before what is no name of it any more.
_BETWEEN_NAMES = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*(?:,|/|&|\+|·)?\s*(?:and|with|und|et|y|e|og|och|in collaboration with|con la collaborazione di|avec la collaboration de)?\s*",
    re.IGNORECASE,
)
_FILM_GUILD = re.compile(r"(?:[A-Z]\.){2,5}|[A-Z]{3}")
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
            yield from _named_beside(annotations, topic, block.span)


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
    told = [(match, _told(match["labels"])) for match in found]
    players = any(_PLAYERS.fullmatch(english(match["labels"])) for match in found)
    if sum(bool(predicates) for _, predicates in told) < (1 if players or _alone(text, span, found) else 2):
        told = [
            (match, predicates)
            for match in _ROW_LABEL.finditer(text, span.start, span.end)
            if (predicates := _told(match["labels"]))
        ]
        if len({predicates for _, predicates in told}) < _FEWEST_IN_ROW:
            return
    for number, (match, predicates) in enumerate(told):
        limit = told[number + 1][0].start() if number + 1 < len(told) else span.end
        stop = _END.search(text, match.end(), limit)
        for predicate in predicates:
            for name in _names(text, match.end(), stop.start() if stop else limit, persons=predicate in _PERSONS):
                value = name.of(text)
                if predicate is Predicate.PRODUCER and " " not in value and english(match["labels"]).casefold() == "production":
                    continue
                yield claim(annotations, topic, predicate, value, name, extractor="credit line", confidence=0.85)


def _alone(text: str, span: Span, found: list[re.Match[str]]) -> bool:
    """Whether a paragraph is one label with its names and nothing else: "Music: Max Roy."."""
    if len(found) != 1 or found[0].start() != span.start or not _PERSONS.intersection(_told(found[0]["labels"])):
        return False
    names = list(_names(text, found[0].end(), span.end, persons=True))
    return bool(names) and " " in names[0].of(text) and text[names[-1].end : span.end].strip(" .\n") == ""


def _names(text: str, start: int, end: int, *, persons: bool) -> Iterator[Span]:
    """The names of a value one after the other; what follows them ("from the novel by …") is none of them."""
    at = start
    for name in _NAME.finditer(text, start, end):
        if not (_BETWEEN_NAMES.fullmatch(text, at, name.start()) if persons else text[name.start() - 1] != "("):
            if persons:
                return
            continue
        at = name.end()
        value = name.group() if re.search(r"\b(?:Jr|Sr|Bros|Inc|[A-Z])\.$", name.group()) else name.group().rstrip(".")
        if len(value) > 1 and not _FILM_GUILD.fullmatch(value):
            yield Span(name.start(), name.start() + len(value))


def _told(labels: str) -> tuple[Predicate, ...]:
    return tuple(one for one in predicates_of(labels) if one is not Predicate.RUNTIME_MINUTES)


# "Night Ferry (Ana Dahl, 1951)", and a line of facts that a name opens: "Ana Dahl • Japan • 1951".
_PERSON = (
    rf"(?:[{UPPER}][\w.'’-]+)(?: (?:(?:van|von|de|del|della|der|den|la|le|di|da|du|al|el|bin) ){{0,2}}[{UPPER}][\w.'’-]*){{1,4}}"
)
_IN_BRACKETS = re.compile(
    rf"[*_\"”’']{{0,3}} \((?:dir(?:\.|ected by|ector)?:? )?(?P<name>{_PERSON}(?:(?:, | and | & |/){_PERSON})?),? {_YEAR}\)"
)
# "Night Ferry (Portugal/France 1951, Ana Dahl, 92 min)".
_AFTER_YEAR = re.compile(
    rf"[*_\"”’']{{0,3}} \((?:[A-Z][\w. ]{{1,30}}?(?:[/,–-] ?[A-Z][\w. ]{{1,30}}?){{0,4}},? )?{_YEAR}[,.;] (?P<name>{_PERSON}(?:(?: and | & |/){_PERSON})?)[,.;] ?\d{{2,3}} ?(?:min|′|')"
)
# "(1951) dir. Ana Dahl", "dir: Ana Dahl | 92 min".
_SHORT = re.compile(
    rf"(?:^|\n|[(),;·•|–-] ?)(?:[Dd]ir(?:\.|:|\.:)|[Dd]\.) (?P<name>{_PERSON}(?:(?:, | and | & |/){_PERSON})?)(?=$|[\n,;·•|–(). -])"
)
_OPENS_FACTS = re.compile(rf"(?P<name>{_PERSON}) ?[•|·/] ?[A-Z][\w. /-]{{1,30}} ?[•|·/] ?{_YEAR}\b")


def _named_beside(annotations: Annotations, topic: Topic, span: Span) -> Iterator[Claim]:
    """The director whose name stands in brackets behind the title, or opens a line of facts."""
    text = annotations.document.text
    named = re.compile(re.escape(topic.title), re.IGNORECASE).search(text, span.start, span.end)
    at = named.start() if named else -1
    behind = at + len(topic.title)
    found = (_IN_BRACKETS.match(text, behind, span.end) or _AFTER_YEAR.match(text, behind, span.end)) if at >= 0 else None
    found = found or _OPENS_FACTS.match(text, span.start, span.end) or _SHORT.search(text, span.start, span.end)
    if found is not None:
        for name in _names(text, found.start("name"), found.end("name"), persons=True):
            yield claim(annotations, topic, Predicate.DIRECTOR, name.of(text), name, extractor="line of facts", confidence=0.85)


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
