"""Companies and running times that reviews and notes name, and those that they only compare with."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.companies import companies
from filmdossier.extract.production_data import production_data
from support.prose import document


def told(sentence: str) -> set[tuple[str, str]]:
    annotations = annotate(document("Night Ferry (1982) is a brilliant, moving thriller. I loved Night Ferry.", sentence))
    claims = [
        made for topic in annotations.topics for made in (*companies(annotations, topic), *production_data(annotations, topic))
    ]
    return {(made.predicate.value, str(made.value)) for made in claims if made.predicate.value != "genre"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A Meridian Films production in association with Nord Film.", {"Meridian Films", "Nord Film"}),
        ("Night Ferry is a Meridian Films production.", {"Meridian Films"}),
        ("Night Ferry, a Meridian production, opens in May.", {"Meridian"}),
        ("He is caught in the middle of a Meridian Films production.", set()),
        ("This is not a Meridian production.", set()),
        ("It is an Italian-Spanish production.", set()),
    ],
)
def test_whose_production_it_is(sentence: str, expected: set[str]) -> None:
    assert {value for predicate, value in told(sentence) if predicate == "production_company"} == expected


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        ("The 103-minute running time is about 10 minutes or so too long.", {"103"}),
        ("Its running time is 15 minutes shorter in Britain.", set()),
        ("With a running time of 97 minutes it flies by.", {"97"}),
    ],
)
def test_how_long_it_runs_and_by_how_much_too_long(sentence: str, minutes: set[str]) -> None:
    assert {value for predicate, value in told(sentence) if predicate == "runtime_minutes"} == minutes
