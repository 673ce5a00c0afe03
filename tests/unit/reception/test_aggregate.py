"""The open aggregate: share, interval, mean, and what it says of itself."""

from fractions import Fraction

import pytest

from filmdossier.model.claim import Stance
from filmdossier.model.film import Rating, RatingOrigin, Review
from filmdossier.reception.aggregate import summarise, wilson


def review(stance: Stance | None = None, value: Fraction | None = None, *, rated: bool = False) -> Review:
    rating = Rating(raw="x", scale="5" if value is not None else "unknown", value=value, origin=RatingOrigin.GIVEN)
    return Review(
        critic=None, outlet=None, rating=rating if value is not None or rated else None, stance=stance, stance_probability=0.9 if stance else None,
        stance_origin=RatingOrigin.INTERPRETED if stance else None, quotes=(), praised=(), criticised=(), published=None, own=False, evidence=(),
    )  # fmt: skip


@pytest.mark.parametrize(("positive", "total", "low", "high"), [(38, 54, 57.2, 80.9), (4, 4, 51.0, 100.0), (3, 5, 23.1, 88.2)])
def test_wilson(positive: int, total: int, low: float, high: float) -> None:
    assert wilson(positive, total) == pytest.approx((low, high), abs=0.06)


@pytest.mark.parametrize(("positive", "total"), [(0, 0), (5, 4), (-1, 4)])
def test_no_share_of_nothing(positive: int, total: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(positive, total)


def test_five_opinions_have_a_share_with_its_interval() -> None:
    reception = summarise([*[review(Stance.POSITIVE)] * 3, review(Stance.MIXED), review(Stance.NEGATIVE)])
    assert (reception.reviews, reception.positive, reception.mixed, reception.negative) == (5, 3, 1, 1)
    assert reception.approval == 60.0
    assert reception.approval_interval == (23.1, 88.2)
    assert "5 read out of words" in reception.note


def test_four_opinions_have_no_share() -> None:
    reception = summarise([review(Stance.POSITIVE)] * 4)
    assert reception.approval is None
    assert reception.approval_interval is None
    assert "no share under 5 opinions" in reception.note


def test_the_mean_needs_five_ratings_and_says_how_many() -> None:
    rated = [review(Stance.POSITIVE, Fraction(n, 5)) for n in (1, 2, 3, 4, 5)]
    assert (summarise(rated).mean, summarise(rated).rated) == (60.0, 5)
    assert summarise(rated[:4]).mean is None
    assert "4 here" in summarise(rated[:4]).note


def test_a_rating_on_an_unknown_scale_is_counted_as_such() -> None:
    reception = summarise([review(Stance.POSITIVE, rated=True)])
    assert reception.rated == 0
    assert "1 rated on an unknown scale" in reception.note


def test_an_opinion_without_a_stance_is_no_part_of_the_share() -> None:
    reception = summarise([*[review(Stance.POSITIVE)] * 5, review()])
    assert (reception.reviews, reception.approval) == (6, 100.0)
    assert "1 without a stance" in reception.note


def test_nothing() -> None:
    assert summarise([]).note == "no reviews"
