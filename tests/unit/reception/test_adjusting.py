"""A film's mean freed from its critics' leniency, where the library knows them."""

from fractions import Fraction

import pytest

from filmdossier.model.claim import Stance
from filmdossier.model.reception import (
    CopyReason,
    Rating,
    RatingOrigin,
    Review,
    ReviewCopy,
)
from filmdossier.reception.adjusting import LEAST_RATINGS, LibraryRatings, adjusted
from filmdossier.reception.aggregate import summarise
from filmdossier.reception.ratings import parse_rating


def _review(critic: str | None, value: float | None) -> Review:
    rating = (
        None if value is None else Rating(raw="x", scale="100", value=Fraction(round(100 * value), 100), origin=RatingOrigin.GIVEN)
    )
    return Review(
        critic=critic, outlet="Harbour Times", rating=rating, stance=Stance.POSITIVE, stance_probability=0.9, stance_origin=RatingOrigin.CONVERTED,
        quotes=(), praised=(), criticised=(), published=None, own=False, evidence=(),
    )  # fmt: skip


def _library(generous: str = "Nell Harker", films: int = 40) -> LibraryRatings:
    """Twelve critics of one mind about each film, and one who gives twenty points more."""
    rows = []
    for number in range(films):
        quality = 30 + number % 5 * 10
        rows += [(f"film {number}", f"Critic {critic}", "Harbour Times", parse_rating(f"{quality}/100")) for critic in range(12)]
        rows.append((f"film {number}", generous, "The Harbour Times", parse_rating(f"{quality + 20}/100")))
    return LibraryRatings(rows)


def _level(*critics: str) -> list[Review]:
    return [_review(critic, 0.6) for critic in critics]


def test_the_mean_is_freed_from_the_leniency_that_is_known() -> None:
    reviews = [_review("Nell Harker", 0.8), _review("Critic 3", 0.6), *_level("A", "B", "C"), _review("D", None)]
    reception = adjusted(summarise(reviews), reviews, _library())
    assert reception.mean == 64.0
    assert reception.adjusted == 2
    # Nell Harker gives 20 more than the twelve: some 18 more than everybody, herself among them, and each of the twelve some 2 less.
    assert reception.adjusted_mean == pytest.approx(64.0 - (18.5 - 1.5) / 5, abs=0.15)
    assert reception.adjustment == "2 of 5 ratings adjusted for their critics' leniency, 3 not adjusted"


def test_nobody_compared() -> None:
    reviews = _level(*"ABCDE")
    reception = adjusted(summarise(reviews), reviews, None)
    assert (reception.adjusted_mean, reception.adjusted) == (None, 0)
    assert reception.adjustment == "not adjusted: the library's critics were not compared"


@pytest.mark.parametrize("films", [0, LEAST_RATINGS - 1])
def test_where_no_critic_is_known_well_it_says_so(films: int) -> None:
    reviews = [_review("Nell Harker", 0.8)]
    reception = adjusted(summarise(reviews), reviews, _library(films=films))
    assert (reception.adjusted_mean, reception.adjusted) == (None, 0)
    assert reception.adjustment == "not adjusted: no critic here has 10 ratings in the library"


def test_under_five_ratings_there_is_no_adjusted_mean_either() -> None:
    reviews = [_review("Nell Harker", 0.8)]
    reception = adjusted(summarise(reviews), reviews, _library())
    assert (reception.adjusted_mean, reception.adjusted) == (None, 1)


def test_a_critic_in_another_outlet_is_another_voice_and_the_unsigned_are_nobody() -> None:
    library = _library()
    assert library.knows("NELL HARKER", "Harbour Times")
    assert not library.knows("Nell Harker", "Inland Post")
    assert not library.knows(None, "Harbour Times")


def test_a_critic_counts_once_for_a_film_and_unknown_scales_not_at_all() -> None:
    again = [("film", "Nell Harker", "Harbour Times", parse_rating("4/5"))] * 20
    bare = [(f"film {n}", "Nell Harker", "Harbour Times", parse_rating("7")) for n in range(20)]
    assert not LibraryRatings([*again, *bare]).knows("Nell Harker", "Harbour Times")


def test_a_copy_is_not_adjusted_again() -> None:
    reviews = [*_level("Nell Harker", "Nell Harker"), *_level(*"ABCD")]
    reception = summarise(reviews)
    assert reception.copies == (ReviewCopy(review=1, of=0, reason=CopyReason.SAME_CRITIC_AND_OUTLET),)
    assert adjusted(reception, reviews, _library()).adjusted == 1
