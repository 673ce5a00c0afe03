"""Trains the word model of stance: a softmax over word n-grams, quantised to one byte a weight.

Enters tables of critics' lines with verdicts and scores (none of which is in the repository);
leaves ``stance-ngrams.bin`` (hashes and weights, no text) and a report on films not trained on.

    python training/stance_ngrams.py --data ../shared/data --out src/filmdossier/extract/stance-ngrams.bin

Needs scikit-learn and numpy, which the program itself does not. The format is read by
``filmdossier.extract.stance_model``, whose features this script imports so that both agree.
"""

import argparse
import csv
import gzip
import json
import random
import re
import struct
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha1
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from filmdossier.extract.stance_model import MAGIC, StanceModel, features, key
from filmdossier.extract.stance_words import BAD, GOOD
from filmdossier.reception.ratings import parse_rating

CLASSES = ("positive", "mixed", "negative")
SEED = 20240229
TEST_SHARE = 8  # one film in eight is kept apart
KEPT = 45_000  # n-grams in the shipped file


class Line:
    """One critic's line: its words, class, verdict and film ('' where it names none)."""

    def __init__(self, words: str, label: int, fresh: bool, film: str) -> None:
        self.words, self.label, self.fresh, self.film = words, label, fresh, film


def label_of(fresh: bool, score: str) -> int:
    """The class of a review: mixed where its own score lies in the middle of the scale, else its verdict."""
    value = parse_rating(score).value if score else None
    if value is not None and Fraction(2, 5) < value < Fraction(66, 100):
        return 1
    return 0 if fresh else 2


def read_lines(data: Path) -> Iterator[Line]:
    """All lines of the critics' tables and the classic opinion sentences."""
    with gzip.open(data / "critic-reviews-2023.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            fresh = row["state"] == "fresh"
            if row["quote"]:
                yield Line(row["quote"], label_of(fresh, row["score"]), fresh, f"23:{row['movie']}")
    with gzip.open(data / "critic-reviews-2018.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            fresh = row["fresh"] == "fresh"
            if row["review"]:
                yield Line(row["review"], label_of(fresh, row["rating"] or ""), fresh, f"18:{row['id']}")
    with zipfile.ZipFile(data / "sentence_polarity.zip") as archive:
        for name in sorted(archive.namelist()):
            if name.endswith((".pos", ".neg")):
                fresh = name.endswith(".pos")
                for text in archive.read(name).decode("latin-1").splitlines():
                    yield Line(text, 0 if fresh else 2, fresh, "")


def held_back(film: str) -> bool:
    """Whether a film belongs to the test part; the classic sentences name no film and are all for training."""
    return bool(film) and int(sha1(film.encode(), usedforsecurity=False).hexdigest(), 16) % TEST_SHARE == 0


def plain(words: str) -> str:
    """Words alone, for finding the same line twice."""
    return " ".join(re.findall(r"[a-z0-9]+", words.casefold()))


def without_overlap(train: list[Line], test: list[Line]) -> list[Line]:
    """Training lines that share neither their whole text nor eight words in a row with the test part."""
    seen: set[str] = set()
    for line in test:
        tokens = plain(line.words).split()
        seen.add(" ".join(tokens))
        seen.update(" ".join(tokens[i : i + 8]) for i in range(len(tokens) - 7))
    kept, known = [], set()
    for line in train:
        text = plain(line.words)
        tokens = text.split()
        if text in known or text in seen or any(" ".join(tokens[i : i + 8]) in seen for i in range(len(tokens) - 7)):
            continue
        known.add(text)
        kept.append(line)
    return kept


def fit(train: list[Line], strength: float) -> tuple[list[int], np.ndarray, np.ndarray]:
    """Keys, weights (one row a key) and intercepts of the pruned softmax."""
    counts: Counter[int] = Counter()
    rows = [sorted({key(f) for f in features(line.words)}) for line in train]
    for row in rows:
        counts.update(row)
    vocabulary = {k: i for i, k in enumerate(sorted(k for k, n in counts.items() if n >= 3))}
    labels = np.array([line.label for line in train])
    weights, intercept = _solve(rows, vocabulary, labels, strength)
    size = np.abs(weights - weights.mean(axis=1, keepdims=True)).max(axis=1)
    # What matters is the weight times how often it comes up.
    names = sorted(vocabulary, key=lambda k: (-size[vocabulary[k]] * counts[k] ** 0.5, k))[:KEPT]
    pruned = {k: i for i, k in enumerate(sorted(names))}
    weights, intercept = _solve(rows, pruned, labels, strength)
    return sorted(names), weights, intercept


def _solve(rows: list[list[int]], vocabulary: dict[int, int], labels: np.ndarray, strength: float) -> tuple[np.ndarray, np.ndarray]:
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        indices += [vocabulary[k] for k in row if k in vocabulary]
        pointers.append(len(indices))
    matrix = csr_matrix((np.ones(len(indices), dtype=np.float32), indices, pointers), shape=(len(rows), len(vocabulary)))
    model = LogisticRegression(C=strength, class_weight="balanced", max_iter=200, random_state=SEED, tol=1e-3)
    model.fit(matrix, labels)
    return model.coef_.T, model.intercept_


def write(path: Path, keys: list[int], weights: np.ndarray, intercept: np.ndarray) -> None:
    """Writes the model: magic, count, scale, three intercepts, then the keys, then the weights."""
    centred = weights - weights.mean(axis=1, keepdims=True)
    bias = intercept - intercept.mean()
    scale = float(np.percentile(np.abs(centred), 99.95)) / 127
    quantised = np.clip(np.rint(centred / scale), -127, 127).astype(np.int8)
    body = struct.pack("<If3f", len(keys), scale, *bias) + struct.pack(f"<{len(keys)}I", *keys) + quantised.tobytes()
    path.write_bytes(MAGIC + body)


def report(name: str, model: StanceModel, test: list[Line], majority: str) -> None:
    """Prints accuracy on the test part, in three classes and as for or against."""
    three = two = listed = 0
    table: Counter[tuple[str, str]] = Counter()
    logloss = 0.0
    for line in test:
        p = model.probabilities(line.words)
        best = max(range(3), key=lambda i: p[i])
        three += best == line.label
        two += (p[0] > p[2]) == line.fresh
        tokens = plain(line.words).split()
        listed += (sum(t in GOOD for t in tokens) >= sum(t in BAD for t in tokens)) == line.fresh
        table[CLASSES[line.label], CLASSES[best]] += 1
        logloss -= float(np.log(max(p[line.label], 1e-9)))
    n = len(test)
    recalls = [table[c, c] / max(sum(table[c, d] for d in CLASSES), 1) for c in CLASSES]
    print(f"{name}: {n} lines; three classes {three / n:.4f} (macro recall {sum(recalls) / 3:.4f}); for/against {two / n:.4f}; "
          f"majority ({majority}) {sum(line.fresh for line in test) / n:.4f}; word lists {listed / n:.4f}; log loss {logloss / n:.4f}")  # fmt: skip
    for c in CLASSES:
        print("   ", c, {d: table[c, d] for d in CLASSES})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.12)
    arguments = parser.parse_args()
    lines = list(read_lines(arguments.data))
    random.Random(SEED).shuffle(lines)  # noqa: S311 - a repeatable order, no secret
    test = [line for line in lines if held_back(line.film)]
    train = without_overlap([line for line in lines if not held_back(line.film)], test)
    print(
        f"{len(train)} lines to train on, {len(test)} of films kept apart; classes {Counter(CLASSES[line.label] for line in train)}"
    )
    keys, weights, intercept = fit(train, arguments.strength)
    write(arguments.out, keys, weights, intercept)
    model = StanceModel.load(arguments.out.read_bytes())
    print(f"{arguments.out.stat().st_size} bytes, {len(keys)} n-grams")
    report("2018", model, [line for line in test if line.film.startswith("18")], "positive")
    report("2023", model, [line for line in test if line.film.startswith("23")], "positive")
    return 0


if __name__ == "__main__":
    sys.exit(main())
