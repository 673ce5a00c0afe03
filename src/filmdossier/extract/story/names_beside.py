"""Finds the name that stands beside a description: "his wife, Helen", "a hit man named Stefanos", "Navajas, a killer,".

Enters the place of the noun; leaves whom the name beside it means, None where there is none.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.roles import aside_of, second_role

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference


class NamesBeside:
    """The names beside the nouns of a story."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known

    def named(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that stands beside a description: "his wife, Helen", "a hit man named Stefanos"."""
        beside = self.after(number, tree, index)
        if beside is not None:
            return beside
        for kid in tree.children(index, "appos", "flat", "nmod:desc"):
            if (number, kid) in self._known.people:
                return self._known.people[number, kid]
        head = tree.heads[index]
        if (name := aside_of(tree, index)) is not None:
            return self._known.people.get((number, self._known.covered.get(name, name)))
        for kid in tree.children(index, "conj"):
            if second_role(tree, index, kid):
                named = self._known.people.get((number, kid)) if tree.pos(kid) == "PROPN" else self.named(number, tree, kid)
                if named is not None:
                    return named
        if tree.relation(index) == "conj" and head is not None and second_role(tree, head, index):
            said = [self._known.people.get((number, kid)) for kid in tree.children(head, "appos")]
            if any(said):
                return next((one for one in said if one is not None and one.named), None)
            above = tree.heads[head]
            if tree.relation(head) == "appos" and above is not None and tree.pos(above) == "PROPN":
                return self._known.people.get(
                    (number, self._known.covered.get(above, above))
                )  # "Ada, an arranger and friend of Karl"
        if tree.relation(index) in ("appos", "nmod:desc", "compound") and head is not None:
            of = self._known.covered.get(head, head)  # the last word of a name for its first
            if (number, of) in self._known.people:
                return self._known.people[number, of]
        for kid in tree.children(index, "acl"):
            if tree.lemma(kid) in ("name", "call", "know"):
                for grand in tree.children(kid, "obj", "xcomp", "obl"):
                    if (number, grand) in self._known.people:
                        return self._known.people[number, grand]
        return None

    def before(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that an aside stands behind, wherever the parser has put it: "Navajas, a killer, …"."""
        first = min((kid for kid in tree.children(index, "det")), default=index)
        closes = any(tree.surface(step) == "," for step in range(index + 1, min(index + 12, len(tree))))
        if first < 2 or tree.surface(first - 1) != "," or not closes or tree.base(index) not in ("nsubj", "appos", "conj", "obl"):
            return None
        person = self._known.people.get((number, self._known.covered.get(first - 2, first - 2)))
        return person if person is not None and person.named and tree.pos(first - 2) == "PROPN" else None

    def after(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name right after a description, wherever the parser has put it: "Luther's girlfriend Rosalie", "his wife, Helen,"."""
        after = index + 1
        one = tie_of(tree.noun(index)) is not None and any(tree.lemma(kid) in ("a", "an") for kid in tree.children(index, "det"))
        if after < len(tree) and tree.surface(after) == "," and (one or tree.children(index, "nmod:poss")):
            closes = self._past_role(number, tree, after + 1)
            while closes < len(tree) and (self._known.covered.get(closes) is not None or (number, closes) in self._known.people):
                closes += 1
            if closes >= len(tree) or tree.surface(closes) not in (",", "(", ".", ";", "and"):
                return None
            after = self._past_role(number, tree, after + 1)
        if after >= len(tree) or tree.pos(after) not in ("PROPN", "NOUN", "ADJ"):
            return None
        head = after if (number, after) in self._known.people else self._known.covered.get(after)
        person = self._known.people.get((number, head)) if head is not None else None
        return person if person is not None and person.named and tree.surface(after)[:1].isupper() else None

    def _past_role(self, number: int, tree: Tree, index: int) -> int:
        """Where the name begins that stands behind another word for the person: "his mentor, the director Jerska"; else ``index``."""
        if index >= len(tree) or tree.lemma(index) not in ("the", "a", "an"):
            return index
        for step in range(index + 1, min(index + 6, len(tree))):
            if (number, step) in self._known.people and tree.pos(step) == "PROPN":
                return step if person_noun(tree.surface(step - 1)) and tree.surface(step - 1).islower() else index
            if tree.pos(step) not in ("ADJ", "NOUN", "PROPN", "VERB", "NUM", "ADV"):
                break
        return index

    def listed(self, number: int, tree: Tree, index: int) -> list[Person]:
        """The names in a list right after a plural description: "his friends, Campa and Quino"."""
        found: list[Person] = []
        aside = False  # within brackets, where the player is named
        for step in range(index + 1, len(tree)):
            if tree.surface(step) in ("(", ")"):
                aside = tree.surface(step) == "("
                continue
            if aside or (tree.surface(step) == ":" and not found):
                continue
            head = step if (number, step) in self._known.people else self._known.covered.get(step)
            person = self._known.people.get((number, head)) if head is not None and tree.pos(step) != "PRON" else None
            if person is not None and person.named:
                found.append(person)
            elif tree.surface(step) not in (",", "and", "&"):
                break
        return found
