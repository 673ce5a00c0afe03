"""Settles a review's stance from its words and its rating.

Neither alone decides: stars say nothing certain (2.5 of 4 has been for and against), and words
quoted from a review are a sample of it. The two are combined as independent witnesses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from filmdossier.model.claim import Stance
from filmdossier.model.reception import Rating, RatingOrigin
from filmdossier.reception.ratings import Doubt, read_rating

# The scales that stars which do not say their number are on.
_STARS = (4, 5)
_FEW, _MANY = 1.5, 4  # so few and so many mean the same on both
# How far a reading of the words alone is trusted at most, and by how much against a rating.
_MOST = 0.95


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance, its probability, and how it was come by (``CONVERTED`` where a rating had a part in it)."""

    stance: Stance
    probability: float
    origin: RatingOrigin


def rating_likelihood(value: Fraction) -> Mapping[Stance, float]:
    """How likely each stance is given a rating from 0 to 1 alone.

    Shaped after 64,000 critics' scores that stand beside the verdict "fresh" or "rotten": at two thirds
    and more 99 % recommend, at a half and less 2 %, and between them the same score goes with both.
    The slope is softer than that, since recommending a film and being of two minds about it go together.
    """
    x = float(value)
    positive = _ramp(x, 0.54, 0.84)
    negative = 1 - _ramp(x, 0.32, 0.50)
    mixed = max(1 - positive - negative, 0.0)
    weights = {Stance.POSITIVE: positive + 0.03, Stance.MIXED: mixed + 0.10, Stance.NEGATIVE: negative + 0.03}
    total = sum(weights.values())
    return {stance: weight / total for stance, weight in weights.items()}


def settle(stance: Stance | None, probability: float | None, rating: Rating | None, *, own: bool = False) -> Verdict | None:
    """The stance that words (with their probability) and rating give together; None where there is neither.

    For a document that is itself the review (``own``) the rating sums up the whole of it and counts double.
    """
    rated = None if rating is None else _likelihood(rating, alone=stance is None)
    if stance is None and rated is None:
        return None
    words = _spread(stance, probability)
    if rated is None:
        assert stance is not None  # noqa: S101 - the other case has returned
        return Verdict(stance, words[stance], RatingOrigin.INTERPRETED)
    power = 2 if own else 1
    joint = {each: words[each] * rated[each] ** power for each in Stance}
    total = sum(joint.values())
    best = max(Stance, key=lambda each: joint[each])
    return Verdict(best, round(joint[best] / total, 4), RatingOrigin.CONVERTED)


def _likelihood(rating: Rating, *, alone: bool) -> Mapping[Stance, float] | None:
    """What a rating says of the stance; stars that do not say out of how many say what they would on either usual scale.

    Between few and many such stars say too little to be held against words: only where they stand ``alone`` they count.
    """
    if rating.value is not None:
        return rating_likelihood(rating.value)
    read = read_rating(rating.raw)
    if read.doubt is not Doubt.NO_MOST_STARS or read.count is None or read.count > min(_STARS):
        return None
    if not alone and _FEW < read.count < _MANY:
        return None
    each = [rating_likelihood(read.count / top) for top in _STARS]
    return {stance: sum(one[stance] for one in each) / len(each) for stance in Stance}


def _spread(stance: Stance | None, probability: float | None) -> dict[Stance, float]:
    """The words' reading as a distribution: the rest goes to the neighbours of the stance, nearest most."""
    if stance is None:
        return dict.fromkeys(Stance, 1 / 3)
    sure = min(probability if probability is not None else 0.5, _MOST)
    rest = 1 - sure
    if stance is Stance.MIXED:
        return {Stance.MIXED: sure, Stance.POSITIVE: rest / 2, Stance.NEGATIVE: rest / 2}
    opposite = Stance.NEGATIVE if stance is Stance.POSITIVE else Stance.POSITIVE
    return {stance: sure, Stance.MIXED: rest * 0.65, opposite: rest * 0.35}


def _ramp(x: float, low: float, high: float) -> float:
    return min(max((x - low) / (high - low), 0.0), 1.0)
