"""Makes the application: the guard before everything, a router for each kind of page, errors as pages.

Whatever else is served (the HTTP API) is a router of its own, mounted here: it finds the library at
``request.app.state.shelf`` (:class:`~filmdossier.present.web.shelf.Shelf`) and stands behind the same guard.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from logging import getLogger

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier import __version__
from filmdossier.errors import DecisionError, FilmdossierError, UnknownFilm, UnknownStatement
from filmdossier.present.web import (
    adding,
    asking,
    deciding,
    decision_files,
    document,
    documents,
    entrance,
    film,
    films,
    joining,
    names,
    queue,
    searching,
    upload,
)
from filmdossier.present.web.failing import refusal
from filmdossier.present.web.keeping import UPLOADS, clear_parts
from filmdossier.present.web.problems import invalid, problem
from filmdossier.present.web.readings import Readings
from filmdossier.present.web.security import Guard
from filmdossier.present.web.serving import Serving
from filmdossier.present.web.shelf import Shelf
from filmdossier.run.linking import link_films
from filmdossier.store import Store

PAGES = (
    films,
    film,
    document,
    documents,
    names,
    searching,
    upload,
    deciding,
    joining,
    decision_files,
    adding,
    queue,
    asking,
    entrance,
)
_STATUS = ((UnknownFilm, 404), (UnknownStatement, 404), (DecisionError, 422))
# What the framework says by itself.
_API_REASONS = {
    "Not Found": "there is nothing at this address; /api/openapi.json describes what there is",
    "Method Not Allowed": "this address does not take that method; /api/openapi.json describes what it takes",
}
_LOG = getLogger(__name__)


def create_app(store: Store, serving: Serving | None = None) -> FastAPI:
    """The application over an open library, which stays the caller's to close."""
    serving = serving or Serving()
    shelf = Shelf(store, serving)
    readings = Readings(store, serving.limits, shelf.refresh)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        link_films(store)
        clear_parts(store.folder / UPLOADS)
        shelf.start()
        readings.start()
        yield
        readings.close()
        shelf.close()

    # Documentation pages of the framework fetch scripts from elsewhere: nothing here does.
    app = FastAPI(
        title="filmdossier", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.state.shelf = shelf
    app.state.readings = readings
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False)
    # The API stands on what the pages share, and this package imports this module: here, not above.
    from filmdossier.present.api.mounted import mount

    mount(app)
    app.add_middleware(Guard, serving=serving)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(FilmdossierError, _known)
    app.add_exception_handler(Exception, _unknown)
    return app


def _http(request: Request, error: Exception) -> Response:
    status, detail = (error.status_code, str(error.detail)) if isinstance(error, HTTPException) else (500, str(error))
    if request.url.path.startswith("/api/"):
        return problem(request.scope, status, _API_REASONS.get(detail, detail), headers=getattr(error, "headers", None))
    reason = "there is no such page" if detail == "Not Found" else detail
    return refusal(request.scope, status, reason)


def _invalid(request: Request, error: Exception) -> Response:
    parts = error.errors() if isinstance(error, RequestValidationError) else ()
    if request.url.path.startswith("/api/"):
        return invalid(request.scope, parts)
    missing = ", ".join(str(part["loc"][-1]) for part in list(parts)[:5])
    return refusal(request.scope, 422, f"something is missing or cannot be what was given: {missing}")


def _known(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    reason, _, remedy = str(error).partition("; ")
    return refusal(request.scope, status, reason, remedy)


def _unknown(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s broke", request.method, request.url.path, exc_info=error)
    return refusal(request.scope, 500, f"internal error: {type(error).__name__}")
