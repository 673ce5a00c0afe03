"""``reviews import`` as a person types it: what it prints, and its exit status."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from filmdossier.present.cli import app
from support.table_files import FILMS, LINKED, NUMBERED, SCORED, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["reviews", "import", *arguments])


def test_a_good_table(folder: Path) -> None:
    write(folder / "t.jsonl", SCORED)
    result = run("t.jsonl")
    assert result.exit_code == 0
    assert result.output == "t.jsonl: 2 rows about 1 film; 1 document written; filmdossier.db holds 1 film\n"
    assert run("t.jsonl").output == "t.jsonl: 2 rows about 1 film; 1 unchanged; filmdossier.db holds 1 film\n"
    listed = CliRunner().invoke(app, ["films"])
    assert "night-ferry-1951" in listed.output
    shown = CliRunner().invoke(app, ["show", "Night Ferry", "--part", "reception"])
    assert "fresh" not in shown.output.split("Ada Quill")[0].split("Reviews here")[-1]
    assert "A crossing that ends too soon." in shown.output


def test_some_rows_fail(folder: Path) -> None:
    write(folder / "t.csv", [*LINKED, *(["\x1b[31mshort"] * 30)])
    result = run("t.csv")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0].startswith("t.csv: 3 rows about 2 films, 30 failed; 2 documents written;")
    assert "named by nothing but an id: give a table of films with --films" in lines[1]
    assert lines[-1].split() == ["and", "10", "more"]
    assert any(line.split()[:2] == ["t.csv", "5"] and "1 cell where the header names 8" in line for line in lines)
    assert "\x1b" not in result.output


def test_films_by_their_ids(folder: Path) -> None:
    write(folder / "t.tsv", NUMBERED)
    write(folder / "f.csv", FILMS)
    result = run("t.tsv", "--films", "f.csv")
    assert result.exit_code == 0
    assert "id" not in result.output
    assert CliRunner().invoke(app, ["show", "Night Ferry (1951)"]).exit_code == 0


def test_verdicts_that_are_none(folder: Path) -> None:
    write(folder / "t.csv", ["film,critic,verdict,rating", "M (1931),Ada,meh,3/5", "M (1931),Ben,meh,2/5"])
    result = run("t.csv")
    assert result.exit_code == 0
    assert "words in the column of verdicts that are none, taken without: “meh” (2)" in result.output


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--map", "Titel"], 2, "'Titel': write COLUMN=FIELD, the field one of film, year, film_id"),
        (["--map", "Titel=title"], 2, "write COLUMN=FIELD"),
        (["--map", "a=film", "--map", "b=film"], 2, "a column holds one field"),
        (["--scale", "0"], 2, "--scale"),
        (["--film", "()"], 2, "give the film as"),
        (["--map", "Titel=film"], 1, "filmdossier: t.csv: it has no column 'Titel' (it has name, note); name one of them in --map"),
        ([], 1, "filmdossier: t.csv: no column is known to hold a rating"),
        (["--map", "note=rating"], 1, "filmdossier: t.csv: no column is known to tell the film"),
        (["--map", "note=rating", "--map", "name=film"], 1, "no column is known to tell who judges (it has name, note); say which"),
        (["--encoding", "nonsense"], 1, "unknown encoding"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(folder: Path, arguments: list[str], status: int, message: str) -> None:
    write(folder / "t.csv", ["name,note", "Night Ferry,4/5"])
    result = run("t.csv", *arguments)
    assert result.exit_code == status
    assert message in " ".join(result.output.replace("│", " ").split())
    assert "Traceback" not in result.output


def test_a_table_that_is_not_there() -> None:
    result = run("nowhere.csv")
    assert result.exit_code == 2
    assert "nowhere.csv" in result.output
