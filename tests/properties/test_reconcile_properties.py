"""What holds for every set of claims: none is lost, their order does not matter, every quote is exact."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.model.annotations import Topic
from filmdossier.model.claim import (
    AggregatorScore,
    CastMember,
    CharacterName,
    Claim,
    Connection,
    CriticReview,
    Detail,
    Polarity,
    Predicate,
    Relation,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.film import DocumentSummary, FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence, Span
from filmdossier.reconcile import reconcile
from support.prose import document

DOCUMENTS = [
    document("An account of a film and of those who made it, " + "word by word. " * 4, origin=f"{n}.txt") for n in range(3)
]
NAMES = st.sampled_from(
    [
        "Ines Roy",
        "Roy",
        "I. Roy",
        "Per Dahl",
        "Dahl",
        "Ana de Sá",
        "Los Lobos",
        "the gunfighter",
        "104",
        "105 minutes",
        "$7 million",
    ]
)
VALUES: dict[Predicate, st.SearchStrategy[Value]] = {
    Predicate.CAST: st.builds(CastMember, actor=NAMES, character=st.none() | NAMES, note=st.sampled_from(["", "cameo"])),
    Predicate.CHARACTER: st.builds(CharacterName, name=NAMES, aliases=st.tuples(NAMES), played_by=st.none() | NAMES),
    Predicate.CONNECTION: st.builds(Connection, relation=st.sampled_from(Relation), film=NAMES),
    Predicate.AGGREGATOR: st.builds(
        AggregatorScore, name=st.sampled_from(["Rotten Tomatoes", "Metacritic"]), approval=st.none() | st.sampled_from([70.0, 71.0])
    ),
    Predicate.REVIEW: st.builds(CriticReview, critic=st.none() | NAMES, outlet=st.none() | NAMES),
    Predicate.EVENT: st.builds(
        StoryEvent,
        verb=st.sampled_from(["kill", "murder", "break into"]),
        agent=st.none() | NAMES,
        patient=st.none() | NAMES,
        deleted_scene=st.booleans(),
        position=st.integers(0, 40),
    ),
    Predicate.RELATION: st.builds(StoryRelation, a=NAMES, relation=st.sampled_from(["son", "father", "friend"]), b=NAMES),
    Predicate.DIALOGUE: st.builds(SpokenLine, words=st.just(Evidence.cite(DOCUMENTS[0], Span(3, 12))), speaker=st.none() | NAMES),
    Predicate.DETAIL: st.builds(Detail, about=st.just("what she owns"), value=NAMES),
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    made = draw(st.sampled_from(DOCUMENTS))
    start = draw(st.integers(0, 40))
    predicate = draw(st.sampled_from(Predicate))
    return Claim.make(
        subject=f"{made.id}/0",
        predicate=predicate,
        value=draw(VALUES.get(predicate, NAMES)),
        evidence=(Evidence.cite(made, Span(start, start + 9)),),
        extractor="test",
        confidence=draw(st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.95])),
        polarity=draw(st.sampled_from([Polarity.ASSERTED] * 4 + list(Polarity))),
    )


def record(given_claims: list[Claim]) -> FilmRecord:
    topics = [
        Topic(id=f"{d.id}/0", title="F", year=1995, passage=Span(0, 5), title_evidence=(Evidence.cite(d, Span(0, 5)),))
        for d in DOCUMENTS
    ]
    summaries = [
        DocumentSummary(id=d.id, path=d.source.origin, kind="other", title=None, sha256="0", text=d.text) for d in DOCUMENTS
    ]
    return reconcile(FilmIdentity(id="f-1995", title="F", year=1995), summaries, topics, given_claims)


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
