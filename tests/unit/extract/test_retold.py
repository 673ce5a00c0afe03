"""New versions told by what somebody did with the story; films told by the film's own title."""

import pytest

from filmdossier.extract.connections import connections
from support.claims import stated

LEAD = "'''''Ferry Lane''''' is a 1967 American crime film directed by Ann Day.\n\n== Legacy ==\n"


@pytest.mark.parametrize(
    ("words", "film"),
    [
        ("Tom Reed moved the story to Osaka in ''Night Boats'' (1989).", "Night Boats"),
        ("Twenty years later a Finn redid it on skis as ''Snow Lane'' (1987).", "Snow Lane"),
        ("''Star Lane'' (1995) transplants it to a space station.", "Star Lane"),
        ("Tom Reed took the novel up again for ''Night Boats'' (1989).", "Night Boats"),
        ("''Night Boats'' (1989), which has a woman in the part, is an acknowledged remake.", "Night Boats"),
        ("Nobody had asked for ''Ferry Lane'' (2004), with computers in it.", "Ferry Lane"),
    ],
)
def test_a_story_told_anew_is_a_remake(words: str, film: str) -> None:
    assert film in stated(connections, f"{LEAD}{words}").get("remade_as", set())


@pytest.mark.parametrize(
    "words",
    [
        "Tom Reed took it to Osaka, and came back with ''Night Boats'' (1989).",
        "It was moved to television in 1989, when ''Night Boats'' was on.",
        "''Ferry Lane'' (2004) is an unrelated musical film of the same title.",
        "Tom Reed wanted to move the story to Osaka in ''Night Boats'' (1989).",
    ],
)
def test_what_is_not_told_anew(words: str) -> None:
    assert "remade_as" not in stated(connections, f"{LEAD}{words}")


def test_further_wordings_of_sequels_and_remakes() -> None:
    words = "Remade under the same title in 2006. Reed wrote a sequel, which Day filmed as ''Ferry Street'' in 1971."
    found = stated(connections, f"{LEAD}{words}")
    assert "Ferry Lane" in found["remade_as"]
    assert "Ferry Street" in found["followed_by"]


def test_a_number_behind_the_title_is_a_sequel() -> None:
    assert "Ferry Lane II" in stated(connections, f"{LEAD}In ''Ferry Lane II'' (1971) the boat is gone.")["followed_by"]


def test_its_remake_is_the_other_films() -> None:
    words = "The plot draws on ''Stagecoach'', from which comes the crossing, and its remake ''The Long Ride'' (1966)."
    assert "remade_as" not in stated(connections, f"{LEAD}{words}")
