"""Fits how likely a review recommends its film (words, rating) and what the reviews of one film have in common.

Enters critics' lines with scores and verdicts by film (not in the repository); leaves the constants of
``filmdossier/reception/fitted_share.json``. A line is read to what a record keeps of it: the likeliest stance and how
likely that is. Word models are trained with a fifth of the films left
out at a time, so that no line is read by a model that has seen its film.

    python -m training.recommends --data ../shared/data --models DIR --out src/filmdossier/reception/fitted_share.json

``DIR`` keeps the five word models between runs; they take a quarter of an hour to train. Needs
scikit-learn, which the program itself does not.
"""

import argparse
import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha1
from math import log
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from training import stance_ngrams

from filmdossier.extract.stance import pick, stance_scores
from filmdossier.extract.stance_model import StanceModel
from filmdossier.reception.estimated import Shared, film_log_odds
from filmdossier.reception.ratings import parse_rating
from filmdossier.reception.recommends import Recommends, features, odds_of

PARTS = 5
_NODES = np.linspace(-3, 3, 25)
_WEIGHTS = np.exp(-(_NODES**2) / 2) / np.exp(-(_NODES**2) / 2).sum()


@dataclass(frozen=True, slots=True)
class Review:
    """One critic's line: the film and its part, the words' log-odds (None without words), the rating, the verdict, the published share."""

    film: str
    part: int
    words: tuple[float, float, float] | None
    value: Fraction | None
    fresh: bool
    published: float


def part_of(title: str) -> int:
    """Which fifth of the films a title belongs to; films of one title stay together."""
    return int(sha1(f"23:{title}".encode(), usedforsecurity=False).hexdigest(), 16) // 8 % PARTS


def word_models(data: Path, models: Path) -> list[StanceModel]:
    """A word model for each fifth of the films, trained on the rest; from ``models`` where they lie there."""
    paths = [models / f"part-{part}.bin" for part in range(PARTS)]
    if not all(path.exists() for path in paths):
        models.mkdir(parents=True, exist_ok=True)
        lines = list(stance_ngrams.read_lines(data))
        random.Random(stance_ngrams.SEED).shuffle(lines)  # noqa: S311 - a repeatable order, no secret
        for part, path in enumerate(paths):
            test = [line for line in lines if line.film.startswith("23:") and part_of(line.film[3:]) == part]
            kept = {line.film for line in test}
            train = stance_ngrams.without_overlap([line for line in lines if line.film not in kept], test)
            stance_ngrams.write(path, *stance_ngrams.fit(train, 0.12))
    return [StanceModel.load(path.read_bytes()) for path in paths]


def read_reviews(data: Path, models: Sequence[StanceModel]) -> list[Review]:
    """Every line of the 2023 table, read by the model that was trained without its film."""
    found = []
    with gzip.open(data / "critic-reviews-2023.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            part = part_of(row["movie"])
            words = stance_scores("", [row["quote"]], reading=models[part].scores) if row["quote"] else None
            found.append(
                Review(
                    film=f"{row['movie']} ({row['year']}, {row['set']})",
                    part=part,
                    words=words,
                    value=parse_rating(row["score"]).value if row["score"] else None,
                    fresh=row["state"] == "fresh",
                    published=float(row["tomatometer"].rstrip("%")),
                )
            )
    return found


def as_recorded(reviews: Iterable[Review]) -> list[Review]:
    """The reviews with the words' log-odds cut down to what a record keeps of them."""
    return [replace(review, words=None if review.words is None else odds_of(*pick(review.words))) for review in reviews]


def fit_recommends(reviews: Sequence[Review]) -> Recommends:
    """The regression on these reviews."""
    matrix = np.array([features(review.words, review.value) for review in reviews])
    model = LogisticRegression(C=1.0, max_iter=3000).fit(matrix, [review.fresh for review in reviews])
    return Recommends(round(float(model.intercept_[0]), 4), [round(float(weight), 4) for weight in model.coef_[0]])


def by_film(reviews: Iterable[Review]) -> Mapping[str, list[Review]]:
    """The reviews of each film, in order."""
    films: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        films[review.film].append(review)
    return films


def cross_fitted(reviews: Sequence[Review]) -> list[float]:
    """Each review's log-odds from a regression on the other fifths of the films."""
    models = [fit_recommends([review for review in reviews if review.part != part]) for part in range(PARTS)]
    return [models[review.part].log_odds(review.words, review.value) for review in reviews]


def fit_shared(films: Sequence[tuple[Sequence[float], Sequence[bool]]]) -> Shared:
    """What the reviews of a film have in common, from films' log-odds (cross-fitted) and verdicts."""
    before = float(np.mean([verdict for _, verdicts in films for verdict in verdicts]))
    rows = [(x, film_log_odds(own, before)) for own, _ in films for x in own]
    verdicts = [verdict for _, known in films for verdict in known]
    line = LogisticRegression(C=100.0, max_iter=1000).fit(np.array(rows), verdicts)
    slope, pull, intercept = (float(value) for value in (*line.coef_[0], line.intercept_[0]))
    centred = [
        (np.array([slope * x + pull * film_log_odds(own, before) + intercept for x in own]), np.array(known))
        for own, known in films
    ]

    def cost(point: Sequence[float]) -> float:
        shift = point[0] + np.exp(point[1]) * _NODES
        total = 0.0
        for odds, known in centred:
            moved = odds[:, None] + shift
            likelihood = (known[:, None] * moved - np.logaddexp(0, moved)).sum(0)
            top = likelihood.max()
            total -= top + log(float((_WEIGHTS * np.exp(likelihood - top)).sum()))
        return total

    found = minimize(cost, [0.0, -0.7], method="Nelder-Mead", options={"maxiter": 80, "xatol": 0.005, "fatol": 0.05})
    spread = float(np.exp(found.x[1]))
    numbers = [round(value, 4) for value in (slope, pull, intercept, float(found.x[0]), spread, before)]
    return Shared(*numbers)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    reviews = as_recorded(read_reviews(arguments.data, word_models(arguments.data, arguments.models)))
    odds = dict(zip(map(id, reviews), cross_fitted(reviews), strict=True))
    films = by_film(reviews).values()
    shared = fit_shared([([odds[id(one)] for one in film], [one.fresh for one in film]) for film in films])
    fitted = {"recommends": asdict(fit_recommends(reviews)), "shared": asdict(shared)}
    arguments.out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    print(f"{len(reviews)} reviews of {len(films)} films; {shared}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
