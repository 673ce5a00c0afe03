"""Tells whether what a clause says happens: not what is denied, wished, planned, asked for or only reported."""

from filmdossier.extract.story import verbs
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.subjects import Subjects

# What happens before or because of something has happened, even where that is only wished.
_TEMPORAL = frozenset({"after", "since", "because", "once"})


class Reality:
    """What happens of what one sentence's verbs say."""

    def __init__(self, tree: Tree, subjects: Subjects) -> None:
        self.tree = tree
        self._subjects = subjects

    def negated(self, index: int) -> bool:
        """Whether the verb itself is denied, or its subject or object is "no one"."""
        tree = self.tree
        for kid in tree.children(index):
            lemma = tree.lemma(kid)
            if tree.base(kid) in ("advmod", "aux", "det", "cc") and (
                lemma in verbs.NEGATIVE or tree.surface(kid).casefold() in verbs.NEGATIVE
            ):
                if lemma == "not" and any(tree.lemma(other) == "only" for other in tree.children(index, "advmod")):
                    continue
                return True
            if lemma == "longer" and any(tree.lemma(other) == "no" for other in tree.children(kid)):
                return True
            if tree.base(kid) in ("nsubj", "obj") and (
                lemma in ("nobody", "no-one", "none", "nothing", "noone")
                or any(tree.lemma(grand) == "no" for grand in tree.children(kid, "det"))
            ):
                return True
        head = tree.heads[index]
        if tree.relation(index) == "conj" and head is not None and self._subjects.verbal(head):
            joined = {tree.lemma(kid) for kid in tree.children(index, "cc")}
            if joined & {"or", "nor"}:
                return "nor" in joined or self.negated(head)
        return False

    def real(self, index: int, depth: int = 0) -> bool:
        """Whether the text has the clause happen, its own denial aside."""
        tree = self.tree
        if depth > 12:
            return False
        for kid in tree.children(index, "aux"):
            if tree.lemma(kid) in verbs.MODALS or tree.surface(kid).casefold() in verbs.MODALS:
                return False
        head, relation = tree.heads[index], tree.relation(index)
        mark = tree.mark(index)
        if "to" in mark.split() and any(tree.lemma(kid) == "be" for kid in tree.children(index, "cop")):
            return False  # "was to marry her"
        if head is None:
            return True
        if relation == "conj":
            above = self._finite_above(index, head)
            if above is not None:
                return self.real(above, depth + 1)
            shares = not tree.children(index, "nsubj", "nsubj:pass", "aux")
            if shares or tree.relation(head) in ("ccomp", "xcomp"):
                return self.real(head, depth + 1)
            above = tree.heads[head]
            return above is None or self.real(above, depth + 1) or not mark
        if relation.startswith(("advcl", "acl")):
            infinitive = "to" in mark.split()
            if infinitive and any(tree.lemma(kid) == "only" for kid in tree.children(index, "advmod")):
                return self.real(head, depth + 1)
            if infinitive and tree.lemma(head) == "use" and tree.children(head, "obj"):
                return self.real(head, depth + 1)  # "uses it to shoot him"
            if infinitive or mark in verbs.UNREAL_MARKS or self._without(index):
                return False
            return mark in _TEMPORAL or self._above(head, depth)
        if relation == "xcomp":
            return self._open_complement(index, head, depth)
        if relation == "ccomp":
            if (
                tree.pos(head) != "VERB"
                or mark in ("if", "whether")
                or not (tree.lemma(head) in verbs.FACTIVE or self._told(index, head))
            ):
                return False
            return not tree.mark(index).startswith("to") and self.real(head, depth + 1)
        if relation in ("csubj", "csubj:pass", "advmod"):
            return False
        return self._above(head, depth)

    def _told(self, index: int, head: int) -> bool:
        """Whether somebody tells another what has been done, or that he loves him: "tells Ben that Ana has killed Carl"."""
        tree = self.tree
        if tree.lemma(head) not in ("tell", "inform") or not tree.children(head, "obj", "iobj", "nsubj:pass"):
            return False
        return tree.lemma(index) == "love" or any(tree.lemma(kid) == "have" for kid in tree.children(index, "aux"))

    def _finite_above(self, index: int, head: int) -> int | None:
        """The finite verb that a finite verb is joined to, where the infinitive under it was taken for that one.

        "He decides to write and hides the machine": joined to "decides", for "hides" is no infinitive.
        """
        tree = self.tree
        form = tree.surface(index).casefold()
        if "to" not in tree.mark(head).split() or form == tree.lemma(index) or not form.endswith("s") or tree.mark(index):
            return None
        return next(
            (
                step
                for step in tree.ancestors(head)
                if self._subjects.verbal(step)
                and "to" not in tree.mark(step).split()
                and tree.surface(step).casefold().endswith("s")
            ),
            None,
        )

    def _above(self, head: int, depth: int) -> bool:
        """Whether the clause around is real; a noun's is that of the verb it belongs to."""
        tree = self.tree
        for step in (head, *tree.ancestors(head)):
            if self._subjects.verbal(step):
                return self.real(step, depth + 1)
        return True

    def _without(self, index: int) -> bool:
        return any(
            self.tree.lemma(kid) in ("without", "instead", "than", "rather")
            for kid in self.tree.children(index, "case", "mark", "cc")
        )

    def _open_complement(self, index: int, head: int, depth: int) -> bool:
        tree = self.tree
        lemma = tree.lemma(head)
        if tree.pos(head) != "VERB":
            return lemma == "able" and not self.negated(head) and self._above(head, depth)
        if self.negated(head):
            return False
        if lemma in verbs.ASPECT and not tree.children(head, "obj"):
            return self.real(head, depth + 1)
        if lemma in verbs.CAUSATIVE and (tree.children(head, "obj") or self._subjects.passive(head)):
            return self.real(head, depth + 1)
        return False
