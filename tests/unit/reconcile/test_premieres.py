"""Showings at one place in different years contradict each other; at different places they do not."""

from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.film import Status
from filmdossier.model.text import Evidence, Span
from filmdossier.reconcile.facts import reconcile_facts
from support.prose import document


def shown(value: str, origin: str) -> Claim:
    made = document(f"It was first shown at the {value}.", origin=origin)
    return Claim.make(
        subject=f"{made.id}/0", predicate=Predicate.PREMIERE, value=value, evidence=(Evidence.cite(made, Span(0, len(made.text))),),
        extractor="test", confidence=0.8,
    )  # fmt: skip


def test_one_festival_in_two_years() -> None:
    told = [
        shown("Cannes Film Festival in May 1995", "a.txt"),
        shown("Cannes Film Festival in 1996", "b.txt"),
        shown("Venice in 1994", "c.txt"),
    ]
    facts, _, (conflict,) = reconcile_facts(told)
    assert conflict.about == "premiere"
    assert {side.value for side in conflict.values} == {"Cannes Film Festival in May 1995", "Cannes Film Festival in 1996"}
    assert {fact.value for fact in facts if fact.status is Status.DISPUTED} == {side.value for side in conflict.values}


def test_two_places_or_one_year() -> None:
    for second in ("Venice Film Festival in 1996", "Cannes Film Festival in 1995", "Cannes Film Festival"):
        assert reconcile_facts([shown("Cannes Film Festival in May 1995", "a.txt"), shown(second, "b.txt")])[2] == ()
