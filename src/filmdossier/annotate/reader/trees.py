"""The best tree over the scores of arcs: the Chu–Liu/Edmonds algorithm with exactly one root."""

import numpy
from numpy.typing import NDArray

Scores = NDArray[numpy.float32]


def best_heads(scores: Scores) -> list[int]:
    """The head of each word in the best tree, 0 for the one word that heads the sentence.

    ``scores[dependent, head]`` is [words, words + 1]; column 0 is the root. Words count from 1.
    """
    words = scores.shape[0]
    if words == 0:
        return []
    full = numpy.full((words + 1, words + 1), -numpy.inf, dtype=numpy.float64)
    full[1:, :] = scores
    numpy.fill_diagonal(full, -numpy.inf)
    greedy = full[1:].argmax(axis=1)
    if (greedy == 0).sum() == 1 and not _cycle([0, *greedy.tolist()]):
        return [int(head) for head in greedy]
    return _one_root(full)[1:]


def _one_root(full: NDArray[numpy.float64]) -> list[int]:
    """The best tree with one child of the root: every arc from the root is made so dear that one must do."""
    finite = full[numpy.isfinite(full)]
    dear = full.copy()
    dear[:, 0] -= (finite.max() - finite.min() + 1.0) * len(full)
    return _tree(dear)


def _cycle(heads: list[int]) -> list[int]:
    """The words of one cycle, if there is one."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word]
        if state[word] == 1:
            return path[path.index(word) :]
        for passed in path:
            state[passed] = 2
    return []


def _tree(full: NDArray[numpy.float64]) -> list[int]:
    """Chu–Liu/Edmonds: best heads, and where they run in a circle, the circle becomes one word."""
    heads = full.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return [int(head) for head in heads]
    inside = numpy.zeros(len(full), dtype=bool)
    inside[cycle] = True
    outside = [int(word) for word in numpy.flatnonzero(~inside)]
    held = numpy.array([full[word, heads[word]] for word in cycle])
    # Entering the circle at a word costs the arc that this word held in it.
    entering = full[numpy.ix_(cycle, outside)] - held[:, None]
    leaving = full[numpy.ix_(outside, cycle)]
    size = len(outside)
    small = numpy.full((size + 1, size + 1), -numpy.inf)
    small[:size, :size] = full[numpy.ix_(outside, outside)]
    small[size, :size] = entering.max(axis=0) + held.sum()
    small[:size, size] = leaving.max(axis=1)
    small[0, :] = -numpy.inf
    solved = _tree(small)
    for index, word in enumerate(outside):
        if index == 0:
            continue
        head = solved[index]
        heads[word] = cycle[int(leaving[index].argmax())] if head == size else outside[head]
    source = solved[size]
    broken = cycle[int(entering[:, source].argmax())]
    heads[broken] = outside[source]
    return [int(head) for head in heads]
