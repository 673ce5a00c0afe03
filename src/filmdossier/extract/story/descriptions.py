"""Finds whom a noun phrase means: "the gunfighter", "his wife, Helen", "the two", "her brother".

Enters a noun's place; leaves the person it describes, a new one where nobody fits, None where it means no person.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import COMMANDED, GROUPS, HEADS, PLURALS, gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person, possessive
from filmdossier.extract.story.pronouns import PRONOUNS

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_TWO = frozenset({"two", "both", "pair", "couple", "duo", "lovers", "newlyweds", "twosome"})
_GENERIC = frozenset({"man", "woman", "girl", "boy", "guy", "lady", "person", "kid", "child"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NO_PERSON = frozenset(
    "love interest figure voice lead star medium cover character role flame beau number power order computer weather letter lot kind sort type rest end side part".split()
)


class Descriptions:
    """Whom the nouns of a story mean."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known

    def meant(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whom a noun phrase describes; None where it means no person."""
        lemma, surface = tree.noun(index), tree.surface(index).casefold()
        determiners = {tree.lemma(kid) for kid in tree.children(index, "det", "det:predet", "nummod", "amod")}
        if (lemma in _TWO or surface in _TWO) and (
            determiners & {"the"} or lemma == "both" or tree.pos(index) in ("NUM", "DET", "PRON")
        ):
            if tree.children(index, "nmod") or tree.base(index) not in (
                "nsubj",
                "obj",
                "iobj",
                "obl",
                "nmod",
                "conj",
                "root",
                "appos",
            ):
                return None
            return self._known.pair(number)
        if tree.pos(index) != "NOUN" or tree.children(index, "cop"):
            return None
        if tree.base(index) in ("appos", "parataxis") and (said := self._said_of(number, tree, index)) is not None:
            return said
        if (
            not (person_noun(surface) or tie_of(lemma) or gender_of_noun(lemma) or surface in GROUPS or lemma in GROUPS)
            or lemma in _NO_PERSON
        ):
            return None
        plural = (
            surface in PLURALS
            or surface in GROUPS
            or surface.endswith(("hitmen", "gunmen", "henchmen", "policemen", "smen"))
            or (surface.endswith("s") and not surface.endswith(("ss", "us", "is")))
        )
        if determiners & {"every", "each", "no", "any"} or (lemma == "beauty" and tree.children(index, "nmod:poss")):
            return None
        owner = self.owner(number, tree, index)
        if owner is not None and surface in COMMANDED:
            owner.commands = True
        if owner is not None and tie_of(lemma) is not None and not (plural and tie_of(lemma)):
            return self._kin(number, tree, index, owner, lemma)
        if plural:
            listed = self.names_after(number, tree, index)
            if len(listed) > 1:
                return self._known.persons.group(listed)
        named = self.named_beside(number, tree, index)
        if named is not None:
            named.nouns.add(lemma)
            named.gender = named.gender or gender_of_noun(lemma)
            return named
        if lemma in HEADS and not plural and determiners & {"the", "this", "that"} and (head := self._commander()) is not None:
            head.nouns.add(lemma)
            return head
        apposed = self._name_before(number, tree, index) if determiners & {"a", "an"} else None
        if apposed is not None:
            apposed.nouns.add(lemma)
            return apposed
        name = self._known.text(number, tree, index)
        definite = bool(determiners & _DEFINITE) or owner is not None
        if definite and not plural and determiners & {"the", "this", "that"}:
            known = self._described(number, lemma)
            if known is not None:
                return known
        if definite:
            same = next((p for p in self._known.persons.everyone if not p.named and p.name.casefold() == name.casefold()), None)
            if same is not None:
                return same
            if plural or owner is None:
                known = self._described(number, lemma, plural=plural)
                if known is not None:
                    return known
        person = self._known.persons.add(name, named=False, plural=plural, gender=None if plural else gender_of_noun(lemma))
        person.nouns.add(lemma)
        return person

    def _described(self, number: int, lemma: str, *, plural: bool = False) -> Person | None:
        """The last person spoken of whom the noun fits."""
        for mentioned in reversed(self._known.recent):
            person = mentioned.person
            if lemma in person.nouns and person.plural == plural and (lemma not in _GENERIC or number - mentioned.sentence <= 6):
                return person
        if lemma in _GENERIC:
            return None
        fitting = [
            person for person in self._known.persons.everyone if person.cast and lemma in person.nouns and person.plural == plural
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _said_of(self, number: int, tree: Tree, index: int) -> Person | None:
        """Who a second predicate is said of: "he was once a mariachi, a wandering guitarist"."""
        predicate = tree.heads[index]
        if predicate is None or not tree.children(predicate, "cop") or not person_noun(tree.surface(index).casefold()):
            return None
        subject = tree.child(predicate, "nsubj")
        return self._known.people.get((number, subject)) if subject is not None else None

    def _commander(self) -> Person | None:
        """The one named person who has men at his orders: "the drug lord" of a text that gives henchmen to Bucho alone."""
        found = [person for person in self._known.persons.everyone if person.commands and person.named and not person.members]
        return found[0] if len(found) == 1 else None

    def owner(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is: "his wife", "Roman's wife", "the wife of Roman"."""
        for kid in tree.children(index, "nmod:poss"):
            if (number, kid) in self._known.people:
                return self._known.whole(number, tree, kid)
            surface = tree.surface(kid).casefold()
            if surface in PRONOUNS:
                found = self._known.pronouns.meant(number, tree, kid, PRONOUNS[surface], surface)
                if found is not None:
                    self._known.mention(number, tree, kid, found)
                    return found
            elif tree.pos(kid) == "NOUN":
                found = self.meant(number, tree, kid)
                if found is not None:
                    self._known.mention(number, tree, kid, found)
                    return found
        for kid in tree.children(index, "nmod"):
            if tree.cases(kid) in ("of", "to") and (number, kid) in self._known.people:
                return self._known.whole(number, tree, kid)
        if index + 2 < len(tree) and tree.lemma(index + 1) == "of":
            return self._known.people.get((number, self._known.covered.get(index + 2, index + 2)))
        return self._understood(number, tree, index)

    def _understood(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is where nothing says so: "Jack and girlfriend Elaine", "arrives with wife Helen"."""
        bare = not any(tree.relation(kid) in ("det", "nmod:poss", "nmod", "nummod", "cop") for kid in tree.children(index))
        if not bare or tie_of(tree.noun(index)) is None or self._next_name(number, tree, index) is None:
            return None
        head = tree.heads[index]
        if tree.relation(index) == "conj" and head is not None:
            return self._known.people.get((number, head))
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        subjects = self._known.subjects[number].of(verb) if verb is not None else ()
        return self._known.people.get((number, subjects[0])) if len(subjects) == 1 and tree.base(index) in ("obl", "obj") else None

    def _kin(self, number: int, tree: Tree, index: int, owner: Person, noun: str) -> Person:
        """The owner's wife, friend or boss: who the text says that is, else somebody called so."""
        named = self.named_beside(number, tree, index)
        if named is not None and named is not owner:
            named.nouns.add(noun)
            named.gender = named.gender or gender_of_noun(noun)
            self._known.persons.tie(owner, noun, named)
            return named
        known = self._known.persons.kin(owner, noun)
        if known is not None:
            return known
        person = self._known.persons.add(f"{possessive(owner)} {noun}", named=False, gender=gender_of_noun(noun))
        person.nouns.add(noun)
        self._known.persons.tie(owner, noun, person)
        return person

    def named_beside(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that stands beside a description: "his wife, Helen", "a hit man named Stefanos"."""
        beside = self._next_name(number, tree, index)
        if beside is not None:
            return beside
        for kid in tree.children(index, "appos", "flat", "nmod:desc"):
            if (number, kid) in self._known.people:
                return self._known.people[number, kid]
        head = tree.heads[index]
        if tree.relation(index) in ("appos", "nmod:desc", "compound") and head is not None and (number, head) in self._known.people:
            return self._known.people[number, head]
        for kid in tree.children(index, "acl"):
            if tree.lemma(kid) in ("name", "call", "know"):
                for grand in tree.children(kid, "obj", "xcomp", "obl"):
                    if (number, grand) in self._known.people:
                        return self._known.people[number, grand]
        return None

    def _name_before(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that an aside stands behind, wherever the parser has put it: "Navajas, a killer, …"."""
        first = min((kid for kid in tree.children(index, "det")), default=index)
        closes = any(tree.surface(step) == "," for step in range(index + 1, min(index + 12, len(tree))))
        if first < 2 or tree.surface(first - 1) != "," or not closes or tree.base(index) not in ("nsubj", "appos", "conj", "obl"):
            return None
        person = self._known.people.get((number, self._known.covered.get(first - 2, first - 2)))
        return person if person is not None and person.named and tree.pos(first - 2) == "PROPN" else None

    def _next_name(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name right after a description, wherever the parser has put it: "Luther's girlfriend Rosalie", "his wife, Helen,"."""
        after = index + 1
        if after < len(tree) and tree.surface(after) == "," and tree.children(index, "nmod:poss"):
            closes = after + 1
            while closes < len(tree) and (self._known.covered.get(closes) is not None or (number, closes) in self._known.people):
                closes += 1
            if closes >= len(tree) or tree.surface(closes) not in (",", "(", ".", ";", "and"):
                return None
            after += 1
        if after >= len(tree) or tree.pos(after) not in ("PROPN", "NOUN", "ADJ"):
            return None
        head = after if (number, after) in self._known.people else self._known.covered.get(after)
        person = self._known.people.get((number, head)) if head is not None else None
        return person if person is not None and person.named and tree.surface(after)[:1].isupper() else None

    def names_after(self, number: int, tree: Tree, index: int) -> list[Person]:
        """The names in a list right after a plural description: "his friends, Campa and Quino"."""
        found: list[Person] = []
        for step in range(index + 1, len(tree)):
            head = step if (number, step) in self._known.people else self._known.covered.get(step)
            person = self._known.people.get((number, head)) if head is not None and tree.pos(step) != "PRON" else None
            if person is not None and person.named:
                found.append(person)
            elif tree.surface(step) not in (",", "and", "&"):
                break
        return found
