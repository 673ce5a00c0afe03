"""What the shipped reader thinks of words about a film."""

import pytest

from filmdossier.annotate.reader.judging import WINDOW, judge


@pytest.mark.parametrize(
    "words",
    [
        "A tense, beautifully acted thriller that never lets go.",
        "One of the funniest and warmest comedies of the decade.",
        "It is a triumph from the first shot to the last.",
    ],
)
def test_praise_speaks_for_the_film(words: str) -> None:
    assert judge(words) > 1.0


@pytest.mark.parametrize(
    "words",
    [
        "A dull, lifeless mess that wastes a fine cast.",
        "The jokes fall flat and the story goes nowhere.",
        "Two hours of noise, and not one idea worth the ticket.",
    ],
)
def test_blame_speaks_against_it(words: str) -> None:
    assert judge(words) < 0.0


def test_without_words_there_is_no_opinion() -> None:
    assert judge("") == judge(" ") == 0.0


def test_a_long_text_is_the_mean_of_its_parts() -> None:
    praise = " ".join(["wonderful"] * WINDOW)
    blame = " ".join(["dreadful"] * WINDOW)
    both = judge(f"{praise} {blame}")
    assert both == pytest.approx((judge(praise) + judge(blame)) / 2)


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    words = "The photography is handsome, the script is not."
    first = judge(words)
    judge.cache_clear()
    judge("Something else altogether.")
    assert judge(words) == first
