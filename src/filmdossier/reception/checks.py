"""Checks whether an aggregator's numbers are arithmetically possible.

"p % of n reviews" can only be true if some whole number k of n gives p when 100·k/n is rounded
half up. What the numbers cannot show is said to be uncheckable; nothing is corrected.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from filmdossier.model.claim import AggregatorScore


def positive_counts(approval: float, reviews: int) -> range:
    """The whole numbers k for which k of ``reviews`` rounds to ``approval`` per cent; empty if there is none.

    A percentage with decimals is taken as rounded to that many.
    """
    if reviews <= 0:
        return range(0)
    stated = Fraction(str(approval))
    exponent = Decimal(str(approval)).normalize().as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    half = Fraction(1, 2 * 10**digits)
    low = max(ceil((stated - half) * reviews / 100), 0)
    # Half up: the upper bound itself already rounds to the next value.
    high = ceil((stated + half) * reviews / 100)
    return range(low, min(high, reviews + 1))


def check_claim(score: AggregatorScore) -> str:
    """What can be said of the claim's arithmetic: "possible: 38 of 54", "impossible: …" or "not checkable: …"."""
    fault = _out_of_range(score)
    if fault:
        return f"impossible: {fault}"
    if score.approval is not None and score.reviews is not None:
        counts = positive_counts(score.approval, score.reviews)
        if not counts:
            return f"impossible: no count of {score.reviews} rounds to {score.approval:g} %"
        span = str(counts[0]) if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
        return f"possible: {span} of {score.reviews}"
    if score.approval is not None:
        return "not checkable: the number of reviews is not stated"
    if score.score is not None or score.average is not None:
        return "not checkable: a mean can be had in many ways"
    if score.grade is not None:
        return "not checkable: a grade of polled audiences"
    return "not checkable: no number is stated"


def _out_of_range(score: AggregatorScore) -> str:
    if score.approval is not None and not 0 <= score.approval <= 100:
        return f"{score.approval:g} % is no share"
    if score.average is not None and score.average_max is not None and not 0 <= score.average <= score.average_max:
        return f"an average of {score.average:g} does not lie on a scale to {score.average_max:g}"
    if score.score is not None and not 0 <= score.score <= 100:
        return f"{score.score:g} does not lie between 0 and 100"
    return ""
