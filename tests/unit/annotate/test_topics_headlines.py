"""The film of documents under a headline of their own."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.model.text import Source
from filmdossier.read import read


def film(page: str, name: str) -> tuple[str, int | None] | None:
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    topics = annotate(read(page.encode(), Source(origin=name, media_type=media_type, sha256="0"))).topics
    return (topics[0].title, topics[0].year) if topics else None


PROSE = "It was filmed in winter, and the camera hardly moves. The director was seen at the back of the house, and I was bored, and moved, and bored."


@pytest.mark.parametrize(
    ("page", "name", "expected"),
    [
        (f"The Ferry (Fergen), Norway 1999. Director: Una Brandt. With: Per Halvorsen. 90 minutes.\n\n{PROSE}\n", "a.txt", ("The Ferry", 1999)),
        (f"The Ferry\nUna Brandt, 1999\n\nReviewed by Ines Valdovinos\n\n{PROSE} You will love it.\n", "a.txt", ("The Ferry", 1999)),
        (f"# Harbour Daily, Sunday 15 May 2016\n\n## On the quay: *The Ferry* sails at last\n\nUna Brandt's *The Ferry* was shown. {PROSE}\n", "a.md", ("The Ferry", None)),
        (f"---\ntitle: The film that would not sink\nauthor: Ines Valdovinos\n---\n\n# The film that would not sink\n\nIn the spring of that year Una Brandt's *The Ferry* (1999) was shown. {PROSE}\n", "a.md", ("The Ferry", 1999)),
        (f'THE MONDAY SHEET\n\n"The Ferry" (1999) opens soft\n\nUna Brandt\'s "The Ferry" took little. {PROSE} {PROSE}\n', "a.txt", ("The Ferry", 1999)),
        (f"# The Ferry (1999) – a crossing in one take\n\n**A film by Una Brandt. Norway, 90 minutes.**\n\n{PROSE}\n", "a.md", ("The Ferry", 1999)),
        (f"HARBOUR CLUB\nSeason: Water\n\nTHE FERRY\nNorway 1999. 90 mins. Dir: Una Brandt.\n\n{PROSE}\n", "a.txt", ("The Ferry", 1999)),
    ],
)  # fmt: skip
def test_headlines(page: str, name: str, expected: tuple[str, int | None]) -> None:
    found = film(page, name)
    assert found is not None
    assert found[0] == expected[0]
    assert expected[1] is None or found[1] == expected[1]


def test_who_speaks_first_is_no_title() -> None:
    found = film(f'Our own man, Per Halvorsen, is not ashamed to say: "It is a film I love." {PROSE}\n', "a.txt")
    assert found is None or "Halvorsen" not in found[0]


def test_behind_a_word_for_the_page_the_title_stands_in_quotation_marks() -> None:
    page = 'PRESS CUTTINGS - "A TASTE OF HONEY" (1961)\n\nTony Richardson\'s film opened in Leicester Square. It was shot in Salford.\n'
    assert film(page, "cuttings.txt") == ("A Taste of Honey", 1961)
