"""Which topics are one film."""

import itertools

import pytest

from filmdossier.link import link_topics
from filmdossier.model.annotations import Topic
from filmdossier.model.text import Evidence, Span
from support.prose import document


def topic(
    number: int, title: str, year: int | None, *, aliases: tuple[str, ...] = (), identifiers: tuple[str, ...] = (), confidence: float = 0.9
) -> Topic:  # fmt: skip
    made = document(f"{title}, {year}", origin=f"{number}.txt")
    return Topic(
        id=f"{number}/0",
        title=title,
        year=year,
        aliases=aliases,
        identifiers=identifiers,
        passage=Span(0, len(made.text)),
        title_evidence=(Evidence.cite(made, Span(0, len(title))),),
        confidence=confidence,
    )


def linked(*topics: Topic, people: dict[str, frozenset[str]] | None = None) -> dict[str, tuple[str, ...]]:
    return {film.film.id: film.topics for film in link_topics(topics, people or {})}


def test_one_title_and_year_is_one_film() -> None:
    assert linked(topic(1, "Desperado", 1995), topic(2, "desperado", 1995)) == {"desperado-1995": ("1/0", "2/0")}


def test_remakes_with_one_title_stay_apart() -> None:
    assert linked(topic(1, "Scarface", 1932), topic(2, "Scarface", 1983)) == {"scarface-1932": ("1/0",), "scarface-1983": ("2/0",)}


def test_years_one_apart_are_one_film_if_it_has_the_same_people() -> None:
    topics = (topic(1, "The Pawnbroker", 1964), topic(2, "The Pawnbroker", 1965))
    assert len(linked(*topics, people={"1/0": frozenset({"sidney lumet"}), "2/0": frozenset({"sidney lumet", "rod steiger"})})) == 1
    assert len(linked(*topics, people={"1/0": frozenset({"sidney lumet"}), "2/0": frozenset({"ines roy"})})) == 2


def test_a_document_without_a_year_joins_the_only_film_of_its_title() -> None:
    assert linked(topic(1, "Desperado", 1995), topic(2, "Desperado", None)) == {"desperado-1995": ("1/0", "2/0")}


def test_a_document_without_a_year_joins_the_remake_whose_people_it_names() -> None:
    topics = (topic(1, "Scarface", 1932), topic(2, "Scarface", 1983), topic(3, "Scarface", None))
    people = {"1/0": frozenset({"paul muni"}), "2/0": frozenset({"al pacino"}), "3/0": frozenset({"al pacino"})}
    assert linked(*topics, people=people)["scarface-1983"] == ("2/0", "3/0")


def test_a_document_that_could_be_either_remake_stays_a_film_of_its_own() -> None:
    topics = (topic(1, "Scarface", 1932), topic(2, "Scarface", 1983), topic(3, "Scarface", None))
    assert linked(*topics)["scarface"] == ("3/0",)


def test_another_title_and_an_identifier_link() -> None:
    a = topic(1, "Build My Gallows High", 1947)
    b = topic(2, "Out of the Past", 1947, aliases=("Build My Gallows High",))
    c = topic(3, "La griffe du passé", 1947, identifiers=("imdb:tt0039689",))
    d = topic(4, "Out of the Past", 1947, identifiers=("imdb:tt0039689",))
    assert len(linked(a, b, c, d)) == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_documents_changes_nothing(order: tuple[int, ...]) -> None:
    topics = [topic(1, "Scarface", 1932), topic(2, "Scarface", 1983), topic(3, "Scarface", None), topic(4, "The Scarface", 1983)]
    people = {"3/0": frozenset({"al pacino"}), "2/0": frozenset({"al pacino"})}
    assert link_topics([topics[i] for i in order], people) == link_topics(topics, people)


def test_titles_without_latin_letters_get_an_id() -> None:
    assert linked(topic(1, "七人の侍", 1954)) == {"film-1954": ("1/0",)}
