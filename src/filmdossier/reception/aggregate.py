"""The open aggregate: what share of the opinions is positive, how sure that is, and the mean rating.

Enters reconciled reviews; leaves a ``Reception`` whose note says how it was come by. Below five
opinions there is no share and below five ratings no mean: it counts, and says why it stops there.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from filmdossier.model.claim import Stance
from filmdossier.model.film import RatingOrigin, Reception, Review

MINIMUM = 5
_Z = 1.96  # 95 %


def wilson(positive: int, total: int) -> tuple[float, float]:
    """The 95 % interval for a share of ``positive`` in ``total`` (> 0), in per cent (Wilson 1927)."""
    if not 0 <= positive <= total or total == 0:
        raise ValueError(f"{positive} of {total} is no share")
    share, z2 = positive / total, _Z * _Z
    middle = share + z2 / (2 * total)
    spread = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    scale = 100 / (1 + z2 / total)
    return max((middle - spread) * scale, 0.0), min((middle + spread) * scale, 100.0)


def summarise(reviews: Sequence[Review]) -> Reception:
    """Counts, share and mean over ``reviews``, each of which counts once.

    The share is of the reviews that take a side or are mixed; one whose stance is unknown is
    counted in ``reviews`` alone.
    """
    counts = {stance: sum(review.stance is stance for review in reviews) for stance in Stance}
    judged = sum(counts.values())
    values = [review.rating.value for review in reviews if review.rating is not None and review.rating.value is not None]
    approval = interval = mean = None
    if judged >= MINIMUM:
        approval = round(100 * counts[Stance.POSITIVE] / judged, 1)
        low, high = wilson(counts[Stance.POSITIVE], judged)
        interval = (round(low, 1), round(high, 1))
    if len(values) >= MINIMUM:
        mean = round(float(100 * sum(values, Fraction(0)) / len(values)), 2)
    return Reception(
        reviews=len(reviews),
        positive=counts[Stance.POSITIVE],
        mixed=counts[Stance.MIXED],
        negative=counts[Stance.NEGATIVE],
        approval=approval,
        approval_interval=interval,
        rated=len(values),
        mean=mean,
        note=_note(reviews, judged, len(values)),
    )


def _note(reviews: Sequence[Review], judged: int, rated: int) -> str:
    if not reviews:
        return "no reviews"
    parts = []
    origins = [review.stance_origin for review in reviews if review.stance is not None]
    told = [
        f"{origins.count(origin)} {words}"
        for origin, words in (
            (RatingOrigin.GIVEN, "given"),
            (RatingOrigin.CONVERTED, "drawn from a rating"),
            (RatingOrigin.INTERPRETED, "read out of words"),
        )
        if origin in origins
    ]
    if told:
        parts.append(f"stance of {judged} of {len(reviews)}: {', '.join(told)}")
    if judged < len(reviews):
        parts.append(f"{len(reviews) - judged} without a stance")
    if judged < MINIMUM:
        parts.append(f"no share under {MINIMUM} opinions")
    unread = sum(review.rating is not None and review.rating.value is None for review in reviews)
    if unread:
        parts.append(f"{unread} rated on an unknown scale")
    if rated < MINIMUM:
        parts.append(f"no mean under {MINIMUM} ratings ({rated} here)")
    else:
        parts.append(f"mean of {rated} ratings in per cent of their scales, letters by Metacritic's table")
    return "; ".join(parts)
