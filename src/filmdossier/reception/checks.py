"""Checks an aggregator's numbers: are they arithmetically possible, and how do they stand to the reviews at hand?

"p % of n reviews" can only be true if some whole number k of n gives p when 100·k/n is rounded
half up. What the numbers cannot show is said to be uncheckable; nothing is corrected. The reviews at
hand are a sample of their own: that a claim does not fit them is a remark and no fault.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.reception import Reception
from filmdossier.reception.aggregators import too_few


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
    """What can be said of the claim's arithmetic: "possible: 38 of 54", "impossible: …" or "not checkable: …".

    A count below the least for which the site shows a score is remarked on behind it.
    """
    fault = _out_of_range(score)
    if fault:
        return f"impossible: {fault}"
    check, few = _arithmetic(score), too_few(score)
    return f"{check}; {few}" if few and not check.startswith("impossible") else check


def _arithmetic(score: AggregatorScore) -> str:
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


def compare_claim(score: AggregatorScore, reception: Reception) -> tuple[str, ...]:
    """How a claim about critics stands to the reviews at hand, a sentence each; none for a poll of the audience.

    Mixed reviews may count on either side for the aggregator: only what no reading allows is called a misfit.
    """
    if score.audience or not reception.reviews or _out_of_range(score):
        return ()
    found = []
    if score.reviews is not None and score.reviews < reception.reviews:
        found.append(f"it counts {score.reviews} reviews and {reception.reviews} are at hand: an earlier count, or other critics")
    if score.approval is not None:
        found += _against_stances(score.approval, score.reviews, reception)
    if score.average is not None and score.average_max and reception.mean is not None:
        percent = 100 * score.average / score.average_max
        found.append(
            f"its average is {percent:.0f} % of its scale, the mean of the {reception.rated} ratings at hand {reception.mean:.0f} %"
        )
    return tuple(found)


def _against_stances(approval: float, reviews: int | None, reception: Reception) -> list[str]:
    found = []
    counts = positive_counts(approval, reviews or 0)
    if counts and reviews is not None and reviews >= reception.reviews:
        most_negative = reviews - counts[0]
        if reception.positive > counts[-1]:
            found.append(f"at most {counts[-1]} of its {reviews} reviews are positive, {reception.positive} at hand are")
        if reception.negative > most_negative:
            found.append(
                f"at most {most_negative} of its {reviews} reviews are not positive, {reception.negative} at hand are negative"
            )
        if not found:
            sides = f"{reception.positive} positive and {reception.negative} negative at hand"
            found.append(f"{sides} can be among its {reviews}")
    if reception.approval_interval is not None:
        low, high = reception.approval_interval
        where = "inside" if low <= approval <= high else "outside"
        found.append(f"its {approval:g} % lies {where} the interval of the share at hand, {low:.0f} to {high:.0f} %")
    return found
