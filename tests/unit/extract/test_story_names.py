"""Persons whom a plot names without saying who plays them."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.story_names import story_names
from filmdossier.model.claim import CharacterName
from support.prose import document

LEAD = "Night Ferry is a 1951 film."


def named(*sentences: str) -> list[str]:
    annotations = annotate(document(LEAD, *sentences))
    return [claim.value.name for claim in story_names(annotations, annotations.topics[0]) if isinstance(claim.value, CharacterName)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bucho gathers his men and waits.", ["Bucho"]),
        ("He calls his friends, Campa and Quino, for help.", ["Campa", "Quino"]),
        ("In the morning Moreno secretly leaves the harbour.", ["Moreno"]),
    ],
)
def test_who_acts_and_who_is_whose_friend(sentence: str, expected: list[str]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Roy plays the captain.",
        "Ines Roy directed it in nine days.",
        "Per Dahl of The Post writes that it drags.",
        "Fifteen men drown in the first reel.",
        "Next Moreno leaves the harbour.",
        "Five years on they meet once more.",
        'The song "Moreno leaves at dawn" plays over the credits.',
    ],
)
def test_makers_critics_numbers_and_titles_are_no_persons_of_the_story(sentence: str) -> None:
    assert named(sentence) == []


def test_a_first_name_is_the_fuller_names_of_the_same_plot() -> None:
    annotations = annotate(document(LEAD, "Peter Joshua steals the gold.", "Peter hides it."))
    found = [claim.value for claim in story_names(annotations, annotations.topics[0])]
    assert found == [CharacterName(name="Peter Joshua"), CharacterName(name="Peter Joshua", aliases=("Peter",))]
