"""The commands, run in this process."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import filmdossier
from filmdossier.present.cli import app
from filmdossier.present.export.json_record import schema
from filmdossier.present.exporters import EXPORTERS

RONIN = """\
Ronin is a 1998 American action thriller film directed by John Frankenheimer and starring Robert De Niro.

The film was shot in France by the cinematographer Robert Fraisse.
"""
PAGE = """\
Scarface is a 1983 American crime drama film directed by Brian De Palma and written by Oliver Stone.
"""
OLDER = """\
Scarface is a 1932 American gangster film directed by Howard Hawks and produced by Howard Hughes.
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with documents beside it."""
    monkeypatch.setenv("FILMDOSSIER_WORKERS", "0")
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "documents").mkdir()
    for name, text in (("ronin", RONIN), ("scarface", PAGE), ("scarface-old", OLDER)):
        (tmp_path / "documents" / f"{name}.txt").write_text(text)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


def one_line(result: Result) -> str:
    """What was said on the error stream: one line and no traceback."""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture
def library(place: Path) -> Path:
    run("read", place / "documents")
    return place / "work" / "filmdossier.db"


def test_version() -> None:
    assert run("--version").stdout == f"filmdossier {filmdossier.__version__}\n"


def test_help_lists_the_commands() -> None:
    listed = run("--help").stdout
    assert all(command in listed for command in ("read", "films", "show", "dossier", "export"))


def test_reading_says_what_became_of_the_files(place: Path) -> None:
    said = run("read", place / "documents").stdout
    assert said == "3 documents read; filmdossier.db holds 3 films\n"
    said = run("read", place / "documents").stdout
    assert said == "0 documents read, 3 unchanged; filmdossier.db holds 3 films\n"


def test_failures_come_last_with_reason_and_remedy_and_status_1(place: Path) -> None:
    (place / "documents" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    (place / "documents" / "list.txt").write_text("Buy bread, milk and a new lamp for the hall.\n")
    lines = run("read", place / "documents", status=1).stdout.splitlines()
    assert lines[0] == "4 documents read, 1 failed, 1 about no film; filmdossier.db holds 3 films"
    about = next(line for line in lines if line.startswith("../documents/list.txt"))
    assert len(about.split(maxsplit=1)[1]) > 5
    assert lines[-1].startswith("../documents/picture.png")
    assert "it is an image" in lines[-1]
    assert "OCR" in lines[-1]


def test_a_film_may_be_named_for_documents_that_do_not_say(place: Path) -> None:
    (place / "notes.txt").write_text("The car chases are superb.\n")
    run("read", place / "notes.txt", "--film", "Ronin (1998)")
    assert "ronin-1998" in run("films").stdout


@pytest.mark.parametrize("film", ["", "  ", "(1998)", "!"])
def test_a_hint_that_names_no_film_is_a_usage_error(place: Path, film: str) -> None:
    result = run("read", place / "documents", "--film", film, status=0 if film == "(1998)" else 2)
    assert film == "(1998)" or "TITLE (YEAR)" in result.stderr


def test_films_are_listed_with_what_is_known(library: Path) -> None:
    lines = run("films").stdout.splitlines()
    assert lines[0].split()[:4] == ["Id", "Title", "Year", "Director"]
    row = next(line for line in lines if line.startswith("ronin-1998"))
    assert "John Frankenheimer" in row
    assert [line.split()[0] for line in lines[2:]] == ["ronin-1998", "scarface-1932", "scarface-1983"]


def test_a_library_without_films_says_what_to_do(place: Path) -> None:
    (place / "list.txt").write_text("Bread and milk.\n")
    run("read", place / "list.txt")
    assert "no films yet" in run("films").stdout


def test_show_and_its_parts(library: Path) -> None:
    assert "John Frankenheimer" in run("show", "ronin").stdout
    assert "John Frankenheimer" in run("show", "Ronin (1998)", "--part", "credits").stdout
    assert "cast" in one_line(run("show", "ronin", "--part", "nonsense", status=2))


def test_an_unclear_or_unknown_film_is_one_line(library: Path) -> None:
    for command in ("show", "dossier", "export"):
        assert "scarface-1932" in one_line(run(command, "Scarface", status=1))
        assert "did you mean ronin-1998" in one_line(run(command, "Ronon", status=1))


def test_dossier_is_written_whole(library: Path) -> None:
    assert run("dossier", "ronin", "-o", "out.html").stdout == "wrote out.html\n"
    page = Path("out.html").read_text(encoding="utf-8")
    assert page.startswith("<!")
    assert "John Frankenheimer" in page
    assert run("dossier", "ronin", "-o", "-").stdout.strip() == page.strip()
    run("dossier", "ronin")
    assert Path("ronin-1998.html").read_text(encoding="utf-8") == page


def test_what_cannot_be_written_is_one_line_and_leaves_nothing(library: Path) -> None:
    assert "nowhere" in one_line(run("dossier", "ronin", "-o", "nowhere/out.html", status=1))
    Path("folder.html").mkdir()
    assert "folder.html" in one_line(run("dossier", "ronin", "-o", "folder.html", status=1))
    assert sorted(path.name for path in Path().iterdir()) == ["filmdossier.db", "folder.html"]


def test_export_to_standard_output_a_file_and_a_folder(library: Path) -> None:
    from jsonschema import validate

    said = run("export", "ronin", "--to", "json").stdout
    record = json.loads(said)
    validate(record, schema())
    assert record["film"]["id"] == "ronin-1998"
    run("export", "ronin", "--out", "ronin.json")
    assert Path("ronin.json").read_text(encoding="utf-8").strip() == said.strip()
    run("export", "--all", "--to", "json", "--out", "deep/records")
    assert sorted(path.name for path in Path("deep/records").iterdir()) == [
        "ronin-1998.json",
        "scarface-1932.json",
        "scarface-1983.json",
    ]
    assert Path("deep/records/ronin-1998.json").read_bytes() == Path("ronin.json").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",),
        ("export", "ronin", "--all"),
        ("export", "--all"),
        ("export", "ronin", "--to", "nonsense"),
        ("read",),
        ("read", "nowhere.txt"),
        ("show",),
        ("nonsense",),
        ("films", "--nonsense"),
    ],
    ids=" ".join,
)
def test_usage_errors_have_status_2(library: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, status=2)
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_every_exporter_writes(library: Path) -> None:
    for name, exporter in EXPORTERS.items():
        run("export", "ronin", "--to", name, "--out", f"out{exporter.suffix}")
        assert Path(f"out{exporter.suffix}").stat().st_size > 0


@pytest.mark.parametrize("command", [("films",), ("show", "x"), ("dossier", "x"), ("export", "x")], ids=lambda command: command[0])
def test_without_a_library_one_line_and_no_new_file(place: Path, command: tuple[str, ...]) -> None:
    assert "there is no library filmdossier.db; read documents into it first" in one_line(run(*command, status=1))
    assert list(Path().iterdir()) == []


def test_another_library_can_be_named(place: Path) -> None:
    run("read", place / "documents" / "ronin.txt", "--library", "films.db")
    assert "ronin-1998" in run("films", "--library", "films.db").stdout
    assert [path.name for path in Path().iterdir()] == ["films.db"]


def test_settings_name_the_library_and_bad_ones_are_usage_errors(place: Path) -> None:
    Path("filmdossier.toml").write_text('library = "films.db"\n')
    run("read", place / "documents" / "ronin.txt")
    assert "ronin-1998" in run("films").stdout
    Path("filmdossier.toml").write_text("time_limit_seconds = 0\n")
    assert "time_limit_seconds is 0; it takes a number of seconds" in one_line(run("read", place / "documents", status=2))


def test_a_file_that_is_no_library_is_left_alone(place: Path) -> None:
    notes = place / "documents" / "ronin.txt"
    before = notes.read_bytes()
    assert "not a filmdossier library" in one_line(run("read", place / "documents", "--library", notes, status=1))
    assert notes.read_bytes() == before


def test_debug_shows_where_an_error_arose(library: Path) -> None:
    result = CliRunner().invoke(app, ["show", "Ronon", "--debug"])
    assert type(result.exception).__name__ == "UnknownFilm"


def test_a_stage_that_breaks_shows_its_traceback_with_debug_only(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slip(*_: object) -> None:
        raise LookupError("a slip")

    monkeypatch.setattr("filmdossier.annotate.annotate", slip)
    arguments = ["read", str(place / "documents" / "ronin.txt")]
    result = run(*arguments, status=1)
    assert "internal error in the annotate stage: LookupError: a slip" in result.stdout
    assert "Traceback" not in result.output
    assert 'raise LookupError("a slip")' in run(*arguments, "--debug", status=1).stderr


def test_names_cannot_write_on_the_terminal(place: Path) -> None:
    (place / "documents" / "[bold]evil\x1b[2J.txt").write_text("Bread and milk.\n")
    said = run("read", place / "documents").stdout
    assert "\x1b" not in said
    assert "[bold]evil\N{REPLACEMENT CHARACTER}[2J.txt" in said


def test_a_title_in_brackets_is_a_title(place: Path) -> None:
    (place / "rec.txt").write_text("Shaky, loud and effective.\n")
    run("read", place / "rec.txt", "--film", "[REC] (2007)")
    assert "[REC]" in run("films").stdout
    assert "[REC]" in run("show", "[rec]").stdout


def test_tables_hold_every_film_in_one_file(library: Path) -> None:
    alone = run("export", "ronin", "--to", "csv").stdout
    together = run("export", "--all", "--to", "csv").stdout
    assert set(alone.splitlines()) < set(together.splitlines())
    run("export", "--all", "--to", "csv", "--out", "films.csv")
    assert Path("films.csv").read_text(encoding="utf-8") == together
    Path("folder").mkdir()
    run("export", "--all", "--to", "parquet", "--out", "folder")
    assert Path("folder/films.parquet").read_bytes()[:4] == b"PAR1"


def test_annotations_are_written_beside_the_film(library: Path) -> None:
    run("export", "ronin", "--to", "jsonld", "--out", "ronin.jsonld")
    film, beside = (json.loads(Path(name).read_text(encoding="utf-8")) for name in ("ronin.jsonld", "ronin.annotations.jsonld"))
    assert (film["@type"], beside["type"]) == ("Movie", "AnnotationCollection")
    assert json.loads(run("export", "ronin", "--to", "jsonld").stdout) == film
    run("export", "--all", "--to", "jsonld", "--out", "films")
    assert len(list(Path("films").iterdir())) == 6


def test_options_of_a_format(library: Path) -> None:
    Path("items.csv").write_text('name,item\n"John Frankenheimer",Q297736\n', encoding="utf-8")
    said = run("export", "ronin", "--to", "quickstatements", "--item", "Q223139", "--items", "items.csv").stdout
    assert "Q223139\tP57\tQ297736\t" in said
    Path("wrong.csv").write_text("name,item\nJohn Frankenheimer,297736\n", encoding="utf-8")
    assert "line 2" in one_line(run("export", "ronin", "--to", "quickstatements", "--items", "wrong.csv", status=1))
    Path("latin.csv").write_bytes("Béla,Q1\n".encode("latin-1"))
    assert "UTF-8" in one_line(run("export", "ronin", "--to", "quickstatements", "--items", "latin.csv", status=1))
    run("export", "ronin", "--to", "wikitext", "--no-average")
    run("export", "ronin", "--to", "csv", "--spreadsheet")


@pytest.mark.parametrize(
    "arguments",
    [
        ("ronin", "--to", "json", "--spreadsheet"),
        ("ronin", "--to", "csv", "--no-average"),
        ("ronin", "--to", "nfo", "--item", "Q1"),
        ("ronin", "--to", "quickstatements", "--item", "42"),
        ("--all", "--to", "quickstatements", "--item", "Q42", "--out", "films"),
        ("ronin", "--to", "quickstatements", "--items", "nowhere.csv"),
        ("ronin", "--to", "parquet"),
        ("ronin", "--to", "parquet", "--out", "-"),
    ],
    ids=" ".join,
)
def test_an_option_that_does_not_fit_is_a_usage_error(library: Path, arguments: tuple[str, ...]) -> None:
    assert "Traceback" not in run("export", *arguments, status=2).stderr
