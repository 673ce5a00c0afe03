"""Lines that are spoken in the film, with who speaks them.

A quotation in the story is a line where a verb of speaking stands by it; the verb's subject speaks.
Titles, nicknames and single words in quotation marks are no lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.subjects import Subjects
from filmdossier.extract.story.telling import Part, StorySentence
from filmdossier.model.annotations import Annotations, MentionKind
from filmdossier.model.claim import SpokenLine
from filmdossier.model.text import Evidence, Span

_SPEAKING = frozenset(
    "say tell reply shout ask declare yell scream whisper exclaim respond mutter answer state add warn announce remark retort cry utter order proclaim murmur sing recite call quip insist demand explain reveal promise "
    "confess vow swear repeat conclude mumble".split()
)
_LEAST_WORDS = 3
_OF_THE_FILM = re.compile(
    r"\b(?:(?:the|this|that|his|her|French|British|American|great(?:est)?|best|finest) (?:film|movie|picture)|films|movies|masterpiece|cinema|director|critic|review(?:ed|er)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line, where it stands and how sure."""

    line: SpokenLine
    span: Span
    confidence: float


def dialogue(annotations: Annotations, story: list[StorySentence], coreference: Coreference) -> Iterator[Spoken]:
    """The lines quoted in the story."""
    for number, told in enumerate(story):
        if told.part is Part.CAST:
            continue
        for mention in annotations.mentions_in(told.sentence.span, MentionKind.QUOTATION):
            if len(mention.surface.split()) < _LEAST_WORDS:
                continue
            outside = (
                annotations.text(Span(told.sentence.span.start, mention.span.start))
                if told.sentence.span.start < mention.span.start
                else ""
            )
            if _OF_THE_FILM.search(outside):
                continue  # what is said of the film is not said in it
            speaker = _speaker(told, number, mention.span, coreference)
            if speaker is not None:
                yield Spoken(
                    SpokenLine(words=Evidence.cite(annotations.document, mention.span), speaker=speaker), mention.span, 0.7
                )


def _speaker(told: StorySentence, number: int, quoted: Span, coreference: Coreference) -> str | None:
    """The subject of the verb of speaking nearest to the quotation."""
    tree = told.tree
    subjects = Subjects(tree)
    found = [
        i for i in range(len(tree)) if tree.pos(i) == "VERB" and tree.lemma(i) in _SPEAKING and tree.words[i].span not in quoted
    ]

    def away(index: int) -> int:
        span = tree.words[index].span
        return quoted.start - span.end if span.end <= quoted.start else span.start - quoted.end

    for index in sorted(found, key=lambda i: (away(i), i)):
        if away(index) > 60:
            break
        for subject in subjects.of(index):
            if (number, subject) in coreference.people:
                return coreference.people[number, subject].text
    return None
