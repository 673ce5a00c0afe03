"""Reads a question that asks for films: "which horror films of the 1980s did X like?".

A question enters; the conditions that a film must meet leave, and whether the films are to be
counted or only the one at an end wanted (the longest, the oldest). None where some words of the
question belong to no condition: what is not understood is not half answered.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from filmdossier.model.claim import Predicate
from filmdossier.run.library_conditions import (
    Condition,
    awarded,
    between,
    by_or_with,
    held,
    judged,
    lasting,
    linked,
    of_kind,
    with_character,
)

_P = Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The films that are asked for. ``end`` is the predicate by which one of them is wanted, ``most`` whether the one with the most of it."""

    conditions: tuple[Condition, ...]
    counted: bool = False
    end: Predicate | None = None
    most: bool = True
    of: str = ""  # the aggregator whose score is the measure


_FILMS = r"(?:films?|movies?|pictures?|features?|titles?|ones?)"
_HEAD = re.compile(
    rf"^(?:please )?(?:(?P<ask>(?:in |for |on |of )?(?:which|what)|(?:list|name|show|find|give)(?: me| us)?(?: all| every)?(?: of)?|are there(?: any)?|all)(?: (?:the|of the))*|(?P<count>how many)|(?=films|movies))"
    rf"(?P<kind>(?: [\w'’-]+){{0,4}}?) ?(?P<films>{_FILMS})\b(?: (?:are|is) there)?(?: (?:of|in|from) (?:the|this|my|our) library)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_END = re.compile(
    rf"^(?:the |(?:which|what) (?:is|was) (?:the )?|(?:which|what) {_FILMS} (?:is|was|are) (?:the )?)?(?P<end>longest|shortest|oldest|newest|earliest|latest|most recent|most expensive|cheapest|highest[- ]grossing|most successful)(?: {_FILMS})?\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_SCORED = re.compile(
    rf"^(?:which|what) {_FILMS} (?:has|have|had|got|gets) the (?P<end>highest|best|top|lowest|worst) (?P<name>Rotten Tomatoes|Metacritic|IMDb|Metascore|Tomatometer)?(?: approval)?(?: rating| score)?(?: (?:on|at|from) (?P<other>Rotten Tomatoes|Metacritic|IMDb))?$",
    re.IGNORECASE,
)
_COST = re.compile(
    rf"^(?:which|what) {_FILMS} (?P<verb>costs?|earned|grossed|made|took)(?: in)? the (?P<end>most|least)(?: money)?(?: to make| at the box office)?$",
    re.IGNORECASE,
)
_ENDS: dict[str, tuple[Predicate, bool]] = {
    "longest": (_P.RUNTIME_MINUTES, True),
    "shortest": (_P.RUNTIME_MINUTES, False),
    "oldest": (_P.YEAR, False),
    "earliest": (_P.YEAR, False),
    "newest": (_P.YEAR, True),
    "latest": (_P.YEAR, True),
    "most recent": (_P.YEAR, True),
    "most expensive": (_P.BUDGET, True),
    "cheapest": (_P.BUDGET, False),
    "highest-grossing": (_P.BOX_OFFICE, True),
    "highest grossing": (_P.BOX_OFFICE, True),
    "most successful": (_P.BOX_OFFICE, True),
}
_STOP = r"(?= (?:and|in|from|of|before|after|since|between|that|which|who|directed|starring|with|by|set|shot|made|have|has|is|are|was|were|do|does|did|stars?|runs?)\b|\W*$)"
_NAME = rf"(?P<name>[^\W\d_].*?){_STOP}"
_WHOLE_NAME = r"(?P<name>[^\W\d_].*?)\W*$"
_LINK = r"(?:that |which )?(?:is |are |was |were |have been |has been )?"
_MADE: tuple[tuple[tuple[Predicate, ...], str], ...] = (
    ((_P.DIRECTOR,), rf"{_LINK}directed by {_NAME}"),
    ((_P.WRITER, _P.STORY_BY), rf"{_LINK}(?:written|scripted) by {_NAME}"),
    ((_P.PRODUCER,), rf"{_LINK}produced by {_NAME}"),
    ((_P.EDITOR,), rf"{_LINK}edited by {_NAME}"),
    ((_P.CINEMATOGRAPHER,), rf"{_LINK}(?:photographed|shot|lensed) by {_NAME}"),
    (
        (_P.COMPOSER,),
        rf"{_LINK}(?:scored|composed) by {_NAME}|(?:with|has|have) (?:a score|music|a soundtrack) (?:by|from) {_NAME}".replace(
            "(?P<name>", "(?P<other>", 1
        ),
    ),
    ((_P.DISTRIBUTOR, _P.PRODUCTION_COMPANY), rf"{_LINK}(?:distributed|released|produced) by {_NAME}"),
    (
        (_P.BASED_ON,),
        rf"{_LINK}(?:based on|adapted from|adaptations? of)(?: (?:a|the) (?:book|novel|play|story|work)s? (?:by|of))? {_NAME}",
    ),
    ((_P.DIRECTOR,), r"(?:did|does|has|have) (?P<name>.+?) (?:direct|directed|make|made|helm)\b"),
    ((_P.WRITER,), r"(?:did|has) (?P<name>.+?) (?:write|written|script)\b(?! the music)"),
    ((_P.PRODUCER,), r"(?:did|has) (?P<name>.+?) produced?\b"),
    ((_P.EDITOR,), r"(?:did|has) (?P<name>.+?) edit(?:ed)?\b"),
    ((_P.COMPOSER,), r"did (?P<name>.+?) (?:compose|score|write the music)(?: the (?:music|score))?(?: for)?\b"),
    ((_P.CINEMATOGRAPHER,), r"did (?P<name>.+?) (?:photograph|shoot|film)\b"),
    ((_P.CAST,), r"(?:does|did|has|is|do) (?P<name>.+?) (?:play|appear|star|act|played|appeared|starred)(?: in)?\b(?! the)"),
    ((_P.CAST,), r"(?:has|have|is|was) (?P<name>.+?) (?:been |acted |appeared )?in\b(?! the)"),
    ((_P.CAST,), rf"{_LINK}(?:stars?|starring|featuring|features?|with) (?!the (?:character|part|role)|a character){_NAME}"),
    ((_P.FILMING_PLACE,), rf"{_LINK}(?:shot|filmed|made on location|photographed)(?: on location)? (?:in|at|on|around) {_NAME}"),
    ((_P.SETTING,), rf"{_LINK}(?:set|takes? place|plays?|happens?) (?:in|at|on|during) {_NAME}"),
    ((_P.LANGUAGE,), r"(?:is |are )?(?:spoken |made )?in (?P<name>[A-Z][a-z]+)(?: language)?$"),
    ((_P.COUNTRY,), r"(?:is |are |comes? |was |were )?(?:made in|from|produced in|out of) (?P<name>(?:the )?[A-Z].*)$"),
    ((_P.SERIES,), rf"{_LINK}(?:part of|belongs? to) {_NAME}"),
    ((_P.SONG, _P.SOUNDTRACK_ARTIST), rf"(?:uses?|features?|has|contains?) the song {_NAME}"),
    ((_P.DIRECTOR,), rf"by {_NAME}"),
)
_PATTERNS = tuple(
    (predicates, re.compile(r"^ *(?:and |, )?" + pattern, re.IGNORECASE if predicates[0] not in (_P.LANGUAGE, _P.COUNTRY) else 0))
    for predicates, pattern in _MADE
)
_CHARACTER = re.compile(
    rf"^ *(?:has|have|features?|with|is|are|about)? ?(?:there )?(?:the |a )?(?:character|part|role)s? (?:of |called |named )?{_WHOLE_NAME}|^ *(?:does|do|did) (?:some(?:one|body)|any(?:one|body)) play (?P<second>.+?)\W*$|^ *(?:is|are) (?P<third>.+?) a character\W*$",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"^ *(?:did|does) (?P<who>[^\W\d_].*?) (?P<verb>like|love|enjoy|praise|admire|recommend|dislike|hate|pan|slate|criticis?z?e)\b"
    rf"|^ *{_LINK}(?P<passive>liked|loved|praised|admired|recommended|disliked|hated|panned|slated|criticis?z?ed) by (?P<by>.+?)\W*$",
    re.IGNORECASE,
)
_REVIEWED = re.compile(r"^ *(?:did|has) (?P<who>[^\W\d_].*?) reviewe?d?\b|^ *were reviewed by (?P<by>.+?)\W*$", re.IGNORECASE)
_REMAKES = re.compile(r"^ *(?:is|are|was|were)? ?(?:a )?remakes? ?(?:of (?P<name>.+?))?\W*$", re.IGNORECASE)
_SEQUELS = re.compile(r"^ *(?:is|are|was|were)? ?(?:a )?(?:sequel|prequel)s? ?(?:(?:to|of) (?P<name>.+?))?\W*$", re.IGNORECASE)
_AWARDED = re.compile(
    rf"^ *{_LINK}(?:did |has |have )?(?:win|won|received|awarded)(?: (?:a|an|the|any))? (?P<name>.+?)\W*$", re.IGNORECASE
)
_YEARS: tuple[tuple[re.Pattern[str], Callable[[int, int], tuple[int, int]]], ...] = (
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:between|from) (\d{4}) (?:and|to|until) (\d{4})\b"
        ),
        lambda a, b: (a, b),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:from|in|of|during) the (\d{4})s\b()"
        ),
        lambda a, _: (a, a + 9),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:from|in|of|during) (\d{4})\b()"
        ),
        lambda a, _: (a, a),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:after) (\d{4})\b()"
        ),
        lambda a, _: (a + 1, 9999),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:since) (\d{4})\b()"
        ),
        lambda a, _: (a, 9999),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:before) (\d{4})\b()"
        ),
        lambda a, _: (0, a - 1),
    ),
    (
        re.compile(
            r"^ *(?:and |, |that |which |is |are |was |were |made |released |produced |shot |came out |come out |opened )*(?:until|up to) (\d{4})\b()"
        ),
        lambda a, _: (0, a),
    ),
)
_LENGTH = re.compile(
    r"^ *(?:is |are |run(?:s|ning)? |last(?:s|ing)? )?(?P<how>longer|shorter|more|less|over|under) ?(?:than )?(?P<number>\d+) min(?:ute)?s\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"^ *(?:and )?(?:is|are) (?:an? )?(?P<kind>[a-z][\w-]+(?: [a-z][\w-]+){0,2}) (?:films?|movies?)\b")
# "List the westerns": films by the name of their kind.
_KINDS = re.compile(
    r"\b(western|musical|thriller|drama|documentary|comedy|melodrama|film noir|noir|mystery|cartoon|horror)(?:s)?\b(?! (?:films?|movies?))|\b(comed|document?ar|myster)ies\b",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"^(?:\b(?:are|is)(?: there)?\b|\W|\b(?:in|of|from) (?:the|this|my|our) (?:library|collection|documents)\b)*$", re.IGNORECASE
)


def asks_for_films(question: str) -> bool:
    """Whether it is films that a question asks for, understood or not."""
    return bool(_HEAD.match(" ".join(question.split())))


def read_wish(question: str) -> Wish | None:
    """The films that a question asks for; None where it asks for something else, or for what no condition understands."""
    text = " ".join(question.split()).rstrip(" ?.!")
    end, most = None, True
    if match := _SCORED.match(text):
        return Wish(
            conditions=(),
            end=_P.AGGREGATOR,
            most=match["end"].casefold() in ("highest", "best", "top"),
            of=match["name"] or match["other"] or "",
        )
    if match := _COST.match(text):
        end, most = _P.BUDGET if match["verb"].casefold().startswith("cost") else _P.BOX_OFFICE, match["end"].casefold() == "most"
        return Wish(conditions=(), end=end, most=most)
    if match := _END.match(text):
        end, most = _ENDS[match["end"].casefold()]
        head, rest, counted = "", match["rest"], False
    elif match := _HEAD.match(text) or _HEAD.match(_KINDS.sub(lambda kind: f"{kind[1] or kind[2] + 'y'} films", text, count=1)):
        head, rest, counted = match["kind"].strip(), match["rest"], bool(match["count"])
    else:
        return None
    found = list(_of_head([word for word in head.split() if word.casefold() not in ("the", "of", "all", "other", "different")]))
    while not _IDLE.match(rest):
        read = _one(rest)
        if read is None:
            return None
        condition, rest = read
        found.append(condition)
    return Wish(conditions=tuple(found), counted=counted, end=end, most=most) if found or counted or end else None


def _of_head(words: list[str]) -> Iterator[Condition]:
    """What the words before "films" ask: "horror", "American", "Ingmar Bergman"."""
    if len(words) > 1 and all(word[0].isupper() for word in words):
        yield by_or_with(" ".join(words))
    else:
        yield from map(of_kind, words)


def _one(rest: str) -> tuple[Condition, str] | None:
    """The condition at the head of ``rest``, and what follows it."""
    for pattern, bounds in _YEARS:
        if match := pattern.match(rest):
            first, last = bounds(int(match[1]), int(match[2] or 0))
            return between(first, last), rest[match.end() :]
    if match := _LENGTH.match(rest):
        return lasting(int(match["number"]), longer=match["how"].casefold() in ("longer", "more", "over")), rest[match.end() :]
    if match := _CHARACTER.match(rest):
        return with_character(_named(match)), ""
    for pattern in (_LIKED, _REVIEWED):
        if match := pattern.match(rest):
            who = match["who"] or match["by"]
            verb = (match["verb"] or match["passive"] or "") if pattern is _LIKED else ""
            return judged(who, verb), rest[match.end() :]
    for pattern, relations in ((_REMAKES, ("remake_of", "based_on_film")), (_SEQUELS, ("sequel_to", "prequel_to"))):
        if match := pattern.match(rest):
            return linked(relations, match["name"] or ""), ""
    if match := _AWARDED.match(rest):
        return awarded(match["name"]), ""
    if match := _KIND.match(rest):
        return of_kind(match["kind"]), rest[match.end() :]
    for predicates, pattern in _PATTERNS:
        if match := pattern.match(rest):
            return held(predicates, _named(match)), rest[match.end() :]
    return None


def _named(match: re.Match[str]) -> str:
    return next(value for value in match.groupdict().values() if value is not None).strip(" ,.;")
