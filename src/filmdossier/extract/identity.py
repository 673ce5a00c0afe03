"""The film's title and year as claims, so that documents can disagree about them."""

from collections.abc import Iterator

from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Predicate


def identity(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The title and year that the topic was found by."""
    yield Claim.make(
        subject=topic.id,
        predicate=Predicate.TITLE,
        value=topic.title,
        evidence=topic.title_evidence,
        extractor="identity",
        confidence=topic.confidence,
    )
    if topic.year is not None and topic.year_evidence:
        yield Claim.make(
            subject=topic.id,
            predicate=Predicate.YEAR,
            value=str(topic.year),
            evidence=topic.year_evidence,
            extractor="identity",
            confidence=topic.confidence,
        )
