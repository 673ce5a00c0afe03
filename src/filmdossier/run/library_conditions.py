"""What may be asked of a film of a library: who made it, where it was shot, who liked it.

The words of a question enter, a :class:`Condition` leaves: which claims may show it, and what shows
it in a film's record.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from filmdossier.ask.names import name_stems
from filmdossier.ask.stems import stems
from filmdossier.ask.wording import tokens
from filmdossier.model.claim import Predicate, Stance
from filmdossier.model.film import FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence

_P = Predicate
_ALL_CRITICS = re.compile(r"^(?:the |most |all )*(?:critics|reviewers|press|newspapers)$", re.IGNORECASE)
_BAD = re.compile(r"^(?:dislik|hate|pan|slate|critici)", re.IGNORECASE)
_ANY_AWARD = re.compile(r"^(?:awards?|prizes?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that is asked of a film. ``predicates`` and ``holding`` find the claims that may show it; no predicate, and the title and year decide.

    ``shown`` gives what shows it in a record, nothing where it does not hold; ``fits`` rules films out by their identity alone, ``says``
    by the value that is claimed.
    """

    shown: Callable[[FilmRecord], list[Evidence]]
    predicates: tuple[Predicate, ...] = ()
    holding: str = ""
    fits: Callable[[FilmIdentity], bool] | None = None
    says: Callable[[str], bool] | None = None


def _last(name: str) -> str:
    """The word of a name by which the store looks for it: the last, as a person is called by it."""
    words = tokens(name)
    return words[-1] if words else name


def _bears(name: str, forms: Iterable[str]) -> bool:
    """Whether one of the forms is the name, or the last word of it: "Ebert" is Roger Ebert, "Tony" is no Tony Montana."""
    wanted = name_stems(name)
    last = name_stems(_last(name))
    return any(wanted and (wanted <= own or own == last) for own in map(name_stems, forms))


def held(predicates: tuple[Predicate, ...], name: str) -> Condition:
    """Made by somebody, shot somewhere, in a language: the value of one of the predicates bears the name."""
    if predicates == (_P.CAST,):
        return Condition(
            predicates=predicates,
            holding=_last(name),
            shown=lambda record: [one for entry in record.cast if _bears(name, (entry.actor,)) for one in entry.evidence],
        )
    plain = re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)
    return Condition(predicates=predicates, holding=_last(name), shown=lambda record: list(_facts(record, predicates, plain)))


def by_or_with(name: str) -> Condition:
    """Made by somebody, or with them in the cast."""
    makers = (_P.DIRECTOR, _P.WRITER, _P.PRODUCER, _P.COMPOSER)

    def shown(record: FilmRecord) -> list[Evidence]:
        cited = [
            one
            for fact in record.facts
            if fact.predicate in makers and _bears(name, (fact.value, *fact.also))
            for one in fact.evidence
        ]
        return cited or [one for entry in record.cast if _bears(name, (entry.actor,)) for one in entry.evidence]

    return Condition(predicates=(*makers, _P.CAST), holding=_last(name), shown=shown)


def _facts(record: FilmRecord, predicates: tuple[Predicate, ...], name: str) -> Iterator[Evidence]:
    wanted = name_stems(name)
    for fact in record.facts:
        if fact.predicate in predicates and any(wanted <= name_stems(value) for value in (fact.value, *fact.also)):
            yield from fact.evidence


def of_kind(word: str) -> Condition:
    """What stands before "films": a genre, a language, a nationality; "Mexican films" come from Mexico by what the documents say."""
    wanted = set(stems(word))

    def shown(record: FilmRecord) -> list[Evidence]:
        return [
            one
            for fact in record.facts
            if fact.predicate in (_P.GENRE, _P.LANGUAGE, _P.COUNTRY)
            and any(
                wanted <= set(stems(value))
                for value in (fact.value, *fact.also, *(cited.quote for cited in fact.evidence if len(cited.quote) < _SHORT))
            )
            for one in fact.evidence
        ]

    return Condition(predicates=(_P.GENRE, _P.LANGUAGE, _P.COUNTRY), holding=word.rstrip("s"), shown=shown)


_SHORT = 30


def with_character(name: str) -> Condition:
    """Somebody in it is called so."""

    def shown(record: FilmRecord) -> list[Evidence]:
        cited = [one for entry in record.cast if entry.character and _bears(name, (entry.character,)) for one in entry.evidence]
        cited += [one for person in record.characters if _bears(name, (person.name, *person.aliases)) for one in person.evidence]
        return cited

    return Condition(predicates=(_P.CAST, _P.CHARACTER), holding=_last(name), shown=shown)


def judged(who: str, verb: str) -> Condition:
    """Reviewed by somebody, and liked or disliked where a verb says so."""
    wanted = (Stance.NEGATIVE,) if _BAD.match(verb) else (Stance.POSITIVE,) if verb else tuple(Stance)

    def by_most(record: FilmRecord) -> list[Evidence]:
        judged = [review for review in record.reviews if review.stance is not None]
        so = [review for review in judged if review.stance in wanted]
        return [one for review in so for one in review.evidence] if 2 * len(so) > len(judged) and len(so) > 1 else []

    if _ALL_CRITICS.match(who):
        return Condition(predicates=(_P.REVIEW,), shown=by_most)

    def shown(record: FilmRecord) -> list[Evidence]:
        return [
            one
            for review in record.reviews
            if (review.stance in wanted or not verb) and _bears(who, tuple(name for name in (review.critic, review.outlet) if name))
            for one in (*review.evidence, *review.quotes)[:2]
        ]

    return Condition(predicates=(_P.REVIEW,), holding=_last(who), shown=shown)


def linked(relations: tuple[str, ...], name: str) -> Condition:
    """Linked to a film of the name, of the year, or to any."""
    year = re.fullmatch(r"an? (\d{4}) (?:film|movie|picture)", name)

    def shown(record: FilmRecord) -> list[Evidence]:
        return [
            one
            for link in record.connections
            if link.relation.value in relations and (link.year == int(year[1]) if year else not name or _bears(name, (link.film,)))
            for one in link.evidence
        ]

    return Condition(predicates=(_P.CONNECTION,), holding=_last(name) if name and not year else "", shown=shown)


def awarded(name: str) -> Condition:
    """Won the award, or any."""
    if _ANY_AWARD.match(name):
        return Condition(
            predicates=(_P.AWARD,),
            shown=lambda record: [one for fact in record.facts if fact.predicate is _P.AWARD for one in fact.evidence],
        )
    plain = re.sub(r"\bOscars?\b", "Academy Award", name, flags=re.IGNORECASE)
    return Condition(
        predicates=(_P.AWARD,),
        holding=tokens(plain)[0],
        shown=lambda record: list(_facts(record, (_P.AWARD,), re.sub(r"s\b", "", plain))),
    )


def between(first: int, last: int) -> Condition:
    """Of one of the years."""
    return Condition(
        fits=lambda film: film.year is not None and first <= film.year <= last,
        shown=lambda record: list(record.film.evidence),
    )


def lasting(minutes: int, *, longer: bool) -> Condition:
    """Longer or shorter than so many minutes."""

    def says(value: str) -> bool:
        number = re.match(r"\d+", value)
        return number is not None and (int(number[0]) > minutes if longer else int(number[0]) < minutes)

    def shown(record: FilmRecord) -> list[Evidence]:
        return [one for fact in record.facts if fact.predicate is _P.RUNTIME_MINUTES and says(fact.value) for one in fact.evidence]

    return Condition(predicates=(_P.RUNTIME_MINUTES,), shown=shown, says=says)
