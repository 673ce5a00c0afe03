"""What rows say, and why some say nothing."""

import pytest

from filmdossier.read.tables import BadRow, Columns, Field, FilmName, FilmRow, Record, ReviewRow, film_reader, review_reader
from filmdossier.read.tables.columns import Layout
from filmdossier.read.tables.rows import clean

OWN = Columns(of={field: field.value for field in Field})


def read(**cells: str) -> ReviewRow | BadRow:
    return review_reader(OWN)(Record(5, cells))


def film(**cells: str) -> FilmName | str:
    row = read(rating="3/5", **cells)
    return row.reason if isinstance(row, BadRow) else row.film


class TestFilms:
    def test_title_and_year(self) -> None:
        assert film(film="Night Ferry", year="1951") == FilmName("Night Ferry", 1951)
        assert film(film="Night Ferry (1951)") == FilmName("Night Ferry", 1951)
        assert film(film="Night Ferry (1951)", year="1951") == FilmName("Night Ferry", 1951)
        assert film(film="1984", year="1956") == FilmName("1984", 1956)
        assert film(film="Night Ferry") == FilmName("Night Ferry", None)

    @pytest.mark.parametrize("year", ["1951.0", "1951-03-02", "March 2, 1951", "3/2/1951", "1951-03-02 00:00:00"])
    def test_years_in_dates(self, year: str) -> None:
        assert film(film="Night Ferry", year=year) == FilmName("Night Ferry", 1951)

    @pytest.mark.parametrize("year", ["unknown", "19511", "1751", "2051"])
    def test_what_is_no_year_is_told(self, year: str) -> None:
        assert film(film="Night Ferry", year=year) == f"'{year}' is no year of a film"

    def test_ids_and_nothing(self) -> None:
        assert film(film_id="m/night_ferry") == FilmName(id="m/night_ferry")
        assert film(film=r"\N", year=r"\N") == "it names no film"
        assert film(film="None") == FilmName("None")
        assert film(film="***") == "'***' is no title"

    def test_a_table_of_films(self) -> None:
        reader = film_reader(OWN)
        assert reader(Record(2, {"film_id": "tt1", "film": "M", "alias": "M"})) == FilmRow(2, FilmName("M", None, "tt1"))
        assert reader(Record(2, {"film": "M"})) == BadRow(2, "it has no id")
        assert reader(Record(2, {"film_id": "tt1"})) == BadRow(2, "it has no title")


class TestCells:
    def test_one_line_nfc_and_repaired(self) -> None:
        assert clean("  Slow,\n\n but  kind. ") == "Slow, but kind."
        assert clean("Ame\u0301lie\u200b") == "Amélie"
        assert clean("itâ€™s") == "it’s"

    @pytest.mark.parametrize("nothing", [r"\N", "null", "None", "NaN", "N/A", "  "])
    def test_what_stands_for_nothing(self, nothing: str) -> None:
        assert clean(nothing) == ""

    def test_a_row_that_says_nothing(self) -> None:
        assert read(film="M", critic="Ada") == BadRow(5, "it holds no rating, no verdict and no words")

    def test_a_column_that_was_mapped_wrongly_shows(self) -> None:
        row = read(film="M", critic="word " * 100, rating="3/5")
        assert row == BadRow(5, "'critic' holds 499 characters, too many for a critic")

    def test_the_day_of_entry_is_no_date(self) -> None:
        layout = Layout(name="", by=(), fields={}, no_date=("January 1, 2000",))
        columns = Columns(of={field: field.value for field in Field}, layout=layout)
        cells = {"film": "M", "rating": "3/5", "date": "January 1, 2000"}
        row = review_reader(columns)(Record(2, cells))
        assert isinstance(row, ReviewRow)
        assert row.date == ""
        kept = read(**cells)
        assert isinstance(kept, ReviewRow)
        assert kept.date == "January 1, 2000"
