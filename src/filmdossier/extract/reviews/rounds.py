"""Paragraphs that go round the critics in a document whose headings do not say so.

Enters annotations; leaves the numbers of blocks in which several publications, or one and a word for
reviewing, stand together: a newsletter's, a programme's, an essay's. What they say is read as a
section on the reception is.
"""

import re

from filmdossier.extract.outlets import aggregators_in, outlets_in
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Topic
from filmdossier.model.text import Block, BlockKind, Origin

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SEVERAL = 2
_BEFORE_PAPER = re.compile(r"\b(?:of|in|for|from|at) (?:the )?$")
_CUE = re.compile(
    r"\b(?:reviews?|reviewed|reviewers?|critics?|critical|notices?|reception|the (?:\w+ ){0,2}(?:press|papers|trades|dailies))\b",
    re.IGNORECASE,
)
# Who sold, shot or showed it is told of in publications too.
_BUSINESS = re.compile(
    r"\b(?:interview(?:ed)?|reported that|announced|confirmed|casting|principal photography|box office|distribution rights)\b",
    re.IGNORECASE,
)


def rounds(annotations: Annotations, topic: Topic) -> frozenset[int]:
    """The blocks of the topic's prose that report reviews, of those whose headings say nothing of what they are.

    None in an encyclopedia's article, whose opening sums up, nor in a document that has a section for its reviews.
    """
    if annotations.kind is DocumentKind.ENCYCLOPEDIA:
        return frozenset()
    if any(sentence.role is Role.RECEPTION for sentence in annotations.sentences_in(topic.passage)):
        return frozenset()
    return frozenset(
        number
        for number, block in enumerate(annotations.document.blocks)
        if block.kind in _PROSE
        and block.origin is Origin.BODY
        and block.span.overlaps(topic.passage)
        and _unheaded(annotations, block)
        and _goes_round(block.span.of(annotations.document.text))
    )


def _unheaded(annotations: Annotations, block: Block) -> bool:
    sentence = annotations.sentence_at(block.span.start)
    return sentence is not None and sentence.role in (Role.OTHER, Role.OPINION)


def _goes_round(words: str) -> bool:
    found = outlets_in(words, 0, len(words))
    named = {words[start:end].removeprefix("The ") for start, end, sure in found if sure}
    # An everyday word is a publication where another stands by: "of The Telegraph", "Time's critic".
    if named:
        named |= {words[a:b].removeprefix("The ") for a, b, _ in found if _BEFORE_PAPER.search(words[max(a - 8, 0) : a])}
    named -= {words[start:end] for start, end, _ in aggregators_in(words, 0, len(words))}
    if not named or _BUSINESS.search(words):
        return False
    return len(named) >= _SEVERAL or _CUE.search(words) is not None
