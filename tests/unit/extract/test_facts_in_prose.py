"""Places, settings, prizes, songs and archive names in wordings of catalogues, notes and essays."""

import pytest

from filmdossier.extract.awards import awards
from filmdossier.extract.music import music
from filmdossier.extract.names import put_right
from filmdossier.extract.places import places
from filmdossier.extract.setting import setting
from support.claims import Extractor, stated

LEAD = "'''''Night Ferry''''' is a 1951 drama film.\n\n"


def page(extractor: Extractor, sentence: str, heading: str) -> dict[str, set[str]]:
    return stated(extractor, f"{LEAD}== {heading} ==\n{sentence}")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("It was in Whitby that the film was shot over ten weeks.", {"Whitby"}),
        ("The first half was shot in Whitby; the second half around Staithes.", {"Whitby", "Staithes"}),
        ("The exteriors were done at Staithes.", {"Staithes"}),
        ("The ferry sequence alone took seven weeks, on the quays of Whitby.", {"Whitby"}),
    ],
)
def test_where_it_was_shot(sentence: str, wanted: set[str]) -> None:
    assert page(places, sentence, "Production")["filming_place"] == wanted


def test_a_town_beside_another_is_none_of_them() -> None:
    assert page(places, "It was filmed in Staithes, near Whitby.", "Production")["filming_place"] == {"Staithes"}


def test_where_and_when_it_plays() -> None:
    told = "Berlin, 1931: the last days of a cabaret whose owner has sold it, without telling anybody, to the man who will close it before the year is out for good."
    assert page(setting, told, "Synopsis")["setting"] >= {"Berlin", "1931"}
    assert page(setting, "The script carries the legend of the two lovers over to Rio de Janeiro.", "Production")["setting"] == {
        "Rio de Janeiro"
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The film took the Golden Lion at Venice.", "Golden Lion"),
        ("It was put forward for nine Filmfare Awards and won only one: Best Editing.", "Best Editing"),
        ("Two years later it was given a Special Prize of the Senate of Berlin.", "Special Prize of the Senate of Berlin"),
        ("At the 44th Academy Awards, Ann Day was named Best Supporting Actress.", "Best Supporting Actress"),
    ],
)
def test_prizes(sentence: str, wanted: str) -> None:
    assert any(wanted in value for value in page(awards, sentence, "Awards").get("award", set()))


def test_songs_and_singers() -> None:
    sentence = 'The number heard in the club, "Mighty Tides", was written by Ben Ash and performed by him.'
    assert page(music, sentence, "Production") == {"song": {"Mighty Tides"}, "soundtrack_artist": {"Ben Ash"}}
    assert "Lena" not in page(music, 'Lena\'s "Mighty Tides" is sung by Ida Roy.', "Music")["soundtrack_artist"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("FISHER, Gerald", "Gerald Fisher"),
        ("MCNEIL, Cora", "Cora McNeil"),
        ("O'HARA, Ben", "Ben O'Hara"),
        ("Norman, Leslie", "Norman, Leslie"),
        ("NATO, CIA", "NATO, CIA"),
    ],
)
def test_names_as_archives_write_them(name: str, wanted: str) -> None:
    assert put_right(name) == wanted
