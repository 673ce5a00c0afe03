"""Fits the polarity of aspects on annotated reviews, and holds what is found against the annotation.

Enters reviews annotated sentence by sentence (not in the repository); leaves ``aspect-polarity.json``.
A third of the reviews, by the hash of their names, is never trained on nor looked at.

    python -m training.aspects --data ../shared/data --out src/filmdossier/extract/reviews/aspect-polarity.json

Needs scikit-learn, which the program itself does not. The annotation has twelve sides, ours fourteen:
``aspect_annotation.their_side`` says which is which, by the annotators' own anchor words.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from training.aspect_annotation import AnnotatedSentence, read_sentences, their_side

from filmdossier.annotate.reader.judging import judge
from filmdossier.extract.reviews.aspect_polarity import PolarityModel, candidates
from filmdossier.model.annotations import Judge

STRENGTH = 0.03


def training_rows(sentences: Sequence[AnnotatedSentence], judge: Judge | None) -> tuple[list[list[float]], list[int]]:
    """Features and class (1 praised, 0 neither, -1 blamed) of every side named in the sentences."""
    rows, labels = [], []
    for sentence in sentences:
        for found, row in candidates(sentence.words, film=True, judge=judge):
            rows.append(row)
            labels.append(sentence.sides.get(their_side(found, sentence.words), 0))
    return rows, labels


def fit(sentences: Sequence[AnnotatedSentence], judge: Judge | None = None) -> PolarityModel:
    """The softmax on these sentences, on features as they are; for ``judge`` where one is given."""
    rows, labels = training_rows(sentences, judge)
    matrix = np.array(rows)
    scale = matrix.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix / scale, labels)
    order = [list(model.classes_).index(label) for label in (1, 0, -1)]
    weights = [[round(float(value), 4) for value in model.coef_[index] / scale] for index in order]
    praised, neither, blamed = (round(float(model.intercept_[index]), 4) for index in order)
    return PolarityModel(weights, (praised, neither, blamed))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    sentences = [one for one in read_sentences(arguments.data) if not one.kept_apart]
    models = {"words": fit(sentences), "read": fit(sentences, judge)}
    kept = {name: {"bias": model.bias, "weights": model.weights} for name, model in models.items()}
    arguments.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(f"{len(sentences)} sentences; {', '.join(f'{len(model.weights[0])} features a class' for model in models.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
