"""Reconciles critics' reviews and aggregators' claims: one entry each, parts joined, numbers compared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from filmdossier.model.claim import AggregatorScore, AspectMention, Claim, CriticReview, Predicate
from filmdossier.model.film import Conflict, ConflictValue
from filmdossier.model.reception import AggregatorClaim, Rating, RatingOrigin, Review
from filmdossier.model.titles import slugify
from filmdossier.reconcile.addresses import claim_address, conflict_id, statement_id
from filmdossier.reconcile.evidence import LEAST, claim_ids, gathered, in_order
from filmdossier.reconcile.values import name_key

_Said = TypeVar("_Said")
_NUMBERS = ("approval", "reviews", "average", "score", "grade")


def reconcile_reviews(claims: Sequence[Claim], origins: Mapping[str, str]) -> tuple[tuple[Review, ...], tuple[Claim, ...]]:
    """One review per critic and outlet (a critic counts once per film), and the claims that stay suggestions.

    ``origins`` gives the path of each document by its id: unsigned reviews are called after it. The
    ratings are still raw text; reading them is the reception stage's work.
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    by_critic: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # a table holds thousands: only the critic's own are compared
    weak: list[Claim] = []
    for claim in sorted((c for c in claims if isinstance(c.value, CriticReview)), key=in_order):
        if claim.confidence < LEAST:
            weak.append(claim)
            continue
        key = _review_key(claim)
        known = next((other for other in by_critic[key[0]] if _same_reviewer(other, key)), key)
        if known not in groups:
            by_critic[key[0]].append(known)
            groups[known] = []
        groups[known].append(claim)
    return tuple(_review(group, origins) for group in groups.values()), tuple(weak)


def _value(claim: Claim) -> CriticReview:
    assert isinstance(claim.value, CriticReview)  # noqa: S101 - narrowed by the caller's filter
    return claim.value


def _review_key(claim: Claim) -> tuple[str, ...]:
    value = _value(claim)
    critic = name_key(value.critic) if value.critic else ""
    outlet = name_key(value.outlet).removeprefix("the-") if value.outlet else ""
    if not critic and not outlet:
        return ("document", claim.evidence[0].document)
    return (critic, outlet)


def _same_reviewer(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two keys are one reviewer: same critic with a compatible outlet, or the same outlet unsigned."""
    if a == b:
        return True
    if "document" in (a[0], b[0]) or a[0] != b[0] or not a[0]:
        return False
    return not a[1] or not b[1] or a[1] == b[1]


def _review(group: Sequence[Claim], origins: Mapping[str, str]) -> Review:
    values = [_value(claim) for claim in group]
    best = max(group, key=lambda claim: (_value(claim).stance_given, _value(claim).stance_probability or 0.0, claim.confidence))
    rated = next((value for value in values if value.rating), None)
    critic = max((v.critic for v in values if v.critic), key=len, default=None)
    outlet = next((v.outlet for v in values if v.outlet), None)
    origin = origins.get(group[0].evidence[0].document, "")
    return Review(
        critic=critic,
        outlet=outlet,
        rating=_unread(rated.rating, rated.rating_scale) if rated is not None and rated.rating else None,
        stance=_value(best).stance,
        stance_probability=_value(best).stance_probability,
        stance_origin=_origin(_value(best)) if _value(best).stance else None,
        quotes=_each_once([quote for value in values for quote in value.quotes]),
        praised=_aspects(tuple(a for v in values for a in v.praised)),
        criticised=_aspects(tuple(a for v in values for a in v.criticised)),
        published=next((v.published for v in values if v.published), None),
        own=any(v.own for v in values),
        evidence=gathered(group),
        id=statement_id(Predicate.REVIEW, CriticReview(critic=critic, outlet=outlet), origin=origin),
        claims=claim_ids(group),
        stance_passages=_each_once([passage for value in values for passage in value.stance_passages]),
    )


def _each_once(said: Sequence[_Said]) -> tuple[_Said, ...]:
    # Nearly all reviews of a table have one of each: hashing it with all its words is a tenth of a large film's record.
    return tuple(said) if len(said) < 2 else tuple(dict.fromkeys(said))


def _unread(raw: str, scale: str | None) -> Rating:
    return Rating(raw=raw, scale=scale or "unknown", value=None, origin=RatingOrigin.GIVEN)


def _origin(value: CriticReview) -> RatingOrigin:
    return RatingOrigin.GIVEN if value.stance_given else RatingOrigin.INTERPRETED


def _aspects(mentions: Sequence[AspectMention]) -> tuple[AspectMention, ...]:
    joined: dict[str, AspectMention] = {}
    for mention in mentions:
        key = name_key(mention.aspect)
        known = joined.get(key)
        joined[key] = (
            mention if known is None else replace(known, evidence=tuple(dict.fromkeys((*known.evidence, *mention.evidence))))
        )
    return tuple(joined.values())


def reconcile_aggregators(
    claims: Sequence[Claim], dismissed: frozenset[str] = frozenset()
) -> tuple[tuple[AggregatorClaim, ...], tuple[Conflict, ...]]:
    """One claim per aggregator, its numbers filled in from all sentences, and what contradicts; not what was ``dismissed`` by id."""
    groups: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in sorted((c for c in claims if isinstance(c.value, AggregatorScore)), key=in_order):
        value = claim.value
        if isinstance(value, AggregatorScore) and claim.confidence >= LEAST:
            groups[(name_key(value.name), value.audience)].append(claim)
    joined, conflicts = [], []
    for group in groups.values():
        scores = [claim.value for claim in group if isinstance(claim.value, AggregatorScore)]
        # The claim that says most leads; what it leaves open is filled in from the others.
        lead = max(scores, key=lambda score: (sum(getattr(score, f.name) is not None for f in fields(score)), score.reviews or 0))
        filled = {
            f.name: next(
                (getattr(s, f.name) for s in (lead, *scores) if getattr(s, f.name) is not None and _compatible(lead, s)),
                getattr(lead, f.name),
            )
            for f in fields(AggregatorScore)
        }
        joined.append(_aggregator(AggregatorScore(**filled), group))
        conflicts += _score_conflicts(lead.name, group)
    return tuple(joined), tuple(conflict for conflict in conflicts if conflict.id not in dismissed)


def _aggregator(score: AggregatorScore, group: Sequence[Claim]) -> AggregatorClaim:
    address = statement_id(Predicate.AGGREGATOR, score)
    return AggregatorClaim(score=score, check="", evidence=gathered(group), id=address, claims=claim_ids(group))


def _compatible(a: AggregatorScore, b: AggregatorScore) -> bool:
    """Whether two readings can be of one moment: no number of one contradicts the other."""
    return all(getattr(a, n) is None or getattr(b, n) is None or getattr(a, n) == getattr(b, n) for n in _NUMBERS)


def _score_conflicts(name: str, group: Sequence[Claim]) -> list[Conflict]:
    found = []
    for number in _NUMBERS:
        by_value: dict[object, list[Claim]] = defaultdict(list)
        for claim in group:
            value = getattr(claim.value, number)
            if value is not None:
                by_value[value].append(claim)
        if len(by_value) > 1:
            values = tuple(
                ConflictValue(
                    value=_plain(value),
                    evidence=gathered(claims),
                    id=f"{claim_address(claims[0])}.{number}.{slugify(_plain(value))}",
                    claims=claim_ids(claims),
                )
                for value, claims in by_value.items()
            )
            about = f"{name} {number}"
            found.append(Conflict(about=about, values=values, weight=0.4, id=conflict_id(about)))
    return found


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
