"""The extractors, in the order of the record, and the function that runs them."""

from collections.abc import Callable, Iterator

from filmdossier.extract.aggregators import aggregators
from filmdossier.extract.cast import cast
from filmdossier.extract.credit_labels import labelled_credits
from filmdossier.extract.credit_prose import prose_credits
from filmdossier.extract.details import details
from filmdossier.extract.identity import identity
from filmdossier.extract.production_data import production_data
from filmdossier.extract.reviews import reviews
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim
from filmdossier.model.text import Document

Extractor = Callable[[Annotations, Topic], Iterator[Claim]]

EXTRACTORS: tuple[Extractor, ...] = (
    identity,
    labelled_credits,
    prose_credits,
    production_data,
    details,
    aggregators,
    reviews,
    cast,
)


def extract(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Every claim of the document about each of its topics; of claims that say one thing the surest."""
    best: dict[str, Claim] = {}
    for topic in annotations.topics:
        for extractor in EXTRACTORS:
            for claim in extractor(annotations, topic):
                known = best.get(claim.id)
                if known is None or known.confidence < claim.confidence:
                    best[claim.id] = claim
    yield from best.values()
