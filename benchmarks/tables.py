"""Measures the import of tables of reviews: rows per second, peak memory, and what lists and records of them cost afterwards.

``python -m benchmarks tables`` imports every line of critics in the shared data set (two layouts,
72,000 rows) into a new library, then once more; computes the list of films, twice; then reads the same
files with pandas (``read_csv``/``read_json`` and ``groupby``), where that is installed. Each step runs in a process of its own.
``python -m benchmarks tables --synthetic ROWS`` imports a made-up table of so many rows instead.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.corpus import DATA

FILES = ("critic-reviews-2018.tsv.gz", "critic-reviews-2023.jsonl.gz")
_FILMS_A_ROW = 100
_WORDS = "a film of certain charm and little sense it holds loses finds keeps its heart pace wit score bright dull slow warm cold".split()


def main(arguments: list[str]) -> int:
    """Prints the measurements."""
    parser = argparse.ArgumentParser(prog="benchmarks tables")
    parser.add_argument("--synthetic", type=int, metavar="ROWS")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        if chosen.synthetic:
            tables = [synthetic(Path(folder) / "synthetic.csv", chosen.synthetic)]
        elif DATA.is_dir():
            tables = [DATA / name for name in FILES]
        else:
            print(f"the shared data set is not at {DATA}; give --synthetic ROWS", file=sys.stderr)
            return 1
        size = sum(table.stat().st_size for table in tables) / 1e6
        print(
            f"{', '.join(table.name for table in tables)}: {size:.1f} MB; {os.cpu_count()} cores, one of them used; processor seconds"
        )
        _print("first import", _apart("import", library, *tables), "row")
        print(f"  library: {library.stat().st_size / 1e6:.0f} MB")
        _print("second import", _apart("import", library, *tables), "row")
        if not chosen.synthetic:
            _print("list of films, first time", _apart("list", library), "film")
            _print("list of films, from then on", _apart("list", library), "film")
        _print("pandas, read and group", _apart("pandas", library, *tables), "row")
    return 0


def synthetic(path: Path, rows: int) -> Path:
    """A table of ``rows`` made-up reviews, a hundred a film, the films' rows strewn over the file."""
    columns = "rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content"
    films = max(rows // _FILMS_A_ROW, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write(columns + "\n")
        for number in range(rows):
            seed = int.from_bytes(blake2b(str(number).encode(), digest_size=16).digest(), "big")
            words = " ".join(_WORDS[(seed >> shift) % len(_WORDS)] for shift in range(0, 100, 4))
            verdict = "Fresh" if seed % 3 else "Rotten"
            file.write(
                f"m/film_{seed % films},Critic {seed % 6007},{seed % 5 == 0},Outlet {seed % 907},{verdict},{seed % 11 / 2}/5,"
                f"20{seed % 20:02}-0{seed % 9 + 1}-1{seed % 7},{words}.\n"
            )
    return path


def _print(name: str, measured: dict[str, Any] | None, unit: str) -> None:
    if measured is None:
        print(f"{name}: pandas is not installed")
        return
    rate = measured["count"] / measured["seconds"] if measured["seconds"] else 0.0
    print(
        f"{name}: {measured['count']:,} {unit}s in {measured['seconds']:.1f} s ({measured['wall']:.1f} s by the clock), "
        f"{rate:,.0f} {unit}s/s, peak memory {measured['peak_mib']:.0f} MiB{measured['note']}"
    )


def _apart(task: str, library: Path, *tables: Path) -> dict[str, Any] | None:
    """The measurement of a task in a new process; None where pandas is asked for and missing."""
    command = [sys.executable, "-m", "benchmarks.tables", task, str(library), *map(str, tables)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        if task == "pandas" and "No module named 'pandas'" in ran.stderr:
            return None
        raise RuntimeError(ran.stderr)
    measured: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _import(library: Path, tables: list[Path]) -> tuple[int, str]:
    from filmdossier.run.tables import import_table
    from filmdossier.store import Store

    with Store.open(library) as store:
        summaries = [import_table(table, store) for table in tables]
    written, failed = sum(each.written for each in summaries), sum(each.bad for each in summaries)
    return sum(each.rows for each in summaries), f"; {written:,} documents written, {failed:,} rows failed"


def _list(library: Path, _tables: list[Path]) -> tuple[int, str]:
    from filmdossier.run.summaries import every_summary
    from filmdossier.store import Store

    with Store.open(library, create=False) as store:
        summaries = list(every_summary(store))
    return len(summaries), f"; {sum(each.reviews for each in summaries):,} reviews"


def _pandas(_library: Path, tables: list[Path]) -> tuple[int, str]:
    pandas = import_module("pandas")  # for comparison alone: no part of the environment
    rows = groups = 0
    for table in tables:
        if ".jsonl" in table.name:
            frame, key = pandas.read_json(table, lines=True), "movie"
        elif ".tsv" in table.name:
            frame, key = pandas.read_csv(table, sep="\t", encoding="latin-1", quoting=3), "id"
        else:
            frame, key = pandas.read_csv(table), "rotten_tomatoes_link"
        rows += len(frame)
        groups += sum(1 for _ in frame.groupby(key))
    return rows, f"; {groups:,} groups, nothing kept"


_TASKS: dict[str, Callable[[Path, list[Path]], tuple[int, str]]] = {"import": _import, "list": _list, "pandas": _pandas}


def _measure(task: str, library: Path, tables: list[Path]) -> None:
    wall, seconds = time.perf_counter(), time.process_time()
    count, note = _TASKS[task](library, tables)
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measured = {"count": count, "note": note, "peak_mib": peak_mib}
    print(json.dumps({**measured, "wall": time.perf_counter() - wall, "seconds": time.process_time() - seconds}))


if __name__ == "__main__":
    _measure(sys.argv[1], Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
