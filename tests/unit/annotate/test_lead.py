"""The title in an opening, where words stand before the sentence on the film."""

from filmdossier.annotate import annotate
from filmdossier.model.text import Source
from filmdossier.read.builder import DocumentBuilder

SOURCE = Source(origin="note.txt", media_type="text/plain", sha256="")


def _titles(page: str, opening: str) -> list[str]:
    builder = DocumentBuilder(SOURCE, title=page)
    builder.heading(1, page)
    builder.paragraph(opening)
    return [topic.title for topic in annotate(builder.build()).topics]


def test_words_before_the_sentence_on_the_film_are_no_part_of_its_title() -> None:
    assert _titles("Desperado (1995)", "A note for a retrospective. Desperado is the second film that he made there.") == [
        "Desperado"
    ]


def test_a_title_that_ends_like_the_page_is_kept_whole() -> None:
    opening = "Little Man, What Now? is a 1934 American film by Frank Borzage."
    assert _titles("Little Man, What Now? (1934)", opening) == ["Little Man, What Now?"]
    assert _titles("What Now?", opening) == ["Little Man, What Now?"]
