"""What pages take from a request: the shelf they read, the part of a list that was asked for, who is asking."""

from dataclasses import dataclass
from urllib.parse import unquote, urlencode

from fastapi import Request

from filmdossier.present.web.shelf import Shelf
from filmdossier.present.wording import number

EDITOR_COOKIE = "filmdossier-editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The part of a list that a page shows; addresses are '' where there is no such part."""

    shown: str
    before: str
    after: str


def shelf_of(request: Request) -> Shelf:
    """The library that is served."""
    shelf: Shelf = request.app.state.shelf
    return shelf


def paging(request: Request, page: int, total: int, size: int) -> Paging:
    """The place of a page of ``size`` in a list of ``total``, with the addresses of its neighbours."""
    first, last = (page - 1) * size + 1, min(page * size, total)
    shown = f"{number(first)}–{number(last)} of {number(total)}" if total > size and first <= last else ""
    return Paging(
        shown=shown,
        before=_address(request, page - 1) if page > 1 and total else "",
        after=_address(request, page + 1) if page * size < total else "",
    )


def editor_of(request: Request) -> str:
    """Who decides in this browser, as they named themselves last."""
    return unquote(request.cookies.get(EDITOR_COOKIE, "")).strip()[:100] or shelf_of(request).serving.editor


def _address(request: Request, page: int) -> str:
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "page"]
    return f"{request.url.path}?{urlencode([*asked, ('page', str(page))])}"
