"""Remakes that are listed, or told after other words for making a film again."""

import pytest

from filmdossier.extract.connections import connections
from filmdossier.model.text import Span
from support.claims import claims_of, stated

LEAD = "'''''Harbour Watch''''' is a 1978 Malayalam-language thriller film directed by Anil Das.\n\n"
PLAIN = "Harbour Watch\n\nHarbour Watch is a 1978 Malayalam-language thriller film directed by Anil Das.\n\n"


def remakes(words: str) -> set[str]:
    return stated(connections, f"{LEAD}{words}").get("remade_as", set())


@pytest.mark.parametrize(
    ("words", "films"),
    [
        ("It was remade in three languages: ''Tide Table'' (1980) in Tamil, ''Low Pier'' (1981) in Telugu and ''Sand Bar'' (1984) in Hindi.", {"Tide Table", "Low Pier", "Sand Bar"}),
        ("The film was remade in Kannada as ''Tide Table'' (1980), in Bengali as ''Low Pier'' and in Hindi as ''Sand Bar''.", {"Tide Table", "Low Pier", "Sand Bar"}),
        ("A Hindi remake of the film, titled ''Tide Table'', came out in 1980.", {"Tide Table"}),
        ("Columbia remade the film in 1983 with Rod Steiger as ''Tide Table''.", {"Tide Table"}),
        ("Two remakes followed, one in Egypt (''Tide Table'', 1982) and one in Peru (''Low Pier'', 1985).", {"Tide Table", "Low Pier"}),
        ("In 1985 it was the basis of the American film ''Tide Table'', directed by Jim Orr.", {"Tide Table"}),
        ("The plot was reused for the western ''Tide Table'' (1981).", {"Tide Table"}),
        ("The 1983 Hindi film ''Tide Table'' is based on this film.", {"Tide Table"}),
    ],
)  # fmt: skip
def test_remakes(words: str, films: set[str]) -> None:
    assert remakes(words) == films


@pytest.mark.parametrize(
    "words",
    [
        "The film was dubbed into Hindi as ''Tide Table''.",
        "Das later turned to ''Tide Table'' (1981), which was remade as ''Low Pier''.",
        "The script was filmed in Cochin, as was ''Tide Table''.",
        "The story was adapted for the television series ''Tide Table'' (1981).",
    ],
)
def test_what_is_no_remake(words: str) -> None:
    assert not remakes(words)


def test_titles_that_nothing_marks() -> None:
    words = "It was remade in Tamil as Tide Table (1980), in Telugu as Low Pier and in Hindi as Sand Bar."
    assert stated(connections, f"{PLAIN}{words}", "page.md").get("remade_as") == {"Tide Table", "Low Pier", "Sand Bar"}


def test_evidence_is_the_title_itself() -> None:
    page = f"{LEAD}It was remade in Tamil as ''Tide Table'' (1980)."
    [made] = [made for made in claims_of(connections, page) if made.extractor == "listed remake"]
    assert made.evidence[0].quote
    assert isinstance(made.evidence[0].span, Span)
