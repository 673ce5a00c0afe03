"""What was praised and what criticised, in the document's words."""

import pytest

from filmdossier.extract.reviews.critics import reviews
from filmdossier.model.claim import CriticReview
from support.claims import claims_of

LEAD = "{{Infobox film|name=Desperado}}\n'''''Desperado''''' is a 1995 American film.\n\n== Reception ==\nPer Halvorsen of Empire "


def aspects(words: str) -> tuple[list[str], list[str]]:
    (claim,) = claims_of(reviews, f"{LEAD}{words}\n")
    assert isinstance(claim.value, CriticReview)
    for aspect in (*claim.value.praised, *claim.value.criticised):
        assert aspect.aspect in aspect.evidence[0].quote
    return [aspect.aspect for aspect in claim.value.praised], [aspect.aspect for aspect in claim.value.criticised]


@pytest.mark.parametrize(
    ("words", "praised", "criticised"),
    [
        ("praised the direction and the cast but criticised the screenplay.", ["direction", "cast"], ["screenplay"]),
        ("praised the action sequences despite the lack of characterization.", ["action sequences"], ["characterization"]),
        ('wrote that it has "a very poor script and excellent performances".', ["excellent performances"], ["very poor script"]),
        ('called the music "a superb asset" and found the plot confusing.', ["music"], ["plot"]),
        (
            'wrote that it is "dazzling on a purely visual level, but anemic in the story and character departments".',
            ["purely visual level"],
            ["story", "character departments"],
        ),
        ('said that "Salma Hayek shines".', ["Salma Hayek"], []),
        ("laughed at it, saying it was long.", [], []),
    ],
)
def test_aspects(words: str, praised: list[str], criticised: list[str]) -> None:
    assert aspects(words) == (praised, criticised)
