"""What a decision takes, and what of many decisions holds."""

import pytest

from filmdossier.errors import DecisionError
from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.decision import (
    Act,
    Add,
    Confirm,
    Correct,
    Decision,
    KeptPassage,
    MergeNames,
    NameKind,
    Reject,
    SplitFilm,
    SplitNames,
    Statement,
    Undo,
)
from filmdossier.model.standing import governing, in_force, undone_by
from support.decisions import RONIN, decided, statement

DIRECTOR = statement(Predicate.DIRECTOR, "John Frankenheimer")


def chain(first: Act, length: int) -> list[Decision]:
    """A decision, its undoing, the undoing of that, …"""
    made = [decided(first)]
    for minute in range(1, length):
        made.append(decided(Undo(decision=made[-1].id), minute=minute))
    return made


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 800])
def test_an_undoing_can_be_undone(length: int) -> None:
    made = chain(Confirm(statement=DIRECTOR), length)
    assert in_force(made) == ((made[0],) if length % 2 else ())
    assert in_force(reversed(made)) == in_force(made)


def test_undoings_that_wait_for_each_other_end() -> None:
    """Nobody can make such ids but by hand, in a file."""
    first = decided(Undo(decision="b" * 20))
    second = decided(Undo(decision="a" * 20), minute=1)
    ring = [
        Decision(id=one * 20, film=RONIN, act=made.act, decided_by="ines", decided_at=made.decided_at)
        for one, made in (("a", first), ("b", second))
    ]
    assert in_force(ring) == ()
    assert len(undone_by(ring)) == 1


def test_the_last_decision_on_a_target_holds() -> None:
    confirmed, rejected = decided(Confirm(statement=DIRECTOR), minute=1), decided(Reject(statement=DIRECTOR), minute=2)
    merged = decided(MergeNames(kind=NameKind.PERSON, name="A", into="B"), minute=3)
    split = decided(SplitNames(kind=NameKind.PERSON, name="b", other="a"), minute=4)
    assert governing([split, rejected, confirmed, merged]) == (rejected, split)
    undone = [confirmed, rejected, decided(Undo(decision=rejected.id), minute=5)]
    assert governing(undone) == (confirmed,)


def test_times_are_compared_as_times() -> None:
    early = Decision.make(film=RONIN, act=Confirm(statement=DIRECTOR), decided_by="a", decided_at="2026-11-21T12:00:00+02:00")
    late = Decision.make(film=RONIN, act=Reject(statement=DIRECTOR), decided_by="a", decided_at="2026-11-21T11:00:00Z")
    assert governing([late, early]) == (late,)


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-21", "2026-11-21T10:00:00", "2026-13-01T00:00:00Z"])
def test_a_time_says_its_zone(at: str) -> None:
    with pytest.raises(DecisionError, match="write it as"):
        Decision.make(film=RONIN, act=Confirm(statement=DIRECTOR), decided_by="ines", decided_at=at)


def test_what_does_not_fit_together_is_refused() -> None:
    with pytest.raises(DecisionError, match="director takes a non-empty str"):
        Statement(id="x", predicate=Predicate.DIRECTOR, value=CastMember(actor="A"))
    with pytest.raises(DecisionError, match="says what the statement says"):
        Correct(statement=DIRECTOR, value="John Frankenheimer")
    with pytest.raises(DecisionError, match="cast takes"):
        Correct(statement=Statement(id="x", predicate=Predicate.CAST, value=CastMember(actor="A")), value="A")
    with pytest.raises(DecisionError, match="name the passage"):
        Add(statement=Statement(id="x", predicate=Predicate.GENRE, value="thriller"))
    with pytest.raises(DecisionError, match="quote the passage exactly"):
        KeptPassage(origin="a.txt", document="d", start=0, end=3, quote="four")
    with pytest.raises(DecisionError, match="its title"):
        SplitFilm(documents=("a.txt",), title=" ")
    with pytest.raises(DecisionError, match="a source or a note"):
        decided(Correct(statement=DIRECTOR, value="Somebody"))


def test_same_content_same_id() -> None:
    assert decided(Confirm(statement=DIRECTOR)) == decided(Confirm(statement=DIRECTOR))
    assert decided(Confirm(statement=DIRECTOR)).id != decided(Reject(statement=DIRECTOR)).id
