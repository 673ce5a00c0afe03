"""Finds whom a pronoun means: gender, number, nearness, and who stands in front.

Enters a pronoun's place and who has been spoken of so far; leaves the person. Each choice of somebody whose
gender is not known is a vote on it, which the second reading of the text heeds.
"""

from collections import Counter
from typing import TYPE_CHECKING

from filmdossier.extract.story.antecedents import Asked, Option
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.possessors import HARM, Possessors
from filmdossier.extract.story.said import said_of

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "pl", "them": "pl", "their": "pl", "theirs": "pl", "themselves": "pl",
}  # fmt: skip
_REACH = 4  # sentences back that the rules let a pronoun look
_FAR = 8  # those that the scorer is asked about
_NEVER = -4.0  # the rules' score of whom they would not take


class Pronouns:
    """Whom the pronouns of a story mean. ``votes`` counts for each person how often it was he or she."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self.votes: dict[int, Counter[str]] = {}
        self._possessors = Possessors(known)

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
        if possessive and (owner := self._possessors.owner(number, tree, index, kind)) is not None:
            return owner
        barred = set() if possessive else self.beside(number, tree, index)
        if possessive:
            barred |= {
                id(self._known.people[number, step])
                for step in tree.ancestors(index)
                if (number, step) in self._known.people and tree.heads[index] == step
            }
            barred |= self._culprits(number, tree, index, verb) | self._of_whom(number, tree, index)
        owners = self._owners(number, tree, index, verb) if possessive and verb is not None else ()
        within = verb is not None and tree.base(verb) in ("acl", "xcomp")  # its subject is not the sentence's
        options: dict[int, Option] = {}
        subject_here = tree.base(index) == "nsubj"
        for mentioned in reversed(self._known.recent):
            distance = number - mentioned.sentence
            if distance > _FAR:
                break
            person = mentioned.person
            if id(person) in barred or not self.fits(person, kind):
                continue
            if any(id(member) in barred for member in person.members):
                continue
            score = _NEVER
            if distance == 0 and mentioned.index > index:
                if not self._fronted(tree, index, mentioned.index):
                    continue
                score = 0.9 if mentioned.role >= 1.0 else 0.0
            elif distance <= _REACH and not (kind == "pl" and distance > 0 and (mentioned.role < 0.5 or distance > 2)):
                # "with the guards", a sentence ago, is too far off to be "they"
                score = (mentioned.place if distance == 0 else mentioned.role) - 0.9 * distance
                if distance == 0:
                    score += 0.3
                if subject_here and mentioned.role >= 1.0:
                    score += 0.35
                if possessive and distance == 0 and mentioned.index in owners:
                    score += 0.6 if person.gender is not None else 0.5 if within else 0.2
            if score > _NEVER:
                score += (0.5 if person.gender == kind else 0.0) + 0.04 * min(person.count, 8) + (0.2 if person.named else 0.0)
            option = options.setdefault(id(person), Option(person, mentioned, hand=_NEVER))
            if score > option.hand + 1e-9:
                option.seen, option.hand = mentioned, score
            option.owner = option.owner or (distance == 0 and mentioned.index in owners)
        rivals = sum(option.hand > _NEVER for option in options.values())
        best = max((option for option in options.values() if option.hand > _NEVER), key=lambda option: option.hand, default=None)
        if kind == "pl" and (best is None or (best.seen is not None and number - best.seen.sentence > 1)):
            # A pair of two sentences ago gives way to two who stand together in this one: "while she sleeps with Hugo".
            pair = self._known.pair(number, least=0.5) if best is None else self._known.pair(number, least=0.4, here=True)
            if pair is not None:
                best = options.setdefault(id(pair), Option(pair, None, hand=_NEVER))
        if best is not None:
            best.picked = True
        quote = self._known.speakers.quote_at(tree.words[index].span)
        asked = Asked(
            kind=kind,
            sentence=number,
            index=index,
            relation=tree.relation(index),
            quote=quote,
            speaker=self._known.speakers.speaker(quote),
            answered=self._known.speakers.speaker(quote - 1) if quote > 0 else None,
            within=any(tree.relation(step) in ("ccomp", "acl:relcl") for step in tree.ancestors(index)),
            reflexive=reflexive,
        )
        choices = list(options.values())
        # Plots speak of nobody by a pronoun alone: one of those who could be meant is.
        somebody = best is not None and self._known.narrator is None
        chosen = self._known.chooser.choose("pronoun", asked, choices, self._known.recent, somebody=somebody)
        if chosen is None:
            return self._known.unknown(kind)
        person = choices[chosen].person
        if kind in ("m", "f") and person.gender is None and clause is not None:
            weight = 2 if rivals == 1 else 1
            self.votes.setdefault(id(person), Counter())[kind] += weight
        return person

    def _owners(self, number: int, tree: Tree, index: int, verb: int) -> tuple[int, ...]:
        """Whose things a verb is done to, most often: its subject's; "asks Ben to follow his wife": the asker's."""
        noun, head = tree.heads[index], tree.heads[verb]
        kin = noun is not None and tie_of(tree.noun(noun)) is not None
        asked = kin and head is not None and self._made_to(number, tree, verb)
        return self._known.subjects[number].of(head if asked and head is not None else verb)

    def _made_to(self, number: int, tree: Tree, verb: int) -> tuple[int, ...]:
        """Who is asked, hired or sent to do what an infinitive says: "hires Ben to kidnap his wife"."""
        head = tree.heads[verb]
        if head is None or tree.relation(verb) not in ("xcomp", "advcl") or "to" not in tree.mark(verb).split():
            return ()
        held = tree.child(head, "obj", "iobj")
        found = tree.conjuncts(held) if held is not None and held < verb else []
        return tuple(found) if any((number, one) in self._known.people for one in found) else ()

    def _culprits(self, number: int, tree: Tree, index: int, verb: int | None) -> set[int]:
        """Who cannot be "his" in "killed his lover": people are seldom told to harm their own kin, and then by name."""
        noun = tree.heads[index]
        if noun is None or verb is None or tree.heads[noun] != verb or tree.relation(noun) != "obj":
            return set()
        if tree.lemma(verb) not in HARM or tie_of(tree.noun(noun)) is None:
            return set()
        subjects = self._made_to(number, tree, verb) or self._known.subjects[number].of(verb)
        return {id(self._known.people[number, subject]) for subject in subjects if (number, subject) in self._known.people}

    def _of_whom(self, number: int, tree: Tree, index: int) -> set[int]:
        """Who cannot be "his" in "Ben is his friend": nobody is somebody's own friend."""
        noun = tree.heads[index]
        if noun is None or tie_of(tree.noun(noun)) is None:
            return set()
        said = said_of(tree, self._known.subjects[number], noun)
        person = self._known.people.get((number, said)) if said is not None else None
        named = self._known.descriptions.beside.after(number, tree, noun)  # "his friend Max" is not Max's
        return (self._all(person) if person is not None else set()) | (self._all(named) if named is not None else set())

    def fits(self, person: Person, kind: str) -> bool:
        """Whether gender and number allow that a pronoun of this kind means the person."""
        if kind == "pl":
            return person.plural or bool(person.members)
        return not person.plural and not person.members and person.gender in (None, kind)

    def beside(self, number: int, tree: Tree, index: int) -> set[int]:
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
                    beside |= self._all(self._known.people[number, joined])
        return beside | self._named_within(number, tree, index, head)

    def _all(self, person: Person) -> set[int]:
        return {id(person), *(id(member) for member in person.members)}

    def _named_within(self, number: int, tree: Tree, index: int, head: int) -> set[int]:
        """Whom a name calls within what the pronoun's own verb governs: "he learns that Lime is dead", "tells him that Lime …".

        No pronoun stands for such a name (principle C of Chomsky's binding theory, 1981). A subject
        governs all that follows in its clause; an object the clauses that complete the verb.
        """
        subject = tree.base(index) == "nsubj"
        aside = {step for kid in tree.children(head, "parataxis") for step in tree.subtree(kid)}
        roots = [head] if subject else tree.children(head, "ccomp", "xcomp", "advcl")
        within: set[int] = set()
        for root in roots:
            for step in tree.subtree(root):
                if step > index and step not in aside and tree.pos(step) == "PROPN" and (number, step) in self._known.people:
                    within |= self._all(self._known.people[number, step])
        return within

    def _fronted(self, tree: Tree, index: int, later: int) -> bool:
        """Whether a pronoun stands in a clause or phrase before the main clause, whose subject ``later`` is."""
        root = next((i for i, head in enumerate(tree.heads) if head is None), None)
        if root is None or tree.heads[later] != root or tree.base(later) != "nsubj":
            return False
        for step in (index, *tree.ancestors(index)):
            if tree.heads[step] == root:
                return tree.relation(step) in ("advcl", "obl") and step < root
        return False
