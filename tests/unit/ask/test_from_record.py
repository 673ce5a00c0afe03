"""Answers from the facts, the cast, the scores and the story of a record."""

import pytest

from filmdossier.ask.answering import asked_of_record
from filmdossier.ask.from_story import events_asked, relations_asked
from filmdossier.ask.grammar import AskedRole
from filmdossier.ask.questions import read_question
from filmdossier.ask.stems import stem
from filmdossier.model.film import FilmRecord
from support.records import desperado, silent


def settled(text: str, record: FilmRecord) -> tuple[str, ...] | None:
    """The values with which the record settles a question: none where the part is empty, None where it settles nothing."""
    question = read_question(text, (record.film.title,))
    for asked in asked_of_record(question, record):
        if not asked.left_over:
            return asked.candidate.values if asked.candidate else ()
    return None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Who directed Desperado?", ("Robert Rodriguez",)),
        ("Who produced it?", ("Bill Borden", "Robert Rodriguez")),
        ("Who was the cinematographer?", ("Guillermo Navarro",)),
        ("Who photographed the film?", ("Guillermo Navarro",)),
        ("Who composed the music?", ("Los Lobos",)),
        ("When was the film released?", ("August 25, 1995",)),
        ("What was the budget?", ("$7 million",)),
        ("How much did the film gross?", ("$25.4 million",)),
        ("Which company distributed it?", ("Columbia Pictures",)),
        ("How long is the film?", ("104", "106")),
        ("Who plays El Mariachi?", ("Antonio Banderas",)),
        ("Which character does Antonio Banderas play?", ("El Mariachi",)),
    ],
)
def test_facts_and_cast(text: str, values: tuple[str, ...]) -> None:
    assert settled(text, desperado()) == values


@pytest.mark.parametrize(
    "text",
    [
        "Who directed the stunts?",
        "Who was originally cast as El Mariachi?",
        "Who wrote the lyrics?",
        "Who was the casting director?",
        "Who designed the costumes?",
    ],
)
def test_a_question_with_words_that_no_part_accounts_for_is_not_settled(text: str) -> None:
    assert settled(text, desperado()) is None


@pytest.mark.parametrize("text", ["Who edited the film?", "Which Academy Award did the film win?", "What was the budget?"])
def test_an_empty_part_is_silent(text: str) -> None:
    assert settled(text, silent()) == ()


def test_an_aggregator_that_nobody_names_is_silent() -> None:
    assert settled("What is the film's score on Metacritic?", silent()) == ()


def deed(text: str, role: str, verb: str = "kill") -> list[tuple[str, ...]]:
    """The values that the events of the record give."""
    asked = events_asked(read_question(text, ()), AskedRole(verb=stem(verb), role=role), desperado())
    return [one.candidate.values for one in asked if one.candidate]


def test_who_does_it_and_to_whom_it_is_done() -> None:
    assert deed("Who kills Buscemi?", "agent") == [("Navajas",)]
    assert deed("Who murders Buscemi?", "agent", "murder") == [("Navajas",)]
    assert deed("Whom does Navajas kill?", "patient") == [("Buscemi",)]


@pytest.mark.parametrize("text", ["Who kills Napoleon?", "Who kills Navajas?", "Who kills Buscemi in Paris?", "Who kills?"])
def test_a_deed_that_nobody_tells_has_no_doer(text: str) -> None:
    assert deed(text, "agent") == []


def test_a_relation_holds_one_way() -> None:
    record = desperado()
    relation = record.relations[0]
    question = read_question(f"Who is {relation.b}'s {relation.relation}?", ())
    values = [one.candidate.values for one in relations_asked(question, record) if one.candidate]
    assert values
    assert relation.a in values[0]
    assert list(relations_asked(read_question("Who is Napoleon's brother?", ()), record)) == []
