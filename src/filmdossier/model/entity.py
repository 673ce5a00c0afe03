"""Links: which film a topic of a document is, and who decided so."""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.film import FilmIdentity


class Judgement(StrEnum):
    """Whether two things are the same."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmLink:
    """A topic of a document tied to a film of the library. A person's link beats the machine's."""

    topic: str
    film: str
    judgement: Judgement
    score: float
    decided_by: str  # "machine" or a person's name
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFilm:
    """A film of the library and the topics (by id, sorted) that are about it."""

    film: FilmIdentity
    topics: tuple[str, ...]
