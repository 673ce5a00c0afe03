"""Keeps a summary of every film in the library, for lists over thousands of them.

A store enters; what is missing is computed from the films' records and written back. A summary is
dropped by whatever changes its film, and is missing from then on; nothing here looks for stale ones.
"""

from collections.abc import Callable, Iterator, Sequence

from filmdossier.errors import StoreError
from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.summary import Appearance, AppearanceKind, FilmSummary, Look, Summarised
from filmdossier.run.queueing import queue_of
from filmdossier.run.records import Elsewhere, film_record, film_records
from filmdossier.run.version import records_version
from filmdossier.store import Store, View

_PAGE = 500
_PORTION = 50  # films to a transaction: a writer waits no longer than these take to insert
LOOKS_A_FILM = 8  # of a library's queue nobody sees more of one film before its own queue
PERSONS = (
    Predicate.DIRECTOR,
    Predicate.WRITER,
    Predicate.STORY_BY,
    Predicate.PRODUCER,
    Predicate.EXECUTIVE_PRODUCER,
    Predicate.COMPOSER,
    Predicate.CINEMATOGRAPHER,
    Predicate.EDITOR,
    Predicate.SOUNDTRACK_ARTIST,
)


def summarise_films(store: Store, *, at_most: int | None = None, is_over: Callable[[], bool] = lambda: False) -> int:
    """How many summaries were written; ``at_most`` so many films are looked at, and none once ``is_over``."""
    written = 0
    looked = 0
    elsewhere = Elsewhere()
    while not is_over() and (at_most is None or looked < at_most):
        limit = _PORTION if at_most is None else min(_PORTION, at_most - looked)
        with store.view() as view:
            films = view.unsummarised(version=records_version(), limit=limit)
            made = _summarised(view, films, elsewhere)
        if not films:
            break
        looked += len(films)
        written += store.writer().summarise(made, version=records_version())
    return written


def summarise_again(store: Store, films: Sequence[str]) -> int:
    """How many summaries were written of these films, which are known to have changed; those that are no more are passed over."""
    with store.view() as view:
        made = _summarised(view, films, Elsewhere())
    return store.writer().summarise(made, version=records_version())


def _summarised(view: View, films: Sequence[str], elsewhere: Elsewhere) -> list[Summarised]:
    states = view.film_states(films)
    made = []
    for film in films:
        if film in states:
            record = film_record(view, film, layout=False, elsewhere=elsewhere)
            appearances = tuple(appearances_in(record))
            made.append(Summarised(summary=summary_of(record), appearances=appearances, looks=looks_in(record), state=states[film]))
    return made


def every_summary(store: Store) -> Iterator[FilmSummary]:
    """The summary of every film, by title; those that are missing are computed and kept, or only computed where nothing can be written."""
    try:
        summarise_films(store)
    except StoreError:
        with store.view() as view:
            yield from map(summary_of, film_records(view, layout=False))
        return
    with store.view() as view:
        offset = 0
        while films := view.film_page(limit=_PAGE, offset=offset, version=records_version()).films:
            yield from films
            offset += len(films)


def summary_of(record: FilmRecord) -> FilmSummary:
    """The record in one line."""
    return FilmSummary(
        film=record.film.id,
        title=record.film.title,
        year=record.film.year,
        aliases=record.film.aliases,
        directors=tuple(fact.value for fact in record.facts if fact.predicate is Predicate.DIRECTOR),
        documents=len(record.documents),
        facts=len(record.facts),
        cast=len(record.cast),
        story=len(record.events) + len(record.relations) + len(record.dialogue),
        reviews=len(record.reviews),
        disputed=tuple(conflict.about for conflict in record.conflicts),
    )


def looks_in(record: FilmRecord) -> tuple[Look, ...]:
    """The few things of a film that are most worth an editor's look, the most urgent first."""
    items = sorted(queue_of(record), key=lambda item: (-item.urgency, item.id))[:LOOKS_A_FILM]
    return tuple(
        Look(
            film=item.film,
            id=item.id,
            predicate=item.predicate,
            value=item.value,
            about=item.about,
            reason=item.reason,
            urgency=item.urgency,
        )
        for item in items
    )


def appearances_in(record: FilmRecord) -> Iterator[Appearance]:
    """Everybody the record names as a maker, a performer, a critic or an outlet, in its order."""
    film = record.film.id
    for predicate in PERSONS:
        for fact in record.facts:
            if fact.predicate is predicate:
                yield Appearance(film=film, kind=AppearanceKind.PERSON, name=fact.value, role=predicate.value)
    for entry in record.cast:
        character = entry.character or ""
        yield Appearance(film=film, kind=AppearanceKind.PERSON, name=entry.actor, role=Predicate.CAST.value, detail=character)
    for review in record.reviews:
        rating = review.rating.raw if review.rating else ""
        stance = review.stance.value if review.stance else ""
        for kind, name, detail in (
            (AppearanceKind.CRITIC, review.critic, review.outlet),
            (AppearanceKind.OUTLET, review.outlet, review.critic),
        ):
            if name:
                yield Appearance(
                    film=film, kind=kind, name=name, role=Predicate.REVIEW.value, detail=detail or "", rating=rating, stance=stance
                )
