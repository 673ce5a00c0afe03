"""Claims about one film as Hypothesis draws them: few names and few documents, so that much meets."""

from collections.abc import Sequence

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
from filmdossier.model.decision import Decision
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
    """Any claim."""
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


def record(given_claims: Sequence[Claim], decisions: Sequence[Decision] = ()) -> FilmRecord:
    """The record of a film of that name, about which all the documents are."""
    topics = [
        Topic(id=f"{d.id}/0", title="F", year=1995, passage=Span(0, 5), title_evidence=(Evidence.cite(d, Span(0, 5)),))
        for d in DOCUMENTS
    ]
    summaries = [
        DocumentSummary(id=d.id, path=d.source.origin, kind="other", title=None, sha256="0", text=d.text) for d in DOCUMENTS
    ]
    return reconcile(FilmIdentity(id="f-1995", title="F", year=1995), summaries, topics, given_claims, decisions)
