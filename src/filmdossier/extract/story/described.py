"""Ties that the cast's descriptions name: "Ann Savage as Vera, Al's wife", "husband of Louise".

Works on the words alone: entries of cast lists are no sentences, and many have no grammar to read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.model.claim import CharacterName, Claim
from filmdossier.model.text import Span

_NAME = r"(?P<owner>[A-ZÀ-Ý][\w.’'-]*?(?: (?:de |von |van |la )?[A-ZÀ-Ý][\w.’-]*){0,3})"
_OPENS = r"(?:^|[,;(] ?|\band |\bis |\bas |\bthe |\ban? |\balso |\bnow |\bformerly |\blater )"
# "Ramkishan's and Mamta's son", "Anurag and Jyoti's son": both are owners.
_WITH = r"(?P<first>[A-ZÀ-Ý][\w.’'-]*?(?: [A-ZÀ-Ý][\w.’-]*){0,3})(?:['’]s?)? and "
_OWNED = re.compile(rf"{_OPENS}(?:{_WITH})?{_NAME}['’]s? (?P<rest>(?:[\w-]+ ){{0,3}}?)(?P<noun>[\w-]+)\b")
_OF = re.compile(rf"{_OPENS}(?:[\w-]+ ){{0,3}}?(?P<noun>[\w-]+) (?:of|to|for) (?:the )?{_NAME}(?![\w’'-])")
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
    """Each noun that is a tie, with the name that it belongs to."""
    for match in _OWNED.finditer(description):
        # The shortest stretch up to a noun that is a tie: "Steve's older sister", "Al's best friend".
        words = description[match.start("rest") :].split(" ")[:5]
        for number, word in enumerate(words):
            if _STOP.fullmatch(word):
                break
            plain = word.strip('.,;:)"”').casefold()
            if tie_of(plain) is not None and (
                number + 1 >= len(words) or word[-1:] in ".,;:)" or tie_of(words[number + 1].strip(".,;:)").casefold()) is None
            ):
                yield plain, match["owner"]
                if match["first"]:
                    yield plain, match["first"]
                break
            if word[-1:] in ".,;:":
                break
    for match in _OF.finditer(description):
        noun = match["noun"].casefold()
        if tie_of(noun) is not None:
            yield noun, match["owner"]
