"""Numbers as ratings write them."""

from fractions import Fraction

import pytest

from filmdossier.reception.figures import number_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3", Fraction(3)),
        ("3.25", Fraction(13, 4)),
        ("3,5", Fraction(7, 2)),
        ("3½", Fraction(7, 2)),
        ("3 1/2", Fraction(7, 2)),
        ("3-1/2", Fraction(7, 2)),
        ("3 and a half", Fraction(7, 2)),
        ("three", Fraction(3)),
        ("Three-and-a-Half", Fraction(7, 2)),
        ("two and three quarters", Fraction(11, 4)),
        ("half a", Fraction(1, 2)),
        ("a quarter of a", Fraction(1, 4)),
        ("½", Fraction(1, 2)),
        ("twenty", Fraction(20)),
        ("sixty-two", Fraction(62)),
        ("a hundred", Fraction(100)),
    ],
)
def test_numbers(words: str, number: Fraction) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize("words", ["", "and", "stars", "3/4/5", "3 4", "thirteenish"])
def test_what_is_no_number(words: str) -> None:
    assert number_of(words) is None
