"""Ratings in the words of other languages, put into English."""

import pytest

from filmdossier.reception.figures_abroad import in_english


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("4 étoiles", "4 stars"),
        ("quatre étoiles sur cinq", "four out of five stars"),
        ("Drei von fünf Sternen", "three out of five stars"),
        ("dreieinhalb Sterne", "three and a half stars"),
        ("vier und ein halber Stern", "four and a half stars"),
        ("cuatro estrellas y media", "four and a half stars"),
        ("3 stelle su 5", "3 out of 5 stars"),
        ("três estrelas e meia em cinco", "three and a half out of five stars"),
        ("vier van de vijf sterren", "four out of five stars"),
        ("fem av seks", "five out of six"),
        ("terningkast fem", "terningkast five"),
        ("sechs von zehn Punkten", "six out of ten points"),
        ("deux étoiles ½", "two and a half stars"),
        ("Daumen runter", "thumbs down"),
    ],
)
def test_a_rating_is_put_into_english(words: str, english: str) -> None:
    assert in_english(words) == english


@pytest.mark.parametrize(
    "words", ["4 stars", "six", "en", "1/2", "7 of 10", "étoiles", "a film of five hearts", "4 sur", "★★★", ""]
)
def test_other_words_stay(words: str) -> None:
    assert in_english(words) == words
