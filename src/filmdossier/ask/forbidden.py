"""What must not be given as an answer, however well its sentence fits: it has the wrong form for the question.

A span and a question as asked enter, yes or no leaves. Unlike what is impossible, such a span is
weighed: where it would have been the best, the next one is the less likely to be right.
"""

import re

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
    r"(?<![\w.])\d[\d,.]*(?!\d|st\b|nd\b|rd\b|th\b)|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|dozen|hundred|thousand|million|single|once|twice|both|several|many|few|all)\b",
    re.IGNORECASE,
)
_NO_PLACE = frozenset({MentionKind.DATE, MentionKind.MONEY, MentionKind.YEAR, MentionKind.PERCENT, MentionKind.DURATION})
_KILLS = re.compile(r"^(?:who|by whom)\b.*\b(?:kill(?:s|ed)?|murder(?:s|ed)?|assassinate[sd]?)\b", re.IGNORECASE)
_DEADLY = frozenset(
    stems(
        "kill murder slay assassinate behead decapitate strangle smother execute poison drown shoot stab hang death die gun knife burn choke "
        "beat bludgeon crush impale slit throat explode devour eat murderer killer slaughter"
    )
)


def is_forbidden(found: Found, asked: Asked) -> bool:
    """Whether a span that could answer has a form in which the question cannot be answered."""
    question, words = asked.question, found.words
    if question.names_wanted and not _is_new_name(found, asked):
        return True
    if _RATED.search(question.plain) and not _RATING.search(words):
        return True
    if question.wanted is Wanted.PLACE and found.kinds & _NO_PLACE and MentionKind.PLACE not in found.kinds:
        return True
    if question.wanted is Wanted.NUMBER and question.noun and not _COUNT.search(words):
        return True
    if question.wanted is not Wanted.PERSON:
        return False
    if _AMOUNT.match(words) or (asked.casting and not _can_be_cast(words, asked)):
        return True
    return bool(_KILLS.search(question.plain)) and _DEADLY.isdisjoint(found.passage.stems)


def _is_new_name(found: Found, asked: Asked) -> bool:
    """Whether a span is a name, and not one that the question gives: "her fiancé" is no name, nor is "Alice's fiancé"."""
    if found.shape in (Shape.CLAUSE, Shape.SENTENCE):
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


def _can_be_cast(words: str, asked: Asked) -> bool:
    """Whether a span names somebody who may play the part: somebody else's player does not."""
    if not words[:1].isupper() or _OPENING.match(words) or not _reads_as_name(words):
        return False
    if not asked.name_stems:
        return True
    own = name_stems(words)
    roles = [played for actor, played in asked.known.cast if own == actor]
    return not roles or any(not played or any(played & name for name in asked.name_stems) for played in roles)
