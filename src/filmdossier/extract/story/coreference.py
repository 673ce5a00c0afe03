"""Finds out who is meant: names and short forms first, then descriptions, then pronouns.

Enters the trees of the sentences that tell the story, in order; leaves for each word that stands
for somebody the person meant, and the ties between persons that the grammar shows ("his brother
Cesar", "Helen is Bob's wife"). Reads the text twice: the first reading learns who is he and who is she.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.cast.names import person_key
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.clauses import Clauses
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import GROUPS, PLURALS, gender_of_name, gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person, Persons, possessive
from filmdossier.extract.story.ties import Ties, Told
from filmdossier.model.annotations import Annotations, MentionKind, Sentence
from filmdossier.model.text import Span

_PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "pl", "them": "pl", "their": "pl", "theirs": "pl", "themselves": "pl",
}  # fmt: skip
_TWO = frozenset({"two", "both", "pair", "couple", "duo", "lovers", "newlyweds", "twosome"})
_GENERIC = frozenset({"man", "woman", "girl", "boy", "guy", "lady", "person", "kid", "child"})
_REACH = 4  # sentences back that a pronoun may look
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NO_PERSON = frozenset(
    "love interest figure voice lead star medium cover character role flame beau number power order computer weather letter lot kind sort type rest end side part".split()
)


@dataclass(slots=True)
class _Mentioned:
    person: Person
    sentence: int
    index: int
    role: float
    place: float  # the role, wherever in the sentence


class Coreference:
    """Who the words of a story mean. ``people`` maps (sentence, word) to the person."""

    def __init__(
        self, annotations: Annotations, story: Sequence[tuple[Sentence, Tree]], persons: Persons, titles: Sequence[str] = ()
    ) -> None:
        self.annotations = annotations
        self.story = story
        self.persons = persons
        self._titles = frozenset(map(person_key, titles))
        self._votes: dict[int, Counter[str]] = {}
        self.people: dict[tuple[int, int], Person] = {}
        self._ties = Ties(self)
        self.clauses = [Clauses(tree) for _, tree in story]
        self._read()
        for person in persons.everyone:
            votes = self._votes.get(id(person))
            if person.gender is None and votes and not person.plural:
                (best, most), *rest = votes.most_common(2)
                if not rest or most > rest[0][1]:
                    person.gender = best
        persons.forget_descriptions()
        self._read()

    # One reading

    def _read(self) -> None:
        self.people.clear()
        self._ties.clear()
        self._recent: list[_Mentioned] = []
        self._covered: dict[int, int] = {}
        self.number = 0
        for person in self.persons.everyone:
            person.count = 0
        for number, (sentence, tree) in enumerate(self.story):
            self._sentence(number, sentence, tree)

    def _sentence(self, number: int, sentence: Sentence, tree: Tree) -> None:
        self.number = number
        self._covered = {}
        spoken = [m.span for m in self.annotations.mentions_in(sentence.span, MentionKind.QUOTATION) if len(m.surface.split()) > 3]
        quiet = {i for i, word in enumerate(tree.words) if any(word.span in span for span in spoken)}
        for index, person in self._names(sentence, tree):
            if index not in quiet:
                self._mention(number, tree, index, person)
        for index in range(len(tree)):
            if index in quiet or (number, index) in self.people or index in self._covered:
                continue
            lemma = tree.surface(index).casefold()
            if lemma in _PRONOUNS and tree.pos(index) in ("PRON", "DET"):
                found = self._pronoun(number, tree, index, _PRONOUNS[lemma], lemma)
                if found is not None:
                    self._mention(number, tree, index, found)
            elif tree.pos(index) in ("NOUN", "NUM", "DET", "PRON", "ADJ", "PROPN") and tree.base(index) not in (
                "compound",
                "flat",
                "amod",
                "det",
                "fixed",
                "nummod",
            ):
                described = self._noun(number, tree, index)
                if described is not None:
                    self._mention(number, tree, index, described)
        for index in range(len(tree)):
            if (number, index) in self.people:
                members = [self.people[number, i] for i in tree.conjuncts(index) if (number, i) in self.people]
                if len(members) > 1 and tree.relation(index) != "conj":
                    self._recent.append(
                        _Mentioned(self.persons.group(members), number, index, self._role(tree, index), self._place(tree, index))
                    )
        for index in range(len(tree)):
            self._ties.read(number, tree, index, sentence)

    def _mention(self, number: int, tree: Tree, index: int, person: Person) -> None:
        self.people[number, index] = person
        person.count += 1
        self._recent.append(_Mentioned(person, number, index, self._role(tree, index), self._place(tree, index)))

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

    # Names

    def _names(self, sentence: Sentence, tree: Tree) -> Iterator[tuple[int, Person]]:
        """Heads of names in the sentence with whom they name; new names become new persons."""
        for span in self._name_spans(sentence):
            inside = [i for i, word in enumerate(tree.words) if word.span in span]
            if not inside:
                continue
            heads = tree.heads
            head = next((i for i in inside if heads[i] is None or heads[i] not in inside), inside[0])
            name = re.sub(r"['’]s?$", "", " ".join(span.of(tree.text).split()))
            person = self.persons.find(name)
            if person is None:
                if person_key(name) in self._titles or not self._is_person(sentence, tree, span, head):
                    continue
                person = self.persons.add(name)
            for i in inside:
                if i != head:
                    self._covered[i] = head
            noun = self._noun_before(tree, head)
            if noun:
                person.nouns.add(noun)
                person.gender = person.gender or gender_of_noun(noun)
            yield head, person

    def _name_spans(self, sentence: Sentence) -> list[Span]:
        text = self.annotations.text(sentence.span)
        found: list[Span] = []
        base = sentence.span.start
        pattern = self._pattern()
        if pattern is not None:
            found += [Span(base + m.start(), base + m.end()) for m in pattern.finditer(text)]
        for mention in self.annotations.mentions_in(sentence.span, MentionKind.PERSON, MentionKind.NAME):
            if any(mention.span in span for span in found):
                continue
            inside = [span for span in found if span.overlaps(mention.span)]
            if inside and self.persons.find(mention.surface) is None:
                continue  # a known name with a word too many
            found = [span for span in found if span not in inside] + [mention.span]
        return sorted(found)

    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted({name for name in self.persons.known_names() if len(name) > 1}, key=lambda name: (-len(name), name))
        if not names:
            return None
        key = tuple(names)
        if getattr(self, "_pattern_key", None) != key:
            self._pattern_key = key
            self._compiled = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])")
        return self._compiled

    def _is_person(self, sentence: Sentence, tree: Tree, span: Span, head: int) -> bool:
        """Whether a name that the cast does not know is a person's, going by what it does in the sentence."""
        annotations = self.annotations
        kinds = {m.kind for m in annotations.mentions_in(span) if m.span == span}
        if kinds & {
            MentionKind.WORK,
            MentionKind.NATIONALITY,
            MentionKind.DATE,
            MentionKind.LANGUAGE,
            MentionKind.GENRE,
            MentionKind.YEAR,
        }:
            return False
        name = span.of(tree.text)
        if not name[:1].isalpha():
            return False
        if (name.isupper() and len(name) > 2 and MentionKind.PERSON not in kinds) or any(
            tree.lemma(kid) in ("a", "an") for kid in tree.children(head, "det")
        ):
            return False  # "KGF"; "a Deadite" is one of several
        if tree.pos(head) != "PROPN" and " " not in name:
            return False  # a common word that opens the sentence
        if gender_of_name(name) is not None:
            return True
        if kinds & {MentionKind.PLACE, MentionKind.ORGANISATION}:
            return False
        before = next(i for i, word in enumerate(tree.words) if word.span.start >= span.start) - 1
        if before > 0 and tree.surface(before) == ",":
            before -= 1
        if (
            before >= 0
            and tree.pos(before) == "NOUN"
            and (person_noun(tree.surface(before)) or tie_of(tree.lemma(before)) is not None)
        ):
            return True  # "his friends, Campa and Quino"
        if tree.base(head) in ("nsubj", "iobj", "vocative") or tree.relation(head) == "obl:agent":
            return not any(tree.lemma(kid) in ("the", "a", "an") for kid in tree.children(head, "det"))
        if tree.base(head) == "appos":
            above = tree.heads[head]
            return above is not None and (person_noun(tree.surface(above)) or tie_of(tree.lemma(above)) is not None)
        if tree.children(head, "appos"):
            return any(
                person_noun(tree.surface(kid)) or tie_of(tree.lemma(kid)) is not None for kid in tree.children(head, "appos")
            )
        if tree.base(head) == "conj":
            above = tree.heads[head]
            return (
                above is not None
                and tree.pos(above) == "PROPN"
                and (tree.base(above) == "nsubj" or (self.number, above) in self.people)
            )
        if tree.base(head) == "obj":
            return MentionKind.PERSON in kinds
        return MentionKind.PERSON in kinds and tree.cases(head) in (
            "",
            "with",
            "by",
            "against",
            "about",
            "between",
            "than",
            "like",
            "of",
        )

    def _noun_before(self, tree: Tree, head: int) -> str:
        """What a name is said to be right before it: "hit man Joe Stefanos"."""
        for kid in tree.children(head, "compound", "nmod:desc", "amod"):
            if tree.pos(kid) == "NOUN" and kid < head and person_noun(tree.surface(kid)):
                return tree.lemma(kid)
        return ""

    # Descriptions

    def _noun(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whom a noun phrase describes; None where it means no person."""
        lemma, surface = tree.noun(index), tree.surface(index).casefold()
        determiners = {tree.lemma(kid) for kid in tree.children(index, "det", "det:predet", "nummod", "amod")}
        if (lemma in _TWO or surface in _TWO) and (
            determiners & {"the"} or lemma == "both" or tree.pos(index) in ("NUM", "DET", "PRON")
        ):
            if tree.children(index, "nmod") or tree.base(index) not in (
                "nsubj",
                "obj",
                "iobj",
                "obl",
                "nmod",
                "conj",
                "root",
                "appos",
            ):
                return None
            return self._pair(number)
        if tree.pos(index) != "NOUN" or tree.children(index, "cop"):
            return None
        if (
            not (person_noun(surface) or tie_of(lemma) or gender_of_noun(lemma) or surface in GROUPS or lemma in GROUPS)
            or lemma in _NO_PERSON
        ):
            return None
        plural = (
            surface in PLURALS
            or surface in GROUPS
            or surface.endswith(("hitmen", "gunmen", "henchmen", "policemen", "smen"))
            or (surface.endswith("s") and not surface.endswith(("ss", "us", "is")))
        )
        if determiners & {"every", "each", "no", "any"}:
            return None
        owner = self.owner(number, tree, index)
        if owner is not None and tie_of(lemma) is not None and not (plural and tie_of(lemma)):
            return self._kin(number, tree, index, owner, lemma)
        if plural:
            listed = self.names_after(number, tree, index)
            if len(listed) > 1:
                return self.persons.group(listed)
        named = self.named_beside(number, tree, index)
        if named is not None:
            named.nouns.add(lemma)
            named.gender = named.gender or gender_of_noun(lemma)
            return named
        apposed = self._name_before(number, tree, index) if determiners & {"a", "an"} else None
        if apposed is not None:
            apposed.nouns.add(lemma)
            return apposed
        name = self.text(number, tree, index)
        definite = bool(determiners & _DEFINITE) or owner is not None
        if definite and not plural and determiners & {"the", "this", "that"}:
            known = self._described(number, lemma)
            if known is not None:
                return known
        if definite:
            same = next((p for p in self.persons.everyone if not p.named and p.name.casefold() == name.casefold()), None)
            if same is not None:
                return same
            if plural or owner is None:
                known = self._described(number, lemma, plural=plural)
                if known is not None:
                    return known
        person = self.persons.add(name, named=False, plural=plural, gender=None if plural else gender_of_noun(lemma))
        person.nouns.add(lemma)
        return person

    def _described(self, number: int, lemma: str, *, plural: bool = False) -> Person | None:
        """The last person spoken of whom the noun fits."""
        for mentioned in reversed(self._recent):
            person = mentioned.person
            if lemma in person.nouns and person.plural == plural and (lemma not in _GENERIC or number - mentioned.sentence <= 6):
                return person
        if lemma in _GENERIC:
            return None
        fitting = [person for person in self.persons.everyone if person.cast and lemma in person.nouns and person.plural == plural]
        return fitting[0] if len(fitting) == 1 else None

    def owner(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is: "his wife", "Roman's wife", "the wife of Roman"."""
        for kid in tree.children(index, "nmod:poss"):
            if (number, kid) in self.people:
                return self.whole(number, tree, kid)
            surface = tree.surface(kid).casefold()
            if surface in _PRONOUNS:
                found = self._pronoun(number, tree, kid, _PRONOUNS[surface], surface)
                if found is not None:
                    self._mention(number, tree, kid, found)
                    return found
            elif tree.pos(kid) == "NOUN":
                found = self._noun(number, tree, kid)
                if found is not None:
                    self._mention(number, tree, kid, found)
                    return found
        for kid in tree.children(index, "nmod"):
            if tree.cases(kid) in ("of", "to") and (number, kid) in self.people:
                return self.whole(number, tree, kid)
        if index + 2 < len(tree) and tree.lemma(index + 1) == "of":
            return self.people.get((number, self._covered.get(index + 2, index + 2)))
        return self._understood(number, tree, index)

    def _understood(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whose it is where nothing says so: "Jack and girlfriend Elaine", "arrives with wife Helen"."""
        bare = not any(tree.relation(kid) in ("det", "nmod:poss", "nmod", "nummod", "cop") for kid in tree.children(index))
        if not bare or tie_of(tree.noun(index)) is None or self._next_name(number, tree, index) is None:
            return None
        head = tree.heads[index]
        if tree.relation(index) == "conj" and head is not None:
            return self.people.get((number, head))
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        subjects = self.clauses[number].subjects(verb) if verb is not None else ()
        return self.people.get((number, subjects[0])) if len(subjects) == 1 and tree.base(index) in ("obl", "obj") else None

    def whole(self, number: int, tree: Tree, index: int) -> Person:
        """The person, or the group that is joined to it."""
        members = [self.people[number, i] for i in tree.conjuncts(index) if (number, i) in self.people]
        return self.persons.group(members) if len(members) > 1 else self.people[number, index]

    def _kin(self, number: int, tree: Tree, index: int, owner: Person, noun: str) -> Person:
        """The owner's wife, friend or boss: who the text says that is, else somebody called so."""
        named = self.named_beside(number, tree, index)
        if named is not None and named is not owner:
            named.nouns.add(noun)
            named.gender = named.gender or gender_of_noun(noun)
            self.persons.tie(owner, noun, named)
            return named
        known = self.persons.kin(owner, noun)
        if known is not None:
            return known
        person = self.persons.add(f"{possessive(owner)} {noun}", named=False, gender=gender_of_noun(noun))
        person.nouns.add(noun)
        self.persons.tie(owner, noun, person)
        return person

    def named_beside(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that stands beside a description: "his wife, Helen", "a hit man named Stefanos"."""
        beside = self._next_name(number, tree, index)
        if beside is not None:
            return beside
        for kid in tree.children(index, "appos", "flat", "nmod:desc"):
            if (number, kid) in self.people:
                return self.people[number, kid]
        head = tree.heads[index]
        if tree.relation(index) in ("appos", "nmod:desc", "compound") and head is not None and (number, head) in self.people:
            return self.people[number, head]
        for kid in tree.children(index, "acl"):
            if tree.lemma(kid) in ("name", "call", "know"):
                for grand in tree.children(kid, "obj", "xcomp", "obl"):
                    if (number, grand) in self.people:
                        return self.people[number, grand]
        return None

    def _name_before(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that an aside stands behind, wherever the parser has put it: "Navajas, a killer, …"."""
        first = min((kid for kid in tree.children(index, "det")), default=index)
        closes = any(tree.surface(step) == "," for step in range(index + 1, min(index + 12, len(tree))))
        if first < 2 or tree.surface(first - 1) != "," or not closes or tree.base(index) not in ("nsubj", "appos", "conj", "obl"):
            return None
        person = self.people.get((number, self._covered.get(first - 2, first - 2)))
        return person if person is not None and person.named and tree.pos(first - 2) == "PROPN" else None

    def _next_name(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name right after a description, wherever the parser has put it: "Luther's girlfriend Rosalie", "his wife, Helen,"."""
        after = index + 1
        if after < len(tree) and tree.surface(after) == "," and tree.children(index, "nmod:poss"):
            closes = after + 1
            while closes < len(tree) and (self._covered.get(closes) is not None or (number, closes) in self.people):
                closes += 1
            if closes >= len(tree) or tree.surface(closes) not in (",", "(", ".", ";", "and"):
                return None
            after += 1
        if after >= len(tree) or tree.pos(after) not in ("PROPN", "NOUN", "ADJ"):
            return None
        head = after if (number, after) in self.people else self._covered.get(after)
        person = self.people.get((number, head)) if head is not None else None
        return person if person is not None and person.named and tree.surface(after)[:1].isupper() else None

    def names_after(self, number: int, tree: Tree, index: int) -> list[Person]:
        """The names in a list right after a plural description: "his friends, Campa and Quino"."""
        found: list[Person] = []
        for step in range(index + 1, len(tree)):
            head = step if (number, step) in self.people else self._covered.get(step)
            person = self.people.get((number, head)) if head is not None and tree.pos(step) != "PRON" else None
            if person is not None and person.named:
                found.append(person)
            elif tree.surface(step) not in (",", "and", "&"):
                break
        return found

    def _pair(self, number: int, *, least: float = 0.0) -> Person | None:
        """Whom "the two" or "both" means: the last pair, else the last two that were spoken of."""
        weight: dict[int, float] = {}
        met: dict[int, Person] = {}
        for mentioned in reversed(self._recent):
            distance = number - mentioned.sentence
            if distance > 2:
                break
            person = mentioned.person
            if len(person.members) == 2 and mentioned.role >= 0.5:
                return person
            if (
                mentioned.role >= max(least, 0.1)
                and not person.plural
                and not person.members
                and (person.named or person.cast or person.gender)
            ):
                met[id(person)] = person
                weight[id(person)] = weight.get(id(person), 0.0) + (mentioned.role + 0.1) * (1.0, 0.7, 0.2)[distance]
        first = sorted(met.values(), key=lambda person: -weight[id(person)])[:2]
        order = [person for person in reversed(list(met.values())) if person in first]
        return self.persons.group(order) if len(order) == 2 else None

    # Pronouns

    def _pronoun(self, number: int, tree: Tree, index: int, kind: str, word: str) -> Person | None:
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
            for subject in self.clauses[number].subjects(verb):
                if (number, subject) in self.people:
                    return self.people[number, subject]
        if possessive:
            aside = self._before_bracket(number, tree, index)
            if aside is not None and self._fits(aside, kind):
                return aside
        barred = set() if possessive else self._coarguments(number, tree, index)
        if possessive:
            barred |= {
                id(self.people[number, step])
                for step in tree.ancestors(index)
                if (number, step) in self.people and tree.heads[index] == step
            }
        best: tuple[float, Person] | None = None
        rivals = 0
        subject_here = tree.base(index) == "nsubj"
        seen: set[int] = set()
        for mentioned in reversed(self._recent):
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
                if possessive and distance == 0 and verb is not None and mentioned.index in self.clauses[number].subjects(verb):
                    score += 0.6 if person.gender is not None else 0.2
            if person.gender == kind:
                score += 0.5
            score += 0.04 * min(person.count, 8) + (0.2 if person.named else 0.0)
            if id(person) not in seen:
                seen.add(id(person))
                rivals += 1
            if best is None or score > best[0] + 1e-9:
                best = (score, person)
        if kind == "pl" and best is None:
            return self._pair(number, least=0.5)
        if best is None:
            return None
        if kind in ("m", "f") and best[1].gender is None and clause is not None:
            weight = 2 if rivals == 1 else 1
            self._votes.setdefault(id(best[1]), Counter())[kind] += weight
        return best[1]

    def _before_bracket(self, number: int, tree: Tree, index: int) -> Person | None:
        """The name that a bracket stands behind: "Felix (and later his wife)"."""
        for step in range(index - 1, max(index - 6, 0), -1):
            if tree.surface(step) == ")":
                return None
            if tree.surface(step) == "(":
                before = step - 1
                return self.people.get((number, self._covered.get(before, before)))
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
        clauses = self.clauses[number]
        beside: set[int] = set()
        verb = head if tree.pos(head) == "VERB" else next((s for s in tree.ancestors(index) if tree.pos(s) == "VERB"), None)
        if verb is None:
            return set()
        places = [*clauses.subjects(verb), *tree.children(verb, "obj", "iobj", "obl", "obl:agent")]
        if tree.base(index) == "nsubj":
            places = tree.children(verb, "obj", "iobj", "obl:agent", "obl")
        for place in places:
            for joined in tree.conjuncts(place):
                if joined != index and (number, joined) in self.people:
                    person = self.people[number, joined]
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

    @property
    def ties(self) -> list[Told]:
        """What the text says that somebody is to somebody."""
        return self._ties.told

    @property
    def described(self) -> list[tuple[Person, Span]]:
        """What the text says that somebody is."""
        return self._ties.described

    # Words

    def text(self, number: int, tree: Tree, index: int) -> str:
        """A noun phrase as the record writes it, with the owner's name for "his" and "her"."""
        phrase = tree.phrase(index)
        for kid in tree.children(index, "nmod:poss"):
            owner = self.people.get((number, kid))
            if owner is not None and tree.pos(kid) in ("PRON", "DET") and tree.words[kid].span.start == phrase.start:
                rest = tree.words_of(Span(tree.words[kid].span.end, phrase.end)).strip()
                return f"{possessive(owner)} {rest}"
        return tree.words_of(phrase)
