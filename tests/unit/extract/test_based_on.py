"""The work a film was made from."""

import pytest

from filmdossier.extract.based_on import based_on
from support.claims import stated

LEAD = "'''''Vertigo''''' is a 1958 American film directed by Alfred Hitchcock."


def opening(sentence: str, box: str = "") -> set[str]:
    return stated(based_on, f"{{{{Infobox film|name=Vertigo{box}}}}}\n{LEAD} {sentence}").get("based_on", set())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{{Based on|''D'entre les morts''|[[Boileau-Narcejac]]}}", {"D'entre les morts by Boileau-Narcejac"}),
        ("''Sister Act''<br>1937 magazine story<br>by Fannie Hurst", {"Sister Act by Fannie Hurst"}),
        ("''A Guy Named Joe'' by Dalton Trumbo<br>Frederick Brennan<br>David Boehm", {"A Guy Named Joe by Dalton Trumbo"}),
    ],
)
def test_the_box(value: str, expected: set[str]) -> None:
    assert opening("", f"|based on={value}") == expected


def test_an_author_credited_among_the_writers() -> None:
    assert opening("", "|writer=Jacques Prévert<br>Pierre Mac Orlan (novel)") == {"Pierre Mac Orlan (novel)"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is based on the 1954 novel ''D'entre les morts'' by Boileau-Narcejac.", {"D'entre les morts by Boileau-Narcejac"}),
        (
            'It was adapted from the story "It Had to Be Murder" by the American writer Cornell Woolrich.',
            {"It Had to Be Murder by Cornell Woolrich"},
        ),
        ("It is based on the novel of the same name by Gerald Kersh.", {"novel of the same name by Gerald Kersh"}),
        (
            "Based on Michael Crichton's 1969 novel of the same name, it stars James Stewart.",
            {"Michael Crichton's 1969 novel of the same name"},
        ),
        ("The film is based on the true story of Darren Turner.", {"true story of Darren Turner"}),
    ],
)
def test_sentences(sentence: str, expected: set[str]) -> None:
    assert opening(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "''Rear Window'' is based on a story by Cornell Woolrich.",
        "The remake is based on the novel ''Another'' by Ann Lee.",
        "The decision was based on the weather.",
        "It uses actors drawn from the ''Carry On'' films.",
    ],
)
def test_other_works_sources(sentence: str) -> None:
    assert opening(sentence) == set()


def test_prose_that_names_another_source_than_the_box_is_a_suggestion() -> None:
    assert opening(
        "Although based on a true story, it changes much.", "|based on={{Based on|''Black Klansman''|Ron Stallworth}}"
    ) == {"Black Klansman by Ron Stallworth"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mills and Grant adapted it from a novel called Winter Road by Peter Dahl, which hardly anyone has read.", {"Winter Road by Peter Dahl"}),
        ("Grant wrote it from Peter Dahl's novel of 1961.", {"Peter Dahl's novel"}),
        ("They claim to have taken their story from Homer's Odyssey.", {"Odyssey"}),
        ("They travelled from the town called Winter Road by train.", set()),
    ],
)  # fmt: skip
def test_sources_told_in_further_words(sentence: str, expected: set[str]) -> None:
    found = stated(based_on, f"Night Ferry is a 1951 film directed by Ana Ruiz.\n\n{sentence}\n")
    assert found.get("based_on", set()) == expected
