"""Awards that running text tells freely, and clauses on prizes that were not won."""

import pytest

from filmdossier.extract.awards_told import awards_told
from support.claims import stated

LEAD = "Babylon Moon is a 1994 film directed by Ana Ruiz.\n\n"


def told(words: str) -> set[str]:
    return stated(awards_told, f"{LEAD}{words}\n").get("award", set())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "At Locarno it was crowned with the Golden Leopard and a special mention of the Ecumenical Jury.",
            {"Golden Leopard", "special mention of the Ecumenical Jury"},
        ),
        ("In Denmark: two Roberts, best film and best actress in a leading role.",
         {"Roberts: best film", "Roberts: best actress in a leading role"}),
        ("There was silverware enough: best first film at Venice and the audience award in Havana.",
         {"Venice: best first film", "audience award"}),
        ("She came home from the BAFTAs with the four for best film, direction, editing and adapted screenplay.",
         {"BAFTA for best film", "BAFTA for direction", "BAFTA for editing", "BAFTA for adapted screenplay"}),
        ("The jury gave him the Silver Shell for best director, and the Blue Ribbon for best actor followed.",
         {"Silver Shell for best director", "Blue Ribbon for best actor"}),
        ("The London critics named her actress of the year.", {"London critics: actress of the year"}),
        ("It has besides the Golden Globe for the film in a foreign language.", {"Golden Globe for the film in a foreign language"}),
    ],
)  # fmt: skip
def test_prizes_in_free_prose(words: str, expected: set[str]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "It was nominated for two Oscars, best film and best director.",
        "At Cannes it competed for the Palme d'Or and lost.",
        "The Golden Bear would have been no surprise.",
        "Its Oscar-winning cameraman took the picture to the Edinburgh Film Festival.",
        "Of the two Oscars for which it was put up it took none.",
        "The story goes on in Babylon Sun (1996), which won the Golden Lion.",
        "Ruiz, who won a BAFTA for Winter Bread, had never shot in colour.",
        "The Filmfare Awards were given in Bombay that year.",
    ],
)
def test_prizes_not_won_by_this_film(words: str) -> None:
    assert told(words) == set()
