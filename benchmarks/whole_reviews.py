"""Directors, writers and players that whole reviews name, against the records of their films.

``python -m benchmarks whole-reviews [--tenth N]`` reads the reviews whose slug's hash falls in tenth N
(1 if none is named), each into a library of its own. Found are persons whose full name the review holds; wrong
are those told whom the film's record does not list (a name misspelt by the critic counts as wrong too).
"""

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha1
from pathlib import Path
from typing import Any

from benchmarks import corpus
from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_records
from filmdossier.store import Store

_PARTS = 10


def main(arguments: list[str]) -> int:
    """Prints the counts."""
    parser = argparse.ArgumentParser(prog="benchmarks whole-reviews")
    parser.add_argument("--tenth", type=int, default=1, choices=range(_PARTS), help="the part of the reviews that is read")
    tenth = parser.parse_args(arguments).tenth
    if not corpus.DATA.is_dir():
        print(f"the shared data set is not at {corpus.DATA}", file=sys.stderr)
        return 1
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        rows = corpus.write_reviews(Path(folder) / "reviews")
        for number, row in enumerate(row for row in rows if _part(row["slug"]) == tenth):
            counts["reviews"] += 1
            with Store.open(Path(folder) / f"{number}.db") as store:
                read_paths([Path(folder) / "reviews" / row["file"]], store, limits=Limits(workers=0))
                with store.view() as view:
                    record = next(iter(film_records(view)), None)
            _count(counts, row, record)
    print(f"{counts['reviews']} reviews of tenth {tenth}, {counts['without a film']} of them about no film we could tell")
    for who in ("directors", "writers", "players"):
        print(
            f"{who:10} named in full {counts[f'{who} named']:4}, found {counts[f'{who} found']:4}, wrong {counts[f'{who} wrong']:4}"
        )
    return 0


def _part(slug: str) -> int:
    return int(sha1(slug.encode(), usedforsecurity=False).hexdigest(), 16) % _PARTS


def _count(counts: Counter[str], row: dict[str, Any], record: FilmRecord | None) -> None:
    if record is None:
        counts["without a film"] += 1
        return
    listed, words = row["record"], _plain(row["text"])
    told = {
        "directors": (_values(record, Predicate.DIRECTOR), listed.get("directors", ())),
        "writers": (_values(record, Predicate.WRITER), listed.get("writers", ())),
        "players": ([entry.actor for entry in record.cast], listed.get("performers", ())),
    }
    for who, (names, persons) in told.items():
        ours, theirs = {_plain(name) for name in names}, {_plain(person["name"]) for person in persons}
        counts[f"{who} named"] += sum(" " in name and f" {name} " in f" {words} " for name in theirs)
        counts[f"{who} found"] += len(ours & theirs)
        counts[f"{who} wrong"] += len(ours - theirs)


def _values(record: FilmRecord, predicate: Predicate) -> Iterable[str]:
    return [fact.value for fact in record.facts if fact.predicate is predicate]


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", letters).split())
