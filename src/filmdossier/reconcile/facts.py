"""Reconciles the text-valued claims: values that are one are joined, the rest stand side by side."""

import re
from collections import defaultdict
from collections.abc import Sequence

from filmdossier.model.claim import FACT_PREDICATES, Claim, Predicate
from filmdossier.model.film import Conflict, ConflictValue, Fact
from filmdossier.reconcile.addresses import conflict_id, statement_id
from filmdossier.reconcile.billing import Billing
from filmdossier.reconcile.evidence import claim_ids, gathered, joint_confidence, status_of, surest_first
from filmdossier.reconcile.policy import PEOPLE, Policy, policy_of
from filmdossier.reconcile.values import Apart, amount, date_key, longest_forms

_ABOUT = {Predicate.YEAR: "year", Predicate.RUNTIME_MINUTES: "running time"}


def _about(predicate: Predicate) -> str:
    return _ABOUT.get(predicate, predicate.value.replace("_", " "))


# The conflicts between values of which one at most is true.
SINGLE_CONFLICTS = frozenset(conflict_id(_about(predicate)) for predicate in Predicate if policy_of(predicate).single)


def reconcile_facts(
    claims: Sequence[Claim], apart: Apart = frozenset(), dismissed: frozenset[str] = frozenset()
) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[Conflict, ...]]:
    """Facts, suggestions and conflicts, in the order of the record; title and year give conflicts only.

    ``apart`` are names that editors have told apart, ``dismissed`` the ids of conflicts that they say are none.
    """
    facts: list[Fact] = []
    suggestions: list[Fact] = []
    conflicts: list[Conflict] = []
    for predicate in (Predicate.YEAR, *FACT_PREDICATES):
        stated = [claim for claim in claims if claim.predicate is predicate]
        if not stated:
            continue
        policy = policy_of(predicate)
        groups = _groups(stated, predicate, policy, apart)
        sure = [group for group in groups if joint_confidence(group) >= policy.threshold]
        versions = _versions(sure) if policy.single else []
        conflict = _conflict(predicate, policy, [group for group in sure if group not in versions])
        if conflict is not None and conflict.id in dismissed:
            conflict = None
        if conflict is not None:
            conflicts.append(conflict)
        if predicate is Predicate.YEAR:
            continue
        for number, group in enumerate(groups):
            fact = _fact(predicate, group, disputed=conflict is not None and _takes_part(group, conflict))
            if group not in sure:
                suggestions.append(fact)
            elif conflict is not None and policy.single and number and group not in versions:
                continue  # the other side stands in the conflict
            else:
                facts.append(fact)
    return tuple(facts), tuple(suggestions), tuple(conflicts)


def _versions(groups: Sequence[list[Claim]]) -> list[list[Claim]]:
    """The further values that stand in one labelled value with the first: cuts of the film, not contradictions."""
    if not groups:
        return []
    first = {(e.document, e.span) for claim in groups[0] for e in claim.evidence}
    return [group for group in groups[1:] if any((e.document, e.span) in first for claim in group for e in claim.evidence)]


def _groups(claims: Sequence[Claim], predicate: Predicate, policy: Policy, apart: Apart) -> list[list[Claim]]:
    """Claims of one value together, in the order of billing; where one value holds, the surest first."""
    forms = longest_forms((str(claim.value) for claim in claims), apart) if predicate in PEOPLE else {}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = str(claim.value)
        groups[policy.key(forms.get(value, value))].append(claim)
    if predicate is Predicate.GENRE:
        _drop_parts(groups)
    if policy.contained:
        _join_contained(groups)
    if policy.dated:
        _join_dates(groups)

    billing = Billing(claims)
    if policy.single:
        return sorted(groups.values(), key=lambda group: (-joint_confidence(group), billing.first(group)))
    return sorted(groups.values(), key=billing.first)


def _drop_parts(groups: dict[str, list[Claim]]) -> None:
    """Joins "comedy" to "black comedy" where both were read off the same words."""
    for key in sorted(groups, key=len):
        for wider in sorted(groups, key=len, reverse=True):
            if wider != key and f"-{key}-" in f"-{wider}-" and key in groups:
                spans = {(e.document, e.span) for claim in groups[wider] for e in claim.evidence}
                inside = [claim for claim in groups[key] if all((e.document, e.span) in spans for e in claim.evidence)]
                if len(inside) == len(groups[key]):
                    groups[wider] += groups.pop(key)


def _join_contained(groups: dict[str, list[Claim]]) -> None:
    """Joins "Grand Prix" to "Grand Prix at the Cannes Film Festival", where no other value begins so.

    Only beginnings count: "Best Actor" may be another body's award than "Academy Award for Best Actor".
    """
    for key in sorted(groups, key=lambda key: (key.count("-"), key)):
        wider = [other for other in groups if other.startswith(f"{key}-")]
        if len(wider) == 1:
            groups[wider[0]] += groups.pop(key)


def _join_dates(groups: dict[str, list[Claim]]) -> None:
    """Joins values that give one date ("May 14", "May 14, 2018 (Cannes)"), where only one full date fits the part."""
    dates = {key: date_key(str(groups[key][0].value)) for key in sorted(groups)}
    full = {key: date for key, date in dates.items() if _FULL_DATE.fullmatch(date)}
    for key, date in dates.items():
        fits = sorted({other for other, whole in full.items() if other != key and _same_date(date, whole)})
        if len({full[other] for other in fits}) == 1 and (key not in full or key > fits[0]) and fits[0] in groups:
            groups[fits[0]] += groups.pop(key)


_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _same_date(part: str, whole: str) -> bool:
    """Whether a date, or its month and day without a year ("--05-14"), is the whole date."""
    return part == whole or (part.startswith("--") and whole.endswith(part[1:]))


def _fact(predicate: Predicate, group: Sequence[Claim], *, disputed: bool) -> Fact:
    value = _display(predicate, group)
    also = {str(claim.value).casefold(): str(claim.value) for claim in sorted(group, key=lambda claim: str(claim.value))}
    also.pop(value.casefold(), None)
    return Fact(
        predicate=predicate,
        value=value,
        status=status_of(group, disputed=disputed),
        confidence=joint_confidence(group),
        evidence=gathered(group),
        also=tuple(sorted(also.values())),
        id=statement_id(predicate, value),
        claims=claim_ids(group),
    )


def _display(predicate: Predicate, group: Sequence[Claim]) -> str:
    """The form shown: the fullest name of people, else the surest claim's words."""
    # Of what one passage tells twice the longer form: "May 14, 2018 (Cannes)" before "May 14".
    ranked = sorted(group, key=lambda claim: (*surest_first(claim)[:3], -len(str(claim.value)), str(claim.value)))
    values = [str(claim.value) for claim in ranked]
    if predicate in PEOPLE or predicate is Predicate.GENRE or policy_of(predicate).contained:
        return max(values, key=lambda value: (*_fullness(value), -values.index(value)))
    return values[0]


def _fullness(name: str) -> tuple[int, int]:
    """How many words a name has, and how many of them are more than an initial."""
    words = name.split()
    return len(words), sum(len(word.rstrip(".")) > 1 for word in words)


def _conflict(predicate: Predicate, policy: Policy, groups: Sequence[list[Claim]]) -> Conflict | None:
    """The conflict between values that cannot all be true; None if there is none."""
    if len(groups) < 2:
        return None
    if policy.single:
        if predicate is Predicate.BUDGET and _one_currency_only(groups):
            return None
        sides = groups
    elif predicate is Predicate.PREMIERE:
        sides = _other_years(groups)
        if not sides:
            return None
    elif policy.compared:
        sides = _contradicting(groups)
        if not sides:
            return None
    else:
        return None
    values = tuple(_side(predicate, group) for group in sides)
    between = len({evidence.document for side in values for evidence in side.evidence}) > 1
    weight = policy.weight if between else policy.weight * 0.9
    about = _about(predicate)
    return Conflict(about=about, values=values, weight=round(weight, 3), id=conflict_id(about))


def _side(predicate: Predicate, group: Sequence[Claim]) -> ConflictValue:
    value = _display(predicate, group)
    return ConflictValue(value=value, evidence=gathered(group), id=statement_id(predicate, value), claims=claim_ids(group))


def _takes_part(group: Sequence[Claim], conflict: Conflict) -> bool:
    return any(claim.evidence[0] in value.evidence for claim in group for value in conflict.values)


_WHEN = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|in|on|at|\d+(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def _other_years(groups: Sequence[list[Claim]]) -> list[list[Claim]]:
    """The groups that put a showing at one place in different years; [] where none do."""
    by_place: dict[str, list[tuple[str, list[Claim]]]] = defaultdict(list)
    for group in groups:
        value = str(group[0].value)
        place, years = " ".join(re.findall(r"\w+", _WHEN.sub(" ", value))).casefold(), set(_YEAR.findall(value))
        if place and len(years) == 1:
            by_place[place].append((years.pop(), group))
    for told in by_place.values():
        if len({year for year, _ in told}) > 1 and (sides := _contradicting([group for _, group in told])):
            return sides
    return []


def _one_currency_only(groups: Sequence[list[Claim]]) -> bool:
    """Whether the sums are in different currencies, and so need not contradict each other."""
    found = [amount(str(group[0].value)) for group in groups]
    currencies = [money[0] for money in found if money is not None]
    return len(set(currencies)) == len(currencies) and len(currencies) > 1


def _contradicting(groups: Sequence[list[Claim]]) -> list[list[Claim]]:
    """The groups of documents that name wholly different values, where no document names both."""
    documents = [{claim.evidence[0].document for claim in group} for group in groups]
    if any(documents[a] & documents[b] for a in range(len(groups)) for b in range(a)):
        return []
    return list(groups)
