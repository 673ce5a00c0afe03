"""Finds whose kin a possessive before a noun means where the grammar tells: "Ana, who meets her husband", "Ben and his friend".

Enters the pronoun's place; leaves the owner, None where nothing but nearness can tell.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.said import said_of
from filmdossier.extract.story.subjects import SEEING

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

HARM = frozenset("kill murder slay assassinate execute shoot stab kidnap abduct rape torture hang behead butcher slaughter".split())


class Possessors:
    """Whose the kin are of whom a story speaks with a possessive pronoun."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known

    def owner(self, number: int, tree: Tree, index: int, kind: str) -> Person | None:
        """Whom the possessive means by the grammar alone."""
        aside = self._before_bracket(number, tree, index)
        if aside is not None and self._known.pronouns.fits(aside, kind):
            return aside
        if kind == "pl" and (parents := self._parents(number, tree, index)) is not None:
            return parents
        if (joined := self._joined_to(number, tree, index, kind)) is not None:
            return joined
        return self._of_the_clause(number, tree, index, kind) if kind != "pl" else None

    def _parents(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose "their daughter" is: a couple's that was spoken of just before, if there is one."""
        noun = tree.heads[index]
        tie = tie_of(tree.noun(noun)) if noun is not None else None
        if tie is None or not tie.turned or tie.relation != "parent":
            return None
        couple = self._known.couple(number, reach=1)
        child = self._known.descriptions.beside.named(number, tree, noun) if noun is not None else None
        return couple if couple is None or child not in couple.members else None

    def _joined_to(self, number: int, tree: Tree, index: int, kind: str) -> Person | None:
        """Whose friend is joined to somebody: "Ben and his friend Max"; and of two who are the subject: "Ben and Ana … their friend Max"."""
        noun = tree.heads[index]
        if noun is None or tie_of(tree.noun(noun)) is None:
            return None
        if kind == "pl":
            verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
            above = next((step for step in tree.ancestors(verb) if tree.pos(step) == "VERB"), None) if verb is not None else None
            for one in (verb, above):
                subjects = self._known.subjects[number].of(one) if one is not None else ()
                met = [self._known.people[number, k] for k in subjects if k < index and (number, k) in self._known.people]
                if len(met) > 1 and len(met) == len(subjects):
                    return self._known.persons.group(met)
            return None
        if tree.lemma(index - 1) != "and" or index < 2:
            return None
        before = index - 2 - (tree.surface(index - 2) == ",")
        person = self._known.people.get((number, self._known.covered.get(before, before)))
        named = person is not None and person.named and tree.pos(index - 2) == "PROPN"
        return person if named and person is not None and self._known.pronouns.fits(person, kind) else None

    def _of_the_clause(self, number: int, tree: Tree, index: int, kind: str) -> Person | None:
        """Whose kin a relative clause or a participle speaks of: "Ana, who meets her husband", "sees Ben, a guard, arguing with his son"."""
        noun = tree.heads[index]
        if noun is None or tie_of(tree.noun(noun)) is None:
            return None
        clause = next(
            (step for step in tree.ancestors(noun) if tree.pos(step) == "VERB" or tree.base(step) in ("acl", "advcl")), None
        )
        if clause is None or clause > index or tree.base(clause) not in ("acl", "advcl") or tree.lemma(clause) in HARM:
            return None
        if said_of(tree, self._known.subjects[number], noun) is not None:
            return None  # "who is Ana's boss and her friend": not his own
        own = tree.child(clause, "nsubj", "nsubj:pass")
        if tree.relation(clause) != "acl:relcl" and own is not None:
            return None
        if own is not None and tree.lemma(own) != "who":
            return None
        if tree.base(clause) == "advcl" and not self._seen_doing(tree, clause):
            return None
        subjects = self._known.subjects[number].of(clause)
        person = self._known.people.get((number, subjects[0])) if len(subjects) == 1 and subjects[0] < index else None
        named = self._known.descriptions.beside.after(number, tree, noun)
        return person if person is not None and person is not named and self._known.pronouns.fits(person, kind) else None

    def _seen_doing(self, tree: Tree, clause: int) -> bool:
        """Whether a participle tells what somebody is seen doing, an aside between: "sees Ben, a guard, arguing"."""
        head = tree.heads[clause]
        seen = head is not None and tree.lemma(head) in SEEING and tree.child(head, "obj") is not None
        return seen and tree.progressive(clause)

    def _before_bracket(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that a bracket stands behind: "Felix (and later his wife)"."""
        for step in range(index - 1, max(index - 6, 0), -1):
            if tree.surface(step) == ")":
                return None
            if tree.surface(step) == "(":
                before = step - 1
                return self._known.people.get((number, self._known.covered.get(before, before)))
        return None
