"""What a plug-in gives and what it must offer: the seam between the annotators that users bring and ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from filmdossier.model.annotations import Annotations, Mention, MentionKind, Sentence, Word
from filmdossier.model.text import BlockKind, Document, Span

# Names are what larger annotators see better than rules. Dates, money and the like have shapes that rules
# read exactly, and a normal form that the extractors count on.
NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.NAME)
GIVEN = (*NAMES, MentionKind.WORK)

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION)
_TRIMMED = " \t\n\u00a0,;:.!?\"“”„«»‘’'()[]–—-"
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Mentions and words, anchored; ``words`` empty where the plug-in parses nothing.

    ``unanchored`` counts what the text does not hold, ``unusable`` answers that could not be read.
    """

    mentions: tuple[Mention, ...]
    words: tuple[Word, ...] = ()
    unanchored: int = 0
    unusable: int = 0


class Plugin(Protocol):
    """A plugged-in annotator. Plain values that can be sent to another process."""

    @property
    def name(self) -> str:
        """As the user calls it."""
        ...

    @property
    def identity(self) -> str:
        """Everything about it that decides what it says: another identity reads documents again. Holds no secret."""
        ...

    @property
    def patience_seconds(self) -> float:
        """How much longer than without it a document may take."""
        ...

    def prepare(self) -> None:
        """Loads what is slow to load; asks nobody anything."""
        ...

    def read(self, annotations: Annotations) -> Additions:
        """What it finds in the document. Raises AnnotatorError where it gives no answer."""
        ...


def prose(annotations: Annotations) -> Iterator[Sentence]:
    """The sentences that plug-ins read: running text. Fields, table rows and headings are read by their layout."""
    for sentence in annotations.sentences:
        if annotations.block_of(sentence).kind in _PROSE:
            yield sentence


def mention(document: Document, span: Span, kind: MentionKind, score: float) -> Mention | None:
    """The mention at ``span`` without the punctuation, blanks and possessive ending around it; None where nothing is left."""
    text, start, end = document.text, span.start, span.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED and not _abbreviated(text, start, end):
        end -= 1
    for ending in _POSSESSIVE:
        if text.endswith(ending, start, end) and end - len(ending) > start:
            end -= len(ending)
    if start == end or not any(letter.isalnum() for letter in text[start:end]):
        return None
    trimmed = Span(start, end)
    return Mention(span=trimmed, surface=trimmed.of(text), kind=kind, score=score)


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end is part of the name: "Robert Downey Jr.", "Samuel L."."""
    if text[end - 1] != ".":
        return False
    last = text[start : end - 1].split()[-1:] or [""]
    return (
        len(last[0]) == 1 or last[0] in ("Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Bros", "St", "Dr", "Mr", "Mrs") or "." in last[0]
    )
