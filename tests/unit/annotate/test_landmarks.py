"""Well-known titles in text that sets none in italics."""

import pytest

from filmdossier.annotate.landmarks import known_years, landmark_titles_in
from support.prose import document


def found(words: str) -> set[str]:
    return {span.of(words) for span, _ in landmark_titles_in(document(words))}


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("They kept quoting Taxi Driver and Blade Runner at each other.", {"Taxi Driver", "Blade Runner"}),
        ("Walter Hill's The Driver and Jean Vigo's L'Atalante came first.", {"The Driver", "L'Atalante"}),
        ("It runs from Citizen Kane, Vertigo and Psycho to this.", {"Citizen Kane", "Vertigo", "Psycho"}),
        ("They ran Bullitt for the crew, and he kept thinking of Vertigo.", {"Bullitt", "Vertigo"}),
        ("Vertigo is a fear of heights; he played the Stalker, she a Witness.", set()),
        ("The song It's Only a Paper Moon is older.", set()),
        ("The driver lost his head and the kid went home.", set()),
    ],
)
def test_titles(words: str, titles: set[str]) -> None:
    assert found(words) == titles


def test_years() -> None:
    assert known_years("Sunset Boulevard") == "1950"
    assert known_years("Scarface") == "1932,1983"
    assert known_years("A Title of Nobody's") == ""
