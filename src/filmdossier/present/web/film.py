"""A film: its dossier beside the documents it rests on, its reviews in parts, the same as a file, and its record in other formats."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from filmdossier.present import dossier
from filmdossier.present.dossier.documents import BackLink
from filmdossier.present.dossier.reception import ReviewView
from filmdossier.present.dossier.view import Page
from filmdossier.present.exporters import EXPORTERS, ExportOptions
from filmdossier.present.web.asked import Paging, shelf_of
from filmdossier.present.web.rendering import Frame, rendered
from filmdossier.present.web.reviews import REVIEWS_A_PAGE, Part, ShownDocument, address, part
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.web.shelf import Shelf
from filmdossier.present.wording import count, number
from filmdossier.run.records import film_record
from filmdossier.store import View

router = APIRouter()

_MEDIA_TYPES = {".json": "application/json", ".csv": "text/csv", ".jsonld": "application/ld+json", ".gexf": "application/xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPage:
    """What a film's page shows."""

    template: ClassVar[str] = "film.html"

    frame: Frame
    film: str
    dossier: Page
    documents: tuple[ShownDocument, ...]
    left_out: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewsPage:
    """What the page of a further part of a film's reviews shows; ``back`` and ``asides`` are of the documents' passages."""

    template: ClassVar[str] = "reviews.html"

    frame: Frame
    film: FilmLink
    total: str
    reviews: tuple[ReviewView, ...]
    documents: tuple[ShownDocument, ...]
    back: dict[str, tuple[BackLink, ...]]
    asides: frozenset[str]
    paging: Paging


@router.get("/films/{film}", name="film")
def film(request: Request, film: str) -> Response:
    """The dossier of a film."""
    return _answer(request, film, 1)


@router.get("/films/{film}/reviews", name="reviews")
def reviews(request: Request, film: str, page: int = 1) -> Response:
    """A further part of the reviews of a film that has many; the first stands on the film's own page."""
    return _answer(request, film, page) if page > 1 else RedirectResponse(f"/films/{film}#reception", status_code=303)


def _answer(request: Request, film: str, page: int) -> Response:
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        # The page is the same for everybody; a browser that has it is told so without its being made again.
        tag = f'"{shelf.state(view, film)}.{view.ratings_revision}"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        html = shelf.page(view, film, lambda: _made(shelf, view, film, page), part=page)
    return Response(html, media_type="text/html", headers=headers)


def _made(shelf: Shelf, view: View, film: str, page: int) -> str:
    dossier = shelf.dossier(view, film)
    total = len(dossier.reception.reviews)
    if page > 1 and (page - 1) * REVIEWS_A_PAGE >= total:
        raise HTTPException(404, f"{dossier.title} has no such page of reviews")
    ids = {document.path: document.id for document in shelf.record(view, film).documents}
    shown = part(dossier, film, ids, page)
    paging = _paging(film, page, total)
    title = f"{dossier.title} ({dossier.year})" if dossier.year else dossier.title
    context = _first(shown, film, title) if page == 1 else _further(shown, film, title, paging, total)
    return rendered(context, deciding=f"/films/{film}/statements/", settling=f"/films/{film}/conflicts/", parts=paging)


def _first(shown: Part, film: str, title: str) -> FilmPage:
    return FilmPage(
        frame=Frame(title=title, here="films"),
        film=film,
        dossier=shown.dossier,
        documents=shown.documents,
        left_out=count(shown.left_out, "more document") if shown.left_out else "",
        formats=tuple(EXPORTERS),
    )


def _further(shown: Part, film: str, title: str, paging: Paging, total: int) -> ReviewsPage:
    return ReviewsPage(
        frame=Frame(title=f"Reviews · {title}", here="films"),
        film=FilmLink(href=f"/films/{film}", title=shown.dossier.title, year=shown.dossier.year),
        total=count(total, "review"),
        reviews=shown.dossier.reception.reviews,
        documents=shown.documents,
        back=shown.dossier.back,
        asides=shown.dossier.asides,
        paging=paging,
    )


def _paging(film: str, page: int, total: int) -> Paging:
    """Where the part stands among all reviews; nothing where all are on one page."""
    if total <= REVIEWS_A_PAGE:
        return Paging(shown="", before="", after="")
    first, last = (page - 1) * REVIEWS_A_PAGE + 1, min(page * REVIEWS_A_PAGE, total)
    return Paging(
        shown=f"{number(first)}–{number(last)} of {number(total)} reviews",
        before="" if page == 1 else f"{address(film, page - 1)}{'#reception' if page == 2 else ''}",
        after=address(film, page + 1) if last < total else "",
    )


@router.get("/films/{film}/dossier.html", name="film_dossier")
def film_dossier(request: Request, film: str) -> Response:
    """The dossier as one file that needs no network."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        page = dossier.render(film_record(view, film, compare=True))
    headers = {"Content-Disposition": f'attachment; filename="{film}.html"', "Content-Security-Policy": "sandbox"}
    return Response(page, media_type="text/html", headers=headers)


@router.get("/films/{film}/export/{name}", name="film_export")
def film_export(request: Request, film: str, name: str) -> Response:
    """The film's record in the format of another program."""
    exporter = EXPORTERS.get(name)
    if exporter is None:
        raise HTTPException(404, f"there is no format {name!r}; there are {', '.join(EXPORTERS)}")
    with shelf_of(request).store.view() as view:
        content = exporter.content_of([film_record(view, film, layout=False, compare=True)], ExportOptions())
    headers = {"Content-Disposition": f'attachment; filename="{film}{exporter.suffix}"'}
    media_type = _MEDIA_TYPES.get(exporter.suffix, "application/octet-stream" if exporter.binary else "text/plain; charset=utf-8")
    return Response(content, media_type=media_type, headers=headers)
