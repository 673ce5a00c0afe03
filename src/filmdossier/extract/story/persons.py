"""The persons of a story while a document is read: who they are, their names, and what is known of them.

Starts from the cast (parts with their players), grows with every name and description that the
text brings in. A performer's name leads to the part; a part without a name is called after its player.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from filmdossier.extract.cast.names import HONORIFICS, person_key, without_nickname
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.kin import gender_of_name, gender_of_noun, gender_of_title
from filmdossier.extract.story.kinship import Kinship, family_name_of
from filmdossier.model.claim import CastMember, CharacterName, Claim, Polarity


@dataclass(eq=False, slots=True)
class Person:
    """Somebody in the story: one, or a group (``members``, or ``plural`` for a group that is only described)."""

    name: str
    named: bool = False
    gender: str | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    members: tuple["Person", ...] = ()
    cast: bool = False  # the cast names the part
    family: str = ""  # the surname that the text gives together with another's first name: "Ana and Karl Dahl"
    commands: bool = False  # men, a gang or a trade of crime are said to be this person's
    count: int = 0

    @property
    def text(self) -> str:
        """How the record writes it: the name; of a group each member's."""
        if not self.members:
            return self.name
        names = [member.name for member in self.members]
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


_SHORTEST_NICKNAME = 3  # letters
_NICKNAME_LEAVES_OUT = 2
_NICKNAME = re.compile(r"[\"“]([A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?)[\"”]")
_KIN = re.compile(r"[A-ZÀ-Ý].*['’]s? (?:[a-z]+ )?[a-z-]+")  # "Ana's father", "Max's older sister"
_MARRIED = re.compile(r"(?:Mr|Mrs|Sir|Lady|Lord|Mister|Monsieur|Madame|Count|Countess)\b")
# "The actress" is whoever's part was spoken of, seen from the other side.
_PLAYED = {"m": {"actor"}, "f": {"actress"}}


def possessive(person: Person) -> str:
    """The person as an owner: "Han's", "the guards'"."""
    return f"{person.text}'" if person.text.endswith("s") and not person.named and not person.members else f"{person.text}'s"


class Persons:
    """Everybody known so far, found by any of their names."""

    def __init__(self) -> None:
        self.everyone: list[Person] = []
        self._by_key: dict[str, Person] = {}
        self._by_word: dict[str, set[int]] = {}
        self._groups: dict[frozenset[int], Person] = {}
        self.kinship = Kinship(self)

    @classmethod
    def of_cast(cls, claims: Iterable[Claim], *, grammar: bool = False) -> "Persons":
        """The parts that the cast's claims name, and their players' names leading to them; with ``grammar``, no other names."""
        persons = cls()
        claims = [claim for claim in claims if claim.polarity is Polarity.ASSERTED and claim.confidence >= 0.5]
        played: dict[str, Person] = {}
        players = {
            person_key(form)
            for c in claims
            if isinstance(c.value, CastMember)
            for form in (c.value.actor, c.value.actor.split()[-1])
        }
        named = [claim.value for claim in claims if isinstance(claim.value, CharacterName)]
        # The parts first: a name that only acts in the plot is read from the grammar, where there is any.
        for value in (value for value in named if (value.played_by is not None or not grammar) and value.name[:1].isalpha()):
            if value.played_by is None and person_key(value.name) in players:
                continue  # "Bogart finds the body": a name that acts in the plot, and a performer's all the same
            known = next(
                (persons._by_key[person_key(n)] for n in (value.name, *value.aliases) if person_key(n) in persons._by_key), None
            )
            person = known or persons.add(value.name, cast=True)
            for alias in (value.name, *value.aliases):
                if not _another_bears(alias, value.name, named):
                    persons.learn_name(person, alias)
            person.nouns |= set(_head_nouns(value.description))
            if value.played_by:
                player = gender_of_name(value.played_by)
                if gender_of_title(value.name) is None and player is not None and person.gender not in (None, player):
                    person.gender = None  # a Holly played by a Joseph: the pronouns will tell
                else:
                    person.gender = person.gender or player
                played.setdefault(person_key(value.played_by), person)
        for person in persons.everyone:
            person.nouns |= _PLAYED.get(person.gender or "", set())
        actors = []
        for member in (claim.value for claim in claims if isinstance(claim.value, CastMember)):
            actors.append(member.actor)
            key = person_key(member.actor)
            if key not in played and key not in persons._by_key:
                kin = member.character if member.character is not None and _KIN.fullmatch(member.character) else None
                person = Person(
                    name=kin or f"{member.actor}'s character", named=False, gender=gender_of_name(member.actor), cast=True
                )
                person.nouns |= _PLAYED.get(person.gender or "", set())
                persons.everyone.append(person)
                played[key] = person
            if key in played and member.character:
                played[key].nouns |= set(_head_nouns(member.character)) if member.character[:1].islower() else set()
        for actor in dict.fromkeys(actors):
            key = person_key(actor)
            if key in played:
                persons._by_key.setdefault(key, played[key])
                surname = actor.split()[-1]
                shared = sum(other.split()[-1] == surname for other in dict.fromkeys(actors)) > 1
                if len(actor.split()) > 1 and not shared and surname.casefold() not in persons._by_word:
                    persons._by_key.setdefault(person_key(surname), played[key])
        return persons

    def add(self, name: str, *, named: bool = True, cast: bool = False, plural: bool = False, gender: str | None = None) -> Person:
        """A new person."""
        person = Person(
            name=name, named=named, cast=cast, plural=plural, gender=gender or (gender_of_name(name) if named else None)
        )
        self.everyone.append(person)
        if named:
            self.learn_name(person, name)
        return person

    def stranger(self, name: str, *, plural: bool = False) -> Person:
        """Somebody who only speaks or is spoken to: in none of the lists, and found by no name."""
        return Person(name=name, plural=plural)

    def learn_name(self, person: Person, name: str) -> None:
        """Lets ``name`` lead to the person, unless it is another's already."""
        self._by_key.setdefault(person_key(name), person)
        if (called := _NICKNAME.search(name)) is not None:
            self._by_key.setdefault(person_key(called[1]), person)  # 'Ole "Swede" Anderson' is the Swede
        if name not in person.names:
            person.names.append(name)
        for word in words_of_name(name):
            self._by_word.setdefault(word, set()).add(id(person))
        person.gender = person.gender or gender_of_name(name)

    def find(self, name: str) -> Person | None:
        """The person of that name; of a short form if only one person bears it; None for strangers."""
        key = person_key(name)
        if key in self._by_key:
            return self._by_key[key]
        words = words_of_name(name)
        if not words:
            return None
        bearers = set.intersection(*(self._by_word.get(word, set()) for word in words))
        if len(bearers) > 1 and gender_of_title(name) is None:
            # The surname alone is the one's who is not always called Mrs. or Miss by it.
            bearers -= {id(p) for p in self.everyone if p.names and all(gender_of_title(one) == "f" for one in p.names)}
        if len(bearers) > 1 and (title := gender_of_title(name)) is not None:
            # "Miss Cowley" where Miss Prudence Cowley and Archdeacon Cowley are known.
            titled = {
                id(p) for p in self.everyone if id(p) in bearers and p.gender == title and not _otherwise_married(p.name, name)
            }
            bearers = titled if len(titled) == 1 else bearers
        if len(bearers) == 1:
            found = next(person for person in self.everyone if id(person) in bearers)
            # "Captain Morton" is Morton; "Mrs. Rainier" is not Charles Rainier.
            gender = gender_of_name(name)
            if (gender and found.gender and gender != found.gender) or _otherwise_married(found.name, name):
                return None
            return found
        # "Ben", of a text that has but one Benjamin.
        if len(words) == 1 and len(key) >= _SHORTEST_NICKNAME:
            fuller = [
                p for p in self.everyone if p.named and not p.members and any(_shortened(key, one) for one in words_of_name(p.name))
            ]
            if len(fuller) == 1 and gender_of_name(name) in (None, fuller[0].gender):
                return fuller[0]
        # A longer form of a name that stood alone before: "Bea", later "Bea Harper".
        shorter = [
            p
            for p in self.everyone
            if p.named and not p.members and p.names and words_of_name(p.name) and words_of_name(p.name) < words
        ]
        if len(shorter) == 1 and not shorter[0].cast:
            self.learn_name(shorter[0], name)
            shorter[0].name = name
            return shorter[0]
        return None

    def knows(self, name: str) -> bool:
        """Whether somebody bears the name, in full or by all of its words; nothing is learnt from asking."""
        words = words_of_name(name)
        return person_key(name) in self._by_key or (
            bool(words) and bool(set.intersection(*(self._by_word.get(word, set()) for word in words)))
        )

    def family(self, surname: str) -> "list[Person]":
        """Those who bear a surname: the Dahls."""
        return [one for one in self.everyone if one.named and not one.members and family_name_of(one) == surname.casefold()]

    def known_names(self) -> Iterator[str]:
        """Every name and short form that leads to somebody, for finding them in a text."""
        for person in self.everyone:
            yield from person.names

    def married(self, owner: Person, noun: str) -> Person | None:
        """The wife or husband whom the name tells: "Mrs. Bennet" is Mr. Bennet's, where no other bears it so."""
        wanted = {"wife": ("m", "f"), "husband": ("f", "m")}.get(noun)
        if wanted is None or not owner.named or owner.members or gender_of_title(owner.name) != wanted[0]:
            return None
        words = words_of_name(owner.name)
        found = [
            p
            for p in self.everyone
            if p.named and _MARRIED.match(p.name) and gender_of_title(p.name) == wanted[1] and words_of_name(p.name) == words
        ]
        return found[0] if len(found) == 1 and _MARRIED.match(owner.name) else None

    def group(self, members: Iterable[Person]) -> Person:
        """The group of these persons, the same object each time; a group of one is the one."""
        flat: list[Person] = []
        for member in members:
            flat += [one for one in (member.members or (member,)) if one not in flat]
        if len(flat) == 1:
            return flat[0]
        key = frozenset(map(id, flat))
        if key not in self._groups:
            self._groups[key] = Person(name=" and ".join(one.name for one in flat), plural=True, members=tuple(flat))
        return self._groups[key]

    def forget_descriptions(self) -> None:
        """Everybody without a name leaves; what was said of those with one stays: for reading the text once more."""
        self.kinship.reciprocate()
        self.everyone = [person for person in self.everyone if person.named or person.cast]
        named = {id(person) for person in self.everyone}
        self.kinship.keep(named)
        self._groups.clear()

    def join(self, one: Person, other: Person) -> list[tuple[Person, str]]:
        """Makes two names one person's; the one of the cast keeps its name, else the first. Returns the person with each further name."""
        kept, left = (other, one) if other.cast and not one.cast else (one, other)
        if left not in self.everyone or kept not in self.everyone:
            return []
        self.everyone.remove(left)
        self._by_key = {key: kept if person is left else person for key, person in self._by_key.items()}
        for name in left.names:
            self.learn_name(kept, name)
        for bearers in self._by_word.values():
            if id(left) in bearers:
                bearers.discard(id(left))
                bearers.add(id(kept))
        kept.nouns |= left.nouns
        kept.gender = kept.gender or left.gender
        self.kinship.join(kept, left)
        return [(kept, name) for name in left.names]


def _shortened(short: str, full: str) -> bool:
    """Whether a first name is the other's short form by its letters: "ben" of "benjamin"."""
    return (
        full.startswith(short) and len(full) - len(short) >= _NICKNAME_LEAVES_OUT and gender_of_name(full.capitalize()) is not None
    )


def _another_bears(alias: str, name: str, named: Iterable[CharacterName]) -> bool:
    """Whether the bare surname of somebody always called Mrs. or Madame is a man's of the cast as well, who is called by it."""
    if gender_of_title(name) != "f" or gender_of_title(alias) is not None:
        return False
    words = words_of_name(alias)
    return any(words <= words_of_name(one.name) and gender_of_title(one.name) != "f" for one in named if one.name != name)


def _otherwise_married(one: str, other: str) -> bool:
    """Whether of two women's names one has Mrs. and the other Miss."""
    first, second = (name.split()[0].casefold().rstrip(".") for name in (one, other))
    return {first, second} in ({"mrs", "miss"}, {"lady", "miss"})


def words_of_name(name: str) -> frozenset[str]:
    """The words of a name that can stand for it alone, in lower case: no titles, no small words."""
    plain = re.sub(r"[\"“”()]", " ", without_nickname(name)) if " " in name else name
    words = [word.strip(".,'’\"“”‘") for word in plain.split()]
    telling = [w for w in words if w and (w not in HONORIFICS and f"{w}." not in HONORIFICS) and w[:1].isupper()]
    return frozenset(word.casefold() for word in (telling or [w for w in words if w[:1].isupper()]))


def _head_nouns(description: str) -> Iterator[str]:
    """The nouns for persons that head a description: "a gambler and former cop" → gambler, cop."""
    for part in re.split(r",| and |;|/", description):
        head = re.split(r" (?:of|for|in|from|with|who|to|at|on|whose|that) ", part.strip())[0].split()
        if head and head[-1][:1].islower() and (person_noun(head[-1]) or gender_of_noun(head[-1])):
            yield head[-1].casefold()
