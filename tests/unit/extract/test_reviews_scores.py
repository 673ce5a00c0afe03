"""Where in a sentence about a review the rating stands."""

import pytest

from filmdossier.extract.reviews.scores import rating_in


@pytest.mark.parametrize(
    ("words", "rating"),
    [
        ("gave the film four stars", "four stars"),
        ("gave it a perfect five stars", "five stars"),
        ("in a four-star review", "four-star"),
        ("was given a three-star rating by them", "three-star"),
        ("gave the film a rating of four", "four"),
        ("gave the film a die throw of 5", "5"),
        ("gave it a 9", "9"),
        ("got a C+ from the paper", "C+"),
        ("gave the film an A minus", "A minus"),
        ('a "B−" grade', "B−"),
        ("rated it 3 out of a possible 5", "3 out of a possible 5"),
        ("rated it 3.25 on a scale of 5", "3.25 on a scale of 5"),
        ("gave it four on a scale of one to five", "four on a scale of one to five"),
        ("received three stars (out of four)", "three stars (out of four)"),
        ("awarded it 2 and a half stars", "2 and a half stars"),
        ("gave it 2-1/2 stars", "2-1/2 stars"),
        ("awarded it zero stars", "zero stars"),
        ("gave it 4 out of 5 skulls", "4 out of 5 skulls"),
        ("gave it 40 out of 100 marks", "40 out of 100"),
        ("gave it a score of 65%", "65%"),
        ("gave the film 2,5/5", "2,5/5"),
        ("the paper (three and a half stars) liked it", "three and a half stars"),
        ("she was thrilled (A), and said so", "A"),
        ("gave it what he called five anchors out of five", "five anchors out of five"),
        ("three stars of three", "three stars of three"),
        ("hands out all five of her stars", "all five of her stars"),
        ("she, who allotted the full four, was happy", "four"),
        ("Wertung: 7 von 10", "7 von 10"),
        ("Note: 4 étoiles", "4 étoiles"),
        ("gave it cuatro estrellas y media", "cuatro estrellas y media"),
        ("awarded it vier van de vijf sterren", "vier van de vijf sterren"),
        ("gave it dreieinhalb von fünf Sternen", "dreieinhalb von fünf Sternen"),
        ("ein Punkt von fünf", "ein Punkt von fünf"),
        ("its verdict: four anchors.", "four anchors"),
        ("Daumen hoch", "Daumen hoch"),
        ("he, at two and a half stars, was cool", "two and a half stars"),
        ("the paper rated it Fair", "Fair"),
        ("gave the film its highest rating, four stars", "four stars"),
    ],
)
def test_ratings(words: str, rating: str) -> None:
    place = rating_in(words)
    assert place is not None
    assert words[place[0] : place[1]] == rating


@pytest.mark.parametrize(
    "words",
    [
        "In her review she praised the two stars of the film.",
        "with its two stars giving fine performances",
        "gave the film's two stars credit",
        "a film that stars three stars of the silent era",
        "one out of four critics gave it a pass",
        "gave it a 10-minute ovation",
        "gave it a B-movie feel",
        "gave 3 out of 5 teens nightmares",
    ],
)
def test_what_is_no_rating(words: str) -> None:
    assert rating_in(words) is None
