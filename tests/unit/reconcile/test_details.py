"""Details of the story that documents tell differently."""

from filmdossier.model.claim import Claim, Detail, Predicate
from filmdossier.model.text import Evidence, Span
from filmdossier.reconcile.details import detail_conflicts
from support.prose import document


def told(value: str, origin: str) -> Claim:
    made = document(f"Carolina owns a {value}.", origin=origin)
    return Claim.make(
        subject=f"{made.id}/0",
        predicate=Predicate.DETAIL,
        value=Detail(about="what Carolina owns", value=value),
        evidence=(Evidence.cite(made, Span(0, len(made.text))),),
        extractor="test",
        confidence=0.7,
    )


def test_two_documents_may_stand_against_one() -> None:
    (conflict,) = detail_conflicts([told("bookstore", "a.txt"), told("library", "b.txt"), told("bookstore", "c.txt")])
    assert conflict.about == "what Carolina owns"
    assert {side.value: len(side.evidence) for side in conflict.values} == {"bookstore": 2, "library": 1}


def test_documents_that_agree_are_no_conflict() -> None:
    assert detail_conflicts([told("bookstore", "a.txt"), told("Bookstore", "b.txt")]) == ()


def test_a_document_that_tells_both_contradicts_nobody() -> None:
    a, b = told("bookstore", "a.txt"), told("library", "b.txt")
    made = document("Carolina owns a library.", origin="b.txt")
    both = Claim.make(
        subject=f"{made.id}/0",
        predicate=Predicate.DETAIL,
        value=Detail(about="what Carolina owns", value="bookstore"),
        evidence=(Evidence.cite(made, Span(0, 8)),),
        extractor="test",
        confidence=0.7,
    )
    assert detail_conflicts([a, b, both]) == ()
