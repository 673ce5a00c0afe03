"""What is written for a part: name, other names, description, note."""

import pytest

from filmdossier.extract.cast.roles import Part, proper, read_parts


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("John Baron, a hired killer", Part(character="John Baron", description="a hired killer")),
        ("Jeff Bailey, previously known as Jeff Markham", Part(character="Jeff Bailey", aliases=("Jeff Markham",), description="previously known as Jeff Markham")),
        ("Redmond Barry (later Redmond Barry Lyndon)", Part(character="Redmond Barry", aliases=("Redmond Barry Lyndon",))),
        ("Bob Parr / Mr. Incredible", Part(character="Bob Parr / Mr. Incredible", aliases=("Bob Parr", "Mr. Incredible"))),
        ("O'Hara (as Bob Wall)", Part(character="O'Hara", note="as Bob Wall")),
        ("Lieschen (German Girl)", Part(character="Lieschen", description="German Girl")),
        ("a young Becky Sharp", Part(character="young Becky Sharp")),
        ("the Kid", Part(character="the Kid")),
        ("tree-loving photographer Pamela Glover", Part(character="Pamela Glover", description="tree-loving photographer")),
        ("his buddy, mechanic Victor Prinzi", Part(character="Victor Prinzi", description="his buddy")),
        ("Seymour Goldfarb, Jr., an heir", Part(character="Seymour Goldfarb, Jr.", description="an heir")),
        ("Cmdr. Davidson", Part(character="Cmdr. Davidson")),
        ("the voice of Charlie", Part(character="Charlie")),
        ("the leader of a gang", Part(character="the leader of a gang")),
    ],
)  # fmt: skip
def test_one_part(words: str, part: Part) -> None:
    assert read_parts(words) == [part]


def test_two_parts_and_none() -> None:
    assert [part.character for part in read_parts("Vladimir Trunkov and Ivan")] == ["Vladimir Trunkov", "Ivan"]
    assert [part.character for part in read_parts("Tobias and Emma's father")] == ["Tobias and Emma's father"]
    assert read_parts("(uncredited)") == [Part(note="uncredited")]
    assert read_parts(" – ") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Kid", True),
        ("a gambler", False),
        ("himself", False),
        ("Narrator", False),
        ("千尋", True),
        ("Mitchum's antagonist", False),
        ("drivers of a Subaru GL", False),
        ("du Harpin", True),
    ],
)
def test_proper_names(name: str, expected: bool) -> None:
    assert proper(name) is expected
