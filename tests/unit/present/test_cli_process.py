"""The command as users start it: a process of its own."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

RONIN = "Ronin is a 1998 American action thriller film directed by John Frankenheimer.\n"


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "filmdossier.present.cli", *map(str, arguments)]


def run(folder: Path, *arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*arguments), cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def test_a_folder_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "ronin.txt").write_text(RONIN)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnot much of one")
    read = run(tmp_path, "read", ".")
    assert read.returncode == 1
    assert read.stderr == ""
    assert "1 document read, 1 failed; filmdossier.db holds 1 film" in read.stdout
    assert "broken.pdf" in read.stdout.splitlines()[-1]
    shown = run(tmp_path, "show", "Ronin", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "John Frankenheimer" in shown.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.pdf", "filmdossier.db", "ronin.txt"]


def test_errors_are_one_line(tmp_path: Path) -> None:
    result = run(tmp_path, "films")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("filmdossier: there is no library")
    assert result.stderr.count("\n") == 1
    assert "Traceback" in run(tmp_path, "films", "--debug").stderr


def test_a_defect_is_one_line_too(tmp_path: Path) -> None:
    program = (
        "import sys, filmdossier.present.cli as cli\n"
        "import filmdossier.store\n"
        "def slip(*_, **__): raise LookupError('a slip')\n"
        "filmdossier.store.Store.open = slip\n"
        "cli.main()\n"
    )
    for debug in ([], ["--debug"]):
        result = subprocess.run(
            [sys.executable, "-c", program, "films", *debug], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert result.returncode == 1
        assert ("Traceback" in result.stderr) == bool(debug)
        assert "LookupError: a slip" in result.stderr


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "ronin.txt").write_text(RONIN)
    run(tmp_path, "read", ".")
    with subprocess.Popen(command("export", "ronin"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("export", "--help"), ("--version",)], ids=" ".join)
def test_help_answers_at_once(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    seconds = []
    for _ in range(3):
        began = os.times()
        assert run(tmp_path, *arguments).returncode == 0
        ended = os.times()
        seconds.append(ended.children_user - began.children_user + ended.children_system - began.children_system)
    # Time of the processor, not of the clock: what else runs on the machine is not the command's doing.
    assert min(seconds) < 0.3


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "filmdossier.present.cli", "read", "--help"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for heavy in ("sqlalchemy", "pydantic", "lxml", "jinja2", "filmdossier.run", "filmdossier.read", "filmdossier.annotate"):
        assert f" {heavy}\n" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_gets_a_progress_bar(tmp_path: Path) -> None:
    import pty

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(RONIN)
    screen, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command("read", "."), cwd=tmp_path, env=environment, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += os.read(screen, 10_000)
            except OSError:  # the other end is closed
                break
    os.close(screen)
    assert process.returncode == 0
    assert b"3/3" in shown
    assert b"3 documents read; filmdossier.db holds 1 film" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise")
def test_an_interrupt_that_a_library_logs_is_told_in_one_line(tmp_path: Path) -> None:
    # As SQLAlchemy does where an interrupt falls into the return of a connection to its pool.
    program = """
import logging
import sys
from filmdossier.present import cli

def interrupted(*_, **__):
    try:
        raise KeyboardInterrupt
    except BaseException:
        logging.getLogger("sqlalchemy.pool.impl.QueuePool").error("Exception during reset or similar", exc_info=True)
        raise

cli.opened_record = interrupted
sys.argv = ["filmdossier", "show", "ronin-1998"]
try:
    cli.main()
except SystemExit as end:
    print(end.code)
logging.getLogger("other").error("said all the same")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "130"
    assert done.stderr.splitlines() == [
        "filmdossier: interrupted; what was read so far is in the library, run again to go on",
        "said all the same",
    ]


def test_an_interrupted_run_keeps_what_it_read(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(RONIN.replace("Ronin", f"Ronin {number}") + "It was a success.\n" * 20)
    process = subprocess.Popen(
        command("read", "."),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs the tests in the background has its children ignore interrupts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    while not (tmp_path / "filmdossier.db-wal").exists() or (tmp_path / "filmdossier.db-wal").stat().st_size < 600_000:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert said.startswith("filmdossier: interrupted")
    assert said.count("\n") == 1
    assert "ronin-0-1998" in run(tmp_path, "films").stdout
