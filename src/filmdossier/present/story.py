"""The story in words and as a graph of persons: what the terminal, the page and the exports share.

A record enters; the persons of the story leave, each under one name however the documents call
them, with the ties between them: relations, and events that one does to another. Roles of the cast
and names in relations that no character of the record bears are persons of their own. Nothing is
guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from filmdossier.model.film import Character, CharacterRelation, Event, FilmRecord
from filmdossier.model.titles import title_key

# What each of two is to the other alike. Everything else has a direction.
_MUTUAL = frozenset(
    "friend enemy lover spouse ally sibling partner rival colleague cousin twin acquaintance neighbour neighbor classmate roommate "
    "couple companion twin family relative stranger accomplice teammate".split()
)
_PREPOSITION = re.compile(
    r"(?:in|into|inside|at|on|onto|upon|outside|out|near|by|beside|behind|before|beyond|between|among|under|underneath|over|above|below|"
    r"from|to|toward|towards|through|throughout|across|along|around|off|against|aboard|atop|within|during|with|using|via|next|amid)\b",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"\b(?:of|to|with|by|for|from|at|in|on|against|over|after)$")
_TOGETHER = re.compile(r",? and |, | & ")


def event_words(event: Event) -> tuple[str, str, str, str]:
    """An event as who, what, whom or what, and the circumstances; each empty where the documents do not say."""
    place = event.place or ""
    if place and not _PREPOSITION.match(place):
        place = f"place: {place}"
    instrument = event.instrument or ""
    if instrument and not _PREPOSITION.match(instrument):
        instrument = f"with {instrument}"
    return event.agent or "", event.verb, event.patient or "", ", ".join(filter(None, (place, instrument)))


def event_line(event: Event) -> str:
    """An event on one line: "Navajas · kill · Buscemi"."""
    return " · ".join(filter(None, event_words(event)[:3]))


def relation_words(relation: CharacterRelation) -> str:
    """What ``a`` is to ``b``, ready to be followed by the name: "friend of", "in love with"."""
    words = " ".join(relation.relation.replace("_", " ").split())
    return words if _ENDS_OPEN.search(words) else f"{words} of"


def is_mutual(relation: CharacterRelation) -> bool:
    """Whether what ``a`` is to ``b``, ``b`` is to ``a``."""
    return relation.relation.replace("_", " ").strip().lower() in _MUTUAL


def known_words(character: Character) -> str:
    """What is told of a character beside the name; empty where that is nothing."""
    return "; ".join(
        filter(
            None,
            (
                character.description,
                f"also {', '.join(character.aliases)}" if character.aliases else "",
                f"played by {character.played_by}" if character.played_by else "",
            ),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Something between two persons, by their places in :attr:`People.persons`.

    ``event`` None for a relation, ``relation`` None for an event.
    """

    a: int
    b: int
    relation: CharacterRelation | None
    event: Event | None


@dataclass(slots=True)
class People:
    """The persons of a record, found by any of their names."""

    persons: list[Character]
    _places: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, record: FilmRecord) -> "People":
        """The characters of the record, then whoever else its cast plays and its relations name, in their order."""
        people = cls([])
        for character in record.characters:
            people._add(character)
        for index, character in enumerate(record.characters):
            # An alias that is another's name stays the other's: "Buscemi" of Buscemi, not of his namesake.
            for alias in character.aliases:
                people._places.setdefault(title_key(alias), index)
        for entry in record.cast:
            if entry.character and people.find(entry.character) is None:
                people._add(
                    Character(name=entry.character, aliases=(), played_by=entry.actor, description="", evidence=entry.evidence)
                )
        for relation in record.relations:
            for name in (relation.a, relation.b):
                if people.find(name) is None:
                    people._add(Character(name=name, aliases=(), played_by=None, description="", evidence=relation.evidence))
        return people

    def find(self, name: str | None) -> int | None:
        """The place of the person of this name; None where nobody bears it."""
        return self._places.get(title_key(name)) if name else None

    def found_in(self, words: str | None) -> list[int]:
        """The places of everybody that a phrase names: "Campa and Quino"."""
        whole = self.find(words)
        if whole is not None or not words:
            return [] if whole is None else [whole]
        parts = [self.find(part) for part in _TOGETHER.split(words)]
        return list(dict.fromkeys(part for part in parts if part is not None))

    def relations(self, record: FilmRecord) -> Iterator[Tie]:
        """The relations of the record, in its order; what somebody is to themselves is passed over."""
        for relation in record.relations:
            a, b = self.find(relation.a), self.find(relation.b)
            if a is not None and b is not None and a != b:
                yield Tie(a=a, b=b, relation=relation, event=None)

    def events(self, record: FilmRecord) -> Iterator[Tie]:
        """The events that one person does to another, in story order."""
        for event in sorted(record.events, key=lambda event: event.order):
            for a in self.found_in(event.agent):
                for b in self.found_in(event.patient):
                    if a != b:
                        yield Tie(a=a, b=b, relation=None, event=event)

    def _add(self, person: Character) -> None:
        self._places.setdefault(title_key(person.name), len(self.persons))
        self.persons.append(person)
