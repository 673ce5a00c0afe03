"""Programmes whose films each have a paragraph."""

import pytest

from filmdossier.annotate.document import annotate
from filmdossier.model.text import Source
from filmdossier.read import read

_DIVER = "A diver comes home and finds that his wife has let the house to a brass band, who will not leave it."
_FERRY = "A ferryman falls in love with the tide, and the tide is late; one of the quiet surprises of its year."


def about(page: str, name: str = "a.txt") -> list[tuple[str, int | None]]:
    kind = {"txt": "text/plain", "md": "text/markdown", "html": "text/html"}[name.rsplit(".", 1)[1]]
    document = read(page.encode(), Source(origin=name, media_type=kind, sha256="0" * 64))
    return [(topic.title, topic.year) for topic in annotate(document).topics]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (f"WATER AND LIGHT\nTwo late shows\n\nTHE GLASS HARBOUR (Ines Valdor, 1963, 77 mins). {_DIVER}\n\nNIGHT FERRY (Una Brandt, 1999, 90 mins). {_FERRY}\n\nTickets at the door.", "a.txt"),
        (f"<html><body><h1>Wet evenings</h1><p><b>The Glass Harbour</b> (Ines Valdor, Poland 1963, 77 min). {_DIVER}</p><p><b>Night Ferry</b> (Una Brandt, Norway 1999, 90 min). {_FERRY}</p></body></html>", "a.html"),
        (f"Twice wet\n\nThe Glass Harbour (1963)\n{_DIVER}\n\nNight Ferry (1999)\n{_FERRY}\n\nBring a towel.", "a.txt"),
        (f"WET DOUBLE\n\nThe Glass Harbour\nPoland 1963. 77 min. Director: Ines Valdor. With Rui Serra, Ana Pires\n\n{_DIVER}\n\nNight Ferry\nNorway 1999. 90 min. Director: Una Brandt. With Liv Dahl, Ole Berg\n\n{_FERRY}", "a.txt"),
        (f"Tuesday afternoon\n\n1.15 The Glass Harbour\n(1963, b/w) {_DIVER}\n\n2.40 Night Ferry\n(1999) {_FERRY}\n\n4.20 News", "a.txt"),
        (f"WATER AND LIGHT\n\nThe Glass Harbour\nPoland 1963, 77 min\n\n{_DIVER}\n\nNight Ferry\nNorway 1999, 90 min\n\n{_FERRY}", "a.txt"),
    ],
)  # fmt: skip
def test_each_entry_is_about_its_own_film(page: str, name: str) -> None:
    assert about(page, name) == [("The Glass Harbour", 1963), ("Night Ferry", 1999)]


def test_other_films_that_a_card_names_are_no_entries() -> None:
    page = f"The Glass Harbour\nPoland 1963, 77 min\n\n{_DIVER}\n\nSee also\n\nNight Ferry (1999). {_FERRY}\n\nThe Lock (2001). {_FERRY}"
    assert about(page) == [("The Glass Harbour", 1963)]


def test_sentences_that_open_on_a_film_are_no_entries() -> None:
    page = (
        f"# Notes on water\n\nThe Glass Harbour (1963) is the wettest of them. {_DIVER}\n\nNight Ferry (1999) was less so. {_FERRY}"
    )
    assert len(about(page, "a.md")) < 2


def test_one_entry_among_other_business_is_what_a_text_is_about() -> None:
    page = f"Committee, 9 October\nPresent: Ruth, Pavel\n\n1. Glass Harbour, 12, quai du Port (Ines Valdor, Poland 1963, 77')\n\n{_DIVER}\n\n2. The heating."
    assert about(page) == [("Glass Harbour, 12, quai du Port", 1963)]
