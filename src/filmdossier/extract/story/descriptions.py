"""Finds whom a noun phrase means: "the gunfighter", "his wife, Helen", "the two", "her brother".

Enters a noun's place; leaves the person it describes, a new one where nobody fits, None where it means no person.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.names import HONORIFICS
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.antecedents import Asked, Option
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import COMMANDED, GROUPS, HEADS, PLURALS, gender_of_noun, tie_of
from filmdossier.extract.story.names_beside import NamesBeside
from filmdossier.extract.story.owners import Owners
from filmdossier.extract.story.persons import Person, possessive
from filmdossier.extract.story.recalled import GENERIC, YOUNG, Recalled

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_FAMILY_REACH = 3  # sentences back
_LARGEST_FAMILY = 2  # of more it is not sure who is meant
_CANDIDATES = 30  # persons spoken of last among whom a description is looked for
_COUPLE = frozenset({"couple", "lovers", "newlyweds"})
_TWO = frozenset({"two", "both", "pair", "couple", "duo", "lovers", "newlyweds", "twosome"})
_OF_AGE = frozenset({"eldest", "oldest", "youngest", "elder", "younger"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NO_PERSON = frozenset(
    "dagger diner liner propeller planner cracker burner "
    "love interest figure voice lead star medium cover character role flame beau number power order computer weather letter lot kind sort type rest end side part".split()
)


class Descriptions:
    """Whom the nouns of a story mean."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        self.beside = NamesBeside(known)
        self.owners = Owners(known)
        self._recalled = Recalled(known)
        self.brood: tuple[int, Person, str] | None = (
            None  # the sentence that last spoke of children, whose they are, sons or daughters
        )

    def meant(self, number: int, tree: Tree, index: int) -> Person | None:
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
            return (self._known.couple(number) if surface in _COUPLE else None) or self._known.pair(number)
        if surface in _OF_AGE and (child := self._child_of_last(number, tree, index)) is not None:
            return child
        if (tree.pos(index) in ("NOUN", "ADJ") or surface == "one") and (
            called := self.beside.called(number, tree, index)
        ) is not None:
            return called
        if tree.pos(index) == "PROPN" and "the" in determiners and surface.endswith("s"):
            bearers = self._known.persons.family(tree.surface(index)[:-1])
            return self._known.persons.group(bearers) if 1 < len(bearers) <= _LARGEST_FAMILY else None  # "the Dahls"
        if tree.pos(index) != "NOUN" or tree.children(index, "cop"):
            return None
        if tree.base(index) in ("appos", "parataxis") and (said := self._said_of(number, tree, index)) is not None:
            return said
        if (
            not (person_noun(surface) or tie_of(lemma) or gender_of_noun(lemma) or surface in GROUPS or lemma in GROUPS)
            or lemma in _NO_PERSON
        ):
            return self._before_name(number, tree, index) or self.beside.by_name(number, tree, index)
        plural = (
            surface in PLURALS
            or surface in GROUPS
            or surface.endswith(("hitmen", "gunmen", "henchmen", "policemen", "smen"))
            or (surface.endswith("s") and not surface.endswith(("ss", "us", "is")))
        )
        if determiners & {"every", "each", "no", "any"} or (lemma == "beauty" and tree.children(index, "nmod:poss")):
            return None
        owner = self.owners.owner(number, tree, index)
        if owner is not None and surface in COMMANDED:
            owner.commands = True
        if owner is not None and tie_of(lemma) is not None and not (plural and tie_of(lemma)):
            return self._kin(number, tree, index, owner, lemma)
        if (
            plural
            and owner is not None
            and lemma in ("parent", "parents")
            and (both := self._known.persons.kinship.parents_of(owner)) is not None
        ):
            return both
        if plural:
            listed = self.beside.listed(number, tree, index)
            if len(listed) > 1:
                return self._known.persons.group(listed)
        named = self.beside.named(number, tree, index)
        if named is not None:
            named.nouns.add(lemma)
            named.gender = named.gender or gender_of_noun(lemma)
            return named
        if (
            lemma in HEADS
            and not plural
            and determiners & {"the", "this", "that"}
            and (head := self._recalled.commander()) is not None
        ):
            head.nouns.add(lemma)
            return head
        apposed = self.beside.before(number, tree, index) if determiners & {"a", "an"} else None
        if apposed is not None:
            apposed.nouns.add(lemma)
            return apposed
        # "The man responsible for it", "the girl who left": told by what they did, not by having been spoken of.
        self._recalled.told_apart = any(tree.base(kid) == "acl" and kid > index for kid in tree.children(index))
        name = self._known.text(number, tree, index)
        by_rule = self._by_rule(number, tree, index, name, determiners, owned=owner is not None, plural=plural)
        known = self._chosen(number, tree, index, name, determiners, by_rule, plural=plural)
        if known is not None:
            known.nouns.add(lemma)
            known.gender = known.gender or (None if plural else gender_of_noun(lemma))
            return known
        person = self._known.persons.add(name, named=False, plural=plural, gender=None if plural else gender_of_noun(lemma))
        person.nouns.add(lemma)
        return person

    def _by_rule(
        self, number: int, tree: Tree, index: int, name: str, determiners: set[str], *, owned: bool, plural: bool
    ) -> Person | None:
        """Whom the rules take a description for."""
        lemma = tree.noun(index)
        definite = bool(determiners & _DEFINITE) or owned
        if definite and not plural and determiners & {"the", "this", "that"}:
            known = self._recalled.described(number, lemma) or self._recalled.generic(number, tree, index, lemma)
            if known is not None:
                return known
        if definite:
            same = next((p for p in self._known.persons.everyone if not p.named and p.name.casefold() == name.casefold()), None)
            if same is not None:
                return same
            if plural or not owned:
                return self._recalled.described(number, lemma, plural=plural)
        return None

    def _chosen(
        self,
        number: int,
        tree: Tree,
        index: int,
        name: str,
        determiners: set[str],
        by_rule: Person | None,
        *,
        plural: bool,
        owner: Person | None = None,
    ) -> Person | None:
        """Whom the scorer takes it for; not whose it is (``owner``)."""
        lemma = tree.noun(index)
        gender = None if plural else gender_of_noun(lemma)
        barred = self._known.pronouns.beside(number, tree, index)
        options = []
        for person in self._known.recent.latest(_CANDIDATES):
            fits = (person.plural or bool(person.members)) == plural and (gender is None or person.gender in (None, gender))
            fits = fits and not (lemma in YOUNG and person.named and person.name.split()[0] in HONORIFICS)  # Father Brown is no boy
            if (fits and id(person) not in barred and person is not owner) or person is by_rule:
                options.append(Option(person, None, picked=person is by_rule))
        if by_rule is not None and not any(option.picked for option in options):
            options.append(Option(by_rule, None, picked=True))
        determiner = (
            "the" if "the" in determiners
            else "this" if determiners & _DEFINITE
            else "a" if determiners & {"a", "an", "another", "some"}
            else "poss" if owner is not None or tree.children(index, "nmod:poss")
            else "none"
        )  # fmt: skip
        quote = self._known.speakers.quote_at(tree.words[index].span)
        asked = Asked(
            kind="pl" if plural else gender or "",
            sentence=number,
            index=index,
            relation=tree.relation(index),
            quote=quote,
            speaker=self._known.speakers.speaker(quote),
            answered=self._known.speakers.speaker(quote - 1) if quote > 0 else None,
            lemma=lemma,
            text=name,
            determiner=determiner,
            generic=lemma in GENERIC,
            kin=owner is not None,
            modified=bool(tree.children(index, "amod", "nmod", "acl", "acl:relcl", "compound")),
        )
        chosen = self._known.chooser.choose("noun", asked, options, self._known.recent)
        return options[chosen].person if chosen is not None else None

    def _child_of_last(self, number: int, tree: Tree, index: int) -> Person | None:
        """Whom "the eldest, Ada," calls, after children were spoken of: their parents' child."""
        step = index + 1
        while step < len(tree) and (number, step) not in self._known.people and tree.pos(step) in ("PUNCT", "PROPN", "ADJ"):
            step += 1
        beside = self._known.people.get((number, step))
        if beside is None or not beside.named or self.brood is None or number - self.brood[0] > 1:
            return None
        self._known.tell(number, beside, self.brood[2], self.brood[1], tree.words[index].span)
        return beside

    def _before_name(self, number: int, tree: Tree, index: int) -> Person | None:
        """The person whose name goes on from a noun that is not known to mean persons: "marries supermodel Suzy"."""
        after = index + 1
        if after >= len(tree) or (number, after) not in self._known.people or tree.heads[after] != index:
            return None
        person = self._known.people[number, after]
        joined = tree.base(after) in ("appos", "flat") or tree.relation(after) == "nmod:desc"
        return person if joined and person.named and tree.surface(index).islower() else None

    def _said_of(self, number: int, tree: Tree, index: int) -> Person | None:
        """Who a second predicate is said of: "he was once a mariachi, a wandering guitarist"."""
        predicate = tree.heads[index]
        if predicate is None or not tree.children(predicate, "cop") or not person_noun(tree.surface(index).casefold()):
            return None
        subject = tree.child(predicate, "nsubj")
        return self._known.people.get((number, subject)) if subject is not None else None

    def _kin(self, number: int, tree: Tree, index: int, owner: Person, noun: str) -> Person:
        """The owner's wife, friend or boss: who the text says that is, else somebody called so."""
        named = self.beside.named(number, tree, index)
        named = named or self.beside.after_is(number, tree, index)
        if named is not None and {named.gender, gender_of_noun(noun)} == {"m", "f"}:
            named = None  # "the death of his sister, Karl": no sister of his
        if named is not None and named is not owner:
            named.nouns.add(noun)
            named.gender = named.gender or gender_of_noun(noun)
            self._known.persons.kinship.tie(owner, noun, named)
            return named
        known = self._known.persons.kinship.kin(owner, noun)
        if known is not None:
            return known
        # In a plot a wrong guess here makes a wrong tie; there "his father" stays apart until something says who that is.
        told = self._known.narrator is not None
        name = f"{possessive(owner)} {noun}"
        chosen = self._chosen(number, tree, index, name, set(), None, plural=False, owner=owner) if told else None
        if chosen is not None:
            chosen.nouns.add(noun)
            chosen.gender = chosen.gender or gender_of_noun(noun)
            self._known.persons.kinship.tie(owner, noun, chosen)
            return chosen
        person = self._known.persons.add(f"{possessive(owner)} {noun}", named=False, gender=gender_of_noun(noun))
        person.nouns.add(noun)
        self._known.persons.kinship.tie(owner, noun, person)
        return person
