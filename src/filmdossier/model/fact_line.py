"""A line of facts without labels, as programmes and catalogues put them: "Italy, 1948. 35mm, b&w, 89'."."""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.text import Span


class FactKind(StrEnum):
    """What one piece of such a line tells."""

    COUNTRY = "country"
    YEAR = "year"
    MINUTES = "minutes"
    LANGUAGE = "language"
    GENRE = "genre"
    MAKER = "maker"  # who directed it
    COPY = "copy"  # colour, gauge, sound, ratio, certificate: how it is shown
    REST = "rest"  # words of another kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One piece with its value: a country's name, a year in four figures, whole minutes, a language, a genre, a name."""

    kind: FactKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """The pieces of one line, in its order."""

    span: Span
    facts: tuple[Fact, ...]

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """The pieces of one kind."""
        return tuple(fact for fact in self.facts if fact.kind is kind)
