"""A reading process killed at many moments: the library holds every document as it was or as it is, never between."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support import stand_ins

TESTS = Path(__file__).parents[2]
DOCUMENTS = 60
MOMENTS = 10
Rows = dict[str, tuple[object, ...]]


def start(folder: Path, library: Path, workers: int = 0) -> "subprocess.Popen[str]":
    """The reading process, at the moment it begins to read."""
    program = TESTS / "support" / "reading_process.py"
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, str(program), str(folder), str(library), str(workers)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    return process


def read_here(folder: Path, library: Path) -> None:
    with Store.open(library) as store:
        read_paths([folder], store, limits=Limits(workers=0), stages=stand_ins.STAGES)


def documents(library: Path) -> Rows:
    """All that the library holds of each document, by origin; refuses a damaged file and rows of no document."""
    connection = sqlite3.connect(library)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows: Rows = {}
        # All but the version: it names the program, and a program being worked on changes between two processes.
        columns = "id, origin, media_type, sha256, kind, title, language, published, reason, hint_title, hint_year, text"
        for document in connection.execute(f"SELECT {columns} FROM documents").fetchall():
            held = [
                connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY 1, 2", document[:1]).fetchall()
                for table in ("layouts", "topics", "claims")
            ]
            rows[document[1]] = (document, *held)
        return rows
    finally:
        connection.close()


def links(library: Path) -> list[object]:
    with sqlite3.connect(library) as connection:
        rows = connection.execute("SELECT * FROM links ORDER BY topic").fetchall()
    connection.close()
    return rows


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``old.db`` (half the documents, as they were) and ``new.db`` (all, as they are)."""
    folder = tmp_path_factory.mktemp("kill")
    (folder / "documents").mkdir()
    stand_ins.write_documents(folder / "documents", DOCUMENTS // 2, claims=40)
    read_here(folder / "documents", folder / "old.db")
    stand_ins.write_documents(folder / "documents", DOCUMENTS, claims=60)
    read_here(folder / "documents", folder / "new.db")
    return folder


def test_every_document_is_whole_after_a_kill_at_any_moment(stage: Path) -> None:
    old, new = documents(stage / "old.db"), documents(stage / "new.db")
    library = stage / "killed.db"
    shutil.copy(stage / "old.db", library)
    with start(stage / "documents", library) as process:
        began = time.monotonic()
        assert process.wait() == 0
    whole_run = time.monotonic() - began
    between, pace = 0, whole_run
    for attempt in range(5 * MOMENTS):
        if attempt >= MOMENTS and between >= 3:
            break
        for path in stage.glob("killed.db*"):
            path.unlink()
        shutil.copy(stage / "old.db", library)
        with start(stage / "documents", library) as process:
            time.sleep(pace * (attempt % MOMENTS) / MOMENTS)
            process.kill()
        held = documents(library)
        fresh = {origin for origin, rows in held.items() if rows == new[origin]}
        assert all(rows == old[origin] for origin, rows in held.items() if origin not in fresh)
        assert old.keys() <= held.keys()
        between += 0 < len(fresh) < DOCUMENTS
        # On a busy machine a run takes longer or shorter than the one measured: later rounds of kills follow it.
        pace *= 1.1 if not fresh and attempt % MOMENTS > MOMENTS // 2 else 0.9 if len(fresh) == DOCUMENTS else 1.0
        read_here(stage / "documents", library)
        assert documents(library) == new
        assert links(library) == links(stage / "new.db")
    assert between >= 3, "no kill came between two documents: the test proves nothing"


def test_a_kill_while_a_library_is_made_leaves_none_or_one(stage: Path) -> None:
    program = f"from filmdossier.store import Store; print('x', flush=True); Store.open({str(stage / 'made.db')!r}).close()"
    for moment in range(6):
        for path in stage.glob("made.db*"):
            path.unlink()
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moment * 0.008)
            process.kill()
        Store.open(stage / "made.db").close()
        assert documents(stage / "made.db") == {}


def test_workers_do_not_outlive_a_killed_run(stage: Path) -> None:
    with start(stage / "documents", stage / "orphans.db", workers=2) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline().removeprefix("worker "))
        process.kill()
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{worker}/stat").exists() and Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z":
            return  # dead, and nobody has asked after it yet
        time.sleep(0.05)
    pytest.fail("a worker lives on after its run was killed")
