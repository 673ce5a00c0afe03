"""Puts the API into the web application, and describes it.

The description follows from the routes and the types they take and give; the record's own schema is
the one that ships with its format.
"""

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from filmdossier.present.api import asking, decisions, directory, documents, films, queue, searching, statements
from filmdossier.present.export.json_record import schema
from filmdossier.present.web.problems import MEDIA_TYPE

PREFIX = "/api"
ROUTERS = (
    directory.router,
    films.router,
    statements.router,
    documents.router,
    searching.router,
    asking.router,
    decisions.router,
    queue.router,
)
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "What went wrong (RFC 9457); errors tells which parts of the request are not what they should be.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["at", "reason"],
                "properties": {"at": {"type": "string"}, "reason": {"type": "string"}},
            },
        },
    },
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "The request cannot be answered: why, as a problem document.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
_RECORD_DEFINITION = "Record."


def mount(app: FastAPI) -> None:
    """Adds the API's routes to the application, and the description of them alone."""
    api = APIRouter(prefix=PREFIX, responses=_REFUSED)
    for router in ROUTERS:
        api.include_router(router)
    app.include_router(api)

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # the framework's own way to a description of one's own


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description of what is under the prefix."""
    made = get_openapi(
        title="filmdossier",
        version=app.version,
        description="A library of films: records that can be checked, documents, decisions, questions.",
        routes=app.routes,
    )
    parts = made.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    schemas["Problem"] = _PROBLEM
    record = _pointed(schema())
    for name, part in record.pop("$defs", {}).items():
        schemas[_RECORD_DEFINITION + name] = part
    schemas["Record"] = {key: value for key, value in record.items() if not key.startswith("$")}
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer", "description": "where the server has a token"}}
    made["security"] = [{"token": []}, {}]
    return made


def _pointed(part: Any) -> Any:
    """A part of the record's schema with its references leading to the description's components."""
    if isinstance(part, dict):
        return {
            key: value.replace("#/$defs/", f"#/components/schemas/{_RECORD_DEFINITION}") if key == "$ref" else _pointed(value)
            for key, value in part.items()
        }
    return [_pointed(one) for one in part] if isinstance(part, list) else part
