"""The share without verdicts: a mean of probabilities, and an interval that owns up to its three errors."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.reception.estimated import Shared, estimate_share, film_log_odds
from filmdossier.reception.fitted import fitted_recommends, fitted_shared

NOTHING_SHARED = Shared(slope=1.0, pull=0.0, intercept=0.0, bias=0.0, spread=0.0, before=0.5)
LOG_ODDS = st.lists(st.floats(-8, 8), min_size=1, max_size=30)


def test_a_census_of_sure_readings_is_their_share() -> None:
    estimate = estimate_share([8.0] * 30 + [-8.0] * 10, NOTHING_SHARED, total=40)
    assert estimate.share == pytest.approx(75, abs=0.1)
    assert estimate.high - estimate.low < 4
    assert estimate.sampling == 0


def test_unsure_readings_widen_a_census_by_the_variance_of_unlike_trials() -> None:
    estimate = estimate_share([0.0] * 100, NOTHING_SHARED, total=100)
    assert estimate.share == pytest.approx(50)
    # √(Σ q(1 - q)) / n = √(100 · 0.25) / 100
    assert estimate.classification == pytest.approx(5.0, abs=0.01)
    assert estimate.high - estimate.low == pytest.approx(2 * 1.96 * 5 + 1, abs=0.1)


def test_a_bias_that_all_reviews_share_does_not_shrink_with_their_number() -> None:
    biased = Shared(slope=1.0, pull=0.0, intercept=0.0, bias=0.0, spread=0.5, before=0.5)
    few, many = (estimate_share([0.0] * n, biased, total=n) for n in (50, 2000))
    assert many.bias == pytest.approx(few.bias, abs=0.01)
    assert many.classification < few.classification / 5


def test_a_sample_is_less_sure_than_a_census() -> None:
    own = [3.0] * 15 + [-3.0] * 5
    widths = [e.high - e.low for e in (estimate_share(own, fitted_shared(), total=total) for total in (20, 60, None))]
    assert widths == sorted(widths)


def test_what_gives_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="give no share"):
        estimate_share([], fitted_shared())
    with pytest.raises(ValueError, match="give no share"):
        estimate_share([1.0, 1.0], fitted_shared(), total=1)


@given(LOG_ODDS, st.integers(0, 29), st.floats(0.1, 4))
def test_a_review_that_reads_kinder_never_lowers_the_share(own: list[float], index: int, more: float) -> None:
    kinder = [x + more if i == index % len(own) else x for i, x in enumerate(own)]
    before, after = (estimate_share(odds, fitted_shared()) for odds in (own, kinder))
    assert after.share >= before.share - 1e-9
    assert 0 <= before.low <= before.share <= before.high <= 100


def test_films_with_few_reviews_are_drawn_to_all_films() -> None:
    assert film_log_odds([], 0.5) == pytest.approx(0)
    assert abs(film_log_odds([4.0], 0.5)) < abs(film_log_odds([4.0] * 50, 0.5))


def test_words_and_rating_both_count() -> None:
    recommends = fitted_recommends()
    kind, harsh = (2.0, 0.0, -2.0), (-2.0, 0.0, 2.0)
    middling = Fraction(5, 8)
    assert recommends.log_odds(kind, middling) > recommends.log_odds(harsh, middling)
    assert recommends.log_odds(kind, Fraction(9, 10)) > recommends.log_odds(kind, Fraction(3, 10))
    # Stars alone decide nothing where critics use the same ones for both.
    assert recommends.log_odds(kind, None) > 0 > recommends.log_odds(harsh, None)
