"""What the verbs of a sentence say: who does what to whom, where and with what, and whether it happens.

A tree enters; clauses leave in text order, their parts as local indices of head words; passives are
turned round. Who a verb is said of is :mod:`~filmdossier.extract.story.subjects`, whether it happens
:mod:`~filmdossier.extract.story.reality`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.story import verbs
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.reality import Reality
from filmdossier.extract.story.subjects import Subjects


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
        self.subjects = Subjects(tree)
        self._reality = Reality(tree, self.subjects)

    def __iter__(self) -> Iterator[Clause]:
        swallowed: set[int] = set()
        for index in range(len(self.tree)):
            if self.subjects.verbal(index) and index not in swallowed:
                clause = self._clause(index)
                if clause is not None:
                    if clause.complement is not None:
                        swallowed.add(clause.complement)
                    yield clause

    def _clause(self, index: int) -> Clause | None:
        tree = self.tree
        lemma, complement, deed = self._hyphened(index), None, index
        negated = self._reality.negated(index)
        if lemma in verbs.CATENATIVE and not tree.children(index, "obj"):
            inner = tree.child(index, "xcomp")
            if inner is not None and self.subjects.verbal(inner):
                complement, deed = inner, inner
                lemma = f"{lemma} {self._joint(inner)}{tree.lemma(inner)}"
                negated = negated or self._reality.negated(inner)
        words = [lemma, *(tree.lemma(kid) for kid in tree.children(deed, "compound:prt"))]
        subjects = self.subjects.of(index)
        passive = self.subjects.passive(deed)
        objects: tuple[int, ...] = ()
        direct = tree.child(deed, "obj") if not passive else None
        if direct is not None and tree.lemma(deed) == "fall" and tree.lemma(direct) == "love":
            direct = None  # "falls in love", taken for its object
        indirect = next((kid for kid in tree.children(deed, "iobj") if kid > deed), None)
        if direct is None and indirect is not None:
            direct, indirect = indirect, None
        if direct is not None and (led := self._led_home(deed, direct)) is not None:
            objects = (led,)
        elif direct is not None:
            objects = self.subjects.resolved(direct, deed)
        elif not passive:
            objects = self._gap(deed, subjects)
        obliques = self._obliques(deed)
        agents, patients = subjects, objects
        if passive:
            by = tree.child(deed, "obl:agent")
            if by is None:
                by = next((head for case, head in obliques if case == "by"), None)
            if by is None:  # "is hired as a bodyguard by Karl", hung on the guard
                held = [
                    grand for kid in tree.children(deed, "obl") if tree.cases(kid) == "as" for grand in tree.children(kid, "nmod")
                ]
                by = next((grand for grand in held if tree.cases(grand) == "by"), None)
            patients = subjects or objects
            agents = self.subjects.resolved(by, deed) if by is not None else ()
            obliques = tuple((case, head) for case, head in obliques if head != by)
            agents = agents or self._shared_agent(deed)
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
        other = self.subjects.resolved(indirect, deed) if indirect is not None else ()
        if tree.lemma(deed) in ("fall", "make", "have") and "love" in words[-2:] and not patients:
            words = [word for word in words if word != "with"]
        return Clause(
            verb=deed,
            lemma=" ".join(filter(None, words)),
            agents=agents,
            patients=patients,
            other=other,
            obliques=obliques,
            real=self._reality.real(index),
            negated=negated,
            passive=passive,
            complement=complement,
        )

    def _hyphened(self, verb: int) -> str:
        """The verb with what a hyphen joins to it: "double-cross"."""
        tree = self.tree
        lemma = tree.lemma(verb)
        if verb < 2 or tree.surface(verb - 1) != "-" or tree.words[verb - 2].span.end != tree.words[verb - 1].span.start:
            return lemma
        return f"{tree.surface(verb - 2).casefold()}-{lemma}" if tree.surface(verb - 2).isalpha() else lemma

    def _shared_agent(self, verb: int) -> tuple[int, ...]:
        """Who does the first of two joined deeds, named behind the second: "is captured and killed by Max"."""
        tree = self.tree
        head = tree.heads[verb]
        if tree.relation(verb) == "conj" and head is not None and self.subjects.verbal(head) and self.subjects.passive(head):
            by = tree.child(head, "obl:agent")  # hung on the first of them
            if by is not None and by > verb and not any(tree.surface(step) == "," for step in range(head, verb)):
                return self.subjects.resolved(by, verb)
        for kid in tree.children(verb, "conj"):
            if self.subjects.verbal(kid) and self.subjects.passive(kid) and not tree.children(kid, "nsubj:pass", "aux:pass"):
                by = tree.child(kid, "obl:agent")
                if by is not None and not any(tree.surface(step) == "," for step in range(verb, kid)):
                    return self.subjects.resolved(by, kid)
        return ()

    def _led_home(self, verb: int, direct: int) -> int | None:
        """Whom "takes her home" is done to: nobody takes a home."""
        owner = self.tree.child(direct, "nmod:poss")
        her = owner is not None and owner == direct - 1 and self.tree.surface(owner).casefold() == "her"
        return owner if her and self.tree.lemma(direct) == "home" and self.tree.lemma(verb) in verbs.LEADING else None

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
            if self.subjects.verbal(inner) and lemma == "get" and tree.participle(inner):
                return tree.lemma(inner), self._with(inner)
        if lemma == "shoot" and (held := tree.child(verb, "obj", "nsubj:pass")) is not None:
            last = max(tree.subtree(held)) if held > verb else verb
            if last + 1 < len(tree) and tree.lemma(last + 1) == "dead":
                return "dead", ()
        if lemma == "fall":
            love = next((kid for kid in tree.children(verb, "obl", "obj") if tree.lemma(kid) == "love"), None)
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
                return case, self.subjects.resolved(head, verb)
        return "", ()
