"""What holds for every set of claims: none is lost, their order does not matter, every quote is exact."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.text import Evidence
from support.any_claims import DOCUMENTS, claims, record


def cited(made: FilmRecord) -> Iterator[Evidence]:
    for statement in (
        *made.facts,
        *made.suggestions,
        *made.cast,
        *made.characters,
        *made.relations,
        *made.events,
        *made.dialogue,
        *made.connections,
        *made.aggregators,
        *made.reviews,
    ):
        yield from statement.evidence
    for conflict in made.conflicts:
        for value in conflict.values:
            yield from value.evidence


@settings(deadline=None)
@given(st.lists(claims(), max_size=12, unique_by=lambda claim: claim.id), st.randoms())
def test_the_order_of_claims_changes_nothing(given_claims: list[Claim], random: Random) -> None:
    shuffled = list(given_claims)
    random.shuffle(shuffled)
    assert record(shuffled) == record(given_claims)


@settings(deadline=None)
@given(st.lists(claims(), max_size=12, unique_by=lambda claim: claim.id))
def test_no_claim_is_lost(given_claims: list[Claim]) -> None:
    made = record(given_claims)
    shown = set(cited(made))
    aside = {entry.claim.id for entry in made.set_aside}
    for claim in given_claims:
        identity = claim.predicate in (Predicate.TITLE, Predicate.YEAR) and claim.polarity is Polarity.ASSERTED
        assert identity or claim.id in aside or set(claim.evidence) <= shown, claim
    assert all(entry.reason for entry in made.set_aside)


@settings(deadline=None)
@given(st.lists(claims(), max_size=12, unique_by=lambda claim: claim.id))
def test_every_statement_quotes_its_document(given_claims: list[Claim]) -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    for evidence in cited(record(given_claims)):
        assert evidence.span.of(texts[evidence.document]) == evidence.quote
