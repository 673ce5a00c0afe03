"""Decisions over HTTP: what was decided, deciding, and taking back."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.model.decision import Verdict
from filmdossier.present.api.deciding import ToDecide, decide
from filmdossier.present.api.listing import Limit, Listed, Offset, listed
from filmdossier.present.deciding_words import decision_words
from filmdossier.present.web.asked import editor_of, shelf_of
from filmdossier.run.deciding import HistoryEntry, history, undo
from filmdossier.store import View

router = APIRouter(tags=["decisions"])
DecisionId = Annotated[str, Path(max_length=64, description="the decision's id")]
MADE: dict[int | str, dict[str, Any]] = {
    201: {"headers": {"Location": {"description": "where the decision is", "schema": {"type": "string"}}}}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade:
    """A decision; ``film`` is the id that the film had, ``words`` say what was decided, ``undone_by`` which decision took it back."""

    id: str
    film: str
    verdict: Verdict
    about: str
    words: str
    by: str
    at: str
    why: str
    holds: bool
    undone_by: str


@router.get("/decisions")
def decisions(
    request: Request,
    response: Response,
    film: Annotated[str | None, Query(max_length=300, description="only those on the film with this id")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[DecisionMade]:
    """What was decided, last first; undone decisions and undoings among them."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        if film is not None:
            shelf.state(view, film)
        found = history(view, film)
    return listed(request, response, map(_made, found[offset : offset + limit]), len(found), limit, offset)


@router.get("/decisions/{decision}")
def decision(request: Request, decision: DecisionId) -> DecisionMade:
    """One decision."""
    with shelf_of(request).store.view() as view:
        return _made(_entry(view, decision))


@router.post("/decisions", status_code=201, responses=MADE)
def make_decision(request: Request, response: Response, given: Annotated[ToDecide, Body(discriminator="verdict")]) -> DecisionMade:
    """Decides."""
    shelf = shelf_of(request)
    made = decide(shelf.store, given, given.by.strip() or editor_of(request))
    shelf.refresh(made.film.id)
    response.headers["Location"] = f"/api/decisions/{made.id}"
    with shelf.store.view() as view:
        return _made(_entry(view, made.id))


@router.delete("/decisions/{decision}")
def undo_decision(
    request: Request,
    decision: DecisionId,
    by: Annotated[str, Query(max_length=200, description="whose undoing it is; empty for the server's editor")] = "",
    why: Annotated[str, Query(max_length=4000, description="a note")] = "",
) -> DecisionMade:
    """Takes a decision back. The answer is the decision that does so, and taking that back makes the first hold again."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        found = _entry(view, decision)
    if not found.holds:
        raise HTTPException(409, f"{decision} does not hold: {found.undone_by} took it back")
    made = undo(shelf.store, found.decision.id, by=by.strip() or editor_of(request), why=why)
    shelf.refresh(made.film.id)
    with shelf.store.view() as view:
        return _made(_entry(view, made.id))


def _entry(view: View, decision: str) -> HistoryEntry:
    for entry in history(view):
        if entry.decision.id == decision:
            return entry
    raise HTTPException(404, f"there is no decision {decision!r}; GET /api/decisions lists them")


def _made(entry: HistoryEntry) -> DecisionMade:
    one = entry.decision
    return DecisionMade(
        id=one.id,
        film=one.film.id,
        verdict=one.verdict,
        about=one.about,
        words=decision_words(one),
        by=one.decided_by,
        at=one.decided_at,
        why=one.why,
        holds=entry.holds,
        undone_by=entry.undone_by,
    )
