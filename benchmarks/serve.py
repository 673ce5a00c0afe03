"""Measures the web application: several clients read a large library on loopback while one edits it.

``python -m benchmarks serve [--documents 20000] [--library FILE] [--clients 4] [--seconds 20]`` makes a
library of the openings of encyclopedia articles (or takes the one at ``--library``, which it makes there
if there is none), serves it in a process of its own, and prints for each kind of page the median and
the 95th percentile of the time from request to last byte, and how many answers were errors. The clients
wait for nothing between their requests; the editor confirms and rejects a statement twice a second.
"""

import argparse
import gzip
import http.client
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.leads import LEADS
from filmdossier.run.version import records_version

PAGE_LIMIT_MS, SEARCH_LIMIT_MS = 200.0, 100.0
_EDITS_A_SECOND = 2.0
_DIRECTORS = "SELECT film, name_key, name FROM appearances WHERE role = 'director' ORDER BY film, ordinal LIMIT 2000"


@dataclass(slots=True)
class Times:
    """Seconds of each answer by kind of page, and the answers that were errors."""

    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float, status: int, address: str) -> None:
        """Enters an answer."""
        with self.lock:
            self.seconds[kind].append(seconds)
            if status >= 400:
                self.errors.append(f"{status} {address}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is there to be asked for: ids of films and documents, keys of people, words of the texts."""

    films: list[str]
    documents: list[str]
    people: list[str]
    words: list[str]
    statements: list[str]


def make_documents(folder: Path, count: int) -> None:
    """Writes ``count`` openings as text files, title and year above each."""
    written = 0
    with gzip.open(LEADS, "rt", encoding="utf-8") as lines:
        for line in lines:
            lead = json.loads(line)
            if lead["extract"].strip():
                text = f"{lead['title']} ({lead['year']})\n\n{lead['extract']}\n"
                (folder / f"{written:05d}.txt").write_text(text, encoding="utf-8")
                written += 1
            if written == count:
                return


def make_library(library: Path, count: int) -> None:
    """Reads the openings into a new library and summarises its films; prints how long each took."""
    from filmdossier.run.library import read_paths
    from filmdossier.store import Store

    with tempfile.TemporaryDirectory() as folder:
        make_documents(Path(folder), count)
        started = time.perf_counter()
        with Store.open(library) as store:
            read_paths([Path(folder)], store)
        print(f"read in {time.perf_counter() - started:.0f} s")


def summarise(library: Path) -> Known:
    """Summarises what is not, and draws what the clients ask for, the same for a library every time."""
    from sqlalchemy import text

    from filmdossier.run.linking import link_films
    from filmdossier.run.summaries import summarise_films
    from filmdossier.store import Store

    started = time.perf_counter()
    with Store.open(library) as store:
        link_films(store)
        made = summarise_films(store)
        print(f"{made} films summarised in {time.perf_counter() - started:.0f} s")
        with store.transaction(writes=False) as connection:

            def column(query: str) -> list[str]:
                return sorted(str(one) for one in connection.execute(text(query)).scalars())

            chance = random.Random(7)
            films = column("SELECT film FROM summaries")
            documents = column("SELECT id FROM documents")
            people = column("SELECT DISTINCT name_key FROM appearances WHERE kind = 'person'")
            texts = column("SELECT substr(text, 1, 600) FROM documents ORDER BY id LIMIT 500")
            # Of a name with other signs than letters the statement's id tells more than the key.
            directors = [
                f"{film}/statements/director:{key}"
                for film, key, name in connection.execute(text(_DIRECTORS))
                if name.replace(" ", "").isalpha()
            ]
    words = sorted({word.strip(".,()\"'") for one in texts for word in one.split() if len(word) > 3})
    print(f"{len(documents)} documents, {len(films)} films, {len(people)} people; version {records_version()}")
    return Known(
        films=chance.sample(films, min(400, len(films))),
        documents=chance.sample(documents, min(400, len(documents))),
        people=chance.sample(people, min(400, len(people))),
        words=chance.sample(words, min(800, len(words))),
        statements=chance.sample(directors, min(300, len(directors))),
    )


@contextmanager
def served(library: Path) -> Iterator[tuple[int, int]]:
    """The port and the process of a server over the library."""
    command = [sys.executable, "-m", "filmdossier.present.cli", "serve", "--port", "0", "--library", str(library)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        port = urllib.parse.urlsplit(line.split()[-1]).port or 0
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(600):
            try:
                connection.request("GET", "/")
                connection.getresponse().read()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


def requests_of(known: Known, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds of pages with addresses, every kind as often as the others and films twice as often."""
    makers: list[tuple[str, Callable[[], str]]] = [
        ("front", lambda: "/"),
        ("films", lambda: f"/?page={chance.randint(1, 40)}"),
        ("films, sorted", lambda: f"/?order={chance.choice(['year', 'documents', 'reviews', 'disputes'])}&page={chance.randint(1, 20)}"),
        ("films, searched", lambda: "/?" + urllib.parse.urlencode({"q": chance.choice(known.words)})),
        ("films, disputed", lambda: f"/?disputed=true&page={chance.randint(1, 3)}"),
        ("film", lambda: f"/films/{chance.choice(known.films)}"),
        ("film", lambda: f"/films/{chance.choice(known.films)}"),
        ("document", lambda: f"/documents/{chance.choice(known.documents)}"),
        ("documents", lambda: f"/documents?page={chance.randint(1, 100)}"),
        ("people", lambda: f"/people?page={chance.randint(1, 200)}"),
        ("people, searched", lambda: "/people?" + urllib.parse.urlencode({"q": chance.choice(known.words)})),
        ("person", lambda: f"/people/{urllib.parse.quote(chance.choice(known.people), safe='')}"),
        ("critics", lambda: "/critics"),
        ("outlets", lambda: "/outlets"),
        ("queue", lambda: f"/queue?page={chance.randint(1, 20)}"),
        ("search, one word", lambda: "/search?" + urllib.parse.urlencode({"q": chance.choice(known.words)})),
        ("search, two words", lambda: "/search?" + urllib.parse.urlencode({"q": " ".join(chance.sample(known.words, 2))})),
        ("search, in every text", lambda: "/search?q=film"),
        ("statement", lambda: f"/films/{chance.choice(known.statements)}"),
    ]  # fmt: skip
    while True:
        kind, make = chance.choice(makers)
        yield kind, make()


def ask(connection: http.client.HTTPConnection, method: str, address: str, body: str | None = None) -> tuple[float, int]:
    """Seconds to the last byte, and the status."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
    started = time.perf_counter()
    connection.request(method, address, body=body, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return time.perf_counter() - started, answer.status


def load(port: int, known: Known, *, clients: int, seconds: float) -> Times:
    """The times of ``clients`` readers and one editor over ``seconds``."""
    times = Times()
    until = time.monotonic() + seconds

    def read(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for kind, address in requests_of(known, random.Random(number)):
            if time.monotonic() > until:
                return
            times.note(kind, *ask(connection, "GET", address), address)

    def edit() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        chance = random.Random(99)
        while time.monotonic() < until and known.statements:
            address = f"/films/{chance.choice(known.statements)}"
            body = urllib.parse.urlencode({"verdict": "confirm", "by": "benchmark"})
            times.note("decision", *ask(connection, "POST", address, body), address)
            time.sleep(1 / _EDITS_A_SECOND)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(clients)] + [threading.Thread(target=edit)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def processor_time(port: int, process: int, known: Known, *, each: int = 40) -> dict[str, float]:
    """Milliseconds of the server's processor time for an answer of each kind, asked one after the other.

    Unlike the times of the clients this does not depend on what else the machine does.
    """
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for kind, address in islice(requests_of(known, random.Random(5)), 60 * each):
        if len(wanted[kind]) < each:
            wanted[kind].append(address)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    spent = {}
    for kind, addresses in sorted(wanted.items()):
        before = _processor_seconds(process)
        for address in addresses:
            ask(connection, "GET", address)
        spent[kind] = 1000 * (_processor_seconds(process) - before) / len(addresses)
    return spent


def _processor_seconds(process: int) -> float:
    """Seconds of processor time, user's and system's, of a process so far; Linux only."""
    parts = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def report(times: Times) -> bool:
    """Prints a line for each kind; whether all stay within their limits."""
    well = not times.errors
    print(f"{'page':24} {'answers':>8} {'median':>9} {'95th':>9}   milliseconds")
    for kind in sorted(times.seconds):
        found = sorted(1000 * one for one in times.seconds[kind])
        last = found[min(len(found) - 1, round(0.95 * len(found)))]
        limit = SEARCH_LIMIT_MS if kind.startswith("search") else PAGE_LIMIT_MS
        well &= last <= limit
        print(
            f"{kind:24} {len(found):8} {statistics.median(found):9.1f} {last:9.1f}{'   over ' + format(limit, '.0f') if last > limit else ''}"
        )
    for error in times.errors[:10]:
        print(f"error: {error}")
    return well


def main(arguments: list[str]) -> int:
    """Prints the times; 1 where one is over its limit. See the module."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks serve")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--library", type=Path, default=None)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        library: Path = options.library or Path(folder, "library.db")
        if not library.exists():
            if not LEADS.is_file():
                print(f"the shared openings are not at {LEADS}", file=sys.stderr)
                return 1
            make_library(library, options.documents)
        known = summarise(library)
        with served(library) as (port, process):
            load(port, known, clients=1, seconds=2.0)  # what is loaded once is no page's time
            times = load(port, known, clients=options.clients, seconds=options.seconds)
            if Path("/proc/self/stat").exists():
                print("the server's processor time for an answer, in milliseconds, one client")
                for kind, spent in processor_time(port, process, known).items():
                    print(f"{kind:24} {spent:8.1f}")
    print(f"{options.clients} clients without a pause and one editor, {options.seconds:g} s")
    return 0 if report(times) else 1
