"""Numbers and stars on a scale that a table or the critic's other ratings state."""

from fractions import Fraction

import pytest

from filmdossier.model.claim import Stance
from filmdossier.model.reception import RatingOrigin
from filmdossier.reception.ratings import parse_rating
from filmdossier.reception.scales import rated_on
from filmdossier.reception.verdict import settle


@pytest.mark.parametrize(
    ("raw", "scale", "value"),
    [
        ("3", "4", Fraction(3, 4)),
        ("2½", "4", Fraction(5, 8)),
        ("★★★", "4", Fraction(3, 4)),
        ("three stars", "5", Fraction(3, 5)),
        ("7", "4", None),
        ("1/2", "4", None),
        ("7/10", "4", Fraction(7, 10)),
        ("B+", "10", Fraction(83, 100)),
    ],
)
def test_only_what_states_no_scale_takes_the_columns(raw: str, scale: str, value: Fraction | None) -> None:
    assert rated_on(scale, parse_rating(raw)).value == value


@pytest.mark.parametrize(
    ("raw", "stance"), [("four stars", Stance.POSITIVE), ("★", Stance.NEGATIVE), ("one star", Stance.NEGATIVE)]
)
def test_stars_that_mean_the_same_of_four_and_of_five_have_a_part_in_the_stance(raw: str, stance: Stance) -> None:
    verdict = settle(None, None, parse_rating(raw))
    assert verdict is not None
    assert (verdict.stance, verdict.origin) == (stance, RatingOrigin.CONVERTED)


def test_a_bare_number_has_none() -> None:
    assert settle(None, None, parse_rating("7")) is None
