"""Search: the documents that hold the words, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from filmdossier.present.api.documents import DocumentLine, document_line
from filmdossier.present.api.listing import Listed, Offset, listed
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.hits import hits
from filmdossier.present.web.quoting import in_context
from filmdossier.store import DocumentHead
from filmdossier.store.search import Term, parse_query

router = APIRouter(tags=["search"])
_SHOWN = 10  # places of a document


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where the words stand: characters ``start`` to ``end`` of the text, with what stands around them."""

    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document that holds the words in ``hits`` places, the first of them told; none where they stand in the title alone."""

    document: DocumentLine
    hits: int
    first: tuple[Hit, ...]


@router.get("/search")
def search(
    request: Request,
    response: Response,
    q: Annotated[str, Query(min_length=1, max_length=400, description='words, "words in a row", -without, begin*')],
    limit: Annotated[int, Query(ge=1, le=50, description="how many at most")] = 20,
    offset: Offset = 0,
) -> Listed[FoundDocument]:
    """The documents that hold the words, the most telling first. Films by their titles: `GET /api/films`."""
    typed = " ".join(q.split())
    terms = parse_query(typed)
    with shelf_of(request).store.view() as view:
        found = view.find_documents(typed, limit=limit, offset=offset)
        heads = view.heads(found.documents)
        texts = view.texts(found.documents)
    items = [_found(heads[one], texts[one], terms) for one in found.documents if one in heads]
    return listed(request, response, items, found.total, limit, offset)


def _found(head: DocumentHead, text: str, terms: Sequence[Term]) -> FoundDocument:
    places = hits(text, terms)
    first = []
    for span in places[:_SHOWN]:
        quoted = in_context(text, span.start, span.end, head.id, head.origin)
        first.append(Hit(start=span.start, end=span.end, before=quoted.before, quote=quoted.quote, after=quoted.after))
    return FoundDocument(document=document_line(head), hits=len(places), first=tuple(first))
