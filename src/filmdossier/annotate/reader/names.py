"""What the names in sentences are names of, from the scores of the trained reader: persons, characters, places and more.

The scores of words enter; for every word that is likely to be part of a name, how probable each kind
is leaves. The extractors do not ask for it; answering a question, which looks at a few sentences, does.
"""

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

NameKinds = dict[int, dict[str, float]]  # by the offset at which a word starts: kinds with their probability
_LEAST = 0.05  # a kind that is less probable is not told


def kinds_of(scores: NDArray[numpy.float32] | None, spans: Sequence[tuple[int, int]], tags: Sequence[str]) -> NameKinds:
    """The probable kinds of each word at ``spans`` from its row of ``scores`` ([words, tags]); none without scores."""
    if scores is None:
        return {}
    powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    outside = tags.index("O")
    found: NameKinds = {}
    for index in numpy.flatnonzero(shares[:, outside] <= 1 - _LEAST).tolist():
        kinds: dict[str, float] = {}
        # What begins and what continues a name of one kind is taken together.
        for tag, share in zip(tags, shares[index].tolist(), strict=True):
            if tag != "O":
                kinds[tag[2:]] = kinds.get(tag[2:], 0.0) + share
        told = {kind: round(share, 3) for kind, share in kinds.items() if share >= _LEAST}
        if told:
            found[spans[index][0]] = told
    return found
