"""Makers named beside their job in prose that judges one film."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.model.claim import Polarity
from support.prose import document


def makers(*sentences: str) -> set[tuple[str, str]]:
    annotations = annotate(document("Night Ferry (1951) is a brilliant, moving thriller. I loved Night Ferry.", *sentences))
    return {
        (claim.predicate.value, str(claim.value))
        for topic in annotations.topics
        for claim in prose_credits(annotations, topic)
        if claim.polarity is Polarity.ASSERTED
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Rather than explain himself, director Per Dahl cuts to the fog.",
        "Perhaps director Per Dahl could not resist.",
        "Much of the dread can be credited to director Per Dahl.",
        "For his part director Per Dahl keeps it short.",
        "Nobody would guess that it is director Per Dahl's first film.",
        "Per Dahl's third feature arrives with fanfare.",
        "Per Dahl's 1951 film is still the one to beat.",
        "The night was a departure for both director Per Dahl and star Ines Roy.",
        "Writer, director, and star Per Dahl has charm.",
        "As writer and director, Per Dahl stumbles.",
        "The director, Per Dahl, never raises his voice.",
        "Per Dahl produced, directed and stars as the mate.",
        "Per Dahl (who writes, directs, and stars) survives the night.",
        "Per Dahl has made a quiet film of the sea.",
    ],
)
def test_who_directed_is_taken_for_granted(sentence: str) -> None:
    assert ("director", "Per Dahl") in makers(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Assistant director Per Dahl remembers the cold.",
        "It followed the success of director Per Dahl's Fog Island.",
        "In his Iron Coast trilogy, director Per Dahl moved the camera from left to right.",
        "It is nothing compared to director Per Dahl at his best.",
        "Per Dahl's third outing as the inspector is his weakest.",
        "Per Dahl directs Roy to seek refuge in the hold.",
        "It was meant for director Per Dahl, who would have shot it in Oslo, but he dropped out.",
        "Per Dahl delivers the film's best moment.",
        "It is reminiscent of Per Dahl's Night Ferry.",
    ],
)
def test_others_are_not(sentence: str) -> None:
    assert ("director", "Per Dahl") not in makers(sentence)


def test_a_title_that_tells_which_writer_is_no_writer() -> None:
    assert ("writer", "Per Dahl") in makers("The script by Child's Play creator Per Dahl is thin.")
    assert not {name for job, name in makers("The script by Child's Play creator Per Dahl is thin.") if name in ("Child", "Play")}
