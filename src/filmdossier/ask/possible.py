"""What can be an answer at all: an amount to "how much", a name or a person to "who", no actor's name to what the story is asked.

A span and a question as asked enter, yes or no leaves. What is no answer for certain is not weighed.
"""

import re

from filmdossier.ask.asking import Asked
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import HOLDING, Wanted
from filmdossier.ask.spans import Found, Shape
from filmdossier.ask.stems import content_stems, stems
from filmdossier.model.annotations import MentionKind

_SENTENCES = frozenset({Wanted.REASON, Wanted.MANNER, Wanted.OPINION})
_PLACED = frozenset({Wanted.PLACE, Wanted.TIME, Wanted.DURATION, Wanted.MANNER, Wanted.REASON})
_LONGEST_TIME = 8
# "with another plan" and "for its suspense" tell no place.
_WHERE = re.compile(
    r"(?:in|at|on|near|outside|inside|under|underneath|into|from|to|toward|towards|beneath|behind|beside|above|over|below|along|aboard|across|around|between|"
    r"through|throughout|within|off|upon|onto|by|beyond|against|among|opposite|north|south|east|west|not|just|next|up|down|out|all|back)\b",
    re.IGNORECASE,
)
SMALL = frozenset(stems("the a an by of in"))
_SAME = frozenset(stems("same other another very certain whole"))
_LONGEST = 28  # words: what is longer quotes a paragraph rather than answers
_NO_PERSON = frozenset({MentionKind.DATE, MentionKind.MONEY, MentionKind.YEAR, MentionKind.PERCENT, MentionKind.DURATION})
_LONGEST_NAME = 40


def is_possible(found: Found, asked: Asked) -> bool:
    """Whether a span can be the answer."""
    wanted, words = asked.question.wanted, found.words
    if len(words.split()) > _LONGEST:
        return False
    if (
        found.shape in (Shape.CLAUSE, Shape.SENTENCE)
        and wanted not in _SENTENCES
        and not (wanted is Wanted.THING and found.shape is Shape.CLAUSE)
    ):
        return False
    own = frozenset(content_stems(words))
    if own and own - _SAME <= asked.weights.keys():
        return False  # "the letter" to "which letter …": what only says again what is asked answers nothing
    if found.shape is Shape.CLAUSE and asked.question.noun:
        return False
    if found.shape is Shape.PLACED and (wanted not in _PLACED or (wanted is Wanted.PLACE and not _WHERE.match(words))):
        return False
    if wanted is Wanted.TIME and len(words.split()) > _LONGEST_TIME:
        return False
    if words[:1].isupper() and frozenset(stems(words)) - SMALL in asked.known.titles:
        return False  # the film itself is what is asked about
    holding = HOLDING.get(wanted)
    if holding is not None and not holding.search(words):
        return False
    return wanted is not Wanted.PERSON or _can_be_a_person(found, asked)


def _can_be_a_person(found: Found, asked: Asked) -> bool:
    words = found.words
    if found.kinds & _NO_PERSON or found.shape is Shape.QUOTATION:
        return False
    if not words[:1].isupper() or len(words) > _LONGEST_NAME:
        return True
    own = name_stems(words)
    if any(own == name for name in asked.name_stems):
        return False  # "who kills Fisher?" is not answered with Fisher
    actor = any(own == name for name in asked.known.actors)
    character = any(own <= name for name in asked.known.characters)
    return not (character and not actor) if asked.making else not (actor and not character)
