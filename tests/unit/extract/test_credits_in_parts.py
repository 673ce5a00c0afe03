"""Credits in the parts of an article on how the film was made and how it came to cinemas."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.grammar import credits_by_grammar
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.model.claim import Polarity
from filmdossier.model.text import Source
from filmdossier.read.builder import DocumentBuilder


def credits_in(part: str, words: str) -> set[tuple[str, str]]:
    builder = DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256="0"))
    builder.paragraph("Night Ferry is a 1951 drama film.")
    builder.heading(2, part)
    builder.paragraph(words)
    annotations = annotate(builder.build())
    topic = annotations.topics[0]
    claims = [*prose_credits(annotations, topic), *credits_by_grammar(annotations, topic)]
    return {(c.predicate.value, str(c.value)) for c in claims if c.confidence >= 0.5 and c.polarity is Polarity.ASSERTED}


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("Guillermo Navarro was the director of photography.", ("cinematographer", "Guillermo Navarro")),
        ("Lee Garmes photographed the film in six weeks.", ("cinematographer", "Lee Garmes")),
        ("Edward Curtiss edited it.", ("editor", "Edward Curtiss")),
        ("Louis A. Stroller was the executive producer.", ("executive_producer", "Louis A. Stroller")),
    ],
)
def test_who_did_what_in_the_part_on_production(words: str, credit: tuple[str, str]) -> None:
    assert credits_in("Production", words) == {credit}


def test_a_score_that_was_played_by_those_who_wrote_it() -> None:
    assert credits_in("Music", "The score was written and played by Adolph Tandler.") == {("composer", "Adolph Tandler")}


@pytest.mark.parametrize(
    "words",
    [
        "It was distributed by Columbia Pictures.",
        "Night Ferry opened in March and was released by Columbia Pictures.",
        "In May the film was released by Columbia Pictures in the United States.",
    ],
)
def test_who_brought_it_to_cinemas(words: str) -> None:
    assert credits_in("Release", words) == {("distributor", "Columbia Pictures")}


@pytest.mark.parametrize(
    "words",
    [
        "The film was released on DVD by Columbia Pictures.",
        "A restored version was released by Columbia Pictures.",
        "It was re-released by Columbia Pictures in 1960.",
        "The sequel was distributed by Columbia Pictures.",
        "It was directed by Ann Lee.",
    ],
)
def test_what_else_is_released_in_the_part_on_release(words: str) -> None:
    assert credits_in("Release", words) == set()
