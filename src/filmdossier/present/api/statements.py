"""The statements of a film, one by one, with what they rest on."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from filmdossier.model.claim import Predicate
from filmdossier.model.film import Status
from filmdossier.present.api.films import FilmId
from filmdossier.present.api.listing import Limit, Listed, Offset, listed
from filmdossier.present.api.shapes import Statement, statements
from filmdossier.present.web.asked import shelf_of

router = APIRouter(tags=["films"])


@router.get("/films/{film}/statements")
def film_statements(
    request: Request,
    response: Response,
    film: FilmId,
    part: Annotated[str | None, Query(max_length=40, description="the key of the record that they stand under")] = None,
    predicate: Annotated[Predicate | None, Query(description="what they say of the film")] = None,
    status: Annotated[Status | None, Query(description="how sure they are")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[Statement]:
    """The statements of a film's record in its order, suggestions and what was set aside at the end."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        found = [
            one
            for one in statements(shelf, view, film)
            if part in (None, one.part) and predicate in (None, one.predicate) and status in (None, one.status)
        ]
    return listed(request, response, found[offset : offset + limit], len(found), limit, offset)
