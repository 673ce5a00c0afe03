"""Adds a statement from a passage: the passage is selected in the document, or its words are typed."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.model.claim import IDENTITY_PREDICATES, Predicate
from filmdossier.model.text import Document
from filmdossier.present.web.asked import editor_of, shelf_of
from filmdossier.present.web.deciding import decided
from filmdossier.present.web.quoting import Quoted, in_context, stands
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.wording import file_name, predicate_label
from filmdossier.run import deciding
from filmdossier.run.fields import fields_of
from filmdossier.run.on_film import PassageGiven

router = APIRouter()
_PLACES = 5  # of words that stand more than once in the document
# What takes passages of its own besides the one that is selected, or is no statement a person would add.
_NOT_OFFERED = IDENTITY_PREDICATES | {Predicate.DETAIL, Predicate.UNTOLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place where the words stand; characters of the text."""

    start: int
    end: int
    quoted: Quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A film that the document is about; ``film`` is its id."""

    film: str
    title: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of statement; ``fields`` are the names and labels of its fields."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPage:
    """What the page for adding a statement shows."""

    template: ClassVar[str] = "add.html"

    frame: Frame
    document: str
    name: str
    typed: str
    places: tuple[Place, ...]
    films: tuple[About, ...]
    kinds: tuple[Kind, ...]
    fields: tuple[tuple[str, str], ...]
    chosen: str
    editor: str
    problem: str


@router.get("/documents/{document}/add", name="add_form")
def add_form(request: Request, document: str, quote: str = "", predicate: str = "") -> Response:
    """The form to add a statement that the words ``quote`` of a document make."""
    with shelf_of(request).store.view() as view:
        head = view.heads([document]).get(document)
        if head is None:
            raise HTTPException(404, "the library holds no such document")
        whole = view.document(document)
    typed = quote.strip()[:5000]
    places = _places(whole, typed, head.origin) if typed else ()
    known = {one.value: one for one in Predicate if one not in _NOT_OFFERED}
    chosen = predicate if predicate in known else ""
    fields = fields_of(known[chosen]) if chosen else ()
    problem = "These words do not stand in the document: copy them from its text." if typed and not places else ""
    if not head.films:
        problem = "This document is about no film of the library; there is nothing to add to."
    return respond(
        AddPage(
            frame=Frame(title="Add a statement", here="documents"),
            document=document,
            name=whole.title or file_name(head.origin),
            typed=typed,
            places=places,
            films=tuple(About(film=film, title=title, year=str(year or "")) for film, title, year in head.films),
            kinds=tuple(Kind(value=value, label=predicate_label(one), chosen=value == chosen) for value, one in known.items()),
            fields=tuple((name, name.replace("_", " ").capitalize()) for name in fields),
            chosen=chosen,
            editor=editor_of(request),
            problem=problem,
        )
    )


@router.post("/documents/{document}/add", name="add")
async def add(
    request: Request,
    document: str,
    film: str = Form(max_length=300),
    predicate: str = Form(max_length=100),
    place: str = Form(max_length=50),
    by: str = Form("", max_length=200),
    why: str = Form("", max_length=4000),
) -> Response:
    """Adds the statement; without a value the passage's own words are the value."""
    form = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
    fields = {name.removeprefix("field-"): value for name, value in form.items() if name.startswith("field-")}
    start, _, end = place.partition("-")
    if not (start.isdigit() and end.isdigit()):
        raise HTTPException(422, "choose the place in the document")
    passage = PassageGiven(document=document, start=int(start), end=int(end))
    value: str | dict[str, str] = (
        {name: given for name, given in fields.items() if given.strip()} if fields else form.get("value", "")
    )
    who = by.strip() or editor_of(request)

    def write() -> Response:
        made = deciding.add(shelf_of(request).store, film, predicate, value, passage, by=who, why=why)
        return decided(request, f"/films/{made.film.id}/history?made={made.id}", who, made.film.id)

    return await run_in_threadpool(write)


def _places(document: Document, typed: str, origin: str) -> tuple[Place, ...]:
    """Where the words stand, however the blanks between them are set."""
    return tuple(
        Place(start=start, end=end, quoted=in_context(document.text, start, end, document.id, origin))
        for start, end in stands(typed, document.text, _PLACES)
    )
