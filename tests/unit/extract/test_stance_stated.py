"""Verdicts in so many words are taken as given; general reception, ratings and denials are not."""

import pytest

from filmdossier.extract.stance_stated import stated_verdict, verdict_word
from filmdossier.model.claim import Stance


@pytest.mark.parametrize(
    ("words", "stance", "told"),
    [
        ("Ana Dahl of the Herald gave the film a negative review, calling it         .", Stance.NEGATIVE, "negative review"),
        ("In 1950 the Globe gave a mixed but predominantly positive review of Harbour.", Stance.MIXED, "mixed but"),
        ("Writing for the Post, Carl Moss positively reviewed the film.", Stance.POSITIVE, "positively reviewed"),
        ("Siskel and Ebert gave it two thumbs up.", Stance.POSITIVE, "two thumbs up"),
        ("One of the most positive reviews came from Lena Orr.", Stance.POSITIVE, "positive reviews"),
    ],
)  # fmt: skip
def test_a_reviewer_s_verdict_is_stated(words: str, stance: Stance, told: str) -> None:
    verdict = stated_verdict(words)
    assert verdict is not None
    assert verdict.stance is stance
    assert words[verdict.start : verdict.end].startswith(told)


@pytest.mark.parametrize(
    "words",
    [
        "Critical response was largely positive; Carl Moss wrote        .",
        "The film opened to mixed reviews.",
        "Critics gave the film a positive response.",
        "It received generally favorable reviews from critics.",
        "It did not get a single positive review.",
        "Moss gave the film two and a half stars.",
        "He praised the acting.",
    ],
)
def test_what_is_no_verdict_of_one_reviewer(words: str) -> None:
    assert stated_verdict(words) is None


@pytest.mark.parametrize(
    ("words", "stance"),
    [("Fresh", Stance.POSITIVE), ("rotten (C+)", Stance.NEGATIVE), ("Not recommended", Stance.NEGATIVE), ("Mixed", Stance.MIXED)],
)
def test_a_cell_states_a_verdict(words: str, stance: Stance) -> None:
    assert verdict_word(words) is stance


@pytest.mark.parametrize("words", ["3/4", "B+", "Freshman comedy", "★★★", "7.5", "positively"])
def test_a_rating_is_no_verdict(words: str) -> None:
    assert verdict_word(words) is None
