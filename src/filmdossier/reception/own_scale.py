"""Infers what a bare number is out of from the same critic's other ratings in the same outlet.

Enters a rating that does not say its scale ("7", "three stars") and the critic's other ratings as
written; leaves the rating on the likeliest scale where that is nearly certain, and as it is where it
is not. A scale of m is weighed by how many of the other ratings state it and by how well the
critic's bare numbers, all of them together, would look on it: numbers over its maximum speak
against it, and so do numbers that would make the critic like nothing (a 7 of 100) or judge more
finely than the scale is used.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from math import exp, log, sqrt

from filmdossier.model.claim import CriticReview
from filmdossier.model.reception import Rating, RatingOrigin, Review
from filmdossier.reception.ratings import read_rating
from filmdossier.reception.shapes import scale_name

# How common each scale is among 65,000 critics' ratings, letters left out.
_COMMON: Mapping[int, float] = {4: 0.37, 5: 0.50, 10: 0.10, 100: 0.01, 6: 0.005, 20: 0.005}
_UNSTATED = 0.1  # what all scales that the critic never states weigh together, in stated ratings
_HALVES = {100: Fraction(1)}  # the usual step of a scale; a half elsewhere
_FINER = {4: 0.05, 5: 0.1, 6: 0.02, 10: 0.5, 20: 0.1, 100: 0.02}  # the share of ratings between the steps
_STRAY = 1e-4  # a number above the maximum: a slip of the pen
_TRUST = 0.5  # a critic's ratings resemble one another: they are not so many independent witnesses
_LEAST = 3  # other ratings, below which nothing is inferred
# Measured on critics' scores with their denominators taken away (benchmarks/ratings.py).
SURE = 0.97
SURE_UNSTATED = 0.995  # where the scale is stated nowhere: a critic of five who never gives five looks like one of four


def infer_scale(rating: Rating, others: Iterable[str]) -> Rating:
    """``rating`` with scale and value (origin ``converted``) where ``others`` tell them; else unchanged.

    ``others`` are ratings as written by the same critic in the same outlet, this one left out or not.
    """
    count = read_rating(rating.raw).count if rating.value is None else None
    if count is None:
        return rating
    top = likeliest_scale(count, others)
    if top is None:
        return rating
    return replace(rating, scale=scale_name(Fraction(top)), value=count / top, origin=RatingOrigin.CONVERTED)


def likeliest_scale(count: Fraction, others: Iterable[str]) -> int | None:
    """The maximum of the scale that a bare ``count`` is on, None while that is not sure enough."""
    if count == 1:
        # Of 138 bare ones among critics' scores 132 stand beside a favourable verdict: 10/10 that a table worked out.
        return None
    readings = [read_rating(raw) for raw in others]
    if any(".." in reading.rating.scale for reading in readings):
        return None  # who also counts below nought may mean anything by a bare number
    stated = Counter(int(r.rating.scale) for r in readings if r.rating.scale.isdigit())
    if sum(stated.values()) + sum(r.count is not None for r in readings) < _LEAST:
        return None
    bare = [r.count for r in readings if r.count is not None and r.rating.value is None]
    if count not in bare:
        bare.append(count)
    chances = _chances(stated, bare)
    best = max(chances, key=lambda top: (chances[top], top))
    return best if chances[best] >= (SURE if stated[best] else SURE_UNSTATED) and count <= best else None


def _chances(stated: Counter[int], bare: Sequence[Fraction]) -> dict[int, float]:
    """How probable each scale is (Bayes), as maximum → share of one."""
    tops = sorted({*_COMMON, *stated})
    logs = {
        top: log(stated[top] + _UNSTATED * _COMMON.get(top, 0.001)) + _TRUST * sum(log(_likelihood(count, top)) for count in bare)
        for top in tops
    }
    most = max(logs.values())
    weights = {top: exp(value - most) for top, value in logs.items()}
    return {top: weight / sum(weights.values()) for top, weight in weights.items()}


def _likelihood(count: Fraction, top: int) -> float:
    """How likely a critic on a scale of ``top`` writes ``count``."""
    if count > top:
        return _STRAY
    step = _HALVES.get(top, Fraction(1, 2))
    finer = _FINER.get(top, 0.1)
    share = float(count / top)
    # Critics' ratings lean high: 0.9 of them as the power 1.5 of their share, the rest evenly.
    density = 0.9 * 2.5 * share * sqrt(share) + 0.1
    on_step = (count / step).denominator == 1
    return max(density * float(step / top) * ((1 - finer) if on_step else finer / 5), 1e-12)


class OtherRatings:
    """The ratings that each critic gave in each outlet, as written; an unsigned review's are its outlet's."""

    def __init__(self, reviews: Iterable[CriticReview | Review]) -> None:
        self._found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for review in reviews:
            raw = review.rating.raw if isinstance(review.rating, Rating) else review.rating
            if raw and (review.critic or review.outlet):
                self._found[_who(review.critic, review.outlet)].append(raw)

    def by(self, critic: str | None, outlet: str | None) -> Sequence[str]:
        """The ratings of this critic in this outlet; none where neither is named."""
        return self._found.get(_who(critic, outlet), ()) if critic or outlet else ()


def _who(critic: str | None, outlet: str | None) -> tuple[str, str]:
    return _plain(critic or ""), _plain((outlet or "").removeprefix("The ").removeprefix("the "))


@lru_cache(maxsize=16_384)
def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
