"""Reads the openings of encyclopedia articles on films against the lists that accompany them.

``python -m benchmarks leads [--seed N] [--count 500] [--verbose] [--statements 100]`` draws openings
at random, reads each as a plain text by itself, and prints the share whose title and year are read,
the share of the listed performers named in the text that the record holds, and how many openings
state another title or year, or are about something else than a film. ``--verbose`` prints every miss; ``--statements`` prints that
many statements of cast, drawn at random, for a person to judge.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from benchmarks import gold
from benchmarks.corpus import DATA
from filmdossier.model.film import CastEntry, FilmIdentity
from filmdossier.model.text import Source
from filmdossier.model.titles import title_key
from filmdossier.reconcile import reconcile
from filmdossier.run.pipeline import process

LEADS = DATA / "leads.jsonl.gz"
# What an opening itself gives for a year: "is a 1925 film", however the program reads it.
_DEFINED = re.compile(r"\b(?:is|was|are) (?:(?:an?|the|one of the) (?:[\w-]+ ){0,3}?)?((?:18|19|20)\d\d) ")
# An opening on something else than a film: "is a 1930 play by …", "was a miniseries".
_OTHER_THING = re.compile(
    r"^(?:(?!\b(?:film|movie|short|documentary|picture|cartoon)\b)[^.;]){1,200}? (?:is|was|are|were) (?:(?!\b(?:film|movie|short|documentary|picture|cartoon)\b)[^.;,]){0,100}?"
    r"\b(?:miniseries|series|novel|play|musical|song|poem|show|franchise|tragedy|book|actor|album|character|list)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An opening with what the program made of it; ``title`` None where it says that the text is about no film."""

    lead: dict[str, Any]
    title: str | None
    year: int | None
    cast: tuple[CastEntry, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Measured:
    """Counts over openings; the lists hold a line for each miss."""

    read: list[Read] = field(default_factory=list)
    titles: int = 0
    years: int = 0
    listed: int = 0
    found: int = 0
    # The opening never gives the listed title (year), is on no film, or defines the film by another year.
    other_titles: list[str] = field(default_factory=list)
    other_years: list[str] = field(default_factory=list)
    missed_titles: list[str] = field(default_factory=list)
    missed_years: list[str] = field(default_factory=list)
    missed_cast: list[str] = field(default_factory=list)


def draw(seed: int, count: int) -> list[dict[str, Any]]:
    """``count`` openings, the same for a seed every time."""
    with gzip.open(LEADS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return random.Random(seed).sample(rows, min(count, len(rows)))


def read(lead: dict[str, Any]) -> Read:
    """What the stages make of an opening as the only document on its film."""
    raw = lead["extract"].encode()
    source = Source(origin="lead.txt", media_type="text/plain", sha256=sha256(raw).hexdigest())
    made = process(raw, source)
    if not made.annotations.topics:
        return Read(lead=lead, title=None, year=None, reason=made.annotations.reason)
    topic = made.annotations.topics[0]
    film = FilmIdentity(id="film", title=topic.title, year=topic.year)
    record = reconcile(film, (), (topic,), made.claims)
    return Read(lead=lead, title=topic.title, year=topic.year, cast=record.cast)


def measure(leads: list[dict[str, Any]]) -> Measured:
    """The counts over ``leads``."""
    same = gold.scorer().same
    measured = Measured()
    for lead in leads:
        if not lead["extract"].strip():
            continue
        made = read(lead)
        measured.read.append(made)
        _judge_identity(made, same, measured)
        for name in lead["cast"]:
            # Beside words of the same name: a list's "Li Li" does not stand in "Li Lili".
            at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lead["extract"])
            if at is None:
                continue
            measured.listed += 1
            if any(same(entry.actor, [name]) for entry in made.cast):
                measured.found += 1
            else:
                around = lead["extract"][max(0, at.start() - 110) : at.end() + 70]
                measured.missed_cast.append(f"{lead['title']} ({lead['year']}): {name}: …{around}…")
    return measured


def _judge_identity(made: Read, same: Any, measured: Measured) -> None:
    lead, text = made.lead, made.lead["extract"]
    line = f"{lead['title']} ({lead['year']}), read as {made.title} ({made.year}) {made.reason}: {text[:240]}"
    if made.title is not None and same(made.title, [lead["title"]]):
        measured.titles += 1
    else:
        stated = f"-{title_key(lead['title'])}-" in f"-{title_key(text)}-" and not _OTHER_THING.match(text)
        (measured.missed_titles if stated else measured.other_titles).append(line)
    if made.year == lead["year"]:
        measured.years += 1
    else:
        defined = _DEFINED.search(text[:400])
        stated = str(lead["year"]) in text and (defined is None or defined[1] == str(lead["year"])) and not _OTHER_THING.match(text)
        (measured.missed_years if stated else measured.other_years).append(line)


def report(measured: Measured) -> Iterator[str]:
    """The figures, a line each."""
    count = len(measured.read)
    for name, right, other in (
        ("title", measured.titles, len(measured.other_titles)),
        ("year", measured.years, len(measured.other_years)),
    ):
        stated = count - other
        yield f"{name:6} {right / max(stated, 1):.3f}  {right} of {stated} openings that state the listed one; {other} state another or none"
    yield f"{'cast':6} {measured.found / max(measured.listed, 1):.3f}  {measured.found} of {measured.listed} listed performers named in the text"
    yield f"{sum(len(made.cast) for made in measured.read)} statements of cast in {count} openings"


def main(arguments: list[str]) -> int:
    """Prints the figures; see the module."""
    if not LEADS.is_file():
        print(f"the shared openings are not at {LEADS}", file=sys.stderr)
        return 1
    parser = argparse.ArgumentParser(prog="python -m benchmarks leads")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--statements", type=int, default=0)
    options = parser.parse_args(arguments)
    measured = measure(draw(options.seed, options.count))
    print(f"seed {options.seed}: {len(measured.read)} openings")
    print("\n".join(report(measured)))
    if options.verbose:
        _print_misses(measured)
    if options.statements:
        statements = [(made, entry) for made in measured.read for entry in made.cast]
        for made, entry in random.Random(options.seed).sample(statements, min(options.statements, len(statements))):
            listed = "listed" if entry.actor in made.lead["cast"] else "      "
            print(f"{listed} {entry.actor} as {entry.character}: {made.lead['title']}: {entry.evidence[0].quote}")
    return 0


def _print_misses(measured: Measured) -> None:
    for heading, lines in (
        ("titles stated and missed", measured.missed_titles),
        ("years stated and missed", measured.missed_years),
        ("titles stated otherwise", measured.other_titles),
        ("years stated otherwise", measured.other_years),
        ("performers missed", measured.missed_cast),
    ):
        print(f"\n{heading} ({len(lines)})")
        for line in lines:
            print(f"  {line}".replace("\n", " ⏎ "))
