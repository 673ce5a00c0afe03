"""Which film a decision is about, and what it does to films."""

import pytest

from filmdossier.link import Films, decide_films
from filmdossier.model.annotations import Topic
from filmdossier.model.decision import FilmReference, MergeFilms, SplitFilm, Undo
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.model.text import Evidence, Span
from support.decisions import decided
from support.prose import document

HEAT = FilmIdentity(id="heat-1995", title="Heat", year=1995, identifiers=("imdb:tt0113277",))
OLDER = FilmIdentity(id="heat-1986", title="Heat", year=1986)
RONIN = FilmIdentity(id="ronin-1998", title="Ronin", year=1998, aliases=("Rōnin",))
FILMS = (HEAT, OLDER, RONIN)


def reference(film: str, title: str, year: int | None = None, *identifiers: str) -> FilmReference:
    return FilmReference(id=film, title=title, year=year, identifiers=identifiers)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (reference("heat-1995", "Heat", 1995), HEAT),
        (reference("elsewhere", "Something", 1900, "imdb:tt0113277"), HEAT),
        # The id is another film's now: the number in the catalogue says which film was meant.
        (reference("heat-1995", "Heat", 1995, "imdb:tt9999999"), None),
        (reference("ronin", "The Ronin"), RONIN),
        (reference("ronin-1999", "Rōnin", 1998), RONIN),
        (reference("ronin-1999", "Ronin", 1999), None),
        # Two films of that title, and no year to choose by.
        (reference("heat", "Heat"), None),
        (reference("casino-1995", "Casino", 1995), None),
    ],
)
def test_a_film_is_found_by_identifier_id_or_title(wanted: FilmReference, found: FilmIdentity | None) -> None:
    assert Films(FILMS).find(wanted) == found


def test_a_merged_film_is_the_one_it_became() -> None:
    gone = reference("nightfall-1990", "Nightfall", 1990)
    first = decided(MergeFilms(into=reference("dusk-1991", "Dusk", 1991)), film=gone)
    second = decided(MergeFilms(into=reference("heat-1995", "Heat", 1995)), film=reference("dusk-1991", "Dusk", 1991))
    assert Films(FILMS, [first, second]).find(gone) == HEAT
    circle = decided(MergeFilms(into=gone), film=reference("dusk-1991", "Dusk", 1991))
    assert Films(FILMS, [first, circle]).find(gone) is None


def topic(name: str, title: str, year: int, *identifiers: str) -> Topic:
    text = document(f"{title} is a film.", origin=f"{name}.txt")
    return Topic(
        id=name,
        title=title,
        year=year,
        identifiers=identifiers,
        passage=Span(0, 5),
        title_evidence=(Evidence.cite(text, Span(0, 4)),),
    )


TOPICS = [topic("a", "Heat", 1995, "imdb:tt0113277"), topic("b", "Heat", 1995, "imdb:tt0091209"), topic("c", "Ronin", 1998)]
ORIGINS = {name: f"{name}.txt" for name in "abc"}
BOTH = FilmIdentity(id="heat-1995", title="Heat", year=1995, identifiers=("imdb:tt0091209", "imdb:tt0113277"))
LINKED = [LinkedFilm(film=BOTH, topics=("a", "b")), LinkedFilm(film=RONIN, topics=("c",))]
HEAT_NOW = reference("heat-1995", "Heat", 1995)


def films_after(*acts: object) -> dict[str, tuple[str, ...]]:
    decisions = [decided(act, film=HEAT_NOW, minute=minute) for minute, act in enumerate(acts)]  # type: ignore[arg-type]
    return {linked.film.id: linked.topics for linked in decide_films(LINKED, TOPICS, ORIGINS, decisions)}


def test_documents_of_another_film_are_parted_with_its_identifiers() -> None:
    split = decided(SplitFilm(documents=("b.txt",), title="Heat", year=1986), film=HEAT_NOW)
    first, second, _ = decide_films(LINKED, TOPICS, ORIGINS, [split])
    assert (first.film.id, first.topics, first.film.identifiers) == ("heat-1986", ("b",), ("imdb:tt0091209",))
    assert (second.film.id, second.topics, second.film.identifiers) == ("heat-1995", ("a",), ("imdb:tt0113277",))


def test_documents_can_be_parted_to_a_film_that_is_there() -> None:
    assert films_after(SplitFilm(documents=("b.txt",), title="Ronin", year=1998)) == {
        "heat-1995": ("a",),
        "ronin-1998": ("b", "c"),
    }


def test_documents_that_are_not_there_part_nothing() -> None:
    assert films_after(SplitFilm(documents=("z.txt",), title="Ronin", year=1998)) == {"heat-1995": ("a", "b"), "ronin-1998": ("c",)}


def test_films_of_all_documents_change_their_name() -> None:
    assert films_after(SplitFilm(documents=("a.txt", "b.txt"), title="Fire")) == {"fire": ("a", "b"), "ronin-1998": ("c",)}


def test_a_split_and_a_merger_follow_each_other() -> None:
    split = SplitFilm(documents=("b.txt",), title="Heat", year=1986)
    assert films_after(split, MergeFilms(into=reference("ronin-1998", "Ronin", 1998))) == {
        "heat-1986": ("b",),
        "ronin-1998": ("a", "c"),
    }


def test_what_is_undone_does_nothing() -> None:
    merge = decided(MergeFilms(into=reference("ronin-1998", "Ronin", 1998)), film=HEAT_NOW)
    assert len(decide_films(LINKED, TOPICS, ORIGINS, [merge])) == 1
    assert list(decide_films(LINKED, TOPICS, ORIGINS, [merge, decided(Undo(decision=merge.id), film=HEAT_NOW, minute=1)])) == LINKED
