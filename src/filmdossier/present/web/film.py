"""A film: its dossier beside the documents it rests on, the same as a file, and its record in other formats."""

from dataclasses import dataclass, replace
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.present import dossier
from filmdossier.present.dossier.documents import DocumentView
from filmdossier.present.dossier.marking import MarkedBlock, Open
from filmdossier.present.dossier.view import Page
from filmdossier.present.exporters import EXPORTERS, ExportOptions
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.rendering import Frame, rendered
from filmdossier.run.records import film_record

router = APIRouter()

# Beyond this a page shows of a document only the passages it cites; the document's own page shows all of it.
_WHOLE_CHARACTERS = 60_000
_MEDIA_TYPES = {".json": "application/json", ".csv": "text/csv", ".jsonld": "application/ld+json", ".gexf": "application/xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document beside the dossier; ``href`` leads to its own page, ``cut`` says that only its cited passages stand here."""

    view: DocumentView
    href: str
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPage:
    """What a film's page shows."""

    template: ClassVar[str] = "film.html"

    frame: Frame
    film: str
    dossier: Page
    documents: tuple[ShownDocument, ...]
    formats: tuple[str, ...]


@router.get("/films/{film}", name="film")
def film(request: Request, film: str) -> Response:
    """The dossier of a film."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        state = shelf.state(view, film)
        # The page is the same for everybody; a browser that has it is told so without its being made again.
        tag = f'"{state}"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)

        def make() -> str:
            page = shelf.dossier(view, film)
            ids = {document.path: document.id for document in shelf.record(view, film).documents}
            shown = tuple(_shown(document, ids[document.path]) for document in page.documents)
            context = FilmPage(
                frame=Frame(title=f"{page.title} ({page.year})" if page.year else page.title, here="films"),
                film=film,
                dossier=replace(page, documents=tuple(document.view for document in shown)),
                documents=shown,
                formats=tuple(EXPORTERS),
            )
            base = f"/films/{film}"
            return rendered(context, deciding=f"{base}/statements/", settling=f"{base}/conflicts/")

        html = shelf.page(view, film, make)
    return Response(html, media_type="text/html", headers=headers)


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


def _shown(document: DocumentView, id_: str) -> ShownDocument:
    length = sum(len(getattr(token, "text", "")) for block in document.blocks for token in block.tokens)
    cut = length > _WHOLE_CHARACTERS
    view = replace(document, blocks=tuple(filter(_is_cited, document.blocks))) if cut else document
    return ShownDocument(view=view, href=f"/documents/{id_}", cut=cut)


def _is_cited(block: MarkedBlock) -> bool:
    return any(isinstance(token, Open) for token in block.tokens)
