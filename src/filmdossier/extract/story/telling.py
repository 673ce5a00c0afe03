"""Which sentences tell the story, apart from how the film was made and what people think of it.

Encyclopedia articles say so by their headings. Where no heading does (stubs, reviews, press notes),
the prose that is not under another heading may tell it too, and what is taken from it must say so
itself: it is *premise*. Scenes that a text says were cut are *cut*, wherever they are told.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.extract.story.grammar import Tree
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.text import BlockKind, Origin


class Part(StrEnum):
    """Where a sentence of the story stands."""

    PLOT = "plot"
    PREMISE = "premise"  # prose that may tell the story among other things
    CAST = "cast"  # the list of characters: who they are to each other, no events
    CUT = "cut"  # told of a scene that is not in the film


@dataclass(frozen=True, slots=True)
class StorySentence:
    """A sentence that tells of the story, with its grammar."""

    sentence: Sentence
    tree: Tree
    part: Part


_CUT_HEADING = re.compile(r"\b(?:deleted|cut|alternat\w+|original) (?:scenes?|ending)s?\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:deleted|excised|unused) (?:scenes?|sequences?|ending|footage|number|song)|\bscenes?\b[^.;]{0,80}\b(?:was|were|been|being|got) (?:\w+ )?(?:cut|deleted|removed|excised|dropped|trimmed|left out)\b"
    r"|\b(?:was|were) (?:\w+ )?(?:cut|deleted|removed|excised|dropped) (?:from|before|out|prior|for)\b|\b(?:the|an|its|film's) (?:original|alternat(?:e|ive)) ending\b|\boriginally (?:ended|was to end)\b"
    r"|\bcutting[- ]room floor\b|\bcut scenes?\b",
    re.IGNORECASE,
)
_ORIGINALLY = re.compile(r"^(?:Originally|Initially|In (?:this|that|the) (?:scene|version|ending)|Another (?:scene|deleted))\b")
_NOT_PREMISE = (Role.CREDITS, Role.PRODUCTION, Role.RELEASE, Role.MUSIC, Role.RECEPTION, Role.AWARDS, Role.LEGACY, Role.CAST)
_FEW = 4  # sentences of plot under which the opening is read for the story as well


def story_sentences(annotations: Annotations, topic: Topic) -> list[StorySentence]:
    """The sentences that a parser has read and that tell of the topic's story, in text order."""
    sentences = [s for s in annotations.sentences_in(topic.passage) if _prose(annotations, s)]
    plotted = sum(s.role is Role.PLOT for s in sentences)
    cut = _cut(annotations, sentences)
    found = []
    for sentence in sentences:
        # A review that has a word for its players' part of the text tells the story there as well.
        mixed = annotations.kind is DocumentKind.REVIEW and annotations.block_of(sentence).kind is BlockKind.PARAGRAPH
        part = _part(sentence, plotted=plotted, cut=sentence.index in cut, mixed=mixed)
        tree = Tree.of(annotations, sentence) if part is not None else None
        if part is not None and tree is not None:
            found.append(StorySentence(sentence, tree, part))
    return found


def _prose(annotations: Annotations, sentence: Sentence) -> bool:
    block = annotations.block_of(sentence)
    return block.origin is Origin.BODY and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _part(sentence: Sentence, *, plotted: int, cut: bool, mixed: bool) -> Part | None:
    if cut:
        return Part.CUT
    if sentence.role is Role.PLOT:
        return Part.PLOT
    if sentence.role is Role.CAST and not (mixed and plotted < _FEW):
        return Part.CAST
    if (sentence.role in _NOT_PREMISE and sentence.role is not Role.CAST) or plotted >= _FEW:
        return None
    return Part.PREMISE


def _cut(annotations: Annotations, sentences: list[Sentence]) -> set[int]:
    """The indexes of sentences on scenes that were cut: those that say so, and those that go on about it."""
    said: set[int] = set()
    for sentence in sentences:
        if _CUT.search(annotations.text(sentence.span)) or any(_CUT_HEADING.search(title) for title in sentence.section[-1:]):
            said.add(sentence.index)
    found = set(said)
    for sentence in sentences:
        if _ORIGINALLY.match(annotations.text(sentence.span)) and any(
            other in said for other in range(sentence.index - 2, sentence.index + 3)
        ):
            found.add(sentence.index)
    return found
