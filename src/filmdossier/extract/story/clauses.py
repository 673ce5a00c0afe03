"""What the verbs of a sentence say: who does what to whom, where and with what, and whether it happens.

A tree enters; clauses leave in text order, their parts as local indices of head words. Subjects are
shared by joined verbs and handed down to participles and open complements; passives are turned
round. A clause that is denied, wished, planned, asked for or only reported says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from filmdossier.extract.story import verbs
from filmdossier.extract.story.grammar import Tree

# What happens before or because of something has happened, even where that is only wished.
_TEMPORAL = frozenset({"after", "since", "because", "once"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One verb with its parts.

    ``verb`` is the index of the verb that names the deed, ``lemma`` the deed in words. ``agents`` and
    ``patients`` are the heads of joined nouns; ``other`` is a person addressed or given to beside the
    patient. ``obliques`` are pairs of preposition and head. ``real`` is false where the text does not
    say that it happens.
    """

    verb: int
    lemma: str
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    other: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    real: bool
    negated: bool
    passive: bool
    complement: int | None = None  # the verb under "tries to …"


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def __iter__(self) -> Iterator[Clause]:
        swallowed: set[int] = set()
        for index in range(len(self.tree)):
            if self.verbal(index) and index not in swallowed:
                clause = self._clause(index)
                if clause is not None:
                    if clause.complement is not None:
                        swallowed.add(clause.complement)
                    yield clause

    # Verbs

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

    # Subjects

    def subjects(self, index: int, depth: int = 0) -> tuple[int, ...]:
        """The heads of the verb's grammatical subject, its own or one that it shares; () where there is none."""
        tree = self.tree
        own = tree.child(index, "nsubj", "nsubj:pass", "nsubj:outer")
        head = tree.heads[index]
        if own is not None:
            if tree.relative(own):
                antecedent = self._antecedent(index)
                return tuple(tree.conjuncts(antecedent)) if antecedent is not None else ()
            return tuple(tree.conjuncts(own))
        if head is None or depth > 8:
            return ()
        relation = tree.relation(index)
        if relation == "conj":
            shared = self.subjects(head, depth + 1) if tree.pos(head) in ("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN") else ()
            if not shared and tree.progressive(index):
                # Joined to a noun by mistake: "drawing his gun from its holster and shooting him".
                above = next((step for step in tree.ancestors(index) if self.verbal(step)), None)
                shared = self.subjects(above, depth + 1) if above is not None else ()
            return shared
        if relation == "xcomp":
            return self._controller(index, head, depth)
        if relation in ("advcl", "parataxis", "dep", "ccomp"):
            if relation in ("parataxis", "dep") and not tree.progressive(index):
                return ()
            if tree.pos(head) in ("NOUN", "PROPN", "PRON") and not tree.children(head, "nsubj", "cop"):
                return tuple(tree.conjuncts(head))
            return self.subjects(head, depth + 1)
        if relation == "acl":
            return () if "to" in tree.mark(index).split() or tree.lemma(index) in verbs.ADJECTIVAL else (head,)
        if relation == "acl:relcl" and head < index and tree.pos(head) in ("NOUN", "PROPN", "PRON"):
            # "Ana (Ida Roy), a nurse, works there": a clause whose subject was taken for the head of another.
            return tuple(tree.conjuncts(head))
        return ()

    def _antecedent(self, index: int) -> int | None:
        """The noun that a relative clause belongs to."""
        tree = self.tree
        for step in (index, *tree.ancestors(index)):
            if tree.base(step) == "acl":
                return tree.heads[step]
            if tree.relation(step) != "conj":
                return None
        return None

    def _controller(self, index: int, head: int, depth: int) -> tuple[int, ...]:
        """Who does what an open complement says: "forces him to pay" → him; "promises her to pay" → the promiser."""
        tree = self.tree
        if tree.pos(head) == "VERB" and not self.passive(head) and tree.lemma(head) not in ("promise", "threaten", "vow"):
            held = tree.child(head, "obj", "iobj")
            if held is not None:
                return self._resolved(held, head)
        return self.subjects(head, depth + 1)

    def _resolved(self, index: int, verb: int) -> tuple[int, ...]:
        """The nouns of an object; a relative pronoun's antecedent."""
        if self.tree.relative(index):
            antecedent = self._antecedent(verb)
            return tuple(self.tree.conjuncts(antecedent)) if antecedent is not None else ()
        return tuple(self.tree.conjuncts(index))

    # Whether it happens

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
        if tree.relation(index) == "conj" and head is not None and self.verbal(head):
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
        if head is None:
            return True
        mark = tree.mark(index)
        if relation == "conj":
            shares = not tree.children(index, "nsubj", "nsubj:pass", "aux")
            if shares or tree.relation(head) in ("ccomp", "xcomp"):
                return self.real(head, depth + 1)
            above = tree.heads[head]
            return above is None or self.real(above, depth + 1) or not mark
        if relation.startswith(("advcl", "acl")) or relation == "advcl":
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
            if tree.pos(head) != "VERB" or tree.lemma(head) not in verbs.FACTIVE or mark in ("if", "whether"):
                return False
            return not tree.mark(index).startswith("to") and self.real(head, depth + 1)
        if relation in ("csubj", "csubj:pass", "advmod"):
            return False
        return self._above(head, depth)

    def _above(self, head: int, depth: int) -> bool:
        """Whether the clause around is real; a noun's is that of the verb it belongs to."""
        tree = self.tree
        for step in (head, *tree.ancestors(head)):
            if self.verbal(step):
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
        if lemma in verbs.CAUSATIVE and (tree.children(head, "obj") or self.passive(head)):
            return self.real(head, depth + 1)
        return False

    # The parts

    def _clause(self, index: int) -> Clause | None:
        tree = self.tree
        lemma, complement, deed = tree.lemma(index), None, index
        negated = self.negated(index)
        if lemma in verbs.CATENATIVE and not tree.children(index, "obj"):
            inner = tree.child(index, "xcomp")
            if inner is not None and self.verbal(inner):
                complement, deed = inner, inner
                lemma = f"{lemma} {self._joint(inner)}{tree.lemma(inner)}"
                negated = negated or self.negated(inner)
        words = [lemma, *(tree.lemma(kid) for kid in tree.children(deed, "compound:prt"))]
        subjects = self.subjects(index)
        passive = self.passive(deed)
        objects: tuple[int, ...] = ()
        direct = tree.child(deed, "obj") if not passive else None
        indirect = tree.child(deed, "iobj")
        if direct is None and indirect is not None:
            direct, indirect = indirect, None
        if direct is not None:
            objects = self._resolved(direct, deed)
        elif not passive:
            objects = self._gap(deed, subjects)
        obliques = self._obliques(deed)
        agents, patients = subjects, objects
        if passive:
            by = tree.child(deed, "obl:agent")
            if by is None:
                by = next((head for case, head in obliques if case == "by"), None)
            patients = subjects or objects
            agents = self._resolved(by, deed) if by is not None else ()
            obliques = tuple((case, head) for case, head in obliques if head != by)
            if not agents and tree.lemma(deed) in verbs.MUTUAL:
                agents, patients = subjects, ()
            direct = tree.child(deed, "obj")
        phrase = self._phrase(deed, direct)
        if phrase:
            words.append(phrase)
            patients = () if not passive else patients
        bare = self._inner(deed)
        if bare is not None and not phrase:
            words.append(bare[0])
            patients = patients or bare[1]
        if not patients and (not passive or tree.lemma(deed) in verbs.MUTUAL):
            case, heads = self._prepositional(deed, " ".join(words), obliques, phrase)
            if heads:
                words += [case] if words[-1] != case else []
                patients = heads
                obliques = tuple((c, h) for c, h in obliques if h not in heads)
        other = self._resolved(indirect, deed) if indirect is not None else ()
        if tree.lemma(deed) in ("fall", "make", "have") and "love" in words[-2:] and not patients:
            words = [word for word in words if word != "with"]
        return Clause(
            verb=deed,
            lemma=" ".join(filter(None, words)),
            agents=agents,
            patients=patients,
            other=other,
            obliques=obliques,
            real=self.real(index),
            negated=negated,
            passive=passive,
            complement=complement,
        )

    def _joint(self, inner: int) -> str:
        return "to " if self.tree.mark(inner) == "to" else ""

    def _gap(self, verb: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
        """The antecedent that a relative clause leaves out: "the man he killed"."""
        tree = self.tree
        if tree.relation(verb) != "acl:relcl" or tree.children(verb, "ccomp", "xcomp"):
            return ()
        head = tree.heads[verb]
        if head is None or head in subjects or tree.pos(head) not in ("NOUN", "PROPN", "PRON"):
            return ()
        if any(not tree.children(kid, "case") and tree.relative(kid) for kid in tree.children(verb, "nsubj", "nsubj:pass", "obl")):
            return ()
        # A preposition left over takes the gap: "the man she lives with".
        return tuple(tree.conjuncts(head)) if tree.children(verb, "nsubj") else ()

    def _obliques(self, verb: int) -> tuple[tuple[str, int], ...]:
        """Prepositional phrases of the verb, and of its object where they tell where it happens."""
        tree = self.tree
        found = []
        for kid in tree.children(verb, "obl", "obl:agent", "obl:unmarked"):
            case = tree.cases(kid)
            if case:
                found += [(case if head == kid else tree.cases(head) or case, head) for head in tree.conjuncts(kid)]
        for kid in tree.children(verb, "obj", "compound:prt", "advmod"):
            found += [
                (tree.cases(grand), grand)
                for grand in tree.children(kid, "nmod", "obl")
                if tree.cases(grand) and tree.cases(grand) != "of"
            ]
        return tuple(found)

    def _phrase(self, verb: int, direct: int | None) -> str:
        """The noun that makes one verb with this one: "suicide" of "commits suicide"."""
        if direct is not None and self.tree.lemma(direct) == "way" and self.tree.children(direct, "nmod:poss"):
            return "one's way"
        nouns = verbs.PHRASES.get(self.tree.lemma(verb), frozenset())
        sober = direct is not None and any(
            self.tree.lemma(kid) in ("business", "professional", "working")
            for kid in self.tree.children(direct, "amod", "compound")
        )
        if direct is not None and not sober and self.tree.lemma(direct) in nouns and not self.tree.children(direct, "nmod:poss"):
            return self.tree.lemma(direct)
        return ""

    def _inner(self, verb: int) -> tuple[str, tuple[int, ...]] | None:
        """What else belongs to the verb: "set free", "become friends with", "get married", "fall in love"."""
        tree = self.tree
        lemma = tree.lemma(verb)
        inner = tree.child(verb, "xcomp")
        if inner is not None and lemma in (
            "become",
            "turn",
            "grow",
            "go",
            "fall",
            "set",
            "get",
            "make",
            "leave",
            "knock",
            "find",
            "shoot",
            "put",
            "break",
            "stay",
            "keep",
        ):
            if tree.pos(inner) == "ADJ":
                return tree.lemma(inner), self._with(inner)
            if tree.pos(inner) in ("NOUN", "PROPN") and lemma == "become":
                return (tree.surface(inner).casefold(), self._with(inner)) if self._with(inner) else ("", (inner,))
            if self.verbal(inner) and lemma == "get" and tree.participle(inner):
                return tree.lemma(inner), self._with(inner)
        if lemma == "fall":
            love = next((kid for kid in tree.children(verb, "obl") if tree.lemma(kid) == "love"), None)
            if love is not None:
                return "in love with", self._with(love) or self._with(verb)
        ends = ("death", "jail", "prison", "bed", "sleep") if lemma == "put" else ("death",)
        end = next((kid for kid in tree.children(verb, "obl") if tree.lemma(kid) in ends and tree.cases(kid) == "to"), None)
        if end is not None:
            return f"to {tree.lemma(end)}", ()
        return None

    def _with(self, index: int) -> tuple[int, ...]:
        tree = self.tree
        for kid in tree.children(index, "obl", "nmod"):
            if tree.cases(kid) in ("with", "to", "by"):
                return tuple(tree.conjuncts(kid))
        return ()

    def _prepositional(
        self, verb: int, words: str, obliques: tuple[tuple[str, int], ...], phrase: str
    ) -> tuple[str, tuple[int, ...]]:
        """The preposition and nouns that stand for an object: "shoots at him", "takes care of her"."""
        tree = self.tree
        lemma = tree.lemma(verb)
        known = verbs.WITH_PREPOSITION.get(lemma, frozenset())
        stranded = next(
            (tree.lemma(kid) for kid in tree.children(verb, "obl", "advmod", "compound:prt") if tree.pos(kid) == "ADP"), ""
        )
        if stranded and tree.relation(verb) == "acl:relcl":
            head = tree.heads[verb]
            return (stranded, tuple(tree.conjuncts(head))) if head is not None else ("", ())
        held = obliques
        if phrase:
            direct = tree.child(verb, "obj")
            held = (*obliques, *((tree.cases(kid), kid) for kid in (tree.children(direct, "nmod") if direct is not None else ())))
        for case, head in held:
            if case in known or (phrase and case in ("of", "to", "with", "on", "from", "for")):
                return case, self._resolved(head, verb)
        return "", ()
