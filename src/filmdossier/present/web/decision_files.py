"""Decisions as a file: written out for version control, and taken in again, with what became of each line."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, File, Request, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.present.deciding_words import decision_words
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.run.decision_file import Imported, export_decisions, import_decisions

router = APIRouter()
_MEDIA_TYPE = "application/jsonl; charset=utf-8"
_MOST_NAMED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilePage:
    """What the page shows; ``told`` says what became of a file, '' before there is one.

    ``refused`` and ``unplaced`` are a line or a decision each, with the reason.
    """

    template: ClassVar[str] = "decision_file.html"

    frame: Frame
    count: int
    told: str
    taken: tuple[str, ...]
    refused: tuple[str, ...]
    unplaced: tuple[str, ...]


@router.get("/decisions", name="decision_file")
def decision_file(request: Request) -> Response:
    """The form that takes a file of decisions in, and the way to the library's own."""
    return respond(_page(request, None))


@router.get("/decisions.jsonl", name="export_decisions")
def export(request: Request) -> Response:
    """Every decision of the library, a line each, the first decided first."""
    with shelf_of(request).store.view() as view:
        return _file(export_decisions(view), "decisions.jsonl")


@router.get("/films/{film}/decisions.jsonl", name="export_decisions_of_film")
def export_of_film(request: Request, film: str) -> Response:
    """Every decision on one film."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        shelf.state(view, film)
        return _file(export_decisions(view, film), f"{film}.decisions.jsonl")


@router.post("/decisions", name="import_decisions")
async def take_in(request: Request, file: UploadFile = File()) -> Response:  # noqa: B008 -- the framework's way to a file
    """Takes a file in: what is there already changes nothing."""
    content = await file.read()

    def write() -> Response:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            raise HTTPException(422, "that is not a text in UTF-8; choose a file that was exported here") from None
        imported = import_decisions(shelf_of(request).store, text)
        shelf_of(request).refresh()
        return respond(_page(request, imported))

    return await run_in_threadpool(write)


def _page(request: Request, imported: Imported | None) -> DecisionFilePage:
    with shelf_of(request).store.view() as view:
        count = len(view.decisions())
    frame = Frame(title="Decisions as a file", here="")
    if imported is None:
        return DecisionFilePage(frame=frame, count=count, told="", taken=(), refused=(), unplaced=())
    return DecisionFilePage(
        frame=frame,
        count=count,
        told=f"{len(imported.new)} new, {imported.known} known already, {len(imported.refused)} refused.",
        taken=tuple(decision_words(decision) for decision in imported.new[:_MOST_NAMED]),
        refused=tuple(f"line {line}: {reason}" for line, reason in imported.refused[:_MOST_NAMED]),
        unplaced=tuple(f"{decision[:8]}: {reason}" for decision, reason in imported.unplaced[:_MOST_NAMED]),
    )


def _file(text: str, name: str) -> Response:
    return Response(text, media_type=_MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'})
