"""A folder into a library: what is read, what is left, what fails, what is remembered."""

import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from filmdossier.errors import StoreError
from filmdossier.model.annotations import FilmHint
from filmdossier.run.library import Summary, read_paths
from filmdossier.run.linking import link_films
from filmdossier.run.pipeline import Stages
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support import stand_ins

HERE = Limits(workers=0)
APART = Limits(workers=2, time_limit_seconds=2.0, memory_limit_bytes=800_000_000)
DESPERADO = "film: Desperado (1995)\ndirector: Robert Rodriguez\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def read(tmp_path: Path, store: Store) -> Callable[..., Summary]:
    def run(*paths: Path, hint: FilmHint | None = None, limits: Limits = HERE) -> Summary:
        return read_paths(paths or [tmp_path], store, hint, limits=limits, stages=stand_ins.STAGES)

    return run


def write(folder: Path, **contents: str) -> None:
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")


def films(store: Store) -> list[str]:
    with store.view() as view:
        return [film.id for film in view.films()]


# How the index of words lies on the disk depends on the order of writing; what it says of which document does not.
_LAYOUT = re.compile(r'INSERT INTO "words_(?:data|idx|docsize)"')

# How often the library was changed depends on how it was read.
_REVISION = re.compile(r"""INSERT INTO "meta" VALUES\('(?:revision|films)'""")


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = [line for line in connection.iterdump() if not _LAYOUT.match(line)]
        connection.execute("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, words, instance)")
        lines += [str(row) for row in connection.execute("SELECT term, doc, col, offset FROM temp.indexed")]
    connection.close()
    return lines


def test_a_folder_becomes_films(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO, b="film: Ronin (1998)\n", c="nothing\n", d=DESPERADO)
    summary = read()
    assert summary.read == ("a.txt", "b.txt", "c.txt", "d.txt")
    assert summary.without_film == {"c.txt": "it has no film line"}
    assert summary.failures == ()
    assert films(store) == ["desperado-1995", "ronin-1998"]
    with store.view() as view:
        assert [document.path for document in view.documents_of("desperado-1995")] == ["a.txt", "d.txt"]


def test_reading_twice_changes_nothing_and_parses_nothing(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO, c="nothing\n")
    read()
    before = dump(tmp_path / "library.db")
    summary = read_paths([tmp_path], store, stages=Stages(read=never, annotate=never, extract=never), limits=HERE)  # type: ignore[arg-type]
    assert summary.read == ()
    assert summary.unchanged == ("a.txt", "c.txt")
    assert summary.without_film == {"c.txt": "it has no film line"}
    assert dump(tmp_path / "library.db") == before


def never(*_: object, **__: object) -> object:
    raise AssertionError("an unchanged document was parsed")


def test_a_changed_file_replaces_its_claims(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO, b=DESPERADO)
    read()
    write(tmp_path, a="film: Ronin (1998)\ndirector: John Frankenheimer\n")
    assert read().read == ("a.txt",)
    assert films(store) == ["desperado-1995", "ronin-1998"]
    with store.view() as view:
        assert [claim.value for claim in view.claims()] == ["John Frankenheimer", "Robert Rodriguez"]


def test_another_program_version_reads_again(tmp_path: Path, read: Callable[..., Summary], monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=DESPERADO)
    read()
    monkeypatch.setattr("filmdossier.run.library.reading_version", lambda: "next")
    assert read().read == ("a.txt",)
    assert read().unchanged == ("a.txt",)


def test_library_does_not_depend_on_how_it_was_read(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    stand_ins.write_documents(folder, 30)
    (folder / "refused.txt").write_text("do: refuse")
    dumps = []
    for name, limits, orders in (
        ("one", HERE, [[folder]]),
        ("two", Limits(workers=2), [[folder]]),
        ("three", HERE, [sorted(folder.iterdir())[20:], sorted(folder.iterdir())[:20]]),
    ):
        (tmp_path / name).mkdir()
        with Store.open(tmp_path / name / "library.db") as store:
            for paths in orders:
                read_paths(paths, store, limits=limits, stages=stand_ins.STAGES)
        dumps.append(sorted(line for line in dump(tmp_path / name / "library.db") if not _REVISION.match(line)))
    assert dumps[0] == dumps[1] == dumps[2]


def test_failures_of_every_kind_stop_nothing(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO, z=DESPERADO)
    for misdeed in ("sleep", "crash", "raise", "hoard", "refuse"):
        write(tmp_path, **{misdeed: f"film: X (1990)\ndo: {misdeed}\n"})
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    summary = read(limits=APART)
    assert summary.read == ("a.txt", "z.txt")
    assert {failure.origin: failure.error for failure in summary.failures} == {
        "crash.txt": "Crash",
        "dangling.txt": "FileNotFoundError",
        "hoard.txt": "MemoryError",
        "raise.txt": "KeyError",
        "refuse.txt": "BrokenFile",
        "sleep.txt": "TimeLimit",
    }
    assert all(failure.reason and failure.remedy for failure in summary.failures)
    assert list(summary.tracebacks) == ["raise.txt"]
    assert "an annotator's slip" in summary.tracebacks["raise.txt"]
    with store.view() as view:
        assert tuple(view.failures()) == summary.failures


def test_a_large_file_and_a_pipe_are_not_opened(tmp_path: Path, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO, large=DESPERADO * 20)
    os.mkfifo(tmp_path / "pipe")
    summary = read(limits=Limits(workers=0, size_limit_bytes=500))
    assert [(failure.origin, failure.error) for failure in summary.failures] == [
        ("large.txt", "TooLarge"),
        ("pipe", "UnsupportedFormat"),
    ]
    assert "1,000 bytes are over the limit of 500" in summary.failures[0].reason


def test_what_failed_is_tried_again_and_its_failure_cleared(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a="do: refuse", b="do: refuse")
    assert len(read().failures) == 2
    write(tmp_path, a=DESPERADO)
    (tmp_path / "b.txt").unlink()
    summary = read()
    assert summary.read == ("a.txt",)
    assert summary.failures == ()
    with store.view() as view:
        assert view.failures() == []


def test_a_file_that_breaks_keeps_its_earlier_reading(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO)
    read()
    write(tmp_path, a="do: refuse")
    assert read().kept == {"a.txt"}
    assert films(store) == ["desperado-1995"]
    write(tmp_path, a=DESPERADO)
    assert read().failures == ()
    with store.view() as view:
        assert view.failures() == []


def test_a_hint_is_remembered_until_another_is_given(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a="words\n")
    read(hint=FilmHint(title="Ronin", year=1998))
    assert films(store) == ["ronin-1998"]
    assert read().unchanged == ("a.txt",)
    write(tmp_path, a="other words\n")
    read()
    assert films(store) == ["ronin-1998"]
    assert read(hint=FilmHint(title="Ronin", year=1998)).unchanged == ("a.txt",)
    assert read(hint=FilmHint(title="Heat", year=1995)).read == ("a.txt",)
    assert films(store) == ["heat-1995"]


def test_its_own_work_is_not_read_back(tmp_path: Path, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO)
    dossier = tmp_path / "desperado.html"
    dossier.write_text('<!doctype html><html><head>\n<meta name="generator" content="filmdossier">\n')
    (tmp_path / "desperado.json").write_text('{\n "format": "filmdossier/1",\n')
    assert read().read == ("a.txt",)
    assert read(dossier).read == ("desperado.html",)


def test_progress_counts_every_file(tmp_path: Path, store: Store) -> None:
    write(tmp_path, a=DESPERADO, b="do: refuse")
    told: list[tuple[int, int, str]] = []
    for _ in range(2):
        read_paths([tmp_path], store, None, lambda *step: told.append(step), limits=HERE, stages=stand_ins.STAGES)
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")] * 2


def test_films_are_linked_by_whoever_looks_after_a_kill(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=DESPERADO)
    monkeypatch.setattr("filmdossier.run.library.link_films", lambda _: None)
    read_paths([tmp_path], store, limits=HERE, stages=stand_ins.STAGES)
    assert films(store) == []
    assert link_films(store)
    assert films(store) == ["desperado-1995"]
    assert not link_films(store)


def test_people_keep_remakes_apart(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(
        tmp_path,
        a="film: The Killers (1946)\ndirector: Robert Siodmak\n",
        b="film: The Killers (1964)\ndirector: Don Siegel\n",
        c="film: The Killers\ndirector: Don SIEGEL\n",
    )
    read()
    with store.view() as view:
        assert [document.path for document in view.documents_of("the-killers-1964")] == ["b.txt", "c.txt"]


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    failed: list[BaseException] = []

    def run(folder: Path) -> None:
        try:
            with Store.open(tmp_path / "library.db") as store:
                read_paths([folder], store, limits=HERE, stages=stand_ins.STAGES)
        except BaseException as error:
            failed.append(error)

    for folder in folders:
        folder.mkdir()
        stand_ins.write_documents(folder, 20)
    threads = [threading.Thread(target=run, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Store.open(tmp_path / "library.db") as store, store.view() as view:
        assert view.document_count() == 40
        paths: Sequence[str] = [document.path for film in view.films() for document in view.documents_of(film.id)]
    assert len(paths) == 40


def test_a_damaged_library_is_an_error(tmp_path: Path, store: Store, read: Callable[..., Summary]) -> None:
    write(tmp_path, a=DESPERADO)
    read()
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE claims SET evidence = 'x'")
    connection.close()
    with store.view() as view, pytest.raises(StoreError, match="is damaged"):
        view.claims()
