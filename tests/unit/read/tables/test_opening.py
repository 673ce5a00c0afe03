"""Files of every kind become rows; lines that are none are told and stop nothing."""

from pathlib import Path

import pytest

from filmdossier.errors import BrokenFile, ReadError, UnsupportedFormat
from filmdossier.read.tables import BadRow, Record, open_table
from filmdossier.read.tables.lines import LONGEST_LINE
from support.table_files import NUMBERED, SCORED, write


def rows(path: Path, encoding: str | None = None) -> tuple[tuple[str, ...], list[Record | BadRow]]:
    with open_table(path, path.name, encoding=encoding) as table:
        return table.columns, list(table.rows())


def cells(path: Path, encoding: str | None = None) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows(path, encoding)[1] if isinstance(row, Record)]


class TestDelimited:
    def test_comma_semicolon_tab_and_pipe(self, tmp_path: Path) -> None:
        for sign in ",;\t|":
            path = write(tmp_path / "table.csv", [sign.join(["film", "critic"]), sign.join(["Night Ferry", "Ada Quill"])])
            assert cells(path) == [{"film": "Night Ferry", "critic": "Ada Quill"}]

    def test_quoted_cells_hold_delimiters_marks_and_lines(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,quote", 'Night Ferry,"Slow, ""very"" slow.', "", 'But kind."', "Ronin,Fast."])
        assert rows(path)[1] == [
            Record(2, {"film": "Night Ferry", "quote": 'Slow, "very" slow.\n\nBut kind.'}),
            Record(5, {"film": "Ronin", "quote": "Fast."}),
        ]

    def test_a_mark_that_never_closes_costs_one_line(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,quote", 'Night Ferry,"Slow', *(f"Ronin {n},Fast." for n in range(300))])
        found = rows(path)[1]
        assert found[0] == BadRow(2, "a quotation mark opens a cell and none closes it")
        assert len(found) == 301
        assert found[1] == Record(3, {"film": "Ronin 0", "quote": "Fast."})
        assert found[-1] == Record(302, {"film": "Ronin 299", "quote": "Fast."})

    def test_a_mark_that_a_later_row_closes_costs_one_line_too(self, tmp_path: Path) -> None:
        lines = ["film,critic,quote", 'Night Ferry,Ada,"Slow', '"Ronin",Ben,Fast.', 'Heat,Cleo,"Long,', 'very long."']
        assert rows(write(tmp_path / "t.csv", lines))[1] == [
            BadRow(2, "a quotation mark opens a cell and none closes it"),
            Record(3, {"film": "Ronin", "critic": "Ben", "quote": "Fast."}),
            Record(4, {"film": "Heat", "critic": "Cleo", "quote": "Long,\nvery long."}),
        ]

    def test_a_line_that_declares_the_delimiter_is_no_header(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["sep=;", "film;quote, if any", "Night Ferry;Slow, kind"])
        assert rows(path) == (("film", "quote, if any"), [Record(3, {"film": "Night Ferry", "quote, if any": "Slow, kind"})])
        assert rows(write(tmp_path / "u.csv", ["sep=", "Night Ferry"]))[0] == ("sep=",)

    def test_a_mark_inside_a_plain_cell_is_a_letter(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,quote", 'Night Ferry,shot on a 5" reel', "Ronin,Fast."])
        assert [row["quote"] for row in cells(path)] == ['shot on a 5" reel', "Fast."]

    def test_tabs_part_cells_whatever_quotation_marks_say(self, tmp_path: Path) -> None:
        found = cells(write(tmp_path / "t.tsv", NUMBERED))
        assert [row.get("review") for row in found] == [
            'Céline\'s tide of "small" griefs.',
            'It says "hello" and means it.',
            None,
        ]
        assert cells(write(tmp_path / "u.tsv", ["film\tquote", 'M\t"Half a mark']))[0]["quote"] == '"Half a mark'

    def test_rows_of_another_width_are_told(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,critic", "Night Ferry", "Ronin,Ada,more", "Heat,Ben,", "", "M,Cleo"])
        assert rows(path)[1] == [
            BadRow(2, "1 cell where the header names 2"),
            BadRow(3, "3 cells where the header names 2"),
            Record(4, {"film": "Heat", "critic": "Ben"}),
            Record(6, {"film": "M", "critic": "Cleo"}),
        ]

    def test_a_line_without_end_is_cut_and_told(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.tsv", ["film\tcritic", "x" * (LONGEST_LINE + 5000), "M\tCleo"])
        found = rows(path)[1]
        assert found == [
            BadRow(2, f"the line is over {LONGEST_LINE:,} characters long"),
            Record(3, {"film": "M", "critic": "Cleo"}),
        ]

    def test_a_column_named_twice_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(BrokenFile, match=r"t\.csv: two columns are called 'critic'; give each column"):
            rows(write(tmp_path / "t.csv", ["film,critic,critic", "M,Ada,Ben"]))


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
    @pytest.mark.parametrize("packed", [False, True])
    def test_western_texts_need_no_option(self, tmp_path: Path, encoding: str, packed: bool) -> None:
        path = write(tmp_path / "t.csv", ["film,critic", "Amélie,Zoë Brontë"], encoding=encoding, packed=packed)
        assert rows(path)[0] == ("film", "critic")
        assert cells(path) == [{"film": "Amélie", "critic": "Zoë Brontë"}]

    def test_two_encodings_in_one_file(self, tmp_path: Path) -> None:
        path = tmp_path / "t.csv"
        path.write_bytes("film,critic\nAmélie,Zoë\n".encode() + "Amélie,“Zoë”\n".encode("cp1252") + b"M,\x81x\n")
        assert [row["critic"] for row in cells(path)] == ["Zoë", "“Zoë”", "\x81x"]

    def test_any_other_is_named(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,critic", "生きる,黒澤"], encoding="shift_jis")
        assert cells(path, "shift_jis") == [{"film": "生きる", "critic": "黒澤"}]
        with pytest.raises(ReadError, match=r"t\.csv: unknown encoding: no-such; name an encoding that Python knows"):
            rows(path, "no-such")


class TestJsonLines:
    def test_values_of_every_type_become_text(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "t.jsonl", ['{"film": "M", "year": 1931, "score": 4.50, "fresh": true, "critic": null, "tags": ["a"]}']
        )
        assert rows(path)[0] == ("film", "year", "score", "fresh", "critic", "tags")
        assert cells(path) == [{"film": "M", "year": "1931", "score": "4.5", "fresh": "true", "tags": '["a"]'}]

    def test_a_column_that_begins_late_and_lines_that_are_no_objects(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.jsonl", ['{"film": "M"}', "[1]", "{broken", '{"film": "Heat", "critic": "Ada"}'])
        columns, found = rows(path)
        assert columns == ("film", "critic")
        assert [(row.line, row.reason.partition(" (")[0]) for row in found if isinstance(row, BadRow)] == [
            (2, "it is no JSON object"),
            (3, "it is no JSON"),
        ]
        assert len(found) == 4

    def test_packed(self, tmp_path: Path) -> None:
        assert cells(write(tmp_path / "t.jsonl.gz", SCORED, packed=True))[0]["tomatometer"] == "67%"

    def test_one_list_is_refused_with_the_way_out(self, tmp_path: Path) -> None:
        with pytest.raises(BrokenFile, match="one object a line"):
            rows(write(tmp_path / "t.json", ['[{"film": "M"}]']))


class TestParquet:
    def parquet(self, path: Path, select: str) -> Path:
        import duckdb

        with duckdb.connect() as connection:
            connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
        return path

    def test_types_become_text(self, tmp_path: Path) -> None:
        path = self.parquet(
            tmp_path / "t.parquet", "SELECT 'M' AS film, 1931 AS year, DATE '1931-05-11' AS date, NULL AS critic, 0.5 AS x"
        )
        columns, found = rows(path)
        assert columns == ("film", "year", "date", "critic", "x")
        assert found == [Record(1, {"film": "M", "year": "1931", "date": "1931-05-11", "x": "0.5"})]

    def test_a_name_is_no_pattern(self, tmp_path: Path) -> None:
        self.parquet(tmp_path / "ta.parquet", "SELECT 'other' AS film")
        path = self.parquet(tmp_path / "t.parquet", "SELECT 'M' AS film").rename(tmp_path / "t[a]*.parquet")
        assert cells(path) == [{"film": "M"}]

    def test_a_cut_file_is_refused(self, tmp_path: Path) -> None:
        path = self.parquet(tmp_path / "t.parquet", "SELECT 'M' AS film")
        path.write_bytes(path.read_bytes()[:-20])
        with pytest.raises(BrokenFile, match=r"t\.parquet: it is no Parquet table"):
            rows(path)


class TestRefusals:
    def test_files_that_are_no_tables(self, tmp_path: Path) -> None:
        for name, raw, why in (
            ("empty.csv", b"", "it is empty"),
            ("book.xlsx", b"PK\x03\x04 and more", "save it as CSV"),
            ("t.zip", b"PK\x03\x04 and more", "a ZIP archive"),
            ("t.pdf", b"%PDF-1.4", "tables are read as CSV"),
        ):
            (tmp_path / name).write_bytes(raw)
            with pytest.raises(ReadError, match=why) as caught:
                rows(tmp_path / name)
            assert str(caught.value).startswith(f"{name}: ")

    def test_damaged_packing(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv.gz", ["film,critic", *(f"M {n},Ada {n * 7919}" for n in range(20_000))], packed=True)
        path.write_bytes(path.read_bytes()[:-4000])
        with pytest.raises(BrokenFile, match=r"t\.csv\.gz: its gzip packing is damaged"):
            rows(path)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match=r"nowhere\.csv: it cannot be opened"):
            rows(tmp_path / "nowhere.csv")

    def test_spreadsheet_by_name_only(self, tmp_path: Path) -> None:
        (tmp_path / "t.ods").write_bytes(b"PK\x03\x04")
        with pytest.raises(UnsupportedFormat, match="spreadsheet"):
            rows(tmp_path / "t.ods")
