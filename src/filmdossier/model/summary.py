"""What lists over a whole library show: of a film in one line, and of a person, a critic or an outlet in one film."""

from dataclasses import dataclass
from enum import StrEnum


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
