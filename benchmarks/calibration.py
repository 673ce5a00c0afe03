"""Holds confidences against the gold: is what we are 80 % sure of right four times in five?

``python -m benchmarks calibration`` prints, for each predicate on the parts that rules may be
developed on, the number of distinct values found, their mean confidence beside their precision,
and the threshold in steps of 0.05 at which precision and recall balance best (F1). The thresholds
of ``reconcile.policy`` were chosen from this table.
"""

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks import gold, quality

STEPS = tuple(round(0.05 * step, 2) for step in range(2, 20))


def judged(*parts: str) -> tuple[dict[str, list[tuple[float, bool]]], dict[str, int]]:
    """Predicate → (confidence, right) of every fact and suggestion, and predicate → values in the gold."""
    score = gold.scorer()
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    wanted: dict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(gold.cases(*parts)):
            records = quality.records(case, Path(folder) / f"{number}.db")
            for _, film, record in score.pair_up(case.gold, records):
                _judge(score, film, record or {"facts": [], "suggestions": []}, found, wanted)
    return found, wanted


def _judge(
    score: Any, film: dict[str, Any], record: dict[str, Any], found: dict[str, list[tuple[float, bool]]], wanted: dict[str, int]
) -> None:  # fmt: skip
    for predicate in score.FACTS:
        values = film.get("facts", {}).get(predicate, [])
        wanted[predicate] += len(values)
        for fact in (*record["facts"], *record.get("suggestions", [])):
            if fact["predicate"] == predicate:
                found[predicate].append((fact["confidence"], any(score.same(fact["value"], value) for value in values)))


def best_threshold(values: list[tuple[float, bool]], gold_values: int) -> tuple[float, float]:
    """The threshold with the highest F1, the lowest of several, and that F1."""

    def f1(threshold: float) -> float:
        kept = [right for confidence, right in values if confidence >= threshold]
        hits = min(sum(kept), gold_values)
        return 2 * hits / (len(kept) + gold_values) if kept else 0.0

    best = max(STEPS, key=lambda step: (round(f1(step), 4), -step))
    return best, f1(best)


def main(_arguments: list[str]) -> int:
    """Prints the table."""
    if not gold.available():
        print(f"the annotated documents are not at {gold.EVALUATION}", file=sys.stderr)
        return 1
    found, wanted = judged("cases", "seen")
    print(f"{'predicate':20}{'found':>7}{'mean confidence':>17}{'precision':>11}{'gold':>6}{'best threshold':>16}{'F1 there':>10}")
    for predicate in sorted(found):
        values = found[predicate]
        sure = sum(confidence for confidence, _ in values) / len(values)
        right = sum(correct for _, correct in values) / len(values)
        threshold, reached = best_threshold(values, wanted[predicate])
        print(f"{predicate:20}{len(values):7}{sure:17.3f}{right:11.3f}{wanted[predicate]:6}{threshold:16.2f}{reached:10.3f}")
    every = [value for values in found.values() for value in values]
    bins = [[value for value in every if low <= value[0] < low + 0.1] for low in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)]
    error = sum(abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins) / max(len(every), 1)
    print(f"expected calibration error over {len(every)} values: {error:.3f}")
    return 0
