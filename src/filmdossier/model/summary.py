"""What lists over a whole library show: of a film in one line, and of a person, a critic or an outlet in one film."""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.claim import Predicate, Value


class AppearanceKind(StrEnum):
    """As what a name stands in a film's record."""

    PERSON = "person"  # made the film or is in it
    CRITIC = "critic"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A name in one film.

    ``role`` is the predicate that names a person ("director", "cast") and "review" for critics and
    outlets. ``detail`` is the character of a performer, the outlet of a critic, the critic of an
    outlet; ``rating`` is as written and ``stance`` the reconciled one; each '' where there is none.
    """

    film: str
    kind: AppearanceKind
    name: str
    role: str
    detail: str = ""
    rating: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Something of a film that is worth an editor's look: a statement, or a conflict, which has no ``predicate`` and no ``value``.

    ``about`` is what a conflict is about, '' for a statement; ``urgency`` orders the queue, highest first.
    """

    film: str
    id: str
    predicate: Predicate | None
    value: Value | None
    about: str
    reason: str
    urgency: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarised:
    """What is kept of a film for lists, and the state of the film that it was computed from."""

    summary: "FilmSummary"
    appearances: tuple[Appearance, ...]
    looks: tuple[Look, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmSummary:
    """A film in one line: how many of what its record holds, and what is disputed (:attr:`Conflict.about`)."""

    film: str
    title: str
    year: int | None
    aliases: tuple[str, ...]
    directors: tuple[str, ...]
    documents: int
    facts: int
    cast: int
    story: int
    reviews: int
    disputed: tuple[str, ...]


class FilmOrder(StrEnum):
    """By what films are listed; numbers run from the largest."""

    TITLE = "title"
    YEAR = "year"
    DOCUMENTS = "documents"
    REVIEWS = "reviews"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPage:
    """Some of the films that were asked for, how many those are in all, and how many films have no summary yet."""

    films: tuple[FilmSummary, ...]
    total: int
    unsummarised: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCount:
    """A name as it is written most often, its key, and the number of films it stands in."""

    key: str
    name: str
    films: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """Some of the names that were asked for, by key, and how many there are in all."""

    names: tuple[NameCount, ...]
    total: int
