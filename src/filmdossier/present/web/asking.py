"""Questions in plain words, of one film or of the whole library: the answer with its sentences, or silence with its reason."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from filmdossier.model.answer import AnswerOrigin
from filmdossier.model.film import DocumentSummary
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.deciding import film_link
from filmdossier.present.web.quoting import Quoted, quoted
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import percent
from filmdossier.run.asking import ask

router = APIRouter()
_ORIGINS = {AnswerOrigin.RECORD: "from the film's record", AnswerOrigin.TEXT: "from the words of a document", AnswerOrigin.NONE: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """What a question and its answer show; ``film`` None where the whole library was asked. ``silence`` says why there is no answer."""

    template: ClassVar[str] = "answer.html"

    frame: Frame
    film: FilmLink | None
    address: str
    question: str
    values: tuple[str, ...]
    sure: str
    silence: str
    films: tuple[FilmLink, ...]
    quotes: tuple[Quoted, ...]


@router.get("/ask", name="ask_library")
def ask_library(request: Request, q: str = "") -> Response:
    """A question to the whole library."""
    return _answered(request, q, None)


@router.get("/films/{film}/ask", name="ask_film")
def ask_film(request: Request, film: str, q: str = "") -> Response:
    """A question about one film."""
    return _answered(request, q, film)


def _answered(request: Request, typed: str, film: str | None) -> Response:
    question = " ".join(typed.split())[:500]
    with shelf_of(request).store.view() as view:
        if film is not None:
            shelf_of(request).state(view, film)
        answer = ask(view, question, film) if question else None
        documents: dict[str, DocumentSummary] = {}
        for found in answer.films if answer is not None and answer.evidence else ():
            documents |= {document.id: document for document in view.documents_of(found.id)}
        asked = film_link(view, film) if film is not None else None
    return respond(
        AnswerPage(
            frame=Frame(title=question or "Ask", here="ask"),
            film=asked,
            address=f"/films/{film}/ask" if film is not None else "/ask",
            question=question,
            values=answer.values if answer else (),
            sure=f"{percent(answer.confidence)} sure, {_ORIGINS[answer.origin]}" if answer and answer.values else "",
            silence=answer.reason[:1].upper() + answer.reason[1:] if answer else "",
            films=tuple(FilmLink(href=f"/films/{one.id}", title=one.title, year=str(one.year or "")) for one in answer.films)
            if answer
            else (),
            quotes=quoted(answer.evidence, documents) if answer else (),
        )
    )
