"""The reception stage: reads ratings, settles stances, aggregates, checks the aggregators' numbers.

Enters a reconciled record whose reviews carry ratings as written and a first reading of their
words; leaves the same record with those read. Adds and removes no review.
"""

from collections.abc import Callable
from dataclasses import replace

from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import Rating, RatingOrigin, Review
from filmdossier.reception.adjusting import LibraryRatings, adjusted
from filmdossier.reception.aggregate import summarise
from filmdossier.reception.checks import check_claim, compare_claim
from filmdossier.reception.own_scale import OtherRatings, infer_scale
from filmdossier.reception.ratings import parse_rating
from filmdossier.reception.said import what_was_said
from filmdossier.reception.scales import rated_on
from filmdossier.reception.unstated import estimated_share
from filmdossier.reception.verdict import settle


def receive(
    record: FilmRecord, elsewhere: Callable[[], OtherRatings] | None = None, library: Callable[[], LibraryRatings] | None = None
) -> FilmRecord:
    """The record with its reviews rated, its reception aggregated and its aggregators' claims checked.

    ``elsewhere`` gives the ratings of the library's critics, all films together; it is asked only
    where a rating does not say its scale. ``library`` gives all ratings with their films; without it, or
    where nobody signs a rating here, the mean is not adjusted for its critics.
    """
    rated = tuple(_rated(review, elsewhere) for review in record.reviews)
    reviews = tuple(map(_settled, rated))
    signed = any(review.critic and review.rating is not None and review.rating.value is not None for review in reviews)
    reception = adjusted(summarise(reviews), reviews, library() if library is not None and signed else None)
    printed = {copy.review for copy in reception.copies}
    counted = [index for index in range(len(reviews)) if index not in printed]
    said = what_was_said(reviews, counted=counted)
    estimated = estimated_share([rated[index] for index in counted])
    aggregators = tuple(
        replace(claim, check=check_claim(claim.score), comparison=compare_claim(claim.score, reception))
        for claim in record.aggregators
    )
    return replace(record, reviews=reviews, aggregators=aggregators, reception=replace(reception, said=said, estimated=estimated))


def _rated(review: Review, elsewhere: Callable[[], OtherRatings] | None) -> Review:
    rating: Rating | None = None if review.rating is None else rated_on(review.rating.scale, parse_rating(review.rating.raw))
    if rating is not None and rating.scale == "unknown" and elsewhere is not None:
        rating = infer_scale(rating, elsewhere().by(review.critic, review.outlet))
    return replace(review, rating=rating)


def _settled(review: Review) -> Review:
    if review.stance_origin is RatingOrigin.GIVEN:
        return review  # the source states the stance: neither stars nor words overrule it
    verdict = settle(review.stance, review.stance_probability, review.rating, own=review.own)
    return replace(
        review,
        stance=None if verdict is None else verdict.stance,
        stance_probability=None if verdict is None else verdict.probability,
        stance_origin=None if verdict is None else verdict.origin,
    )
