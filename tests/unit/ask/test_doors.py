"""Deaths, authors, tables, reviews and persons: answers that account for every word of the question."""

from dataclasses import replace

import pytest

from filmdossier.annotate.sentences import sentences
from filmdossier.ask.answering import answer
from filmdossier.ask.from_cast import cast_asked
from filmdossier.ask.from_deaths import deaths_asked
from filmdossier.ask.from_record import facts_asked
from filmdossier.ask.from_reviews import opinions_asked, ratings_asked
from filmdossier.ask.from_sources import authors_asked
from filmdossier.ask.questions import read_question
from filmdossier.ask.retrieve import passages
from filmdossier.model.claim import Predicate
from filmdossier.model.film import Event, FilmRecord
from filmdossier.model.text import Evidence, Span
from filmdossier.run.passage_reading import READING
from support.prose import document
from support.records import desperado, fact

STORY = document(
    "Lime is killed by a car in front of his house. The porter plans to kill Martins. "
    "Martins shoots Lime in the sewer. Paine drowns in the canal."
)


def event(order: int, agent: str | None, verb: str, patient: str | None, words: str) -> Event:
    """Something that a sentence of the story tells."""
    start = STORY.text.index(words)
    return Event(
        order=order, verb=verb, agent=agent, patient=patient, place=None, instrument=None, deleted_scene=False, confidence=0.8,
        evidence=(Evidence.cite(STORY, Span(start, start + len(words))),),
    )  # fmt: skip


def story() -> FilmRecord:
    """A record of a story with two ends for one person."""
    events = (
        event(1, "a car", "kill", "Lime", "Lime is killed by a car in front of his house."),
        event(2, "The porter", "plan to kill", "Martins", "The porter plans to kill Martins."),
        event(3, "Martins", "shoot", "Lime", "Martins shoots Lime in the sewer."),
        event(4, "Paine", "drown", None, "Paine drowns in the canal."),
    )
    return replace(desperado(), events=events, relations=())


def told(text: str, record: FilmRecord) -> tuple[str, ...]:
    """The values of the first door that opens."""
    question = read_question(text, (record.film.title,))
    for door in (deaths_asked, authors_asked, ratings_asked, opinions_asked, facts_asked):
        for asked in door(question, record):
            if not asked.left_over and asked.candidate is not None:
                return asked.candidate.values
    return ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Who kills Lime?", ("a car", "Martins")),
        ("By whom is Lime killed?", ("a car", "Martins")),
        ("Who is Lime's killer?", ("a car", "Martins")),
        ("How does Paine die?", ("Paine drowns in the canal.",)),
        ("What happens to Lime at the end?", ("Martins shoots Lime in the sewer.",)),
        ("How does Lime die?", ("Lime is killed by a car in front of his house.", "Martins shoots Lime in the sewer.")),
        ("Who kills Martins?", ()),
        ("How does Martins die?", ()),
        ("Who kills Lime's brother?", ()),
    ],
)
def test_deaths(text: str, values: tuple[str, ...]) -> None:
    assert told(text, story()) == values


@pytest.mark.parametrize(
    ("sentence", "author"),
    [
        ("It is based on the 1932 novel The Quarry by Ada Lind.", "Ada Lind"),
        ("It was adapted from Ada Lind's play of that name.", "Ada Lind"),
        ("It is based on an old tale.", None),
    ],
)
def test_the_author_of_the_source(sentence: str, author: str | None) -> None:
    source = document(sentence)
    cited = Evidence.cite(source, Span(0, len(sentence)))
    record = replace(desperado(), facts=(fact(Predicate.BASED_ON, "The Quarry", cited),))
    assert told("Who wrote the novel that the film is based on?", record) == ((author,) if author else ())
    assert told("Who wrote the film?", record) == ()


def test_two_credits_in_one_question() -> None:
    record = desperado()
    director = next(one for one in record.facts if one.predicate is Predicate.DIRECTOR)
    record = replace(record, facts=(director, replace(director, predicate=Predicate.WRITER)))
    assert told("Who wrote and directed it?", record) == ("Robert Rodriguez",)
    other = replace(director, predicate=Predicate.WRITER, value="Ada Lind")
    assert set(told("Who wrote and directed it?", replace(record, facts=(director, other)))) == {"Robert Rodriguez", "Ada Lind"}


def asked_of_text(question: str, *paragraphs: str) -> str | None:
    """The answer of sentences alone."""
    text = document(*paragraphs)
    among = passages(text, "encyclopedia", sentences(text))
    return answer(question, None, lambda: among, reading=READING).text


def test_a_name_is_asked_for_and_only_a_name_answers() -> None:
    assert asked_of_text("What is the name of Vera's dog?", "Vera walks with her dog in the old park every day.") is None


def test_nobody_who_plays_another_part_plays_this_one() -> None:
    found = asked_of_text("Who plays the captain?", "The captain waits for fifteen years on the pier.")
    assert found is None


@pytest.mark.parametrize("text", ["Who stars in it?", "Who stars in the film?", "Who is in the cast?"])
def test_the_cast_is_all_that_is_billed_first(text: str) -> None:
    question = read_question(text, ("Desperado",))
    values = [asked.candidate.values for asked in cast_asked(question, desperado()) if asked.candidate]
    assert values
    assert {"Antonio Banderas", "Salma Hayek"} <= set(values[0])
