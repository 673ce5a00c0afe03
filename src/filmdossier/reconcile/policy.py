"""The rule of each predicate: how values are compared, whether one or many may hold, what is enough.

``threshold`` is the confidence below which a claim stays a suggestion; the extractors' confidences
are the measured precision of the pattern they came from, so 0.5 means "more likely right than not".
"""

from collections.abc import Callable
from dataclasses import dataclass

from filmdossier.model.claim import Predicate as P
from filmdossier.reconcile import values


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How one predicate is reconciled.

    ``single``: at most one value can be true, so several are a conflict. ``compared``: documents
    that give wholly different values contradict each other (two directors), though many may hold.
    ``weight`` orders conflicts, the substantial ones highest.
    """

    key: Callable[[str], str]
    single: bool = False
    compared: bool = False
    threshold: float = 0.5
    weight: float = 0.5


_PERSON = Policy(key=values.name_key, weight=0.7)

POLICIES: dict[P, Policy] = {
    P.TITLE: Policy(key=values.title_words_key, weight=0.9),
    P.YEAR: Policy(key=values.date_key, single=True, weight=1.0),
    P.DIRECTOR: Policy(key=values.name_key, compared=True, weight=1.0),
    P.WRITER: Policy(key=values.name_key, compared=True, weight=0.8),
    P.COMPOSER: Policy(key=values.name_key, compared=True, weight=0.8),
    P.CINEMATOGRAPHER: Policy(key=values.name_key, compared=True, weight=0.8),
    P.EDITOR: Policy(key=values.name_key, compared=True, weight=0.7),
    P.PRODUCTION_COMPANY: Policy(key=values.company_key),
    P.DISTRIBUTOR: Policy(key=values.company_key),
    P.COUNTRY: Policy(key=values.country_key, compared=True, weight=0.6),
    P.LANGUAGE: Policy(key=values.language_key, weight=0.5),
    P.GENRE: Policy(key=values.genre_key),
    P.RUNTIME_MINUTES: Policy(key=values.minutes_key, single=True, weight=0.6),
    P.RELEASE_DATE: Policy(key=values.date_key, weight=0.6),
    P.PREMIERE: Policy(key=values.title_words_key, weight=0.5),
    P.BUDGET: Policy(key=values.money_key, single=True, weight=0.7),
    P.BOX_OFFICE: Policy(key=values.money_key, weight=0.5),
    P.BASED_ON: Policy(key=values.title_words_key),
    P.FILMING_PLACE: Policy(key=values.title_words_key),
    P.SETTING: Policy(key=values.title_words_key),
    P.SONG: Policy(key=values.title_words_key),
    P.AWARD: Policy(key=values.title_words_key),
    P.SERIES: Policy(key=values.title_words_key),
    P.INFLUENCED_BY: Policy(key=values.name_key),
}
PEOPLE = frozenset({P.DIRECTOR, P.WRITER, P.STORY_BY, P.PRODUCER, P.EXECUTIVE_PRODUCER, P.COMPOSER, P.CINEMATOGRAPHER, P.EDITOR})


def policy_of(predicate: P) -> Policy:
    """The predicate's rule; names of people by default."""
    return POLICIES.get(predicate, _PERSON)
