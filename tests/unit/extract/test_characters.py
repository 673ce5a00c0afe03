"""The persons of the story: their names, other names, player and description."""

from filmdossier.extract.cast import cast
from support.cast import ARTICLE, characters_of
from support.claims import claims_of

PAGE = ARTICLE + (
    "== Plot ==\nJeff runs a filling station. Bailey is found by Sterling. Parr and Flip watch.\n\n== Cast ==\n"
    "* Robert Mitchum as Jeff Bailey, previously known as Jeff Markham\n* Kirk Douglas as Captain Whit Sterling, a gambler\n"
    '* Adam Driver as Philip "Flip" Zimmerman\n* Holly Hunter as Helen Parr / Elastigirl\n* Craig T. Nelson as Bob Parr\n'
    "* Steve Brodie as a detective\n* Dickie Moore as himself\n"
)


def test_names_and_players() -> None:
    found = {character.name: character for character in characters_of(PAGE)}
    assert {name: character.played_by for name, character in found.items()} == {
        "Jeff Bailey": "Robert Mitchum",
        "Captain Whit Sterling": "Kirk Douglas",
        'Philip "Flip" Zimmerman': "Adam Driver",
        "Helen Parr": "Holly Hunter",
        "Bob Parr": "Craig T. Nelson",
    }
    assert found["Captain Whit Sterling"].description == "a gambler"


def test_other_names_that_the_text_uses() -> None:
    found = {character.name: set(character.aliases) for character in characters_of(PAGE)}
    assert found["Jeff Bailey"] == {"Jeff Markham", "Jeff", "Bailey"}
    assert found["Captain Whit Sterling"] == {"Sterling"}
    assert {"Flip", "Philip Zimmerman", "Flip Zimmerman"} <= found['Philip "Flip" Zimmerman']
    assert "Elastigirl" in found["Helen Parr"]


def test_a_surname_of_two_is_nobodys() -> None:
    assert all("Parr" not in character.aliases for character in characters_of(PAGE))


def test_no_performer_is_a_character() -> None:
    page = ARTICLE + "== Cast ==\n* Robert Mitchum as Jeff Bailey\n* Kirk Douglas as Robert Mitchum\n"
    assert [character.name for character in characters_of(page)] == ["Jeff Bailey"]


def test_evidence_quotes_the_line() -> None:
    quotes = {claim.evidence[0].quote for claim in claims_of(cast, PAGE) if "Sterling" in str(claim.value)}
    assert quotes == {"Kirk Douglas as Captain Whit Sterling, a gambler"}


def test_a_performers_name_in_the_plot_is_no_character() -> None:
    page = (
        ARTICLE
        + "It stars Robert Mitchum as Jeff.\n\n== Plot ==\nA man with knives kills Mitchum and wounds Greer, who is Mitchum's antagonist."
    )
    assert [character.name for character in characters_of(page)] == ["Jeff"]


def test_one_person_under_the_fullest_name() -> None:
    page = ARTICLE + "It stars Adam Driver as Zimmerman.\n\n== Cast ==\n* Adam Driver as Detective Philip Zimmerman"
    assert {character.name for character in characters_of(page)} == {"Detective Philip Zimmerman"}
    assert all("Zimmerman" in character.aliases for character in characters_of(page))


def test_a_younger_self_does_not_take_the_name() -> None:
    page = ARTICLE + "== Cast ==\n* James McAvoy as Charles Xavier\n* Laurence Belcher as young Charles Xavier"
    assert [character.aliases for character in characters_of(page)] == [(), ()]
