"""The commands on decisions, run in this process on a library of two small documents."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from filmdossier.present.cli import app
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support import stand_ins

A = "film: Ronin (1998)\ndirector: John Frankenheimer\ncast: Jean Reno as Vincent\nreview: Taut.\n"
B = "film: Ronin (1998)\ndirector: Ann [bold]Bell[/bold]\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    with Store.open("filmdossier.db") as store:
        read_paths([tmp_path], store, limits=Limits(workers=0), stages=stand_ins.STAGES)
    return tmp_path


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


def directors() -> list[tuple[str, str]]:
    record = json.loads(run("export", "Ronin", "--to", "json").stdout)
    return sorted((fact["value"], fact["status"]) for fact in record["facts"] if fact["predicate"] == "director")


def test_ids_are_listed_for_decisions_to_name(place: Path) -> None:
    listed = run("show", "Ronin", "--ids").stdout
    for address in ("title", "director:john-frankenheimer", "cast:jean-reno.vincent", "conflict:director", "review:somebody"):
        assert address in listed
    part = run("show", "Ronin", "--ids", "--part", "cast").stdout
    assert "cast:jean-reno.vincent" in part
    assert "director" not in part
    assert "no part 'shoes'" in run("show", "Ronin", "--ids", "--part", "shoes", status=2).stderr


def test_confirmed_rejected_chosen_and_undone() -> None:
    run("decide", "confirm", "Ronin", "director:john-frankenheimer", "--by", "ines")
    assert ("John Frankenheimer", "confirmed") in directors()
    done = run("decide", "choose", "Ronin", "conflict:director", "John Frankenheimer", "--by", "ines", "--why", "titles").stdout
    assert directors() == [("John Frankenheimer", "confirmed")]
    run("decide", "undo", done.split()[0], "--by", "ines")
    assert len(directors()) == 2
    run("decide", "reject", "Ronin", "conflict:director", "--by", "ines")
    assert "DISPUTED" not in run("show", "Ronin", "--part", "credits").stdout
    listed = run("decide", "list", "Ronin").stdout
    assert listed.count("ines") == 4
    assert "undone by" in listed


def test_corrected_with_its_history_on_show() -> None:
    run(
        "decide",
        "correct",
        "Ronin",
        "cast:jean-reno.vincent",
        "--set",
        "character=Sam",
        "--by",
        "ines",
        "--why",
        "[red]seen",
    )
    shown = run("show", "Ronin", "--part", "cast").stdout
    assert "Sam (corrected by ines, was Jean Reno as Vincent:" in shown
    assert "[red]seen)" in shown
    assert "C1 “[red]seen”" in shown
    assert "[red]seen" in run("decide", "list").stdout
    run("decide", "correct", "Ronin", "director:john-frankenheimer", "J. Frank", "--by", "ines", "--source", "a.txt:30-34")
    assert ("J. Frank", "corrected") in directors()


def test_added_merged_and_split() -> None:
    run("decide", "add", "Ronin", "genre", f"a.txt:{A.index('Taut')}-{A.index('Taut') + 4}", "--by", "ines")
    record = json.loads(run("export", "Ronin", "--to", "json").stdout)
    (genre,) = [fact for fact in record["facts"] if fact["predicate"] == "genre"]
    assert (genre["value"], genre["status"], genre["decision"]["verdict"]) == ("Taut", "confirmed", "add")
    run("decide", "add", "Ronin", "cast", "a.txt:0-4", "--set", "actor=Sean Bean", "--set", "character=Spence", "--by", "ines")
    run("decide", "merge", "Ronin", "Ann [bold]Bell[/bold]", "John Frankenheimer", "--by", "ines")
    assert [value for value, _ in directors()] == ["John Frankenheimer"]
    run("decide", "split", "Ronin", "--what", "film", "Ronin (2011)", "b.txt", "--by", "ines")
    assert "ronin-2011" in run("films").stdout
    run("decide", "merge", "ronin-2011", "ronin-1998", "--what", "film", "--by", "ines")
    assert "ronin-2011" not in run("films").stdout


def test_the_file_goes_out_and_in(place: Path) -> None:
    run("decide", "confirm", "Ronin", "director:john-frankenheimer", "--by", "ines")
    run("decide", "export", "--out", "decisions.jsonl")
    text = (place / "decisions.jsonl").read_text()
    assert run("decide", "export", "Ronin").stdout == text
    assert "1 there already" in run("decide", "import", "decisions.jsonl").stdout
    (place / "broken.jsonl").write_text(text + "<<<<<<<\n")
    assert "line 3: it is not a JSON object" in run("decide", "import", "broken.jsonl", status=1).stdout
    (place / "other.jsonl").write_bytes(b"\xff\xfe")
    assert "not a text in UTF-8" in run("decide", "import", "other.jsonl", status=1).stderr


def test_the_queue_begins_with_what_is_disputed_and_leaves_out_what_was_decided() -> None:
    lines = [line for line in run("queue", "Ronin").stdout.splitlines() if "ronin-1998" in line]
    assert "conflict:director" in lines[0]
    assert "Ann [bold]Bell[/bold]" in lines[0]
    assert "cast:jean-reno.vincent" in "".join(lines)
    run("decide", "reject", "Ronin", "conflict:director", "--by", "ines")
    run("decide", "confirm", "Ronin", "cast:jean-reno.vincent", "--by", "ines")
    after = run("queue").stdout
    assert "conflict:director" not in after
    assert "cast:jean-reno.vincent" not in after
    assert run("queue", "--limit", "1").stdout.count("ronin-1998") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("correct", "Ronin", "director:john-frankenheimer", "--by", "i"), 2, "give the right value"),
        (("correct", "Ronin", "director:john-frankenheimer", "X", "--by", "i"), 1, "a source or a note"),
        (("correct", "Ronin", "cast:jean-reno.vincent", "--set", "character", "--by", "i"), 2, "write FIELD=VALUE"),
        (("confirm", "Ronin", "director:nobody", "--by", "i"), 1, "no statement 'director:nobody'"),
        (("confirm", "Heat", "title", "--by", "i"), 1, "no film 'Heat'"),
        (("choose", "Ronin", "conflict:year", "1998", "--by", "i"), 1, "no conflict 'conflict:year'"),
        (("choose", "Ronin", "conflict:director", "Nobody", "--by", "i"), 1, "no side 'Nobody'"),
        (("add", "Ronin", "genre", "a.txt", "--by", "i"), 2, "write DOCUMENT:START-END"),
        (("merge", "Ronin", "A", "--by", "i"), 2, "give two names"),
        (("split", "Ronin", "A", "--by", "i"), 2, "give two names"),
        (("undo", "0000", "--by", "i"), 1, "no such decision"),
    ],
)
def test_what_cannot_be_decided_says_why(arguments: tuple[str, ...], status: int, message: str) -> None:
    result = run("decide", *arguments, status=status)
    assert message in " ".join(result.output.replace("│", " ").split())
    assert "Traceback" not in result.output
    assert run("decide", "list").stdout.strip() == "nothing has been decided yet"
