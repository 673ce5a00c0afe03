"""Sides of a film: what names them, whether a sentence judges them, and the phrase that a record keeps."""

import pytest

from filmdossier.annotate.reader.judging import judge
from filmdossier.extract.reviews.aspect_kinds import kind_of, named
from filmdossier.extract.reviews.aspect_phrases import phrase_around
from filmdossier.extract.reviews.aspect_polarity import clause_around, judged_sides
from filmdossier.model.claim import Aspect


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the script's characters", Aspect.CHARACTERS),
        ("fight scenes", Aspect.ACTION),
        ("the opening scene", Aspect.IMAGES),
        ("Hayek's performance", Aspect.ACTING),
        ("characterization", Aspect.CHARACTERS),
        ("the haunting score", Aspect.MUSIC),
        ("courage", None),
    ],
)
def test_kinds_of_phrases(phrase: str, kind: Aspect | None) -> None:
    assert kind_of(phrase) is kind


def test_names_stand_where_they_say() -> None:
    words = "İstanbul's music is lovely, but the plot drags."
    assert [(found.kind, words[found.start : found.end]) for found in named(words)] == [
        (Aspect.MUSIC, "music"),
        (Aspect.STORY, "plot"),
        (Aspect.PACE, "drags"),
    ]


@pytest.mark.parametrize(
    ("words", "kind", "good"),
    [
        ("The acting is superb and utterly convincing.", Aspect.ACTING, True),
        ("The plot is a dull, predictable mess.", Aspect.STORY, False),
        ("What a gorgeous, unforgettable soundtrack!", Aspect.MUSIC, True),
        ("The dialogue is terrible and the jokes fall flat.", Aspect.SCRIPT, False),
    ],
)
def test_judged_sides(words: str, kind: Aspect, good: bool) -> None:
    assert {(judged.kind, judged.good) for judged in judged_sides(words)} >= {(kind, good)}


@pytest.mark.parametrize(
    "words",
    [
        "The story follows a courier who carries a letter to Lisbon.",
        "Two actors sat at the next table.",
        "He drives north with his brother.",
    ],
)
def test_what_is_only_told_is_not_judged(words: str) -> None:
    assert not [judged for judged in judged_sides(words) if judged.probability >= 0.6]


def test_a_clause_ends_at_but() -> None:
    words = "the songs are lovely, but the plot is thin"
    songs, plot = named(words)
    assert clause_around(words, songs) == "the songs are lovely"
    assert clause_around(words, plot).strip() == "the plot is thin"


def test_phrases_keep_what_belongs_to_the_name() -> None:
    words = "I liked Salma Hayek's performance and the car chase sequences."
    spans = [(found.start, found.end) for found in named(words)]
    assert [phrase_around(words, *span) for span in spans] == ["Salma Hayek's performance", "car chase sequences"]


def test_where_a_story_is_moved_to_is_neither_its_name_nor_praise() -> None:
    words = "The script moves the story from Chicago to Miami, and the film is moving."
    assert phrase_around(words, words.index("story"), words.index("story") + 5) == "story"
    assert phrase_around("the score from Ines Valdovinos", 4, 9) == "score from Ines Valdovinos"


@pytest.mark.parametrize(
    ("words", "kind", "good"),
    [
        ("The cinematography is beautiful.", Aspect.IMAGES, True),
        ("The dialogue is dreadful and nobody could have saved it.", Aspect.SCRIPT, False),
    ],
)
def test_the_trained_reader_judges_sides_too(words: str, kind: Aspect, good: bool) -> None:
    assert (kind, good) in {(judged.kind, judged.good) for judged in judged_sides(words, judge=judge)}


def test_names_that_are_not_worth_it_are_not_read() -> None:
    def unasked(text: str) -> float:
        raise AssertionError(text)

    assert not list(judged_sides("The score is superb.", judge=unasked, worth=lambda named: False))
