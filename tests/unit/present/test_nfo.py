"""NFO: one file, read rightly by two programs that read it differently."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from filmdossier.model.claim import AggregatorScore, Predicate
from filmdossier.model.film import FilmRecord, Status
from filmdossier.model.reception import AggregatorClaim
from filmdossier.present.export.nfo import dumps
from support.exports import BREAKERS, RECORDS, filled, unknown
from support.nfo_readers import jellyfin, kodi
from support.records import desperado, fact


def scored(*scores: AggregatorScore) -> FilmRecord:
    film = desperado()
    evidence = film.aggregators[0].evidence
    claims = tuple(AggregatorClaim(score=score, check="", evidence=evidence) for score in scores)
    return replace(film, aggregators=claims, reception=replace(film.reception, mean=None))


def valued(predicate: Predicate, *values: str, status: Status = Status.STATED) -> FilmRecord:
    film = desperado()
    evidence = film.facts[0].evidence
    others = tuple(one for one in film.facts if one.predicate is not predicate)
    return replace(film, facts=(*others, *(fact(predicate, value, *evidence, status=status) for value in values)))


TOMATOES = AggregatorScore(name="Rotten Tomatoes", approval=70, reviews=54, average=6.5, average_max=10)
METACRITIC = AggregatorScore(name="Metacritic", score=55, reviews=18)
IMDB = AggregatorScore(name="IMDb", average=7.1, average_max=10, reviews=190_000)
POPCORN = AggregatorScore(name="Rotten Tomatoes", approval=73, audience=True)


@pytest.mark.parametrize("make", RECORDS)
def test_both_programs_end_with_what_the_record_says(make: Callable[[], FilmRecord]) -> None:
    record = make()
    text = dumps(record)
    in_kodi, in_jellyfin = kodi(text), jellyfin(text)
    assert in_kodi.title == in_jellyfin.name
    assert in_kodi.year == in_jellyfin.year == record.film.year
    assert [name for name, _, _ in in_kodi.cast] == [name for kind, name, _ in in_jellyfin.people if kind == "actor"]
    assert [order for _, _, order in in_kodi.cast] == list(range(len(record.cast)))


def test_desperado_in_kodi() -> None:
    film = kodi(dumps(desperado()))
    assert (film.title, film.year, film.premiered) == ("Desperado", 1995, "1995-08-25")
    assert film.ratings == {
        "tomatometerallcritics": (7.0, 54),
        "tomatometeravgcritics": (6.5, 54),
        "filmdossier": (6.7, 5),
        "imdb": (7.1, 0),
    }
    assert film.default_rating == "imdb"
    assert film.ids == {"imdb": "tt0112851"}
    assert film.default_id == "imdb"
    assert (film.director, film.credits, film.country, film.genre) == (
        ["Robert Rodriguez"],
        ["Robert Rodriguez"],
        ["United States"],
        ["action western"],
    )
    assert film.cast[0] == ("Antonio Banderas", "El Mariachi", 0)
    assert film.plot.startswith("Wounded in the street, he is taken in by Carolina")
    assert "blows a hole" not in film.plot  # the scene was cut


def test_desperado_in_jellyfin() -> None:
    film = jellyfin(dumps(desperado()))
    assert (film.name, film.year) == ("Desperado", 1995)
    assert film.critic_rating == 70
    assert film.community_rating == 7.1
    assert film.overview.startswith("Wounded in the street")
    assert [name for kind, name, _ in film.people if kind == "director"] == ["Robert Rodriguez"]
    assert ("actor", "Salma Hayek", "Carolina") in film.people
    assert film.preferred_language == ""


@pytest.mark.parametrize(
    ("scores", "in_kodi", "default", "critics", "community"),
    [
        ([TOMATOES], {"tomatometerallcritics": 7.0, "tomatometeravgcritics": 6.5}, "tomatometeravgcritics", 70, None),
        ([IMDB, METACRITIC, TOMATOES], {"tomatometerallcritics": 7.0, "tomatometeravgcritics": 6.5, "metacritic": 5.5, "imdb": 7.1}, "imdb", 70, 7.1),
        ([POPCORN, METACRITIC], {"metacritic": 5.5, "tomatometerallaudience": 7.3}, "tomatometerallaudience", None, 7.3),
        ([METACRITIC], {"metacritic": 5.5}, "metacritic", None, 5.5),
        ([replace(TOMATOES, approval=0, average=None)], {}, "default", 0, None),  # Kodi drops a rating of 0
        ([AggregatorScore(name="CinemaScore", grade="B+", audience=True)], {}, "default", None, None),
        ([AggregatorScore(name="AlloCiné", average=3.2, average_max=5)], {"allocine": 6.4}, "allocine", None, 6.4),
        ([AggregatorScore(name="Tomato Weekly", average=3, average_max=5)], {"tom-ato-weekly": 6.0}, "tom-ato-weekly", None, 6.0),
        ([AggregatorScore(name="A poll", average=3)], {}, "default", None, None),  # of how many?
    ],
    ids=str,
)  # fmt: skip
def test_ratings(
    scores: list[AggregatorScore], in_kodi: dict[str, float], default: str, critics: float | None, community: float | None
) -> None:
    text = dumps(scored(*scores))
    assert {name: value for name, (value, _) in kodi(text).ratings.items()} == in_kodi
    assert kodi(text).default_rating == default
    assert (jellyfin(text).critic_rating, jellyfin(text).community_rating) == (critics, community)


def test_impossible_scores_are_left_out() -> None:
    impossible = replace(desperado().aggregators[0], check="impossible: no count of 54 rounds to 71 %")
    record = replace(scored(), aggregators=(impossible,))
    assert kodi(dumps(record)).ratings == {}
    assert jellyfin(dumps(record)).critic_rating is None


def test_several_countries_reach_both_programs() -> None:
    text = dumps(valued(Predicate.COUNTRY, "United States", "Mexico"))
    assert kodi(text).country == jellyfin(text).countries == ["United States", "Mexico"]


@pytest.mark.parametrize("name", ["Robert Downey, Sr.", "AC/DC", "A; B", "A|B", "A, B / C"])
def test_a_name_stays_one_name(name: str) -> None:
    text = dumps(valued(Predicate.DIRECTOR, name))
    assert len(kodi(text).director) == len([1 for kind, *_ in jellyfin(text).people if kind == "director"]) == 1
    text = dumps(valued(Predicate.WRITER, name))
    assert len(kodi(text).credits) == len([1 for kind, *_ in jellyfin(text).people if kind == "writer"]) == 1
    text = dumps(valued(Predicate.PRODUCTION_COMPANY, name))
    assert len(kodi(text).studio) == len(jellyfin(text).studios) == 1


def test_what_is_disputed_is_left_out_and_named() -> None:
    text = dumps(desperado())  # 104 or 106 minutes
    assert kodi(text).minutes == 0
    assert jellyfin(text).minutes is None
    assert "104 / 106" in text
    agreed = dumps(valued(Predicate.RUNTIME_MINUTES, "104"))
    assert kodi(agreed).minutes == jellyfin(agreed).minutes == 104


def test_elements_that_mislead_a_program_are_not_written() -> None:
    for make in RECORDS:
        movie = etree.fromstring(dumps(make()).encode())
        assert not {child.tag for child in movie} & {"review", "language", "rating", "writer", "name"}
        # Kodi and Jellyfin take an empty element for a value.
        assert not [
            child for child in movie.iter() if isinstance(child.tag, str) and not len(child) and not (child.text or "").strip()
        ]


def test_a_revival_is_no_premiere() -> None:
    assert kodi(dumps(valued(Predicate.RELEASE_DATE, "May 4, 2015"))).year == 1995
    assert kodi(dumps(valued(Predicate.RELEASE_DATE, "September 1, 1995", "August 25, 1995"))).premiered == "1995-08-25"
    assert kodi(dumps(valued(Predicate.RELEASE_DATE, "August 1995"))).premiered == ""


def test_a_film_of_which_only_the_title_is_known() -> None:
    assert [child.tag for child in etree.fromstring(dumps(unknown()).encode())] == ["title"]


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_are_words(breaker: str) -> None:
    record = filled(f"a{breaker}b")
    text = dumps(record)
    plain = dumps(desperado())
    shape = [element.tag for element in etree.fromstring(text.encode()).iter() if isinstance(element.tag, str)]
    assert shape.count("actor") == plain.count("<actor>")
    assert "uniqueid" in shape
    assert kodi(text).title == jellyfin(text).name != ""
    assert "\x00" not in text
    assert dumps(record) == text
