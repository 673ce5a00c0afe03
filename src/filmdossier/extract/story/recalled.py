"""Finds the person that a bare noun takes up again: "the gunfighter", "the girl", "the drug lord".

Enters a noun with who has been spoken of; leaves whoever was last called so or fits alone, None where nobody does.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.names import HONORIFICS
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import gender_of_noun
from filmdossier.extract.story.persons import Person

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

GENERIC = frozenset({"man", "woman", "girl", "boy", "guy", "lady", "person", "kid", "child"})
YOUNG = frozenset({"boy", "girl", "kid", "child"})
_GENERIC_REACH = 2  # sentences back


class Recalled:
    """Whom the bare nouns of a story take up again; ``told_apart`` where the noun at hand is told by what its bearer did."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self.told_apart = False

    def described(self, number: int, lemma: str, *, plural: bool = False) -> Person | None:
        """The last person spoken of whom the noun fits."""
        for mentioned in reversed(self._known.recent):
            person = mentioned.person
            near = lemma not in GENERIC or (number - mentioned.sentence <= 6 and not self.told_apart)
            if lemma in person.nouns and person.plural == plural and near:
                return person
        if lemma in GENERIC:
            return None
        fitting = [
            person for person in self._known.persons.everyone if person.cast and lemma in person.nouns and person.plural == plural
        ]
        return fitting[0] if len(fitting) == 1 else None

    def generic(self, number: int, tree: Tree, index: int, lemma: str) -> Person | None:
        """Whom a bare "the girl" means of whom nobody has been called a girl: the last woman spoken of, in another sentence."""
        gender = gender_of_noun(lemma)
        bare = {tree.base(kid) for kid in tree.children(index)} <= {"det", "case", "punct", "cc", "conj"}
        if (
            lemma not in GENERIC
            or gender is None
            or not bare
            or tree.lemma(next(iter(tree.children(index, "det")), index)) != "the"
        ):
            return None
        here: set[int] = set()
        for mentioned in reversed(self._known.recent):
            person, distance = mentioned.person, number - mentioned.sentence
            if distance > _GENERIC_REACH:
                return None
            if distance == 0:
                here.add(id(person))
            elif lemma in YOUNG and person.named and person.name.split()[0] in HONORIFICS:
                continue
            elif person.gender == gender and not person.plural and not person.members and id(person) not in here:
                return person
        return None

    def commander(self) -> Person | None:
        """The one named person who has men at his orders: "the drug lord" of a text that gives henchmen to Bucho alone."""
        found = [person for person in self._known.persons.everyone if person.commands and person.named and not person.members]
        return found[0] if len(found) == 1 else None
