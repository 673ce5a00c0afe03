"""The extractors, in the order of the record, and the function that runs them."""

from collections.abc import Callable, Iterator

from filmdossier.extract.aggregators import aggregators
from filmdossier.extract.awards import awards
from filmdossier.extract.awards_told import awards_told
from filmdossier.extract.based_on import based_on
from filmdossier.extract.cast import cast, opening_cast
from filmdossier.extract.connections import links
from filmdossier.extract.credits.categories import categorised_credits
from filmdossier.extract.credits.companies import companies
from filmdossier.extract.credits.companies_told import companies_told
from filmdossier.extract.credits.concluded import concluded_makers, without_makers
from filmdossier.extract.credits.credit_lines import credit_lines
from filmdossier.extract.credits.grammar import credits_by_grammar
from filmdossier.extract.credits.labels import labelled_credits, tabled_credits
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.extract.credits.speaker import credits_of_the_speaker
from filmdossier.extract.details import details
from filmdossier.extract.fact_lines import unlabelled_facts
from filmdossier.extract.identity import identity
from filmdossier.extract.money import money
from filmdossier.extract.music import music
from filmdossier.extract.places import places
from filmdossier.extract.places_labelled import labelled_places
from filmdossier.extract.production_data import production_data
from filmdossier.extract.releases import releases
from filmdossier.extract.reviews.critics import reviews
from filmdossier.extract.reviews.own import own_review
from filmdossier.extract.reviews.signed import signed_reviews
from filmdossier.extract.reviews.tables import tabled_reviews
from filmdossier.extract.setting import setting
from filmdossier.extract.songs_told import songs_told
from filmdossier.extract.story import story
from filmdossier.extract.story_names import story_names
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim
from filmdossier.model.text import Document

Extractor = Callable[[Annotations, Topic], Iterator[Claim]]

EXTRACTORS: tuple[Extractor, ...] = (
    identity,
    labelled_credits,
    tabled_credits,
    categorised_credits,
    credit_lines,
    companies,
    companies_told,
    unlabelled_facts,
    prose_credits,
    credits_of_the_speaker,
    credits_by_grammar,
    production_data,
    details,
    aggregators,
    reviews,
    own_review,
    tabled_reviews,
    signed_reviews,
    cast,
    opening_cast,
    story_names,
    based_on,
    releases,
    money,
    places,
    labelled_places,
    setting,
    music,
    songs_told,
    awards,
    awards_told,
    links,
)


def extract(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """Every claim of the document about each of its topics; of claims that say one thing the surest."""
    best: dict[str, Claim] = {}
    for topic in annotations.topics:
        found = [claim for extractor in EXTRACTORS for claim in extractor(annotations, topic)]
        concluded = list(concluded_makers(annotations, topic, found))
        found = [*without_makers(found, concluded), *concluded]
        # The story is read last: it takes performers' names for the parts, and keeps the makers out.
        for claim in (*found, *story(annotations, topic, found)):
            known = best.get(claim.id)
            if known is None or known.confidence < claim.confidence:
                best[claim.id] = claim
    yield from best.values()
