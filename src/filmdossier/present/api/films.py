"""The films: listed as the first page lists them, each with its record as the program exports it."""

from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from filmdossier.model.summary import FilmOrder, FilmSummary
from filmdossier.present.api.listing import Limit, Listed, Offset, listed
from filmdossier.present.exporters import EXPORTERS
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.film import film_export
from filmdossier.run.records import film_record
from filmdossier.run.version import records_version

router = APIRouter(tags=["films"])
FilmId = Annotated[str, Path(description="the film's id, as the list of films gives it", max_length=300)]
RECORD: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The record; docs/record.md explains every key.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Record"}}},
        "headers": {"ETag": {"description": "changes with the record", "schema": {"type": "string"}}},
    },
    304: {"description": "The record is the one that If-None-Match names."},
}
EXPORTED: dict[int | str, dict[str, Any]] = {200: {"description": "The file.", "content": {"*/*": {"schema": {}}}}}


@router.get("/films")
def films(
    request: Request,
    response: Response,
    q: Annotated[str, Query(max_length=200, description="words of a title, a director's name or a year")] = "",
    order: Annotated[FilmOrder, Query(description="numbers run from the largest")] = FilmOrder.TITLE,
    disputed: Annotated[bool, Query(description="only films on which documents disagree")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[FilmSummary]:
    """The films of the library, each in one line."""
    shelf = shelf_of(request)
    shelf.refresh()
    with shelf.store.view() as view:
        page = view.film_page(
            wanted=" ".join(q.split()), order=order, disputed_only=disputed, limit=limit, offset=offset, version=records_version()
        )
    return listed(request, response, page.films, page.total, limit, offset)


@router.get("/films/{film}", responses=RECORD)
def film(request: Request, film: FilmId) -> Response:
    """The record of a film, byte for byte as `filmdossier export --to json` writes it."""
    with shelf_of(request).store.view() as view:
        text = EXPORTERS["json"].text_of(film_record(view, film, layout=False, compare=True))
    # The mean adjusted for leniency follows from other films too: only the text itself tells whether it is the same.
    tag = f'"{sha256(text.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(text, media_type="application/json", headers=headers)


@router.get("/films/{film}/exports/{format}", responses=EXPORTED)
def export(
    request: Request, film: FilmId, name: Annotated[str, Path(alias="format", json_schema_extra={"enum": list(EXPORTERS)})]
) -> Response:
    """The record of a film in the format of another program."""
    return film_export(request, film, name)
