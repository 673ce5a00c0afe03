"""Budget and box office from labels and sentences."""

import pytest

from filmdossier.extract.money import money
from support.claims import claims_of, stated

LEAD = "'''''Jaws''''' is a 1975 American thriller film directed by Steven Spielberg."


def page(body: str, box: str = "") -> dict[str, set[str]]:
    return stated(money, f"{{{{Infobox film|name=Jaws{box}}}}}\n{LEAD}\n\n== Box office ==\n{body}")


def test_the_box() -> None:
    assert page("Nothing.", "|budget=$9 million|gross=$476.5 million") == {
        "budget": {"$9 million"},
        "box_office": {"$476.5 million"},
    }


def test_sums_in_crores_keep_their_word() -> None:
    assert page("Nothing.", "|budget={{INR}}2.5 Crore") == {"budget": {"₹2.5 Crore"}}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The film was made on a budget of $9 million.", {"budget": {"$9 million"}}),
        ("It cost $9 million to make.", {"budget": {"$9 million"}}),
        ("It grossed $260 million in North America and $210 million elsewhere for a total of $470 million.",
         {"box_office": {"$260 million", "$210 million", "$470 million"}}),
        ("It grossed $470 million against a $9 million budget.", {"box_office": {"$470 million"}, "budget": {"$9 million"}}),
        ("The studio had bought El Mariachi, which had cost about $450,000, and gave Spielberg a budget of $9 million for the next one.",
         {"budget": {"$9 million"}}),
        ("It earned rentals of $121 million.", {"box_office": {"$121 million"}}),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: dict[str, set[str]]) -> None:
    assert page(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The studio paid $175,000 for the rights.",
        "The budget for advertising was over $1,800,000.",
        "''The Godfather'' grossed $133 million.",
        "The sequel grossed $187 million.",
        "Dreyfuss had a salary of $100,000.",
    ],
)
def test_other_sums(sentence: str) -> None:
    assert page(sentence) == {}


def test_a_weekend_and_a_profit_are_not_what_the_film_took() -> None:
    claims = claims_of(
        money,
        f"{LEAD}\n\n== Box office ==\nIt grossed $7 million in its opening weekend. It grossed $470 million. It made a profit of $80 million.",
    )
    assert {str(c.value) for c in claims if c.confidence >= 0.5} == {"$470 million"}


def test_a_loss_stands_in_where_nothing_says_what_it_took() -> None:
    assert page("The film recorded a loss of $53,000.") == {"box_office": {"$53,000"}}
