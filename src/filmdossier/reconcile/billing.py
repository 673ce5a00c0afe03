"""The order in which values are shown: that of the document that says most about them.

Order is information: billing, the writers' order, cuts of a film. The document with the most
claims of a kind sets it, by where each value stands in its text; values that only others give
follow. Nothing hangs on the order in which documents were read.
"""

from collections import Counter
from collections.abc import Iterable

from filmdossier.model.claim import CastMember, CharacterName, Claim, Connection

# More documents with fewer claims come later; a value not found in its quote comes last in it.
Place = tuple[int, str, int, int, str, str]


class Billing:
    """Where each of some claims of one kind stands."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._said = Counter(claim.evidence[0].document for claim in claims)

    def place(self, claim: Claim) -> Place:
        """The claim's place: document, sentence, offset in the sentence, id."""
        evidence = claim.evidence[0]
        return (-self._said[evidence.document], evidence.document, evidence.span.start, _offset(claim), repr(claim.value), claim.id)

    def first(self, claims: Iterable[Claim]) -> Place:
        """The place of the claim that comes first."""
        return min(map(self.place, claims))


def _offset(claim: Claim) -> int:
    """Where the value stands in the quoted words; their length if it does not stand there as it is."""
    quote, words = claim.evidence[0].quote, _words(claim)
    for form in (words, words.split()[-1] if words.split() else words):
        at = quote.find(form)
        if form and at >= 0:
            return at
    return len(quote)


def _words(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, CastMember):
        return value.actor
    if isinstance(value, CharacterName):
        return value.name
    if isinstance(value, Connection):
        return value.film
    return value if isinstance(value, str) else ""
