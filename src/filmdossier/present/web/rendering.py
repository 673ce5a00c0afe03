"""Pages as HTML: a page's context, a dataclass, enters with its template; a response leaves.

A context holds what its template shows and nothing more. Everything is escaped; scripts and styles
are files of ours, named with a digest of their content so that browsers may keep them for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import ClassVar, Protocol

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.responses import HTMLResponse, Response

from filmdossier.present.dossier.page import environment
from filmdossier.present.wording import count, number

STATIC = {
    "dossier.css": "filmdossier.present",
    "dossier.js": "filmdossier.present",
    "web.css": "filmdossier.present.web",
    "web.js": "filmdossier.present.web",
    "upload.js": "filmdossier.present.web",
    "document.js": "filmdossier.present.web",
}
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page shows around its own: its title, where it is in the navigation, and what was typed to search."""

    title: str
    here: str
    typed: str = ""
    refresh_seconds: int = 0


class PageContext(Protocol):
    """A page's context: a dataclass that knows its template."""

    template: ClassVar[str]

    @property
    def frame(self) -> Frame:
        """What stands around the page."""


def rendered(page: PageContext, **beside: object) -> str:
    """The page as HTML; ``beside`` is what shared templates are told of the page they stand in."""
    return _environment().get_template(page.template).render(page=page, frame=page.frame, **beside)


def respond(page: PageContext, *, status: int = 200, headers: Mapping[str, str] | None = None, **beside: object) -> Response:
    """The page as a response."""
    return HTMLResponse(rendered(page, **beside), status_code=status, headers=headers)


def static_file(name: str) -> tuple[str, str] | None:
    """A file of ours and its media type; None for any other name."""
    return (_static(name), _TYPES[name.rpartition(".")[2]]) if name in STATIC else None


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("filmdossier.present.web"), PackageLoader("filmdossier.present")])
    made = environment().overlay(loader=loader)
    # An overlay shares these with the environment below it; the names are ours alone.
    made.filters["counted"] = count
    made.filters["number"] = number
    made.globals["static"] = _address
    return made


def _address(name: str) -> str:
    return f"/static/{name}?{sha256(_static(name).encode()).hexdigest()[:10]}"


@cache
def _static(name: str) -> str:
    return (files(STATIC[name]) / "static" / name).read_text(encoding="utf-8")
