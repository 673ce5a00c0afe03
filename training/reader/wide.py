"""Trains the wide half of the judgement: logistic regression over words, pairs of words and words under a negation."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize
from training.reader.examples import split
from training.reader.loop import SEED
from training.reader.material import Material
from training.reader.opinions import POSITIVE, Line

from filmdossier.annotate.reader.wide import Wide, keys

LEAST = 3  # lines that must have a feature
STRENGTH = 4.0


def words_of(line: Line, longest: int = 80) -> list[str]:
    """The words that the network reads of a line."""
    return split(line.text)[0][:longest]


def learn(material: Material) -> Wide:
    """The layer that ships; the classic sentences are few beside the critics' lines and count twice."""
    polarity = material.texts["polarity", "train"]
    return train([*material.texts["stance", "train"], *polarity, *polarity])


def train(lines: Sequence[Line]) -> Wide:
    """The layer that tells the lines that recommend from the others, both kinds weighing the same."""
    rows = [keys(words_of(line)) for line in lines]
    counts = Counter(chain.from_iterable(rows))
    numbers = numpy.array(sorted(key for key, count in counts.items() if count >= LEAST), dtype=numpy.uint32)
    rarity = 1 + numpy.log((1 + len(rows)) / (1 + numpy.array([counts[int(key)] for key in numbers])))
    step = float(rarity.max()) / 255
    rarities: NDArray[numpy.uint8] = numpy.rint(rarity / step).astype(numpy.uint8)
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=SEED)
    model.fit(_matrix(rows, numbers, rarities), [line.label == POSITIVE for line in lines])
    weights = model.coef_[0]
    scale = float(numpy.percentile(numpy.abs(weights), 99.9)) / 127
    small: NDArray[numpy.int8] = numpy.clip(numpy.rint(weights / scale), -127, 127).astype(numpy.int8)
    return Wide(numbers, small, rarities, scale, step, float(model.intercept_[0]))


def _matrix(rows: Sequence[Sequence[int]], numbers: NDArray[numpy.uint32], rarities: NDArray[numpy.uint8]) -> csr_matrix:
    """The features of each line as the program weighs them, of length one together: [lines, features]."""
    places = {int(key): index for index, key in enumerate(numbers)}
    listed = [[places[key] for key in row if key in places] for row in rows]
    indices = numpy.fromiter(chain.from_iterable(listed), dtype=numpy.int32)
    bounds = numpy.concatenate([[0], numpy.cumsum([len(row) for row in listed])])
    return normalize(csr_matrix((rarities[indices].astype(numpy.float64), indices, bounds), shape=(len(rows), len(numbers))))


def favours(wide: Wide, lines: Sequence[Line]) -> NDArray[numpy.float64]:
    """What the layer says of each line: [lines]."""
    return numpy.array([wide.favour(words_of(line)) for line in lines])
