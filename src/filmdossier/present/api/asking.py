"""Questions in plain words: values with the passages that say them, or silence with its reason."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from pydantic import ConfigDict, Field

from filmdossier.model.answer import AnswerOrigin
from filmdossier.present.api.shapes import NamedFilm, Passage, named_films, passages
from filmdossier.present.web.asked import shelf_of
from filmdossier.run.asking import ask

router = APIRouter(tags=["questions"])
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and the id of the film that it is asked of; null asks the whole library."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    question: Annotated[str, Field(min_length=1, max_length=_LONGEST)]
    film: Annotated[str, Field(max_length=300)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the documents say: ``values`` is empty and ``reason`` says why where they do not.

    ``confidence`` is the probability that the answer is right; of silence, that being silent is right.
    """

    question: str
    values: tuple[str, ...]
    confidence: float
    origin: AnswerOrigin
    reason: str
    evidence: tuple[Passage, ...]
    films: tuple[NamedFilm, ...]


@router.get("/ask")
def ask_by_address(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=_LONGEST, description="the question")],
    film: Annotated[str | None, Query(max_length=300, description="the id of the film that it is asked of")] = None,
) -> Answered:
    """The answer to a question."""
    return _answered(request, q, film)


@router.post("/ask")
def ask_by_body(request: Request, asked: Question) -> Answered:
    """The answer to a question that should stand in no address."""
    return _answered(request, asked.question, asked.film)


def _answered(request: Request, question: str, film: str | None) -> Answered:
    with shelf_of(request).store.view() as view:
        answer = ask(view, " ".join(question.split()), film)
    return Answered(
        question=answer.question,
        values=answer.values,
        confidence=answer.confidence,
        origin=answer.origin,
        reason=answer.reason,
        evidence=passages(answer.evidence),
        films=named_films((one.id, one.title, one.year) for one in answer.films),
    )
