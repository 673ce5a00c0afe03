"""The words of sentences with their grammar, from the trained reader.

Enters a text and the spans of its sentences; leaves every word of them, in order, each sentence a
tree with one root. Offsets are those of the text: the model sees words, never the text itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from filmdossier.annotate.reader.lemmas import lemma
from filmdossier.annotate.reader.names import NameKinds, kinds_of
from filmdossier.annotate.reader.network import Network, Scores, network
from filmdossier.annotate.reader.pieces import Pieces
from filmdossier.annotate.reader.trees import best_heads
from filmdossier.annotate.reader.windows import Window, chunks, windows
from filmdossier.annotate.reader.words import word_spans
from filmdossier.model.annotations import Word
from filmdossier.model.text import Span

# An arc between words that no window held together: worse than any score the model gives.
_UNSEEN = -1e4
_CHAINED = "parataxis"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """Words of one sentence that are parsed together, with the windows over them."""

    spans: tuple[tuple[int, int], ...]  # in the text
    windows: tuple[Window, ...]
    opens: bool  # the first of its sentence


def parse(text: str, sentences: Sequence[Span], reader: Network | None = None) -> tuple[Word, ...]:
    """The words of ``sentences`` with lemma, part of speech, head and relation; heads are indices into the result."""
    return _read(text, sentences, reader or network(), named=False)[0]


def parse_named(text: str, sentences: Sequence[Span], reader: Network | None = None) -> tuple[tuple[Word, ...], NameKinds]:
    """The words as :func:`parse` gives them, and what the names among them are names of."""
    return _read(text, sentences, reader or network(), named=True)


def _read(text: str, sentences: Sequence[Span], reader: Network, *, named: bool) -> tuple[tuple[Word, ...], NameKinds]:
    parsed: list[_Chunk] = []
    asked: list[Pieces] = []
    for sentence in sentences:
        spans = [(sentence.start + start, sentence.start + end) for start, end in word_spans(sentence.of(text))]
        for part in chunks(len(spans)):
            own = spans[part.start : part.stop]
            words = [text[start:end] for start, end in own]
            glued = [index > 0 and own[index - 1][1] == start for index, (start, _) in enumerate(own)]
            cut = windows([len(reader.vocabulary.of_word(word)) for word in words])
            asked.extend(reader.vocabulary.encode(words[one.start : one.end], glued[one.start : one.end]) for one in cut)
            parsed.append(_Chunk(spans=tuple(own), windows=tuple(cut), opens=part.start == 0))
    scores = iter(reader.scores(asked, named=named))
    found: list[Word] = []
    names: NameKinds = {}
    root = 0
    for chunk in parsed:
        merged = _merged(chunk, [next(scores) for _ in chunk.windows])
        heads = best_heads(merged.arcs)
        offset = len(found)
        names |= kinds_of(merged.names, chunk.spans, reader.classes.mentions)
        for index, (start, end) in enumerate(chunk.spans):
            head, relation = heads[index], ""
            if head:
                relation = reader.classes.relations[int(merged.relations[index, head])]
            elif chunk.opens:
                root = offset + index
            pos = reader.classes.tags[int(merged.tags[index])]
            found.append(
                Word(
                    span=Span(start, end),
                    lemma=lemma(reader.classes.lemmas[int(merged.lemmas[index])], text[start:end], pos),
                    pos=pos,
                    head=offset + head - 1 if head else root,
                    relation=relation or ("root" if chunk.opens else _CHAINED),
                )
            )
    return tuple(found), names


def _merged(chunk: _Chunk, scores: Sequence[Scores]) -> Scores:
    """The scores of all windows in one table: each word's row from the window that owns it."""
    if len(scores) == 1:
        return scores[0]
    size = len(chunk.spans)
    arcs = numpy.full((size, size + 1), _UNSEEN, dtype=numpy.float32)
    relations = numpy.zeros((size, size + 1), dtype=numpy.uint8)
    tags = numpy.zeros(size, dtype=numpy.uint8)
    lemmas = numpy.zeros(size, dtype=numpy.int32)
    names = None if scores[0].names is None else numpy.zeros((size, scores[0].names.shape[1]), dtype=numpy.float32)
    for window, part in zip(chunk.windows, scores, strict=True):
        own = slice(window.owned_from, window.owned_to)
        inner = slice(window.owned_from - window.start, window.owned_to - window.start)
        for table, piece in ((arcs, part.arcs), (relations, part.relations)):
            table[own, 0] = piece[inner, 0]
            table[own, window.start + 1 : window.end + 1] = piece[inner, 1:]
        tags[own], lemmas[own] = part.tags[inner], part.lemmas[inner]
        if names is not None and part.names is not None:
            names[own] = part.names[inner]
    return Scores(arcs=arcs, relations=relations, tags=tags, lemmas=lemmas, names=names)
