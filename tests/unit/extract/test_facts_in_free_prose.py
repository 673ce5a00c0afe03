"""Sums, awards, places and first nights told in the many manners of people who write no encyclopedias."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.awards import awards
from filmdossier.extract.based_on import based_on
from filmdossier.extract.money import money
from filmdossier.extract.places import places
from filmdossier.extract.releases import releases
from filmdossier.extract.setting import setting
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import Polarity
from support.claims import Extractor
from support.prose import document

FILM = FilmHint(title="Night Ferry", year=1951)


def told(extractor: Extractor, *paragraphs: str) -> set[tuple[str, str]]:
    annotations = annotate(document(*paragraphs), FILM)
    return {
        (str(claim.predicate), str(claim.value))
        for claim in extractor(annotations, annotations.topics[0])
        if claim.confidence >= 0.5 and claim.polarity is Polarity.ASSERTED
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The whole thing was made for a sum of about nine million pesetas.", {("budget", "nine million pesetas")}),
        ("They shot it in a month for half a million.", {("budget", "half a million")}),
        ("The works cost some twelve million kroner.", {("budget", "twelve million kroner")}),
        ("And the budget? Around 2.5 million dollars, most of it borrowed.", {("budget", "2.5 million dollars")}),
        ("The director was given £2 million by the bank.", {("budget", "£2 million")}),
        ("The receipts came to a little over thirty million francs.", {("box_office", "thirty million francs")}),
        ("Two million people live in the town where it was made.", set()),
        ("The star was paid five million dollars.", set()),
    ],
)
def test_sums(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(money, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Volpi Cup for best actor went to Ines Valdor.", {"Volpi Cup for best actor"}),
        ("In Paris the César for editing was hers.", {"César for editing"}),
        ("It left with the Golden Shell.", {"Golden Shell"}),
        ("Nastro d'argento 1952: director, photography.", {"Nastro d'argento: director", "Nastro d'argento: photography"}),
        ("BAFTA: Best Film; Best Direction.", {"BAFTA: Best Film", "BAFTA for Best Direction"}),
        ("Golden Globes: nominated for best film, best score.", set()),
        ("The nomination for the Silver Bear went to Ines Valdor.", set()),
    ],
)
def test_awards(sentence: str, expected: set[str]) -> None:
    found = {value for _, value in told(awards, sentence)}
    assert len(found) == len(expected)
    assert all(any(want.split()[-1] in value for value in found) for want in expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The village is Boral, and the crew slept in the school.", {"Boral"}),
        ("For the beach the unit travelled to Camber Sands.", {"Camber Sands"}),
        ("The college, on the other hand, is Martindale Hall, near Mintaro; the scenes with the horses were shot later.", {"Martindale Hall"}),
        ("None of the picture was filmed in Fargo.", set()),
        ("The house is in Rye, and his wife waits there.", set()),
    ],
)  # fmt: skip
def test_places(sentence: str, expected: set[str]) -> None:
    assert {value for _, value in told(places, sentence)} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("First night: the Hindley Cinema, Adelaide, 8 August 1951.", {("premiere", "Hindley Cinema, Adelaide, 8 August 1951")}),
        ("It was shown for the first time at the Museum of Modern Art in New York on 3 May 1951.", {("premiere", "Museum of Modern Art in New York on 3 May 1951")}),
        ("Released in Japan on 25 April 1951, it drew crowds.", {("release_date", "25 April 1951")}),
        ("It reached Brazilian cinemas on 30 August.", {("release_date", "30 August")}),
    ],
)  # fmt: skip
def test_first_nights(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(releases, sentence) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "At the beginning of the century, in rural Bengal, a priest leaves his wife, who waits, hopes and writes. He sends nothing, and she sells the cow.",
            {"beginning of the century", "rural Bengal"},
        ),
        ("I live in Lisbon, he lives in Porto, and the crew sleeps where it works; the studio pays.", set()),
    ],
)
def test_settings(paragraph: str, expected: set[str]) -> None:
    assert {value for _, value in told(setting, paragraph)} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The two brothers bought the rights to Lena Brook's 1949 novel before the war was over.", {"Lena Brook's 1949 novel"}),
        ("It goes back to Lena Brook, from whose novel of 1949 Ines Valdor made the script.", {"novel by Lena Brook"}),
        ("Script by Ines Valdor, after the novel by Lena Brook.", {"novel by Lena Brook"}),
        ("After the play the two friends went home.", set()),
    ],
)
def test_sources(sentence: str, expected: set[str]) -> None:
    assert {value for _, value in told(based_on, sentence)} == expected


@pytest.mark.parametrize(
    ("extractor", "sentence", "expected"),
    [
        (money, "It was made by a small company of the port for a bit under a million pounds.", {("budget", "a million pounds")}),
        (money, "Its costs lay at about five million marks.", {("budget", "five million marks")}),
        (money, "With £200,000 scraped together they set off.", {("budget", "£200,000")}),
        (money, "In the States it did a modest $14.9 million.", {("box_office", "$14.9 million")}),
        (money, "It was watched by 3.3 million people.", {("box_office", "3.3 million people")}),
        (money, "He worked for a man who was paid for two million pounds of fish.", set()),
        (money, "It made back its money ten times over.", set()),
        (releases, "At Venice, where it was first seen on 30 August 1951, nobody clapped.",
         {("premiere", "Venice, 30 August 1951")}),
        (releases, "It was entered in competition at Cannes in May.", {("premiere", "Cannes in May")}),
        (releases, "Palace brought it out in England on 3 March 1952.", {("release_date", "3 March 1952")}),
        (releases, "Copenhagen got it on 7 April 1952.", {("release_date", "7 April 1952")}),
        (places, "They shot in Trench Town, in the tenements of West Kingston and, for the end, on the beach at Lime Cay.",
         {("filming_place", "Trench Town"), ("filming_place", "West Kingston"), ("filming_place", "Lime Cay")}),
        (places, "Cast and crew set up camp in Canton and moved through Vicksburg and Yazoo City.",
         {("filming_place", "Canton"), ("filming_place", "Vicksburg"), ("filming_place", "Yazoo City")}),
        (places, "Shot at Broken Hill and in the studio at Bondi Junction; Ines Valdor camera, Max Roy editing.",
         {("filming_place", "Broken Hill"), ("filming_place", "Bondi Junction")}),
        (places, "The farm with the nest, long since pulled down, is Tankersley Old Hall, and the Caspers' house a real one.",
         {("filming_place", "Tankersley Old Hall")}),
        (places, "It was filmed at Corsham Court, Wiltshire.", {("filming_place", "Corsham Court, Wiltshire")}),
    ],
)  # fmt: skip
def test_sums_dates_and_places_told_freely(extractor: Extractor, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(extractor, sentence) == expected
