"""Chooses among candidates, and decides whether the best is an answer or the documents do not say.

Two logistic models, both fitted in ``training/ask`` and shipped in ``weights.json`` (its card says on
what): one ranks the spans of the passages, one tells from the best of them, and from how far it is
ahead, how probable it is that it answers. Below :data:`THRESHOLD` the answer is silence.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filmdossier.ask.questions import Question
from filmdossier.ask.spans import Found, Shape

# In four folds by film, of questions that have to be found in sentences: at .30 answers are right for .57 of those that have one and
# silence for .76 of those that have none; at .35 for .55 and .84, at .20 for .60 and .66.
THRESHOLD = 0.31
FORBIDDEN = "forbidden"  # no weight, but what has it is never given
# Features that weigh differently by the kind of answer that is wanted.
_BY_KIND = frozenset(
    [f"shape {shape.value}" for shape in Shape]
    + [
        "long",
        "very long",
        "capital",
        "definite",
        "table",
        "closeness",
        "under the verb",
        "role fits",
        "own review",
        "story",
        "inside",
        "new words",
        "names around",
        "covered",
        *(f"name {kind}" for kind in ("person", "character", "organisation", "place", "work", "award")),
    ]
)
_SURE = (
    "covered", "alike", "around", "inside", "names", "names around", "verb there", "under the verb", "role fits", "role differs", "neighbours", "closeness",
    "beside", "absent", "absent in meaning", "bm25", "first", "noun is head", "noun in", "noun before", "noun after", "label asked", "own review", "capital",
    "person: surely", "person: common", "place: surely", "opinion: reported", "reason: caused", "story: character", "making: actor", "shape clause",
    "shape sentence", "shape quotation", "table", "definite", "long",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The best span with the probability that it answers the question."""

    found: Found
    probability: float


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weights that ship with the program: ``rank`` of spans, ``sure`` of the best one."""
    loaded: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return loaded


def expanded(features: Mapping[str, float], question: Question) -> dict[str, float]:
    """The features with those added that stand for one kind of question only."""
    kind = question.wanted.value
    return {**features, **{f"{kind}|{name}": value for name, value in features.items() if name in _BY_KIND}}


def rank_score(features: Mapping[str, float], question: Question) -> float:
    """How well a span answers, on a scale of logits that holds within one question only."""
    ranking = weights()["rank"]
    return sum(ranking.get(name, 0.0) * value for name, value in expanded(features, question).items())


def surety(question: Question, scored: Sequence[tuple[float, Found, Mapping[str, float]]]) -> dict[str, float]:
    """What tells whether the best of ``scored`` (best first) that may be given is an answer at all."""
    top, best, features = next((item for item in scored if not item[2].get(FORBIDDEN)), scored[0])
    total = sum(math.exp(min(max(score - top, -30.0), 30.0)) for score, _, _ in scored)
    other = next(
        (
            score
            for score, found, _ in scored
            if found is not best and (not found.span.overlaps(best.span) or found.passage is not best.passage)
        ),
        top - 5,
    )
    values = {
        "bias": 1.0,
        "top": top / 10,
        "share": 1 / total,
        "ahead": min(max(top - other, -5.0), 5.0) / 5,
        f"wanted {question.wanted.value}": 1.0,
    }
    values |= {name: features.get(name, 0.0) for name in _SURE}
    values["fits"] = features.get(f"{question.wanted.value}: fits", 0.0)
    values["no names"] = float(not question.names)
    values["long question"] = min(len(question.plain.split()), 20) / 20
    return values


def choose(question: Question, candidates: Sequence[tuple[Found, Mapping[str, float]]]) -> Chosen | None:
    """The best candidate and its probability; None where there is no candidate."""
    if not candidates:
        return None
    scored = sorted(
        ((rank_score(features, question), found, features) for found, features in candidates),
        key=lambda item: (-item[0], item[1].passage.document.id, item[1].span),
    )
    sure = weights()["sure"]
    logit = sum(sure.get(name, 0.0) * value for name, value in surety(question, scored).items())
    best = next((found for _, found, features in scored if not features.get(FORBIDDEN)), None)
    if best is None:
        return None
    return Chosen(found=best, probability=1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))))
