"""Whether an aggregator's numbers are arithmetically possible."""

import pytest

from filmdossier.model.claim import AggregatorScore
from filmdossier.reception.checks import check_claim, positive_counts


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
