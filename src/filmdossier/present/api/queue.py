"""What is most worth an editor's look, the most urgent first."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from filmdossier.model.claim import Predicate
from filmdossier.model.summary import Look
from filmdossier.present.api.listing import Limit, Listed, Offset, listed
from filmdossier.present.api.shapes import plain_value
from filmdossier.present.web.asked import shelf_of
from filmdossier.run.queueing import QueueItem, queue_of

router = APIRouter(tags=["decisions"])


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthALook:
    """A statement, or a conflict, which has no ``predicate`` and no ``value`` but is ``about`` something; ``urgency`` orders them."""

    film: str
    id: str
    predicate: Predicate | None
    value: str | dict[str, Any] | None
    about: str
    reason: str
    urgency: float


@router.get("/queue")
def queue(
    request: Request,
    response: Response,
    film: Annotated[str | None, Query(max_length=300, description="the id of a film: all of its own queue")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[WorthALook]:
    """What is undecided: in the whole library, up to eight things of each film, or all of one film."""
    shelf = shelf_of(request)
    if film is None:
        shelf.refresh()
    with shelf.store.view() as view:
        if film is None:
            looks, total = view.look_page(limit=limit, offset=offset)
            return listed(request, response, map(_item, looks), total, limit, offset)
        items = sorted(queue_of(shelf.record(view, film)), key=lambda item: (-item.urgency, item.id))
    return listed(request, response, map(_item, items[offset : offset + limit]), len(items), limit, offset)


def _item(look: Look | QueueItem) -> WorthALook:
    return WorthALook(
        film=look.film,
        id=look.id,
        predicate=look.predicate,
        value=None if look.value is None else plain_value(look.value),
        about=look.about,
        reason=look.reason,
        urgency=look.urgency,
    )
