"""The film of a document whose title stands over a line of facts."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.model.text import Source
from filmdossier.read import read

PROSE = "Ana Dahl, a ferryman's daughter, waits for her brother in the rain. He comes home at dawn and says nothing, and she asks nothing."


def film(page: str, name: str = "a.txt") -> tuple[str, int | None] | None:
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    topics = annotate(read(page.encode(), Source(origin=name, media_type=media_type, sha256="0"))).topics
    return (topics[0].title, topics[0].year) if topics else None


@pytest.mark.parametrize(
    ("page", "name", "expected"),
    [
        (f"THE FERRY (Fergen)\nNorway, 1999. Direction and script: Una Brandt, after her own play.\n\n{PROSE}\n", "a.txt", ("The Ferry", 1999)),
        (f"The Ferry\nDirected by Una Brandt. 1999.\nReviewed by Ines Valdovinos in the Harbour Daily\n\n{PROSE}\n", "a.txt", ("The Ferry", 1999)),
        (f"# THE NIGHT FERRY\n\n*Twentieth Century-Fox, 1976. Production notes.*\n\n## The Story\n\n{PROSE}\n", "a.md", ("The Night Ferry", 1976)),
        (f"THE NIGHT FERRY — PRESS NOTES\n\nWarner Bros. presents an Una Brandt film. Opens September 19, 1997.\n\nTHE STORY\n\n{PROSE}\n", "a.txt", ("The Night Ferry", 1997)),
        (f"The Ferry (1999), directed by Una Brandt\n\nOkay. Otto is an actor nobody knows. {PROSE}\n", "a.txt", ("The Ferry", 1999)),
    ],
)  # fmt: skip
def test_title_over_facts(page: str, name: str, expected: tuple[str, int | None]) -> None:
    assert film(page, name) == expected


@pytest.mark.parametrize(
    "page",
    [
        f"Una Brandt\n\nUna Brandt (born 20 June 1968) is a Norwegian director. She photographs her films herself.\n\nCareer\n\n{PROSE}\n",
        f"The Ferry\nA play by Una Brandt, Oslo 1999\n\n{PROSE}\n",
        f"The Ferry\nHarbour Daily, 3 May 1999\n\n{PROSE}\n",
        f"How we went to the ferry\nDirected by nobody, in 1999.\n\n{PROSE}\n",
        f"The Ferry\nUniversal Pictures, 1999-2004, a history. Second edition 2011.\n\n{PROSE}\n",
    ],
)
def test_other_lines_under_a_title(page: str) -> None:
    assert film(page) is None
