"""Answers over a library: of a film, of all films, and silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from filmdossier.errors import UnknownFilm
from filmdossier.model.answer import AnswerOrigin
from filmdossier.run.asking import ask
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store, View

ARTICLE = """Harbour of Glass (1951 film)

Harbour of Glass is a 1951 American drama film directed by Ellen Marsh and starring Robert Kane as Tom Weller. The screenplay was
written by Paul Dorn. The film won the Silver Lantern for best photography.

Plot

Tom Weller, a pilot, hides forty thousand dollars in a lighthouse. Vera Stahl follows him to the lighthouse. Vera Stahl shoots the
smuggler Anton Brock on the pier. Tom leaves the island by night.

Production

The storm was filmed in a tank at the Denholm studio in Glasgow. Arthur Pell was first offered the part of the pilot, but turned it
down because he was afraid of boats. Shooting took nine weeks.
"""
OTHER = """The Long Thaw (1960 film)

The Long Thaw is a 1960 Canadian film directed by Ellen Marsh. It stars Jean Roy as the surveyor.
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "harbour.txt").write_text(ARTICLE)
    (folder / "thaw.txt").write_text(OTHER)
    with Store.open(folder / "library.db") as store:
        read_paths([folder], store, limits=Limits(workers=0))
        with store.view() as view:
            yield view


@pytest.fixture
def film(view: View) -> str:
    return next(film.id for film in view.films() if film.year == 1951)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who directed the film?", "Ellen Marsh"),
        ("Who wrote the screenplay?", "Paul Dorn"),
        ("Who plays Tom Weller?", "Robert Kane"),
        ("Who kills Anton Brock?", "Vera Stahl"),
        ("Who was first offered the part of the pilot?", "Arthur Pell"),
    ],
)
def test_what_the_documents_say(view: View, film: str, question: str, words: str) -> None:
    answer = ask(view, question, film)
    assert answer.text is not None
    assert words in answer.text
    assert any(words in evidence.quote or "Vera" in evidence.quote for evidence in answer.evidence)
    assert 0 < answer.confidence <= 1
    assert [one.id for one in answer.films] == [film]


@pytest.mark.parametrize(
    "question",
    [
        "Which Oscar did the film win?",
        "Who composed the music?",
        "What did Pauline Kael think of it?",
        "What is its score on Metacritic?",
        "Why does the mayor kill the baker?",
        "Which character does Marlon Brando play?",
        "Who designed the costumes?",
        "Is it?",
        "",
    ],
)
def test_what_the_documents_do_not_say(view: View, film: str, question: str) -> None:
    answer = ask(view, question, film)
    assert answer.text is None
    assert answer.evidence == ()
    assert answer.origin is AnswerOrigin.NONE
    assert answer.reason


def test_every_quote_is_the_documents(view: View, film: str) -> None:
    texts = {document.id: document.text for document in view.documents_of(film)}
    for question in (
        "Who directed it?",
        "Where was the storm filmed?",
        "How long did the shooting take?",
        "Who follows Tom Weller?",
    ):
        answer = ask(view, question, film)
        assert all(texts[one.document][one.span.start : one.span.end] == one.quote for one in answer.evidence)
        if answer.origin is AnswerOrigin.TEXT:
            assert any(value in one.quote for value in answer.values for one in answer.evidence)


def test_asking_twice_gives_the_same(view: View, film: str) -> None:
    for question in ("Who directed it?", "Where was the storm filmed?", "Why did Arthur Pell turn it down?"):
        assert ask(view, question, film) == ask(view, question, film)


def test_a_title_in_the_question_names_the_film(view: View) -> None:
    answer = ask(view, "Who stars in The Long Thaw?")
    assert answer.text == "Jean Roy"
    assert [film.year for film in answer.films] == [1960]


def test_films_that_somebody_directed(view: View) -> None:
    answer = ask(view, "Which films did Ellen Marsh direct?")
    assert answer.values == ("Harbour of Glass (1951)", "The Long Thaw (1960)")
    assert {evidence.document for evidence in answer.evidence} == {
        one.id for film in answer.films for one in view.documents_of(film.id)
    }
    assert ask(view, "Which films did Akira Kurosawa direct?").text is None


def test_a_question_that_names_no_film_is_put_to_all_documents(view: View) -> None:
    answer = ask(view, "Who turned down the part because of boats?")
    assert answer.text is None or "Arthur Pell" in answer.text


def test_an_unknown_film_is_an_error(view: View) -> None:
    with pytest.raises(UnknownFilm):
        ask(view, "Who directed it?", "no-such-film")


def test_an_empty_library_is_silent(tmp_path: Path) -> None:
    with Store.open(tmp_path / "library.db") as store, store.view() as view:
        answer = ask(view, "Who directed Ronin?")
    assert answer.text is None
    assert "no film" in answer.reason
