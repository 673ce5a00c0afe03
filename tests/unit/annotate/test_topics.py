"""Which film a document is about."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.text import Origin, Source
from filmdossier.read.builder import DocumentBuilder
from support.prose import document


def about(annotations: Annotations) -> list[tuple[str, int | None]]:
    return [(topic.title, topic.year) for topic in annotations.topics]


@pytest.mark.parametrize(
    ("opening", "title", "year"),
    [
        ("Desperado is a 1995 American action film directed by Robert Rodriguez.", "Desperado", 1995),
        ("Little Man, What Now? is a 1934 American drama film directed by Frank Borzage.", "Little Man, What Now?", 1934),
        ("Life Is a Circus is a British comedy film released in 1958.", "Life Is a Circus", 1958),
        ("Scarface (also known as The Shame of a Nation) is a 1932 gangster film.", "Scarface", 1932),
        ("Ball of Fire (1941) is a screwball comedy with Barbara Stanwyck.", "Ball of Fire", 1941),
        ("The film Caged is one of the best prison films, made in 1950.", "Caged", 1950),
        ('"Duck Amuck" is a 1953 animated short.', "Duck Amuck", 1953),
    ],
)
def test_opening_of_an_article(opening: str, title: str, year: int) -> None:
    assert about(annotate(document(opening))) == [(title, year)]


@pytest.mark.parametrize(
    "opening",
    [
        "Robert Rodriguez is an American film director, born in San Antonio in 1968.",
        "The Thin Man is a series of six American films made from 1934 to 1947.",
        "Twin Peaks is an American mystery television series created by Mark Frost and David Lynch.",
        "Scarface may refer to several films and a novel.",
        "The Killers is a short story by Ernest Hemingway, published in 1927 and filmed in 1946.",
        "The Mexico film trilogy consists of El Mariachi, Desperado and Once Upon a Time in Mexico.",
    ],
)
def test_pages_on_other_things_name_no_film_and_say_why(opening: str) -> None:
    annotations = annotate(document(opening))
    assert about(annotations) == []
    assert annotations.reason


def test_the_users_word_counts_most() -> None:
    annotations = annotate(document("Desperado is a 1995 American action film."), FilmHint(title="El Mariachi", year=1992))
    assert about(annotations) == [("El Mariachi", 1992)]


def test_other_titles_are_kept() -> None:
    annotations = annotate(document("Scarface (also known as The Shame of a Nation) is a 1932 gangster film."))
    assert annotations.topics[0].aliases == ("The Shame of a Nation",)


def test_slug_and_title_of_front_matter() -> None:
    builder = DocumentBuilder(Source(origin="r.md", media_type="text/markdown", sha256="0"))
    builder.field("slug", ["the-blood-on-satans-claw-1971"], origin=Origin.FRONT_MATTER)
    builder.field("grade", ["B"], origin=Origin.FRONT_MATTER)
    builder.paragraph("There is mud in every frame of The Blood on Satan's Claw, and it is good mud.")
    assert about(annotate(builder.build())) == [("The Blood on Satan's Claw", 1971)]


def test_infobox_under_a_heading_is_not_the_pages_own() -> None:
    builder = DocumentBuilder(Source(origin="p.wiki", media_type="text/x-wiki", sha256="0"), title="Studio One")
    builder.paragraph("Twelve Angry Men is a 1954 teleplay by Reginald Rose.")
    builder.heading(2, "Film")
    builder.field("name", ["12 Angry Men"], origin=Origin.INFOBOX, template="infobox film")
    assert about(annotate(builder.build())) == []


def test_each_part_of_a_document_on_several_films_is_about_its_own() -> None:
    builder = DocumentBuilder(Source(origin="p.md", media_type="text/markdown", sha256="0"))
    builder.heading(1, "Two faces")
    builder.heading(2, "Scarface (1932)")
    builder.paragraph("Howard Hawks directed the first.")
    builder.heading(2, "Scarface (1983)")
    builder.paragraph("Brian De Palma directed the second.")
    made = builder.build()
    topics = annotate(made).topics
    assert [(t.title, t.year) for t in topics] == [("Scarface", 1932), ("Scarface", 1983)]
    assert "Hawks" in topics[0].passage.of(made.text)
    assert "Hawks" not in topics[1].passage.of(made.text)


def test_review_without_labels_is_about_the_title_it_keeps_naming() -> None:
    text = (
        "Desperado is an exhilarating ride. I loved every foolish minute of it.",
        "Like its hero, Desperado never stops to think, and you will not mind. It is brilliant fun, badly plotted and beautiful.",
    )
    assert about(annotate(document(*text))) == [("Desperado", None)]


def test_a_programme_with_title_lines_is_about_each_of_its_films() -> None:
    made = document(
        "Programme of the autumn season", "Scarface (1932), Howard Hawks", "The first and the leanest.", "Caged (1950)", "Prison, in black and white.",
        "Scarface (1983), Brian De Palma", "Loud, long and unforgettable.",
    )  # fmt: skip
    topics = annotate(made).topics
    assert [(t.title, t.year) for t in topics] == [("Scarface", 1932), ("Caged", 1950), ("Scarface", 1983)]
    assert [t.passage.of(made.text).split("\n\n")[1] for t in topics] == [
        "The first and the leanest.", "Prison, in black and white.", "Loud, long and unforgettable.",
    ]  # fmt: skip


def test_one_film_named_twice_makes_no_parts() -> None:
    made = document("Caged (1950)", "Caged is a 1950 prison film.", "Caged (1950)", "Again.")
    assert [t.id for t in annotate(made).topics] == [f"{made.id}/0"]


def test_a_first_line_of_title_and_year_names_the_film() -> None:
    page = document("The Ferry (1999)", '"A small wonder" – Variety', '"Fine" – Empire')
    assert about(annotate(page)) == [("The Ferry", 1999)]


def test_a_heading_in_capitals_is_spelt_as_the_text_spells_it() -> None:
    builder = DocumentBuilder(Source(origin="p.txt", media_type="text/plain", sha256="0"))
    builder.heading(1, "THE FERRY")
    builder.paragraph("Press notes")
    builder.paragraph("The Ferry follows a man who misses one boat after another.")
    assert [title for title, _ in about(annotate(builder.build()))] == ["The Ferry"]


def test_a_year_in_a_title_and_a_decade_are_not_the_films_year() -> None:
    opening = "2046: The Glass Harbour is a brilliant film. It sends up the serials of the 1940s, and 1950s cars."
    assert about(annotate(document("Wet again", opening))) == [("2046: The Glass Harbour", None)]


def test_a_series_of_comedies_is_no_film() -> None:
    page = document(
        "The Ferry films", "The Ferry films are a series of nine British comedies which Una Brandt directed from 1958 on."
    )
    assert annotate(page).topics == ()
