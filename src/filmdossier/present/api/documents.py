"""The documents: listed, read with the statements that rest on them, and added."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Query, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.present.api.listing import Limit, Listed, Offset, listed
from filmdossier.present.api.shapes import NamedFilm, Statement, named_films, statements
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.readings import Reading
from filmdossier.present.web.upload import file_lines, readings_of, take
from filmdossier.store import DocumentHead

router = APIRouter(tags=["documents"])
TAKEN: dict[int | str, dict[str, Any]] = {
    202: {"headers": {"Location": {"description": "where to ask how far the reading is", "schema": {"type": "string"}}}}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document without its text; ``reason`` says why it is about no film, and is empty where it is about one."""

    id: str
    path: str
    kind: str
    title: str | None
    published: str | None
    films: tuple[NamedFilm, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDocument:
    """A document with its text and the statements that rest on it, each with its passages in this document alone."""

    id: str
    path: str
    kind: str
    title: str | None
    published: str | None
    films: tuple[NamedFilm, ...]
    reason: str
    media_type: str
    language: str
    sha256: str
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What became of a file; ``document`` is its id, null where it is none.

    ``state`` is ``waiting``, ``done`` (while others are still read), ``read``, ``unchanged``, ``without`` (about no film) or ``failed``.
    """

    name: str
    state: str
    reason: str
    remedy: str
    document: str | None
    films: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """How far a reading is; ``error`` is what broke it, empty where nothing did."""

    id: str
    over: bool
    done: int
    total: int
    error: str
    files: tuple[ReadFile, ...]


@router.get("/documents")
def documents(
    request: Request,
    response: Response,
    q: Annotated[str, Query(max_length=200, description="what the path holds")] = "",
    without_film: Annotated[bool, Query(description="only documents about no film")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[DocumentLine]:
    """The documents of the library by path."""
    with shelf_of(request).store.view() as view:
        found, total = view.document_page(wanted=q.strip(), without_film=without_film, limit=limit, offset=offset)
    return listed(request, response, map(document_line, found), total, limit, offset)


@router.get("/documents/{document}")
def document(request: Request, document: Annotated[str, Path(max_length=100, description="the document's id")]) -> WholeDocument:
    """The text of a document, and every statement that rests on it."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        head = view.heads([document]).get(document)
        if head is None:
            raise HTTPException(404, f"the library holds no document {document!r}; GET /api/documents lists them")
        whole = view.document(document)
        resting = []
        for film, _, _ in head.films:
            for one in statements(shelf, view, film):
                here = tuple(passage for passage in one.evidence if passage.document == document)
                if here:
                    resting.append(replace(one, evidence=here))
    line = document_line(head)
    return WholeDocument(
        id=line.id,
        path=line.path,
        kind=line.kind,
        title=line.title,
        published=line.published,
        films=line.films,
        reason=line.reason,
        media_type=whole.source.media_type,
        language=whole.language,
        sha256=whole.source.sha256,
        text=whole.text,
        statements=tuple(resting),
    )


@router.post("/documents", status_code=202, responses=TAKEN)
def add_documents(
    request: Request,
    response: Response,
    files: list[UploadFile],
    film: Annotated[
        str, Form(max_length=300, description="Title (Year) of the film that they are about, where they do not say")
    ] = "",
) -> ReadingState:
    """Takes files and has them read, in the order that they come; the answer says where to ask how far it is."""
    taken = take(request, files, film)
    response.headers["Location"] = f"/api/readings/{taken.id}"
    return _state(request, taken)


@router.get("/readings/{reading}")
def reading(request: Request, reading: Annotated[str, Path(max_length=100, description="the reading's id")]) -> ReadingState:
    """How far a reading is, and what became of each file. A server remembers its last readings until it ends."""
    found = readings_of(request).get(reading)
    if found is None:
        raise HTTPException(404, f"there is no reading {reading!r} any more; its documents are in the library")
    return _state(request, found)


def document_line(head: DocumentHead) -> DocumentLine:
    """A document as lists show it."""
    return DocumentLine(
        id=head.id,
        path=head.origin,
        kind=head.kind,
        title=head.title,
        published=head.published,
        films=named_films(head.films),
        reason="" if head.films else head.reason,
    )


def _state(request: Request, found: Reading) -> ReadingState:
    # First: what ends while the files are looked at is over at the next look.
    over = found.is_over
    files = tuple(
        ReadFile(
            name=line.name,
            state=line.state,
            reason=line.words,
            remedy=line.remedy,
            document=line.href.rpartition("/")[2] or None,
            films=tuple(href.rpartition("/")[2] for href, _ in line.films),
        )
        for line in file_lines(request, found)
    )
    return ReadingState(id=found.id, over=over, done=found.done, total=found.total, error=found.error or "", files=files)
