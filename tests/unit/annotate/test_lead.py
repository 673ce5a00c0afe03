"""Which film, where other words stand before the film's own: in an opening, in front matter."""

from filmdossier.annotate import annotate
from filmdossier.model.text import Origin, Source
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


def _double_review(**front_matter: str) -> list[tuple[str, int | None]]:
    builder = DocumentBuilder(SOURCE, title=front_matter.get("title"))
    for label, value in front_matter.items():
        builder.field(label, [value], origin=Origin.FRONT_MATTER)
    for heading in ("Scarface (1932)", "Scarface (1983)"):
        builder.heading(2, heading)
        builder.paragraph("A film that nobody forgets.")
    return [(topic.title, topic.year) for topic in annotate(builder.build()).topics]


def test_front_matter_of_an_article_on_several_films_does_not_make_it_one() -> None:
    both = [("Scarface", 1932), ("Scarface", 1983)]
    assert _double_review(title="Two gangsters, one name", author="N. N.", date="2020-02-14") == both


def test_front_matter_on_one_film_does() -> None:
    assert _double_review(title="Scarface (1983)", author="N. N.") == [("Scarface", 1983)]
    assert _double_review(title="Say hello", year="1983", imdb="tt0086250") != [("Scarface", 1932), ("Scarface", 1983)]
