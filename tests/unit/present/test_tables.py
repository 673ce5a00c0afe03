"""The table of statements: read back by other programs, every quote exact, formulas guarded on demand."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from filmdossier.model.film import FilmRecord
from filmdossier.present.export.statements import statements
from filmdossier.present.export.tables import COLUMNS, rows, to_csv, to_parquet
from support.exports import BREAKERS, RECORDS, filled, shown_as
from support.records import desperado, silent


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def read_parquet(content: bytes, folder: Path) -> list[tuple[object, ...]]:
    (folder / "table.parquet").write_bytes(content)
    return duckdb.sql(f"SELECT * FROM '{folder / 'table.parquet'}'").fetchall()


@pytest.mark.parametrize("make", RECORDS)
def test_csv_gives_back_each_row(make: Callable[[], FilmRecord]) -> None:
    record = make()
    back = read_csv(to_csv([record]))
    assert [tuple(row.values()) for row in back] == [
        tuple("" if cell is None else str(cell) for cell in row) for row in rows([record])
    ]
    assert all(tuple(row) == tuple(COLUMNS) for row in back)


@pytest.mark.parametrize("make", RECORDS)
def test_parquet_gives_back_each_row_with_its_types(make: Callable[[], FilmRecord], tmp_path: Path) -> None:
    record = make()
    content = to_parquet([record])
    assert read_parquet(content, tmp_path) == list(rows([record]))
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{tmp_path / 'table.parquet'}'").fetchall()
    assert {name: kind for name, kind, *_ in described} == COLUMNS
    assert to_parquet([record]) == content


@pytest.mark.parametrize("make", RECORDS)
def test_every_row_quotes_its_document(make: Callable[[], FilmRecord]) -> None:
    record = make()
    texts = {document.id: document.text for document in record.documents}
    sha256 = {document.id: document.sha256 for document in record.documents}
    for row in read_csv(to_csv([record])):
        if row["document"]:
            assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]
            assert row["sha256"] == sha256[row["document"]]


def test_nothing_of_the_record_is_missing() -> None:
    record = desperado()
    told = list(statements(record))
    parts = [statement.part for statement in told]
    assert parts.count("facts") == len(record.facts)
    assert parts.count("cast") == len(record.cast)
    assert parts.count("events") == len(record.events)
    assert parts.count("set_aside") == len(record.set_aside)
    assert len({statement.id for statement in told if statement.part == "reviews"}) == len(record.reviews)
    tomatoes = {
        (statement.predicate, statement.value)
        for statement in told
        if (statement.part, statement.subject) == ("aggregators", "Rotten Tomatoes")
    }
    assert {("approval", "70"), ("reviews", "54"), ("average", "6.5")} <= tomatoes
    speakers = {statement.speaker for statement in told if statement.part == "reviews"}
    assert "Roger Ebert, Chicago Sun-Times" in speakers
    planned = next(statement for statement in told if statement.polarity == "planned")
    assert (planned.value, dict(planned.qualifiers)["character"], planned.reason) == ("Raúl Juliá", "Bucho", "planned, not done")


def test_all_films_are_one_table(tmp_path: Path) -> None:
    films = [desperado(), silent()]
    assert len(read_csv(to_csv(films))) == sum(len(read_csv(to_csv([film]))) for film in films)
    assert len(read_parquet(to_parquet(films), tmp_path)) == len(list(rows(films)))
    assert read_parquet(to_parquet([]), tmp_path) == []
    assert to_csv([]).decode() == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_come_back_as_they_are(breaker: str, tmp_path: Path) -> None:
    record = filled(breaker)
    back = read_csv(to_csv([record]))
    assert {row["title"] for row in back} == {shown_as(breaker)}
    assert {row[3] for row in rows([record])} == {row["statement"] for row in back}
    assert read_parquet(to_parquet([record]), tmp_path) == list(rows([record]))


def test_cells_are_exact_and_only_the_option_guards_formulas() -> None:
    for formula in ('=HYPERLINK("http://x")', "+1", "-1", "@SUM(1)", "\t=1", "＝1"):
        record = filled(formula)
        assert read_csv(to_csv([record]))[0]["title"] == formula
        guarded = read_csv(to_csv([record], spreadsheet=True))
        assert guarded[0]["title"] == f"'{formula}"
        assert not [cell for row in guarded for cell in row.values() if cell[:1] in set("=+-@\t＝")]
    assert to_csv([silent()], spreadsheet=True) == to_csv([silent()])
