"""Ratings as critics write them, read into a scale and an exact value."""

from fractions import Fraction

import pytest

from filmdossier.model.reception import RatingOrigin
from filmdossier.reception.letters import LetterProfile, letter_value
from filmdossier.reception.ratings import Doubt, parse_rating, read_rating

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("raw", "scale", "value"),
    [
        ("3/4", "4", Fraction(3, 4)),
        ("3.5/5", "5", Fraction(7, 10)),
        ("3,5/5", "5", Fraction(7, 10)),
        ("4.5/ 5", "5", Fraction(9, 10)),
        ("16/20", "20", Fraction(4, 5)),
        ("88/100", "100", Fraction(22, 25)),
        ("0/4", "4", Fraction(0)),
        ("three out of five stars", "5", Fraction(3, 5)),
        ("three-and-a-half stars out of four", "4", Fraction(7, 8)),
        ("two and a half out of 5", "5", HALF),
        ("half-star out of four", "4", Fraction(1, 8)),
        ("half a star out of four", "4", Fraction(1, 8)),
        ("3½ stars out of four", "4", Fraction(7, 8)),
        ("3 1/2 stars out of 4", "4", Fraction(7, 8)),
        ("2½/4", "4", Fraction(5, 8)),
        ("three of five stars", "5", Fraction(3, 5)),
        ("three out of five-star", "5", Fraction(3, 5)),
        ("7 on a scale of 1 to 10", "10", Fraction(7, 10)),
        ("7-8/10", "10", Fraction(3, 4)),
        ("+2 out of -4..+4", "-4..+4", Fraction(3, 4)),
        ("85%", "percent", Fraction(17, 20)),
        ("85 per cent", "percent", Fraction(17, 20)),
        ("two thumbs up", "thumbs", Fraction(1)),
        ("thumbs down", "thumbs", Fraction(0)),
        ("one thumb up, one thumb down", "thumbs", HALF),
        ("★★★☆☆", "5", Fraction(3, 5)),
        ("★★½☆☆", "5", HALF),
        ("★★★½ out of five", "5", Fraction(7, 10)),
        ("***/****", "4", Fraction(3, 4)),
        ("terningkast 5", "6", Fraction(5, 6)),
        ("B+", "letters", Fraction(83, 100)),
        ("B-plus", "letters", Fraction(83, 100)),
        ("A minus", "letters", Fraction(91, 100)),
        ("A–", "letters", Fraction(91, 100)),
        ('a grade of "C−"', "letters", Fraction(42, 100)),
        ("A plus", "letters", Fraction(1)),
        ("C +", "letters", Fraction(58, 100)),
        ("b+", "letters", Fraction(83, 100)),
        ("B+/A-", "letters", Fraction(87, 100)),
        ("two-and-three-quarters out of five", "5", Fraction(11, 20)),
        ("three and one-half stars (out of four)", "4", Fraction(7, 8)),
        ("eighty-five out of a hundred", "100", Fraction(17, 20)),
        ("fourteen out of twenty", "20", Fraction(7, 10)),
        ("three quarters of a star out of four", "4", Fraction(3, 16)),
        ("no more than ½ out of 4", "4", Fraction(1, 8)),
        ("4 sur 5", "5", Fraction(4, 5)),
        ("3,5 von 5 Sternen", "5", Fraction(7, 10)),
        ("7 de 10", "10", Fraction(7, 10)),
        ("8 on 10", "10", Fraction(4, 5)),
        ("★★★ 1/2 (out of ****)", "4", Fraction(7, 8)),
        ("★ ★ ½ ☆ ☆", "5", HALF),
        ("⭐️⭐️☆☆", "4", HALF),
        ("☆☆☆☆☆", "5", Fraction(0)),
        ("4★/5", "5", Fraction(4, 5)),
        ("●●●○○", "5", Fraction(3, 5)),
        ("five stars", "5", Fraction(1)),
        ("-1 (-4 to +4)", "-4..+4", Fraction(3, 8)),
        ("⚄", "6", Fraction(5, 6)),
        ("👎", "thumbs", Fraction(0)),
        ("thumbs sideways", "thumbs", HALF),
    ],
)
def test_scale_and_value(raw: str, scale: str, value: Fraction) -> None:
    rating = parse_rating(raw)
    assert (rating.raw, rating.scale, rating.value) == (raw, scale, value)


@pytest.mark.parametrize(
    "raw", ["8", "3.5", "four stars", "★★★½", "***", "1/2", "3 1/2 stars", "G.O.A.T", "3.5.5", "Half Price", "", "recommended"]
)
def test_what_does_not_say_its_scale_is_not_guessed(raw: str) -> None:
    rating = parse_rating(raw)
    assert (rating.scale, rating.value) == ("unknown", None)


@pytest.mark.parametrize(
    ("raw", "count", "doubt"),
    [
        ("8", Fraction(8), Doubt.NO_SCALE),
        ("'2'", Fraction(2), Doubt.NO_SCALE),
        ("2.1/2", Fraction(5, 2), Doubt.NO_SCALE),
        ("3 1/2 stars", Fraction(7, 2), Doubt.NO_MOST_STARS),
        ("**1/2", Fraction(5, 2), Doubt.NO_MOST_STARS),
        ("★★★", Fraction(3), Doubt.NO_MOST_STARS),
        ("a full four stars", Fraction(4), Doubt.NO_MOST_STARS),
        ("1/2", None, Doubt.HALF_OR_ONE_OF_TWO),
        ("2-4", None, Doubt.SPAN_OR_SCALE),
        ("7/5", None, Doubt.TOO_MUCH),
        ("4.5.5", None, Doubt.MALFORMED),
        ("3/4/5", None, Doubt.MALFORMED),
        ("Half Price", None, Doubt.WORDS),
    ],
)
def test_why_there_is_no_value(raw: str, count: Fraction | None, doubt: Doubt) -> None:
    reading = read_rating(raw)
    assert (reading.count, reading.doubt, reading.rating.value) == (count, doubt, None)


def test_where_there_is_a_value_there_is_no_doubt() -> None:
    assert read_rating("3/4").doubt is None


@pytest.mark.parametrize("raw", ["5.5/5", "3/2", "120%"])
def test_more_than_the_most_has_a_scale_and_no_value(raw: str) -> None:
    rating = parse_rating(raw)
    assert rating.scale != "unknown"
    assert rating.value is None


def test_more_than_four_stars_can_only_be_of_five() -> None:
    assert parse_rating("★★★★½").value == Fraction(9, 10)


@pytest.mark.parametrize(
    ("raw", "origin"),
    [
        ("4/5", RatingOrigin.GIVEN),
        ("70%", RatingOrigin.GIVEN),
        ("B", RatingOrigin.CONVERTED),
        ("★★★☆", RatingOrigin.CONVERTED),
        ("thumbs up", RatingOrigin.CONVERTED),
    ],
)
def test_origin(raw: str, origin: RatingOrigin) -> None:
    assert parse_rating(raw).origin is origin


@pytest.mark.parametrize(
    ("raw", "scale", "value"),
    [
        ("drei von fünf Sternen", "5", Fraction(3, 5)),
        ("3 stelle su 5", "5", Fraction(3, 5)),
        ("cinco estrellas", "5", Fraction(1)),
        ("terningkast fire", "6", Fraction(2, 3)),
    ],
)
def test_ratings_in_the_words_of_other_languages(raw: str, scale: str, value: Fraction) -> None:
    rating = parse_rating(raw)
    assert (rating.raw, rating.scale, rating.value) == (raw, scale, value)


def test_stars_in_another_language_that_do_not_say_of_how_many_stay_without_a_value() -> None:
    read = read_rating("cuatro estrellas")
    assert (read.rating.value, read.count, read.doubt) == (None, Fraction(4), Doubt.NO_MOST_STARS)


def test_the_letter_profiles_differ() -> None:
    assert [letter_value("B", profile) for profile in LetterProfile] == [Fraction(3, 4), Fraction(2, 3), Fraction(17, 20)]


def test_a_mean_of_a_letter_and_stars_under_every_profile() -> None:
    stars = Fraction(4, 5)
    means = [float(50 * (letter_value("B", profile) + stars)) for profile in LetterProfile]
    assert means == pytest.approx([77.5, 73.33, 82.5], abs=0.05)


def test_an_unknown_grade_has_no_value() -> None:
    assert letter_value("Z") is None


def test_a_hostile_string_is_read_in_time() -> None:
    assert parse_rating("half and a " * 20_000).scale == "unknown"
