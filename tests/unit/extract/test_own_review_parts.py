"""A review of two films rates each in its own part."""

from filmdossier.annotate import annotate
from filmdossier.extract import extract
from filmdossier.model.claim import CriticReview
from support.reading import read_as

DOUBLE = """---
title: Two gangsters, one name
author: Nora Whitfield
---

## Scarface (1932)

It is a lean and brilliant film.

Rating: 5/5

## Scarface (1983)

It is a loud and overlong film, and I enjoyed it.

Rating: 3.5/5
"""


def test_each_part_has_its_own_rating() -> None:
    document = read_as("double.md", DOUBLE)
    annotations = annotate(document)
    years = {topic.id: topic.year for topic in annotations.topics}
    reviews = [
        (years[claim.subject], claim.value) for claim in extract(document, annotations) if isinstance(claim.value, CriticReview)
    ]
    assert {(year, review.critic, review.rating) for year, review in reviews if review.own} == {
        (1932, "Nora Whitfield", "5/5"),
        (1983, "Nora Whitfield", "3.5/5"),
    }


NOTE = """# The Killers (1946)

Dir: Robert Siodmak.
Scr: Anthony Veiller.
Music: Miklós Rózsa.
With Burt Lancaster, Ava Gardner, Edmond O'Brien.

It is a dark and superb film. Lancaster is heavy and sad. The robbery is a marvel of staging.

Four stars out of five.
"""


def test_lines_of_the_sheet_are_no_judgement() -> None:
    document = read_as("note.md", NOTE)
    (review,) = [
        claim.value for claim in extract(document, annotate(document)) if isinstance(claim.value, CriticReview) and claim.value.own
    ]
    assert review.rating == "Four stars out of five"
    assert {quote.quote for quote in review.quotes} <= {
        "It is a dark and superb film.",
        "Lancaster is heavy and sad.",
        "The robbery is a marvel of staging.",
        "Four stars out of five.",
    }
    assert {aspect.aspect for aspect in (*review.praised, *review.criticised)} & {"Music", "music"} == set()
