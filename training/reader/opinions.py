"""Sentences with one answer each: polarity, stance of critics' lines, opinion against plot.

Each set is parted by a hash, so that the parts never change: sentences by their words, critics'
lines by their film. What is kept apart in one set is kept out of the training of all.
"""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from training.reader.examples import Task
from training.reader.leaks import Kept, normalised

from filmdossier.model.annotations import Role

ROLES = tuple(Role)
NEGATIVE, POSITIVE = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One text with its class, and the part ("train", "dev" or "test") it belongs to."""

    text: str
    label: int
    part: str


def part_of(key: str) -> str:
    """Ten in a hundred for test, ten for dev, by a hash of ``key``."""
    number = int(sha1(key.encode(), usedforsecurity=False).hexdigest(), 16) % 100
    return "test" if number < 10 else "dev" if number < 20 else "train"


def _by_words(text: str, label: int) -> Line:
    return Line(text=text, label=label, part=part_of(" ".join(normalised(text))))


def polarity(data: Path) -> Iterator[Line]:
    """The classic set of one-sentence opinions (Pang and Lee 2005)."""
    with zipfile.ZipFile(data / "sentence_polarity.zip") as archive:
        for name, label in (("neg", NEGATIVE), ("pos", POSITIVE)):
            for row in archive.read(f"sentence_polarity/rt-polarity.{name}").decode("latin-1").splitlines():
                if row.strip():
                    yield _by_words(row.strip(), label)


def subjectivity(data: Path) -> Iterator[Line]:
    """Sentences that judge against sentences that tell (Pang and Lee 2004)."""
    opinion, plot = ROLES.index(Role.OPINION), ROLES.index(Role.PLOT)
    with zipfile.ZipFile(data / "subjectivity.zip") as archive:
        for name, label in (("quote", opinion), ("plot", plot)):
            for row in archive.read(f"subjectivity/{name}.tok.gt9.5000").decode("latin-1").splitlines():
                if row.strip():
                    yield _by_words(row.strip(), label)


def stance(data: Path) -> Iterator[Line]:
    """Critics' lines with the verdict they entered; the part is the film's."""
    with gzip.open(data / "critic-reviews-2023.jsonl.gz", "rt", encoding="utf-8") as table:
        for row in map(json.loads, table):
            if row["quote"].strip():
                film = f"2023/{row['movie']}/{row['year']}"
                yield Line(text=row["quote"], label=POSITIVE if row["state"] == "fresh" else NEGATIVE, part=part_of(film))
    with gzip.open(data / "critic-reviews-2018.tsv.gz", "rb") as raw:
        rows = csv.DictReader(io.TextIOWrapper(raw, "latin-1"), delimiter="\t", quoting=csv.QUOTE_NONE)
        for entry in rows:
            if (entry["review"] or "").strip() and entry["fresh"] in ("fresh", "rotten"):
                label = POSITIVE if entry["fresh"] == "fresh" else NEGATIVE
                yield Line(text=entry["review"].strip(), label=label, part=part_of(f"2018/{entry['id']}"))


def without_leaks(sets: Mapping[Task, Iterable[Line]]) -> dict[Task, list[Line]]:
    """The sets, without the training lines that show something kept apart, and without repetitions.

    A line that is for test in one set and for dev in another is dropped from dev.
    """
    listed = {task: list(lines) for task, lines in sets.items()}
    tested = Kept(line.text for lines in listed.values() for line in lines if line.part == "test")
    held = Kept(line.text for lines in listed.values() for line in lines if line.part != "train")
    found: dict[Task, list[Line]] = {}
    for task, lines in listed.items():
        seen: set[tuple[str, ...]] = set()
        kept = found.setdefault(task, [])
        for line in lines:
            words = normalised(line.text)
            if words in seen or (line.part == "train" and held.leak(line.text)) or (line.part == "dev" and tested.leak(line.text)):
                continue
            seen.add(words)
            kept.append(line)
    return found
