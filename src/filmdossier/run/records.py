"""Computes film records from a library: claims, topics, documents and decisions in, a record out.

Nothing computed is kept; what the library holds is checked on the way: a quotation that is not its
document's text means a damaged library, and no record.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from filmdossier.errors import StoreError, UnknownFilm
from filmdossier.model.claim import Claim, CriticReview
from filmdossier.model.film import FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.run.decided import Decided
from filmdossier.store import View

if TYPE_CHECKING:
    from filmdossier.reception.adjusting import LibraryRatings
    from filmdossier.reception.own_scale import OtherRatings


class Elsewhere:
    """What a library's critics gave all its films: read once, and only when a rating does not say what it is out of."""

    def __init__(self) -> None:
        self._found: OtherRatings | None = None

    def of(self, view: View) -> "Callable[[], OtherRatings]":
        """What gives the ratings: those read before, else those of ``view``."""

        def ratings() -> "OtherRatings":
            if self._found is None:
                from filmdossier.reception.own_scale import OtherRatings
                from filmdossier.reconcile.evidence import LEAST

                rated = view.ratings(least=LEAST)
                self._found = OtherRatings(
                    CriticReview(critic=critic, outlet=outlet, rating=raw) for _, critic, outlet, raw, _ in rated
                )
            return self._found

        return ratings


def film_record(
    view: View, film: str, *, layout: bool = True, compare: bool = False, elsewhere: "Elsewhere | None" = None
) -> FilmRecord:
    """The record of the film with this id; ``layout`` False leaves out the blocks of its documents.

    ``compare`` adjusts the mean rating for the critics' leniency, which takes a look at every rating of the library.
    ``elsewhere`` is given by who computes many records one by one. Raises UnknownFilm where the library has no such film.
    """
    identity = view.film(film)
    if identity is None:
        raise UnknownFilm(f"no film has the id {film!r}; 'filmdossier films' lists them")
    ratings, library = (elsewhere or Elsewhere()).of(view), _library(view) if compare else None
    return _record(view, identity, Decided(view), ratings, library, layout=layout)


def film_records(view: View, *, layout: bool = True, compare: bool = False) -> Iterator[FilmRecord]:
    """The record of every film, by id; ``layout`` and ``compare`` as for one."""
    elsewhere, library, decided = Elsewhere().of(view), _library(view) if compare else None, Decided(view)
    for film in view.films():
        yield _record(view, film, decided, elsewhere, library, layout=layout)


def _record(
    view: View,
    film: FilmIdentity,
    decided: Decided,
    elsewhere: "Callable[[], OtherRatings]",
    library: "Callable[[], LibraryRatings] | None",
    *,
    layout: bool,
) -> FilmRecord:
    from filmdossier.reception import receive
    from filmdossier.reconcile import reconcile

    documents = view.documents_of(film.id, layout=layout)
    claims = view.claims_of(film.id)
    _check_quotes(claims, {document.id: document.text for document in documents})
    held = decided.holding(film.id)
    cited = decided.documents(held, documents) if held else []
    return receive(reconcile(film, [*documents, *cited], view.topics_of(film.id), claims, held), elsewhere, library)


def _library(view: View) -> "Callable[[], LibraryRatings]":
    """The ratings of all films, read once and only when they are asked for."""

    return cache(lambda: library_ratings(view))


def library_ratings(view: View) -> "LibraryRatings":
    """The ratings of all films, by which critics are compared: seconds, where there are 50,000 of them."""
    from filmdossier.reception.adjusting import LibraryRatings
    from filmdossier.reception.ratings import parse_rating
    from filmdossier.reception.scales import rated_on
    from filmdossier.reconcile.evidence import LEAST

    read = cache(parse_rating)  # a library of tables holds few ratings written differently
    return LibraryRatings(
        (film, critic, outlet, rated_on(scale or "unknown", read(raw)))
        for film, critic, outlet, raw, scale in view.ratings(least=LEAST)
    )


def compared(record: FilmRecord, library: "LibraryRatings") -> FilmRecord:
    """The record, made without a look at other films, with its mean freed from its critics' leniency: what ``compare`` gives."""
    from filmdossier.reception.adjusting import adjusted

    signed = any(review.critic and review.rating is not None and review.rating.value is not None for review in record.reviews)
    return replace(record, reception=adjusted(record.reception, record.reviews, library)) if signed else record


def _check_quotes(claims: Iterable[Claim], texts: Mapping[str, str]) -> None:
    for claim in claims:
        for evidence in _evidence_of(claim):
            if evidence.span.of(texts.get(evidence.document, "")) != evidence.quote:
                raise StoreError(
                    f"the library is damaged: a quotation is not the text of document {evidence.document}; restore a copy, "
                    "or read the documents again into a new library"
                )


def _evidence_of(claim: Claim) -> Iterator[Evidence]:
    yield from claim.evidence
    if isinstance(claim.value, CriticReview):
        yield from claim.value.quotes
        for aspect in (*claim.value.praised, *claim.value.criticised):
            yield from aspect.evidence
