"""Which film a page is about where only its head tells: headlines, programmes, boxes and press sheets."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.model.text import Source
from filmdossier.read.readers import read


def about(text: str, name: str = "a.txt") -> list[tuple[str, int | None]]:
    media = "text/markdown" if name.endswith(".md") else "text/plain"
    page = read(text.encode(), Source(origin=name, media_type=media, sha256="0" * 64))
    return [(topic.title, topic.year) for topic in annotate(page).topics]


def test_a_headline_around_the_title() -> None:
    page = '---\ntitle: "A tide that waits: on Night Ferry"\n---\n# A tide that waits: on *Night Ferry* (1951)\n\nI saw *Night Ferry* as a child and never forgot it.'
    assert about(page, "essay.md") == [("Night Ferry", 1951)]


def test_a_headline_in_capitals_over_plain_text() -> None:
    page = '"NOBODY ROWED": INES VALDOR ON NIGHT FERRY\n\nHer second feature, Night Ferry (2003), opened last week. We met in Lisbon.\n\nQ: Why a ferry?\nA: Because nobody rowed.\n\nQ: Where did you shoot?\nA: On the river.\n\nQ: And now?\nA: Sleep.'
    assert about(page) == [("Night Ferry", 2003)]


def test_the_line_of_facts_in_a_programme() -> None:
    page = "RETROSPECTIVE: INES VALDOR\n\nNight Ferry\nThe Late Boat\nIndia, 1955, 125 min., b/w, Bengali with English subtitles\n\nA pilot and his sister wait for the tide."
    assert about(page) == [("Night Ferry", 1955)]


def test_a_press_sheet() -> None:
    page = "PRESS NOTES\n\nNIGHT FERRY\n\nHarbour Pictures presents\nA Tidewater production\n\nWritten and Directed by Ines Valdor\nProduced by Jo Park\nEdited by Ann Day\n\nThe film opens across the country on May 4, 2017."
    assert about(page) == [("Night Ferry", 2017)]


@pytest.mark.parametrize(
    "page",
    [
        "OPENING HOURS\n\nThe box office opens at six. Tickets are sold at the door.",
        "HARBOUR NEWS\n\nA new pier was opened on May 4, 2017. It is 125 metres long.",
    ],
)
def test_pages_on_no_film(page: str) -> None:
    assert about(page) == []


def test_a_certificate_is_no_grade() -> None:
    page = "NIGHT FERRY\n\nDirector: Ines Valdor\nRating: R\nRunning time: 104 minutes\n\nA pilot waits. The tide turns. The boat leaves."
    document = read(page.encode(), Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))
    assert annotate(document).kind != "review"
