"""What a bare number is out of, by the critic's other ratings."""

from fractions import Fraction
from pathlib import Path

import pytest

from filmdossier.model.claim import CriticReview
from filmdossier.model.reception import RatingOrigin
from filmdossier.reception.own_scale import OtherRatings, infer_scale, likeliest_scale
from filmdossier.reception.ratings import parse_rating
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_records
from filmdossier.store import Store

TEN = ["8/10", "6/10", "9/10", "5/10", "7/10", "6.5/10"]


def test_a_bare_number_is_on_the_scale_that_the_critic_states_elsewhere() -> None:
    rating = infer_scale(parse_rating("7"), TEN)
    assert (rating.raw, rating.scale, rating.value, rating.origin) == ("7", "10", Fraction(7, 10), RatingOrigin.CONVERTED)


@pytest.mark.parametrize(("raw", "others", "value"), [
    ("three stars", ["2/4", "3.5/4", "4/4", "1/4", "2.5 stars out of four"], Fraction(3, 4)),
    ("★★★", ["2/5", "3/5", "4/5", "5/5", "3/5"], Fraction(3, 5)),
    ("2.1/2", ["2/4", "3/4", "4/4", "1/4", "3/4"], Fraction(5, 8)),
    ("72", ["85", "60", "91", "40", "77"], Fraction(18, 25)),
    ("7", ["8", "9", "6", "7", "10", "5", "8"], Fraction(7, 10)),
])  # fmt: skip
def test_stars_halves_and_numbers_alone(raw: str, others: list[str], value: Fraction) -> None:
    assert infer_scale(parse_rating(raw), others).value == value


@pytest.mark.parametrize(("raw", "others"), [
    ("7", []),
    ("7", ["8/10"]),  # too little to go by
    ("3", ["2/4", "3/5", "4/4", "1/5", "3/4", "5/5"]),  # two scales
    ("4", ["3", "2.5", "4", "3.5"]),  # of four, or of five that are not given
    ("1", ["+2 out of -4..+4", "3/4", "2/4", "3/4"]),  # a scale that goes below nought
    ("B", TEN),
    ("Half Price", TEN),
])  # fmt: skip
def test_what_stays_open(raw: str, others: list[str]) -> None:
    before = parse_rating(raw)
    assert infer_scale(before, others) == before


def test_a_stated_scale_is_kept() -> None:
    assert infer_scale(parse_rating("3/4"), TEN) == parse_rating("3/4")


def test_a_number_over_what_the_critic_states_is_of_another_scale() -> None:
    assert likeliest_scale(Fraction(80), ["3/5", "4/5", "2/5", "85/100", "90/100", "75/100"]) in (None, 100)


def test_ratings_are_kept_by_critic_and_outlet() -> None:
    ratings = OtherRatings([
        CriticReview(critic="Ann Lee", outlet="The Post", rating="8/10"),
        CriticReview(critic="Ann Lee", outlet="Weekly", rating="3/4"),
        CriticReview(critic=None, outlet="Weekly", rating="2/4"),
        CriticReview(critic=None, outlet=None, rating="C"),
    ])  # fmt: skip
    assert list(ratings.by("ann lee", "Post")) == ["8/10"]
    assert list(ratings.by(None, "weekly")) == ["2/4"]
    assert list(ratings.by(None, None)) == []


def test_the_library_tells_the_scale(tmp_path: Path) -> None:
    films = [
        ("Heat", 1995, "9/10"),
        ("Ronin", 1998, "7/10"),
        ("Thief", 1981, "8/10"),
        ("Manhunter", 1986, "8/10"),
        ("Ali", 2001, "6/10"),
        ("Collateral", 2004, "7"),
    ]
    for title, year, rating in films:
        (tmp_path / f"{title.lower()}.md").write_text(
            f"---\ntitle: {title}\nyear: {year}\ncritic: Nora Whitfield\noutlet: The Repertory Page\nrating: {rating}\n---\n\n"
            f"{title} is a crime film of rare patience. The film is superbly shot, and the ending lands with great force.\n"
        )
    with Store.open(tmp_path / "library.db") as store:
        read_paths([tmp_path], store, limits=Limits(workers=0))
        with store.view() as view:
            ratings = {record.film.title: review.rating for record in film_records(view) for review in record.reviews}
    collateral = ratings["Collateral"]
    assert collateral is not None
    assert (collateral.raw, collateral.scale, collateral.value) == ("7", "10", Fraction(7, 10))
