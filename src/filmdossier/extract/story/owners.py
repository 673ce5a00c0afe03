"""Finds whose somebody is by a noun for kin, service or friendship: "his wife", "the wife of Roman", "has a daughter", "meets an old friend".

Enters the place of the noun; leaves the person it belongs to, None where the text tells of nobody.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import FAMILY, MUTUAL, tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.pronouns import PRONOUNS
from filmdossier.extract.story.roles import second_role
from filmdossier.extract.story.said import served

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_FAMILY_REACH = 3  # sentences back


class Owners:
    """Whose the persons are whom a story names by what they are to others."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known

    def owner(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is: "his wife", "Roman's wife", "the wife of Roman"."""
        # Of two the nearer one owns: the other is a name that the noun is said of ("Ana, Karl's girlfriend").
        for kid in sorted(tree.children(index, "nmod:poss"), reverse=True):
            surface = tree.surface(kid).casefold()
            if (number, kid) in self._known.people:
                rather = self._of_the_family(number, tree, index, PRONOUNS[surface]) if surface in PRONOUNS else None
                if rather is not None and rather is not self._known.people[number, kid]:
                    self._known.mention(number, tree, kid, rather)
                return self._known.whole(number, tree, kid)
            if surface == "whose":
                return self._known.whose(number, tree, kid)
            if surface in PRONOUNS:
                found = self._known.pronouns.meant(number, tree, kid, PRONOUNS[surface], surface)
                if found is not None:
                    found = self._of_the_family(number, tree, index, PRONOUNS[surface]) or found
                    self._known.mention(number, tree, kid, found)
                    return found
            elif tree.pos(kid) == "NOUN":
                found = self._known.descriptions.meant(number, tree, kid)
                if found is not None:
                    self._known.mention(number, tree, kid, found)
                    return found
        for kid in tree.children(index, "nmod"):
            in_service = tree.cases(kid) == "for" and tree.cases(index) == "as"  # "works as a driver for him"
            if (tree.cases(kid) in ("of", "to") or in_service) and (number, kid) in self._known.people:
                return self._known.whole(number, tree, kid)
        if index + 2 < len(tree) and tree.lemma(index + 1) == "of":
            return self._known.people.get((number, self._known.covered.get(index + 2, index + 2)))
        head = tree.heads[index]
        if head is not None and head < index and tree.relation(index) == "conj" and second_role(tree, head, index):
            return self.owner(number, tree, head)  # "his boss and friend"
        if head is not None and head > index and tree.base(index) in ("compound", "nmod", "amod") and tree.pos(head) == "PROPN":
            for kid in tree.children(head, "nmod:poss"):
                if kid < index and (number, kid) in self._known.people:
                    return self._known.whole(number, tree, kid)  # "Garuda's brother Virat", the name taken for the head
        master = served(tree, self._known.subjects[number], index) if tie_of(tree.noun(index)) is not None else None
        if master is not None and (number, master) in self._known.people:
            return self._known.whole(number, tree, master)
        return self._had(number, tree, index) or self._understood(number, tree, index) or self._met_with(number, tree, index)

    def _had(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is of which it is said that somebody has it: "has a daughter, Jean", "gave birth to a son named Tom"."""
        verb = tree.heads[index]
        tie = tie_of(tree.noun(index))
        if verb is None or tie is None or tree.pos(verb) != "VERB":
            return None
        held = tree.relation(index) == "obj" and tree.lemma(verb) in ("have", "adopt", "bear")
        born = (
            tree.cases(index) == "to"
            and tree.lemma(verb) == "give"
            and any(tree.lemma(k) == "birth" for k in tree.children(verb, "obj"))
        )
        subjects = self._known.subjects[number].of(verb) if held or born else ()
        return (
            self._known.whole(number, tree, subjects[0])
            if len(subjects) > 0 and (number, subjects[0]) in self._known.people
            else None
        )

    def _met_with(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose old friend it is that somebody meets: "runs into a former classmate, Mike"."""
        tie = tie_of(tree.noun(index))
        one = any(tree.lemma(kid) in ("a", "an") for kid in tree.children(index, "det"))
        verb = tree.heads[index]
        if (
            not one
            or tie is None
            or tie.relation not in MUTUAL
            or verb is None
            or tree.pos(verb) != "VERB"
            or tree.children(index, "nmod")
        ):
            return None
        if tree.base(index) not in ("obj", "obl") or tree.cases(index) not in ("", "with", "into", "by", "from", "to", "of"):
            return None
        if self._known.descriptions.beside.named(number, tree, index) is None:
            return None
        subjects = [k for k in self._known.subjects[number].of(verb) if (number, k) in self._known.people]
        return (
            self._known.people[number, subjects[0]]
            if len(subjects) == 1 and not self._known.subjects[number].passive(verb)
            else None
        )

    def _of_the_family(self, number: int, tree: Tree, index: int, kind: str) -> Person | None:
        """Whose husband, wife or child somebody with a name is: of those spoken of, who bears the surname or is so in the cast."""
        tie = tie_of(tree.noun(index))
        named = self._known.descriptions.beside.named(number, tree, index) if tie is not None and tie.relation in FAMILY else None
        if named is None:
            return None
        for mentioned in reversed(self._known.recent):
            person = mentioned.person
            if number - mentioned.sentence > _FAMILY_REACH:
                break
            if mentioned.sentence == number and mentioned.index > index:
                continue  # named only afterwards
            fits = person is not named and self._known.pronouns.fits(person, kind)
            if fits and self._known.persons.kinship.bound(person, tree.noun(index), named):
                return person
        return None

    def _understood(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is where nothing says so: "Jack and girlfriend Elaine", "arrives with wife Helen"."""
        bare = not any(tree.relation(kid) in ("det", "nmod:poss", "nmod", "nummod", "cop") for kid in tree.children(index))
        if not bare or tie_of(tree.noun(index)) is None or self._known.descriptions.beside.after(number, tree, index) is None:
            return None
        head = tree.heads[index]
        if tree.relation(index) == "conj" and head is not None:
            return self._known.people.get((number, head))
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        subjects = self._known.subjects[number].of(verb) if verb is not None else ()
        return self._known.people.get((number, subjects[0])) if len(subjects) == 1 and tree.base(index) in ("obl", "obj") else None
