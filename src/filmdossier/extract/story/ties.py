"""What the nouns of a story say that somebody is to somebody: in apposition, before a name, after "is".

Reads one word at a time while it is found out who is meant; keeps what is told for whoever asks.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import MUTUAL, gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.model.annotations import Sentence
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_STATES = {
    "married": "spouse", "engaged": "fiancé", "betrothed": "fiancé", "love": "lover", "infatuated": "lover", "smitten": "lover", "enamored": "lover", "enamoured": "lover", "estranged": "spouse", "attracted": "lover", "attract": "lover", "involve": "lover", "involved": "lover", "infatuate": "lover", "marry": "spouse", "engage": "fiancé",
}  # fmt: skip
_BONDS = {
    "affair": "lover", "romance": "lover", "fling": "lover", "liaison": "lover", "relationship": "lover", "friendship": "friend", "rivalry": "rival", "feud": "enemy", "marriage": "spouse", "engagement": "fiancé",
    "wedding": "spouse", "partnership": "partner", "honeymoon": "spouse",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """That ``a`` is the ``noun`` of ``b``, as the sentence at ``span`` says."""

    a: Person
    noun: str
    b: Person
    sentence: int  # its place among the story's
    span: Span
    sure: bool


class Ties:
    """Reads ties with the help of ``known``, who is meant by the words read so far."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self.told: list[Told] = []
        self.described: list[tuple[Person, Span]] = []

    def clear(self) -> None:
        """Forgets what was told, before the text is read once more."""
        self.told.clear()
        self.described.clear()

    def _bond(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What a state or a bond between two says: "is in love with her", "his affair with Ana"."""
        lemma = tree.lemma(index)
        partner = next(
            (
                k
                for k in tree.children(index, "nmod", "obl")
                if tree.cases(k) in ("with", "to", "of", "by") and (number, k) in self._known.people
            ),
            None,
        )
        said = tree.child(index, "nsubj", "nsubj:pass")
        if said is None and tree.relation(index) == "xcomp":
            said = next(iter(self._known.subjects[number].of(index)), None)
        if said is not None and tree.relative(said) and tree.base(index) == "acl":
            said = tree.heads[index]
        if lemma in _STATES and said is not None and (number, said) in self._known.people:
            subject = self._known.whole(number, tree, said)
            if lemma == "love" and "in" not in tree.cases(index).split():
                return
            if lemma in ("involve", "involved") and (partner is None or tree.cases(partner) != "with"):
                return
            if partner is not None:
                self._tell(subject, _STATES[lemma], self._known.whole(number, tree, partner), span, sure=True)
            elif len(subject.members) == 2:
                self._tell(subject.members[0], _STATES[lemma], subject.members[1], span, sure=True)
            return
        if lemma not in _BONDS or tree.pos(index) != "NOUN":
            return
        holders = [self._known.people[number, k] for k in tree.children(index, "nmod:poss") if (number, k) in self._known.people]
        holders += [
            owner
            for k in tree.children(index, "nmod:poss")
            if tree.surface(k).casefold() == "whose" and (owner := self._known.whose(number, tree, k)) is not None
        ]
        head = tree.heads[index]
        if not holders and head is not None and tree.relation(index) == "obj" and tree.pos(head) == "VERB":
            holders = [
                self._known.people[number, k] for k in self._known.subjects[number].of(head) if (number, k) in self._known.people
            ]
        between = next(
            (k for k in tree.children(index, "nmod") if tree.cases(k) == "between" and (number, k) in self._known.people), None
        )
        if between is not None:
            holders = [self._known.whole(number, tree, between)]
        if partner is not None and tree.cases(partner) in ("with", "to"):
            for holder in holders:
                self._tell(holder, _BONDS[lemma], self._known.whole(number, tree, partner), span, sure=True)
        elif len(holders) == 1 and len(holders[0].members) == 2:
            self._tell(holders[0].members[0], _BONDS[lemma], holders[0].members[1], span, sure=True)

    def read(self, number: int, tree: Tree, index: int, sentence: Sentence) -> None:
        """What a noun says that somebody is to somebody, in apposition, before a name, or after "is"."""
        span = tree.words[index].span
        if tree.pos(index) in ("NOUN", "ADJ", "VERB"):
            self._bond(number, tree, index, span)
        if tree.within_hyphens(index):
            return
        noun = tree.noun(index)
        before_name = tree.relation(index) in ("amod", "nmod:desc") and tie_of(noun) is not None  # "Jack's superior Haden"
        if tree.pos(index) not in ("NOUN", "PROPN") and not before_name:
            return
        is_tie = tie_of(noun) is not None
        kinds = {tree.lemma(kid) for kid in tree.children(index, "amod", "compound", "advmod")}
        if "fellow" in kinds:
            self._fellow(number, tree, index, noun, span)
            return
        if is_tie and "former" in kinds:
            noun = f"former {noun}"
        owner = self._known.descriptions.owner(number, tree, index) if is_tie else None
        said = tree.child(index, "nsubj") if tree.children(index, "cop") else None
        if said is not None and tree.relative(said) and tree.base(index) == "acl":
            said = tree.heads[index]  # "Helen, who is Bob's wife"
        if said is None and tree.relation(index) == "xcomp":
            head = tree.heads[index]
            if head is not None and tree.lemma(head) in ("become", "remain"):
                said = next(iter(self._known.subjects[number].of(head)), None)
            elif head is not None and tree.lemma(head) == "make" and not self._known.subjects[number].passive(head):
                said = tree.child(head, "obj")  # "makes her his wife"
        if said is None and tree.base(index) == "obl" and tree.cases(index) == "as":
            said = self._employed(number, tree, index)
            if said is None and tree.surface(index).endswith("s") and (verb := tree.heads[index]) is not None:
                said = next(iter(self._known.subjects[number].of(verb)), None)  # "they part as friends"
        denied = any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.children(index, "advmod"))
        if said is not None and (number, said) in self._known.people and not denied:
            subject = self._known.whole(number, tree, said)
            if owner is not None and owner is not subject:
                self._tell(subject, noun, owner, span, sure=True)
                self._known.persons.tie(owner, noun, subject)
            elif is_tie and owner is None and len(subject.members) == 2:
                self._tell(subject.members[0], noun, subject.members[1], span, sure=True)
            elif is_tie and owner is None:
                partner = next(
                    (
                        k
                        for k in tree.children(index, "nmod", "obl")
                        if tree.cases(k) in ("with", "to") and (number, k) in self._known.people
                    ),
                    None,
                )
                if partner is not None:
                    self._tell(subject, noun, self._known.people[number, partner], span, sure=True)
            if (person_noun(noun) or gender_of_noun(noun)) and not subject.members:
                subject.nouns.add(noun)
                self.described.append((subject, tree.phrase(index)))
            return
        if not is_tie:
            if (number, index) in self._known.people and tree.relation(index) == "appos" and person_noun(noun):
                self.described.append((self._known.people[number, index], tree.phrase(index)))
            return
        if owner is None:
            listed = [k for kid in tree.children(index, "appos") for k in tree.conjuncts(kid) if (number, k) in self._known.people]
            tie = tie_of(noun)
            if tie is not None and tie.relation in MUTUAL and len(listed) > 1:
                every = [self._known.people[number, k] for k in listed][:4]
                for place, one in enumerate(every):
                    for other in every[place + 1 :]:
                        self._tell(one, noun, other, span, sure=True)
            return
        holder = self._known.people.get((number, index)) or self._known.descriptions.named_beside(number, tree, index)
        if holder is None and tree.relation(index) == "conj":
            # "Mickey, an arranger and friend of Felix": the second half of what is said of the name.
            for step in tree.ancestors(index):
                if (number, step) in self._known.people and (tree.pos(step) == "PROPN" or tree.children(step, "nsubj")):
                    holder = self._known.people[number, step]
                    break
                if tree.relation(step) not in ("appos", "conj"):
                    break
        holders = [self._known.people[number, kid] for kid in tree.children(index, "appos") if (number, kid) in self._known.people]
        if noun != tree.surface(index).casefold() or tree.surface(index).endswith("s"):
            holders += self._known.descriptions.names_after(number, tree, index)
        for kid in tree.children(index, "appos"):
            holders += [self._known.people[number, i] for i in tree.conjuncts(kid) if (number, i) in self._known.people]
        for person in dict.fromkeys([*([holder] if holder is not None else []), *holders]):
            if person is not owner and (person.named or person.cast):
                self._tell(person, noun, owner, span, sure=True)

    def _employed(self, number: int, tree: Tree, index: int) -> int | None:
        """Who works as something: "is working as Han's bodyguard", "hires her as his maid"."""
        verb = tree.heads[index]
        if verb is None or tree.lemma(verb) not in ("work", "serve", "hire", "employ", "appoint", "recruit"):
            return None
        held = tree.child(verb, "obj", "nsubj:pass")
        return held if held is not None else next(iter(self._known.subjects[number].of(verb)), None)

    def _fellow(self, number: int, tree: Tree, index: int, noun: str, span: Span) -> None:
        """That the one called "fellow inmate" is that of the clause's subject."""
        other = self._known.descriptions.named_beside(number, tree, index) or self._known.people.get((number, index))
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        subjects = self._known.subjects[number].of(verb) if verb is not None else ()
        persons = [self._known.people[number, k] for k in subjects if (number, k) in self._known.people]
        if other is not None and other.named and len(persons) == 1 and persons[0] is not other:
            self._tell(other, f"fellow {noun}", persons[0], span, sure=True)

    def _tell(self, a: Person, noun: str, b: Person, span: Span, *, sure: bool) -> None:
        self._known.persons.tie(b, noun.removeprefix("former "), a)
        for one in a.members or (a,):
            for other in b.members or (b,):
                if one is not other:
                    self.told.append(Told(one, noun, other, self._known.number, span, sure))
