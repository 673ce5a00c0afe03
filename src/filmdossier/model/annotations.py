"""What an annotator says of a document: sentences, mentions, and the films it is about.

This is the seam: rules fill it today, a trained reader or somebody's own pipeline can fill it
tomorrow, and the extractors do not notice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from filmdossier.model.fact_line import FactLine
from filmdossier.model.text import Block, BlockKind, Document, Evidence, Mark, MarkKind, Span


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    ENCYCLOPEDIA = "encyclopedia"
    REVIEW = "review"
    INTERVIEW = "interview"
    PRESS = "press"
    SCORES = "scores"
    OTHER = "other"


class Role(StrEnum):
    """What a sentence is doing in its document."""

    CREDITS = "credits"
    CAST = "cast"
    PLOT = "plot"
    PRODUCTION = "production"
    RELEASE = "release"
    MUSIC = "music"
    RECEPTION = "reception"
    AWARDS = "awards"
    LEGACY = "legacy"
    OPINION = "opinion"  # the document's own voice judging
    OTHER = "other"


class MentionKind(StrEnum):
    """Types of mention."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NAME = "name"  # a proper name whose type the annotator could not tell
    WORK = "work"  # film, book, song or other titled work
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    GENRE = "genre"
    DATE = "date"
    YEAR = "year"
    MONEY = "money"
    DURATION = "duration"
    PERCENT = "percent"
    QUOTATION = "quotation"  # the words between quotation marks, marks excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span naming something; ``surface`` is the text it covers, ``value`` its normal form."""

    span: Span
    surface: str
    kind: MentionKind
    value: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; footnote marks and slid quotation marks already put where they belong."""

    index: int
    span: Span
    block: int  # index into Document.blocks
    section: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word with its place in the sentence's grammar (Universal Dependencies)."""

    span: Span
    lemma: str
    pos: str  # universal part of speech: "NOUN", "PROPN", "VERB"
    head: int  # index into Annotations.words; a word that heads its sentence points at itself
    relation: str  # "nsubj", "obj", "obl", "nsubj:pass"; "root" at the head of the sentence


# Words about a film in, log-odds out that whoever wrote them recommends it.
Judge = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One film that a document, or a passage of it, is about.

    ``id`` is unique in the library ("<document id>/0"); it is the subject of the claims.
    """

    id: str
    title: str
    year: int | None
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()  # "imdb:tt0112851"
    passage: Span
    title_evidence: tuple[Evidence, ...]
    year_evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginReport:
    """What became of the output of an annotator that the user plugged in.

    ``mentions`` are those taken over, ``unanchored`` those that the text does not hold, ``unusable``
    whole answers that could not be read.
    """

    annotator: str
    mentions: int = 0
    unanchored: int = 0
    unusable: int = 0


@dataclass(frozen=True, kw_only=True)
class Annotations:
    """Everything annotated in one document. Sentences, mentions and words are in text order."""

    document: Document
    kind: DocumentKind
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    topics: tuple[Topic, ...] = field(default=())
    words: tuple[Word, ...] = field(default=())  # empty where no parser has read the document
    fact_lines: tuple[FactLine, ...] = field(default=())
    interviewee: Mention | None = None  # whom a conversation is with, where the page says so
    reason: str = ""  # why there is no topic, where there is none
    plugins: tuple[PluginReport, ...] = field(default=())
    judge: Judge | None = field(default=None, compare=False)  # None where no reader of opinions is at hand

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.span.start for mark in self.document.marks]

    def text(self, span: Span) -> str:
        """The document's characters in ``span``."""
        return span.of(self.document.text)

    def mentions_in(self, span: Span, *kinds: MentionKind) -> Iterator[Mention]:
        """Mentions wholly inside ``span``, of the given kinds only if any are given."""
        for index in range(bisect_left(self._mention_starts, span.start), len(self.mentions)):
            mention = self.mentions[index]
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end and (not kinds or mention.kind in kinds):
                yield mention

    def words_in(self, span: Span) -> Iterator[tuple[int, Word]]:
        """Words wholly inside ``span``, each with its index into ``words``."""
        for index in range(bisect_left(self._word_starts, span.start), len(self.words)):
            if self.words[index].span.end > span.end:
                return
            yield index, self.words[index]

    def sentences_in(self, span: Span) -> Iterator[Sentence]:
        """Sentences that overlap ``span``."""
        first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        for sentence in self.sentences[first:]:
            if sentence.span.start >= span.end:
                return
            if sentence.span.overlaps(span):
                yield sentence

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers ``offset``; None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset in self.sentences[index].span else None

    def marks_in(self, span: Span, *kinds: MarkKind) -> Iterator[Mark]:
        """Inline markup wholly inside ``span`` (marks are sorted by start)."""
        marks = self.document.marks
        for index in range(bisect_left(self._mark_starts, span.start), len(marks)):
            if marks[index].span.start >= span.end:
                return
            if marks[index].span.end <= span.end and (not kinds or marks[index].kind in kinds):
                yield marks[index]

    def block_of(self, sentence: Sentence) -> Block:
        """The block that holds a sentence."""
        return self.document.blocks[sentence.block]

    def blocks_in(self, span: Span, *kinds: BlockKind) -> Iterator[Block]:
        """Blocks that start inside ``span``, of the given kinds only if any are given."""
        for block in self.document.blocks:
            if block.span.start in span and (not kinds or block.kind in kinds):
                yield block


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmHint:
    """The film that the user says a document is about."""

    title: str
    year: int | None = None
