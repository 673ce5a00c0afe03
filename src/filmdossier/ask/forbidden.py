"""What must not be given as an answer, however well its sentence fits: it has the wrong form for the question.

A span and a question as asked enter, yes or no leaves. Unlike what is impossible, such a span is
weighed: where it would have been the best, the next one is the less likely to be right.
"""

import re
from collections.abc import Mapping

from filmdossier.ask.asking import Asked
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Wanted
from filmdossier.ask.spans import Found, Shape
from filmdossier.ask.stems import content_stems, stem, stems
from filmdossier.model.annotations import MentionKind

_AMOUNT = re.compile(
    r"(?:about |over |almost )?(?:\d[\d,.]*|[a-z]+teen|twenty|thirty|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|miles|per ?cent)\b",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"an?\s", re.IGNORECASE)  # "a French fiancée" is no name of hers
# Words that may stand small inside a name.
_SMALL = frozenset("of the and a an in on at to for de la le von van der den du di y or with from".split())
_OPENING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_LONGEST_NAME = 60
# "How many stars did she give it?": what rates a film holds a figure, a letter or a star.
_RATED = re.compile(
    r"\bhow many (?:stars|points)\b|\b(?:what|which) (?:star )?(?:rating|grade|score)\b.*\b(?:did|does|gave|give|given)\b",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"\d|★|☆|\b[A-F][+\-–−]?(?!\w)|\b(?:one|two|three|four|five|half|zero|no) (?:and a half )?(?:stars?|out of|points?)\b",
    re.IGNORECASE,
)
# "the 48th Academy Awards" says no number of them.
_COUNT = re.compile(
    r"(?<![\w.])(?!(?:1[89]|20)\d\d(?!\d))\d[\d,.]*(?!\d|st\b|nd\b|rd\b|th\b)|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|dozen|hundred|thousand|million|single|once|twice|both|several|many|few|all)\b",
    re.IGNORECASE,
)
_NO_PLACE = frozenset(
    {MentionKind.NATIONALITY, MentionKind.DATE, MentionKind.MONEY, MentionKind.YEAR, MentionKind.PERCENT, MentionKind.DURATION}
)
_KILLS = re.compile(r"^(?:who|by whom)\b.*\b(?:kill(?:s|ed)?|murder(?:s|ed)?|assassinate[sd]?)\b", re.IGNORECASE)
_DEADLY = frozenset(
    stems(
        "kill murder slay assassinate behead decapitate strangle smother execute poison drown shoot stab hang death die gun knife burn choke "
        "beat bludgeon crush impale slit throat explode devour eat murderer killer slaughter"
    )
)


def is_forbidden(found: Found, asked: Asked, features: Mapping[str, float]) -> bool:
    """Whether a span that could answer, with its ``features``, has a form in which the question cannot be answered."""
    question, words = asked.question, found.words
    if question.names_wanted and not _is_new_name(found, asked):
        return True
    if _RATED.search(question.plain) and not _RATING.search(words):
        return True
    if question.wanted is Wanted.REASON and _CONSEQUENCE.match(words):
        return True
    if question.wanted is Wanted.THING and _SAID_OF_SOMEBODY.match(words):
        return True
    if question.wanted in _AMOUNTS and question.names and not features.get("names around"):
        return True  # the only sum of a text is not what anybody was paid
    if question.wanted is Wanted.PLACE and _is_no_place(found, features):
        return True
    if question.wanted is Wanted.DURATION and (not _LASTS.search(words) or _WHEN.match(_after(found))):
        return True
    if question.wanted is Wanted.MONEY and _is_other_sum(found, question.plain):
        return True
    if question.wanted is Wanted.OPINION and question.names and not _speaks(found, question.names[0]):
        return True
    if question.wanted is Wanted.NUMBER and question.noun and not _COUNT.search(words):
        return True
    if question.wanted is Wanted.TIME and _AMOUNT.fullmatch(words):
        return True
    if question.wanted is not Wanted.PERSON:
        return False
    if (
        _AMOUNT.match(words)
        or _is_nobody(features)
        or (asked.casting and not (_can_be_cast(words, asked) and _told_as_cast(found, asked)))
    ):
        return True
    return bool(_KILLS.search(question.plain)) and _DEADLY.isdisjoint(found.passage.stems)


def _after(found: Found) -> str:
    return found.passage.document.text[found.span.end : found.passage.span.end]


def _is_no_place(found: Found, features: Mapping[str, float]) -> bool:
    """Whether a span tells a time, a sum or a nationality, or neither its name nor its noun means a place."""
    if MentionKind.PLACE in found.kinds:
        return False
    if found.kinds & _NO_PLACE or _HOLIDAY.search(found.words):
        return True
    named = {name: value for name, value in features.items() if name.startswith("name ")}
    if named:
        return (
            named.get("name place", 0.0)
            + named.get("name organisation", 0.0)
            + named.get("name work", 0.0)
            + named.get("name award", 0.0)
            < _LEAST_NAMED
        )
    return 0.0 < features.get("place: alike", 0.0) < _LEAST_LIKE


def _is_nobody(features: Mapping[str, float]) -> bool:
    """Whether a name is surely that of a place, a work or an award, and of nobody."""
    other = sum(features.get(f"name {kind}", 0.0) for kind in ("place", "work", "award"))
    somebody = sum(features.get(f"name {kind}", 0.0) for kind in ("person", "character", "organisation"))
    return other > _SURELY and somebody < 1 - _SURELY


def _is_other_sum(found: Found, asked: str) -> bool:
    """Whether the passage speaks of what a film cost where it is asked what it earned, or the other way round."""
    words = found.passage.words
    return any(wanted.search(asked) and other.search(words) and not wanted.search(words) for wanted, other in (_SUMS, _SUMS[::-1]))


def _speaks(found: Found, name: str) -> bool:
    """Whether the passage, or what stands before it, names the one whose opinion is asked for."""
    last = stem(name.split()[-1])
    return (
        last in found.passage.counts
        or last in found.passage.around
        or name.split()[-1].casefold() in found.passage.words.casefold()
    )


# "so the film was shot elsewhere" says again what follows, not why.
_CONSEQUENCE = re.compile(r"(?:and )?(?:so|thus|therefore|hence)\b(?! (?:that|as)\b)", re.IGNORECASE)
_SAID_OF_SOMEBODY = re.compile(r"who(?:m|se)?\b", re.IGNORECASE)
_HOLIDAY = re.compile(
    r"\b(?:Christmas|New Year|Easter|Thanksgiving|Halloween|Sundays?|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?)\b"
)
_AMOUNTS = frozenset({Wanted.MONEY, Wanted.DURATION})
_LEAST_NAMED, _LEAST_LIKE, _SURELY = 0.3, 0.33, 0.8
# An amount of time at the head of the span; "five years earlier" tells when, not how long.
_LASTS = re.compile(
    r"^(?:[a-z]+ ){0,4}(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|"
    r"half|several|many|few|hundred|dozens?|whole|entire|a few)\b[^,;.]{0,30}?\b(?:seconds?|minutes?|min|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur\w+)\b(?!['’]s? old)(?! (?:earlier|ago|old|before|later)\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\s+(?:earlier|ago|later|before)\b", re.IGNORECASE)
_SUMS = (
    re.compile(
        r"\b(?:gross\w*|earn\w*|box[- ]office|takings?|took|taken|revenue|profit\w*|rentals?|collect\w*|(?:made|bring|brought)(?! (?:on|for|with|by|in|from)\b))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:budget\w*|costs?|costing|expens\w+)\b", re.IGNORECASE),
)


def _is_new_name(found: Found, asked: Asked) -> bool:
    """Whether a span is a name, and not one that the question gives: "her fiancé" is no name, nor is "Alice's fiancé"."""
    if found.shape in (Shape.CLAUSE, Shape.SENTENCE) or _ONE_OF_THEM.match(found.words) or found.kinds == {MentionKind.NATIONALITY}:
        return False
    told = {one for name in asked.name_stems for one in name} | set(content_stems(asked.question.plain))
    # "the boat Orca", where it is the boat that is asked for.
    rest = " ".join(word for word in found.words.split() if not (word[:1].islower() and stem(word) in told))
    return _reads_as_name(rest) and bool(set(content_stems(found.words)) - told)


def _reads_as_name(words: str) -> bool:
    """Whether all words of some weight open with a capital or a figure."""
    plain = _OPENING.sub("", words)
    return (
        bool(plain)
        and len(plain) <= _LONGEST_NAME
        and all(not word[:1].islower() or word in _SMALL for word in re.findall(r"[^\W_][\w'’.-]*", plain))
    )


def _told_as_cast(found: Found, asked: Asked) -> bool:
    """Whether the part is named in the same passage, near the span, with the words or the marks by which players are told."""
    text, passage, span = found.passage.document.text, found.passage.span, found.span
    if found.label or found.shape is Shape.CELL:
        return True
    part = [one for one in content_stems(asked.question.plain) if one not in _PLAYS]
    if not part:
        return True
    around = text[max(passage.start, span.start - _PART) : min(passage.end, span.end + _PART)]
    return bool(_PLAYED.search(around.replace(found.words, " "))) and (not part or any(one in part for one in stems(around)))


_PART = 90
_PLAYS = frozenset(stems("play portray voice star"))
_PLAYED = re.compile(
    r"\b(?:play(?:s|ed|ing)?|portray\w*|voice[ds]?|stars?|starring|as|cast|role|part|performances?|turn|is|are)\b|[(:–—]|\s-\s|\.\.\.|\. \. ",
    re.IGNORECASE,
)


def _can_be_cast(words: str, asked: Asked) -> bool:
    """Whether a span names somebody who may play the part: somebody else's player does not."""
    if not words[:1].isupper() or _OPENING.match(words) or not _reads_as_name(words):
        return False
    if not asked.name_stems:
        return True
    own = name_stems(words)
    roles = [played for actor, played in asked.known.cast if own == actor]
    return not roles or any(not played or any(played & name for name in asked.name_stems) for played in roles)
