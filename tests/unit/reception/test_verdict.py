"""How a stance is settled between words and rating."""

from fractions import Fraction

import pytest

from filmdossier.model.claim import Stance
from filmdossier.model.reception import Rating, RatingOrigin
from filmdossier.reception.ratings import parse_rating
from filmdossier.reception.verdict import rating_likelihood, settle


def test_words_alone_are_an_interpretation() -> None:
    verdict = settle(Stance.NEGATIVE, 0.8, None)
    assert verdict is not None
    assert (verdict.stance, verdict.origin) == (Stance.NEGATIVE, RatingOrigin.INTERPRETED)


def test_a_rating_alone_is_a_conversion() -> None:
    verdict = settle(None, None, parse_rating("4/5"))
    assert verdict is not None
    assert (verdict.stance, verdict.origin) == (Stance.POSITIVE, RatingOrigin.CONVERTED)


@pytest.mark.parametrize("raw", ["8", None])
def test_neither_words_nor_a_scale_give_no_stance(raw: str | None) -> None:
    assert settle(None, None, parse_rating(raw) if raw else None) is None


def test_the_same_stars_go_with_the_words() -> None:
    rating = parse_rating("2.5/4")
    warm, cold = settle(Stance.POSITIVE, 0.9, rating), settle(Stance.NEGATIVE, 0.95, rating)
    assert warm is not None
    assert cold is not None
    assert warm.stance is Stance.POSITIVE
    assert cold.stance is not Stance.POSITIVE


def test_a_plain_rating_overrules_doubtful_words() -> None:
    verdict = settle(Stance.NEGATIVE, 0.45, parse_rating("5/5"))
    assert verdict is not None
    assert verdict.stance is Stance.POSITIVE


def test_the_grade_of_the_review_itself_weighs_more() -> None:
    rating = Rating(raw="C", scale="letters", value=Fraction(1, 2), origin=RatingOrigin.CONVERTED)
    own, reported = settle(Stance.POSITIVE, 0.85, rating, own=True), settle(Stance.POSITIVE, 0.85, rating)
    assert own is not None
    assert reported is not None
    assert own.stance is Stance.MIXED


def test_likelihoods_are_a_distribution_that_rises() -> None:
    grid = [rating_likelihood(Fraction(n, 20)) for n in range(21)]
    assert all(sum(each.values()) == pytest.approx(1) for each in grid)
    positive = [each[Stance.POSITIVE] for each in grid]
    assert positive[0] < 0.1 < 0.8 < positive[-1]
