"""The first page: the films of the library, searched and sorted, with what is known and what is disputed of each."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from filmdossier.model.summary import FilmOrder, FilmSummary
from filmdossier.present.web.asked import Paging, paging, shelf_of
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.wording import conflict_subject, count
from filmdossier.run.version import records_version

router = APIRouter()
FILMS_A_PAGE = 50
_ORDERS = {
    FilmOrder.TITLE: "Title",
    FilmOrder.YEAR: "Year",
    FilmOrder.DOCUMENTS: "Documents",
    FilmOrder.REVIEWS: "Reviews",
    FilmOrder.DISPUTES: "Disputes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmLine:
    """A film in the list."""

    href: str
    title: str
    year: str
    directors: str
    documents: str
    known: tuple[str, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several ways to see a list."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmsPage:
    """What the list of films shows. ``waiting`` says how many films are not counted yet; ``empty`` that the library holds nothing."""

    template: ClassVar[str] = "films.html"

    frame: Frame
    wanted: str
    orders: tuple[Choice, ...]
    disputed_only: bool
    found: str
    films: tuple[FilmLine, ...]
    paging: Paging
    waiting: str
    empty: bool
    documents: str


@router.get("/", name="films")
def films(request: Request, q: str = "", order: str = FilmOrder.TITLE, disputed: bool = False, page: int = 1) -> Response:
    """The films, a page of them."""
    shelf = shelf_of(request)
    chosen = FilmOrder(order) if order in set(FilmOrder) else FilmOrder.TITLE
    wanted = " ".join(q.split())[:200]
    page = max(1, min(page, 1_000_000))
    shelf.refresh()
    with shelf.store.view() as view:
        listed = view.film_page(
            wanted=wanted,
            order=chosen,
            disputed_only=disputed,
            limit=FILMS_A_PAGE,
            offset=(page - 1) * FILMS_A_PAGE,
            version=records_version(),
        )
        documents = view.document_count()
    return respond(
        FilmsPage(
            frame=Frame(title="Films", here="films"),
            wanted=wanted,
            orders=tuple(Choice(value=one.value, label=label, chosen=one is chosen) for one, label in _ORDERS.items()),
            disputed_only=disputed,
            found=_found(listed.total, wanted, disputed_only=disputed),
            films=tuple(map(_line, listed.films)),
            paging=paging(request, page, listed.total, FILMS_A_PAGE),
            waiting=f"{count(listed.unsummarised, 'film')} not counted yet: look again in a moment" if listed.unsummarised else "",
            empty=not (listed.total or listed.unsummarised or wanted or disputed),
            documents=count(documents, "document"),
        )
    )


def _found(total: int, wanted: str, *, disputed_only: bool) -> str:
    words = count(total, "film")
    if wanted:
        words += f" with “{wanted}”"
    return words + (" on which documents disagree" if disputed_only else "")


def _line(film: FilmSummary) -> FilmLine:
    parts = ((film.facts, "fact"), (film.cast, "in the cast"), (film.story, "of the story"), (film.reviews, "review"))
    return FilmLine(
        href=f"/films/{film.film}",
        title=film.title,
        year=str(film.year or ""),
        directors=", ".join(film.directors[:3]) + (" …" if len(film.directors) > 3 else ""),
        documents=count(film.documents, "document"),
        known=tuple(count(amount, one, "" if one in ("fact", "review") else one) for amount, one in parts if amount),
        disputed=tuple(map(conflict_subject, film.disputed)),
    )
