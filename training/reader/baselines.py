"""What a head has to beat: the commonest answer, and a linear model over words.

For grammar, where neither says much, a word takes the commonest tag of its form, and the commonest
distance to its head and relation of that tag.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier
from training.reader.examples import IGNORE, Example
from training.reader.loop import SEED
from training.reader.opinions import Line

from filmdossier.annotate.reader.pieces import shape

Matrix = NDArray[numpy.float64]


def majority(train: Sequence[int], test: Sequence[int]) -> float:
    """The share of the commonest class of ``train`` in ``test``."""
    commonest = Counter(train).most_common(1)[0][0]
    return sum(label == commonest for label in test) / len(test)


def linear(train: Sequence[Line], *tests: Sequence[Line]) -> list[Matrix]:
    """Probabilities of the classes, for each of ``tests``, by logistic regression over words and pairs of words."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\w+|[^\w\s]")  # noqa: S106
    texts = [line.text for line in train]
    model = LogisticRegression(C=4.0, max_iter=60, random_state=SEED)
    model.fit(words.fit_transform(texts), [line.label for line in train])
    return [model.predict_proba(words.transform([line.text for line in test])) for test in tests]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """Shares of words that the lookup gets right."""

    tags: float
    uas: float
    las: float


def grammar(train: Sequence[Example], test: Sequence[Example]) -> Attached:
    """Tags by form, heads and relations by tag."""
    by_form: dict[str, Counter[int]] = defaultdict(Counter)
    by_shape: dict[int, Counter[int]] = defaultdict(Counter)
    attached: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for example in train:
        for index, word in enumerate(example.words):
            tag, head = example.tags[index], example.heads[index]
            by_form[word.lower()][tag] += 1
            by_shape[shape(word)][tag] += 1
            attached[tag][head - index - 1 if head else 0, example.relations[index]] += 1
    words = tags = heads = both = 0
    for example in test:
        for index, word in enumerate(example.words):
            counts = by_form.get(word.lower()) or by_shape[shape(word)]
            tag = counts.most_common(1)[0][0]
            (offset, relation), _ = attached[tag].most_common(1)[0]
            head = index + 1 + offset if offset else 0
            words += 1
            tags += tag == example.tags[index]
            heads += head == example.heads[index]
            both += head == example.heads[index] and (head == 0 or relation == example.relations[index])
    return Attached(tags=tags / words, uas=heads / words, las=both / words)


def names(train: Sequence[Example], *tests: Sequence[Example]) -> list[list[list[int]]]:
    """Tags, for each of ``tests``, by a linear model over each word, its neighbours and their shapes."""
    hasher = FeatureHasher(2**20, input_type="string")
    known = [(example, index) for example in train for index, tag in enumerate(example.mentions) if tag != IGNORE]
    model = SGDClassifier(loss="log_loss", alpha=1e-6, max_iter=3, tol=None, random_state=SEED)
    model.fit(
        hasher.transform(_features(example, index) for example, index in known),
        [example.mentions[index] for example, index in known],
    )
    return [[_tags(model, hasher, example) for example in test] for test in tests]


def _tags(model: SGDClassifier, hasher: FeatureHasher, example: Example) -> list[int]:
    rows = hasher.transform(_features(example, index) for index in range(len(example.words)))
    return [int(tag) for tag in model.predict(rows)]


def _features(example: Example, index: int) -> list[str]:
    named = []
    for step in (-2, -1, 0, 1, 2):
        place = index + step
        word = example.words[place] if 0 <= place < len(example.words) else "<edge>"
        named += [f"{step}:{word.lower()}", f"{step}#{int(shape(word))}", f"{step}~{word[-3:].lower()}"]
    named.append("".join(feature for feature in named if "#" in feature))
    return named
