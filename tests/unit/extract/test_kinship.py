"""Kin among films, told by their years where the wording alone does not say who took from whom."""

import pytest

from filmdossier.extract.connections import influences
from support.claims import stated

LEAD = "'''''Ferry Lane''''' is a 1967 American crime film directed by Ann Day.\n\n"


@pytest.mark.parametrize(
    ("words", "relation", "film"),
    [
        ("== Production ==\nThe suitcase is opened in a nod to ''Kiss Me Deadly''.", "influenced_by_film", "Kiss Me Deadly"),
        ("== Legacy ==\nIts long walk down a corridor is restaged in ''The Limey''.", "influenced_film", "The Limey"),
        ("== Legacy ==\n''Memento'' would be unthinkable without the film.", "influenced_film", "Memento"),
    ],
)
def test_the_elder_lends_and_the_younger_borrows(words: str, relation: str, film: str) -> None:
    assert film in stated(influences, f"{LEAD}{words}").get(relation, set())


@pytest.mark.parametrize(
    "words",
    [
        "== Reception ==\nA critic thought it similar in mood to ''The Limey'', thirty years on.",
        "== Production ==\nDay had directed ''Kiss Me Deadly'' and was inspired by its success to go on.",
        "== Release ==\nIt opened in the week of ''Bonnie and Clyde''.",
    ],
)
def test_what_films_have_in_common_otherwise_is_no_kinship(words: str) -> None:
    found = stated(influences, f"{LEAD}{words}")
    assert "influenced_film" not in found
    assert "Bonnie and Clyde" not in found.get("influenced_by_film", set())


def test_no_year_of_the_list_is_stated() -> None:
    page = f"{LEAD}== Production ==\nThe suitcase is opened in a nod to ''Kiss Me Deadly''."
    assert "1955" not in str(stated(influences, page))
