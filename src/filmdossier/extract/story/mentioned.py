"""Who has been spoken of so far, where and how: what the choice among antecedents looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.extract.story.persons import Person


class Form(StrEnum):
    """How somebody is spoken of."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    GROUP = "group"  # several joined by "and", each mentioned on its own as well


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention: the sentence's number among the story's, the word's index in it, and what it does there.

    ``role`` tells how much it stands in front, ``place`` the same without regard to the clause that
    it is in; ``quote`` is the number of the quotation that holds it, -1 outside of any.
    """

    person: Person
    sentence: int
    index: int
    role: float
    place: float
    form: Form
    relation: str
    quote: int
    order: int


class History:
    """All mentions in the order in which they were met, and each person's own."""

    def __init__(self) -> None:
        self.all: list[Mentioned] = []
        self._of: dict[int, list[Mentioned]] = {}

    def add(self, one: Mentioned) -> None:
        """Takes in a mention."""
        self.all.append(one)
        self._of.setdefault(id(one.person), []).append(one)

    def of(self, person: Person) -> list[Mentioned]:
        """The person's mentions, the oldest first; of a group that was never joined those of the member spoken of longest ago."""
        own = self._of.get(id(person))
        if own is None and person.members:
            each = [self._of.get(id(member), []) for member in person.members]
            own = min(each, key=lambda mentions: mentions[-1].order if mentions else -1)
        return own or []

    def latest(self, most: int) -> Iterator[Person]:
        """Persons by their last mention, the latest first; at most so many."""
        # Each person's list ends with its last mention; few hundred persons at most.
        ends = sorted((mentions[-1] for mentions in self._of.values()), key=lambda one: -one.order)
        for one in ends[:most]:
            yield one.person

    def __reversed__(self) -> Iterator[Mentioned]:
        return reversed(self.all)
