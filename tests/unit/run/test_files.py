"""Which files are found, under which names."""

import os
from pathlib import Path

import pytest

from filmdossier.run.files import find_files, origin_of


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def origins(paths: list[Path], folder: Path, library: Path | None = None) -> list[str]:
    return [file.origin for file in find_files(paths, folder, library)[0]]


def test_folders_are_walked_and_litter_is_passed_over(tmp_path: Path) -> None:
    made(
        tmp_path,
        *("b/review.md", "a.txt", "b/c/d.html", "B/notes", "Thumbs.db", ".DS_Store", ".git/config", "__MACOSX/a.txt"),
        *("b/~$notes.docx", "a.txt~", "desktop.ini", "filmdossier.toml", "library.db", "library.db-wal", "library.db-shm"),
    )
    found = origins([tmp_path], tmp_path, tmp_path / "library.db")
    assert found == ["B/notes", "a.txt", "b/c/d.html", "b/review.md"]


def test_another_database_is_a_file_like_others(tmp_path: Path) -> None:
    made(tmp_path, "library.db", "other.db")
    assert origins([tmp_path], tmp_path, tmp_path / "library.db") == ["other.db"]


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, ".hidden.txt")
    (file,) = find_files([tmp_path / ".hidden.txt"], tmp_path)[0]
    assert file.origin == ".hidden.txt"
    assert file.named


def test_each_file_comes_once_however_often_it_is_named(tmp_path: Path) -> None:
    made(tmp_path, "a/b.txt", "a/c.txt")
    paths = [tmp_path / "a", tmp_path / "a" / ".." / "a" / "b.txt", tmp_path, tmp_path / "a/c.txt"]
    assert origins(paths, tmp_path) == origins(paths[::-1], tmp_path) == ["a/b.txt", "a/c.txt"]


def test_origins_are_seen_from_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "films/a.txt", "library/x")
    monkeypatch.chdir(tmp_path / "films")
    assert origin_of(Path("a.txt"), tmp_path / "library") == "../films/a.txt"
    assert origin_of(Path("a.txt"), tmp_path) == "films/a.txt"


def test_a_name_that_is_no_text_still_has_an_origin(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    made(tmp_path, name)
    (origin,) = origins([tmp_path], tmp_path)
    assert origin.encode()
    assert origin == "caf\\xe9.txt"


def test_links_to_folders_are_not_followed_round_in_circles(tmp_path: Path) -> None:
    made(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to(tmp_path / "a/b.txt")
    assert origins([tmp_path], tmp_path) == ["a/b.txt", "c.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_closed_folder_is_a_failure(tmp_path: Path) -> None:
    made(tmp_path, "open.txt", "closed/a.txt")
    (tmp_path / "closed").chmod(0)
    files, failures = find_files([tmp_path], tmp_path)
    assert [file.origin for file in files] == ["open.txt"]
    assert [failure.origin for failure in failures] == ["closed"]
