"""Where everything is: what a program finds that knows the address of the API alone."""

from dataclasses import dataclass

from fastapi import APIRouter

from filmdossier import __version__

router = APIRouter(tags=["directory"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The addresses to begin with; ``description`` leads to all of them (OpenAPI)."""

    name: str = "filmdossier"
    version: str = __version__
    description: str = "/api/openapi.json"
    films: str = "/api/films"
    documents: str = "/api/documents"
    search: str = "/api/search"
    ask: str = "/api/ask"
    decisions: str = "/api/decisions"
    queue: str = "/api/queue"


@router.get("/")
def directory() -> Directory:
    """The addresses to begin with."""
    return Directory()
