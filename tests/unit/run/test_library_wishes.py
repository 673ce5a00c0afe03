"""Questions that ask for films of the library: what is understood, and what the records then show."""

from collections.abc import Iterator

import pytest

from filmdossier.model.claim import Predicate
from filmdossier.run.asking import ask
from filmdossier.run.library import read_paths
from filmdossier.run.library_wishes import asks_for_films, read_wish
from filmdossier.run.reading import Limits
from filmdossier.store import Store, View

HARBOUR = """Cold Harbour (1951 film)

Cold Harbour is a 1951 British drama film directed by Ellen Marsh and starring Robert Kane as Tom Weller. It was shot in Glasgow.
It runs 94 minutes. Its budget was $300,000.
"""
THAW = """The Long Thaw (1960 film)

The Long Thaw is a 1960 Canadian horror film directed by Ellen Marsh. It stars Jean Roy as the surveyor Adam Brand. It runs 121 minutes.
"""
LANTERN = """The Last Lantern (1963 film)

The Last Lantern is a 1963 British horror film directed by Paul Dorn. It stars Jean Roy as Ada Tarn. Its budget was $1.2 million.
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    folder = tmp_path_factory.mktemp("wished")
    for name, text in (("harbour", HARBOUR), ("thaw", THAW), ("lantern", LANTERN)):
        (folder / f"{name}.txt").write_text(text)
    with Store.open(folder / "library.db") as store:
        read_paths([folder], store, limits=Limits(workers=0))
        with store.view() as view:
            yield view


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("Which films did Ellen Marsh direct?", "Cold Harbour (1951); The Long Thaw (1960)"),
        ("Films by Ellen Marsh after 1955", "The Long Thaw (1960)"),
        ("List the films with Jean Roy", "The Long Thaw (1960); The Last Lantern (1963)"),
        ("Which horror films star Jean Roy and were made before 1962?", "The Long Thaw (1960)"),
        ("Which film has the character Tom Weller?", "Cold Harbour (1951)"),
        ("Which films were shot in Glasgow?", "Cold Harbour (1951)"),
        ("Which films are from the 1960s?", "The Long Thaw (1960); The Last Lantern (1963)"),
        ("Which films run longer than 100 minutes?", "The Long Thaw (1960)"),
        ("Which Ellen Marsh films are in the library?", "Cold Harbour (1951); The Long Thaw (1960)"),
        ("What is the longest film?", "The Long Thaw (1960): 121 minutes"),
        ("Which film is the oldest?", "Cold Harbour (1951)"),
        ("Which film cost the most?", "The Last Lantern (1963): $1.2 million"),
        ("How many films did Ellen Marsh direct?", "2"),
        ("How many films are there?", "3"),
    ],
)
def test_films_that_meet_what_is_asked(view: View, question: str, titles: str) -> None:
    found = ask(view, question)
    assert found.text == titles
    assert found.evidence
    assert all(one.quote == view.document(one.document).text[one.span.start : one.span.end] for one in found.evidence)


@pytest.mark.parametrize(
    "question",
    ["Which films did Hal Winter direct?", "Which film has the character Tom Brand?", "Which films were shot in Peru?"],
)
def test_no_film_is_told_to_be_so(view: View, question: str) -> None:
    found = ask(view, question)
    assert found.text is None
    assert "no film" in found.reason


def test_the_film_answers_and_not_a_word_of_the_sentence(view: View) -> None:
    found = ask(view, "Which film is about a surveyor?")
    assert found.text in (None, "The Long Thaw (1960)")


@pytest.mark.parametrize("question", ["Who directed Cold Harbour?", "Why does the pilot leave?", "Where was it shot?"])
def test_other_questions_ask_for_no_films(question: str) -> None:
    assert read_wish(question) is None
    assert not asks_for_films(question)


def test_what_is_not_understood_is_not_half_answered() -> None:
    assert read_wish("Which films by Ellen Marsh have a happy end?") is None


@pytest.mark.parametrize(
    ("question", "end", "most"),
    [
        ("the shortest film", Predicate.RUNTIME_MINUTES, False),
        ("Which film earned the most?", Predicate.BOX_OFFICE, True),
        ("Which film has the lowest Metacritic score?", Predicate.AGGREGATOR, False),
    ],
)
def test_the_film_at_one_end(question: str, end: Predicate, most: bool) -> None:
    wish = read_wish(question)
    assert wish is not None
    assert (wish.end, wish.most) == (end, most)
