"""What the persons of a story are to each other, as far as the text has told: for "her uncle" and "the couple" later on.

Enters ties as they are told; leaves who somebody's wife, boss or parents are.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.story.kin import MUTUAL, gender_of_noun, tie_of
from filmdossier.extract.story.lineage import Lineage

if TYPE_CHECKING:
    from filmdossier.extract.story.persons import Person, Persons

_CHILD = "child"
_PARENTS = ("father", "mother", "parent")
_COUPLES = ("spouse", "lover", "girlfriend", "boyfriend", "fiancé", "fiancée")
# What the other one of two is called: an uncle has a niece or a nephew.
_ANSWERS = {
    "uncle": ("niece", "nephew"), "aunt": ("niece", "nephew"), "father": (_CHILD,), "mother": (_CHILD,), "grandfather": ("grandson", "granddaughter"),
    "grandmother": ("grandson", "granddaughter"), "father-in-law": ("son-in-law", "daughter-in-law"), "mother-in-law": ("son-in-law", "daughter-in-law"),
    "stepfather": ("stepson", "stepdaughter"), "stepmother": ("stepson", "stepdaughter"),
}  # fmt: skip


def _tie_key(noun: str) -> tuple[str, str | None]:
    """Under what a tie is remembered: "wife" and "husband" are one, "son" and "daughter" are not."""
    tie = tie_of(noun)
    if tie is None:
        return noun, None
    if tie.turned and tie.relation == "parent":
        return _CHILD, gender_of_noun(noun)
    return tie.relation, None


def family_name_of(person: "Person") -> str:
    """The surname that somebody is known by, in lower case; '' without one."""
    words = person.name.split()
    return words[-1].casefold() if len(words) > 1 else person.family.casefold()


class Kinship:
    """The ties told so far among ``persons``."""

    def __init__(self, persons: "Persons") -> None:
        self._persons = persons
        self._kin: dict[tuple[int, str, str | None], Person] = {}
        self._kin_in_cast: dict[tuple[int, str, str | None], Person] = {}
        self._parents: dict[int, list[Person]] = {}
        self._couples: list[frozenset[int]] = []
        self._lineage = Lineage()

    def kin(self, owner: "Person", noun: str) -> "Person | None":
        """Who the owner's wife, boss or son is, where the text or the cast has told; of a group who is so to each of them."""
        if owner.members:
            found = {id(one): one for member in owner.members if (one := self._kin.get((id(member), *_tie_key(noun)))) is not None}
            shared = len(found) == 1 and all((id(member), *_tie_key(noun)) in self._kin for member in owner.members)
            return next(iter(found.values())) if shared else None
        return (
            self._kin.get((id(owner), *_tie_key(noun)))
            or self._persons.married(owner, noun)
            or self._lineage.kin(owner, noun)
            or self._of_one_name(owner, noun)
        )

    def _of_one_name(self, owner: "Person", noun: str) -> "Person | None":
        """The one who bears the owner's surname and can be the wife or husband that the text speaks of."""
        if noun not in ("wife", "husband") or not owner.named or self._lineage.married(owner):
            return None
        found = [
            person
            for person in self._persons.everyone
            if person.named and person is not owner and person.gender == gender_of_noun(noun) and self.share_name(owner, person)
        ]
        free = len(found) == 1 and not self._lineage.of_blood(owner, found[0]) and not self._lineage.married(found[0])
        return found[0] if free else None

    def settle(self) -> None:
        """Ends the reading of the cast: what is told of kin so far is not guessed from a pronoun."""
        self._kin_in_cast = dict(self._kin)

    def bound(self, owner: "Person", noun: str, person: "Person") -> bool:
        """Whether the cast tells that ``person`` is the owner's ``noun``, or both bear one surname."""
        if self._kin_in_cast.get((id(owner), *_tie_key(noun))) is person:
            return True
        one, other = owner.name.split(), person.name.split()
        return owner.named and not owner.members and len(one) > 1 and len(other) > 1 and one[-1] == other[-1]

    def coupled(self, one: "Person", other: "Person") -> bool:
        """Whether the text has said that the two are lovers, married or to be."""
        return any(self._kin.get((id(a), relation, None)) is b for a, b in ((one, other), (other, one)) for relation in _COUPLES)

    def tie(self, owner: "Person", noun: str, person: "Person") -> None:
        """Remembers that ``person`` is the owner's ``noun``, and what follows for the other of them."""
        if person.members or owner is person:
            return
        if owner.members:
            for member in owner.members if person.named and person not in owner.members else ():
                self.tie(member, noun, person)
            return
        relation, gender = _tie_key(noun)
        self._lineage.tell(owner, relation, person)
        if relation in (_CHILD, *_PARENTS):
            child, parent = (person, owner) if relation == _CHILD else (owner, person)
            known_parents = self._parents.setdefault(id(child), [])
            if parent.named and child.named and parent not in known_parents:
                known_parents.append(parent)
        known = self._kin.get((id(owner), relation, gender))
        if known is None or (person.named and not known.named):
            self._kin[id(owner), relation, gender] = person
        if relation in MUTUAL:
            self._kin.setdefault((id(person), relation, gender), owner)
        elif relation == _CHILD:
            for known_as in ("father", "mother"):
                if gender_of_noun(known_as) == owner.gender:
                    self._kin.setdefault((id(person), known_as, None), owner)

    def parents_of(self, children: "Person") -> "Person | None":
        """The two parents of somebody, or of all of a group; None where the text has not told of two."""
        told = [self._parents.get(id(child), []) for child in children.members or (children,)]
        return (
            self._persons.group(told[0])
            if len(told[0]) == 2 and all(set(map(id, one)) == set(map(id, told[0])) for one in told)
            else None
        )

    def share_name(self, one: "Person", other: "Person") -> bool:
        """Whether both are known by one surname."""
        return bool(name := family_name_of(one)) and name == family_name_of(other)

    def called_couple(self, one: "Person", other: "Person") -> None:
        """Remembers that the text calls the two a couple."""
        pair = frozenset({id(one), id(other)})
        if pair not in self._couples:
            self._couples.append(pair)

    @property
    def the_couple(self) -> "Person | None":
        """The two whom the text calls a couple, if it calls no others so."""
        if len(self._couples) != 1:
            return None
        return self._persons.group([person for person in self._persons.everyone if id(person) in self._couples[0]])

    def reciprocate(self) -> None:
        """Joins "Ada's uncle" and "Max's niece" where nobody else is an uncle or a niece: Max is the uncle of Ada."""
        owners = {id(person): person for person in self._persons.everyone if person.named and not person.members}
        wanted = [
            (owners[owner], relation, gender)
            for (owner, relation, gender), person in self._kin.items()
            if owner in owners and not person.named and not person.cast
        ]
        for one, relation, gender in wanted:
            answers = _ANSWERS.get(relation)
            if answers is None:
                continue
            same = [other for other, name, _ in wanted if name == relation and other is not one]
            found = [
                (other, name, kind)
                for other, name, kind in wanted
                if name in answers and other is not one and other.gender in (None, gender_of_noun(relation))
                and (kind or gender_of_noun(name)) in (None, one.gender)
            ]  # fmt: skip
            if len(found) == 1 and not same:
                other, name, kind = found[0]
                self._kin[id(one), relation, gender] = other
                self._kin[id(other), name, kind] = one

    def keep(self, named: set[int]) -> None:
        """Forgets the ties of all but those, by their ids."""
        self._kin = {key: person for key, person in self._kin.items() if key[0] in named and id(person) in named}

    def join(self, kept: "Person", left: "Person") -> None:
        """Gives one person's ties to another, who is the same."""
        self._kin = {
            (id(kept) if owner == id(left) else owner, tie, kind): kept if person is left else person
            for (owner, tie, kind), person in self._kin.items()
        }
