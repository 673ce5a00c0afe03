"""What the pages share while the server runs: the open library, and what was computed of it before.

A record is computed again only when its film has changed: what is kept lies under a digest of
everything a record follows from (:meth:`View.film_state`), read anew with each request, so that a
decision or a document, whoever writes it, shows at once. Lists come from the summaries in the library.

A mean is freed from its critics' leniency by the ratings of all films, which are read in the background:
at the start, and again after films have changed.
"""

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from logging import getLogger
from typing import TYPE_CHECKING, Generic, TypeVar

from filmdossier.errors import FilmdossierError, UnknownFilm
from filmdossier.model.film import FilmRecord
from filmdossier.present.dossier.view import Page, page_of
from filmdossier.present.web.reviews import page_of_review
from filmdossier.present.web.serving import Serving
from filmdossier.run.records import compared, film_record, library_ratings
from filmdossier.run.summaries import summarise_again, summarise_films
from filmdossier.run.version import records_version
from filmdossier.store import Store, View

if TYPE_CHECKING:
    from filmdossier.reception.adjusting import LibraryRatings

_RECORDS = 64  # a large record takes some megabytes
_PAGES = 256
_AT_REQUEST = 20  # films that a request may summarise itself: more are the background's
_REST = 20.0  # times as long as the reading of all ratings took nobody reads them again
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_LOG = getLogger(__name__)
Kept = TypeVar("Kept")


def stands_alone(record: FilmRecord) -> bool:
    """Whether the record follows from what its own documents and editors say alone.

    A bare "7" is put on the scale that the critic's reviews of other films show: that may change with any document.
    """
    return not any(review.rating and _BARE.fullmatch(review.rating.raw.strip()) for review in record.reviews)


class Recent(Generic[Kept]):
    """The things last asked for, by key; threads may ask at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(
        self, key: tuple[str, ...], make: Callable[[], Kept], *, library: str = "", alone: Callable[[Kept], bool] = lambda _: True
    ) -> Kept:
        """What is kept under ``key``, made where nothing is. Two that ask at once may both make it: it is the same.

        What ``alone`` denies follows from the whole ``library`` as well, and is kept for as long as that is what it is.
        """
        narrow = (*key, library)
        with self._lock:
            for known in (key, narrow):
                if known in self._kept:
                    self._kept.move_to_end(known)
                    return self._kept[known]
        made = make()
        with self._lock:
            self._kept[key if alone(made) else narrow] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


class Shelf:
    """A library that is served. Close it when the server ends."""

    def __init__(self, store: Store, serving: Serving) -> None:
        self.store = store
        self.serving = serving
        self._records: Recent[FilmRecord] = Recent(_RECORDS)
        self._dossiers: Recent[Page] = Recent(_RECORDS)
        self._pages: Recent[str] = Recent(_PAGES)
        self._library: LibraryRatings | None = None
        self._whole = ""  # the revision of the library at which no summary was missing
        self._wake = threading.Event()
        self._over = threading.Event()
        self._summarising = threading.Thread(target=self._summarise, name="summaries", daemon=True)

    def start(self) -> None:
        """Begins to summarise in the background what is not summarised yet."""
        self._summarising.start()
        self._wake.set()

    def close(self) -> None:
        """Ends the work in the background."""
        self._over.set()
        self._wake.set()
        if self._summarising.is_alive():
            self._summarising.join(timeout=30)

    def state(self, view: View, film: str) -> str:
        """The digest of what the film's record follows from; UnknownFilm where there is no such film."""
        state = view.film_state(film)
        if state is None:
            raise UnknownFilm(f"no film has the id {film!r}; the first page lists them")
        return state if self._library is None else f"{state}.{self._library.mark}"

    def record(self, view: View, film: str) -> FilmRecord:
        """The film's record, with the layout of its documents; its mean is compared once the ratings of all films are read."""
        library, state = self._library, self.state(view, film)

        def make() -> FilmRecord:
            made = film_record(view, film)
            return made if library is None else compared(made, library)

        return self._records.get((film, state), make, library=view.ratings_revision, alone=stands_alone)

    def dossier(self, view: View, film: str) -> Page:
        """The film's record as the dossier shows it, reviews beyond the first ones on pages of their own."""
        return self._dossiers.get(
            (film, self.state(view, film)),
            lambda: page_of(self.record(view, film), lambda index: page_of_review(film, index)),
            library=view.ratings_revision,
            alone=lambda _: stands_alone(self.record(view, film)),
        )

    def page(self, view: View, film: str, make: Callable[[], str], *, part: int = 1) -> str:
        """The page of a film, or of a further ``part`` of its reviews, made where it is not there as the film is now."""
        return self._pages.get(
            (film, str(part), self.state(view, film)),
            make,
            library=view.ratings_revision,
            alone=lambda _: stands_alone(self.record(view, film)),
        )

    def refresh(self, *changed: str) -> None:
        """Summarises what has changed: at once if it is little, as an edit is, and in the background if it is much.

        ``changed`` are films known to have changed: to look for them among all takes as long as to summarise them.
        """
        if changed:
            summarise_again(self.store, changed)
            self._wake.set()
        with self.store.view() as view:
            if view.revision == self._whole:
                return
            missing = len(view.unsummarised(version=records_version(), limit=_AT_REQUEST))
            if not missing:
                self._whole = view.revision
        if missing == _AT_REQUEST:
            self._wake.set()
        elif missing:
            summarise_films(self.store, at_most=missing)
            self._wake.set()

    def _summarise(self) -> None:
        while not self._over.is_set():
            self._wake.wait()
            self._wake.clear()
            if self._over.is_set():
                return
            try:
                summarise_films(self.store, is_over=self._over.is_set)
                self._over.wait(_REST * self._compare())
            except FilmdossierError as error:  # a damaged row: pages that need it will say so
                _LOG.error("films could not be summarised: %s", error)

    def _compare(self) -> float:
        """Reads the ratings of all films anew; the seconds that it took."""
        start = time.monotonic()
        with self.store.view() as view:
            library = library_ratings(view)
        if library.mark:
            _ = library.leniency  # fitted here, not while somebody waits for a page
        self._library = library
        return time.monotonic() - start
