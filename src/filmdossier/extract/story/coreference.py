"""Finds out who is meant: names and short forms first, then descriptions, then pronouns.

Enters the trees of the sentences that tell the story, in order; leaves for each word that stands
for somebody the person meant, and the ties between persons that the grammar shows ("his brother
Cesar", "Helen is Bob's wife"). Reads the text twice: the first reading learns who is he and who is she.
"""

from collections.abc import Sequence

from filmdossier.extract.cast.names import person_key
from filmdossier.extract.story.descriptions import Descriptions
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import FAMILY, tie_of
from filmdossier.extract.story.mentioned import Form, History, Mentioned
from filmdossier.extract.story.names_met import Names
from filmdossier.extract.story.persons import Person, Persons, possessive
from filmdossier.extract.story.pronouns import PRONOUNS, Pronouns
from filmdossier.extract.story.scorer import Chooser, scorer
from filmdossier.extract.story.speakers import Speakers
from filmdossier.extract.story.subjects import Subjects
from filmdossier.extract.story.ties import Ties, Told
from filmdossier.model.annotations import Annotations, Sentence
from filmdossier.model.text import Span

_PAIR_REACH = 4  # sentences back that two named together may lie from "the two"
_COUPLE_REACH = 8


class Coreference:
    """Who the words of a story mean. ``people`` maps (sentence, word) to the person."""

    def __init__(
        self,
        annotations: Annotations,
        story: Sequence[tuple[Sentence, Tree]],
        persons: Persons,
        titles: Sequence[str] = (),
        *,
        narrator: Person | None = None,
        chooser: Chooser | None = None,
    ) -> None:
        self.annotations = annotations
        self.story = story
        self.persons = persons
        self.people: dict[tuple[int, int], Person] = {}
        self.narrator = narrator  # who says "I" outside quotations; None where that is nobody of the story
        self.chooser = chooser or scorer()
        self._names = Names(self, frozenset(map(person_key, titles)))
        self.descriptions = Descriptions(self)
        self.pronouns = Pronouns(self)
        self._ties = Ties(self)
        self.subjects = [Subjects(tree) for _, tree in story]
        self.speakers = Speakers(self)
        persons.kinship.settle()
        self._read()
        for person in persons.everyone:
            votes = self.pronouns.votes.get(id(person))
            if person.gender is None and votes and not person.plural:
                (best, most), *rest = votes.most_common(2)
                if not rest or most > rest[0][1]:
                    person.gender = best
        self.joined = [(*known, span) for one, real, span in self._ties.one for known in persons.join(one, real)]
        persons.forget_descriptions()
        self._read()
        self.speakers.read()

    def _read(self) -> None:
        self.people.clear()
        self._ties.clear()
        self.recent = History()
        self.covered: dict[int, int] = {}
        self.pairs: list[tuple[Person, Person, int, Span]] = []  # a man and a woman told by one surname: "Ana and Karl Dahl"
        self.number = 0
        for person in self.persons.everyone:
            person.count = 0
        for number, (sentence, tree) in enumerate(self.story):
            self._sentence(number, sentence, tree)

    def _sentence(self, number: int, sentence: Sentence, tree: Tree) -> None:
        self.number = number
        self.covered = {}
        for index, person in self._names.met(sentence, tree):
            self.mention(number, tree, index, person)
        self._name_families(number, tree)
        for index in range(len(tree)):
            if (number, index) in self.people or index in self.covered or tree.within_hyphens(index):
                continue
            lemma = tree.surface(index).casefold()
            if lemma in PRONOUNS and tree.pos(index) in ("PRON", "DET"):
                found = self.pronouns.meant(number, tree, index, PRONOUNS[lemma], lemma)
                if found is not None:
                    self.mention(number, tree, index, found)
            elif tree.pos(index) in ("NOUN", "NUM", "DET", "PRON", "ADJ", "PROPN") and tree.base(index) not in (
                "compound",
                "flat",
                "amod",
                "det",
                "fixed",
                "nummod",
            ):
                described = self.descriptions.meant(number, tree, index)
                if described is not None:
                    self.mention(number, tree, index, described)
        for index in range(len(tree)):
            if (number, index) in self.people:
                members = [self.people[number, i] for i in tree.conjuncts(index) if (number, i) in self.people]
                if len(members) > 1 and tree.relation(index) != "conj":
                    self._spoken_of(number, tree, index, self.persons.group(members), Form.GROUP)
        for index in range(len(tree)):
            self._ties.read(number, tree, index, sentence)

    def _name_families(self, number: int, tree: Tree) -> None:
        """Learns the surname of somebody named together with husband or wife: "Ana and Karl Dahl"."""
        for index in range(len(tree) - 2):
            one, other = self.people.get((number, index)), self.people.get((number, index + 2))
            if one is None or other is None or tree.surface(index + 1) != "and" or tree.relation(index + 2) != "conj":
                continue
            full = index + 3 < len(tree) and self.covered.get(index + 3) == index + 2
            if one.named and full and " " not in one.name and {one.gender, other.gender} == {"m", "f"} and " " in other.name:
                one.family = other.name.split()[-1]
            two = len(tree.conjuncts(index)) == 2 and tree.relation(index) != "conj" and index not in self.covered
            surnamed = index + 3 < len(tree) and tree.relation(index + 3) == "flat" and tree.pos(index + 3) == "PROPN"
            if not (two and surnamed and one.named and other.named and {one.gender, other.gender} == {"m", "f"}):
                continue
            surname = tree.surface(index + 3)
            if all(surname == person.name.split()[-1] or " " not in person.name for person in (one, other)):
                self.pairs.append((one, other, number, tree.words[index].span))

    def mention(self, number: int, tree: Tree, index: int, person: Person) -> None:
        self.people[number, index] = person
        person.count += 1
        form = Form.NAME if tree.pos(index) == "PROPN" else Form.PRONOUN if tree.pos(index) in ("PRON", "DET") else Form.NOUN
        self._spoken_of(number, tree, index, person, form)

    def _spoken_of(self, number: int, tree: Tree, index: int, person: Person, form: Form) -> None:
        self.recent.add(
            Mentioned(
                person,
                number,
                index,
                self._role(tree, index),
                self._place(tree, index),
                form,
                tree.relation(index),
                self.speakers.quote_at(tree.words[index].span),
                len(self.recent.all),
            )
        )

    def _role(self, tree: Tree, index: int) -> float:
        """How much a mention stands in front: subjects before objects, main clauses before those within them."""
        role = self._place(tree, index)
        within = any(tree.relation(step) in ("ccomp", "acl:relcl") for step in tree.ancestors(index))
        return role * 0.3 if within else role

    def _place(self, tree: Tree, index: int) -> float:
        base = tree.base(index)
        if base == "conj":
            head = tree.heads[index]
            return self._place(tree, head) if head is not None and tree.base(head) != "conj" else 0.5
        if base == "nsubj":
            return 1.0
        if tree.relation(index) == "obl:agent":
            return 0.7
        if base == "obl" and tree.cases(index) in ("to", "with", "from", "at", "by", "for"):
            return 0.4
        return 0.5 if base in ("obj", "iobj") else 0.2

    def unknown(self, kind: str) -> Person | None:
        """Somebody whom no word before a pronoun tells of: nobody where only persons of the story count."""
        if self.narrator is None:
            return None
        plural = kind == "pl"
        return self.persons.add("they" if plural else "somebody", named=False, plural=plural, gender=None if plural else kind)

    def whole(self, number: int, tree: Tree, index: int) -> Person:
        """The person, or the group that is joined to it."""
        joined = [i for i in tree.conjuncts(index) if self._plainly_joined(tree, index, i)]
        members = [self.people[number, i] for i in joined if (number, i) in self.people]
        return self.persons.group(members) if len(members) > 1 else self.people[number, index]

    def _plainly_joined(self, tree: Tree, first: int, other: int) -> bool:
        """Whether nothing but names, commas, "and" and brackets stand between two joined words: "Ana, Ben and Karl"."""
        depth = 0
        for step in range(first + 1, other):
            form = tree.surface(step)
            depth += (form == "(") - (form == ")")
            told = tree.pos(step) in ("PROPN", "CCONJ", "PART", "PRON", "DET", "ADJ", "ADP", "NUM") or form in (
                ",",
                ")",
                "'s",
                "’s",
                ".",
                '"',
                "“",
                "”",
            )
            if depth == 0 and not told and tree.heads[step] not in (first, other):
                return False
            if depth == 0 and form == ";":
                return False
        return True

    def whose(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whom a relative "whose" means: the noun that its clause belongs to, else the person right before it."""
        clause = next((step for step in tree.ancestors(index) if tree.base(step) == "acl"), None)
        head = tree.heads[clause] if clause is not None else None
        if head is not None and head < index and (number, head) in self.people:
            return self.whole(number, tree, head)
        before = index - 1
        if tree.lemma(before) == "and":  # "whose wife left and whose son stayed"
            earlier = next((step for step in range(before - 1, -1, -1) if tree.surface(step).casefold() == "whose"), None)
            return self.whose(number, tree, earlier) if earlier is not None else None
        while before > 0 and tree.pos(before) == "PUNCT":
            before -= 1
        while tree.base(before) == "flat" and (above := tree.heads[before]) is not None and above < before:
            before = above
        return self.people.get((number, before))

    def tell(self, number: int, a: Person, noun: str, b: Person, span: Span) -> None:
        """Keeps that ``a`` is the ``noun`` of ``b``, found while it is found out who is meant."""
        self._ties.keep(a, noun, b, span)

    def couple(self, number: int, *, reach: int = _COUPLE_REACH) -> Person | None:
        """Whom "the couple" means: the two whom the text calls so, else the last two spoken of, of whom it was told that they are one.

        ``reach``: how many sentences ago; near ones alone count where it is short.
        """
        if self.persons.kinship.the_couple is not None and reach == _COUPLE_REACH:
            return self.persons.kinship.the_couple
        met: list[Person] = []
        for mentioned in reversed(self.recent):
            if number - mentioned.sentence > reach:
                break
            for person in mentioned.person.members or (mentioned.person,):
                for other in met:
                    if self.persons.kinship.coupled(person, other):
                        return self.persons.group([person, other])
                if person not in met:
                    met.append(person)
        return None

    def pair(self, number: int, *, least: float = 0.0, here: bool = False) -> Person | None:
        """Whom "the two" or "both" means: the last pair, else the last two that were spoken of; ``here``: in this sentence alone."""
        weight: dict[int, float] = {}
        met: dict[int, Person] = {}
        earlier: Person | None = None  # a pair named together, a little further back
        for mentioned in reversed(self.recent):
            distance = number - mentioned.sentence
            if distance > (0 if here else _PAIR_REACH):
                break
            person = mentioned.person
            if len(person.members) == 2 and mentioned.role >= 0.5:
                if distance <= 2:
                    return person
                earlier = earlier or person
            if (
                distance <= 2
                and mentioned.role >= max(least, 0.1)
                and not person.plural
                and not person.members
                and (person.named or person.cast or person.gender)
            ):
                met[id(person)] = person
                weight[id(person)] = weight.get(id(person), 0.0) + (mentioned.role + 0.1) * (1.0, 0.7, 0.2)[distance]
        if earlier is not None and len(met) != 2:
            return earlier
        first = sorted(met.values(), key=lambda person: -weight[id(person)])[:2]
        order = [person for person in reversed(list(met.values())) if person in first]
        return self.persons.group(order) if len(order) == 2 else None

    @property
    def ties(self) -> list[Told]:
        """What the text says that somebody is to somebody, and who are most likely married, of whom it says nothing else."""
        told = self._ties.told
        kin = {
            frozenset((tie.a.text, tie.b.text))
            for tie in told
            if (known := tie_of(tie.noun)) is not None and known.relation in FAMILY
        }
        taken = {one.text for tie in told if tie.noun in ("wife", "husband", "spouse") for one in (tie.a, tie.b)}
        couples = [
            Told(one, "spouse", other, number, span, sure=False)
            for one, other, number, span in self.pairs
            if frozenset((one.text, other.text)) not in kin and not taken & {one.text, other.text}
        ]
        return [*told, *couples]

    @property
    def unnamed(self) -> list[Told]:
        """Whose kin those are whom the text calls only so: "his mother"."""
        return self._ties.unnamed

    @property
    def described(self) -> list[tuple[Person, Span]]:
        """What the text says that somebody is."""
        return self._ties.described

    def text(self, number: int, tree: Tree, index: int) -> str:
        """A noun phrase as the record writes it, with the owner's name for "his" and "her"."""
        phrase = tree.phrase(index)
        for kid in tree.children(index, "nmod:poss"):
            relative = tree.surface(kid).casefold() == "whose"
            owner = self.whose(number, tree, kid) if relative else self.people.get((number, kid))
            if owner is not None and tree.pos(kid) in ("PRON", "DET") and tree.words[kid].span.start == phrase.start:
                rest = tree.words_of(Span(tree.words[kid].span.end, phrase.end)).strip()
                return f"{possessive(owner)} {rest}"
        return tree.words_of(phrase)
