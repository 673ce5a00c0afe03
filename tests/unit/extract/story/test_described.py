"""Ties out of the descriptions that stand beside names in a cast list."""

import pytest

from filmdossier.extract import story
from filmdossier.extract.cast import cast
from filmdossier.extract.story.described import described_ties
from filmdossier.extract.story.persons import Persons
from support.claims import claims_of

PAGE = (
    "{{Infobox film|name=Night Ferry}}\n'''''Night Ferry''''' is a 1951 drama film directed by Ida Lupino.\n\n== Cast ==\n"
    "* Ida Roy as Ana Dahl\n* Otto Berg as Per Dahl\n* Nils Holm as Kit, %s\n"
)


def ties(description: str) -> set[tuple[str, str, str]]:
    known = claims_of(cast, PAGE % description)
    persons = Persons.of_cast(known)
    return {(tie.a.text, tie.noun, tie.b.text) for tie in described_ties(known, persons)}


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Ana's brother", {("Kit", "brother", "Ana Dahl")}),
        ("Ana's younger brother", {("Kit", "brother", "Ana Dahl")}),
        ("best friend of Per", {("Kit", "friend", "Per Dahl")}),
        ("Ana and Per's son", {("Kit", "son", "Ana Dahl"), ("Kit", "son", "Per Dahl")}),
        ("a sailor, Per's former boss", {("Kit", "boss", "Per Dahl")}),
        ("Ana's parole officer", {("Kit", "parole officer", "Ana Dahl")}),
        ("Per's Driving Teacher", {("Kit", "teacher", "Per Dahl")}),
        ("Ana's step-son", {("Kit", "step-son", "Ana Dahl")}),
        ("Per's old house", set()),
        ("a sailor who buys Ana's house", set()),
        ("a sailor who betrays Ana's trust and sinks", set()),
        ("Nobody's friend", set()),
    ],
)
def test_what_a_description_says(description: str, expected: set[tuple[str, str, str]]) -> None:
    assert ties(description) == expected


def test_what_sort_of_manager_somebody_is() -> None:
    known = claims_of(cast, PAGE % "Per's boxing manager")
    assert [(tie.noun, tie.sort) for tie in described_ties(known, Persons.of_cast(known))] == [("manager", "boxing")]


def test_a_part_that_is_called_only_by_what_it_is_to_another() -> None:
    known = claims_of(cast, PAGE.replace("Kit, %s", "Ana's father"))
    ties = [(tie.a.text, tie.noun, tie.b.text) for tie in described_ties(known, Persons.of_cast(known))]
    assert ties == [("Ana's father", "father", "Ana Dahl")]


def test_a_nickname_in_quotation_marks_leads_to_its_bearer() -> None:
    persons = Persons()
    swede = persons.add('Ole "Swede" Anderson')
    assert persons.find("Swede") is swede


def test_the_package_has_one_way_in() -> None:
    assert callable(story.story)
