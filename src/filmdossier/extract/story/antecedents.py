"""What speaks for and against each person whom a pronoun or a noun could mean, as numbers.

Enters a mention with the persons to choose from; leaves one row of features for each, and one for
"none of them". The trained scorer weighs the rows; the hand-made rules' opinion is a feature as well.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.extract.story.mentioned import Form, History, Mentioned
from filmdossier.extract.story.persons import Person

_WINDOW = 5  # sentences over which it is counted who is spoken of most
_DISTANCES = (0, 1, 2, 3, 5, 9, 19)
_ROLES = ("nsubj", "obj", "obl", "nmod:poss", "nmod", "conj")
_DETERMINERS = ("the", "a", "this", "poss", "none")
_KINDS = ("m", "f", "pl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The mention whose meaning is asked: where it stands, and what its word says."""

    kind: str  # "m", "f", "pl" of a pronoun; the gender of a noun or "" for one that has none, "pl" for several
    sentence: int
    index: int
    relation: str
    quote: int
    speaker: Person | None = None  # who says the quotation that holds it, where that is known
    answered: Person | None = None  # who has spoken before
    within: bool = False  # in a clause within another
    reflexive: bool = False
    lemma: str = ""  # of a noun
    text: str = ""
    determiner: str = "none"
    generic: bool = False
    kin: bool = False  # it says whose it is, and what to them
    modified: bool = False


@dataclass(slots=True)
class Option:
    """A person to choose, with what the rules think of it."""

    person: Person
    seen: Mentioned | None  # its best mention within reach
    hand: float = 0.0  # the rules' score
    owner: bool = False  # the subject whose thing it would be
    picked: bool = False  # the rules' choice


def _base(relation: str) -> str:
    if relation in _ROLES:
        return relation
    base = relation.split(":")[0]
    return base if base in _ROLES else "other"


def rows(asked: Asked, options: Sequence[Option], history: History) -> list[list[float]]:
    """A row for each option, the last for nobody of them, or somebody new."""
    return [*_rows(asked, options, history), _nobody(asked, options)]


def _asked(asked: Asked) -> list[float]:
    """What the mention says by itself: the same in every row of a question."""
    role = _base(asked.relation)
    return [
        *(float(asked.kind == kind) for kind in _KINDS),
        *(float(role == one) for one in _ROLES),
        float(asked.quote >= 0),
        float(asked.within),
        float(asked.reflexive),
        *(float(asked.determiner == one) for one in _DETERMINERS),
        float(asked.generic),
        float(asked.kin),
        float(asked.modified),
        float(asked.sentence == 0),
    ]


def _nobody(asked: Asked, options: Sequence[Option]) -> list[float]:
    fits = [option for option in options if asked.lemma and asked.lemma in option.person.nouns]
    head = [
        1.0,
        math.log1p(len(options)),
        float(not options),
        float(any(option.picked for option in options)),
        float(bool(fits)),
        max((option.hand for option in options), default=-4.0) if not asked.lemma else 0.0,
    ]
    return [*_asked(asked), *head, *[0.0] * OPTION]


def _rows(asked: Asked, options: Sequence[Option], history: History) -> list[list[float]]:
    best = max((option.hand for option in options), default=0.0)
    since = asked.sentence - _WINDOW
    window = 0
    for one in reversed(history.all):
        if one.sentence < since:
            break
        window += 1
    latest = sorted((history.of(option.person)[-1].order if history.of(option.person) else -1 for option in options), reverse=True)
    plain = _asked(asked)
    total = len(history.all) or 1
    return [
        [*plain, *[0.0] * NOBODY, *_option(asked, option, history.of(option.person), best, since, window, latest, total)]
        for option in options
    ]


def _option(
    asked: Asked,
    option: Option,
    mentions: Sequence[Mentioned],
    best: float,
    since: int,
    window: int,
    latest: Sequence[int],
    total: int,
) -> list[float]:
    person = option.person
    last = mentions[-1] if mentions else None
    seen = option.seen or last
    distance = asked.sentence - last.sentence if last is not None else 99
    steps = [float(distance <= most) for most in _DISTANCES]
    recent = 0
    for one in reversed(mentions):
        if one.sentence < since:
            break
        recent += 1
    subject = next((asked.sentence - one.sentence for one in reversed(mentions) if one.role >= 1.0 and one.sentence > since), 9)
    role = _base(last.relation) if last is not None else "other"
    rank = latest.index(last.order) if last is not None else len(latest)
    front = seen.role if seen is not None else 0.0
    gender = person.gender
    lemma = bool(asked.lemma) and asked.lemma in person.nouns
    words, own = set(asked.text.casefold().split()), set(person.name.casefold().split())
    last_named = next((asked.sentence - one.sentence for one in reversed(mentions) if one.form in (Form.NAME, Form.NOUN)), 99)
    return [
        *steps,
        math.log1p(distance),
        float(rank == 0),
        float(rank == 1),
        math.log1p(rank),
        float(subject == 0),
        float(subject == 1),
        float(subject == 2),
        front,
        front * (distance == 0),
        front * (distance == 1),
        *(float(role == one) for one in _ROLES),
        float(role == _base(asked.relation)),
        float(last is not None and last.form is Form.NAME),
        float(last is not None and last.form is Form.NOUN),
        float(last is not None and last.form is Form.PRONOUN),
        float(last is not None and last.form is Form.GROUP),
        float(person.named),
        float(bool(person.members)),
        float(person.plural),
        float(gender is not None and gender == asked.kind),
        float(gender is None),
        float(gender is not None and asked.kind in ("m", "f") and gender != asked.kind),
        math.log1p(len(mentions)),
        len(mentions) / total,
        recent / max(window, 1),
        float(recent > 2),
        math.log1p(min(last_named, 99)),
        float(asked.quote >= 0 and last is not None and last.quote == asked.quote),
        float(last is not None and last.quote >= 0 and last.quote != asked.quote),
        float(asked.quote >= 0 and last is not None and last.quote < 0),
        float(asked.speaker is person),
        float(asked.speaker is not None and asked.speaker is not person),
        float(asked.answered is person),
        option.hand - best,
        option.hand,
        float(option.hand >= best - 1e-9),
        float(option.owner),
        float(option.picked),
        float(seen is not None and seen.sentence == asked.sentence and seen.index > asked.index),
        float(lemma),
        float(lemma and distance <= 3),
        float(lemma and asked.generic),
        float(lemma and not person.named),
        float(bool(asked.text) and asked.text.casefold() == person.name.casefold()),
        len(words & own) / max(len(words | own), 1) if asked.text else 0.0,
        float(bool(asked.lemma) and not person.nouns),
        float(bool(asked.lemma) and bool(person.nouns) and not lemma),
        float(bool(asked.lemma) and person.named and not lemma),
    ]


OPTION, NOBODY = 0, 6
_BARE = Mentioned(Person(name=""), 0, 0, 0.0, 0.0, Form.NAME, "", -1, 0)
_ASK = Asked(kind="m", sentence=0, index=0, relation="", quote=-1)
OPTION = len(_option(_ASK, Option(_BARE.person, _BARE), [_BARE], 0.0, 0, 1, [0], 1))
WIDTH = len(_asked(_ASK)) + NOBODY + OPTION
