"""Fits the weights of the ask stage: ``python -m training.ask.fit [--own FOLDER] [EXAMPLES.pickle]``.

``FOLDER`` holds films that one has annotated oneself, each in a folder of the form of the cases.

Two models. The first ranks the spans of a question: a softmax over its candidates, the likelihood
of any right one maximised. The second says whether the best span answers: logistic regression on
the choices of ranking models that have not seen the question (four folds by film, article or
conversation). Both are regularised by their squared weights; L-BFGS finds the one optimum.
"""

import argparse
import json
import math
import pickle
import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path

import numpy
from benchmarks import gold
from numpy.typing import NDArray
from scipy.optimize import minimize
from training.ask.examples import Example, gold_examples, reading_examples

from filmdossier.ask.decide import FORBIDDEN, expanded, surety
from filmdossier.ask.spans import Found

TARGET = Path(__file__).parents[2] / "src" / "filmdossier" / "ask" / "weights.json"
FOLDS = 4
RIDGE_RANK, RIDGE_SURE = 2.0, 1.0
RAREST = 8  # questions in which a feature must be there
# A question about the films is what is asked; the others teach which spans answer at all.
SHARE = {"gold": 1.0, "own": 1.0, "film-questions": 0.3, "xquad": 0.3}
_STEPS = 150

Matrix = NDArray[numpy.float32]


def fold(example: Example) -> int:
    """The part of a question in cross-validation."""
    return int(sha1(example.group.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def table(examples: Sequence[Example]) -> tuple[list[str], list[Matrix]]:
    """The names of the features and, for each question, a row of them for each candidate."""
    rows = [[expanded(option.features, example.question) for option in example.options] for example in examples]
    counts = Counter(name for one in rows for name in {name for row in one for name in row})
    names = sorted(name for name, count in counts.items() if count >= RAREST and name != FORBIDDEN)
    place = {name: index for index, name in enumerate(names)}
    found = []
    for one in rows:
        matrix = numpy.zeros((len(one), len(names)), dtype=numpy.float32)
        for index, row in enumerate(one):
            for name, value in row.items():
                if name in place:
                    matrix[index, place[name]] = value
        found.append(matrix)
    return names, found


def fit_rank(examples: Sequence[Example], matrices: Sequence[Matrix]) -> NDArray[numpy.float64]:
    """The weights under which a right candidate stands first."""
    used = [
        (example, matrix)
        for example, matrix in zip(examples, matrices, strict=True)
        if any(option.right for option in example.options)
    ]
    features = numpy.concatenate([matrix for _, matrix in used])
    right = numpy.concatenate([[option.right for option in example.options] for example, _ in used])
    sizes = [len(matrix) for _, matrix in used]
    starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
    owner = numpy.repeat(numpy.arange(len(used)), sizes)
    share = numpy.array([SHARE[example.source] for example, _ in used])

    def loss(weights: NDArray[numpy.float64]) -> tuple[float, NDArray[numpy.float64]]:
        scores = (features @ weights.astype(numpy.float32)).astype(numpy.float64)
        powers = numpy.exp(scores - numpy.maximum.reduceat(scores, starts)[owner])
        probability = powers / numpy.add.reduceat(powers, starts)[owner]
        mass = numpy.maximum(numpy.add.reduceat(probability * right, starts), 1e-12)
        pull = (probability - probability * right / mass[owner]) * share[owner]
        value = -(share * numpy.log(mass)).sum() + RIDGE_RANK / 2 * (weights @ weights)
        return float(value), features.T @ pull.astype(numpy.float32) + RIDGE_RANK * weights

    result: NDArray[numpy.float64] = minimize(
        loss, numpy.zeros(features.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    ).x
    return result


def fit_sure(rows: Sequence[dict[str, float]], right: Sequence[bool], share: Sequence[float]) -> dict[str, float]:
    """The weights that say how probable it is that the best span answers."""
    names = sorted({name for row in rows for name in row})
    features = numpy.array([[row.get(name, 0.0) for name in names] for row in rows])
    sign = numpy.where(numpy.array(right), 1.0, -1.0)
    weight = numpy.array(share)

    def loss(weights: NDArray[numpy.float64]) -> tuple[float, NDArray[numpy.float64]]:
        margin = sign * (features @ weights)
        value = (weight * numpy.logaddexp(0, -margin)).sum() + RIDGE_SURE / 2 * (weights @ weights)
        slope = -(weight * sign) / (1 + numpy.exp(numpy.clip(margin, -30, 30)))
        return float(value), features.T @ slope + RIDGE_SURE * weights

    fitted = minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(value), 4) for name, value in zip(names, fitted, strict=True)}


def sure_rows(example: Example, scores: NDArray[numpy.float64], spans: Sequence[Found]) -> dict[str, float]:
    """What the second model is told of a question's choice."""
    order = numpy.argsort(-scores, kind="stable")
    return surety(example.question, [(float(scores[index]), spans[index], example.options[index].features) for index in order])


def load(path: str | None, own: Path | None) -> list[Example]:
    """The examples: those of a file, or all made anew."""
    if path is not None:
        with Path(path).open("rb") as file:
            loaded: list[Example] = pickle.load(file)  # noqa: S301 -- the user's own file
            return loaded
    made = [*gold_examples([*gold.cases("cases", "seen"), *(gold.own_cases(own) if own else ())])]
    made += [example for source in ("film-questions", "xquad") for example in reading_examples(source)]
    return made


def main() -> int:
    """Fits, prints what the folds give, writes the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.ask.fit", description="Fits the weights of the ask stage.")
    parser.add_argument("examples", nargs="?", help="a file of examples made before")
    parser.add_argument("--own", type=Path, help="a folder of films annotated by oneself")
    options = parser.parse_args()
    examples = [example for example in load(options.examples, options.own) if example.options]
    names, matrices = table(examples)
    rows, right, share, kept = [], [], [], []
    for part in range(FOLDS):
        train = [index for index, example in enumerate(examples) if fold(example) != part]
        weights = fit_rank([examples[index] for index in train], [matrices[index] for index in train])
        for index, example in enumerate(examples):
            if fold(example) == part and not example.from_record:
                scores = matrices[index] @ weights
                rows.append(sure_rows(example, scores, [option.found for option in example.options]))
                # What has the wrong form is never given: the best of the others is.
                given = [
                    score if not option.features.get(FORBIDDEN) else -math.inf
                    for score, option in zip(scores, example.options, strict=True)
                ]
                right.append(max(given) > -math.inf and example.options[int(numpy.argmax(given))].right)
                share.append(SHARE[example.source] * (1.0 if example.answers or not example.moved else 0.4))
                kept.append(example)
    sure = fit_sure(rows, right, share)
    report(kept, rows, right, sure)
    final = fit_rank(examples, matrices)
    ranking = {name: round(float(value), 4) for name, value in zip(names, final, strict=True) if abs(value) >= 0.005}
    TARGET.write_text(json.dumps({"rank": ranking, "sure": sure}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(examples)} questions, {len(names)} features; wrote {TARGET.name}")
    return 0


def report(examples: Sequence[Example], rows: Sequence[dict[str, float]], right: Sequence[bool], sure: dict[str, float]) -> None:
    """Prints, for each source and several thresholds, how often it answers rightly and is silent rightly, on unseen folds."""
    probability = [1 / (1 + math.exp(-sum(sure.get(name, 0.0) * value for name, value in row.items()))) for row in rows]
    for source in SHARE:
        asked = [
            (p, good, bool(example.answers), example.moved)
            for p, good, example in zip(probability, right, examples, strict=True)
            if example.source == source
        ]
        if not asked:
            continue
        answerable = [(p, good) for p, good, has, _ in asked if has]
        print(
            f"{source}: {len(answerable)} with an answer, best span right {sum(good for _, good in answerable) / max(len(answerable), 1):.3f}"
        )
        for threshold in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
            answered = sum(good for p, good in answerable if p >= threshold) / max(len(answerable), 1)
            silent = [[p < threshold for p, _, has, moved in asked if not has and moved is wanted] for wanted in (False, True)]
            shares = [sum(one) / len(one) if one else math.nan for one in silent]
            print(
                f"  at {threshold:.2f}: right {answered:.3f}, silent {shares[0]:.3f} ({len(silent[0])}), moved {shares[1]:.3f} ({len(silent[1])})"
            )


if __name__ == "__main__":
    sys.exit(main())
