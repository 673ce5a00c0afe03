"""Questions: how many are answered rightly, cited rightly, rightly left unanswered, and in what time.

``python -m benchmarks questions [--library FILE]`` asks the questions of the annotated films (each
case over a library of its own, as the scorer beside them does), then those of the two reading sets
whose hash keeps them back from fitting, each over its own paragraph. With ``--library`` it also
times answers over that library, of single films and of all of it (``benchmarks corpus --keep FOLDER``
makes one of 1,600 documents).
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks import gold
from benchmarks.answers import accepted, exact, f1, supports
from benchmarks.reading_sets import SOURCES, Paragraph, paragraphs
from filmdossier.ask.answering import answer
from filmdossier.ask.retrieve import Passage
from filmdossier.errors import UnknownFilm
from filmdossier.model.answer import Answer
from filmdossier.run.asking import ask
from filmdossier.run.library import read_paths
from filmdossier.run.lookup import find_film
from filmdossier.run.passage_reading import READING
from filmdossier.run.reading import Limits
from filmdossier.store import Store

PARTS = ("cases", "seen", "unseen")
_TIMED = (
    "Who directed the film?",
    "Who kills the villain?",
    "How long is the film?",
    "Which Academy Award did the film win?",
    "Why does the hero leave town?",
    "Where was the film shot?",
    "What did the reviewer think of the ending?",
    "Who designed the costumes?",
)
_FILMS = 12


def asked_of_films(part: str, *, verbose: bool = False) -> Iterator[tuple[str, bool]]:
    """The outcome of each question of a part: its category and whether it is good."""
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(gold.cases(part)):
            if not any(film["questions"] for film in case.gold.values()):
                continue
            with Store.open(Path(folder) / f"{number}.db") as store:
                read_paths([case.documents], store, limits=Limits(workers=0))
                with store.view() as view:
                    for film in case.gold.values():
                        name = f"{film['title'][0]} ({film['year']})" if film.get("year") else film["title"][0]
                        for question in film["questions"]:
                            try:
                                found = ask(view, question["q"], find_film(view.films(), name).id)
                            except UnknownFilm:
                                found = None
                            for category, good in _judged(found, question["a"], question.get("evidence")):
                                if verbose and not good:
                                    print(
                                        f"  {category}: NOT {question['q']} -> {found.text if found else 'no such film'} (gold {question['a']})"
                                    )
                                yield category, good


def _judged(found: Answer | None, forms: list[str] | None, evidence: str | None) -> Iterator[tuple[str, bool]]:
    if forms is None:
        yield "silent where silent", found is not None and found.text is None
        return
    right = found is not None and found.text is not None and accepted(found.text, forms)
    yield "answered right", right
    if right and found is not None:
        yield "cited right", supports([one.quote for one in found.evidence], evidence or "")


def asked_of_paragraphs(some: Iterable[Paragraph]) -> Iterator[tuple[str, float, bool]]:
    """The outcome of each question on a paragraph: its category, F1 and whether it matches to the word."""
    for paragraph in some:
        for text, forms in paragraph.asked:
            found = _read_answer(text, paragraph.passages)
            yield ("with an answer" if forms else "without an answer"), f1(found, forms), exact(found, forms)
            if forms:
                moved = _read_answer(text, paragraph.elsewhere)
                yield "of another paragraph", f1(moved, ()), exact(moved, ())


def _read_answer(text: str, among: tuple[Passage, ...]) -> str | None:
    return answer(text, None, lambda: among, reading=READING).text


def times(library: Path) -> Iterator[tuple[str, float]]:
    """Seconds of each answer over a library: of a film, and of all."""
    with Store.open(library, create=False) as store, store.view() as view:
        films = view.films()
        chosen = films[:: max(len(films) // _FILMS, 1)][:_FILMS]
        for film in chosen:
            for question in _TIMED:
                start = time.perf_counter()
                ask(view, question, film.id)
                yield "one film", time.perf_counter() - start
        for film in chosen:
            for question in (
                f"Who directed {film.title}?",
                f"Who dies at the end of {film.title}?",
                f"Which film is about the town of {film.title.split()[-1]}?",
            ):
                start = time.perf_counter()
                ask(view, question)
                yield "whole library", time.perf_counter() - start


def main(arguments: list[str]) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="benchmarks questions")
    parser.add_argument("--library", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--verbose", action="store_true", help="print every miss of the cases and the seen part")
    chosen = parser.parse_args(arguments)
    if not gold.available():
        print(f"the annotated documents are not at {gold.EVALUATION}", file=sys.stderr)
        return 1
    for part in chosen.part or PARTS:
        good: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for category, fine in asked_of_films(part, verbose=chosen.verbose and part != "unseen"):
            good[category] += fine
            total[category] += 1
        print(f"{part:8}" + "".join(f"  {name} {good[name]}/{total[name]} {good[name] / total[name]:.3f}" for name in total))
    for source in () if chosen.part else SOURCES:
        outcomes: dict[str, list[tuple[float, bool]]] = {}
        for category, value, same in asked_of_paragraphs(paragraphs(source, kept_back_only=True)):
            outcomes.setdefault(category, []).append((value, same))
        for category, found in sorted(outcomes.items()):
            figures = (
                f"F1 {sum(value for value, _ in found) / len(found):.3f}  exact {sum(same for _, same in found) / len(found):.3f}"
            )
            print(f"{source:16} {category:22} {figures}  n={len(found)}")
    if chosen.library:
        timed: dict[str, list[float]] = {}
        for category, seconds in times(chosen.library):
            timed.setdefault(category, []).append(1000 * seconds)
        for category, values in timed.items():
            print(
                f"{category:16} median {median(values):.0f} ms, nine in ten under {quantiles(values, n=10)[-1]:.0f} ms  n={len(values)}"
            )
    return 0
