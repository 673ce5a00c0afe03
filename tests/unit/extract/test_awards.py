"""Awards from tables, lists and sentences; nominations and other works' awards left out."""

import pytest

from filmdossier.extract.award_lists import full_name
from filmdossier.extract.awards import awards
from support.claims import claims_of, stated

LEAD = "{{Infobox film|name=Casablanca}}\n'''''Casablanca''''' is a 1942 American film directed by Michael Curtiz.\n\n"


def page(body: str, heading: str = "Accolades") -> set[str]:
    return stated(awards, f"{LEAD}== {heading} ==\n{body}").get("award", set())


def test_only_the_won_rows_of_a_table() -> None:
    found = page(
        '{| class="wikitable"\n! Award !! Category !! Recipient !! Result\n|-\n| rowspan=2 | 16th Academy Awards || Best Director || Michael Curtiz || Won\n|-\n'
        "| Best Actor || Humphrey Bogart || Nominated\n|-\n| National Board of Review || Top Ten Films || Casablanca || {{won}}\n|}"
    )
    assert found == {"Academy Award for Best Director", "National Board of Review: Top Ten Films"}


def test_a_list_that_says_who_won() -> None:
    assert page(";Academy Awards\n* Best Picture (Hal B. Wallis) — Won\n* Best Score (Max Steiner) — Nominated") == {
        "Academy Award for Best Picture"
    }


def test_lists_under_wins_and_nominations() -> None:
    found = page(
        "=== Wins ===\n* Academy Award for Best Film Editing (A. Editor)\n=== Nominations ===\n* Academy Award for Best Actor (Humphrey Bogart)"
    )
    assert found == {"Academy Award for Best Film Editing"}


def test_a_list_headed_nominations_within_its_part() -> None:
    assert page("=== Academy Awards ===\n'''Nominations'''\n* Best Actor: Humphrey Bogart\n* Best Score: Max Steiner") == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The film won three Academy Awards: Best Picture, Best Director and Best Adapted Screenplay.",
         {"Academy Award for Best Picture", "Academy Award for Best Director", "Academy Award for Best Adapted Screenplay"}),
        ("It won the Palme d'Or at the Cannes Film Festival.", {"Palme d'Or at the Cannes Film Festival"}),
        ("Rains was nominated for Best Actor and the film won the Saturn Award for Best Horror Film.", {"Saturn Award for Best Horror Film"}),
        ("Bergman received the Silver Bear for Best Actress at the Berlin International Film Festival.", {"Silver Bear for Best Actress"}),
        ("Wallis won the Academy Award for Best Actor in a Leading Role under some controversy.", {"Academy Award for Best Actor in a Leading Role"}),
        ("It was awarded a special citation by the National Board of Review.", {"special citation by the National Board of Review"}),
        ("Curtiz gave an Academy Award-winning performance of nerve.", {"Academy Award"}),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: set[str]) -> None:
    assert page(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It was nominated for eight Academy Awards.",
        "Bogart received an Academy Award nomination for Best Actor at the 16th Academy Awards.",
        "The novel won the Pulitzer Prize.",
        "''Mrs. Miniver'' won the Academy Award for Best Picture.",
        "The film received positive reviews from most critics.",
        'One critic said that "many agreed the award was won by campaigning".',
    ],
)
def test_what_is_no_win_of_this_film(sentence: str) -> None:
    assert page(sentence) == set()


def test_the_film_registry_is_an_honour_not_a_prize() -> None:
    claims = claims_of(
        awards, f"{LEAD}== Legacy ==\nIn 1989 it was selected for preservation in the United States National Film Registry."
    )
    assert [(claim.value, claim.confidence < 0.5) for claim in claims] == [("United States National Film Registry", True)]


@pytest.mark.parametrize(
    ("giver", "category", "expected"),
    [
        ("75th Academy Awards", "Best Director", "Academy Award for Best Director"),
        ("30th Annie Awards", "Annie Award for Music", "Annie Award for Music"),
        ("Cannes Film Festival", "Grand Prix", "Cannes Film Festival: Grand Prix"),
        ("Edgar Award", "Edgar", "Edgar Award"),
    ],
)
def test_the_name_of_an_award(giver: str, category: str, expected: str) -> None:
    assert full_name(giver, category) == expected


def test_the_last_of_a_counted_list_and_the_ceremony_of_the_nominations() -> None:
    lead = "'''''The Ferry''''' is a 1999 film directed by [[Una Brandt]].\n\n== Accolades ==\n"
    counted = stated(awards, f"{lead}It received two Oscars: Best Animated Feature and Sound Editing.\n")
    assert counted["award"] == {"Oscar for Best Animated Feature", "Oscar for Sound Editing"}
    nominated = stated(awards, f"{lead}The film was nominated for six Academy Awards and won Best Adapted Screenplay.\n")
    assert nominated["award"] == {"Academy Award for Best Adapted Screenplay"}
