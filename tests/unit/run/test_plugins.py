"""Plugged-in annotators in a run: what changes, what is told, what fails, what is read again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from filmdossier.annotate.plugins.language_model import LanguageModel
from filmdossier.model.annotations import PluginReport
from filmdossier.present.cli import app
from filmdossier.run.library import Summary, read_paths
from filmdossier.run.pipeline import STAGES
from filmdossier.run.reading import Limits
from filmdossier.run.version import reading_version
from filmdossier.store import Store
from support.language_model_server import Server, mentions, serving

RONIN = "Ronin is a 1998 American action thriller film directed by John Frankenheimer.\n"
FOUND = mentions(("person", "John Frankenheimer"), ("person", "Robert De Niro"))
BUSY = (503, b"busy")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents."""
    place = tmp_path / "documents"
    place.mkdir()
    (place / "a.txt").write_text(RONIN)
    (place / "b.txt").write_text(RONIN.replace("a 1998", "the 1998"))
    return place


def plugin(server: Server, model: str = "stand-in") -> LanguageModel:
    """The plug-in for a stand-in server, which waits for nothing."""
    return LanguageModel(url=server.url, model=model, pauses_seconds=(0.0, 0.0), timeout_seconds=5.0)


def read(folder: Path, store: Store, *plugins: LanguageModel, workers: int = 0) -> Summary:
    """A run with these plug-ins."""
    return read_paths([folder], store, limits=Limits(workers=workers), stages=replace(STAGES, plugins=plugins))


def test_what_was_taken_over_and_what_was_dropped_is_summed(folder: Path, store: Store) -> None:
    with serving(FOUND) as server:
        summary = read(folder, store, plugin(server))
    assert summary.read == ("documents/a.txt", "documents/b.txt")
    assert summary.plugins == (PluginReport(annotator=f"openai:{server.url}#stand-in", mentions=2, unanchored=2),)
    assert len(server.questions) == 2


def test_worker_processes_ask_once_for_each_document_and_nothing_at_their_start(folder: Path, store: Store) -> None:
    with serving(FOUND) as server:
        summary = read(folder, store, plugin(server), workers=1)
    assert len(summary.read) == 2
    assert [question["messages"][1]["content"] for question in server.questions] == [
        RONIN.strip(),
        RONIN.strip().replace("a 1998", "the 1998"),
    ]


def test_a_document_about_no_film_is_shown_to_nobody(folder: Path, store: Store) -> None:
    (folder / "a.txt").write_text("Bread, milk and a new lamp for the hall.\n")
    with serving(FOUND) as server:
        summary = read(folder, store, plugin(server))
    assert list(summary.without_film) == ["documents/a.txt"]
    assert len(server.questions) == 1


def test_another_annotator_reads_again_and_the_same_one_does_not(folder: Path, store: Store) -> None:
    with serving(FOUND) as server:
        assert len(read(folder, store).read) == 2
        assert len(read(folder, store, plugin(server)).read) == 2
        assert len(read(folder, store, plugin(server)).unchanged) == 2
        assert len(server.questions) == 2
        assert len(read(folder, store, plugin(server, "larger")).read) == 2
        assert len(server.questions) == 4
        assert len(read(folder, store).read) == 2
    assert len(server.questions) == 4


def test_versions_name_the_annotators_in_their_order() -> None:
    named = [reading_version(), reading_version("a"), reading_version("b"), reading_version("a", "b"), reading_version("ab")]
    assert len(set(named)) == 5
    assert reading_version("a") == reading_version("a")


def test_a_server_in_trouble_is_a_failure_with_its_remedy_and_the_earlier_reading_stays(folder: Path, store: Store) -> None:
    read(folder, store)
    with serving(BUSY, BUSY, BUSY, FOUND) as server:
        summary = read(folder, store, plugin(server))
    (failure,) = summary.failures
    assert (failure.origin, failure.error) == ("documents/a.txt", "AnnotatorError")
    assert "the server answers 503 (busy)" in failure.reason
    assert failure.remedy == "look into the server's log, then read again"
    assert summary.kept == {"documents/a.txt"}
    assert summary.tracebacks == {}
    assert summary.read == ("documents/b.txt",)
    with serving(FOUND) as again:
        assert read(folder, store, replace(plugin(again), url=server.url)).failures != ()
        assert read(folder, store).failures == ()


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result


def test_the_command_says_at_the_end_what_became_of_the_output(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FILMDOSSIER_WORKERS", "0")
    monkeypatch.setenv("FILMDOSSIER_ANNOTATOR_KEY", "s3cret")
    with serving(FOUND) as server:
        name = f"openai:{server.url}#stand-in"
        said = run("read", folder, "--annotator", name).stdout.splitlines()
        quiet = run("read", folder).stdout
    assert said == [
        "2 documents read; filmdossier.db holds 1 film",
        f"{name}: 2 mentions taken over, 2 dropped because the text does not hold them",
    ]
    assert "openai" not in quiet
    assert {headers["Authorization"] for headers in server.headers} == {"Bearer s3cret"}
    assert b"s3cret" not in (tmp_path / "filmdossier.db").read_bytes()
    assert len(server.questions) == 2


def test_an_annotator_that_cannot_be_is_a_usage_error_and_nothing_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, said in (("gpt", "there is no annotator 'gpt'"), ("openai:http://localhost/v1", "names no model")):
        assert said in run("read", folder, "--annotator", name, status=2).stderr
    assert not (tmp_path / "filmdossier.db").exists()
