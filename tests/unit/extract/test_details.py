"""What the people of the story own, by their names."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.details import details
from filmdossier.model.claim import Detail
from support.prose import document


def owned(words: str) -> set[tuple[str, str]]:
    annotations = annotate(document("Night Ferry is a 1951 drama film.", words))
    values = [claim.value for claim in details(annotations, annotations.topics[0])]
    return {(value.about, value.value) for value in values if isinstance(value, Detail)}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Salma Hayek is Carolina, who owns a library that nobody visits.", "library"),
        ("Carolina runs a bookstore in a town that does not read.", "bookstore"),
        ("Carolina, played by Salma Hayek, runs a bookstore.", "bookstore"),
        ("Carolina (played by Salma Hayek) owns a bar.", "bar"),
        ("Carolina hides him in her bookstore.", "bookstore"),
    ],
)
def test_an_owner_with_a_name(words: str, value: str) -> None:
    assert ("what Carolina owns", value) in owned(words)


def test_a_pronoun_after_several_names_is_nobody_s() -> None:
    assert owned("Bucho tells Carolina that he paid for her bookstore.") == {("what the woman owns", "bookstore")}


def test_two_things_of_one_owner_tell_nothing() -> None:
    assert owned("Carolina owns a bar. Carolina owns a library.") == set()
