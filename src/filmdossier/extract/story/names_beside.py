"""Finds the name that stands beside a description: "his wife, Helen", "a hit man named Stefanos", "Navajas, a killer,".

Enters the place of the noun; leaves whom the name beside it means, None where there is none.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.roles import aside_of, second_role

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_COLON_WITHIN = 8  # words
_MODIFIERS_WITHIN = 9  # words
_SMALL_ONES = frozenset("little young baby old infant newborn teenage".split())
_PEOPLE = frozenset("criminal intellectual professional amateur acquaintance".split())  # beside a name


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
        if (aside := self._aside_with_owner(number, tree, index)) is not None:
            return aside
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
        if (further := self._behind_modifiers(number, tree, index)) is not None:
            return further
        return self.by_name(number, tree, index)

    def by_name(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that is said to be somebody's: "a mafioso named Tony"."""
        for kid in tree.children(index, "acl"):
            if tree.lemma(kid) in ("name", "call", "know"):
                for grand in tree.children(kid, "obj", "xcomp", "obl"):
                    if (number, grand) in self._known.people:
                        return self._known.people[number, grand]
        return None

    def _aside_with_owner(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name before an aside that says whose somebody is, wherever the parser has put it: "Ana, Karl's girlfriend, …"."""
        owner = max((kid for kid in tree.children(index, "nmod:poss") if kid < index), default=None)
        if owner is None or tie_of(tree.noun(index)) is None or tree.surface(index).casefold().endswith("s"):
            return None
        if index + 1 < len(tree) and tree.surface(index + 1) not in (",", ".", ";", ")", "(", "-", "–", "—"):
            return None
        first = owner
        while first > 0 and self._known.covered.get(first - 1) == owner:
            first -= 1
        if first < 2 or tree.surface(first - 1) != "," or tree.pos(first - 2) != "PROPN" or tree.surface(first) == "whose":
            return None
        person = self._known.people.get((number, self._known.covered.get(first - 2, first - 2)))
        if person is None or not person.named or person.members:
            return None
        return person if {person.gender, gender_of_noun(tree.noun(index))} != {"m", "f"} else None

    def _behind_modifiers(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name behind all that describes the noun, taken for a name of part of it: "a singer from Paris, Max Papin, hears …"."""
        noun = tree.noun(index)
        first = min(tree.children(index, "det", "nmod:poss"), default=index)
        if first == index or (first > 0 and tree.surface(first - 1) in (",", "and")) or not (person_noun(noun) or tie_of(noun)):
            return None
        below = set(tree.subtree(index))
        for step in range(tree.past_hyphens(index), min(index + _MODIFIERS_WITHIN, len(tree) - 1)):
            if tree.surface(step) != ",":
                other = tree.pos(step) == "NOUN" and (person_noun(tree.noun(step)) or tie_of(tree.noun(step)) is not None)
                known = (number, step) in self._known.people and tree.pos(step) == "PROPN"
                if step not in below or known or other or tree.pos(step) == "CCONJ":
                    return None  # "a rider sent by its owner, Max": the owner's name
                continue
            head = self._known.covered.get(step + 1, step + 1)
            person = self._known.people.get((number, head))
            if person is None or not person.named or tree.pos(step + 1) != "PROPN" or tree.base(head) not in ("appos", "nsubj"):
                return None
            last = max([head, *(one for one, of in self._known.covered.items() if of == head)])
            closes = last + 1 >= len(tree) or tree.surface(last + 1) in (",", ".", "(") or tree.base(head) == "nsubj"
            unlike = {person.gender, gender_of_noun(noun)} == {"m", "f"}
            return person if closes and not unlike else None
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
        after = tree.past_hyphens(index)
        one = tie_of(tree.noun(index)) is not None and any(tree.lemma(kid) in ("a", "an") for kid in tree.children(index, "det"))
        if (
            after < len(tree)
            and tree.surface(after) == ","
            and (one or tree.children(index, "nmod:poss") or self._of_two_roles(tree, index))
        ):
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

    def _of_two_roles(self, tree: Tree, index: int) -> bool:
        """Whether the noun is the second of two roles that one person has to the same owner: "his neighbor and old partner, Max"."""
        head = tree.heads[index]
        joined = head is not None and tree.relation(index) == "conj" and second_role(tree, head, index)
        return joined and head is not None and bool(tree.children(head, "nmod:poss"))

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

    def _list_opens(self, tree: Tree, index: int) -> int:
        """Where the names begin that a colon leads in: "two sons to look after it: Linus and David"; right behind the noun without one."""
        for step in range(index + 1, min(index + _COLON_WITHIN, len(tree))):
            if tree.surface(step) == ":":
                return step + 1 if tree.children(index, "nummod") else index
            if tree.pos(step) in ("PUNCT", "PROPN"):
                break
        return index

    def listed(self, number: int, tree: Tree, index: int) -> list[Person]:
        """The names in a list right after a plural description: "his friends, Campa and Quino"."""
        found: list[Person] = []
        aside = False  # within brackets, where the player is named
        resumes = self._list_opens(tree, index)
        for step in range(index + 1, len(tree)):
            if tree.surface(step) in ("(", ")"):
                aside = tree.surface(step) == "("
                continue
            if aside or (tree.surface(step) == ":" and not found) or step < resumes:
                continue
            if found and tree.lemma(step) in ("who", "whose") and tree.surface(step - 1) == ",":
                resumes = next((later for later in range(step, len(tree)) if tree.surface(later) == ","), len(tree))
                continue  # "Linus, who works, and David, who marries"
            head = step if (number, step) in self._known.people else self._known.covered.get(step)
            person = self._known.people.get((number, head)) if head is not None and tree.pos(step) != "PRON" else None
            if person is not None and person.named:
                found.append(person)
            elif (
                tree.pos(step) in ("ADJ", "NOUN")
                and step + 1 < len(tree)
                and tree.pos(step + 1) == "PROPN"
                and tree.surface(step).casefold() in _SMALL_ONES
            ):
                continue  # "Lucy, Ben and little Debbie"
            elif tree.surface(step) not in (",", "and", "&") or (not found and tree.surface(step) != ","):
                break  # "his neighbors, and Rex": somebody else
        return found

    def called(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whom a name behind "an orphan boy, Matt," or "a rich schoolfellow of his, Lionel" calls."""
        noun = tree.noun(index)
        if noun != "one" and (
            not tree.children(index, "det", "nmod:poss", "nummod") or tree.surface(index).casefold().endswith("s")
        ):
            return None
        of_a_people = tree.surface(index)[:1].isupper() and tree.children(index, "det")  # "a charming American, Peter Joshua"
        if not (person_noun(noun) or gender_of_noun(noun) or tie_of(noun) or noun in _PEOPLE or noun == "one" or of_a_people):
            return None
        for kid in tree.children(index, "appos", "vocative"):
            person = self._known.people.get((number, kid))
            if person is not None and person.named and tree.pos(kid) == "PROPN" and kid > index and len(tree.conjuncts(kid)) == 1:
                if tie_of(noun) is not None and tree.children(index, "nmod:poss"):
                    return None  # the owner counts as well
                person.gender = person.gender or gender_of_noun(noun)
                if person_noun(noun):
                    person.nouns.add(noun)
                return person
        return None

    def after_is(self, number: int, tree: Tree, index: int) -> Person | None:
        """Who "his only friend" is of which it is said that it is somebody by name."""
        head = tree.heads[index]
        if head is None or tree.base(index) != "nsubj" or not tree.children(head, "cop") or tree.pos(head) != "PROPN":
            return None
        person = self._known.people.get((number, head))
        said = (
            person is not None
            and person.named
            and not any(tree.lemma(kid) in ("not", "n't") for kid in tree.children(head, "advmod"))
        )
        return person if said else None
