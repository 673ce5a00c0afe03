"""A document with every statement's sentence marked, and the statements beside it, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.model.film import DocumentSummary
from filmdossier.model.text import Document, Span
from filmdossier.present.citing import CitedDocument, Passage
from filmdossier.present.dossier.documents import BackLink
from filmdossier.present.dossier.marking import MarkedBlock, Open, marked
from filmdossier.present.dossier.view import Page
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import KINDS, count, file_name

router = APIRouter()
_HERE = "at"  # the label of the place that an address asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A statement that a passage makes; ``decide`` is '' where there is nothing to decide."""

    words: str
    href: str
    decide: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageLine:
    """A marked passage with the statements that rest on it."""

    label: str
    quote: str
    film: str
    made: tuple[Made, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """What a document's page shows."""

    template: ClassVar[str] = "document.html"

    frame: Frame
    id: str
    name: str
    path: str
    about: str
    sha256: str
    films: tuple[FilmLink, ...]
    reason: str
    passages: tuple[PassageLine, ...]
    blocks: tuple[MarkedBlock, ...]
    back: dict[str, tuple[BackLink, ...]]
    made: str


@dataclass(frozen=True, slots=True)
class _Cited:
    """A passage of one film's dossier with the ways back to its statements."""

    span: Span
    film: FilmLink
    back: tuple[BackLink, ...]


@router.get("/documents/{document}", name="document")
def document(request: Request, document: str, at: str = "") -> Response:
    """A document; ``at`` (START-END, characters of its text) marks a place in it."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        head = view.heads([document]).get(document)
        if head is None:
            raise HTTPException(404, "the library holds no such document")
        whole = view.document(document)
        films = tuple(FilmLink(href=f"/films/{film}", title=title, year=str(year or "")) for film, title, year in head.films)
        cited = [
            one
            for link, (film, _, _) in zip(films, head.films, strict=True)
            for one in _cited(shelf.dossier(view, film), link, head.origin)
        ]
    spans = sorted({one.span for one in cited}, key=lambda span: (span.start, -span.end))
    labels = {span: str(number) for number, span in enumerate(spans, start=1)}
    passages = [Passage(label=labels[span], document=document, span=span, quote=span.of(whole.text)) for span in spans]
    back: dict[str, tuple[BackLink, ...]] = {
        labels[span]: (BackLink(href=f"#m{labels[span]}", title=_title(span, cited)),) for span in spans
    }
    here = _place(at, whole.text)
    if here is not None:
        passages.append(Passage(label=_HERE, document=document, span=here, quote=here.of(whole.text)))
        passages.sort(key=lambda passage: (passage.span.start, -passage.span.end))
        back[_HERE] = ()
    name = whole.title or file_name(head.origin)
    lines = tuple(_lines(spans, labels, cited, whole.text, several=len(films) > 1))
    return respond(
        DocumentPage(
            frame=Frame(title=name, here="documents"),
            id=document,
            name=name,
            path=head.origin,
            about=", ".join((KINDS.get(head.kind, head.kind), count(len(whole.text), "character"))),
            sha256=whole.source.sha256,
            films=films,
            reason=head.reason,
            passages=lines,
            blocks=_marked(whole, head.kind, tuple(passages)),
            back=back,
            made=count(sum(len(line.made) for line in lines), "statement"),
        )
    )


def _cited(page: Page, film: FilmLink, origin: str) -> Iterator[_Cited]:
    for shown in page.documents:
        if shown.path != origin:
            continue
        for block in shown.blocks:
            for token in block.tokens:
                if isinstance(token, Open) and token.first and (back := page.back.get(token.passage.label)):
                    yield _Cited(token.passage.span, film, back)


def _lines(
    spans: Sequence[Span], labels: dict[Span, str], cited: Sequence[_Cited], text: str, *, several: bool
) -> Iterator[PassageLine]:
    by_span: dict[Span, list[_Cited]] = {}
    for one in cited:
        by_span.setdefault(one.span, []).append(one)
    for span in spans:
        for one in by_span[span]:
            yield PassageLine(
                label=labels[span],
                quote=" ".join(span.of(text).split()),
                film=one.film.title if several else "",
                made=tuple(
                    Made(
                        words=link.title,
                        href=link.href if link.href.startswith("/") else f"{one.film.href}{link.href}",
                        decide=f"{one.film.href}/statements/{link.statement}" if link.statement else "",
                    )
                    for link in one.back
                ),
            )


def _title(span: Span, cited: Sequence[_Cited]) -> str:
    return "; ".join(dict.fromkeys(link.title for one in cited if one.span == span for link in one.back))


def _marked(document: Document, kind: str, passages: tuple[Passage, ...]) -> tuple[MarkedBlock, ...]:
    summary = DocumentSummary(
        id=document.id,
        path=document.source.origin,
        kind=kind,
        title=document.title,
        sha256=document.source.sha256,
        text=document.text,
        blocks=document.blocks,
    )
    return marked(CitedDocument(letter="", name="", summary=summary, passages=passages))


def _place(at: str, text: str) -> Span | None:
    start, _, end = at.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    first, last = int(start[:12]), min(int(end[:12]), len(text))
    return Span(first, last) if first < last and text[first:last].strip() else None
