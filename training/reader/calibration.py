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
    """p(positive) = 1 / (1 + exp(-(features · weights + offset))).

    ``threshold`` is the probability from which a line counts as positive: where the mean of the
    two recalls was best on the films the scale was fitted on.
    """

    weights: tuple[float, ...]
    offset: float
    threshold: float = 0.5

    def probability(self, features: Matrix) -> Matrix:
        """The probability of the positive class: [examples]; ``features`` are [examples, weights]."""
        found: Matrix = 1.0 / (1.0 + numpy.exp(-(features @ numpy.array(self.weights) + self.offset)))
        return found


def margins(scores: Matrix, *others: Matrix) -> Matrix:
    """The features of a scale: score of positive − score of negative, and ``others`` [examples] beside it."""
    return numpy.stack([scores[:, 1] - scores[:, 0], *others], axis=1)


def fit(features: Matrix, labels: Sequence[int]) -> Scale:
    """The scale that makes ``labels`` most likely (Platt 1999)."""
    wanted = numpy.array(labels, dtype=numpy.float64)

    def cost(point: Matrix) -> float:
        logit = features @ point[:-1] + point[-1]
        return float(numpy.mean(numpy.logaddexp(0.0, logit) - wanted * logit))

    *weights, offset = minimize(cost, numpy.array([*[1.0] * features.shape[1], 0.0]), method="BFGS").x
    scale = Scale(weights=tuple(float(weight) for weight in weights), offset=float(offset))
    probability = scale.probability(features)
    threshold = max(numpy.linspace(0.2, 0.9, 71), key=lambda value: balanced(probability >= value, labels))
    return Scale(weights=scale.weights, offset=scale.offset, threshold=float(round(threshold, 2)))


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
