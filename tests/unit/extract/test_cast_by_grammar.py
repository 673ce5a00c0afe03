"""Players in running sentences: "A, who had never acted, is the sister", "B his boss", "Kit is C"."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.cast import cast
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import CastMember
from support.prose import document


def found(*paragraphs: str) -> set[tuple[str, str | None]]:
    annotations = annotate(document(*paragraphs), FilmHint(title="Night Ferry", year=1951))
    claims = [claim for claim in cast(annotations, annotations.topics[0]) if claim.confidence >= 0.5]
    return {(claim.value.actor, claim.value.character) for claim in claims if isinstance(claim.value, CastMember)}


@pytest.mark.parametrize(
    ("sentence", "played"),
    [
        ("Hilary Mason is the blind sister.", {("Hilary Mason", "the blind sister")}),
        ("Colin Welland, who had taught before, is Mr Farthing, the one who listens.", {("Colin Welland", "Mr Farthing")}),
        (
            "Brenda Blethyn is the mother, Cynthia, and Timothy Spall her brother.",
            {("Brenda Blethyn", "Cynthia"), ("Timothy Spall", "her brother")},
        ),
        ("Kit is Martin Sheen.", {("Martin Sheen", "Kit")}),
        ("The boy, Billy Casper, is David Bradley.", {("David Bradley", "Billy Casper")}),
    ],
)
def test_players(sentence: str, played: set[tuple[str, str | None]]) -> None:
    assert found("Night Ferry is a drama that nobody saw.", sentence) == played


@pytest.mark.parametrize(
    "sentence",
    [
        "Colin Welland is a teacher.",
        "Ann Todd is the best thing that ever happened to Bergen.",
        "Peter Snell was the producer.",
        "Colin Welland was the treasurer of the club.",
    ],
)
def test_what_somebody_is_besides(sentence: str) -> None:
    assert found("Night Ferry is a drama that nobody saw.", sentence) == set()
