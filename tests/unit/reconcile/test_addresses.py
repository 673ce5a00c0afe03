"""Ids of statements: one for every spelling of a value, readable, safe in a command and an address."""

import re

import pytest

from filmdossier.model.claim import (
    AggregatorScore,
    CastMember,
    CharacterName,
    Connection,
    CriticReview,
    Detail,
    Predicate,
    Relation,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.text import Evidence, Span
from filmdossier.reconcile.addresses import conflict_id, statement_id, told_apart
from support.prose import document

PAGE = document("He said that nothing ends. He said it twice.")
LINE = SpokenLine(words=Evidence.cite(PAGE, Span(13, 25)), speaker="Sam")


@pytest.mark.parametrize(
    ("predicate", "value", "address"),
    [
        (Predicate.DIRECTOR, "Robert Rodríguez", "director:robert-rodriguez"),
        (Predicate.RUNTIME_MINUTES, "1h 44m", "runtime_minutes:104"),
        (Predicate.BUDGET, "$7,000,000", "budget:usd-7e06"),
        (Predicate.COUNTRY, "American", "country:united-states"),
        (Predicate.RELEASE_DATE, "August 25, 1995", "release_date:1995-08-25"),
        (Predicate.CAST, CastMember(actor="Salma Hayek", character="Carolina"), "cast:salma-hayek.carolina"),
        (Predicate.CAST, CastMember(actor="Salma Hayek", note="cameo"), "cast:salma-hayek"),
        (Predicate.CHARACTER, CharacterName(name="El Mariachi", aliases=("the gunfighter",)), "character:el-mariachi"),
        (Predicate.CONNECTION, Connection(relation=Relation.SEQUEL_TO, film="The Mariachi"), "connection:sequel-to.mariachi"),
        (Predicate.AGGREGATOR, AggregatorScore(name="Rotten Tomatoes", audience=True), "aggregator:rotten-tomatoes.audience"),
        (Predicate.REVIEW, CriticReview(critic="Ines Roy", outlet="The Courier"), "review:ines-roy.courier"),
        (Predicate.REVIEW, CriticReview(outlet="The Courier"), "review:unsigned.courier"),
        (Predicate.EVENT, StoryEvent(verb="murder", agent="Bucho", patient="Domino"), "event:bucho.kill.domino"),
        (Predicate.RELATION, StoryRelation(a="Sam", relation="son", b="Ada"), "relation:ada.parent.sam"),
        (Predicate.RELATION, StoryRelation(a="Ada", relation="mother", b="Sam"), "relation:ada.parent.sam"),
        (Predicate.DIALOGUE, LINE, "dialogue:nothing-ends"),
        (Predicate.DETAIL, Detail(about="what she owns", value="a library"), "detail:what-she-owns.library"),
    ],
)
def test_a_value_has_a_readable_id(predicate: Predicate, value: Value, address: str) -> None:
    assert statement_id(predicate, value) == address


def test_an_unsigned_review_is_called_after_its_document() -> None:
    assert statement_id(Predicate.REVIEW, CriticReview(own=True), origin="notes/a.txt") == "review:unsigned.in.notes-a-txt"


@pytest.mark.parametrize("value", ["黒澤明", "Ж/Б: фильм?", "a" * 500, "´`'\n\t", "..", "#~%&", "İstanbul"])
def test_any_value_has_a_safe_id_of_its_own(value: str) -> None:
    address = statement_id(Predicate.DIRECTOR, value)
    assert re.fullmatch(r"director:[\w.~-]*", address)
    assert len(address) < 100
    assert address != statement_id(Predicate.DIRECTOR, value + " b")
    assert address == statement_id(Predicate.DIRECTOR, value)


def test_what_happens_twice_has_two_ids() -> None:
    first, second = Evidence.cite(PAGE, Span(0, 26)), Evidence.cite(PAGE, Span(27, 44))
    ids = told_apart([("event:he.say.", (first,)), ("event:he.say.", (second,)), ("event:he.say.", (second,)), ("x", ())])
    assert ids[0] == "event:he.say."
    assert ids[1].startswith("event:he.say.~")
    assert len(set(ids)) == 4


def test_a_conflict_is_called_after_what_it_is_about() -> None:
    assert conflict_id("the part played by Salma Hayek") == "conflict:the-part-played-by-salma-hayek"
