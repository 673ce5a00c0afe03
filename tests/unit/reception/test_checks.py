"""Whether an aggregator's numbers are arithmetically possible."""

from dataclasses import replace

import pytest

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.reception import Reception
from filmdossier.reception.checks import check_claim, compare_claim, positive_counts


@pytest.mark.parametrize(
    ("approval", "reviews", "check"),
    [
        (70, 54, "possible: 38 of 54"),
        (71, 54, "impossible: no count of 54 rounds to 71 %"),
        (50, 3, "impossible: no count of 3 rounds to 50 %"),
        (96, 417, "possible: 399 to 402 of 417"),
        (100, 12, "possible: 12 of 12"),
        (0, 13, "possible: 0 of 13"),
        (70.4, 54, "possible: 38 of 54"),
        (66.7, 54, "possible: 36 of 54"),
        (66.6, 54, "impossible: no count of 54 rounds to 66.6 %"),
        (130, 54, "impossible: 130 % is no share"),
    ],
)
def test_shares(approval: float, reviews: int, check: str) -> None:
    assert check_claim(AggregatorScore(name="Rotten Tomatoes", approval=approval, reviews=reviews)) == check


@pytest.mark.parametrize(
    ("score", "start"),
    [
        (AggregatorScore(name="Rotten Tomatoes", approval=81), "not checkable"),
        (AggregatorScore(name="Metacritic", score=83, reviews=56), "not checkable"),
        (AggregatorScore(name="Metacritic", score=183, reviews=56), "impossible"),
        (AggregatorScore(name="IMDb", average=11, average_max=10), "impossible"),
        (AggregatorScore(name="CinemaScore", grade="A-", audience=True), "not checkable"),
        (AggregatorScore(name="Rotten Tomatoes", consensus="A fine mess."), "not checkable"),
    ],
)
def test_what_cannot_be_checked_and_what_cannot_be(score: AggregatorScore, start: str) -> None:
    assert check_claim(score).startswith(start)


def test_no_reviews_have_no_count() -> None:
    assert not positive_counts(50, 0)


def test_a_count_below_the_least_that_the_site_shows_is_remarked_on() -> None:
    nine = AggregatorScore(name="Rotten Tomatoes", approval=78, reviews=9, as_of="2025-03-01")
    assert check_claim(nine) == "possible: 7 of 9; Rotten Tomatoes shows no score of fewer than 10 reviews since 2024-08-21"
    assert check_claim(replace(nine, as_of="2019-03-01")) == "possible: 7 of 9"
    assert check_claim(replace(nine, as_of=None)) == "possible: 7 of 9"


def _reception(
    positive: int, mixed: int, negative: int, interval: tuple[float, float] | None = None, mean: float | None = None
) -> Reception:
    reviews = positive + mixed + negative
    return Reception(
        reviews=reviews, positive=positive, mixed=mixed, negative=negative, approval=None, approval_interval=interval, rated=6 if mean else 0, mean=mean, note="",
    )  # fmt: skip


_CLAIM = AggregatorScore(name="Rotten Tomatoes", approval=70, reviews=54)


@pytest.mark.parametrize(
    ("claim", "at_hand", "said"),
    [
        (_CLAIM, _reception(3, 2, 1), ["3 positive and 1 negative at hand can be among its 54"]),
        (_CLAIM, _reception(39, 0, 1), ["at most 38 of its 54 reviews are positive, 39 at hand are"]),
        (_CLAIM, _reception(5, 0, 17), ["at most 16 of its 54 reviews are not positive, 17 at hand are negative"]),
        (_CLAIM, _reception(40, 10, 10), ["it counts 54 reviews and 60 are at hand: an earlier count, or other critics"]),
        (replace(_CLAIM, reviews=None), _reception(5, 0, 1), []),
        (
            _CLAIM,
            _reception(6, 0, 0, interval=(61.0, 100.0)),
            ["6 positive and 0 negative at hand can be among its 54", "its 70 % lies inside the interval of the share at hand, 61 to 100 %"],
        ),
        (replace(_CLAIM, approval=40, reviews=None), _reception(6, 0, 0, interval=(61.0, 100.0)), ["its 40 % lies outside the interval of the share at hand, 61 to 100 %"]),
        (
            AggregatorScore(name="Rotten Tomatoes", average=6.5, average_max=10),
            _reception(3, 3, 0, mean=58.2),
            ["its average is 65 % of its scale, the mean of the 6 ratings at hand 58 %"],
        ),
        (AggregatorScore(name="Metacritic", score=57, reviews=26), _reception(3, 2, 1), []),
    ],
)  # fmt: skip
def test_a_claim_beside_the_reviews_at_hand(claim: AggregatorScore, at_hand: Reception, said: list[str]) -> None:
    assert list(compare_claim(claim, at_hand)) == said


@pytest.mark.parametrize(
    "claim",
    [replace(_CLAIM, audience=True), AggregatorScore(name="CinemaScore", grade="A-", audience=True), replace(_CLAIM, approval=130)],
)
def test_audiences_and_impossible_numbers_are_not_held_against_critics(claim: AggregatorScore) -> None:
    assert compare_claim(claim, _reception(1, 0, 50, interval=(0.0, 10.0), mean=20.0)) == ()
