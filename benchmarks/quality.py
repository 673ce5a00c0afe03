"""Scores the records of the annotated documents, through the store and the export like a user's.

``python -m benchmarks quality [--update-floors]`` prints one table: precision, recall and F1 of
each category on every part. Floors are committed in ``floors.toml`` and only rise.
"""

import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks import gold
from filmdossier.present.export.json_record import to_json
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_records
from filmdossier.store import Store

FLOORS = Path(__file__).with_name("floors.toml")
PARTS = ("cases", "seen", "unseen")
# One flipped statement moves a small category by more than a hundredth: floors stand a little below.
_SLACK = 0.005
# What rests on the reader's eight-bit arithmetic differs a little between kinds of processors.
_READER_SLACK = {"relations": 0.05, "events (recall)": 0.03, "deleted scenes": 0.03}


def records(case: gold.Case, library: Path) -> list[dict[str, Any]]:
    """The exported records of a case's documents, read into a new library."""
    with Store.open(library) as store:
        # In this process: a hundred libraries of one document each would pay for workers a hundred times.
        read_paths([case.documents], store, limits=Limits(workers=0))
        with store.view() as view:
            return [to_json(record) for record in film_records(view)]


def measure(*parts: str) -> dict[str, dict[str, dict[str, float | None]]]:
    """Part → category → ``precision``, ``recall``, ``f1``, ``gold`` and ``wrong``, pooled over its cases.

    Categories that later work brings (events, relations) are left out while they are empty.
    """
    score = gold.scorer()
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for part in parts or PARTS:
            pooled: dict[str, Any] = defaultdict(score.Tally)
            for number, case in enumerate(gold.cases(part)):
                found = records(case, Path(folder) / f"{part}-{number}.db")
                for _, wanted, record in score.pair_up(case.gold, found):
                    score.score_film(wanted, record, pooled)
            figures[part] = {name: tally.figures() for name, tally in pooled.items() if tally.hit}
    return figures


def floors() -> dict[str, dict[str, float]]:
    """Part → category → the F1 (or recall, where only that is scored) it must not fall below."""
    return {part: values for part, values in tomllib.loads(FLOORS.read_text()).items() if part in PARTS}


def floors_digest() -> str:
    """The digest of the gold that the floors were measured on."""
    return str(tomllib.loads(FLOORS.read_text())["digest"])


def update_floors(figures: dict[str, dict[str, dict[str, float | None]]]) -> None:
    """Raises the floors to what was measured; refuses to lower one unless the gold itself has changed."""
    old = floors() if FLOORS.exists() and floors_digest() == gold.digest() else {}
    lines = ["# Written by `python -m benchmarks quality --update-floors`. Floors only rise.", f'digest = "{gold.digest()}"']
    for part, categories in figures.items():
        lines.append(f"\n[{part}]")
        for name, values in sorted(categories.items()):
            reached = max(round((values["f1"] or 0.0) - _READER_SLACK.get(name, _SLACK), 3), 0.0)
            lines.append(f'"{name}" = {max(reached, old.get(part, {}).get(name, 0.0)):.3f}')
    FLOORS.write_text("\n".join(lines) + "\n")


def table(figures: dict[str, dict[str, dict[str, float | None]]]) -> str:
    """The figures as text: a line a category, F1 (precision/recall) and the number of gold items per part."""
    names = list(dict.fromkeys(name for categories in figures.values() for name in categories))
    head = f"{'category':20}" + "".join(f"{part:>28}" for part in figures)
    return "\n".join([head, *(f"{name:20}" + "".join(_cell(figures[part].get(name)) for part in figures) for name in names)])


def _cell(values: dict[str, float | None] | None) -> str:
    if values is None:
        return f"{'–':>28}"
    numbers = [values["f1"], values["precision"], values["recall"]]
    f1, precision, recall = (f"{number:.3f}" if number is not None else "–" for number in numbers)
    return f"{f1} ({precision}/{recall}) n={values['gold']}".rjust(28)


def main(arguments: list[str]) -> int:
    """Prints the table; with ``--update-floors`` raises the floors."""
    if not gold.available():
        print(f"the annotated documents are not at {gold.EVALUATION}", file=sys.stderr)
        return 1
    figures = measure()
    print(table(figures))
    if "--update-floors" in arguments:
        update_floors(figures)
    return 0
