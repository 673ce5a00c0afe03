"""Titles that stand over a text without a year."""

import pytest

from filmdossier.annotate.document import annotate
from filmdossier.model.text import Source
from filmdossier.read import read

_STORY = (
    "A diver (Rui Serra) comes home and finds that his wife, whom Ana Pires plays without a smile, has let the house. "
    "The director wrote the script on a ferry, and the camera is hardly ever dry. The music is a pump."
)


def title(page: str, name: str = "a.txt") -> str | None:
    kind = {"txt": "text/plain", "md": "text/markdown", "html": "text/html"}[name.rsplit(".", 1)[1]]
    topics = annotate(read(page.encode(), Source(origin=name, media_type=kind, sha256="0" * 64))).topics
    return topics[0].title if len(topics) == 1 else None


@pytest.mark.parametrize(
    ("page", "name", "expected"),
    [
        (f"THE GLASS HARBOUR\n\nA new restoration, in cinemas from 5 June\n\nCast: Rui Serra, Ana Pires\n\n{_STORY}", "a.txt", "The Glass Harbour"),
        (f"Szklany port (The Glass Harbour)\n\n{_STORY}", "a.txt", "Szklany port"),
        (f"THE TUESDAY SHEET\nNews from the Regal, no. 12\n\nTonight at 8: THE GLASS HARBOUR\n\n{_STORY}", "a.txt", "The Glass Harbour"),
        (f"# Sixty years of *Glass Harbour* (1963)\n\n{_STORY}", "a.md", "Glass Harbour"),
        (f'"THE GLASS HARBOUR"\n(REGAL)\n\n{_STORY}', "a.txt", "The Glass Harbour"),
        (f"PRODUCTION NOTES\n\nINES VALDOR\nTHE GLASS HARBOUR\n(Szklany port)\n\nPoland - 1963 - 77' - 35mm\n\n{_STORY}\n\nBorn in Setúbal in 1931, Ines Valdor showed her first film at Locarno.", "a.txt", "The Glass Harbour"),
        (f"From the archive: THE GLASS HARBOUR\n\nWhat she got was a film about a pump. {_STORY}", "a.txt", "The Glass Harbour"),
        (f"# Press book: *The Glass Harbour*\n\n| | |\n|---|---|\n| Directed by | Ines Valdor |\n| Produced by | Una Brandt |\n| Photography | Ole Berg |\n| Music | Liv Dahl |\n| Editor | Rui Pires |\n\n{_STORY}", "a.md", "The Glass Harbour"),
        (f"# Week 4\n\n**Glass Harbour** (*Szklany port*), Poland 1963\n\n{_STORY}", "a.md", "Glass Harbour"),
        (f"# Films about water, evening 2: *Glass Harbour* (*Szklany port*)\n\n{_STORY}", "a.md", "Glass Harbour"),
        (f"<html><head><title>Undertow! Blu-ray | Harbour Discs</title></head><body><h1>Undertow! [Blu-ray]</h1><p>£14.99. Released 11 March 2019.</p><p>{_STORY}</p></body></html>", "a.html", "Undertow!"),
        (f"<html><head><title>Undertow: back in cinemas | The Regal</title></head><body><h1>Undertow: back in cinemas</h1><p>103 mins, cert 12A</p><p>{_STORY}</p></body></html>", "a.html", "Undertow"),
    ],
)  # fmt: skip
def test_a_title_by_itself_over_a_text_on_a_film(page: str, name: str, expected: str) -> None:
    assert title(page, name) == expected


def test_the_year_in_brackets_behind_a_title_in_capitals() -> None:
    page = f"Right, here is what I have on THE GLASS HARBOUR (Poland/France 1963, Ines Valdor, 77 min) for Thursday.\n\n{_STORY}"
    topic = annotate(read(page.encode(), Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))).topics[0]
    assert (topic.title, topic.year) == ("The Glass Harbour", 1963)


@pytest.mark.parametrize(
    "page",
    [
        # A house and its ninety years.
        "The Regal Turns Ninety\n\nWhen the Regal opened in 1937 people went in out of the rain. It has shown everything. There will be cake.",
        # A season: no film is named.
        f"WATER AND LIGHT\nThree late shows at the Regal\n\n{_STORY}",
        # A life is no film, whoever's.
        f"Ines Valdor\n\nInes Valdor (26 April 1905 – 5 October 1934) made two films. {_STORY}",
        # Nor is what an office writes over everything, or what somebody does in capitals.
        f"FOR IMMEDIATE RELEASE\n\nINES VALDOR'S DRAMA COMES TO THE REGAL\n\n{_STORY}",
        # Who made it is not what it is called.
        "PRESS NOTES\n\nINES VALDOR\n\nInes Valdor was born in Setúbal. She directed two films, wrote a script and plays the cello. The camera loves her.",
    ],
)
def test_other_lines_are_no_titles(page: str) -> None:
    assert title(page) is None
