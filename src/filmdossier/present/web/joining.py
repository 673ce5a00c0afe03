"""Merging and splitting: two names that are one person or character or are not, two films that are one, documents of another film.

One page for each film with four forms. Names are typed or taken from those that the record knows; a
decision on them is undone on the page of the film's decisions, like any other.
"""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.model.decision import NameKind
from filmdossier.model.film import DECISIONS_KIND, FilmRecord
from filmdossier.present.web.asked import editor_of, shelf_of
from filmdossier.present.web.deciding import decided
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import file_name
from filmdossier.run import deciding
from filmdossier.run.summaries import PERSONS

router = APIRouter()
_NAME = 300  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoice:
    """A document of the film, by id and path."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage:
    """What the page shows: the names that the record knows of each kind, and the film's documents."""

    template: ClassVar[str] = "joining.html"

    frame: Frame
    film: FilmLink
    address: str
    people: tuple[str, ...]
    characters: tuple[str, ...]
    documents: tuple[DocumentChoice, ...]
    editor: str


@router.get("/films/{film}/names", name="names_of_film")
def names_of_film(request: Request, film: str) -> Response:
    """The forms that merge and split names, and the film itself."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        record = shelf.record(view, film)
    people, characters = _names(record)
    return respond(
        JoinPage(
            frame=Frame(title=f"Merge or split · {record.film.title}", here="films"),
            film=FilmLink(href=f"/films/{film}", title=record.film.title, year=str(record.film.year or "")),
            address=f"/films/{film}/names",
            people=people,
            characters=characters,
            documents=tuple(
                DocumentChoice(id=document.id, name=file_name(document.path))
                for document in record.documents
                if document.kind != DECISIONS_KIND
            ),
            editor=editor_of(request),
        )
    )


@router.post("/films/{film}/names", name="join_names")
def join_names(
    request: Request,
    film: str,
    act: str = Form(max_length=20),
    kind: str = Form(NameKind.PERSON.value, max_length=20),
    name: str = Form("", max_length=_NAME),
    other: str = Form("", max_length=_NAME),
    by: str = Form("", max_length=200),
    why: str = Form("", max_length=4000),
) -> Response:
    """Says that ``name`` is ``other`` (``act`` merge), or that they are two (split)."""
    store, by = shelf_of(request).store, by.strip() or editor_of(request)
    if act == "merge":
        made = deciding.merge_names(store, film, kind, name, other, by=by, why=why)
    elif act == "split":
        made = deciding.split_names(store, film, kind, name, other, by=by, why=why)
    else:
        raise HTTPException(422, "that is no decision; merge or split")
    return decided(request, f"/films/{film}/history?made={made.id}", by)


@router.post("/films/{film}/merge", name="merge_film")
def merge_film(
    request: Request,
    film: str,
    into: str = Form(max_length=_NAME),
    by: str = Form("", max_length=200),
    why: str = Form("", max_length=4000),
) -> Response:
    """Says that the film is another one of the library, which keeps its id: leads to that one's decisions."""
    store, by = shelf_of(request).store, by.strip() or editor_of(request)
    made = deciding.merge_films(store, film, into.strip(), by=by, why=why)
    return decided(request, f"/films/{_kept_film(request, made.film.id, into.strip())}/history?made={made.id}", by)


@router.post("/films/{film}/split", name="split_film")
def split_film(
    request: Request,
    film: str,
    documents: list[str] = Form(default=[]),  # noqa: B008 -- the framework's way to a list of fields
    title: str = Form(max_length=_NAME),
    year: str = Form("", max_length=4),
    by: str = Form("", max_length=200),
    why: str = Form("", max_length=4000),
) -> Response:
    """Says that some of the film's documents are about another film, ``title`` (``year``)."""
    store, by = shelf_of(request).store, by.strip() or editor_of(request)
    if not documents:
        raise HTTPException(422, "choose the documents that are about the other film")
    if year.strip() and not year.strip().isdecimal():
        raise HTTPException(422, "a year has four figures")
    made = deciding.split_film(store, film, documents, title, int(year) if year.strip() else None, by=by, why=why)
    return decided(request, f"/films/{film}/history?made={made.id}", by)


def _kept_film(request: Request, gone: str, into: str) -> str:
    """The id under which a merged film is found now."""
    from filmdossier.run.linking import link_films
    from filmdossier.run.lookup import find_film

    store = shelf_of(request).store
    link_films(store)
    with store.view() as view:
        films = view.films()
        return gone if any(film.id == gone for film in films) else find_film(films, into).id


def _names(record: FilmRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    people = {entry.actor for entry in record.cast}
    people |= {review.critic for review in record.reviews if review.critic}
    people |= {fact.value for fact in record.facts if fact.predicate in PERSONS}
    characters = {name for character in record.characters for name in (character.name, *character.aliases)}
    characters |= {entry.character for entry in record.cast if entry.character}
    return tuple(sorted(people)), tuple(sorted(characters))
