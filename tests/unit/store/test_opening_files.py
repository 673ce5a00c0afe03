"""Opening what is and what is not a library file, without harm to either."""

import os
import sqlite3
from pathlib import Path

import pytest

from filmdossier.errors import StoreError
from filmdossier.store import MEMORY, Store


def refused(path: Path, match: str, *, create: bool = True) -> None:
    with pytest.raises(StoreError, match=match):
        Store.open(path, create=create)


@pytest.mark.parametrize(
    "content", [b"Desperado is a 1995 film.\n", b"\0" * 4096, b"SQLite", b"%PDF-1.7\n", os.urandom(5000)], ids=len
)
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    refused(path, "not a filmdossier library")
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_sqlite_file_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    refused(path, "another program")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_library_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '2000000' WHERE key = 'schema'")
    connection.close()
    before = path.read_bytes()
    refused(path, "newer filmdossier.*upgrade")
    assert path.read_bytes() == before


@pytest.mark.parametrize("keep", [16, 100, 5000])
def test_a_cut_off_library_is_refused(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "library.db"
    Store.open(path).close()
    path.write_bytes(path.read_bytes()[:keep])
    refused(path, "damaged|not a filmdossier")


def test_no_library_is_made_only_to_be_looked_at(tmp_path: Path) -> None:
    refused(tmp_path / "library.db", "there is no library", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere" / "library.db", "folder .*nowhere does not exist")


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    refused(tmp_path, "is not a file")


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    refused(path, "is empty", create=False)
    Store.open(path).close()
    Store.open(path, create=False).close()


def test_a_closed_library_is_one_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "library.db") as store:
        store.writer().relink(lambda _: [], version="1")
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_a_name_with_signs_of_a_url_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=rw&b#c%20d é.db"
    Store.open(path).close()
    Store.open(path, create=False).close()
    assert [path.name for path in tmp_path.iterdir()] == ["a?mode=rw&b#c%20d é.db"]


def test_memory_is_a_library_too() -> None:
    with Store.open(MEMORY) as store, store.view() as view:
        assert view.films() == []
        assert store.file is None


@pytest.mark.parametrize(
    "url", ["mysql://me@host/films", "oracle://x", "http://example.org", "postgresql+asyncpg://me@host/films", "://"]
)
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(StoreError, match="postgresql\\+psycopg://"):
        Store.open(url)


def test_a_password_is_never_shown() -> None:
    for url in ("mysql://me:sesame@host/films", "postgresql+psycopg://me:sesame@127.0.0.1:1/films?connect_timeout=2"):
        with pytest.raises(StoreError) as caught:
            Store.open(url)
        assert "sesame" not in str(caught.value)


def test_a_server_that_does_not_answer_is_an_error_with_a_remedy() -> None:
    with pytest.raises(StoreError, match="check that the server runs"):
        Store.open("postgresql+psycopg://me@127.0.0.1:1/films?connect_timeout=2")


def test_a_library_in_use_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("filmdossier.store.store._BUSY_SECONDS", 0.2)
    path = tmp_path / "library.db"
    Store.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store, pytest.raises(StoreError, match="wait until it is done"):
        store.writer().relink(lambda _: [], version="1")
    other.close()
