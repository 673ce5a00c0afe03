"""The documents of the library, and the files that could not be read, with the reason and what to do."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from filmdossier.model.library import Failure
from filmdossier.present.web.asked import Paging, paging, shelf_of
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import KINDS, count, file_name
from filmdossier.store import DocumentHead

router = APIRouter()
DOCUMENTS_A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document in the list; ``reason`` says why it is about no film."""

    href: str
    name: str
    path: str
    kind: str
    films: tuple[FilmLink, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """What the list of documents shows."""

    template: ClassVar[str] = "documents.html"

    frame: Frame
    wanted: str
    without_film: bool
    found: str
    documents: tuple[DocumentLine, ...]
    paging: Paging
    failures: tuple[Failure, ...]
    failed: str


@router.get("/documents", name="documents")
def documents(request: Request, q: str = "", without: str = "", page: int = 1) -> Response:
    """The documents by path, a page of them; ``without=film`` those about no film."""
    wanted, without_film = q.strip()[:200], without == "film"
    page = max(1, min(page, 1_000_000))
    with shelf_of(request).store.view() as view:
        found, total = view.document_page(
            wanted=wanted, without_film=without_film, limit=DOCUMENTS_A_PAGE, offset=(page - 1) * DOCUMENTS_A_PAGE
        )
        failures = tuple(view.failures())
    words = (
        count(total, "document") + (f" with “{wanted}” in the path" if wanted else "") + (" about no film" if without_film else "")
    )
    return respond(
        DocumentsPage(
            frame=Frame(title="Documents", here="documents"),
            wanted=wanted,
            without_film=without_film,
            found=words,
            documents=tuple(map(_line, found)),
            paging=paging(request, page, total, DOCUMENTS_A_PAGE),
            failures=failures if page == 1 and not wanted else (),
            failed=f"{count(len(failures), 'file')} could not be read",
        )
    )


def _line(head: DocumentHead) -> DocumentLine:
    return DocumentLine(
        href=f"/documents/{head.id}",
        name=head.title or file_name(head.origin),
        path=head.origin,
        kind=KINDS.get(head.kind, head.kind),
        films=tuple(FilmLink(href=f"/films/{film}", title=title, year=str(year or "")) for film, title, year in head.films),
        reason="" if head.films else head.reason,
    )
