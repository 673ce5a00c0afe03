"""Films that a text names without a word for what they have to do with its own."""

import pytest

from filmdossier.extract.connections import influences
from support.claims import stated

# A note without the headings of an article: an essay, for the program.
LEAD = "Ferry Lane (1967)\n\nDirected by Ann Day. With Joe Hill and Mary Stone.\n\nAnn Day was thirty when she shot Ferry Lane on the river.\n\n"


@pytest.mark.parametrize(
    ("words", "relation", "film"),
    [
        ("Sergio Corbucci's The Great Silence goes down the same road.", "influenced_film", "The Great Silence"),
        ("In The Royal Tenenbaums the boy keeps his money in the very same tin.", "influenced_film", "The Royal Tenenbaums"),
        ("Barry Jenkins, who had it projected for his crew, was preparing Lost in Translation.", "influenced_film", None),
        ("From Kiss Me Deadly she took the suitcase that nobody may open.", "influenced_by_film", "Kiss Me Deadly"),
        ("The mirrors are out of reach, as they are in The Lady from Shanghai.", "influenced_by_film", "The Lady from Shanghai"),
    ],
)
def test_a_film_named_for_no_other_reason_is_kin(words: str, relation: str, film: str | None) -> None:
    found = stated(influences, f"{LEAD}{words}", "note.md").get(relation, set())
    assert film is None or film in found


@pytest.mark.parametrize(
    "words",
    [
        "Day had shot Kiss Me Deadly for another company.",
        "She went on to The Great Silence, and was never out of work again.",
        "Hill turned up in The Royal Tenenbaums as an old man.",
        "Joe Hill, who had been in The Lady from Shanghai, lent her his boat.",
        "From the director of Kiss Me Deadly comes a tale of the river.",
        "It is a better film than Kiss Me Deadly.",
        "Unlike Kiss Me Deadly it was a success at the box office.",
        "It ran for a week on a double bill with Kiss Me Deadly.",
        "Kiss Me Deadly shared the bill on the first day.",
        "Tom Reed filmed on the same bank for Kiss Me Deadly.",
    ],
)
def test_careers_worth_and_money_are_other_reasons(words: str) -> None:
    found = stated(influences, f"{LEAD}{words}", "note.md")
    assert not found.get("influenced_film")
    assert not found.get("influenced_by_film")
