"""What the nouns of a story say that somebody is to somebody: in apposition, before a name, after "is".

Reads one word at a time while it is found out who is meant; keeps what is told for whoever asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.bonds import Bonds
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.harm import Harm
from filmdossier.extract.story.kin import MUTUAL, OF_NO_SORT, gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.said import said_of
from filmdossier.model.annotations import Sentence
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

# "Bartholomew, who is really Carson Dyle": two names of one.
_REALLY = frozenset("really actually secretly".split())
# What is said of a tie that changes it: told with the noun.
CHANGED = ("former", "ex", "foster", "adoptive", "adopted")
# Nouns for persons that say nothing of what they are to whose they are.
NO_TRADE = frozenset(
    "man woman boy girl guy kid child person hero heroine villain character protagonist star creator author player performer actor actress director writer youngster oldster beauty lady gentleman "
    "stranger figure other double counterpart self foil idol guest visitor age-mate detective inspector sleuth spy successor predecessor".split()
)
_TWOSOMES = frozenset({"couple", "lovers", "newlyweds"})
_BROOD = {"children": "child", "kids": "child", "sons": "son", "daughters": "daughter"}
_MOST_CHILDREN = 3
_MOST_TOGETHER = 4
# Kin and loves: those who count in a story without a name.
_NEAREST = {
    tie_of(noun)
    for noun in "father mother brother sister son daughter wife husband grandmother grandfather stepfather stepmother girlfriend boyfriend fiancé fiancée".split()
}
_WED = frozenset("married retired elderly old aged aging ageing middle-aged wealthy rich childless".split())


@dataclass(frozen=True, slots=True)
class Told:
    """That ``a`` is the ``noun`` of ``b``, as the sentence at ``span`` says."""

    a: Person
    noun: str
    b: Person
    sentence: int  # its place among the story's
    span: Span
    sure: bool
    trade: bool = False  # a trade in the text's own words, no tie that is known by its noun
    sort: str = ""  # what sort of it: "campaign" of a campaign manager


class Ties:
    """Reads ties with the help of ``known``, who is meant by the words read so far."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self._bonds = Bonds(known, self._tell)
        self._harm = Harm(known, self._tell)
        self.told: list[Told] = []
        self.one: list[tuple[Person, Person, Span]] = []  # two names that the text says are one person's
        self.unnamed: list[Told] = []  # kin whom the text calls only by what they are: "his mother"
        self.described: list[tuple[Person, Span]] = []

    def clear(self) -> None:
        """Forgets what was told, before the text is read once more."""
        self.told.clear()
        self.unnamed.clear()
        self.described.clear()

    def read(self, number: int, tree: Tree, index: int, sentence: Sentence) -> None:
        """What a noun says that somebody is to somebody, in apposition, before a name, or after "is"."""
        span = tree.words[index].span
        if tree.pos(index) in ("NOUN", "ADJ", "VERB"):
            self._bonds.read(number, tree, index, span)
            self._harm.read(number, tree, index, span)
        if tree.within_hyphens(index):
            return
        if tree.pos(index) == "PROPN":
            self._really(number, tree, index)
        noun = tree.noun(index)
        before_name = tree.relation(index) in ("amod", "nmod:desc") and tie_of(noun) is not None  # "Jack's superior Haden"
        owned = (
            tree.pos(index) == "ADJ" and tie_of(noun) is not None and bool(tree.children(index, "nmod:poss"))
        )  # "Jack's superior"
        if tree.pos(index) not in ("NOUN", "PROPN") and not (before_name or owned):
            return
        is_tie = tie_of(noun) is not None
        kinds = {tree.lemma(kid) for kid in tree.children(index, "amod", "compound", "advmod")}
        if "fellow" in kinds:
            self._fellow(number, tree, index, noun, span)
            return
        if is_tie:
            noun = next((f"{kind} {noun}" for kind in CHANGED if kind in kinds), noun)
        owner = self._known.descriptions.owners.owner(number, tree, index) if is_tie else None
        if owner is not None and (form := tree.surface(index).casefold()) in _BROOD:
            self._known.descriptions.brood = (number, owner, _BROOD[form])
        said = said_of(tree, self._known.subjects[number], index)
        if (
            said is None
            and owner is not None
            and tree.base(index) == "nsubj"
            and (named := self._known.descriptions.beside.after_is(number, tree, index))
        ):
            self._tell(named, noun, owner, span, sure=True, sort=sort_of(tree, index))  # "his only friend is Jo"
            return
        denied = any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.children(index, "advmod"))
        if said is not None and (number, said) in self._known.people and not denied:
            subject = self._known.whole(number, tree, said)
            if owner is not None and owner is not subject:
                self._tell(subject, noun, owner, span, sure=True, sort=sort_of(tree, index))
                self._known.persons.kinship.tie(owner, noun, subject)
            elif is_tie and owner is None and len(subject.members) > 1:
                self._each_other(subject.members, noun, span)
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
        self._listed(number, tree, index, span)
        if not is_tie:
            self._by_trade(number, tree, index, span)
            if (
                (number, index) in self._known.people
                and tree.relation(index) == "appos"
                and person_noun(noun)
                and tree.surface(index) == tree.lemma(index)
            ):
                self.described.append((self._known.people[number, index], tree.phrase(index)))
            return
        if owner is None:
            listed = [k for kid in tree.children(index, "appos") for k in tree.conjuncts(kid) if (number, k) in self._known.people]
            every = [self._known.people[number, k] for k in listed]
            if len(every) < 2 and tree.surface(index).casefold() != noun:
                every = self._known.descriptions.beside.listed(number, tree, index)  # "the two enemies Max and Ada"
            self._each_other(every, noun, span)
            return
        holder = self._known.people.get((number, index)) or self._known.descriptions.beside.named(number, tree, index)
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
            holders += self._known.descriptions.beside.listed(number, tree, index)
        for kid in tree.children(index, "appos"):
            holders += [self._known.people[number, i] for i in tree.conjuncts(kid) if (number, i) in self._known.people]
        gender = gender_of_noun(noun)
        for person in dict.fromkeys([*([holder] if holder is not None else []), *holders]):
            unlike = gender is not None and person.gender not in (None, gender)  # "his sister Ada, her husband Max": not Max
            if person is not owner and not unlike and not (person.named or person.cast) and tie_of(noun) in _NEAREST:
                self.unnamed.append(Told(person, noun, owner, number, span, sure=False))
            elif person is not owner and (person.named or person.cast) and not unlike:
                self._tell(person, noun, owner, span, sure=True, sort=sort_of(tree, index))

    def _each_other(self, several: Sequence[Person], noun: str, span: Span) -> None:
        """What those are to each other whom one noun for several calls: "the sisters Ada, Bea and Cleo"."""
        tie = tie_of(noun)
        every = list(dict.fromkeys(several))
        if tie is None or tie.relation not in MUTUAL or not 1 < len(every) <= _MOST_TOGETHER:
            return
        for place, one in enumerate(every):
            for other in every[place + 1 :]:
                self._tell(one, noun, other, span, sure=True)

    def _by_trade(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What somebody with a name is to the owner by trade, in the text's own words: "her parole officer, Max"."""
        noun = tree.noun(index)
        if not person_noun(noun) or noun in NO_TRADE or tree.surface(index).endswith("s") or tree.pos(index) != "NOUN":
            return
        named = self._known.descriptions.beside.named(number, tree, index)
        owners = [self._known.people[number, k] for k in tree.children(index, "nmod:poss") if (number, k) in self._known.people]
        if named is None or not named.named or len(owners) != 1 or owners[0] is named or not owners[0].named:
            return
        if any(tree.lemma(kid) in ("commanding", "superior") for kid in tree.children(index, "amod")):
            noun = "superior"  # "his commanding officer"
        words = [
            tree.surface(k).casefold() for k in tree.children(index, "compound") if k == index - 1 and tree.surface(k).islower()
        ]
        for owner in owners[0].members or owners:
            self.told.append(Told(named, " ".join([*words, noun]), owner, self._known.number, span, sure=False, trade=True))

    def _really(self, number: int, tree: Tree, index: int) -> None:
        """That a name is another's real one: "Max, who is really Tom Dyle", "Max turns out to be Tom"."""
        real, head = self._known.people.get((number, index)), tree.heads[index]
        if real is None or not real.named or not tree.children(index, "cop"):
            return
        said = tree.child(index, "nsubj")
        turned = head is not None and (tree.lemma(head), tree.relation(index)) in (
            ("turn", "xcomp"),
            ("reveal", "xcomp"),
            ("prove", "xcomp"),
        )
        if not turned and not any(tree.lemma(kid) in _REALLY for kid in tree.children(index, "advmod")):
            return
        if turned and head is not None:
            said = next(iter(self._known.subjects[number].of(head)), None)
        if said is not None and tree.relative(said):
            before = said - 1
            while before > 0 and tree.pos(before) == "PUNCT":
                before -= 1
            said = self._known.covered.get(before, before)
        person = self._known.people.get((number, said)) if said is not None and tree.pos(said) == "PROPN" else None
        if person is None or person.members or real.members or (person.cast and real.cast):
            return  # a pronoun may be read wrongly; and what two players have are two parts
        if person.named and person is not real:
            self.one.append((person, real, tree.words[index].span))

    def _listed(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What a noun for several says that those named after it are: "the retired couple Max and Ada", "two sons, Max and Tom"."""
        noun, form = tree.lemma(index), tree.surface(index).casefold()
        if form not in _TWOSOMES and form not in _BROOD:
            return
        named = list(dict.fromkeys(self._known.descriptions.beside.listed(number, tree, index)))
        head = tree.heads[index]
        if (
            not named
            and form in _TWOSOMES
            and tree.relation(index) == "appos"
            and head is not None
            and (number, head) in self._known.people
        ):
            named = list(self._known.whole(number, tree, head).members)  # "Ana and Karl, a married couple"
        if form in _BROOD and 2 <= len(named) <= _MOST_CHILDREN:
            for place, one in enumerate(named):
                for other in named[place + 1 :]:
                    kinds = {"m": "brother", "f": "sister"}
                    genders = {one.gender, other.gender, gender_of_noun(noun)} - {None}
                    self._tell(
                        one, kinds.get(genders.pop() or "", "sibling") if len(genders) == 1 else "sibling", other, span, sure=True
                    )
        elif form in _TWOSOMES and len(named) == 2:
            kinds_of = {tree.surface(kid).casefold() for kid in tree.children(index, "amod")}
            wed = form == "newlyweds" or bool(kinds_of & _WED) or self._known.persons.kinship.share_name(*named)
            self._tell(named[0], "spouse" if wed else "lover", named[1], span, sure=True)
            self._known.persons.kinship.called_couple(*named)

    def _fellow(self, number: int, tree: Tree, index: int, noun: str, span: Span) -> None:
        """That the one called "fellow inmate" is that of the clause's subject."""
        if tree.pos(index) == "PROPN":  # the name taken for the head
            noun = next((tree.lemma(kid) for kid in tree.children(index, "compound", "nmod:desc") if tree.pos(kid) == "NOUN"), "")
            if not noun:
                return
        other = self._known.descriptions.beside.named(number, tree, index) or self._known.people.get((number, index))
        joined = next((step for step in (index, *tree.ancestors(index)) if tree.relation(step) == "conj"), None)
        first = self._known.people.get((number, tree.heads[joined] or 0)) if joined is not None and joined - index <= 2 else None
        if other is not None and other.named and first is not None and first.named and first is not other:
            self._tell(other, f"fellow {noun}", first, span, sure=True)  # "Roper and fellow veteran Williams"
            return
        verb = next((step for step in tree.ancestors(index) if tree.pos(step) == "VERB"), None)
        subjects = self._known.subjects[number].of(verb) if verb is not None else ()
        persons = [self._known.people[number, k] for k in subjects if (number, k) in self._known.people]
        if other is not None and other.named and len(persons) == 1 and persons[0] is not other:
            self._tell(other, f"fellow {noun}", persons[0], span, sure=True)

    def keep(self, a: Person, noun: str, b: Person, span: Span) -> None:
        """Keeps a tie that was found while looking for who is meant."""
        self._tell(a, noun, b, span, sure=True)

    def _tell(self, a: Person, noun: str, b: Person, span: Span, *, sure: bool, sort: str = "") -> None:
        kind, _, plain = noun.partition(" ")
        self._known.persons.kinship.tie(b, plain if kind in CHANGED else noun, a)
        for one in a.members or (a,):
            for other in b.members or (b,):
                if one is not other:
                    self.told.append(Told(one, noun, other, self._known.number, span, sure, sort=sort))


def sort_of(tree: Tree, index: int) -> str:
    """The noun before a tie that says what sort of it: "campaign" of "his campaign manager"; "" for kin and where there is none."""
    tie, before = tie_of(tree.noun(index)), index - 1
    plain = tie is not None and tie.relation == tree.surface(index).casefold() and tie.relation not in OF_NO_SORT
    sorted_ = (
        plain and before >= 0 and tree.pos(before) == "NOUN" and tree.heads[before] == index and tree.relation(before) == "compound"
    )
    return tree.surface(before) if sorted_ and tree.surface(before).isalpha() and tree.surface(before).islower() else ""
