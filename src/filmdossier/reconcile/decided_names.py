"""Applies what editors say of names: two names that are one, and one likeness that is two.

Claims enter and leave with the names their editors gave them; documents keep theirs. Names are
compared as everywhere: case, accents and punctuation do not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from filmdossier.model.claim import (
    CastMember,
    CharacterName,
    Claim,
    CriticReview,
    Predicate,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.decision import Decision, MergeNames, NameKind, SplitNames
from filmdossier.reconcile.policy import PEOPLE
from filmdossier.reconcile.values import Apart, name_key

_Name = TypeVar("_Name", str, str | None)
_NAMED_PEOPLE = PEOPLE | {Predicate.SOUNDTRACK_ARTIST, Predicate.INFLUENCED_BY}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedNames:
    """Who is who by decision. ``persons_apart`` and ``characters_apart`` are pairs of names that are never one."""

    persons_apart: Apart = frozenset()
    characters_apart: Apart = frozenset()
    _persons: dict[str, str] = field(default_factory=dict)
    _characters: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "DecidedNames":
        """What decisions in force, first to last, say of names."""
        merged: dict[NameKind, dict[str, str]] = {NameKind.PERSON: {}, NameKind.CHARACTER: {}}
        apart: dict[NameKind, set[frozenset[str]]] = {NameKind.PERSON: set(), NameKind.CHARACTER: set()}
        for decision in decisions:
            act = decision.act
            if isinstance(act, MergeNames):
                # The later of two that would lead in a circle gives the name.
                merged[act.kind].pop(name_key(act.into), None)
                merged[act.kind][name_key(act.name)] = act.into
            elif isinstance(act, SplitNames):
                apart[act.kind].add(frozenset((name_key(act.name), name_key(act.other))))
        return cls(
            persons_apart=frozenset(apart[NameKind.PERSON]),
            characters_apart=frozenset(apart[NameKind.CHARACTER]),
            _persons=merged[NameKind.PERSON],
            _characters=merged[NameKind.CHARACTER],
        )

    def renamed(self, claim: Claim) -> Claim:
        """The claim with its names as decided; its id stays that of what the document says."""
        value = self.value(claim.predicate, claim.value)
        return claim if value == claim.value else replace(claim, value=value)

    def value(self, predicate: Predicate, value: Value) -> Value:
        """A value with its names as decided."""
        if not self._persons and not self._characters:
            return value
        match value:
            case str():
                return self._person(value) if predicate in _NAMED_PEOPLE else value
            case CastMember(actor=actor, character=character):
                return replace(value, actor=self._person(actor), character=self._character(character))
            case CharacterName(name=name, aliases=aliases, played_by=played_by):
                called = self._character(name)
                others = dict.fromkeys((*([name] if called != name else []), *map(self._character, aliases)))
                return replace(
                    value,
                    name=called,
                    aliases=tuple(other for other in others if name_key(other) != name_key(called)),
                    played_by=self._person(played_by),
                )
            case CriticReview(critic=critic):
                return replace(value, critic=self._person(critic))
            case StoryEvent(agent=agent, patient=patient):
                return replace(value, agent=self._character(agent), patient=self._character(patient))
            case StoryRelation(a=a, b=b):
                return replace(value, a=self._character(a), b=self._character(b))
            case SpokenLine(speaker=speaker):
                return replace(value, speaker=self._character(speaker))
            case _:
                return value

    def _person(self, name: _Name) -> _Name:
        return _followed(name, self._persons)

    def _character(self, name: _Name) -> _Name:
        return _followed(name, self._characters)


def _followed(name: _Name, merged: Mapping[str, str]) -> _Name:
    """The name that a name leads to; one merged twice leads on."""
    seen: set[str] = set()
    while name is not None and (key := name_key(name)) in merged and key not in seen:
        seen.add(key)
        name = merged[key]
    return name


UNDECIDED = DecidedNames()
