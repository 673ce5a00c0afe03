"""Rows and back: every kind of value, and what is no row of ours."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.errors import EvidenceError
from filmdossier.model.annotations import Topic
from filmdossier.model.claim import (
    AggregatorScore,
    AspectMention,
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
    Stance,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.text import (
    Block,
    BlockKind,
    Cell,
    Citation,
    Document,
    Evidence,
    Mark,
    MarkKind,
    Origin,
    Source,
    Span,
)
from filmdossier.store.rows import decode_claim, decode_document, decode_topic, encode_document
from support import stand_ins

TEXT = "film: Desperado (1995)\nThe stunts thrill; the story, less so. “Quoted”\n"
DOCUMENT = Document(
    id="d1",
    source=Source(origin="a.txt", media_type="text/plain", sha256=sha256(TEXT.encode()).hexdigest()),
    text=TEXT,
    title=None,
    published="1995-08-25",
    blocks=(
        Block(
            kind=BlockKind.FIELD,
            span=Span(0, 22),
            section=("Desperado", "Facts"),
            origin=Origin.INFOBOX,
            cells=(Cell(label="film", span=Span(6, 22), items=(Span(6, 15), Span(16, 22))),),
            template="infobox film",
        ),
        Block(kind=BlockKind.HEADING, span=Span(23, 33), level=2),
    ),
    marks=(Mark(kind=MarkKind.LINK, span=Span(6, 15), target="Desperado (film)"),),
    citations=(Citation(position=22, author="A. Critic", work="The Paper", url="https://example.org/"),),
)
QUOTE = Evidence.cite(DOCUMENT, Span(23, 41))
TOPIC = Topic(id="d1/0", title="Desperado", year=1995, passage=Span(0, len(TEXT)), title_evidence=(QUOTE,))
VALUES: list[tuple[Predicate, Value]] = [
    (Predicate.DIRECTOR, "Robert Rodriguez"),
    (Predicate.YEAR, "1995"),
    (Predicate.CAST, CastMember(actor="Steve Buscemi", character=None, note="cameo")),
    (Predicate.CHARACTER, CharacterName(name="Carolina", aliases=("the bookseller", ""), played_by="Salma Hayek")),
    (Predicate.CONNECTION, Connection(relation=Relation.SEQUEL_TO, film="El Mariachi", year=1992)),
    (Predicate.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", approval=70.0, reviews=54, average=6.5, average_max=10)),
    (Predicate.AGGREGATOR, AggregatorScore(name="CinemaScore", grade="B−", audience=True)),
    (Predicate.REVIEW, CriticReview()),
    (
        Predicate.REVIEW,
        CriticReview(
            critic="A. Critic",
            rating="★★½",
            quotes=(QUOTE,),
            stance=Stance.MIXED,
            stance_probability=0.1 + 0.2,
            praised=(AspectMention(aspect="stunts", evidence=(QUOTE,)),),
            own=True,
        ),
    ),
    (Predicate.EVENT, StoryEvent(verb="break into", agent="Ines", place="the vault", deleted_scene=True, position=7)),
    (Predicate.RELATION, StoryRelation(a="Ines", relation="sister", b="Per")),
    (Predicate.DIALOGUE, SpokenLine(words=QUOTE, speaker=None)),
    (Predicate.DETAIL, Detail(about="what the woman owns", value="a bookstore")),
]


def claim(predicate: Predicate, value: Value, **changes: object) -> Claim:
    made = Claim.make(subject="d1/0", predicate=predicate, value=value, evidence=(QUOTE,), extractor="test", confidence=1 / 3)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_document_comes_back() -> None:
    rows = encode_document(DOCUMENT, stand_ins.annotate(DOCUMENT), (), version="1")
    assert decode_document(rows.document, rows.layout) == DOCUMENT


def test_encoding_twice_gives_the_same_bytes() -> None:
    annotations = stand_ins.annotate(DOCUMENT)
    claims = [claim(predicate, value) for predicate, value in VALUES]
    assert encode_document(DOCUMENT, annotations, claims, version="1") == encode_document(
        DOCUMENT, annotations, claims, version="1"
    )


def test_a_topic_comes_back() -> None:
    annotations = replace(stand_ins.annotate(DOCUMENT), topics=(TOPIC,))
    (row,) = encode_document(DOCUMENT, annotations, (), version="1").topics
    assert decode_topic(row["content"]) == TOPIC


@pytest.mark.parametrize(("predicate", "value"), VALUES, ids=lambda part: type(part).__name__)
@pytest.mark.parametrize("polarity", list(Polarity))
def test_a_claim_of_every_kind_comes_back(predicate: Predicate, value: Value, polarity: Polarity) -> None:
    wanted = claim(predicate, value, polarity=polarity)
    (row,) = encode_document(DOCUMENT, stand_ins.annotate(DOCUMENT), [wanted], version="1").claims
    assert decode_claim(row) == wanted


@given(st.text(min_size=1), st.floats(0, 1))
def test_any_words_come_back(words: str, confidence: float) -> None:
    wanted = claim(Predicate.WRITER, words.encode("utf-8", "ignore").decode() or "x", confidence=confidence)
    (row,) = encode_document(DOCUMENT, stand_ins.annotate(DOCUMENT), [wanted], version="1").claims
    assert decode_claim(row) == wanted


def test_the_same_claim_twice_is_one_and_the_surer() -> None:
    weak, sure = claim(Predicate.WRITER, "X", confidence=0.2), claim(Predicate.WRITER, "X", confidence=0.8)
    other = claim(Predicate.WRITER, "Y")
    for claims in ([weak, other, sure], [sure, other, weak]):
        rows = encode_document(DOCUMENT, stand_ins.annotate(DOCUMENT), claims, version="1").claims
        assert [decode_claim(row) for row in rows] == [sure, other]


def test_a_document_about_no_film_always_has_a_reason() -> None:
    silent = replace(stand_ins.annotate(DOCUMENT), topics=(), reason="")
    assert encode_document(DOCUMENT, silent, (), version="1").document["reason"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("predicate", "nonsense"),
        ("value", "{"),
        ("value", "7"),
        ("evidence", "[]"),
        ("evidence", '[{"document": "d1", "span": {"start": 5, "end": 5}, "quote": ""}]'),
        ("confidence", 1.5),
    ],
)
def test_a_spoilt_row_is_no_claim(column: str, value: object) -> None:
    (row,) = encode_document(DOCUMENT, stand_ins.annotate(DOCUMENT), [claim(Predicate.WRITER, "X")], version="1").claims
    with pytest.raises((ValueError, EvidenceError)):
        decode_claim(row | {column: value})
