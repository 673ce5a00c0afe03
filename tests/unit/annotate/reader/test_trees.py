"""The best tree is a tree, has one root, and no other tree beats it."""

from itertools import product

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from filmdossier.annotate.reader.trees import best_heads


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        word, steps = start, 0
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            return False
    return True


def _scores(least: int, most: int) -> st.SearchStrategy[numpy.ndarray]:
    return st.integers(least, most).flatmap(
        lambda words: arrays(numpy.float32, (words, words + 1), elements=st.floats(-20, 20, width=32))
    )


@given(_scores(1, 25))
def test_any_scores_give_a_tree_with_one_root(scores: numpy.ndarray) -> None:
    assert _is_tree(best_heads(scores))


@given(_scores(1, 4))
@settings(max_examples=60)
def test_no_other_tree_is_better(scores: numpy.ndarray) -> None:
    words = len(scores)
    trees = [list(heads) for heads in product(range(words + 1), repeat=words) if _is_tree(list(heads))]

    def total(heads: list[int]) -> float:
        return float(sum(float(scores[word, head]) for word, head in enumerate(heads)))

    assert total(best_heads(scores)) >= max(map(total, trees)) - 1e-3


def test_no_words_no_tree() -> None:
    assert best_heads(numpy.zeros((0, 1), dtype=numpy.float32)) == []


def test_scores_of_minus_ten_thousand_still_give_a_tree() -> None:
    # Words that no window held together are all but forbidden to each other.
    scores = numpy.full((60, 61), -1e4, dtype=numpy.float32)
    for word in range(60):
        scores[word, max(0, word - 2) : word + 3] = 1.0
    assert _is_tree(best_heads(scores))
