"""What waits for an editor, and in which order."""

from dataclasses import replace

from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.decision import Ruling, Verdict
from filmdossier.model.film import (
    CastEntry,
    Conflict,
    ConflictValue,
    Fact,
    Status,
)
from filmdossier.model.text import Evidence, Span
from filmdossier.run.queueing import queue_of
from support.prose import document
from support.records import silent

PAGE = document("Ronin was directed by John Frankenheimer.")
CITED = (Evidence.cite(PAGE, Span(0, 5)),)
RULING = Ruling(
    decision="1", verdict=Verdict.CONFIRM, about="x", decided_by="ines", decided_at="2026-11-21T10:00:00Z", why=""
)  # fmt: skip


def fact(predicate: Predicate, confidence: float, name: str = "x", status: Status = Status.STATED) -> Fact:
    address = f"{predicate.value}:{name}"
    return Fact(predicate=predicate, value=name, status=status, confidence=confidence, evidence=CITED, id=address)


def member(number: int) -> CastEntry:
    actor = f"Actor {number}"
    return CastEntry(
        actor=actor, character=None, note="", status=Status.STATED, confidence=0.6, evidence=CITED, id=f"cast:actor-{number}"
    )


def ids(**parts: object) -> list[str]:
    empty: dict[str, object] = {"facts": (), "cast": (), "suggestions": (), "conflicts": ()}
    record = replace(silent(), **(empty | parts))  # type: ignore[arg-type]
    items = sorted(queue_of(record), key=lambda item: (-item.urgency, item.id))
    assert all(item.reason and 0 <= item.chance <= 1 for item in items)
    return [item.id for item in items]


def test_what_is_less_sure_comes_first_of_one_part() -> None:
    facts = (fact(Predicate.GENRE, 0.95, "a"), fact(Predicate.GENRE, 0.51, "b"), fact(Predicate.GENRE, 0.7, "c"))
    assert ids(facts=facts) == ["genre:b", "genre:c", "genre:a"]


def test_what_is_read_most_comes_first_of_one_confidence() -> None:
    facts = (fact(Predicate.SETTING, 0.6), fact(Predicate.DIRECTOR, 0.6), fact(Predicate.GENRE, 0.6))
    assert ids(facts=facts, cast=(member(0),)) == ["director:x", "cast:actor-0", "genre:x", "setting:x"]


def test_the_first_of_the_cast_comes_before_the_last() -> None:
    cast = tuple(member(number) for number in range(12))
    assert ids(cast=cast)[:2] == ["cast:actor-0", "cast:actor-1"]


def test_a_suggestion_just_under_its_threshold_comes_before_one_far_under() -> None:
    assert ids(suggestions=(fact(Predicate.GENRE, 0.1, "a"), fact(Predicate.GENRE, 0.49, "b"))) == ["genre:b", "genre:a"]


def test_a_conflict_asks_once_and_says_what_is_at_odds() -> None:
    sides = tuple(ConflictValue(value=value, evidence=CITED, id=f"runtime_minutes:{value}") for value in ("104", "105"))
    conflict = Conflict(about="running time", values=sides, weight=0.6, id="conflict:running-time")
    facts = (fact(Predicate.RUNTIME_MINUTES, 0.5, "104", Status.DISPUTED), fact(Predicate.DIRECTOR, 0.9))
    record = replace(silent(), facts=facts, cast=(), suggestions=(), conflicts=(conflict,))
    items = sorted(queue_of(record), key=lambda item: -item.urgency)
    assert [item.id for item in items] == ["conflict:running-time", "director:x"]
    assert (items[0].sides, items[0].about) == (("104", "105"), "running time")
    assert "104 or 105" in items[0].reason


def test_what_was_decided_waits_no_longer() -> None:
    decided = replace(fact(Predicate.GENRE, 0.5), decision=RULING)
    assert ids(facts=(decided, fact(Predicate.DIRECTOR, 0.9))) == ["director:x"]


def test_a_value_is_there_to_be_shown() -> None:
    record = replace(silent(), facts=(), cast=(member(0),), suggestions=(), conflicts=())
    (item,) = queue_of(record)
    assert item.value == CastMember(actor="Actor 0")
    assert item.film == record.film.id
