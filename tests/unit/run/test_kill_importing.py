"""An import killed at many moments: every film's document is as it was or as it is, and another import makes it good."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from filmdossier.run.tables import import_table
from filmdossier.store import Store
from support.table_files import write

TESTS = Path(__file__).parents[2]
FILMS = 120
MOMENTS = 5
Rows = dict[str, tuple[object, ...]]
HEADER = "film,critic,outlet,verdict,rating,quote"


def rows(first: int, rating: str) -> list[str]:
    """Four reviews of each of the films from ``first`` on; every one of them differs with ``rating``."""
    return [
        f"Night Ferry {film} (1951),Critic {critic},The Harbour Gazette,fresh,{rating},It sails {film} times and arrives {critic}."
        for film in range(first, first + FILMS)
        for critic in range(4)
    ]


class Importer:
    """The importing program; each run of it is a child that can be killed."""

    def __init__(self, table: Path, library: Path) -> None:
        program = TESTS / "support" / "importing_process.py"
        self.process = subprocess.Popen(
            [sys.executable, str(program), str(table), str(library)],
            env={**os.environ, "PYTHONPATH": str(TESTS)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self) -> int:
        """The process id of a new child, at the moment it begins to write."""
        assert self.process.stdin is not None
        print("go", file=self.process.stdin, flush=True)
        said = sorted((self.said(), self.said()))  # of two processes, in either order
        assert said[1] == "importing", said
        return int(said[0].removeprefix("child "))

    def said(self) -> str:
        """The next line that it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def importer(table: Path, library: Path) -> Iterator[Importer]:
    running = Importer(table, library)
    with running.process:
        yield running


def import_here(table: Path, library: Path) -> None:
    with Store.open(library) as store:
        import_table(table, store)


def documents(library: Path) -> Rows:
    """All that the library holds of each document, by origin; refuses a damaged file and rows of no document."""
    connection = sqlite3.connect(library)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found: Rows = {}
        # All but the version: it names the program, and a program being worked on changes between two processes.
        for document in connection.execute("SELECT id, origin, media_type, sha256, kind, title, text FROM documents").fetchall():
            held = [
                connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY 1, 2", document[:1]).fetchall()
                for table in ("layouts", "topics", "claims")
            ]
            found[document[1]] = (document, *held)
        return found
    finally:
        connection.close()


def links(library: Path) -> list[object]:
    with sqlite3.connect(library) as connection:
        found = connection.execute("SELECT * FROM links ORDER BY topic").fetchall()
    connection.close()
    return found


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table, ``old.db`` (the table as it was) and ``new.db`` (as it is: some films gone, some new, all changed)."""
    folder = tmp_path_factory.mktemp("kill")
    write(folder / "t.csv", [HEADER, *rows(0, "3/5")])
    import_here(folder / "t.csv", folder / "old.db")
    write(folder / "t.csv", [HEADER, *rows(FILMS // 3, "4/5")])
    shutil.copy(folder / "old.db", folder / "new.db")
    import_here(folder / "t.csv", folder / "new.db")
    return folder


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed process is forked")
def test_every_document_is_whole_after_a_kill_at_any_moment(stage: Path) -> None:
    old, new = documents(stage / "old.db"), documents(stage / "new.db")
    assert len(new) == FILMS
    library = stage / "killed.db"
    between = 0
    with importer(stage / "t.csv", library) as running:
        shutil.copy(stage / "old.db", library)
        running.start()
        began = time.monotonic()
        assert running.said() == "ended"
        pace = time.monotonic() - began
        assert documents(library) == new
        for attempt in range(6 * MOMENTS):
            if attempt >= MOMENTS and between >= 3:
                break
            for path in stage.glob("killed.db*"):
                path.unlink()
            shutil.copy(stage / "old.db", library)
            child = running.start()
            time.sleep(pace * (attempt % MOMENTS + 0.5) / MOMENTS)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            assert running.said() == "ended"
            held = documents(library)
            fresh = {origin for origin, content in held.items() if content == new.get(origin)}
            assert all(content == old[origin] for origin, content in held.items() if origin not in fresh)
            between += 0 < len(fresh) < FILMS
            pace *= 1.1 if not fresh and attempt % MOMENTS > MOMENTS // 2 else 0.9 if len(fresh) == FILMS else 1.0
            import_here(stage / "t.csv", library)
            assert documents(library) == new
            assert links(library) == links(stage / "new.db")
    assert between >= 3, "no kill came between two documents: the test proves nothing"
