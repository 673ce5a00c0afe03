"""Reads a library: what a view returns is of one moment, whatever is written meanwhile."""

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from filmdossier.errors import DecisionError, EvidenceError, StoreError
from filmdossier.model.annotations import FilmHint, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.decision import Decision
from filmdossier.model.film import DocumentSummary, FilmIdentity
from filmdossier.model.library import Failure
from filmdossier.model.text import Document
from filmdossier.store import kept, summaries
from filmdossier.store.kept import Kept
from filmdossier.store.lists import Lists
from filmdossier.store.rows import decode_claim, decode_decision, decode_document, decode_film, decode_topic
from filmdossier.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FAILURES, FILMS, LAYOUTS, LINKS, META, TOPICS

Arguments = ParamSpec("Arguments")
Decoded = TypeVar("Decoded")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What tells whether a document must be read again.

    ``hint`` is the film the user named for it, None if nobody did; ``reason`` why it is about no
    film, '' where it is about one.
    """

    origin: str
    sha256: str
    version: str
    hint: FilmHint | None
    reason: str


# Made once: building and keying a statement costs SQLAlchemy more than SQLite takes to run it.
_WANTED: BindParameter[str] = bindparam("wanted")
_SEVERAL: BindParameter[str] = bindparam("wanted", expanding=True)
_TOPICS_OF = (
    select(TOPICS.c.content, TOPICS.c.ordinal, DOCUMENTS.c.origin)
    .join(DOCUMENTS)
    .join(LINKS, LINKS.c.topic == TOPICS.c.id)
    .where(LINKS.c.film == _WANTED)
)
_CLAIMS = select(CLAIMS, DOCUMENTS.c.origin).join(DOCUMENTS)
_CLAIMS_OF = _CLAIMS.join(LINKS, LINKS.c.topic == CLAIMS.c.topic).where(LINKS.c.film == _WANTED)
_DOCUMENT = select(DOCUMENTS, LAYOUTS.c.content).join(LAYOUTS)
_OF_FILM = DOCUMENTS.c.id.in_(select(TOPICS.c.document).join(LINKS, LINKS.c.topic == TOPICS.c.id).where(LINKS.c.film == _WANTED))
_DOCUMENTS_OF, _LAID_OUT_OF = select(DOCUMENTS).where(_OF_FILM), _DOCUMENT.where(_OF_FILM)
_FILMS = select(FILMS.c.content).where(FILMS.c.id.in_(_SEVERAL))
_EVERY_FILM = select(FILMS.c.content)
_DECISIONS = select(DECISIONS.c.content)
_AT_ONCE = 500  # engines limit the number of values in a statement


class View(Lists):
    """The read side of a library; made by :meth:`Store.view`. It shows one moment: what it was asked once, it keeps."""

    def __init__(self, connection: Connection, location: str, counts: Kept | None = None, of_films: Kept | None = None) -> None:
        super().__init__(connection, location, counts, of_films)
        self._states: dict[str, str] = {}

    def of_films(self, name: str, make: Callable[[Sequence[FilmIdentity]], Made]) -> Made:
        """What ``make`` makes of all films, by id, made once as long as they are the films. Not to be changed by who gets it."""
        if self._of_films is None:
            return make(self._films())
        return self._of_films.get((self._revisions[kept.FILMS], name), lambda: make(self._films()))

    def of_decisions(self, name: str, make: Callable[[], Made]) -> Made:
        """What ``make`` makes of all decisions and all films; otherwise like :meth:`of_films`."""
        if self._of_films is None:
            return make()
        return self._of_films.get((self._revisions[kept.FILMS], self._revisions[kept.DECISIONS], name), make)

    def fingerprints(self) -> dict[str, Fingerprint]:
        """The fingerprint of every document, by origin."""
        table = DOCUMENTS.c
        columns = (table.origin, table.sha256, table.version, table.hint_title, table.hint_year, table.reason)
        return {
            origin: Fingerprint(
                origin=origin,
                sha256=sha256,
                version=version,
                hint=None if title is None else FilmHint(title=title, year=year),
                reason=reason,
            )
            for origin, sha256, version, title, year, reason in self._connection.execute(select(*columns))
        }

    def document(self, document: str) -> Document:
        """The document of an id, with its layout; StoreError where there is none."""
        for row in self._rows(_DOCUMENT.where(DOCUMENTS.c.id == _WANTED), wanted=document):
            return self._decoded(decode_document, row, row["content"])
        raise StoreError(f"{self._location} holds no document {document!r}")

    def topics(self) -> list[Topic]:
        """All topics, in the order of their documents' origins."""
        return self._topics(select(TOPICS.c.content, TOPICS.c.ordinal, DOCUMENTS.c.origin).join(DOCUMENTS))

    def origins_of_topics(self) -> dict[str, str]:
        """The origin of the document of each topic, by the topic's id."""
        query = select(TOPICS.c.id, DOCUMENTS.c.origin).join(DOCUMENTS)
        return {row.id: row.origin for row in self._connection.execute(query)}

    def topics_of(self, film: str) -> list[Topic]:
        """The topics linked to a film."""
        return self._topics(_TOPICS_OF, wanted=film)

    def films(self) -> list[FilmIdentity]:
        """All films, by id."""
        return list(self.of_films("films", tuple))

    def film(self, film: str) -> FilmIdentity | None:
        """The film of an id; None if there is none."""
        return self.films_of([film]).get(film)

    def films_of(self, ids: Sequence[str]) -> dict[str, FilmIdentity]:
        """The films of these ids, by id; those that are not there are left out."""
        found: dict[str, FilmIdentity] = {}
        wanted = [id_ for id_ in ids if "\x00" not in id_]  # which PostgreSQL takes for no text at all
        for at in range(0, len(wanted), _AT_ONCE):
            for content in self._connection.execute(_FILMS, {"wanted": wanted[at : at + _AT_ONCE]}).scalars():
                film = self._decoded(decode_film, content)
                found[film.id] = film
        return found

    def claims_of(self, film: str) -> list[Claim]:
        """The claims about a film, by origin of their document and their order in it."""
        return self._claims(_CLAIMS_OF, wanted=film)

    def claims(self, *predicates: Predicate, holding: str = "") -> list[Claim]:
        """The claims of these predicates (of all, if none is given), in the same order; only those whose value holds these words."""
        query = _CLAIMS
        if holding:
            query = query.where(CLAIMS.c.value.icontains(holding, autoescape=True))
        return self._claims(query.where(CLAIMS.c.predicate.in_(predicates)) if predicates else query)

    def ratings(self, *, least: float) -> Iterator[tuple[str, str | None, str | None, str, str | None]]:
        """Film, critic, outlet, rating as written and its scale known from elsewhere, of each review that has a rating.

        Of asserted claims with a confidence of ``least`` or more, in the order of :meth:`claims`. A library of tables holds
        hundreds of thousands: the rest of a claim is not decoded.
        """
        query = (
            select(LINKS.c.film, CLAIMS.c.value, DOCUMENTS.c.origin, CLAIMS.c.ordinal)
            .join(LINKS, LINKS.c.topic == CLAIMS.c.topic)
            .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.document)
            .where(CLAIMS.c.predicate == Predicate.REVIEW, CLAIMS.c.polarity == Polarity.ASSERTED, CLAIMS.c.confidence >= least)
        )
        for film, value, _, _ in sorted(self._connection.execute(query), key=lambda row: (row[2], row[3], row[0])):
            review = self._decoded(json.loads, value)
            if review["rating"] is not None:
                yield film, review["critic"], review["outlet"], review["rating"], review.get("rating_scale")

    def documents_of(self, film: str, *, layout: bool = False) -> list[DocumentSummary]:
        """The documents with a topic linked to a film, by origin; their blocks only with ``layout``."""
        summaries = []
        for row in self._rows(_LAID_OUT_OF if layout else _DOCUMENTS_OF, wanted=film):
            blocks = self._decoded(decode_document, row, row["content"]).blocks if layout else ()
            summaries.append(
                DocumentSummary(
                    id=row["id"],
                    path=row["origin"],
                    kind=row["kind"],
                    title=row["title"],
                    sha256=row["sha256"],
                    text=row["text"],
                    blocks=blocks,
                )
            )
        return sorted(summaries, key=lambda summary: summary.path)

    def failures(self) -> list[Failure]:
        """The files that could not be read, by origin."""
        return sorted((Failure(**row) for row in self._rows(select(FAILURES))), key=lambda failure: failure.origin)

    def decisions(self) -> list[Decision]:
        """Every decision that was ever made, first to last, undone ones among them."""
        return list(self.of_decisions("decisions", self._decisions))

    def links_version(self) -> str:
        """The linking that made the links; '' where documents came since."""
        version: str = self._connection.execute(select(META.c.value).where(META.c.key == "links")).scalar_one()
        return version

    def origins(self) -> frozenset[str]:
        """The origins of all documents and of all files that could not be read."""
        read = self._connection.execute(select(DOCUMENTS.c.origin)).scalars()
        failed = self._connection.execute(select(FAILURES.c.origin)).scalars()
        return frozenset(read) | frozenset(failed)

    def document_of(self, origin: str) -> str | None:
        """The id of the document of an origin; None if there is none."""
        found: str | None = self._connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.origin == origin)).scalar()
        return found

    def film_state(self, film: str) -> str | None:
        """A digest of everything that a film's record follows from; None if there is no such film."""
        if film not in self._states:
            self._states.update(summaries.film_states(self._connection, [film]))
        return self._states.get(film)

    def film_states(self, films: Sequence[str]) -> dict[str, str]:
        """Like :meth:`film_state`, of several."""
        return summaries.film_states(self._connection, films)

    def _films(self) -> list[FilmIdentity]:
        contents = self._connection.execute(_EVERY_FILM).scalars()
        return sorted((self._decoded(decode_film, content) for content in contents), key=lambda film: film.id)

    def _decisions(self) -> tuple[Decision, ...]:
        rows = self._connection.execute(_DECISIONS).scalars()
        return tuple(sorted((self._decoded(decode_decision, row) for row in rows), key=lambda decision: decision.order))

    def _topics(self, query: Select[Any], **given: object) -> list[Topic]:
        rows = sorted(self._rows(query, **given), key=lambda row: (row["origin"], row["ordinal"]))
        return [self._decoded(decode_topic, row["content"]) for row in rows]

    def _claims(self, query: Select[Any], **given: object) -> list[Claim]:
        rows = sorted(self._rows(query, **given), key=lambda row: (row["origin"], row["ordinal"]))
        return [self._decoded(decode_claim, row) for row in rows]

    def _decoded(self, decode: Callable[Arguments, Decoded], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Decoded:
        try:
            return decode(*args, **kwargs)
        except (ValueError, EvidenceError, DecisionError, zlib.error) as error:  # pydantic's errors are ValueErrors
            raise StoreError(
                f"{self._location} is damaged: a row cannot be understood ({error}); restore a copy, or read the documents again "
                "into a new library"
            ) from error
