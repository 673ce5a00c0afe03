"""Which film a sheet of credits, an archive's record or a making-of is about."""

import pytest

from filmdossier.annotate.document import annotate
from support.reading import read_as

RECORD = """NATIONAL FILM ARCHIVE    Record 77

Title                FERRY LANE!
Alternative title    THE LAST BOAT
Year of release      1949
Country              United Kingdom
Director             DAY, Ann
Producer             O'HARA, Ben
Script               MCNEIL, Cora; DAY, Ann
Photography          ROY, Ida
Duration             82 minutes
"""


def topic(name: str, text: str) -> tuple[str, int | None] | None:
    topics = annotate(read_as(name, text)).topics
    return (topics[0].title, topics[0].year) if topics else None


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.txt", RECORD, ("Ferry Lane!", 1949)),
        (
            "a.md",
            "# Ferry Lane\n\n| | |\n|---|---|\n| Directed by | Ann Day |\n| Produced by | Ben Ash |\n| Edited by | Cora Lee |\n"
            "| Release date | October 22, 1971 |\n| Running time | 118 minutes |\n\nAnn Day grew up by the river, and it was in Hull that the film was shot.",
            ("Ferry Lane", 1971),
        ),
        (
            "a.md",
            "# Ferry Lane (The Last Boat)\n\n*Japan 1952. 143 min.*\n\n**Director:** Ann Day\n**Script:** Ben Ash\n**Camera:** Cora Lee\n**Music:** Ida Roy\n",
            ("Ferry Lane", 1952),
        ),
        (
            "a.txt",
            "Farewell, Ferry Lane (1975)\n\nThe second novel of Ben Ash was a detective story in the old manner. The film of it is lovely, and slow.\n",
            ("Farewell, Ferry Lane", 1975),
        ),
    ],
)
def test_sheets(name: str, text: str, wanted: tuple[str, int]) -> None:
    assert topic(name, text) == wanted


def test_a_novel_under_its_own_heading_is_no_film() -> None:
    assert topic("a.txt", "Ferry Lane (1965)\n\nFerry Lane is a novel by Ben Ash. It sold well.\n") is None
