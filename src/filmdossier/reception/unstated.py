"""What the reviews whose verdict nobody states come to: an estimate, kept apart from every count.

Enters reviews as the documents have them, their words read and their ratings too, before the two are settled into a
stance; leaves the estimated share that recommend the film, or None where too few can be read.
"""

from collections.abc import Iterable, Sequence

from filmdossier.model.reception import EstimatedShare, RatingOrigin, Review
from filmdossier.reception.aggregate import MINIMUM
from filmdossier.reception.estimated import estimate_share
from filmdossier.reception.fitted import fitted_recommends, fitted_shared
from filmdossier.reception.recommends import odds_of


def estimated_share(reviews: Sequence[Review]) -> EstimatedShare | None:
    """The share of those of ``reviews`` without a stated verdict that recommend the film; None under five of them.

    The interval is of these reviews, which may be misread one by one or all alike; of others that are not at hand it says nothing.
    """
    own = list(_log_odds(reviews))
    return estimate_share(own, fitted_shared(), total=len(own)) if len(own) >= MINIMUM else None


def _log_odds(reviews: Iterable[Review]) -> Iterable[float]:
    model = fitted_recommends()
    for review in reviews:
        if review.stance_origin is RatingOrigin.GIVEN:
            continue
        words = None
        if review.stance is not None and review.stance_probability is not None:
            words = odds_of(review.stance, review.stance_probability)
        value = None if review.rating is None else review.rating.value
        if words is not None or value is not None:
            yield model.log_odds(words, value)
