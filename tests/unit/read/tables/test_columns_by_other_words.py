"""Columns that are called by a plain other word for a field."""

from filmdossier.read.tables.columns import Field, review_columns


def test_plain_words_for_fields() -> None:
    columns = ["Movie", "Reviewer", "Publication", "Score", "Review Date", "Excerpt"]
    found = review_columns(columns, {}, "a.csv", film_named=False).of
    assert found == {
        Field.FILM: "Movie",
        Field.CRITIC: "Reviewer",
        Field.OUTLET: "Publication",
        Field.RATING: "Score",
        Field.DATE: "Review Date",
        Field.QUOTE: "Excerpt",
    }


def test_of_two_words_for_one_field_neither_is_taken() -> None:
    found = review_columns(["film", "score", "grade", "quote"], {}, "a.csv", film_named=False).of
    assert Field.RATING not in found


def test_a_fields_own_name_and_the_mapping_come_first() -> None:
    columns = ["film", "rating", "score", "quote"]
    assert review_columns(columns, {}, "a.csv", film_named=False).of[Field.RATING] == "rating"
    assert review_columns(columns, {"score": Field.RATING}, "a.csv", film_named=False).of[Field.RATING] == "score"
