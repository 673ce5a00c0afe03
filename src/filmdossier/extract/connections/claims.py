"""Makes the claim on a link to another film."""

import re
from collections.abc import Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Connection, Polarity, Predicate, Relation
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title, title_key


def link_claims(
    annotations: Annotations,
    topic: Topic,
    relation: Relation,
    name: str,
    year: int | None,
    span: Span,
    confidence: float,
    polarity: Polarity,
    extractor: str,
) -> Iterator[Claim]:
    """The claim on one link, and on the series as a fact of its own; none where the film would be linked to itself."""
    name = name.strip(' ,.;:"“”') if not re.search(r"\b(?:Hrs|Mr|Dr|Jr)\.$", name) else name.strip(' ,;:"“”')
    if not name or (
        relation is not Relation.REMADE_AS
        and year in (None, topic.year)
        and same_title(name, topic.title)
        and title_key(name)
        and relation is not Relation.PART_OF_SERIES
    ):
        return
    value = Connection(relation=relation, film=name, year=year)
    yield claim(
        annotations,
        topic,
        Predicate.CONNECTION,
        value,
        span,
        extractor=extractor,
        confidence=round(confidence, 3),
        polarity=polarity,
    )
    if relation is Relation.PART_OF_SERIES:
        yield claim(
            annotations,
            topic,
            Predicate.SERIES,
            name,
            span,
            extractor=extractor,
            confidence=round(confidence, 3),
            polarity=polarity,
        )
