"""Which strings can be a performer's name, and which nouns mean a person."""

import pytest

from filmdossier.extract.cast.names import (
    full_name,
    leading_words,
    nickname,
    person_key,
    person_like,
    surname,
    untitled,
    without_nickname,
)
from filmdossier.extract.cast.persons import person_noun, person_phrase


@pytest.mark.parametrize(
    "name",
    ["Sammy Davis, Jr.", "Larry the Cable Guy", "Cher", "T. S. Nagabharana", "Robert De Niro", 'Bobby "Boris" Pickett', "K.T.S. Padannayil", "千尋", "Ryan O'Neal", "d'Arcy Corrigan"],
)  # fmt: skip
def test_names(name: str) -> None:
    assert person_like(name)


@pytest.mark.parametrize(
    "name", ["Himself", "a banker", "Walter Huston of", "RKO Radio Pictures", "Best Actor: 1950", "Various", "the", ""]
)
def test_no_names(name: str) -> None:
    assert not person_like(name)


def test_full_names() -> None:
    assert full_name("Don Ameche")
    assert full_name("Loretta Young")
    assert full_name("Lady Gaga")
    assert not full_name("Captain Morton")
    assert not full_name("Cher")


def test_forms() -> None:
    assert surname("Sammy Davis, Jr.") == "Davis"
    assert person_key("Michèle Morgan") == person_key("Michele  Morgan") == "michelemorgan"
    assert untitled("Senator Fred Thompson") == "Fred Thompson"
    assert nickname('Philip "Flip" Zimmerman') == "Flip"
    assert without_nickname('Philip "Flip" Zimmerman') == "Philip Zimmerman"
    assert nickname("Ryan O'Neal") is None
    assert "Oscar-winner Ben Kingsley"[leading_words("Oscar-winner Ben Kingsley") :] == "Ben Kingsley"
    assert leading_words("Star Trek") == 5
    assert leading_words("Ben Kingsley") == 0


@pytest.mark.parametrize("word", ["gambler", "reporter", "brothers", "henchmen", "father-in-law", "fatale", "patron", "detective"])
def test_nouns_for_persons(word: str) -> None:
    assert person_noun(word)


@pytest.mark.parametrize("word", ["letter", "clever", "weapon", "result", "comedy", "newspaper", "former", "transfer"])
def test_other_words(word: str) -> None:
    assert not person_noun(word)


def test_the_head_decides() -> None:
    assert person_phrase("the owner of a store")
    assert not person_phrase("the store of an owner")
