"""How generous each critic is: ratings split into what the film earns and what the critic gives everybody.

Enters ratings of many films by many critics; leaves the model x_cf = μ + film_f + critic_c + ε, fitted
by the mixed-model equations (Henderson 1950), critics and films shrunk by their variance components.
A critic of fewer than ten ratings is not adjusted: what such ratings say of their writer is
noise. It weighs no film's reviews by worth and claims no reason for a critic's generosity.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from filmdossier.reception.adjusting import LEAST_RATINGS, Critic

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

# Variance that counts as none: the ratings lie in 0..1, and no scale in use has a finer step than a hundredth.
_NEGLIGIBLE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """Variances of ratings (in squares of the scale 0..1) between films, between critics, and of the rest."""

    films: float
    critics: float
    noise: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leniency:
    """A fitted model. ``films`` and ``critics`` are deviations from ``mean``, in shares of the scale.

    ``critics`` holds those with enough ratings alone, ``counts`` how many each of them has.
    """

    mean: float
    films: Mapping[str, float]
    critics: Mapping[Critic, float]
    counts: Mapping[Critic, int]
    components: Components

    def expected(self, film: str, critic: Critic) -> float:
        """The rating to expect, 0 to 1; an unknown film is an average one, an unknown critic an average one."""
        return min(max(self.mean + self.films.get(film, 0.0) + self.critics.get(critic, 0.0), 0.0), 1.0)


def fit(films: Sequence[str], critics: Sequence[Critic], values: Sequence[float], *, least: int = LEAST_RATINGS) -> Leniency:
    """The model of these ratings (0 to 1), one of each film, critic and outlet.

    ``least`` ratings make a critic known; an outlet's unsigned reviews are by nobody in particular. Raises ValueError for no ratings, or lists of different lengths.
    """
    if not films or not len(films) == len(critics) == len(values):
        raise ValueError(f"{len(films)} films, {len(critics)} critics and {len(values)} values are no ratings")
    counts = {critic: count for critic, count in Counter(critics).items() if count >= least and critic[0]}
    film_names = {name: index for index, name in enumerate(dict.fromkeys(films))}
    critic_names = {name: index for index, name in enumerate(counts)}
    film = np.fromiter((film_names[name] for name in films), np.int64, len(films))
    critic = np.fromiter((critic_names.get(name, -1) for name in critics), np.int64, len(critics))
    value = np.asarray(values, np.float64)
    components = _components(film, critic, value)
    mean, of_films, of_critics = _solve(film, critic, value, len(film_names), len(critic_names), components)
    return Leniency(
        mean=mean,
        films=dict(zip(film_names, of_films.tolist(), strict=True)),
        critics=dict(zip(critic_names, of_critics.tolist(), strict=True)),
        counts=counts,
        components=components,
    )


def _components(film: "Indices", critic: "Indices", value: "Floats") -> Components:
    """The variances by the method of moments for crossed random effects, over the ratings of known critics.

    Gao and Owen (2017), "Efficient moment calculations for variance components in large unbalanced
    crossed random effects models", section 3: three sums of squares, one pass each, whose
    expectations are linear in the three variances.
    """
    known = critic >= 0
    film, critic, value = film[known], critic[known], value[known]
    n = len(value)
    if n < 2:
        return Components(films=0.0, critics=0.0, noise=_NEGLIGIBLE)
    film, critic = np.unique(film, return_inverse=True)[1], np.unique(critic, return_inverse=True)[1]
    by_film, by_critic = np.bincount(film), np.bincount(critic)
    within_films = _within(film, by_film, value)
    within_critics = _within(critic, by_critic, value)
    total = n * float(np.sum((value - value.mean()) ** 2))
    expected = np.array(
        [
            [0, n - len(by_film), n - len(by_film)],
            [n - len(by_critic), 0, n - len(by_critic)],
            [n**2 - np.sum(by_film**2), n**2 - np.sum(by_critic**2), n**2 - n],
        ],
        np.float64,
    )
    # One film or one critic alone leaves an equation empty: least squares then shares what is left.
    films, critics, noise = np.linalg.lstsq(expected, np.array([within_films, within_critics, total]), rcond=None)[0]
    return Components(films=max(float(films), 0.0), critics=max(float(critics), 0.0), noise=max(float(noise), _NEGLIGIBLE))


def _within(group: "Indices", sizes: "Indices", value: "Floats") -> float:
    means = np.bincount(group, value) / sizes
    return float(np.sum((value - means[group]) ** 2))


def _solve(
    film: "Indices", critic: "Indices", value: "Floats", films: int, critics: int, components: Components
) -> tuple[float, "Floats", "Floats"]:
    """μ, the films and the critics that solve the mixed-model equations, by preconditioned conjugate gradients."""
    from scipy.sparse import coo_array, diags_array
    from scipy.sparse.linalg import cg

    known = critic >= 0
    # A rating by somebody unknown carries that critic's generosity as noise, and counts for less.
    weight = np.where(known, 1.0, components.noise / (components.noise + components.critics))
    size = 1 + films + critics
    rows = np.concatenate([np.zeros_like(film), 1 + film, 1 + films + critic[known]])
    place = np.arange(len(value))
    columns = np.concatenate([place, place, place[known]])
    design = coo_array((np.ones(len(rows)), (rows, columns)), shape=(size, len(value))).tocsr()
    shrink = np.concatenate(
        [
            [0.0],
            np.full(films, components.noise / max(components.films, _NEGLIGIBLE)),
            np.full(critics, components.noise / max(components.critics, _NEGLIGIBLE)),
        ]
    )
    middle = float(np.average(value, weights=weight))
    left = (design * weight[np.newaxis, :]) @ design.T + diags_array(shrink)
    solution, state = cg(left, design @ (weight * (value - middle)), rtol=1e-9, maxiter=2000, M=diags_array(1 / left.diagonal()))
    if state:
        raise ArithmeticError(f"the mixed-model equations of {len(value)} ratings did not converge")
    return middle + float(solution[0]), solution[1 : 1 + films], solution[1 + films :]
