"""Search: the films that a title means, and the documents that hold the words, with the words in their context."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from filmdossier.model.summary import FilmOrder
from filmdossier.model.text import Span
from filmdossier.present.web.asked import Paging, paging, shelf_of
from filmdossier.present.web.hits import hits
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.wording import KINDS, count, file_name
from filmdossier.run.version import records_version
from filmdossier.store import DocumentHead
from filmdossier.store.search import parse_query

router = APIRouter()
HITS_A_PAGE = 20
_FILMS = 5
_CONTEXTS = 3
_AROUND = 110  # characters on each side of a hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a context; ``hit`` where it is what was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A hit with the words around it; ``href`` opens the document there."""

    href: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmLink:
    """The way to a film."""

    href: str
    title: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document that holds the words; ``more`` says how many hits are not shown."""

    href: str
    name: str
    path: str
    kind: str
    films: tuple[FilmLink, ...]
    contexts: tuple[Context, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search shows; ``found`` is '' where nothing was looked for."""

    template: ClassVar[str] = "search.html"

    frame: Frame
    found: str
    films: tuple[FilmLink, ...]
    documents: tuple[FoundDocument, ...]
    paging: Paging


@router.get("/search", name="search")
def search(request: Request, q: str = "", page: int = 1) -> Response:
    """Documents that hold the words, and films that are called so."""
    shelf = shelf_of(request)
    typed = " ".join(q.split())[:400]
    page = max(1, min(page, 1_000_000))
    terms = parse_query(typed)
    wanted = " ".join(word for term in terms if not term.barred for word in term.words)
    with shelf.store.view() as view:
        found = view.find_documents(typed, limit=HITS_A_PAGE, offset=(page - 1) * HITS_A_PAGE)
        heads = view.heads(found.documents)
        texts = view.texts(found.documents)
        films = view.films_called(wanted, order=FilmOrder.DOCUMENTS, limit=_FILMS, version=records_version()) if wanted else ()
    return respond(
        SearchPage(
            frame=Frame(title=f"“{typed}”" if typed else "Search", here="search", typed=typed),
            found=f"{count(found.total, 'document')} with {typed}" if terms else "",
            films=tuple(FilmLink(href=f"/films/{film.film}", title=film.title, year=str(film.year or "")) for film in films),
            documents=tuple(_document(heads[one], texts[one], hits(texts[one], terms)) for one in found.documents if one in heads),
            paging=paging(request, page, found.total, HITS_A_PAGE),
        )
    )


def _document(head: DocumentHead, text: str, found: list[Span]) -> FoundDocument:
    contexts = list(_contexts(head.id, text, found))
    shown = contexts[:_CONTEXTS]
    left = len(found) - sum(piece.hit for context in shown for piece in context.pieces)
    return FoundDocument(
        href=f"/documents/{head.id}",
        name=head.title or file_name(head.origin),
        path=head.origin,
        kind=KINDS.get(head.kind, head.kind),
        films=tuple(FilmLink(href=f"/films/{film}", title=title, year=str(year or "")) for film, title, year in head.films),
        contexts=tuple(shown),
        more=count(left, "more hit") if left > 0 else "",
    )


def _contexts(document: str, text: str, found: list[Span]) -> list[Context]:
    """A context for each hit; hits that stand close to each other share one."""
    groups: list[list[Span]] = []
    for span in found[:50]:
        if groups and span.start - groups[-1][-1].end < _AROUND:
            groups[-1].append(span)
        else:
            groups.append([span])
    return [_context(document, text, group) for group in groups[: _CONTEXTS + 1]]


def _context(document: str, text: str, group: list[Span]) -> Context:
    start, end = max(0, group[0].start - _AROUND), min(len(text), group[-1].end + _AROUND)
    # Whole words at both ends.
    start = text.find(" ", start, group[0].start) + 1 or start if start else 0
    end = text.rfind(" ", group[-1].end, end) if end < len(text) and text.rfind(" ", group[-1].end, end) > 0 else end
    pieces = [Piece(text="… ", hit=False)] if start else []
    at = start
    for span in group:
        pieces += [Piece(text=text[at : span.start], hit=False), Piece(text=text[span.start : span.end], hit=True)]
        at = span.end
    pieces += [Piece(text=text[at:end], hit=False)] + ([Piece(text=" …", hit=False)] if end < len(text) else [])
    first = group[0]
    return Context(href=f"/documents/{document}?at={first.start}-{first.end}#at", pieces=tuple(pieces))
