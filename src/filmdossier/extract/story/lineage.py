"""Works out who somebody's niece or grandson is from whose child, brother or wife each one is known to be.

Enters named persons with the ties told of them; leaves the one person whom a further noun for kin then means.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.story.kin import gender_of_noun

if TYPE_CHECKING:
    from filmdossier.extract.story.persons import Person

_SIBLINGS = frozenset({"brother", "sister", "sibling", "half-brother", "half-sister"})


class Lineage:
    """Parents, brothers and sisters, husbands and wives, as told."""

    def __init__(self) -> None:
        self._parents: dict[int, list[Person]] = {}
        self._children: dict[int, list[Person]] = {}
        self._siblings: dict[int, list[Person]] = {}
        self._spouses: dict[int, list[Person]] = {}

    def tell(self, owner: "Person", relation: str, person: "Person") -> None:
        """Remembers that ``person`` is the owner's parent, child, sibling or spouse; other ties are let go."""
        if not (owner.named and person.named) or owner is person:
            return
        if relation in ("father", "mother", "parent"):
            _add(self._parents, owner, person)
            _add(self._children, person, owner)
        elif relation == "child":
            _add(self._parents, person, owner)
            _add(self._children, owner, person)
        elif relation in _SIBLINGS:
            _add(self._siblings, owner, person)
            _add(self._siblings, person, owner)
        elif relation == "spouse":
            _add(self._spouses, owner, person)
            _add(self._spouses, person, owner)

    def of_blood(self, one: "Person", other: "Person") -> bool:
        """Whether two are parent and child or have been told to be brother or sister."""
        return other in (*self._of(self._parents, one), *self._of(self._children, one), *self._siblings_of(one))

    def married(self, person: "Person") -> bool:
        """Whether a husband or wife of the person has been told of."""
        return bool(self._spouses.get(id(person)))

    def kin(self, owner: "Person", noun: str) -> "Person | None":
        """Who the owner's niece, grandson or sister-in-law is; None where that is nobody or more than one."""
        gender = gender_of_noun(noun)
        found = {id(one): one for one in self._candidates(owner, noun) if one is not owner and one.gender in (None, gender)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _candidates(self, owner: "Person", noun: str) -> "list[Person]":
        spouses, parents, siblings = self._of(self._spouses, owner), self._of(self._parents, owner), self._siblings_of(owner)
        if noun in ("niece", "nephew"):
            return self._all(self._children, siblings)
        if noun in ("uncle", "aunt"):
            near = [one for parent in parents for one in self._siblings_of(parent)]
            return [*near, *self._all(self._spouses, near)]
        if noun in ("grandson", "granddaughter", "grandchild"):
            return self._all(self._children, self._of(self._children, owner))
        if noun in ("grandfather", "grandmother"):
            return self._all(self._parents, parents)
        if noun in ("father-in-law", "mother-in-law"):
            return self._all(self._parents, spouses)
        if noun in ("son-in-law", "daughter-in-law"):
            return self._all(self._spouses, self._of(self._children, owner))
        if noun in ("brother-in-law", "sister-in-law"):
            return [*self._all(self._spouses, siblings), *(one for spouse in spouses for one in self._siblings_of(spouse))]
        if noun in ("stepmother", "stepfather"):
            return [one for one in self._all(self._spouses, parents) if one not in parents]
        if noun in ("brother", "sister"):
            return siblings
        if noun == "cousin":
            near = [one for parent in parents for one in self._siblings_of(parent)]
            return self._all(self._children, near)
        return []

    def _siblings_of(self, person: "Person") -> "list[Person]":
        told = self._of(self._siblings, person)
        return [*told, *(one for one in self._all(self._children, self._of(self._parents, person)) if one is not person)]

    def _of(self, ties: "dict[int, list[Person]]", person: "Person") -> "list[Person]":
        return ties.get(id(person), [])

    def _all(self, ties: "dict[int, list[Person]]", persons: "list[Person]") -> "list[Person]":
        return [one for person in persons for one in self._of(ties, person)]


def _add(ties: "dict[int, list[Person]]", owner: "Person", person: "Person") -> None:
    known = ties.setdefault(id(owner), [])
    if person not in known:
        known.append(person)
