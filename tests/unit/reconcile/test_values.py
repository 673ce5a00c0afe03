"""When two written values are one."""

from collections.abc import Callable

import pytest

from filmdossier.reconcile import values


@pytest.mark.parametrize(
    ("key", "a", "b"),
    [
        (values.name_key, "J. R. Doyle", "J.R. Doyle"),
        (values.name_key, "Jasper Pääkkönen", "Jasper Paakkonen"),
        (values.company_key, "Warner Bros.", "Warner Brothers Pictures"),
        (values.company_key, "RKO Radio Pictures", "RKO Radio Pictures, Inc."),
        (values.country_key, "American", "United States"),
        (values.country_key, "the United Kingdom", "British"),
        (values.language_key, "Hindi-language", "Hindi"),
        (values.genre_key, "crime film", "crime"),
        (values.minutes_key, "2 hours 15 minutes", "135"),
        (values.minutes_key, "1h 35m", "95 minutes"),
        (values.date_key, "25 August 1995", "August 25, 1995"),
        (values.date_key, "1995-08-25", "August 25, 1995"),
        (values.money_key, "$25.4 million", "$25,405,445"),
        (values.money_key, "US$7 million", "$7,000,000"),
    ],
)
def test_one_value_written_two_ways(key: Callable[[str], str], a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(
    ("key", "a", "b"),
    [
        (values.name_key, "Joel Coen", "Ethan Coen"),
        (values.minutes_key, "104 minutes", "105 minutes"),
        (values.date_key, "25 August 1995", "26 August 1995"),
        (values.money_key, "$7 million", "£7 million"),
        (values.money_key, "$7 million", "$7.5 million"),
        (values.country_key, "Ireland", "Iceland"),
    ],
)
def test_two_values(key: Callable[[str], str], a: str, b: str) -> None:
    assert key(a) != key(b)


def test_short_forms_of_names() -> None:
    assert values.longest_forms(["Spike Lee", "Lee", "S. Lee"]) == {
        "Spike Lee": "Spike Lee",
        "Lee": "Spike Lee",
        "S. Lee": "Spike Lee",
    }


def test_a_surname_that_could_be_either_stays_as_it_is() -> None:
    assert values.longest_forms(["Joel Coen", "Ethan Coen", "Coen"])["Coen"] == "Coen"
