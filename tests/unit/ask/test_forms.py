"""What a question asks for in form: names, amounts, places, somebody's work, what a critic liked."""

import pytest

from filmdossier.annotate.sentences import sentences
from filmdossier.ask.answering import answer
from filmdossier.ask.from_jobs import jobs_asked
from filmdossier.ask.from_reviews import likings_asked
from filmdossier.ask.likeness import likeness, nearest
from filmdossier.ask.questions import Wanted, read_question
from filmdossier.ask.retrieve import Passage, passages
from filmdossier.model.text import Span
from filmdossier.run.passage_reading import READING
from support.prose import document
from support.records import desperado


def told(*paragraphs: str) -> list[Passage]:
    """The passages of a text."""
    one = document(*paragraphs)
    return passages(one, "encyclopedia", sentences(one))


def said(question: str, *paragraphs: str) -> str | None:
    """The answer of the sentences alone."""
    among = told(*paragraphs)
    return answer(question, None, lambda: among, reading=READING).text


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("What is the name of the captain's dog?", "dog"),
        ("What is the name of the neighbour who accuses Durga?", "neighbour"),
        ("What is the spaceship called?", "spaceship"),
        ("What was the film originally called?", ""),
    ],
)
def test_what_the_name_is_asked_of(text: str, noun: str) -> None:
    assert read_question(text).noun == noun


def test_how_deep_wants_a_number() -> None:
    assert read_question("How deep does the boat sink?").wanted is Wanted.NUMBER


def test_an_accent_within_a_word_opens_no_name() -> None:
    assert read_question("What is the name of Alice's fiancé?").names == ("Alice",)


@pytest.mark.parametrize(
    ("question", "sentence", "job"),
    [
        ("What is Werner's job?", "The war correspondent Lieutenant Werner joins the boat.", "war correspondent"),
        ("What is Luigi's profession?", "Luigi, a good-natured mason and baker, is pushed aside.", None),
        ("What does Brock do for a living?", "Anton Brock (Ian Pell), a retired pilot, drinks.", "retired pilot"),
        ("What is Vera's occupation?", "Vera is a music teacher in Leeds.", "music teacher"),
        ("What is Vera's occupation?", "Vera is a friend of the teacher.", None),
    ],
)
def test_what_somebody_does(question: str, sentence: str, job: str | None) -> None:
    found = [asked.candidate.values for asked in jobs_asked(read_question(question), told(sentence)) if asked.candidate]
    assert found == ([] if job is None else [(job,)])


def test_the_only_sum_of_a_text_is_not_everybodys_pay() -> None:
    assert (
        said(
            "How much was Ian Pell paid?",
            "Ian Pell plays the pilot.",
            "It rained for weeks.",
            "The set of the town was sold for $40,000.",
        )
        is None
    )


def test_what_a_film_cost_is_not_what_it_earned() -> None:
    assert said("How much did the film gross abroad?", "The film was made on a budget of $40,000 abroad.") is None


def test_a_name_that_stands_nowhere_is_silence() -> None:
    found = answer("Where does Hal Winter live?", None, lambda: told("Vera lives in Leeds."), reading=READING)
    assert found.text is None
    assert "Hal Winter" in found.reason


def test_what_only_says_again_what_is_asked_answers_nothing() -> None:
    assert said("Which letter does the marquis brand on her arm?", "The marquis brands the letter on her arm.") is None


def test_names_have_kinds() -> None:
    text = "Ellen Marsh shot the scene at Leeds Castle."
    words, kinds = READING.named(text, [Span(0, len(text))])
    assert words == READING.parse(text, [Span(0, len(text))])
    best = {text[start : start + 5]: max(shares, key=shares.__getitem__) for start, shares in kinds.items()}
    assert best["Ellen"] in ("person", "character")
    assert best["Leeds"] == "place"


def test_film_texts_say_it_in_other_words() -> None:
    assert "shoot" in nearest(["production"])["production"]
    assert likeness().placelike("cellar") > likeness().placelike("anger")


def test_what_a_critic_liked_is_what_the_record_says_was_praised() -> None:
    record = desperado()
    critic = next(review for review in record.reviews if review.critic and review.praised)
    found = list(likings_asked(read_question(f"What did {critic.critic} like about it?"), record))
    assert found[0].candidate is not None
    assert critic.praised[0].aspect in found[0].candidate.values
    assert list(likings_asked(read_question("What did Nobody Atall like about it?"), record)) == []
