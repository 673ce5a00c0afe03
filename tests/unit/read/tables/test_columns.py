"""What columns mean: known layouts by their header, our own names, the user's mapping; nothing is guessed."""

import pytest

from filmdossier.errors import UnknownColumns
from filmdossier.read.tables import Field, film_columns, review_columns
from support.table_files import BASICS, FILMS, LINKED, NUMBERED, RATED, STATED


def meaning(columns: str, mapping: dict[str, Field] | None = None, *, film_named: bool = False) -> dict[str, str]:
    names = columns.split("\t" if "\t" in columns else ",")
    return {field.value: name for field, name in review_columns(names, mapping or {}, "t.csv", film_named=film_named).of.items()}


class TestLayouts:
    def test_under_a_link(self) -> None:
        assert meaning(LINKED[0]) == {
            "film_id": "rotten_tomatoes_link",
            "critic": "critic_name",
            "outlet": "publisher_name",
            "verdict": "review_type",
            "rating": "review_score",
            "date": "review_date",
            "quote": "review_content",
        }

    @pytest.mark.parametrize("spelling", ["publicatioName", "publicationName"])
    def test_with_a_state_spelt_either_way(self, spelling: str) -> None:
        found = meaning(STATED[0].replace("publicatioName", spelling))
        assert (found["film_id"], found["outlet"], found["verdict"]) == ("id", spelling, "reviewState")

    def test_under_a_number(self) -> None:
        found = meaning(NUMBERED[0])
        assert (found["film_id"], found["quote"], found["verdict"], found["outlet"]) == ("id", "review", "fresh", "publisher")

    def test_case_does_not_count(self) -> None:
        assert meaning(NUMBERED[0].upper())["film_id"] == "ID"

    def test_ratings_of_the_audience(self) -> None:
        found = meaning(RATED[0])
        assert found == {"film_id": "tconst", "audience_average": "averageRating", "audience_votes": "numVotes"}
        assert meaning("userId,movieId,rating,timestamp") == {"user": "userId", "film_id": "movieId", "rating": "rating"}

    def test_tables_of_films(self) -> None:
        basics = film_columns(BASICS[0].split("\t"), "b.tsv")
        assert {field.value: name for field, name in basics.of.items()} == {
            "film_id": "tconst", "film": "primaryTitle", "alias": "originalTitle", "year": "startYear",
        }  # fmt: skip
        assert film_columns(FILMS[0].split(","), "f.csv").of[Field.YEAR] == "year"
        assert film_columns(["film_id", "film", "year"], "f.csv").of[Field.FILM] == "film"


class TestMapping:
    def test_our_own_names_need_none(self) -> None:
        assert meaning("film,year,critic,rating") == {name: name for name in ("film", "year", "critic", "rating")}

    def test_an_id_in_another_table_is_not_taken_for_a_films(self) -> None:
        with pytest.raises(UnknownColumns, match="no column is known to tell the film"):
            meaning("id,critic,rating")

    def test_the_users_word_comes_first(self) -> None:
        found = meaning("film,critic,rating,stars", {"stars": Field.RATING})
        assert found["rating"] == "stars"
        found = meaning(NUMBERED[0] + "\ttitle", {"title": Field.FILM, "id": Field.QUOTE})
        assert found["film"] == "title"
        assert found["quote"] == "id"
        assert "film_id" not in found

    def test_messages_name_the_file_the_reason_and_the_remedy(self) -> None:
        cases = [
            (
                ("film,note", {"stars": Field.RATING}),
                r"t\.csv: it has no column 'stars' \(it has film, note\); name one of them in --map",
            ),
            (
                ("film,note", {}),
                r"t\.csv: no column is known to hold a rating, a verdict or a quotation \(it has film, note\); .*--map COLUMN=rating",
            ),
            (
                ("note,rating", {}),
                r"t\.csv: no column is known to tell the film \(it has note, rating\); .*--map COLUMN=film .*--film",
            ),
            ((BASICS[0], {}), r"t\.csv: it lists films and holds no reviews; give it beside a table of reviews: --films t\.csv"),
        ]
        for (columns, mapping), message in cases:
            with pytest.raises(UnknownColumns, match=message):
                meaning(columns, mapping)
        with pytest.raises(
            UnknownColumns,
            match=r"t\.csv: no columns are known to hold the films' ids and titles .*; call them film_id, film and year",
        ):
            film_columns(["name", "year"], "t.csv")

    def test_a_table_about_one_film_needs_no_column_of_films(self) -> None:
        assert meaning("critic,rating", film_named=True) == {"critic": "critic", "rating": "rating"}
