"""Critics' leniency: what the model finds in ratings that were made from known parts."""

import random
from statistics import variance

import pytest

from filmdossier.reception.adjusting import Critic
from filmdossier.reception.leniency import fit

_FILMS = 60
_CRITICS = 30


def _made(noise: float, seed: int = 3) -> tuple[list[str], list[Critic], list[float], dict[str, float], dict[Critic, float]]:
    """Ratings made from known films and critics."""
    chance = random.Random(seed)
    films = {f"film {n}": chance.gauss(0, 0.15) for n in range(_FILMS)}
    critics = {(f"critic-{n}", "outlet"): chance.gauss(0, 0.08) for n in range(_CRITICS)}
    rows = [(film, critic) for film in films for critic in critics if chance.random() < 0.6]
    values = [0.6 + films[film] + critics[critic] + chance.gauss(0, noise) for film, critic in rows]
    return [film for film, _ in rows], [critic for _, critic in rows], values, films, critics


def test_without_noise_the_parts_are_found() -> None:
    names, critics, values, films, leniencies = _made(0.0)
    model = fit(names, critics, values)
    middle = sum(leniencies.values()) / len(leniencies)
    for critic, leniency in leniencies.items():
        assert model.critics[critic] == pytest.approx(leniency - middle, abs=0.01)
    for film, quality in films.items():
        assert model.mean + model.films[film] == pytest.approx(0.6 + quality + middle, abs=0.01)


def test_the_variances_are_those_the_ratings_were_made_with() -> None:
    names, critics, values, films, leniencies = _made(0.12)
    components = fit(names, critics, values).components
    assert components.noise == pytest.approx(0.12**2, rel=0.1)
    assert components.films == pytest.approx(variance(films.values()), rel=0.1)
    assert components.critics == pytest.approx(variance(leniencies.values()), rel=0.15)


def test_noise_is_not_taken_for_leniency() -> None:
    chance = random.Random(5)
    rows = [(f"film {n % 40}", (f"critic-{n // 40}", "outlet")) for n in range(1200)]
    model = fit([film for film, _ in rows], [critic for _, critic in rows], [chance.gauss(0.6, 0.15) for _ in rows])
    assert max(map(abs, model.critics.values())) < 0.03, "the mean of 40 such ratings strays by 0.024 alone"


def test_a_generous_critic_s_film_is_no_better_for_it() -> None:
    names, critics, values, _, _ = _made(0.05)
    generous, strict = ("generous", "outlet"), ("strict", "outlet")
    films = sorted(set(names))
    names += [*films[:30], *films[30:]]
    critics += [generous] * 30 + [strict] * 30
    known = dict(zip(films, [0.6] * len(films), strict=True))
    values += [known[film] + 0.25 for film in films[:30]] + [known[film] - 0.25 for film in films[30:]]
    model = fit(names, critics, values)
    assert model.critics[generous] > 0.15
    assert model.critics[strict] < -0.15
    assert model.expected(films[0], generous) > model.expected(films[0], strict)


def test_nine_ratings_make_nobody_known_and_ten_do() -> None:
    names, critics, values, _, _ = _made(0.1)
    films = sorted(set(names))
    few, enough, nobody = ("few", "outlet"), ("enough", "outlet"), ("", "outlet")
    names += films[:9] + films[:10] + films[:20]
    critics += [few] * 9 + [enough] * 10 + [nobody] * 20
    values += [0.9] * 39
    model = fit(names, critics, values)
    assert few not in model.critics
    assert nobody not in model.critics, "an outlet's unsigned reviews are by no one critic"
    assert model.counts[enough] == 10
    assert model.critics[enough] > 0
    assert model.expected("no such film", few) == pytest.approx(model.mean)


def test_the_order_of_the_ratings_changes_nothing() -> None:
    names, critics, values, _, _ = _made(0.1)
    there, back = fit(names, critics, values), fit(names[::-1], critics[::-1], values[::-1])
    for critic, leniency in there.critics.items():
        assert back.critics[critic] == pytest.approx(leniency, abs=1e-6)


@pytest.mark.parametrize("values", [[0.5], [0.5, 0.7], [0.5] * 40])
def test_small_and_level_libraries_are_fitted_too(values: list[float]) -> None:
    model = fit(["film"] * len(values), [("critic", "outlet")] * len(values), values)
    assert model.mean == pytest.approx(sum(values) / len(values), abs=0.05)


def test_nothing_is_no_ratings() -> None:
    with pytest.raises(ValueError, match="no ratings"):
        fit([], [], [])
    with pytest.raises(ValueError, match="no ratings"):
        fit(["film"], [], [0.5])
