"""Claims from lines of facts without labels."""

from filmdossier.annotate import annotate
from filmdossier.extract.fact_lines import unlabelled_facts
from support.prose import document


def found(*paragraphs: str) -> set[tuple[str, str]]:
    annotations = annotate(document(*paragraphs))
    return {(str(claim.predicate), str(claim.value)) for claim in unlabelled_facts(annotations, annotations.topics[0])}


def test_country_language_length_and_director() -> None:
    assert found("The Glass Harbour", "Dir. Ines Valdor. Poland, 1963. 35mm, 77'. In Polish with English subtitles.", "A diver comes home.") == {
        ("director", "Ines Valdor"), ("country", "Poland"), ("runtime_minutes", "77"), ("language", "Polish"),
    }  # fmt: skip


def test_a_line_on_another_film_is_left_out() -> None:
    facts = found(
        "The Glass Harbour",
        "Poland, 1963. 35mm, 77'.",
        "A diver comes home.",
        "Screens with: Ten Bells (Ana Roque, Chile 1978, 10 min).",
    )
    assert facts == {("country", "Poland"), ("runtime_minutes", "77")}
