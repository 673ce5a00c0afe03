"""Filming places from sentences, lists of locations and categories."""

import pytest

from filmdossier.extract.places import places
from filmdossier.model.claim import Polarity
from support.claims import claims_of, stated

LEAD = "{{Infobox film|name=The Third Man}}\n'''''The Third Man''''' is a 1949 film directed by Carol Reed.\n\n"


def page(body: str, heading: str = "Filming") -> set[str]:
    return stated(places, f"{LEAD}== {heading} ==\n{body}").get("filming_place", set())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The film was shot on location in Vienna and at Shepperton Studios.", {"Vienna", "Shepperton Studios"}),
        ("Principal photography took place in Hyderabad, Chennai, Belgaum and Goa.", {"Hyderabad", "Chennai", "Belgaum", "Goa"}),
        ("It was filmed in Big Spring, Texas.", {"Big Spring, Texas"}),
        (
            "Scenes were filmed at Blenheim Palace (the hall), Castle Howard and Petworth House (chapel).",
            {"Blenheim Palace", "Castle Howard", "Petworth House"},
        ),
        ("Production then moved to Pinewood Studios.", {"Pinewood Studios"}),
        ("Locations included Oxford, the Mojave Desert and Georgia.", {"Oxford", "Mojave Desert", "Georgia"}),
        ("Englefield House in Berkshire served as the mansion.", {"Englefield House", "Berkshire"}),
        ("Shot in the Toronto suburb of Scarborough, Ontario, it cost little.", {"Scarborough, Ontario"}),
    ],
)
def test_sentences(sentence: str, expected: set[str]) -> None:
    assert page(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It was shot in Technicolor.",
        "The film was shot in Hindi.",
        "It was filmed in March 1949.",
        "The sequel was filmed in Berlin.",
        "While shooting a documentary in Norway, Reed had the idea.",
        "Harry gets a clear shot at Calloway.",
        "At the time of filming Welles was in Paris.",
    ],
)
def test_what_is_no_place_of_filming(sentence: str) -> None:
    assert page(sentence) == set()


def test_a_list_of_locations() -> None:
    assert page("* Trevi Fountain\n* Palazzo Colonna, for the last scene", "Filming locations") == {
        "Trevi Fountain",
        "Palazzo Colonna",
    }


def test_categories_speak_where_the_text_is_silent() -> None:
    assert page("Nothing.\n[[Category:Films shot in Vienna]]") == {"Vienna"}
    claims = claims_of(places, f"{LEAD}== Filming ==\nIt was filmed in Vienna.\n[[Category:Films shot in Austria]]")
    assert {str(c.value): c.confidence >= 0.5 for c in claims} == {"Vienna": True, "Austria": False}


def test_a_place_only_considered() -> None:
    claims = claims_of(places, f"{LEAD}== Filming ==\nThe film was to have been shot in Prague.")
    assert not any(c.polarity is Polarity.ASSERTED and c.confidence >= 0.5 for c in claims)
