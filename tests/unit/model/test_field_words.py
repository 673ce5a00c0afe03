"""What labels in other languages and short ones mean."""

import pytest

from filmdossier.model.field_words import english, jobs


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Regie", "director"), ("RÉALISATION", "director"), ("Guion", "screenplay"), ("Mise en scène", "director"), ("Ph.", "cinematography"),
        ("Interpreti", "cast"), ("Durée", "running time"), ("Stunts", "Stunts"), ("Director", "Director"),
    ],
)  # fmt: skip
def test_one_label(label: str, meaning: str) -> None:
    assert english(label) == meaning


def test_joined_labels() -> None:
    assert jobs("Written, produced and directed by") == ("writer", "producer", "director")
    assert jobs("Buch und Regie") == ("screenplay", "director")
    assert jobs("Music") == ("Music",)
