"""What follows from a decision in the rest of the record."""

from filmdossier.model.annotations import Topic
from filmdossier.model.claim import (
    AggregatorScore,
    CastMember,
    CharacterName,
    Claim,
    CriticReview,
    Detail,
    Polarity,
    Predicate,
    Stance,
    StoryEvent,
    Value,
)
from filmdossier.model.decision import Act, Choose, Confirm, Correct, Decision, Dismiss, Reject, Statement
from filmdossier.model.film import DocumentSummary, FilmIdentity, FilmRecord, Status
from filmdossier.model.text import Document, Evidence, Span
from filmdossier.reconcile import reconcile
from filmdossier.run.statements import find_statement
from support.decisions import decided
from support.prose import document

A = document(
    "An article: it runs 104 minutes and she owns a bookstore; Hayek is Carolina, who runs. 70 % of 54. Ines Roy liked it."
)
B = document("A review: it runs 105 minutes and she owns a library; Hayek is Domino. 71 % of 54. He was to direct.", origin="b.txt")
P = Predicate


def said(page: Document, predicate: Predicate, value: Value, words: str, confidence: float = 0.9, **more: Polarity) -> Claim:
    start = page.text.index(words)
    evidence = (Evidence.cite(page, Span(start, start + len(words))),)
    return Claim.make(
        subject=f"{page.id}/0",
        predicate=predicate,
        value=value,
        evidence=evidence,
        extractor="test",
        confidence=confidence,
        **more,
    )


def record(claims: list[Claim], *decisions: Decision) -> FilmRecord:
    topics = [
        Topic(id=f"{d.id}/0", title="Desperado", year=1995, passage=Span(0, 5), title_evidence=(Evidence.cite(d, Span(0, 5)),))
        for d in (A, B)
    ]
    documents = [
        DocumentSummary(id=d.id, path=d.source.origin, kind="other", title=None, sha256=d.source.sha256, text=d.text) for d in (A, B)
    ]  # fmt: skip
    return reconcile(FilmIdentity(id="desperado-1995", title="Desperado", year=1995), documents, topics, claims, decisions)


def on(claims: list[Claim], address: str) -> Statement:
    return find_statement(record(claims), claims, address)


def act(made: Act, minute: int = 0, why: str = "seen") -> Decision:
    return decided(made, minute=minute, why=why)


RUNTIMES = [
    said(A, P.RUNTIME_MINUTES, "104", "104 minutes"),
    said(B, P.RUNTIME_MINUTES, "105", "105 minutes", 0.8),
]


class TestOneValue:
    def test_to_confirm_one_sets_the_other_aside(self) -> None:
        made = record(RUNTIMES, act(Confirm(statement=on(RUNTIMES, "runtime_minutes:104"))))
        assert [(fact.value, fact.status) for fact in made.facts] == [("104", Status.CONFIRMED)]
        assert made.conflicts == ()
        assert [item.reason for item in made.set_aside] == ["ines confirmed 104: seen"]

    def test_to_choose_the_losing_side(self) -> None:
        side = Statement(id="runtime_minutes:105", predicate=P.RUNTIME_MINUTES, value="105")
        chosen = act(Choose(conflict="conflict:running-time", side=side, words="105"))
        made = record(RUNTIMES, chosen)
        assert [(fact.value, fact.status) for fact in made.facts] == [("105", Status.CONFIRMED)]
        third = [*RUNTIMES, said(A, P.RUNTIME_MINUTES, "90", "An article")]
        assert [fact.value for fact in record(third, chosen).facts] == ["105"]
        assert [fact.value for fact in record(RUNTIMES[:1], chosen).facts] == ["105"]

    def test_to_correct_one_sets_every_other_aside(self) -> None:
        made = record(RUNTIMES, act(Correct(statement=on(RUNTIMES, "runtime_minutes:104"), value="106")))
        assert [(fact.value, fact.status) for fact in made.facts] == [("106", Status.CORRECTED)]
        assert sorted(str(item.claim.value) for item in made.set_aside) == ["104", "105"]
        assert made.conflicts == ()

    def test_the_last_word_counts(self) -> None:
        first = act(Confirm(statement=on(RUNTIMES, "runtime_minutes:104")), 1)
        side = Statement(id="runtime_minutes:105", predicate=P.RUNTIME_MINUTES, value="105")
        second = act(Choose(conflict="conflict:running-time", side=side, words="105"), 2)
        assert [fact.value for fact in record(RUNTIMES, first, second).facts] == ["105"]

    def test_what_is_no_conflict_shows_both(self) -> None:
        made = record(RUNTIMES, act(Dismiss(conflict="conflict:running-time")))
        assert [(fact.value, fact.status) for fact in made.facts] == [("104", Status.STATED), ("105", Status.STATED)]
        assert made.conflicts == ()


def test_of_two_directors_one_confirmed_leaves_the_other() -> None:
    claims = [said(A, P.DIRECTOR, "Ann Bell", "An article"), said(B, P.DIRECTOR, "Carl Dahl", "A review")]
    made = record(claims, act(Confirm(statement=on(claims, "director:ann-bell"))))
    assert sorted((fact.value, fact.status) for fact in made.facts) == [
        ("Ann Bell", Status.CONFIRMED),
        ("Carl Dahl", Status.DISPUTED),
    ]


def test_a_suggestion_confirmed_is_a_fact() -> None:
    claims = [said(A, P.WRITER, "Ann Bell", "An article", 0.2)]
    assert [fact.value for fact in record(claims).suggestions] == ["Ann Bell"]
    made = record(claims, act(Confirm(statement=on(claims, "writer:ann-bell"))))
    assert [(fact.value, fact.confidence) for fact in made.facts] == [("Ann Bell", 1.0)]
    assert made.suggestions == ()


def test_a_plan_confirmed_came_about_and_rejected_rejects_nothing_else() -> None:
    claims = [
        said(B, P.DIRECTOR, "Ann Bell", "He was to direct", polarity=Polarity.PLANNED),
        said(A, P.DIRECTOR, "Ann Bell", "An article"),
    ]
    plan = on(claims, "planned.director:ann-bell")
    made = record(claims[:1], act(Confirm(statement=plan)))
    assert [(fact.value, fact.status) for fact in made.facts] == [("Ann Bell", Status.CONFIRMED)]
    made = record(claims, act(Reject(statement=plan)))
    assert [(fact.value, fact.status) for fact in made.facts] == [("Ann Bell", Status.STATED)]
    assert [item.reason for item in made.set_aside] == ["rejected by ines: seen"]


class TestCast:
    CLAIMS = (
        said(A, P.CAST, CastMember(actor="Salma Hayek", character="Carolina"), "Hayek is Carolina"),
        said(B, P.CAST, CastMember(actor="Salma Hayek", character="Domino"), "Hayek is Domino"),
        said(A, P.CHARACTER, CharacterName(name="Carolina", played_by="Salma Hayek"), "Carolina"),
        said(A, P.EVENT, StoryEvent(verb="run", agent="Hayek"), "who runs"),
    )

    def test_the_part_chosen(self) -> None:
        claims = list(self.CLAIMS)
        (conflict,) = record(claims).conflicts
        side = next(side for side in conflict.values if side.value == "Domino")
        made = record(claims, act(Choose(conflict=conflict.id, side=on(claims, side.id), words="Domino")))
        assert [(entry.character, entry.status) for entry in made.cast] == [("Domino", Status.CONFIRMED)]
        assert made.conflicts == ()

    def test_who_is_not_in_the_cast_plays_nobody(self) -> None:
        claims = [self.CLAIMS[0], self.CLAIMS[2]]
        assert [character.played_by for character in record(claims).characters] == ["Salma Hayek"]
        made = record(claims, act(Reject(statement=on(claims, "cast:salma-hayek.carolina"))))
        assert made.cast == ()
        assert [character.played_by for character in made.characters] == [None]

    def test_another_performer_plays_the_part(self) -> None:
        claims = [self.CLAIMS[0], self.CLAIMS[2]]
        right = CastMember(actor="Ann Bell", character="Carolina")
        made = record(claims, act(Correct(statement=on(claims, "cast:salma-hayek.carolina"), value=right)))
        assert [(entry.actor, entry.status) for entry in made.cast] == [("Ann Bell", Status.CORRECTED)]
        assert [character.played_by for character in made.characters] == ["Ann Bell"]


def test_a_detail_chosen_settles_the_conflict() -> None:
    about = "what she owns"
    claims = [
        said(A, P.DETAIL, Detail(about=about, value="bookstore"), "bookstore"),
        said(B, P.DETAIL, Detail(about=about, value="library"), "library"),
    ]
    (conflict,) = record(claims).conflicts
    side = Statement(id=conflict.values[0].id, predicate=P.DETAIL, value=Detail(about=about, value=conflict.values[0].value))
    made = record(claims, act(Choose(conflict=conflict.id, side=side, words=conflict.values[0].value)))
    assert made.conflicts == ()
    assert len(made.set_aside) == 2
    assert record(claims, act(Dismiss(conflict=conflict.id))).conflicts == ()


def test_a_number_chosen_keeps_the_scores_that_have_it() -> None:
    claims = [
        said(A, P.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", approval=70.0, reviews=54), "70 % of 54"),
        said(B, P.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", approval=71.0, reviews=54), "71 % of 54"),
    ]
    (conflict,) = record(claims).conflicts
    side = next(side for side in conflict.values if side.value == "71")
    value = AggregatorScore(name="Rotten Tomatoes", approval=71.0, reviews=54)
    chosen = Choose(conflict=conflict.id, side=Statement(id=side.id, predicate=P.AGGREGATOR, value=value), words="71")
    made = record(claims, act(chosen))
    assert [one.score.approval for one in made.aggregators] == [71.0]
    assert made.conflicts == ()
    assert [item.reason for item in made.set_aside] == ["ines chose 71: seen"]


def test_a_part_of_a_review_corrected_leaves_the_rest_to_the_documents() -> None:
    first = said(A, P.REVIEW, CriticReview(critic="Ines Roy", stance=Stance.POSITIVE, stance_probability=0.6), "Ines Roy liked it")
    second = said(B, P.REVIEW, CriticReview(critic="Ines Roy", outlet="The Courier", rating="B"), "A review")
    statement = on([first], "review:ines-roy")
    right = CriticReview(critic="Ines Roy", stance=Stance.MIXED, stance_given=True, stance_probability=1.0)
    correction = act(Correct(statement=statement, value=right))
    (review,) = record([first, second], correction).reviews
    assert (review.stance, review.outlet, review.rating and review.rating.raw) == (Stance.MIXED, "The Courier", "B")
    assert review.decision is not None
    assert getattr(review.decision.was, "stance", None) is Stance.POSITIVE
    # No document speaks of her any more: the editor still does.
    (alone,) = record([], correction).reviews
    assert (alone.critic, alone.stance) == ("Ines Roy", Stance.MIXED)


def test_without_decisions_nothing_is_different() -> None:
    claims = [*RUNTIMES, *TestCast.CLAIMS]
    made = record(claims)
    assert made.decisions == ()
    assert all(fact.decision is None for fact in made.facts)
    assert all(document.kind == "other" for document in made.documents)
