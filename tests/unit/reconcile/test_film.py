"""From claims to a record: what is chosen, disputed, suggested, set aside."""

import pytest

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
    Value,
)
from filmdossier.model.film import DocumentSummary, FilmIdentity, FilmRecord, Status
from filmdossier.model.text import Document, Evidence, Span
from filmdossier.reconcile import reconcile
from support.prose import document

A = document(
    "Robert Rodriguez made Desperado in 1995, it runs 104 minutes, and Salma Hayek owns a bookstore in it.", origin="a.txt"
)
B = document("Desperado, by one Roberto Rodrigues, runs 105 minutes; the woman keeps a library.", origin="b.txt")


def said(
    made: Document,
    predicate: Predicate,
    value: Value,
    words: str,
    *,
    confidence: float = 0.9,
    polarity: Polarity = Polarity.ASSERTED,
) -> Claim:
    start = made.text.index(words)
    return Claim.make(
        subject=f"{made.id}/0",
        predicate=predicate,
        value=value,
        evidence=(Evidence.cite(made, Span(start, start + len(words))),),
        extractor="test",
        confidence=confidence,
        polarity=polarity,
    )


def record(*claims: Claim) -> FilmRecord:
    topics = [
        Topic(id=f"{d.id}/0", title="Desperado", year=1995, passage=Span(0, 5), title_evidence=(Evidence.cite(d, Span(0, 5)),))
        for d in (A, B)
    ]
    documents = [
        DocumentSummary(id=d.id, path=d.source.origin, kind="other", title=None, sha256=d.source.sha256, text=d.text) for d in (A, B)
    ]  # fmt: skip
    return reconcile(FilmIdentity(id="desperado-1995", title="Desperado", year=1995), documents, topics, claims)


def test_two_documents_corroborate() -> None:
    made = record(
        said(A, Predicate.DIRECTOR, "Robert Rodriguez", "Robert Rodriguez"), said(B, Predicate.DIRECTOR, "Rodriguez", "Rodrigues")
    )
    assert [(f.value, f.status, len(f.evidence), f.also) for f in made.facts] == [
        ("Robert Rodriguez", Status.CORROBORATED, 2, ("Rodriguez",))
    ]
    assert made.facts[0].confidence == pytest.approx(0.99)


def test_two_running_times_are_a_conflict_with_both_sides() -> None:
    made = record(
        said(A, Predicate.RUNTIME_MINUTES, "104", "104 minutes", confidence=0.95),
        said(B, Predicate.RUNTIME_MINUTES, "105", "105 minutes"),
    )
    assert [(f.value, f.status) for f in made.facts] == [("104", Status.DISPUTED)]
    assert [(c.about, [v.value for v in c.values]) for c in made.conflicts] == [("running time", ["104", "105"])]


def test_cuts_listed_in_one_value_are_no_conflict() -> None:
    made = record(said(A, Predicate.RUNTIME_MINUTES, "104", "104 minutes"), said(A, Predicate.RUNTIME_MINUTES, "98", "104 minutes"))
    assert {f.value for f in made.facts} == {"104", "98"}
    assert made.conflicts == ()


def test_different_directors_in_different_documents_are_a_conflict_but_two_in_one_are_not() -> None:
    apart = record(
        said(A, Predicate.DIRECTOR, "Robert Rodriguez", "Robert Rodriguez"), said(B, Predicate.DIRECTOR, "Ines Roy", "Rodrigues")
    )
    assert [c.about for c in apart.conflicts] == ["director"]
    together = record(said(A, Predicate.DIRECTOR, "Joel Coen", "Robert"), said(A, Predicate.DIRECTOR, "Ethan Coen", "Rodriguez"))
    assert together.conflicts == ()
    assert len(together.facts) == 2


def test_what_is_unsure_is_a_suggestion() -> None:
    made = record(said(A, Predicate.COMPOSER, "Los Lobos", "Robert", confidence=0.3))
    assert made.facts == ()
    assert [(s.predicate, s.value) for s in made.suggestions] == [(Predicate.COMPOSER, "Los Lobos")]


@pytest.mark.parametrize("polarity", [Polarity.DENIED, Polarity.RUMOURED, Polarity.PLANNED])
def test_denials_rumours_and_plans_are_set_aside_with_the_reason(polarity: Polarity) -> None:
    made = record(said(A, Predicate.DIRECTOR, "Ines Roy", "Robert", polarity=polarity))
    assert made.facts == ()
    assert [(s.claim.value, bool(s.reason)) for s in made.set_aside] == [("Ines Roy", True)]


def test_role_comes_from_the_document_that_names_it() -> None:
    made = record(
        said(A, Predicate.CAST, CastMember(actor="Salma Hayek", character="Carolina"), "Salma Hayek"),
        said(B, Predicate.CAST, CastMember(actor="Hayek"), "woman"),
    )
    assert [(c.actor, c.character, c.status) for c in made.cast] == [("Salma Hayek", "Carolina", Status.CORROBORATED)]


def test_a_name_for_a_part_beats_a_description_of_it() -> None:
    made = record(
        said(A, Predicate.CAST, CastMember(actor="Salma Hayek", character="bookstore owner"), "Salma Hayek", confidence=0.95),
        said(B, Predicate.CAST, CastMember(actor="Salma Hayek", character="Carolina"), "woman", confidence=0.8),
    )
    assert [(c.actor, c.character) for c in made.cast] == [("Salma Hayek", "Carolina")]
    assert made.conflicts == ()


def test_no_character_is_a_performer() -> None:
    made = record(
        said(A, Predicate.CAST, CastMember(actor="Salma Hayek", character="Carolina"), "Salma Hayek"),
        said(A, Predicate.CHARACTER, CharacterName(name="Salma Hayek"), "Salma Hayek"),
        said(A, Predicate.CHARACTER, CharacterName(name="Carolina", played_by="Salma Hayek"), "Salma Hayek"),
    )
    assert [c.name for c in made.characters] == ["Carolina"]
    assert [s.claim.value for s in made.set_aside] == [CharacterName(name="Salma Hayek")]


def test_a_detail_told_differently_is_a_conflict() -> None:
    made = record(
        said(A, Predicate.DETAIL, Detail(about="what the woman owns", value="bookstore"), "bookstore"),
        said(B, Predicate.DETAIL, Detail(about="what the woman owns", value="library"), "library"),
    )
    assert [(c.about, {v.value for v in c.values}) for c in made.conflicts] == [("what the woman owns", {"bookstore", "library"})]


def test_one_critic_counts_once_and_keeps_the_quotes_of_both_documents() -> None:
    def review(made: Document, words: str, outlet: str | None) -> Claim:
        start = made.text.index(words)
        quote = Evidence.cite(made, Span(start, start + len(words)))
        return said(made, Predicate.REVIEW, CriticReview(critic="Ines Roy", outlet=outlet, quotes=(quote,)), words)

    made = record(review(A, "104 minutes", "The Post"), review(B, "105 minutes", None))
    assert [(r.critic, r.outlet, len(r.quotes)) for r in made.reviews] == [("Ines Roy", "The Post", 2)]


def test_aggregators_numbers_are_joined_and_compared() -> None:
    made = record(
        said(A, Predicate.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", approval=70, reviews=54), "104"),
        said(A, Predicate.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", consensus="Too much action."), "runs"),
        said(B, Predicate.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", approval=72, reviews=60), "105"),
    )
    assert [(a.score.approval, a.score.reviews, a.score.consensus) for a in made.aggregators] == [(72, 60, "Too much action.")]
    assert {c.about for c in made.conflicts} == {"Rotten Tomatoes approval", "Rotten Tomatoes reviews"}


def test_substantial_conflicts_come_first() -> None:
    made = record(
        said(A, Predicate.RUNTIME_MINUTES, "104", "104 minutes"),
        said(B, Predicate.RUNTIME_MINUTES, "105", "105 minutes"),
        said(A, Predicate.DIRECTOR, "Robert Rodriguez", "Robert Rodriguez"),
        said(B, Predicate.DIRECTOR, "Ines Roy", "Rodrigues"),
    )
    assert [c.about for c in made.conflicts] == ["director", "running time"]


def test_connections_are_joined() -> None:
    link = Connection(relation=Relation.SEQUEL_TO, film="El Mariachi", year=1992)
    made = record(
        said(A, Predicate.CONNECTION, link, "Desperado"),
        said(B, Predicate.CONNECTION, Connection(relation=Relation.SEQUEL_TO, film="El mariachi"), "Desperado"),
    )
    assert [(c.film, c.year, c.status) for c in made.connections] == [("El Mariachi", 1992, Status.CORROBORATED)]


def test_values_stand_in_the_order_of_the_document_that_gives_most() -> None:
    made = record(
        said(B, Predicate.WRITER, "Woman", "the woman keeps"),
        *(said(A, Predicate.WRITER, name, A.text) for name in ("Salma Hayek", "Robert Rodriguez")),
    )
    assert [f.value for f in made.facts] == ["Robert Rodriguez", "Salma Hayek", "Woman"]


def test_values_told_shorter_or_with_less_of_the_date_are_one() -> None:
    made = record(
        *(said(A, Predicate.AWARD, value, "1995") for value in ("Grand Prix", "Grand Prix at the Cannes Film Festival")),
        *(said(A, Predicate.PREMIERE, value, "1995") for value in ("May 14, 2018 (Cannes)", "May 14", "Lyon, June 2, 2018")),
    )
    assert [f.value for f in made.facts if f.predicate is Predicate.AWARD] == ["Grand Prix at the Cannes Film Festival"]
    assert [(f.value, f.also) for f in made.facts if f.predicate is Predicate.PREMIERE] in (
        [("May 14, 2018 (Cannes)", ("May 14",)), ("Lyon, June 2, 2018", ())],
        [("Lyon, June 2, 2018", ()), ("May 14, 2018 (Cannes)", ("May 14",))],
    )


def test_an_award_that_could_be_either_of_two_stays() -> None:
    values = ("Best Screenplay", "Academy Award for Best Screenplay", "Grand Prix at Lyon", "Grand Prix at Cannes", "Grand Prix")
    made = record(*(said(A, Predicate.AWARD, value, "1995") for value in values))
    assert len(made.facts) == 5


def test_short_and_full_name_of_one_performers_part_are_one_character() -> None:
    made = record(
        said(A, Predicate.CHARACTER, CharacterName(name="Stallworth", played_by="Ines Roy"), "Robert"),
        said(A, Predicate.CHARACTER, CharacterName(name="Detective Ron Stallworth", played_by="Ines Roy"), "Salma"),
        said(A, Predicate.CHARACTER, CharacterName(name="Ben Stallworth", played_by="Per Dahl"), "bookstore"),
    )
    assert [(c.name, c.aliases) for c in made.characters] == [("Detective Ron Stallworth", ("Stallworth",)), ("Ben Stallworth", ())]


def test_a_short_form_without_a_performer_is_the_character_it_is_part_of() -> None:
    made = record(
        said(A, Predicate.CHARACTER, CharacterName(name="Zimmerman"), "Robert"),
        said(A, Predicate.CHARACTER, CharacterName(name="Flip Zimmerman", played_by="Per Dahl"), "bookstore"),
        said(A, Predicate.CHARACTER, CharacterName(name="Bucho"), "Salma"),
    )
    assert [(c.name, c.aliases) for c in made.characters] == [("Flip Zimmerman", ("Zimmerman",)), ("Bucho", ())]
