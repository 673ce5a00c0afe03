"""Answers to questions in plain words: values that the documents hold, or silence with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.errors import EvidenceError
from filmdossier.model.film import FilmIdentity
from filmdossier.model.text import Evidence


class AnswerOrigin(StrEnum):
    """Where the words of an answer stand."""

    RECORD = "record"  # a value of the film's record
    TEXT = "text"  # a span of a document
    NONE = "none"  # nowhere: the documents do not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the documents say to a question. ``values`` is empty where they do not say.

    ``confidence`` is the calibrated probability that the answer is right; of silence, that being
    silent is right. ``films`` are those that the answer is about; none where the question could be
    tied to no film. ``reason`` says why there is no answer, and is '' where there is one.
    """

    question: str
    values: tuple[str, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    origin: AnswerOrigin = AnswerOrigin.NONE
    films: tuple[FilmIdentity, ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        if bool(self.values) is not bool(self.evidence):
            raise EvidenceError(f"an answer stands with its evidence, and silence has none: {self.question!r}")
        if bool(self.values) is (self.origin is AnswerOrigin.NONE) or bool(self.values) is bool(self.reason):
            raise EvidenceError(f"an answer has an origin, silence a reason: {self.question!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise EvidenceError(f"a confidence lies between 0 and 1, not {self.confidence}")

    @property
    def text(self) -> str | None:
        """The values as one text, None where the documents do not say."""
        return "; ".join(self.values) if self.values else None
