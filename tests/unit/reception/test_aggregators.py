"""What aggregators publish about their own numbers."""

from fractions import Fraction

import pytest

from filmdossier.model.claim import AggregatorScore
from filmdossier.reception.aggregators import (
    called,
    metacritic_band,
    metacritic_points,
    rotten_tomatoes_least,
    tomatometer,
    too_few,
)
from filmdossier.reception.letters import letter_value
from filmdossier.reception.ratings import parse_rating


@pytest.mark.parametrize(
    ("positive", "reviews", "shown"), [(38, 54, 70), (5, 8, 63), (1, 3, 33), (0, 7, 0), (7, 7, 100), (1, 200, 1)]
)
def test_the_share_in_whole_per_cent_rounds_halves_up(positive: int, reviews: int, shown: int) -> None:
    assert tomatometer(positive, reviews) == shown


@pytest.mark.parametrize(
    ("raw", "points"), [("3/4", 75), ("2.5/4", 63), ("B", 75), ("F", 0), ("A", 100), ("A+", 100), ("B+", 83), ("B-", 67)]
)
def test_points_of_stars_and_letters(raw: str, points: int) -> None:
    value = parse_rating(raw).value
    assert value is not None
    assert metacritic_points(value) == points


def test_the_whole_table_of_letters() -> None:
    table = "A+ 100, A 100, A- 91, B+ 83, B 75, B- 67, C+ 58, C 50, C- 42, D+ 33, D 25, D- 16, F+ 8, F 0"
    for grade, points in (entry.split() for entry in table.split(", ")):
        value = letter_value(grade)
        assert value is not None
        assert metacritic_points(value) == int(points)


def test_points_are_of_the_exact_rating() -> None:
    assert metacritic_points(Fraction(1, 3)) == 33


@pytest.mark.parametrize(
    ("score", "words", "colour"),
    [
        (100, "universal acclaim", "green"), (81, "universal acclaim", "green"), (80, "generally favorable", "green"), (61, "generally favorable", "green"),
        (60, "mixed or average", "yellow"), (40, "mixed or average", "yellow"), (39, "generally unfavorable", "red"), (20, "generally unfavorable", "red"),
        (19, "overwhelming dislike", "red"), (0, "overwhelming dislike", "red"),
    ],
)  # fmt: skip
def test_bands(score: float, words: str, colour: str) -> None:
    assert metacritic_band(score) == (words, colour)


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (AggregatorScore(name="Rotten Tomatoes", approval=60), "fresh"),
        (AggregatorScore(name="Rotten Tomatoes", approval=59), "rotten"),
        (AggregatorScore(name="Rotten Tomatoes", approval=75, reviews=300), "fresh"),  # certified only if the site says so
        (AggregatorScore(name="Rotten Tomatoes", approval=88, audience=True), "hot"),
        (AggregatorScore(name="Rotten Tomatoes", approval=42, audience=True), ""),
        (AggregatorScore(name="Rotten Tomatoes", average=6.5, average_max=10), ""),
        (AggregatorScore(name="Metacritic", score=60, reviews=30), "mixed or average"),
        (AggregatorScore(name="Metacritic", score=8.1, audience=True), ""),
        (AggregatorScore(name="IMDb", average=7.1, average_max=10, audience=True), ""),
        (AggregatorScore(name="CinemaScore", grade="B-", audience=True), ""),
    ],
)
def test_the_site_s_own_word(score: AggregatorScore, word: str) -> None:
    assert called(score) == word


@pytest.mark.parametrize(
    ("as_of", "least"),
    [(None, 5), ("2024-08-20", 5), ("2024-08-21", 10), ("2026-01-05", 10), ("2024", 5), ("2025", 10), ("2024-08", 5), ("2024-09", 10), ("August 2025", 10), ("August 2024", 5), ("August 30, 2024", 10), ("20 August 2024", 5), ("Sept. 2024", 10), ("now", 5)],
)  # fmt: skip
def test_the_least_number_of_reviews_changed_once(as_of: str | None, least: int) -> None:
    assert rotten_tomatoes_least(as_of) == least


def test_scores_of_too_few_reviews() -> None:
    nine = AggregatorScore(name="Rotten Tomatoes", approval=78, reviews=9, as_of="2025-01-02")
    assert "fewer than 10" in too_few(nine)
    assert "fewer than 4" in too_few(AggregatorScore(name="Metacritic", score=70, reviews=3))
    assert too_few(AggregatorScore(name="Metacritic", score=70, reviews=4)) == ""
    assert too_few(AggregatorScore(name="Rotten Tomatoes", approval=78, reviews=9, as_of="2025-01-02", audience=True)) == ""
