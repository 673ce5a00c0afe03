"""What the names in sentences are names of, from the trained reader: persons, characters, places and more.

Enters a text and the spans of its sentences; leaves, for every word that is likely to be part of a
name, how probable each kind is. The extractors do not ask for it (the second tower costs as much
again as the grammar); answering a question, which looks at a few sentences, does.
"""

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from filmdossier.annotate.reader.network import Network, network
from filmdossier.annotate.reader.pieces import Pieces
from filmdossier.annotate.reader.windows import Window, chunks, windows
from filmdossier.annotate.reader.words import word_spans
from filmdossier.model.text import Span

_LEAST = 0.05  # a kind that is less probable is not told


def name_kinds(text: str, sentences: Sequence[Span], reader: Network | None = None) -> dict[int, dict[str, float]]:
    """The probable kinds (0 to 1) of each word of a name, by the offset at which the word starts."""
    reader = reader or network()
    asked: list[Pieces] = []
    where: list[tuple[list[tuple[int, int]], Window]] = []
    for sentence in sentences:
        spans = [(sentence.start + start, sentence.start + end) for start, end in word_spans(sentence.of(text))]
        for part in chunks(len(spans)):
            own = spans[part.start : part.stop]
            words = [text[start:end] for start, end in own]
            glued = [index > 0 and own[index - 1][1] == start for index, (start, _) in enumerate(own)]
            for one in windows([len(reader.vocabulary.of_word(word)) for word in words]):
                asked.append(reader.vocabulary.encode(words[one.start : one.end], glued[one.start : one.end]))
                where.append((own, one))
    found: dict[int, dict[str, float]] = {}
    for (own, window), scores in zip(where, reader.named(asked), strict=True):
        for index in range(window.owned_from, window.owned_to):
            kinds = _kinds(scores[index - window.start], reader.classes.mentions)
            if kinds:
                found[own[index][0]] = kinds
    return found


def _kinds(scores: NDArray[numpy.float32], tags: Sequence[str]) -> dict[str, float]:
    """The softmax of the scores of a word, what begins and what continues a name of one kind taken together."""
    powers = numpy.exp(scores - scores.max())
    kinds: dict[str, float] = {}
    for tag, share in zip(tags, powers / powers.sum(), strict=True):
        if "-" in tag:
            kind = tag.partition("-")[2]
            kinds[kind] = kinds.get(kind, 0.0) + float(share)
    return {kind: round(share, 3) for kind, share in kinds.items() if share >= _LEAST}
