"""What comes before and after the film in a series that one sentence sets out."""

import pytest

from filmdossier.extract.connections import connections
from support.claims import stated

LEAD = "'''''Harbour Watch''''' is a 1961 crime film directed by Carl Day.\n\n"


def links(words: str) -> dict[str, set[str]]:
    found = stated(connections, f"{LEAD}{words}")
    return {relation: films for relation, films in found.items() if relation in ("sequel_to", "followed_by")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "It is the second film in the Inspector Holt series, after ''Tide Table'' (1959) and before ''Low Pier'' (1963).",
            {"sequel_to": {"Tide Table"}, "followed_by": {"Low Pier"}},
        ),
        (
            "The film was the first of three in which Reed played Holt, the others being ''Tide Table'' (1963) and ''Low Pier'' (1964).",
            {"followed_by": {"Tide Table", "Low Pier"}},
        ),
        ("Reed reprised the role in ''Tide Table'' (1964).", {"followed_by": {"Tide Table"}}),
        ("Reed reprises his role from ''Tide Table'' (1958).", {"sequel_to": {"Tide Table"}}),
        ("It takes up the story three days after ''Tide Table'' (1958) leaves off.", {"sequel_to": {"Tide Table"}}),
        ("Day and Reed made a second film about the inspector, ''Tide Table'', in 1964.", {"followed_by": {"Tide Table"}}),
    ],
)
def test_order(words: str, expected: dict[str, set[str]]) -> None:
    assert links(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "It was one of the ten highest-grossing films of the series, before ''Tide Table'' (1962).",
        "Reed has a cameo, reprising his role from ''Tide Table'' (1958).",
        "Reed reprised the role in the television series ''Tide Table'' (1964).",
        "It was the first of four films of Reed's for the studio; he had left ''Tide Table'' (1958).",
        "Day planned to make a second film about the inspector, ''Tide Table''.",
    ],
)
def test_no_order(words: str) -> None:
    assert not links(words)
