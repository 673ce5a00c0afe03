"""Companies that running sentences name by what they do to the film."""

import pytest

from filmdossier.extract.credits.companies_told import companies_told
from support.claims import stated

LEAD = "Salt Harbour (1989)\n\nNotes for the showing of Salt Harbour, directed by Ana Ruiz.\n\n"


@pytest.mark.parametrize(
    ("words", "made", "released"),
    [
        ("Film4 and the BFI put up the money, and Palace picked it up for Britain.", {"Film4", "BFI"}, {"Palace"}),
        ("Allied Artists and ABC Pictures paid for it.", {"Allied Artists", "ABC Pictures"}, set()),
        ("The Danish Film Institute, Nordisk and SVT came in alongside her own money.",
         {"Danish Film Institute", "Nordisk", "SVT"}, set()),
        ("She told George Holm, and HandMade bought it for Britain.", set(), {"HandMade"}),
        ("In America it was handled by Avenue Pictures.", set(), {"Avenue Pictures"}),
        ("It had its British release on 29 April through Twentieth Century-Fox.", set(), {"Twentieth Century-Fox"}),
        ("The money came from United Artists, which also released the film.", set(), {"United Artists"}),
        ("It was a Beacon Communications picture, with the First Film Company and Dirty Hands.",
         {"Beacon Communications", "First Film Company", "Dirty Hands"}, set()),
    ],
)  # fmt: skip
def test_who_pays_and_who_releases(words: str, made: set[str], released: set[str]) -> None:
    found = stated(companies_told, f"{LEAD}{words}\n")
    assert found.get("production_company", set()) == made
    assert found.get("distributor", set()) == released


@pytest.mark.parametrize(
    "words",
    [
        "Ruiz paid for it herself, and Anna Holm put up the rest.",
        "Denmark co-produced nothing that year.",
        "Ruiz's friend Anna Holm bought the rights to the novel.",
        "Anna Holm brought it out of the can.",
        "In 2004 the National Film Registry took it up.",
    ],
)
def test_persons_countries_and_archives_are_no_companies(words: str) -> None:
    assert stated(companies_told, f"{LEAD}{words}\n") == {}
