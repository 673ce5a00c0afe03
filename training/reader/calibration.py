"""Makes scores into probabilities: a temperature and an offset fitted on one set of films, checked on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from scipy.optimize import minimize

Matrix = NDArray[numpy.float64]
BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """p(positive) = 1 / (1 + exp(-(slope · margin + offset))) with margin = score of positive − score of negative.

    ``threshold`` is the probability from which a line counts as positive: where the mean of the
    two recalls was best on the films the scale was fitted on.
    """

    slope: float
    offset: float
    threshold: float

    def probability(self, scores: Matrix) -> Matrix:
        """The probability of the positive class: [examples]."""
        margin = scores[:, 1] - scores[:, 0]
        found: Matrix = 1.0 / (1.0 + numpy.exp(-(self.slope * margin + self.offset)))
        return found


def fit(scores: Matrix, labels: Sequence[int]) -> Scale:
    """The scale that makes ``labels`` most likely (Platt 1999)."""
    margin, wanted = scores[:, 1] - scores[:, 0], numpy.array(labels, dtype=numpy.float64)

    def cost(point: Matrix) -> float:
        logit = point[0] * margin + point[1]
        return float(numpy.mean(numpy.logaddexp(0.0, logit) - wanted * logit))

    slope, offset = minimize(cost, numpy.array([1.0, 0.0]), method="Nelder-Mead").x
    scale = Scale(slope=float(slope), offset=float(offset), threshold=0.5)
    probability = scale.probability(scores)
    threshold = max(numpy.linspace(0.2, 0.9, 71), key=lambda value: balanced(probability >= value, labels))
    return Scale(slope=scale.slope, offset=scale.offset, threshold=float(round(threshold, 2)))


def balanced(positive: NDArray[numpy.bool_], labels: Sequence[int]) -> float:
    """The mean of the recalls of both classes."""
    wanted = numpy.array(labels) == 1
    return float((positive[wanted].mean() + (~positive[~wanted]).mean()) / 2)


def error(probability: Matrix, labels: Sequence[int]) -> float:
    """The expected calibration error: the gap between probability and share, by tenths, weighted by size."""
    wanted = numpy.array(labels, dtype=numpy.float64)
    tenth = numpy.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = [
        (tenth == one).mean() * abs(probability[tenth == one].mean() - wanted[tenth == one].mean())
        for one in range(BINS)
        if (tenth == one).any()
    ]
    return float(sum(gaps))
