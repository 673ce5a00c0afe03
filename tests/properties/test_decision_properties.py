"""What holds for every sequence of decisions: none is lost, their order of arrival does not matter, each can be undone."""

import json
from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.errors import DecisionError, UnknownStatement
from filmdossier.model.claim import Claim, Predicate, value_type
from filmdossier.model.decision import (
    Act,
    Choose,
    Confirm,
    Correct,
    Decision,
    Dismiss,
    FilmReference,
    MergeNames,
    NameKind,
    Reject,
    SplitNames,
    Undo,
)
from filmdossier.model.film import DECISIONS_KIND, FilmRecord
from filmdossier.model.standing import governing, in_force, standing
from filmdossier.model.text import Evidence
from filmdossier.present.citing import evidence_in
from filmdossier.run.statements import find_statement, statements_of
from filmdossier.store.decision_json import from_json, to_json
from support.any_claims import DOCUMENTS, NAMES, claims, record

FILM = FilmReference(id="f-1995", title="F", year=1995)
CLAIMS = st.lists(claims(), max_size=10, unique_by=lambda claim: claim.id)
PARTS = ("facts", "cast", "characters", "relations", "events", "dialogue", "connections", "aggregators", "reviews", "suggestions")


def made(act: Act, minute: int) -> Decision:
    return Decision.make(
        film=FILM, act=act, decided_by="ines", decided_at=f"2026-11-21T10:{minute:02}:00Z", why="seen on the print"
    )


@st.composite
def acts(draw: st.DrawFn, on: FilmRecord, given_claims: list[Claim], earlier: list[Decision]) -> Act:
    """Something an editor can decide on the record."""
    listed = [one for one in statements_of(on, given_claims) if not one.id.startswith("denied.")]
    kinds = ["merge", "split"]
    kinds += ["confirm", "reject", "correct"] * 3 if len(listed) > 2 else []
    kinds += ["choose", "dismiss"] * 2 if on.conflicts else []
    kinds += ["undo"] if earlier else []
    kind = draw(st.sampled_from(kinds))
    if kind == "undo":
        return Undo(decision=draw(st.sampled_from(earlier)).id)
    if kind in ("merge", "split"):
        name, other = draw(NAMES), draw(NAMES)
        what = draw(st.sampled_from(NameKind))
        return MergeNames(kind=what, name=name, into=other) if kind == "merge" else SplitNames(kind=what, name=name, other=other)
    if kind in ("choose", "dismiss"):
        conflict = draw(st.sampled_from(on.conflicts))
        side = draw(st.sampled_from(conflict.values))
        behind = [claim for claim in given_claims if claim.id in side.claims]
        if kind == "dismiss" or not behind:
            return Dismiss(conflict=conflict.id)
        try:
            stands = find_statement(on, given_claims, side.id)
        except UnknownStatement:  # the losing side of a conflict stands in the conflict alone
            return Dismiss(conflict=conflict.id)
        return Choose(conflict=conflict.id, side=stands, words=side.value)
    statement = find_statement(on, given_claims, draw(st.sampled_from([one.id for one in listed])))
    if kind == "correct" and value_type(statement.predicate) is str:
        value = draw(NAMES.filter(lambda name: name != statement.value))
        return Correct(statement=statement, value=value)
    return Reject(statement=statement) if kind == "reject" else Confirm(statement=statement)


@st.composite
def sequences(draw: st.DrawFn) -> tuple[list[Claim], list[Decision]]:
    """Claims, and decisions made one after another on the record as it then is."""
    given_claims = draw(CLAIMS)
    decisions: list[Decision] = []
    for minute in range(draw(st.integers(1, 4))):
        on = record(given_claims, in_force(decisions))
        decisions.append(made(draw(acts(on, given_claims, decisions)), minute))
    return given_claims, decisions


def shown(on: FilmRecord) -> Iterator[Evidence]:
    for part in PARTS:
        for statement in getattr(on, part):
            yield from statement.evidence
    for conflict in on.conflicts:
        for side in conflict.values:
            yield from side.evidence


@settings(deadline=None, max_examples=60)
@given(sequences(), st.randoms())
def test_the_order_in_which_documents_and_decisions_arrive_changes_nothing(
    drawn: tuple[list[Claim], list[Decision]], random: Random
) -> None:
    given_claims, decisions = drawn
    before = record(given_claims, in_force(decisions))
    random.shuffle(given_claims)
    random.shuffle(decisions)
    assert record(given_claims, in_force(decisions)) == before


@settings(deadline=None, max_examples=60)
@given(sequences())
def test_undoing_the_last_decision_gives_the_record_that_was(drawn: tuple[list[Claim], list[Decision]]) -> None:
    given_claims, decisions = drawn
    for number in range(len(decisions), 0, -1):
        before = record(given_claims, in_force(decisions[: number - 1]))
        undone = [*decisions[:number], made(Undo(decision=decisions[number - 1].id), 50)]
        assert record(given_claims, in_force(undone)) == before
        redone = [*undone, made(Undo(decision=undone[-1].id), 51)]
        assert record(given_claims, in_force(redone)) == record(given_claims, in_force(decisions[:number]))


@settings(deadline=None, max_examples=60)
@given(sequences())
def test_no_claim_and_no_decision_is_lost(drawn: tuple[list[Claim], list[Decision]]) -> None:
    given_claims, decisions = drawn
    on = record(given_claims, in_force(decisions))
    assert [ruling.decision for ruling in on.decisions] == [decision.id for decision in governing(decisions)]
    visible = set(shown(on))
    aside = {entry.claim.id for entry in on.set_aside}
    for claim in given_claims:
        identity = claim.predicate in (Predicate.TITLE, Predicate.YEAR)
        assert identity or claim.id in aside or set(claim.evidence) <= visible, claim
    assert all(entry.reason for entry in on.set_aside)


@settings(deadline=None, max_examples=60)
@given(sequences())
def test_every_statement_quotes_a_document_of_the_record(drawn: tuple[list[Claim], list[Decision]]) -> None:
    given_claims, decisions = drawn
    on = record(given_claims, in_force(decisions))
    texts = {document.id: document.text for document in on.documents}
    for evidence in evidence_in(on):
        assert evidence.span.of(texts[evidence.document]) == evidence.quote


@settings(deadline=None, max_examples=60)
@given(CLAIMS, st.data())
def test_one_decision_does_what_it_says(given_claims: list[Claim], data: st.DataObject) -> None:
    before = record(given_claims)
    choices = [one for one in statements_of(before, given_claims) if one.part in PARTS]
    if not choices:
        return
    chosen = data.draw(st.sampled_from(choices))
    statement = find_statement(before, given_claims, chosen.id)
    rejected = record(given_claims, [made(Reject(statement=statement), 0)])
    assert all(chosen.id != one.id for part in PARTS for one in getattr(rejected, part))
    aside = {entry.claim.id: entry.reason for entry in rejected.set_aside}
    assert all(aside[claim].startswith("rejected by ines") for claim in chosen.claims)
    decision = made(Confirm(statement=statement), 0)
    for on in (record(given_claims, [decision]), record([], [decision])):
        found = [
            one for one in statements_of(on, given_claims) if one.decision is not None and one.decision.decision == decision.id
        ]
        assert found
        assert all(one.confidence in (None, 1.0) for one in found if one.part != "set_aside")
        assert all(one.part != "suggestions" for one in found)


@settings(deadline=None, max_examples=60)
@given(sequences())
def test_a_decision_survives_the_loss_of_every_document(drawn: tuple[list[Claim], list[Decision]]) -> None:
    _, decisions = drawn
    on = record([], in_force(decisions))
    assert [ruling.decision for ruling in on.decisions] == [decision.id for decision in governing(decisions)]
    assert len(on.documents) <= len(DOCUMENTS) + 1
    assert all(document.kind != DECISIONS_KIND for document in on.documents[: len(DOCUMENTS)])


@given(sequences())
def test_a_decision_is_the_same_after_it_was_written_down(drawn: tuple[list[Claim], list[Decision]]) -> None:
    for decision in drawn[1]:
        assert from_json(json.loads(json.dumps(to_json(decision)))) == decision


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20)), max_size=12), st.randoms())
def test_what_stands_hangs_on_no_order(plan: list[tuple[bool, int]], random: Random) -> None:
    decisions: list[Decision] = []
    for number, (undoing, target) in enumerate(plan):
        undo = undoing and bool(decisions)
        act: Act = Undo(decision=decisions[target % len(decisions)].id) if undo else Dismiss(conflict=f"conflict:{target % 3}")
        decisions.append(made(act, number))
    held = standing(decisions)
    shuffled = list(decisions)
    random.shuffle(shuffled)
    assert standing(shuffled) == held
    # A decision stands exactly where no undoing of it stands.
    undone = {decision.act.decision for decision in held if isinstance(decision.act, Undo)}
    assert {decision.id for decision in held} == {decision.id for decision in decisions} - undone
    assert len({decision.target for decision in governing(decisions)}) == len(governing(decisions))


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda some: st.lists(some) | st.dictionaries(st.text(), some),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60)
@given(sequences(), st.data())
def test_a_damaged_line_is_refused_or_is_a_decision(drawn: tuple[list[Claim], list[Decision]], data: st.DataObject) -> None:
    row = to_json(data.draw(st.sampled_from(drawn[1])))
    inside = data.draw(st.sampled_from([row, *(part for part in row.values() if isinstance(part, dict))]))
    inside[data.draw(st.sampled_from(sorted(inside)))] = data.draw(_JSON)
    try:
        decision = from_json(row)
    except DecisionError:  # the one error that a line may give
        return
    assert from_json(to_json(decision)) == decision
