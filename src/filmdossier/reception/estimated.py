"""The share of positive reviews where no verdict is given: estimated from a probability per review, with its interval.

Enters the log-odds that each review recommends the film; leaves a share with a 95 % interval that
owns up to three errors: reviews may be read wrongly one by one (the classification part), all reviews
of a film may be read too kindly or too harshly (the bias part), and there are reviews that we do not
have (the sampling part).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, exp, log, sqrt

from filmdossier.model.reception import EstimatedShare

_NODES = 25
_WIDEST = 3.0  # standard deviations of the bias that are looked at
_PSEUDO = 2.0  # reviews that a film is taken to have had before any was read
_Z = 1.96
_SLACK = 0.005  # a published share is rounded to a per cent


@dataclass(frozen=True, slots=True)
class Shared:
    """What the reviews of one film have in common, estimated on other films by their likelihood.

    A review's log-odds become ``slope`` · own + ``pull`` · the film's + ``intercept``, and for all reviews of
    a film are off by the same amount: normal with mean ``bias`` and standard deviation ``spread``.
    ``before`` is the share of positive reviews over all films, for films with hardly any.
    """

    slope: float
    pull: float
    intercept: float
    bias: float
    spread: float
    before: float


def film_log_odds(own: Sequence[float], before: float) -> float:
    """The log-odds of the mean probability of a film's reviews, drawn towards ``before`` where they are few."""
    mean = (sum(_probability(x) for x in own) + _PSEUDO * before) / (len(own) + _PSEUDO)
    return log(mean / (1 - mean))


def estimate_share(own: Sequence[float], shared: Shared, *, total: int | None = None) -> EstimatedShare:
    """The share of positive among ``total`` reviews of which the ones with log-odds ``own`` were read.

    ``total`` None means so many that those read are a small part. ValueError without a review, or with
    fewer in total than were read.

    With q the n probabilities under one value of the film's bias, f = n / N, and θ the (Agresti–Coull) share:
    mean f·q̄ + (1 - f)·θ, variance f²·Σq(1 - q)/n² + (1 - f)²·θ(1 - θ)/(n + z²) + (1 - f)·θ(1 - θ)/N. The first term
    is the variance of a sum of unlike Bernoulli trials, the rest that of a share of a finite population
    (Cochran, Sampling Techniques, 1977, ch. 3). These normals are mixed over the bias, whose spread is the
    random intercept of a logistic model over films; the quantiles of the mixture are the interval. That a
    sum of probabilities beats a count of decisions, and that its error needs a part for the classifier:
    Keith and O'Connor, Uncertainty-aware generative models for inferring document class prevalence, EMNLP 2018.
    """
    n = len(own)
    if n == 0 or (total is not None and total < n):
        raise ValueError(f"{n} reviews of {total} give no share")
    of_film = film_log_odds(own, shared.before)
    centred = [shared.slope * x + shared.pull * of_film + shared.intercept + shared.bias for x in own]
    read = 0.0 if total is None else n / total
    nodes = [_WIDEST * (2 * i / (_NODES - 1) - 1) for i in range(_NODES)]
    weights = [exp(-u * u / 2) for u in nodes]
    weights = [weight / sum(weights) for weight in weights]
    means, within = [], []
    classification = sampling = 0.0
    for weight, u in zip(weights, nodes, strict=True):
        probabilities = [_probability(x + shared.spread * u) for x in centred]
        positive = sum(probabilities)
        share = (positive + _Z * _Z / 2) / (n + _Z * _Z)
        doubt = share * (1 - share)
        wrong = read**2 * sum(q * (1 - q) for q in probabilities) / n**2
        unseen = (1 - read) ** 2 * doubt / (n + _Z * _Z) + ((1 - read) * doubt / total if total else 0.0)
        means.append(read * positive / n + (1 - read) * share)
        within.append(max(sqrt(wrong + unseen), 1e-6))
        classification += weight * wrong
        sampling += weight * unseen
    middle = sum(w * m for w, m in zip(weights, means, strict=True))
    apart = sum(w * (m - middle) ** 2 for w, m in zip(weights, means, strict=True))
    low, high = (_quantile(weights, means, within, level) for level in (0.025, 0.975))
    return EstimatedShare(
        share=100 * middle,
        low=100 * max(low - _SLACK, 0.0),
        high=100 * min(high + _SLACK, 1.0),
        reviews=n,
        classification=100 * sqrt(classification),
        bias=100 * sqrt(apart),
        sampling=100 * sqrt(sampling),
    )


def _quantile(weights: Sequence[float], means: Sequence[float], deviations: Sequence[float], level: float) -> float:
    """Where a mixture of normals has ``level`` of its weight below, to a tenth of a point."""
    low, high = -1.0, 2.0
    while high - low > 0.0001:
        middle = (low + high) / 2
        below = sum(w * 0.5 * (1 + erf((middle - m) / (d * sqrt(2)))) for w, m, d in zip(weights, means, deviations, strict=True))
        low, high = (middle, high) if below < level else (low, middle)
    return (low + high) / 2


def _probability(log_odds: float) -> float:
    # Nothing that is read is surer than one in a million.
    bounded = min(max(log_odds, -13.8), 13.8)
    return 1 / (1 + exp(-bounded))
