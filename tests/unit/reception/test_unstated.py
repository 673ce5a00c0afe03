"""The estimated share: of the reviews whose verdict nobody states, and of no others."""

from dataclasses import replace
from fractions import Fraction
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.model.claim import Stance
from filmdossier.model.reception import Rating, RatingOrigin, Review
from filmdossier.present.computed import computed_words
from filmdossier.reception import receive
from filmdossier.reception.recommends import odds_of
from filmdossier.reception.unstated import estimated_share
from support.records import desperado


def review(
    number: int, stance: Stance | None, probability: float = 0.9, *, given: bool = False, stars: int | None = None
) -> Review:
    rating = None if stars is None else Rating(raw=f"{stars}/5", scale="5", value=Fraction(stars, 5), origin=RatingOrigin.GIVEN)
    return replace(
        desperado().reviews[0],
        critic=f"Critic {number}",
        outlet=f"Outlet {number}",
        quotes=(),
        praised=(),
        criticised=(),
        rating=rating,
        stance=stance,
        stance_probability=probability if stance else None,
        stance_origin=None if stance is None else RatingOrigin.GIVEN if given else RatingOrigin.INTERPRETED,
    )


def many(stance: Stance, count: int, *, given: bool = False) -> list[Review]:
    return [review(number + (1000 if given else 0), stance, given=given) for number in range(count)]


def test_under_five_there_is_no_estimate_however_many_verdicts_are_given() -> None:
    four = many(Stance.POSITIVE, 4)
    assert estimated_share(four) is None
    assert estimated_share([*four, *many(Stance.POSITIVE, 40, given=True)]) is None
    assert estimated_share([*four, review(9, None)]) is None  # neither words nor a rating: nothing to read


def test_given_verdicts_are_no_part_of_it() -> None:
    unstated = many(Stance.POSITIVE, 6)
    alone = estimated_share(unstated)
    assert alone is not None
    assert alone.reviews == 6
    assert estimated_share([*unstated, *many(Stance.NEGATIVE, 50, given=True)]) == alone


def test_kinder_words_and_kinder_stars_make_a_larger_share() -> None:
    shares = []
    for positive in (0, 10, 20):
        found = estimated_share(
            [*many(Stance.POSITIVE, positive), *[review(50 + n, Stance.NEGATIVE) for n in range(20 - positive)]]
        )
        assert found is not None
        assert found.low <= found.share <= found.high
        shares.append(found.share)
    assert shares == sorted(shares)
    assert shares[2] - shares[0] > 50
    low, high = (estimated_share([review(n, None, stars=stars) for n in range(8)]) for stars in (1, 5))
    assert low is not None
    assert high is not None
    assert high.share > low.share + 50


def test_the_record_estimates_before_ratings_and_words_are_settled_and_counts_no_copy() -> None:
    record = desperado()
    printed_again = replace(review(1, Stance.POSITIVE), evidence=record.reviews[0].evidence)
    reviews = (*many(Stance.POSITIVE, 5), printed_again)
    received = receive(replace(record, reviews=reviews)).reception
    assert received.estimated is not None
    assert received.estimated.reviews == received.reviews == 5
    (line,) = [line for line in computed_words(received) if line.startswith("Estimated, not counted")]
    assert "of the 5 reviews without a stated verdict recommend the film" in line


@pytest.mark.parametrize("stance", Stance)
@given(probability=st.floats(0.4, 1))
def test_the_odds_are_those_of_the_stance_and_its_probability(stance: Stance, probability: float) -> None:
    odds = odds_of(stance, probability)
    chances = [exp(value) for value in odds]
    assert sum(chances) == pytest.approx(1)
    assert max(chances) == chances[list(Stance).index(stance)]
