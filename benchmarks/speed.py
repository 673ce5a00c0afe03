"""Measures speed and memory end to end, each run in a process of its own.

``python -m benchmarks speed [FOLDER]`` reads a corpus (the annotated documents, or the examples of
the repository where those are missing) into a new library, then once more from the library's
memory, and prints documents and sentences per second, the peak memory of the largest process, and
the three costliest functions of a profile. Absolute times depend on the machine; the ratio of the
second run to the first does not much.
"""

import cProfile
import json
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks import gold

EXAMPLES = Path(__file__).parents[1] / "examples"


def main(arguments: list[str]) -> int:
    """Prints the measurements of a first and a second run."""
    corpus = gold.EVALUATION if gold.available() else EXAMPLES
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        first = _apart("read", corpus, library)
        second = _apart("read", corpus, library)
        alone = _apart("alone", corpus, Path(folder) / "alone.db")
        print(f"corpus: {corpus.name}, {first['documents']} documents, {first['sentences']} sentences, {os.cpu_count()} cores")
        rate = first["sentences"] / first["seconds"]
        print(
            f"first run:  {first['seconds']:.2f} s, {first['documents'] / first['seconds']:.1f} documents/s, {rate:.0f} sentences/s"
        )
        print(f"second run: {second['seconds']:.2f} s, {first['seconds'] / second['seconds']:.0f} times as fast")
        print(f"one process: {alone['seconds']:.2f} s, peak memory {alone['peak_mib']:.0f} MiB")
    print("costliest functions, one process:")
    for line in _profile(corpus):
        print(f"  {line}")
    return 0


def _apart(task: str, corpus: Path, library: Path) -> dict[str, Any]:
    """The measurement of a run in a new process, so that nothing is warm but the disk."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", task, str(corpus), str(library)], capture_output=True, text=True, check=True
    )  # fmt: skip
    measured: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _read(corpus: Path, library: Path, *, alone: bool) -> None:
    from filmdossier.annotate.sentences import sentences
    from filmdossier.run.library import read_paths
    from filmdossier.run.reading import Limits
    from filmdossier.store import Store

    start = time.perf_counter()
    with Store.open(library) as store:
        read_paths([corpus], store, limits=Limits(workers=0) if alone else None)
        seconds = time.perf_counter() - start
        with store.view() as view:
            documents = view.fingerprints()
            about = sorted({topic.id.rsplit("/", 1)[0] for topic in view.topics()})
            count = sum(len(sentences(view.document(document))) for document in about)
    # Only a run in one process tells its memory: workers' is not this process's to know.
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "documents": len(documents), "sentences": count, "peak_mib": peak_mib}))


def _profile(corpus: Path) -> list[str]:
    """The three functions of this project with the most time below them, leaves of the stages only."""
    from hashlib import sha256

    from filmdossier.model.text import Source
    from filmdossier.run.pipeline import STAGES, process

    profile = cProfile.Profile()
    files = sorted(path for path in corpus.rglob("*") if path.parent.name == "documents" or (corpus == EXAMPLES and path.is_file()))
    for number, path in enumerate(files[:60]):
        raw = path.read_bytes()
        source = Source(origin=path.name, media_type="", sha256=sha256(raw).hexdigest())
        if number:  # the first document pays for what is loaded once
            profile.enable()
        process(raw, source, stages=STAGES)
        profile.disable()
    stats = pstats.Stats(profile)
    total = stats.total_tt  # type: ignore[attr-defined]
    rows = sorted(stats.stats.items(), key=lambda row: -row[1][2])  # type: ignore[attr-defined]
    return [f"{row[1][2] / total:5.1%} {Path(row[0][0]).name}:{row[0][2]}" for row in rows[:3]]


if __name__ == "__main__":
    _read(Path(sys.argv[2]), Path(sys.argv[3]), alone=sys.argv[1] == "alone")
