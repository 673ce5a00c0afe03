"""Finds who a verb is said of: its own subject, or one that it shares with the verb around it.

A tree enters; heads of nouns leave. Subjects are shared by joined verbs and handed down to
participles and open complements; what a relative pronoun stands for is told.
"""

from functools import cached_property

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story import verbs
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import GROUPS, gender_of_noun, tie_of

SEEING = frozenset("see witness watch find catch spot notice observe hear overhear discover glimpse spy".split())


class Subjects:
    """The subjects of one sentence's verbs."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def verbal(self, index: int) -> bool:
        """Whether the word heads a clause as a verb."""
        tree = self.tree
        return tree.pos(index) == "VERB" and tree.base(index) not in (
            "amod", "compound", "case", "mark", "cc", "fixed", "flat", "aux", "cop", "det", "advmod", "discourse", "reparandum", "nmod", "obl", "nsubj", "obj"
        )  # fmt: skip

    @cached_property
    def _passive(self) -> dict[int, bool]:
        return {}

    def passive(self, index: int) -> bool:
        """Whether the verb's subject is the one that it is done to."""
        if index not in self._passive:
            self._passive[index] = False  # a loop in the tree ends here
            self._passive[index] = self._is_passive(index)
        return self._passive[index]

    def _is_passive(self, index: int) -> bool:
        tree = self.tree
        if tree.children(index, "nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        if tree.children(index, "nsubj", "aux", "csubj") or tree.children(index, "cop"):
            return False
        if not tree.participle(index):
            return False
        if tree.relation(index) in ("acl", "advcl"):
            return not tree.children(index, "obj") or bool(tree.children(index, "obl:agent"))
        if tree.relation(index) == "xcomp" and not tree.mark(index):
            return True
        head = tree.heads[index]
        if tree.relation(index) == "conj" and head is not None and self.verbal(head) and self.passive(head):
            return not tree.children(index, "obj") or tree.surface(index) == tree.surface(head)
        return False

    def of(self, index: int, depth: int = 0) -> tuple[int, ...]:
        """The heads of the verb's grammatical subject, its own or one that it shares; () where there is none."""
        tree = self.tree
        own = tree.child(index, "nsubj", "nsubj:pass", "nsubj:outer")
        head = tree.heads[index]
        if own is not None:
            if tree.relative(own):
                antecedent = self._antecedent(index)
                return tuple(tree.conjuncts(antecedent)) if antecedent is not None else ()
            return tuple(tree.conjuncts(own))
        fronted = next((kid for kid in tree.children(index, "iobj") if kid < index and not tree.relative(kid)), None)
        if fronted is not None and tree.pos(fronted) in ("PROPN", "NOUN") and not tree.mark(index):
            return tuple(tree.conjuncts(fronted))  # "that Ben, who does not know her, gives her a lift": taken for who is given
        if head is None or depth > 8:
            return ()
        relation = tree.relation(index)
        if relation == "conj":
            # "Ana sings, and Ben listens, then leaves": who leaves is the nearest before it, though all are joined to "sings".
            before = [kid for kid in tree.children(head, "conj") if kid < index and self.verbal(kid)]
            if before and self.verbal(index) and self.verbal(head):
                return self.of(before[-1], depth + 1)
            shared = self.of(head, depth + 1) if tree.pos(head) in ("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN") else ()
            if not shared and tree.pos(head) in ("NOUN", "PROPN") and self.verbal(index):
                # "Ana, the spy who tricks Ben and hires Carl": joined to the name in the place of the relative clause.
                clause = next(
                    (step for step in tree.subtree(head) if head < step < index and tree.relation(step) == "acl:relcl"), None
                )
                shared = self.of(clause, depth + 1) if clause is not None else ()
            if not shared and tree.progressive(index):
                # Joined to a noun by mistake: "drawing his gun from its holster and shooting him".
                above = next((step for step in tree.ancestors(index) if self.verbal(step)), None)
                shared = self.of(above, depth + 1) if above is not None else ()
            return shared
        if relation == "xcomp":
            return self._controller(index, head, depth)
        if relation in ("advcl", "parataxis", "dep", "ccomp"):
            if relation in ("parataxis", "dep") and not tree.progressive(index):
                return ()
            if tree.pos(head) in ("NOUN", "PROPN", "PRON") and not tree.children(head, "nsubj", "cop"):
                return tuple(tree.conjuncts(head))
            if relation == "advcl" and head < index and (found := self._found(index, head)) is not None:
                return tuple(tree.conjuncts(found))
            return self.of(head, depth + 1)
        if relation == "acl":
            return () if "to" in tree.mark(index).split() or tree.lemma(index) in verbs.ADJECTIVAL else (head,)
        if relation == "acl:relcl" and head < index and tree.pos(head) in ("NOUN", "PROPN", "PRON"):
            # "Ana (Ida Roy), a nurse, works there": a clause whose subject was taken for the head of another.
            return tuple(tree.conjuncts(head))
        return ()

    def _found(self, index: int, head: int) -> int | None:
        """Whom a participle is said of that tells how somebody is found or seen: "finds Ben dead, murdered by Ana", "sees Ben arguing"."""
        tree = self.tree
        seen = tree.lemma(head) in SEEING and tree.progressive(index) and not tree.mark(index)
        found = tree.lemma(head) in ("find", "discover", "leave") and tree.participle(index)
        if not (seen or found) or self.passive(head):
            return None
        held = tree.child(head, "obj")
        if seen:  # "sees Ben, a guard, arguing with his son", but "watches Ben, smoking"
            aside = held is not None and any(
                tree.lemma(tree.child(kid, "det") or kid) in ("a", "an", "the") for kid in tree.children(held, "appos")
            )
            apart = held is not None and index > 0 and tree.surface(index - 1) == "," and not aside
            return held if held is not None and head < held < index and not apart else None
        return held if held is not None and head < held < index and not tree.children(index, "obj") else None

    def _antecedent(self, index: int) -> int | None:
        """The noun that a relative clause belongs to."""
        tree = self.tree
        for step in (index, *tree.ancestors(index)):
            if tree.base(step) == "acl":
                head = tree.heads[step]
                near = self._before_who(step)
                return near if near is not None else self._called(head) if head is not None else None
            if tree.relation(step) not in ("conj", "ccomp"):  # "the man who he says was hired"
                return None
        return None

    def _called(self, head: int) -> int:
        """Of whom it is said that he is what the relative clause tells more of: "Ben is a hitman who works for Ana"; else ``head``."""
        tree = self.tree
        said = tree.child(head, "nsubj") if tree.children(head, "cop") and tree.pos(head) == "NOUN" else None
        return said if said is not None and tree.pos(said) == "PROPN" else head

    def _before_who(self, clause: int) -> int | None:
        """The name right before "who", where the clause was hung on a thing before it: "brings a cake to Ana, who sings"."""
        tree = self.tree
        who = next((kid for kid in tree.subtree(clause) if tree.lemma(kid) == "who" and kid < clause), None)
        head = tree.heads[clause]
        if who is None or who == 0 or head is None or tree.pos(head) != "NOUN" or _may_be_somebody(tree, head):
            return None
        before = who - 1 - (tree.surface(who - 1) == ",")
        while before > head and tree.base(before) == "flat" and (above := tree.heads[before]) is not None and above < before:
            before = above
        return before if before > head and tree.pos(before) == "PROPN" and tree.base(before) != "nmod:poss" else None

    def _controller(self, index: int, head: int, depth: int) -> tuple[int, ...]:
        """Who does what an open complement says: "forces him to pay" → him; "promises her to pay" → the promiser."""
        tree = self.tree
        if tree.pos(head) == "VERB" and not self.passive(head) and tree.lemma(head) not in ("promise", "threaten", "vow"):
            held = tree.child(head, "obj", "iobj")
            if held is not None:
                return self.resolved(held, head)
        return self.of(head, depth + 1)

    def resolved(self, index: int, verb: int) -> tuple[int, ...]:
        """The nouns of an object; a relative pronoun's antecedent."""
        if self.tree.relative(index):
            antecedent = self._antecedent(verb)
            return tuple(self.tree.conjuncts(antecedent)) if antecedent is not None else ()
        return tuple(self.tree.conjuncts(index))


def _may_be_somebody(tree: Tree, index: int) -> bool:
    """Whether a noun can mean persons."""
    noun, form = tree.noun(index), tree.surface(index).casefold()
    return person_noun(noun) or person_noun(form) or tie_of(noun) is not None or gender_of_noun(noun) is not None or form in GROUPS
