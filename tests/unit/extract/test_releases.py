"""Release dates and premieres from labels and sentences."""

import pytest

from filmdossier.extract.releases import releases
from filmdossier.model.claim import Polarity
from support.claims import claims_of, stated

LEAD = "'''''Alien''''' is a 1979 science fiction film directed by Ridley Scott."


def page(body: str, box: str = "", heading: str = "Release") -> dict[str, set[str]]:
    return stated(releases, f"{{{{Infobox film|name=Alien{box}}}}}\n{LEAD}\n\n== {heading} ==\n{body}")


def test_festival_dates_of_the_box_are_premieres() -> None:
    found = page("Nothing.", "|released={{Film date|1979|5|25|[[Seattle International Film Festival]]|1979|9|6|United Kingdom}}")
    assert {value.split(" (")[0] for value in found["premiere"]} == {"May 25, 1979"}
    assert found["release_date"] == {"September 6, 1979"}


def test_the_town_before_the_countries_is_where_it_was_first_shown() -> None:
    found = page("Nothing.", "|released={{Film date|1979|5|20|Hollywood|1979|5|25|United States}}")
    assert found["release_date"] == {"May 25, 1979"}
    assert found["premiere"] == {"May 20, 1979 (Hollywood)"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The film was released in the United States on May 25, 1979.", {"release_date": {"May 25, 1979"}}),
        ("It opened in the U.S. on 25 May 1979.", {"release_date": {"25 May 1979"}}),
        ("It premiered at the Cannes Film Festival on 12 May 1979.", {"premiere": {"Cannes Film Festival on 12 May 1979"}}),
        ("It premiered in the U.S. on May 25, 1979 in New York City.", {"premiere": {"May 25, 1979 in New York City"}}),
        ("The dubbed print premiered in Rome on 1 May 1979 and was released in Italy on 25 October 1979.",
         {"premiere": {"Rome on 1 May 1979"}, "release_date": {"25 October 1979"}}),
        ("It was screened at the Venice Film Festival in August 1979.", {"premiere": {"Venice Film Festival in August 1979"}}),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: dict[str, set[str]]) -> None:
    assert page(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It was released on DVD on 6 January 2004.",
        "''Aliens'' was released on July 18, 1986.",
        "A sequel was released on July 18, 1986.",
        "''Alien 3'' was released on May 22, 1992.",
        "The soundtrack album was released on June 1, 1979.",
        "Filming ended on 21 October 1978.",
    ],
)
def test_other_dates(sentence: str) -> None:
    assert page(sentence) == {}


def test_a_year_alone_counts_where_nothing_is_fuller() -> None:
    assert page("Nothing.", "|released=1979") == {"release_date": {"1979"}}
    assert page("It was released on 25 May 1979.", "|released=1979") == {"release_date": {"25 May 1979"}}


def test_a_planned_date_is_marked_as_planned() -> None:
    claims = claims_of(releases, f"{LEAD}\n\n== Release ==\nThe film was scheduled to be released on 1 March 1979.")
    assert {claim.polarity for claim in claims} == {Polarity.PLANNED}
