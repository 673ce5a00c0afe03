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
    """One sentence, field, row or list item of a document that may answer. ``before`` are the stems of the one before it."""

    document: Document
    span: Span
    block: Block
    role: Role
    kind: str  # of the document
    stems: tuple[str, ...]
    before: frozenset[str]
    section: frozenset[str]

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
    before: frozenset[str] = frozenset()
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockKind.HEADING:
            before = frozenset()
            continue
        own = stems(sentence.span.of(document.text))
        found.append(
            Passage(
                document=document,
                span=sentence.span,
                block=block,
                role=sentence.role,
                kind=kind,
                stems=own,
                before=before,
                section=frozenset(one for heading in sentence.section for one in stems(heading)),
            )
        )
        before = frozenset(own)
    return found


def weights(asked: Sequence[str], among: Sequence[Passage]) -> dict[str, float]:
    """The inverse document frequency of each stem of a question over the passages; unknown stems weigh most."""
    counts = Counter(one for passage in among for one in set(passage.stems))
    total = len(among)
    return {one: math.log(1 + (total - counts[one] + 0.5) / (counts[one] + 0.5)) for one in dict.fromkeys(asked)}


def rank(asked: Near, among: Sequence[Passage], limit: int, holding: re.Pattern[str] | None = None) -> list[Ranked]:
    """The likeliest passages for the stems of a question, best first; none that has nothing to do with it.

    ``holding`` is what an answer must hold (an amount, a year): a passage with it comes before one without.
    """
    idf = weights(tuple(asked), among)
    mean = sum(len(passage.stems) for passage in among) / max(len(among), 1)
    whole = _HOLDING * sum(idf.values())
    scored = []
    for order, passage in enumerate(among):
        score = _score(passage, asked, idf, mean)
        if score > 0:
            if holding is not None and holding.search(passage.words):
                score += whole
            scored.append((-score, order, passage))
    scored.sort(key=lambda item: item[:2])
    return [Ranked(passage=passage, score=-score, rank=place) for place, (score, _, passage) in enumerate(scored[:limit])]


def _score(passage: Passage, asked: Near, idf: Mapping[str, float], mean: float) -> float:
    counts = Counter(passage.stems)
    norm = _K1 * (1 - _B + _B * len(passage.stems) / mean)
    score = 0.0
    for one, weight in idf.items():
        if counts[one]:
            score += weight * counts[one] * (_K1 + 1) / (counts[one] + norm)
            continue
        around = _AROUND if one in passage.before or one in passage.section else 0.0
        near = asked[one]
        alike = max((near[other] for other in counts if other in near), default=0.0) if len(near) > 1 else 0.0
        score += weight * max(around, _ALIKE * alike)
    return score
