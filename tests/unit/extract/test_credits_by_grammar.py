"""Credits that the grammar of a sentence tells and no row of words."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.grammar import credits_by_grammar
from filmdossier.model.annotations import FilmHint
from support.prose import document


def found(*paragraphs: str) -> set[tuple[str, str]]:
    annotations = annotate(document(*paragraphs), FilmHint(title="Night Ferry", year=1951))
    claims = credits_by_grammar(annotations, annotations.topics[0])
    return {(str(claim.predicate), str(claim.value)) for claim in claims if claim.confidence >= 0.5}


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        ("Verna A. Krasker photographed the film, and Per Dahl edited it.", ("cinematographer", "Verna A. Krasker")),
        ("Michael Bradsell, who had learnt his trade on newsreels, edited the film.", ("editor", "Michael Bradsell")),
        ("The picture, which was produced for a small company by Peter Katz, cost little.", ("producer", "Peter Katz")),
        ("Geoffrey Burgon supplied the music.", ("composer", "Geoffrey Burgon")),
        ("The photography was entrusted to Robert Krasker.", ("cinematographer", "Robert Krasker")),
        ("Elizabeth Lutyens is responsible for the score.", ("composer", "Elizabeth Lutyens")),
        ("It was made in Bergen with Ann Todd as its producer.", ("producer", "Ann Todd")),
        ("Harry Waxman was the cameraman, Peter Snell the producer.", ("producer", "Peter Snell")),
        ("Mary Field, the editor, worked at night.", ("editor", "Mary Field")),
        ("Anthony Shaffer was hired to write the script.", ("writer", "Anthony Shaffer")),
        ("The music was Humphrey Searle's.", ("composer", "Humphrey Searle")),
        ("Muriel Box's second feature has lasted better than most.", ("director", "Muriel Box")),
    ],
)
def test_makers(sentence: str, credit: tuple[str, str]) -> None:
    assert credit in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Robert Krasker had photographed The Third Man.",
        "Robert Krasker had held the camera for Carol Reed.",
        "Peter Snell would have produced it.",
        "The studio hired Kirk Weston as director.",
        "Max Steiner wrote the music for Casablanca.",
        "The French director Ana Moreau came to the opening.",
        "Its songs, old rock music by Davy Edmonds, are loud.",
        "Muriel Box's previous feature has lasted better than most.",
    ],
)
def test_makers_of_other_films(sentence: str) -> None:
    assert found("Night Ferry is a drama.", sentence) == set()
