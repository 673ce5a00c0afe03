"""What a killed server was writing: cleared away by the next one, unless somebody is writing it still."""

import subprocess
import sys
from pathlib import Path

import pytest

from filmdossier.present.web.keeping import clear_parts
from filmdossier.store import Store
from support.serving import served

LEFT = ".heat.txt.0123456789abcdef.part"
# Keeps a file as an upload does, in a process that can be killed in the middle of it.
WRITER = """
import sys
from pathlib import Path
from filmdossier.present.web.keeping import _part
with _part(Path(sys.argv[1]), "heat.txt") as (part, writing):
    writing.write(b"Heat is a 1995")
    writing.flush()
    print(part.name, flush=True)
    sys.stdin.read()
"""


def test_a_server_that_starts_clears_what_a_killed_one_was_writing(tmp_path: Path) -> None:
    Store.open(tmp_path / "library.db").close()
    folder = tmp_path / "uploads"
    folder.mkdir()
    (folder / LEFT).write_bytes(b"Heat is a 1995")
    (folder / "heat.txt").write_bytes(b"Heat is a 1995 film.\n")
    with served(tmp_path / "library.db") as client:
        assert [path.name for path in folder.iterdir()] == ["heat.txt"]
        assert "1 uploaded file" in client.get("/upload").text


def test_what_a_living_process_is_writing_stays_and_goes_once_it_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        name = writer.stdout.readline().strip()
        assert clear_parts(tmp_path) == 0
        assert [path.name for path in tmp_path.iterdir()] == [name]
        writer.kill()
        writer.wait(timeout=30)
    assert clear_parts(tmp_path) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", [".heat.part", "heat.0123456789abcdef.part", ".heat.txt.0123456789abcdef", ".heat.txt.7.part"])
def test_no_other_file_is_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    assert clear_parts(tmp_path) == 0
    assert (tmp_path / name).is_file()


def test_a_folder_that_is_not_there_is_none_to_clear(tmp_path: Path) -> None:
    assert clear_parts(tmp_path / "uploads") == 0


def test_a_link_is_left_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    target = tmp_path / "other" / "mine.txt"
    target.write_bytes(b"mine")
    (tmp_path / LEFT).symlink_to(target)
    assert clear_parts(tmp_path) == 0
    assert target.is_file()
