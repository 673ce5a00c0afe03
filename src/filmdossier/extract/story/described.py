"""Ties that the cast's descriptions name: "Ann Savage as Vera, Al's wife", "husband of Louise".

Works on the words alone: entries of cast lists are no sentences, and many have no grammar to read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.kin import FAMILY, OF_NO_SORT, gender_of_noun, tie_of
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.extract.story.ties import NO_TRADE
from filmdossier.model.claim import CastMember, CharacterName, Claim
from filmdossier.model.text import Span

_NAME = r"(?P<owner>[A-ZÀ-Ý][\w.’'-]*?(?: (?:de |von |van |la )?[A-ZÀ-Ý][\w.’-]*){0,3})"
_OPENS = r"(?:^|[,;(] ?|\band |\bis (?:actually |really |secretly |also )?|\bas |\bthe |\ban? |\balso |\bnow |\bformerly |\blater )"
# "Ramkishan's and Mamta's son", "Anurag and Jyoti's son": both are owners.
_WITH = r"(?P<first>[A-ZÀ-Ý][\w.’'-]*?(?: [A-ZÀ-Ý][\w.’-]*){0,3})(?:['’]s?)? and "
_OWNED = re.compile(rf"{_OPENS}(?:{_WITH})?{_NAME}['’]s? (?P<rest>(?:[\w-]+ ){{0,3}}?)(?P<noun>[\w-]+)\b")
_OF = re.compile(rf"{_OPENS}(?:[\w-]+ ){{0,3}}?(?P<noun>[\w-]+) (?:of|to|for) (?:the )?{_NAME}(?![\w’'-])")
_KIN_ONLY = re.compile(rf"{_NAME}['’]s? (?:[a-z]+ )?(?P<noun>[a-z-]+)")
_OF_TIME = frozenset("former new old own only first last current late".split())
_FARTHEST = 5  # words from the owner to the noun
_LONGEST_TRADE = 3
_STOP = re.compile(r"\b(?:who|and|of|in|from|with|for|to|that|is)\b")


@dataclass(frozen=True, slots=True)
class Described:
    """That ``a`` is the ``noun`` of ``b``, as the description at ``spans`` says."""

    a: Person
    noun: str
    b: Person
    spans: tuple[Span, ...]
    sort: str = ""  # what sort of it: "boxing" of a boxing manager


def described_ties(known: Sequence[Claim], persons: Persons) -> Iterator[Described]:
    """The ties in the descriptions of the cast's characters, both of them known."""
    ties = [*_described(known, persons), *_called(known, persons)]
    for tie in ties:
        gender = gender_of_noun(tie.noun)
        if tie.a.gender is None and gender is not None:
            tie.a.gender = gender  # "Ana's sister" is a woman, whatever her name says
    yield from ties


def _called(known: Sequence[Claim], persons: Persons) -> Iterator[Described]:
    """Those of the cast who have no name but what they are to another: "Otto Berg as Ana's father"."""
    for claim in known:
        value = claim.value
        if not isinstance(value, CastMember) or value.character is None:
            continue
        match = _KIN_ONLY.fullmatch(value.character)
        owner = persons.find(match["owner"]) if match is not None else None
        person = persons.find(value.actor)
        tie = tie_of(match["noun"]) if match is not None else None
        if match is None or tie is None or tie.relation not in FAMILY | {"lover", "girlfriend", "boyfriend"}:
            continue
        if owner is not None and person is not None and owner is not person:
            yield Described(person, match["noun"].casefold(), owner, tuple(evidence.span for evidence in claim.evidence))


def _described(known: Sequence[Claim], persons: Persons) -> Iterator[Described]:
    for claim in known:
        value = claim.value
        if not isinstance(value, CharacterName) or not value.description:
            continue
        person = persons.find(value.name)
        if person is None:
            continue
        for noun, owner_name in _named(value.description):
            owner = persons.find(owner_name)
            if owner is not None and owner is not person:
                sort = _sort(value.description, noun)
                yield Described(person, noun, owner, tuple(evidence.span for evidence in claim.evidence), sort)


def _named(description: str) -> Iterator[tuple[str, str]]:
    """Each noun that is a tie, or a trade, with the name that it belongs to."""
    for match in _OWNED.finditer(description):
        words = description[match.start("rest") :].split(" ")[:_FARTHEST]
        noun = _tie(words) or _trade(words)
        if noun is not None:
            yield noun, match["owner"]
            if match["first"]:
                yield noun, match["first"]
    for match in _OF.finditer(description):
        noun = match["noun"].casefold()
        if tie_of(noun) is not None:
            yield noun, match["owner"]


def _sort(description: str, noun: str) -> str:
    """The noun before a tie that says what sort of it: "boxing" of "the Swede's boxing manager"; "" without one."""
    tie = tie_of(noun)
    if tie is None or tie.relation != noun or noun in OF_NO_SORT:
        return ""
    match = re.search(rf"['’]s? (?P<sort>[a-z]+) {re.escape(noun)}\b", description)
    return match["sort"] if match is not None and match["sort"] not in _OF_TIME else ""


def _tie(words: Sequence[str]) -> str | None:
    """The first of the words that is a tie: "Steve's older sister", "Al's best friend"; None where the phrase ends without one."""
    for number, word in enumerate(words):
        plain = _plain(word)
        if _STOP.fullmatch(word):
            break
        ends = number + 1 >= len(words) or word[-1:] in ".,;:)" or tie_of(_plain(words[number + 1])) is None
        if tie_of(plain) is not None and ends:
            return plain
        if word[-1:] in ".,;:":
            break
    return None


def _trade(words: Sequence[str]) -> str | None:
    """What somebody is by trade, where the phrase ends with it: "Steve's parole officer"; None for others."""
    for number, word in enumerate(words[:_LONGEST_TRADE]):
        if _STOP.fullmatch(word):
            break
        last = number + 1 == len(words) or word[-1:] in ".,;:)" or _STOP.fullmatch(words[number + 1]) is not None
        if last:
            plain = _plain(word)
            before = [_plain(words[number - 1])] if number and words[number - 1].isalpha() else []
            return " ".join([*before, plain]) if person_noun(plain) and plain not in NO_TRADE else None
    return None


def _plain(word: str) -> str:
    return word.strip('.,;:)"”').casefold()
