"""Finds whom a pronoun means: gender, number, nearness, and who stands in front.

Enters a pronoun's place and who has been spoken of so far; leaves the person. Each choice of somebody whose
gender is not known is a vote on it, which the second reading of the text heeds.
"""

from collections import Counter
from typing import TYPE_CHECKING

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "pl", "them": "pl", "their": "pl", "theirs": "pl", "themselves": "pl",
}  # fmt: skip
_HARM = frozenset(
    "kill murder slay assassinate execute shoot stab kidnap abduct rape torture hang behead butcher slaughter".split()
)
_REACH = 4  # sentences back that a pronoun may look


class Pronouns:
    """Whom the pronouns of a story mean. ``votes`` counts for each person how often it was he or she."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self.votes: dict[int, Counter[str]] = {}

    def meant(self, number: int, tree: Tree, index: int, kind: str, word: str) -> Person | None:
        """Whom a pronoun means; None where nobody fits."""
        clause = next(
            (
                step
                for step in tree.ancestors(index)
                if (tree.pos(step) in ("VERB", "ADJ", "NOUN") and tree.base(step) != "conj") or tree.pos(step) == "VERB"
            ),
            None,
        )
        reflexive = word.endswith(("self", "selves"))
        possessive = tree.relation(index) == "nmod:poss"
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        if reflexive and verb is not None:
            for subject in self._known.subjects[number].of(verb):
                if (number, subject) in self._known.people:
                    return self._known.people[number, subject]
        if possessive:
            aside = self._before_bracket(number, tree, index)
            if aside is not None and self._fits(aside, kind):
                return aside
        barred = set() if possessive else self._coarguments(number, tree, index)
        if possessive:
            barred |= {
                id(self._known.people[number, step])
                for step in tree.ancestors(index)
                if (number, step) in self._known.people and tree.heads[index] == step
            }
            barred |= self._culprits(number, tree, index, verb)
        best: tuple[float, Person] | None = None
        nearest = 0  # the sentence of the best
        rivals = 0
        subject_here = tree.base(index) == "nsubj"
        seen: set[int] = set()
        for mentioned in reversed(self._known.recent):
            distance = number - mentioned.sentence
            if distance > _REACH:
                break
            person = mentioned.person
            if id(person) in barred or not self._fits(person, kind):
                continue
            if any(id(member) in barred for member in person.members):
                continue
            if kind == "pl" and distance > 0 and (mentioned.role < 0.5 or distance > 2):
                continue  # "with the guards", a sentence ago: too far off to be "they"
            if distance == 0 and mentioned.index > index:
                if not self._fronted(tree, index, mentioned.index):
                    continue
                score = 0.9 if mentioned.role >= 1.0 else 0.0
            else:
                score = (mentioned.place if distance == 0 else mentioned.role) - 0.9 * distance
                if distance == 0:
                    score += 0.3
                if subject_here and mentioned.role >= 1.0:
                    score += 0.35
                if possessive and distance == 0 and verb is not None and mentioned.index in self._known.subjects[number].of(verb):
                    score += 0.6 if person.gender is not None else 0.2
            if person.gender == kind:
                score += 0.5
            score += 0.04 * min(person.count, 8) + (0.2 if person.named else 0.0)
            if id(person) not in seen:
                seen.add(id(person))
                rivals += 1
            if best is None or score > best[0] + 1e-9:
                best, nearest = (score, person), mentioned.sentence
        if kind == "pl" and best is not None and number - nearest > 1:
            # A pair of two sentences ago gives way to two who stand together in this one: "while she sleeps with Hugo".
            best = (best[0], self._known.pair(number, least=0.4, here=True) or best[1])
        if kind == "pl" and best is None:
            return self._known.pair(number, least=0.5)
        if best is None:
            return None
        if kind in ("m", "f") and best[1].gender is None and clause is not None:
            weight = 2 if rivals == 1 else 1
            self.votes.setdefault(id(best[1]), Counter())[kind] += weight
        return best[1]

    def _culprits(self, number: int, tree: Tree, index: int, verb: int | None) -> set[int]:
        """Who cannot be "his" in "killed his lover": people are seldom told to harm their own kin, and then by name."""
        noun = tree.heads[index]
        if noun is None or verb is None or tree.heads[noun] != verb or tree.relation(noun) != "obj":
            return set()
        if tree.lemma(verb) not in _HARM or tie_of(tree.noun(noun)) is None:
            return set()
        subjects = self._known.subjects[number].of(verb)
        return {id(self._known.people[number, subject]) for subject in subjects if (number, subject) in self._known.people}

    def _before_bracket(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that a bracket stands behind: "Felix (and later his wife)"."""
        for step in range(index - 1, max(index - 6, 0), -1):
            if tree.surface(step) == ")":
                return None
            if tree.surface(step) == "(":
                before = step - 1
                return self._known.people.get((number, self._known.covered.get(before, before)))
        return None

    def _fits(self, person: Person, kind: str) -> bool:
        if kind == "pl":
            return person.plural or bool(person.members)
        return not person.plural and not person.members and person.gender in (None, kind)

    def _coarguments(self, number: int, tree: Tree, index: int) -> set[int]:
        """Persons whom a pronoun cannot mean, since they stand beside it in its clause."""
        head = tree.heads[index]
        while head is not None and tree.relation(index) == "conj":
            index, head = head, tree.heads[head]
        if head is None:
            return set()
        subjects = self._known.subjects[number]
        beside: set[int] = set()
        verb = head if tree.pos(head) == "VERB" else next((s for s in tree.ancestors(index) if tree.pos(s) == "VERB"), None)
        if verb is None:
            return set()
        places = [*subjects.of(verb), *tree.children(verb, "obj", "iobj", "obl", "obl:agent")]
        if tree.base(index) == "nsubj":
            places = tree.children(verb, "obj", "iobj", "obl:agent", "obl")
        for place in places:
            for joined in tree.conjuncts(place):
                if joined != index and (number, joined) in self._known.people:
                    person = self._known.people[number, joined]
                    beside |= {id(person), *(id(member) for member in person.members)}
        return beside

    def _fronted(self, tree: Tree, index: int, later: int) -> bool:
        """Whether a pronoun stands in a clause or phrase before the main clause, whose subject ``later`` is."""
        root = next((i for i, head in enumerate(tree.heads) if head is None), None)
        if root is None or tree.heads[later] != root or tree.base(later) != "nsubj":
            return False
        for step in (index, *tree.ancestors(index)):
            if tree.heads[step] == root:
                return tree.relation(step) in ("advcl", "obl") and step < root
        return False
