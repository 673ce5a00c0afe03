"""People, critics and outlets across films: lists of names, and the films that each stands in."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from filmdossier.model.claim import Predicate
from filmdossier.model.summary import Appearance, AppearanceKind
from filmdossier.present.web.asked import Paging, paging, shelf_of
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.wording import count, predicate_label
from filmdossier.store.summaries import name_key

router = APIRouter()
NAMES_A_PAGE = 100
_PLACES = {AppearanceKind.PERSON: "people", AppearanceKind.CRITIC: "critics", AppearanceKind.OUTLET: "outlets"}
_NOUNS = {
    AppearanceKind.PERSON: ("person", "people"),
    AppearanceKind.CRITIC: ("critic", "critics"),
    AppearanceKind.OUTLET: ("outlet", "outlets"),
}
_KINDS = {place: kind for kind, place in _PLACES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A name in the list."""

    href: str
    name: str
    films: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """What a list of names shows."""

    template: ClassVar[str] = "names.html"

    frame: Frame
    place: str
    heading: str
    wanted: str
    found: str
    names: tuple[NameLine, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What somebody is in a film, or wrote of it. ``href`` leads to the other of critic and outlet."""

    words: str
    detail: str
    href: str
    rating: str
    stance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmParts:
    """A film and somebody's parts in it."""

    href: str
    title: str
    year: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """What the page of a name shows; ``spellings`` are the other ways in which it is written."""

    template: ClassVar[str] = "name.html"

    frame: Frame
    noun: str
    name: str
    spellings: tuple[str, ...]
    rests: str
    films: tuple[FilmParts, ...]


@router.get("/people", name="people")
@router.get("/critics", name="critics")
@router.get("/outlets", name="outlets")
def names(request: Request, q: str = "", page: int = 1) -> Response:
    """The names of a kind, a page of them."""
    place = request.url.path.strip("/")
    kind = _KINDS[place]
    shelf = shelf_of(request)
    wanted = " ".join(q.split())[:200]
    page = max(1, min(page, 1_000_000))
    shelf.refresh()
    with shelf.store.view() as view:
        listed = view.name_page(kind, wanted=wanted, limit=NAMES_A_PAGE, offset=(page - 1) * NAMES_A_PAGE)
    return respond(
        NamesPage(
            frame=Frame(title=place.capitalize(), here=place),
            place=place,
            heading=place.capitalize(),
            wanted=wanted,
            found=count(listed.total, *_NOUNS[kind]) + (f" with “{wanted}”" if wanted else ""),
            names=tuple(
                NameLine(href=_address(kind, one.key), name=one.name, films=count(one.films, "film")) for one in listed.names
            ),
            paging=paging(request, page, listed.total, NAMES_A_PAGE),
        )
    )


@router.get("/people/{key}", name="person")
@router.get("/critics/{key}", name="critic")
@router.get("/outlets/{key}", name="outlet")
def name(request: Request, key: str) -> Response:
    """Somebody's parts in all films."""
    place = request.url.path.split("/")[1]
    kind = _KINDS[place]
    shelf = shelf_of(request)
    shelf.refresh()
    with shelf.store.view() as view:
        found = view.appearances_of(kind, key)
        titles = view.film_titles(sorted({one.film for one in found}))
    if not found:
        raise HTTPException(404, f"no {_NOUNS[kind][0]} is called so in the library")
    spellings = sorted({one.name for one in found}, key=lambda name: (-sum(one.name == name for one in found), name))
    films = [
        FilmParts(href=f"/films/{film}", title=titles[film][0], year=str(titles[film][1] or ""), parts=tuple(_parts(parts)))
        for film, parts in groupby(found, key=lambda one: one.film)
        if film in titles
    ]
    return respond(
        NamePage(
            frame=Frame(title=spellings[0], here=place),
            noun=_NOUNS[kind][0].capitalize(),
            name=spellings[0],
            spellings=tuple(spellings[1:]),
            rests=f"In {count(len(films), 'film')} of the library.",
            films=tuple(sorted(films, key=lambda film: (film.year or "9999", film.title))),
        )
    )


def _address(kind: AppearanceKind, key: str) -> str:
    return f"/{_PLACES[kind]}/{quote(key, safe='')}"


def _parts(found: Iterable[Appearance]) -> Iterable[Part]:
    for one in found:
        if one.kind is AppearanceKind.PERSON:
            cast = one.role == Predicate.CAST
            words = "In the cast" if cast else predicate_label(Predicate(one.role))
            yield Part(words=words, detail=one.detail, href="", rating="", stance="")
        else:
            other = AppearanceKind.OUTLET if one.kind is AppearanceKind.CRITIC else AppearanceKind.CRITIC
            href = _address(other, name_key(one.detail)) if one.detail else ""
            yield Part(words="", detail=one.detail, href=href, rating=one.rating, stance=one.stance)
