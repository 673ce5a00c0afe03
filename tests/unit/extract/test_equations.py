"""Likenesses told as an equation, and the other words that say what the film takes from which."""

import pytest

from filmdossier.extract.connections import connections, influences
from support.claims import stated

LEAD = "'''''Harbour Watch''''' is a 1978 thriller film directed by Carl Day.\n\n"
REVIEW = "---\ngrade: B\n---\n# Harbour Watch (1978)\n\nI watched this one twice, and I'd watch it again.\n\n"


def older(words: str, heading: str = "Reception") -> set[str]:
    return stated(influences, f"{LEAD}== {heading} ==\n{words}").get("influenced_by_film", set())


@pytest.mark.parametrize(
    ("words", "film"),
    [
        ("Day pitched it as ''High Noon'' on a tug.", "High Noon"),
        ("Anne Reed described the film as \"''Grand Hotel'' on the water\".", "Grand Hotel"),
        ("Reed called it \"a Norwegian ''Key Largo''\".", "Key Largo"),
        ("It has been described as a maritime ''Grand Hotel''.", "Grand Hotel"),
        ("For Reed it was ''Rashomon'' meets Agatha Christie.", "Rashomon"),
        ("Reed was put in mind of ''Lifeboat''.", "Lifeboat"),
        ("Day screened ''The Third Man'' for the crew.", "The Third Man"),
        ("Day watched ''The Third Man'' over and over before shooting.", "The Third Man"),
        ("Like ''Rear Window'', the film makes the spectator an accomplice.", "Rear Window"),
        ("As in ''Vertigo'', the heroine plays two parts.", "Vertigo"),
        ("Day wanted the film to have the look of ''The Third Man''.", "The Third Man"),
        ("The idea came to Day while he was watching ''Stagecoach''.", "Stagecoach"),
        ("Day set out to make fun of ''Rififi'' (1955), which had been a success.", "Rififi"),
        ("It has been read as an inversion of ''Casablanca''.", "Casablanca"),
    ],
)
def test_what_the_film_is_like(words: str, film: str) -> None:
    assert older(words) == {film}


@pytest.mark.parametrize(
    "words",
    [
        "The film was called ''High Noon'' on no poster.",
        "It lacks the wit of ''Rear Window''.",
        "Like ''Rear Window'', the film was shot on a single set.",
        "A proposed sequel was pitched as ''High Noon'' on a tug.",
        "Reed's best film is ''Key Largo'' with Bogart.",
        "His next film is ''Key Largo'' with Bogart.",
    ],
)
def test_what_it_is_not(words: str) -> None:
    assert not older(words)


@pytest.mark.parametrize(
    ("words", "films"),
    [
        ("The first act is _Duel_ with a tug.", {"Duel"}),
        ("This is no _Deliverance_.", set()),
        ("It isn't _Deliverance_, but what is?", set()),
        ("It never reaches the heights of _Casablanca_.", set()),
        ("Holt, so good in _Brazil_, looks lost here.", set()),
        ("Where _Das Boot_ made you sweat, this makes you yawn.", set()),
        ("I saw it on a double bill with _Rififi_.", set()),
        ("The finale swipes its best idea from _Key Largo_.", {"Key Largo"}),
        ("Day has clearly seen _The Third Man_ more than once.", {"The Third Man"}),
        ("His only earlier feature was _The Third Man_.", set()),
        ("Reed made a career of it, in _Key Largo_ and _Casablanca_ among others.", set()),
    ],
)
def test_a_critics_equation(words: str, films: set[str]) -> None:
    assert stated(influences, f"{REVIEW}{words}", "page.md").get("influenced_by_film", set()) == films


def test_what_a_later_film_takes() -> None:
    found = stated(influences, f"{LEAD}== Legacy ==\nAnn Holt drew on its lighting for ''Blade Runner''.")
    assert found.get("influenced_film") == {"Blade Runner"}
    assert "influenced_by_film" not in found


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("The events of the film precede those of ''Tide Table'' (1975).", "prequel_to"),
        ("Loosely remaking his earlier success ''Tide Table'', Day moved the action to Hamburg.", "remake_of"),
    ],
)
def test_order_and_remakes(words: str, relation: str) -> None:
    assert stated(connections, f"{LEAD}{words}").get(relation) == {"Tide Table"}


@pytest.mark.parametrize(
    "words", ["In 1998 Ann Holt directed a remake with Jim Orr.", "A remake starring Jim Orr was released in 1998."]
)
def test_a_remake_without_a_title(words: str) -> None:
    assert stated(connections, f"{LEAD}{words}").get("remade_as") == {"Harbour Watch"}


def test_a_later_maker_shows_the_film_to_a_crew() -> None:
    found = stated(influences, f"{LEAD}== Legacy ==\nAnn Holt screened the film for the crew of ''Blade Runner''.")
    assert found.get("influenced_film") == {"Blade Runner"}


def test_a_title_of_one_letter() -> None:
    assert older("Day cited Fritz Lang and ''M'' as his chief influences.") == {"M"}
