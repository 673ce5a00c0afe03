"""Sentences that may answer, the spans in them, and what can be no answer."""

from collections.abc import Sequence

import pytest

from filmdossier.annotate.sentences import sentences
from filmdossier.ask.asking import Known
from filmdossier.ask.decide import choose
from filmdossier.ask.from_text import text_candidates
from filmdossier.ask.likeness import nearest
from filmdossier.ask.questions import read_question
from filmdossier.ask.retrieve import Passage, passages, rank
from filmdossier.ask.stems import content_stems
from filmdossier.run.passage_reading import READING
from support.prose import document


def told(*paragraphs: str) -> list[Passage]:
    """The passages of a text."""
    one = document(*paragraphs)
    return passages(one, "encyclopedia", sentences(one))


def words(text: str, among: Sequence[Passage], known: Known | None = None) -> set[str]:
    """The spans that could answer."""
    found = text_candidates(read_question(text), among, READING, known or Known())
    return {span.words for span, _ in found}


STORM = told(
    "The storm was filmed in a water tank in Glasgow. The crew needed nine weeks and $40,000 for it.",
    "Vera Stahl murdered the smuggler on the pier (in the rain). Robert Kane fell ill.",
)


def test_the_sentence_with_the_words_comes_first() -> None:
    best = rank(nearest(content_stems("Where was the storm filmed?")), STORM, 3)
    assert best[0].passage.words.startswith("The storm")
    assert [one.rank for one in best] == list(range(len(best)))


def test_a_word_of_like_meaning_finds_a_sentence() -> None:
    best = rank(nearest(content_stems("Who killed the smuggler?")), told("He slept well.", "Vera murdered him."), 1)
    assert best[0].passage.words == "Vera murdered him."


def test_nothing_in_common_is_no_passage() -> None:
    assert rank(nearest(content_stems("Which composer conducted?")), told("It rained."), 5) == []


def test_every_span_is_the_documents() -> None:
    question = read_question("Who murdered the smuggler?")
    for span, features in text_candidates(question, STORM, READING, Known()):
        assert span.span in span.passage.span
        assert span.words == span.passage.document.text[span.span.start : span.span.end]
        assert span.words.count("(") == span.words.count(")")
        assert all(-10 < value < 10 for value in features.values())


@pytest.mark.parametrize(
    ("text", "possible", "impossible"),
    [
        ("How much did the storm cost?", "$40,000", "Glasgow"),
        ("How long did the storm take?", "nine weeks", "$40,000"),
        ("Who murdered the smuggler?", "Vera Stahl", "in the rain"),
        ("Where was the storm filmed?", "in Glasgow", "The storm was filmed in a water tank in Glasgow"),
    ],
)
def test_the_kind_of_answer_rules_spans_out(text: str, possible: str, impossible: str) -> None:
    found = words(text, STORM)
    assert possible in found
    assert impossible not in found


def test_an_actor_is_no_answer_to_what_happens_in_the_story() -> None:
    known = Known(actors=frozenset({frozenset(content_stems("Robert Kane"))}))
    assert "Robert Kane" in words("Who fell ill?", STORM)
    assert "Robert Kane" not in words("Who fell ill?", STORM, known)


def test_whom_the_question_names_is_no_answer() -> None:
    assert "Vera Stahl" not in words("Whom did Vera Stahl murder?", STORM)


def test_the_choice_has_a_probability() -> None:
    question = read_question("Who murdered the smuggler?")
    chosen = choose(question, text_candidates(question, STORM, READING, Known()))
    assert chosen is not None
    assert chosen.found.words == "Vera Stahl"
    assert 0.3 < chosen.probability < 1
    assert choose(question, []) is None
