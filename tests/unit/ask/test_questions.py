"""What a question is read as."""

import pytest

from filmdossier.ask.questions import Wanted, read_question


@pytest.mark.parametrize(
    ("text", "wanted", "noun"),
    [
        ("Who directed the film?", Wanted.PERSON, ""),
        ("Whom does the widow marry?", Wanted.PERSON, ""),
        ("Where was it shot?", Wanted.PLACE, ""),
        ("In which city was it shown first?", Wanted.PLACE, "city"),
        ("When did it open?", Wanted.TIME, ""),
        ("How many reviews are there?", Wanted.NUMBER, "review"),
        ("How much did it cost?", Wanted.MONEY, ""),
        ("How long is the film?", Wanted.DURATION, ""),
        ("How does the captain die?", Wanted.MANNER, ""),
        ("Why does the bank close?", Wanted.REASON, ""),
        ("What made the director leave?", Wanted.REASON, ""),
        ("What happens to the dog?", Wanted.MANNER, ""),
        ("What did Pauline Kael think of it?", Wanted.OPINION, ""),
        ("What is the film called in France?", Wanted.WORK, ""),
        ("Which song plays at the end?", Wanted.WORK, "song"),
        ("Which actress plays the nurse?", Wanted.PERSON, "actress"),
        ("Does the film have a sequel?", Wanted.YES_NO, ""),
    ],
)
def test_the_kind_of_answer(text: str, wanted: Wanted, noun: str) -> None:
    question = read_question(text)
    assert (question.wanted, question.noun) == (wanted, noun)


def test_the_title_of_the_film_is_no_word_of_the_question() -> None:
    assert read_question("Who edited Out of the Past?", ("Out of the Past",)).plain == "Who edited the film?"
    assert read_question("Who edited the film Ronin (1998)?", ("Ronin",)).plain == "Who edited the film?"


def test_a_subtitle_may_be_left_out() -> None:
    titles = ("Night of Wolves 3: The Return",)
    assert read_question("Who directed Night of Wolves 3?", titles).plain == "Who directed the film?"


def test_a_title_that_is_a_character_stays_after_plays() -> None:
    assert read_question("Who plays Charly?", ("Charly",)).plain == "Who plays Charly?"


def test_names_and_quoted_words() -> None:
    question = read_question("What did Janet Maslin of The New York Times call “a small miracle”?")
    assert question.names == ("Janet Maslin", "The New York Times")
    assert question.quoted == ("a small miracle",)


def test_the_capital_that_opens_a_question_makes_no_name() -> None:
    assert read_question("Under what name was it shown?").names == ()
