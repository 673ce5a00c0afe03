"""Ties that the cast's descriptions name: "Ann Savage as Vera, Al's wife", "husband of Louise".

Works on the words alone: entries of cast lists are no sentences, and many have no grammar to read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.extract.story.ties import NO_TRADE
from filmdossier.model.claim import CharacterName, Claim
from filmdossier.model.text import Span

_NAME = r"(?P<owner>[A-ZÀ-Ý][\w.’'-]*?(?: (?:de |von |van |la )?[A-ZÀ-Ý][\w.’-]*){0,3})"
_OPENS = r"(?:^|[,;(] ?|\band |\bis |\bas |\bthe |\ban? |\balso |\bnow |\bformerly |\blater )"
# "Ramkishan's and Mamta's son", "Anurag and Jyoti's son": both are owners.
_WITH = r"(?P<first>[A-ZÀ-Ý][\w.’'-]*?(?: [A-ZÀ-Ý][\w.’-]*){0,3})(?:['’]s?)? and "
_OWNED = re.compile(rf"{_OPENS}(?:{_WITH})?{_NAME}['’]s? (?P<rest>(?:[\w-]+ ){{0,3}}?)(?P<noun>[\w-]+)\b")
_OF = re.compile(rf"{_OPENS}(?:[\w-]+ ){{0,3}}?(?P<noun>[\w-]+) (?:of|to|for) (?:the )?{_NAME}(?![\w’'-])")
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


def described_ties(known: Sequence[Claim], persons: Persons) -> Iterator[Described]:
    """The ties in the descriptions of the cast's characters, both of them known."""
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
                yield Described(person, noun, owner, tuple(evidence.span for evidence in claim.evidence))


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
