"""The rule of each predicate: how values are compared, whether one or many may hold, what is enough.

``threshold`` is the confidence below which a claim stays a suggestion; the extractors' confidences
are estimates of the precision of the pattern they came from, so 0.5 means "more likely right than
not"; where the table of ``benchmarks.calibration`` shows a better balance, the threshold is that.
"""

from collections.abc import Callable
from dataclasses import dataclass

from filmdossier.model.claim import Predicate
from filmdossier.reconcile import values


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How one predicate is reconciled.

    ``single``: at most one value can be true, so several are a conflict. ``compared``: documents
    that give wholly different values contradict each other (two directors), though many may hold.
    ``contained``: a value whose words stand in one other value is that value, told shorter.
    ``dated``: values with one date are one. ``weight`` orders conflicts, the substantial ones highest.
    """

    key: Callable[[str], str]
    single: bool = False
    compared: bool = False
    contained: bool = False
    dated: bool = False
    threshold: float = 0.5
    weight: float = 0.5


_PERSON = Policy(key=values.name_key, weight=0.7)

POLICIES: dict[Predicate, Policy] = {
    Predicate.TITLE: Policy(key=values.title_words_key, weight=0.9),
    Predicate.YEAR: Policy(key=values.date_key, single=True, weight=1.0),
    Predicate.DIRECTOR: Policy(key=values.name_key, compared=True, weight=1.0),
    Predicate.WRITER: Policy(key=values.name_key, compared=True, threshold=0.65, weight=0.8),
    Predicate.PRODUCER: Policy(key=values.name_key, threshold=0.65, weight=0.7),
    Predicate.COMPOSER: Policy(key=values.name_key, compared=True, weight=0.8),
    Predicate.CINEMATOGRAPHER: Policy(key=values.name_key, compared=True, weight=0.8),
    Predicate.EDITOR: Policy(key=values.name_key, compared=True, weight=0.7),
    Predicate.PRODUCTION_COMPANY: Policy(key=values.company_key),
    Predicate.DISTRIBUTOR: Policy(key=values.company_key),
    Predicate.COUNTRY: Policy(key=values.country_key, compared=True, weight=0.6),
    Predicate.LANGUAGE: Policy(key=values.language_key, weight=0.5),
    Predicate.GENRE: Policy(key=values.genre_key),
    Predicate.RUNTIME_MINUTES: Policy(key=values.minutes_key, single=True, weight=0.6),
    Predicate.RELEASE_DATE: Policy(key=values.date_key, dated=True, weight=0.6),
    Predicate.PREMIERE: Policy(key=values.title_words_key, dated=True, weight=0.5),
    Predicate.BUDGET: Policy(key=values.money_key, single=True, weight=0.7),
    Predicate.BOX_OFFICE: Policy(key=values.money_key, weight=0.5),
    Predicate.BASED_ON: Policy(key=values.title_words_key, contained=True, threshold=0.65),
    Predicate.FILMING_PLACE: Policy(key=values.title_words_key, threshold=0.4),
    Predicate.SETTING: Policy(key=values.title_words_key),
    Predicate.SONG: Policy(key=values.title_words_key),
    Predicate.AWARD: Policy(key=values.title_words_key, contained=True),
    Predicate.SERIES: Policy(key=values.title_words_key),
    Predicate.INFLUENCED_BY: Policy(key=values.name_key, threshold=0.45),
}
PEOPLE = frozenset(
    {
        Predicate.DIRECTOR,
        Predicate.WRITER,
        Predicate.STORY_BY,
        Predicate.PRODUCER,
        Predicate.EXECUTIVE_PRODUCER,
        Predicate.COMPOSER,
        Predicate.CINEMATOGRAPHER,
        Predicate.EDITOR,
    }
)


def policy_of(predicate: Predicate) -> Policy:
    """The predicate's rule; names of people by default."""
    return POLICIES.get(predicate, _PERSON)
