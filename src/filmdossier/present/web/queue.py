"""What of a film is most worth an editor's look, the most urgent first, each with the reason and the way to its forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from filmdossier.model.summary import Look as SummarisedLook
from filmdossier.present.outline import value_words
from filmdossier.present.web.asked import Paging, paging, shelf_of
from filmdossier.present.web.deciding import film_link
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import conflict_subject, count, predicate_label
from filmdossier.run.queueing import QueueItem, queue_of

router = APIRouter()
_MOST = 100
LOOKS_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Something worth a look."""

    href: str
    label: str
    words: str
    reason: str
    film: FilmLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQueuePage:
    """What the queue of the library shows."""

    template: ClassVar[str] = "library_queue.html"

    frame: Frame
    found: str
    looks: tuple[Look, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What the queue of a film shows."""

    template: ClassVar[str] = "queue.html"

    frame: Frame
    film: FilmLink
    found: str
    looks: tuple[Look, ...]


@router.get("/queue", name="library_queue")
def library_queue(request: Request, page: int = 1) -> Response:
    """What is undecided in the whole library and most worth a look, a few things of each film."""
    shelf = shelf_of(request)
    page = max(1, min(page, 1_000_000))
    shelf.refresh()
    with shelf.store.view() as view:
        found, total = view.look_page(limit=LOOKS_A_PAGE, offset=(page - 1) * LOOKS_A_PAGE)
        titles = view.film_titles(sorted({one.film for one in found}))
    return respond(
        LibraryQueuePage(
            frame=Frame(title="To check", here="queue"),
            found=count(total, "statement"),
            looks=tuple(_look(one.film, one, titles) for one in found if one.film in titles),
            paging=paging(request, page, total, LOOKS_A_PAGE),
        )
    )


@router.get("/films/{film}/queue", name="queue")
def queue(request: Request, film: str) -> Response:
    """What is undecided in a film's record and most worth a look."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        record = shelf.record(view, film)
        link = film_link(view, film)
    items = sorted(queue_of(record), key=lambda item: (-item.urgency, item.id))
    return respond(
        QueuePage(
            frame=Frame(title=f"To check · {record.film.title}", here="films"),
            film=link,
            found=count(len(items), "statement") + (f", the {_MOST} most urgent" if len(items) > _MOST else ""),
            looks=tuple(_look(film, item) for item in items[:_MOST]),
        )
    )


def _look(film: str, item: QueueItem | SummarisedLook, titles: Mapping[str, tuple[str, int | None]] | None = None) -> Look:
    title, year = (titles or {}).get(film, ("", None))
    link = FilmLink(href=f"/films/{film}", title=title, year=str(year or "")) if title else None
    if item.predicate is None or item.value is None:
        href = f"/films/{film}/conflicts/{quote(item.id, safe=':')}"
        return Look(href=href, label="Documents disagree", words=conflict_subject(item.about), reason=item.reason, film=link)
    return Look(
        href=f"/films/{film}/statements/{quote(item.id, safe=':')}",
        label=predicate_label(item.predicate),
        words=value_words(item.predicate, item.value),
        reason=item.reason,
        film=link,
    )
