"""Measures the reader: cold start, sentences per second with tokenising, and memory, beside what one would install instead.

``python -m benchmarks reader`` parses the prose of the annotated documents (or of the examples of
the repository where those are missing) in processes of their own: one, then one a core. Peers are
measured on the same sentences where they are installed; they do less, so that their rates are
bounds and not rivals. Absolute rates depend on the machine, ratios do not much.
"""

import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import gold

EXAMPLES = Path(__file__).parents[1] / "examples"
LEAST_WORDS = 5
MOST = 1_000  # sentences


def main(arguments: list[str]) -> int:
    """Prints one table."""
    alone = _apart(1)[0]
    cores = os.cpu_count() or 1
    together = _apart(cores)
    print(f"{alone['sentences']} sentences of {alone['words'] / alone['sentences']:.1f} words")
    print(f"cold start, first sentence included: {alone['cold_seconds']:.2f} s; peak memory {alone['peak_mib']:.0f} MiB")
    rate = sum(one["sentences"] / one["seconds"] for one in together)
    print(f"one process: {alone['sentences'] / alone['seconds']:.0f} sentences/s; {cores} processes: {rate:.0f} sentences/s")
    for name, found in alone["peers"].items():
        ratio = f"{found * alone['seconds'] / alone['sentences']:.2f} times the reader's rate" if found else "not installed"
        print(f"  {name}: {ratio}")
    return 0


def _apart(processes: int) -> list[dict[str, Any]]:
    """What that many new processes measured at the same time."""
    command = [sys.executable, "-m", "benchmarks.reader"]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    measured = []
    for process in started:
        out, _ = process.communicate()
        if process.returncode:
            raise SystemExit(process.returncode)
        measured.append(json.loads(out.splitlines()[-1]))
    return measured


def _measure() -> dict[str, Any]:
    start = time.perf_counter()
    from filmdossier.annotate.reader.grammar import parse
    from filmdossier.model.text import Span

    parse("It starts.", [Span(0, 10)])
    cold = time.perf_counter() - start
    texts = prose()
    text, spans, place = "\n".join(texts), [], 0
    for one in texts:
        spans.append(Span(place, place + len(one)))
        place += len(one) + 1
    start = time.perf_counter()
    words = parse(text, spans)
    seconds = time.perf_counter() - start
    return {
        "cold_seconds": cold,
        "seconds": seconds,
        "sentences": len(texts),
        "words": len(words),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "peers": {name: _rate(peer, texts) for name, peer in _PEERS.items()},
    }


def prose() -> list[str]:
    """Sentences of the development documents, in a fixed order."""
    from filmdossier.annotate.sentences import sentences
    from filmdossier.errors import ReadError
    from filmdossier.model.text import BlockKind, Source
    from filmdossier.read import read

    folders = [case.documents for case in gold.cases("cases", "seen")] if gold.available() else [EXAMPLES]
    found: list[str] = []
    for path in (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()):
        try:
            document = read(path.read_bytes(), Source(origin=path.name, media_type="", sha256=""))
        except ReadError:
            continue
        for sentence in sentences(document):
            text = sentence.span.of(document.text).replace("\n", " ")
            if document.blocks[sentence.block].kind is BlockKind.PARAGRAPH and len(text.split()) >= LEAST_WORDS:
                found.append(text)
        if len(found) >= MOST:
            return found[:MOST]
    return found


def _rate(peer: Callable[[], Callable[[str], object] | None], texts: Sequence[str]) -> float:
    """Sentences a second, 0 where the peer is not installed."""
    read = peer()
    if read is None:
        return 0.0
    read(texts[0])
    start = time.perf_counter()
    for text in texts:
        read(text)
    return len(texts) / (time.perf_counter() - start)


def _spacy_blank() -> Callable[[str], object] | None:
    if importlib.util.find_spec("spacy") is None:
        return None
    blank: Callable[[str], object] = importlib.import_module("spacy").blank("en")
    return blank


def _vader() -> Callable[[str], object] | None:
    if importlib.util.find_spec("vaderSentiment") is None:
        return None
    scores: Callable[[str], object] = (
        importlib.import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer().polarity_scores
    )
    return scores


def _textblob() -> Callable[[str], object] | None:
    if importlib.util.find_spec("textblob") is None:
        return None
    blob = importlib.import_module("textblob").TextBlob
    return lambda text: blob(text).sentiment


_PEERS: dict[str, Callable[[], Callable[[str], object] | None]] = {
    "spaCy's blank pipeline (words only)": _spacy_blank,
    "VADER (polarity only)": _vader,
    "TextBlob (polarity only)": _textblob,
}

if __name__ == "__main__":
    print(json.dumps(_measure()))
