"""Gives the persons of the story the names that the record has for them.

A document's short form, alias or description becomes the character's name; a performer's name,
where a text uses it for the part ("Bogart takes the case"), becomes the part.
"""

import re
from collections.abc import Iterable, Sequence

from filmdossier.model.claim import CharacterName
from filmdossier.model.film import CastEntry, Character
from filmdossier.reconcile.values import initials_match, name_key

_POSSESSED = re.compile(r"^(?P<owner>[^'’]{2,60}?)(?P<mark>['’]s?) (?P<rest>.+)$")
_PART_OF = "{}'s character"


# Articles, also where a film is set abroad: "El Mariachi" is a mariachi.
_ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las", "le", "les", "il", "lo", "der", "die", "das", "o"})


def _described_as(nameless: CharacterName, characters: Sequence[Character]) -> str | None:
    """The one character whose name is the common noun by which somebody without a name is described."""
    said = set(name_key(nameless.description).split("-"))
    fitting = [
        character.name
        for character in characters
        if (words := set(name_key(character.name).split("-")) - _ARTICLES) and words <= said
    ]
    return fitting[0] if len(fitting) == 1 else None


class StoryNames:
    """Looks up the record's name for a name in a story; ambiguous names stay as they are.

    ``nameless`` are persons whom a document only describes: "a lone gunfighter", said to be a mariachi.
    """

    def __init__(self, characters: Sequence[Character], cast: Sequence[CastEntry], nameless: Sequence[CharacterName] = ()) -> None:
        owners: dict[str, set[str]] = {}
        for character in characters:
            for name in (character.name, *character.aliases):
                owners.setdefault(name_key(name), set()).add(character.name)
        self._known = {key: next(iter(names)) for key, names in owners.items() if len(names) == 1}
        self._known |= {
            name_key(one.name): known
            for one in nameless
            if (known := _described_as(one, characters)) and name_key(one.name) not in owners
        }
        self._actors = tuple(dict.fromkeys(entry.actor for entry in cast))
        parts: dict[str, set[str | None]] = {}
        for entry in cast:
            part = entry.character
            parts.setdefault(name_key(entry.actor), set()).add(
                self._known.get(name_key(part), part) if part and part[:1].isupper() else None
            )
        self._parts = {key: self._played(key, played, cast) for key, played in parts.items() if key not in self._known}

    @staticmethod
    def _played(actor: str, parts: Iterable[str | None], cast: Sequence[CastEntry]) -> str:
        named = sorted({part for part in parts if part})
        if len(named) == 1:
            return named[0]
        return _PART_OF.format(next(entry.actor for entry in cast if name_key(entry.actor) == actor))

    def of(self, name: str | None) -> str | None:
        """The record's name for ``name``: of each one in "A, B and C", of the owner in "A's friend"."""
        if name is None:
            return None
        pieces = re.split(r"(, and |, | and )", name)
        return "".join(piece if index % 2 else self._one(piece) for index, piece in enumerate(pieces))

    def _one(self, name: str) -> str:
        key = name_key(name)
        if key in self._known:
            return self._known[key]
        if key in self._parts:
            return self._parts[key]
        if name.endswith(_PART_OF.format("")):
            return self._part(name.removesuffix(_PART_OF.format("")), name)
        possessed = _POSSESSED.match(name)
        if possessed:
            owner = self._one(possessed["owner"])
            if owner != possessed["owner"]:
                return name if owner.endswith("'s character") else f"{owner}'s {possessed['rest']}"
        return name

    def _part(self, actor: str, name: str) -> str:
        """The part of a performer whom one document knows by the surname and another by part."""
        bearers = [full for full in self._actors if initials_match(actor, full)]
        return self._parts.get(name_key(bearers[0]), name) if len(bearers) == 1 else name
