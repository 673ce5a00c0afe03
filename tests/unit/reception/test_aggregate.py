"""The open aggregate: share, interval, mean, and what it says of itself."""

from dataclasses import replace
from fractions import Fraction

import pytest

from filmdossier.model.claim import Stance
from filmdossier.model.reception import CopyReason, Rating, RatingOrigin, Review
from filmdossier.model.text import Evidence, Span
from filmdossier.reception.aggregate import PRIOR_MEAN, PRIOR_WEIGHT, letter_means, shrunk_mean, summarise, wilson
from filmdossier.reception.ratings import parse_rating
from support.records import build


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


@pytest.mark.parametrize(
    ("values", "prior_mean", "prior_weight", "expected"),
    [([75, 80], 60, 4, 65.83), ([84] * 50, 70, 25, 79.33), ([], 60, 4, 60)],
)
def test_the_shrunk_mean(values: list[float], prior_mean: float, prior_weight: float, expected: float) -> None:
    mean = sum(values) / len(values) if values else 0.0
    assert shrunk_mean(mean, len(values), prior_mean=prior_mean, prior_weight=prior_weight) == pytest.approx(expected, abs=0.005)


def test_the_weighted_rating_of_a_large_film_site_has_the_same_form() -> None:
    assert shrunk_mean(8.4, 50_000, prior_mean=7.0, prior_weight=25_000) == pytest.approx(7.933, abs=0.0005)


def test_the_mean_under_every_table_of_letters() -> None:
    means = letter_means([parse_rating("B"), parse_rating("4/5"), parse_rating("7")])
    assert [mean.profile for mean in means] == ["metacritic", "equal steps", "school"]
    assert [mean.mean for mean in means] == pytest.approx([77.5, 73.35, 82.5], abs=0.05)


def test_without_letters_no_table_matters() -> None:
    assert letter_means([parse_rating("3/4"), parse_rating("80%")]) == ()


def test_what_is_computed_from_few_ratings_says_what_it_leans_on() -> None:
    reception = summarise([review(Stance.POSITIVE, Fraction(3, 4)), review(Stance.POSITIVE, Fraction(4, 5))])
    assert reception.mean is None
    assert reception.letter_means == ()
    assert (reception.prior_mean, reception.prior_weight) == (PRIOR_MEAN, PRIOR_WEIGHT)
    assert reception.shrunk_mean == pytest.approx((PRIOR_WEIGHT * PRIOR_MEAN + 155) / (PRIOR_WEIGHT + 2), abs=0.01)


def test_without_ratings_nothing_is_shrunk() -> None:
    reception = summarise([review(Stance.POSITIVE)])
    assert (reception.shrunk_mean, reception.prior_mean, reception.prior_weight) == (None, None, None)


def _printed(
    critic: str | None, outlet: str, words: str, stance: Stance | None = Stance.POSITIVE, raw: str | None = None
) -> Review:
    document = build("wire.txt", words)
    quote = Evidence.cite(document, Span(0, len(words)))
    return replace(review(stance), critic=critic, outlet=outlet, quotes=(quote,), rating=parse_rating(raw) if raw else None)


_WIRE = "A heist picture with a pulse and no brain, carried by a lead who looks as if he were late for something better."


def test_wire_copy_counts_once_and_the_note_says_so() -> None:
    reception = summarise(
        [
            _printed("Nell Harker", "Harbour Times", _WIRE),
            _printed("Nell Harker", "Inland Post", _WIRE, None, "3/4"),
            review(Stance.NEGATIVE),
        ]
    )
    assert (reception.reviews, reception.positive, reception.negative) == (2, 1, 1)
    assert [(copy.review, copy.of, copy.reason) for copy in reception.copies] == [(1, 0, CopyReason.SYNDICATED)]
    assert reception.rated == 1, "the rating that only the copy prints is the review's"
    assert "1 in the words of another, not counted again" in reception.note


def test_how_the_stances_were_come_by_is_counted() -> None:
    given = replace(review(Stance.POSITIVE), stance_origin=RatingOrigin.GIVEN)
    reception = summarise([given, given, review(Stance.NEGATIVE)])
    assert (reception.given, reception.converted, reception.interpreted) == (2, 0, 1)
    assert "2 given, 1 read out of words" in reception.note
