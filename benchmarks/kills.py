"""Kills a program while it decides, again and again: what it said was kept must be there.

``python -m benchmarks kills [N]`` reads the examples into a library and kills N (100) deciding
processes with SIGKILL at moments spread over the time that
two decisions take, and a little beyond. After each
kill every decision that the process had reported must be in the library, unchanged, the file whole
and the record readable.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from filmdossier.run import deciding
from filmdossier.run.library import read_paths
from filmdossier.run.records import film_record
from filmdossier.run.statements import statements_of
from filmdossier.store import Store

ROOT = Path(__file__).parents[1]
_WARM = 3  # decisions before the clock starts: the first ones pay for what is loaded
_BEYOND = 1.25  # of the time that the last two took: the next two may take longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """What one killed process left: decisions it reported, those there beside them, those reported and not there."""

    reported: int
    unreported: int
    lost: int


def main(arguments: list[str]) -> int:
    """Prints what the kills left."""
    amount = int(arguments[0]) if arguments else 100
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        with Store.open(library) as store:
            read_paths([ROOT / "examples"], store)
        kills = [kill_once(library, moment / amount) for moment in range(amount)]
    lost, between = sum(kill.lost for kill in kills), sum(kill.unreported for kill in kills)
    reported = sum(kill.reported for kill in kills)
    print(f"{amount} kills while deciding: {reported} decisions reported, {lost} of them lost; {between} kept but not yet reported")
    return 1 if lost else 0


def kill_once(library: Path, share: float) -> Kill:
    """Kills a deciding process ``share`` of the way (0 to 1) through its next two decisions, or beyond."""
    before = ids(library)
    command = [sys.executable, "-m", "benchmarks.kills", str(library)]
    with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        reported: list[str] = []
        times: list[float] = []
        while len(reported) <= _WARM:
            line = process.stdout.readline().strip()
            assert line, "the process ended by itself"
            reported.append(line)
            times.append(time.monotonic())
        time.sleep((times[-1] - times[-3]) * share * _BEYOND)
        process.kill()
        # What was on its way through the pipe had been kept before it was said; half a line is nothing.
        rest = process.stdout.read().split("\n")[:-1]
    reported += rest
    after = ids(library)
    with Store.open(library, create=False) as store, store.view() as view:
        for film in view.films():
            film_record(view, film.id)
    assert before <= after, "a decision of an earlier process is gone"
    return Kill(reported=len(reported), unreported=len(after - before - set(reported)), lost=len(set(reported) - after))


def ids(library: Path) -> set[str]:
    """The ids of every decision; refuses a damaged file."""
    connection = sqlite3.connect(library)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {row[0] for row in connection.execute("SELECT id FROM editor_decisions")}
    finally:
        connection.close()


def decide_until_killed(library: Path) -> None:
    """Confirms, rejects and undoes one statement after another, and says of each decision that it was kept."""
    with Store.open(library, create=False) as store:
        with store.view() as view:
            film = view.films()[0].id
            listed = [one.id for one in statements_of(film_record(view, film)) if one.part == "cast" or one.part == "facts"]
        number = 0
        while True:
            statement = listed[number % len(listed)]
            number += 1
            for made in (deciding.confirm, deciding.reject):
                decision = made(store, film, statement, by="kills")
                print(decision.id, flush=True)
                print(deciding.undo(store, decision.id, by="kills").id, flush=True)


if __name__ == "__main__":
    decide_until_killed(Path(sys.argv[1]))
