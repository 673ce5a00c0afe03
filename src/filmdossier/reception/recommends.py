"""How likely a review recommends its film, from what its words say and from its rating: never from the rating alone.

Enters the log-odds that a reading of the words gives and the rating's value; leaves the log-odds of
"fresh". A logistic regression whose coefficients come from ``training/recommends.py``: critics' lines
of 247 films with the critic's own verdict, each line read by a word model that had not seen its film.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log

from filmdossier.model.claim import Stance

# Between these values of a rating the log-odds are straight lines: 2.5 of 4 and 3 of 5 lie where they rise steepest.
KNOTS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.85)

# A record keeps the likeliest stance of a review's words and how likely it is. The rest goes to its neighbours, nearest most.
_NEAREST = 0.65
_SUREST = 0.995


def odds_of(stance: Stance, probability: float) -> tuple[float, float, float]:
    """The log-odds of positive, mixed and negative, up to a constant, of words whose likeliest stance is this one."""
    sure = min(max(probability, 1 / 3), _SUREST)
    rest = 1 - sure
    if stance is Stance.MIXED:
        return log(rest / 2), log(sure), log(rest / 2)
    own, mixed, other = log(sure), log(rest * _NEAREST), log(rest * (1 - _NEAREST))
    return (own, mixed, other) if stance is Stance.POSITIVE else (other, mixed, own)


def features(words: tuple[float, float, float] | None, value: Fraction | None) -> list[float]:
    """What the regression sees: the words' log-odds of positive, mixed and negative, the rating from 0 to 1, and both together."""
    for_it = words[0] - words[2] if words is not None else 0.0
    mixed = words[1] if words is not None else 0.0
    rated = value is not None
    x = float(value) if value is not None else 0.0
    hinges = [max(x - knot, 0.0) if rated else 0.0 for knot in KNOTS]
    return [for_it, mixed, float(words is not None), float(rated), *hinges, x, for_it * rated, mixed * rated]


@dataclass(frozen=True, slots=True)
class Recommends:
    """The fitted regression; ``weights`` stand in the order of :func:`features`."""

    intercept: float
    weights: Sequence[float]

    def log_odds(self, words: tuple[float, float, float] | None, value: Fraction | None) -> float:
        """The log-odds that a review recommends the film; ``words`` None where it has none, ``value`` None where it is not rated."""
        return self.intercept + sum(w * f for w, f in zip(self.weights, features(words, value), strict=True))
