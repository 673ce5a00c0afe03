"""Performers listed in an article's opening."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.cast.opening import opening_cast
from filmdossier.model.claim import CastMember
from support.prose import document


def listed(sentence: str) -> list[str]:
    annotations = annotate(document(f"Night Ferry is a 1951 film. {sentence}"))
    return [c.value.actor for c in opening_cast(annotations, annotations.topics[0]) if isinstance(c.value, CastMember)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It stars Ines Roy, Per Dahl and Ana de Sá.", ["Ines Roy", "Per Dahl", "Ana de Sá"]),
        ("It was shot by Carl Berg, with voices provided by Ines Roy and Per Dahl.", ["Ines Roy", "Per Dahl"]),
        ("It is a comedy starring, directed, and produced by Ines Roy.", ["Ines Roy"]),
        ("She sings, supported by Ines Roy and Per Dahl.", ["Ines Roy", "Per Dahl"]),
        ("It stars Broadway actress Ines Roy.", ["Ines Roy"]),
    ],
)
def test_lists_that_a_word_of_billing_opens(sentence: str, expected: list[str]) -> None:
    assert listed(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It features songs by Ines Roy and Per Dahl.",
        "It features music composed by Ines Roy.",
        "It stars in many lists of the best thrillers by Ines Roy.",
        "It features footage of Ines Roy.",
    ],
)
def test_lists_of_others(sentence: str) -> None:
    assert listed(sentence) == []
