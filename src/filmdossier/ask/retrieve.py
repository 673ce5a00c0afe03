"""Finds the passages of documents that may answer a question.

Sentences with their place in the layout enter; the likeliest leave, scored by BM25 (Robertson and
Zaragoza 2009) over their own words and, at a discount, over words of like meaning and over what
stands around them: the sentence before, which names whom "he" takes up, and the headings above.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filmdossier.ask.stems import stems
from filmdossier.model.annotations import Role, Sentence
from filmdossier.model.text import Block, BlockKind, Document, Span

_K1, _B = 1.2, 0.5  # b under the usual .75: a long sentence of a film text tells more, not the same thing twice
_AROUND = 0.35
_ALIKE = 0.6
_HOLDING = 0.25  # of the weight of all words of the question: "He received $50,000" answers what somebody was paid

Near = Mapping[str, Mapping[str, float]]  # stem of the question → stems near it in meaning, with their likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence, field, row or list item of a document that may answer.

    ``counts`` says how often each stem stands in it; ``around`` are the stems of the one before it and of the headings above.
    """

    document: Document
    span: Span
    block: Block
    role: Role
    kind: str  # of the document
    stems: tuple[str, ...]
    counts: Mapping[str, int]
    around: frozenset[str]

    @property
    def words(self) -> str:
        """The characters of the passage."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage with its score and its place, from 0."""

    passage: Passage
    score: float
    rank: int


def passages(document: Document, kind: str, sentences: Iterable[Sentence]) -> list[Passage]:
    """The passages of one document of this kind: its sentences but for headings."""
    found: list[Passage] = []
    before: Iterable[str] = ()
    section: tuple[str, ...] = ()
    above: frozenset[str] = frozenset()
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockKind.HEADING:
            before = ()
            continue
        if sentence.section != section:
            section, above = sentence.section, frozenset(one for heading in sentence.section for one in stems(heading))
        own = stems(sentence.span.of(document.text))
        counts = Counter(own)
        found.append(
            Passage(
                document=document,
                span=sentence.span,
                block=block,
                role=sentence.role,
                kind=kind,
                stems=own,
                counts=counts,
                around=above.union(before),
            )
        )
        before = counts
    return found


def weights(asked: Sequence[str], among: Sequence[Passage]) -> dict[str, float]:
    """The inverse document frequency of each stem of a question over the passages; unknown stems weigh most."""
    total = len(among)
    found = {}
    for one in dict.fromkeys(asked):
        holding = sum(one in passage.counts for passage in among)
        found[one] = math.log(1 + (total - holding + 0.5) / (holding + 0.5))
    return found


def rank(asked: Near, among: Sequence[Passage], limit: int, holding: re.Pattern[str] | None = None) -> list[Ranked]:
    """The likeliest passages for the stems of a question, best first; none that has nothing to do with it.

    ``holding`` is what an answer must hold (an amount, a year): a passage with it comes before one without.
    """
    idf = weights(tuple(asked), among)
    mean = sum(len(passage.stems) for passage in among) / max(len(among), 1)
    whole = _HOLDING * sum(idf.values())
    words = {other for near in asked.values() for other in near} | set(asked)
    scored = []
    for order, passage in enumerate(among):
        if words.isdisjoint(passage.counts) and words.isdisjoint(passage.around):
            continue  # most passages have nothing to do with a question: no score is reckoned for nothing
        score = _score(passage, asked, idf, mean)
        if score > 0:
            if holding is not None and holding.search(passage.words):
                score += whole
            scored.append((-score, order, passage))
    scored.sort(key=lambda item: item[:2])
    return [Ranked(passage=passage, score=-score, rank=place) for place, (score, _, passage) in enumerate(scored[:limit])]


def _score(passage: Passage, asked: Near, idf: Mapping[str, float], mean: float) -> float:
    counts = passage.counts
    norm = _K1 * (1 - _B + _B * len(passage.stems) / mean)
    score = 0.0
    for one, weight in idf.items():
        if one in counts:
            score += weight * counts[one] * (_K1 + 1) / (counts[one] + norm)
            continue
        around = _AROUND if one in passage.around else 0.0
        near = asked[one]
        alike = max((likeness for other, likeness in near.items() if other in counts), default=0.0) if len(near) > 1 else 0.0
        score += weight * max(around, _ALIKE * alike)
    return score
