"""Puts a bare number on a scale that is known from elsewhere: the critic's other ratings, or the table's.

Enters a rating as it was read and the maximum that somebody else states; leaves the rating on that
scale, marked as converted. A rating that says its own scale keeps it.
"""

import re
from dataclasses import replace

from filmdossier.model.reception import Rating, RatingOrigin
from filmdossier.reception.ratings import Doubt, read_rating

_BARE = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")


def is_bare(raw: str) -> bool:
    """Whether a rating is a number and nothing else: ``7``, ``3.5``."""
    return _BARE.fullmatch(raw.strip()) is not None


def rated_on(scale: str, rating: Rating) -> Rating:
    """``rating`` on ``scale`` ("10") where it is a bare number, or stars, on none of its own; else as it is.

    A number above the maximum is of some other scale and keeps none.
    """
    if rating.value is not None or not scale.isdigit():
        return rating
    read = read_rating(rating.raw)
    if read.count is None or read.doubt not in (Doubt.NO_SCALE, Doubt.NO_MOST_STARS):
        return rating
    value = read.count / max(int(scale), 1)
    if value > 1:
        return rating
    return replace(rating, scale=scale, value=value, origin=RatingOrigin.CONVERTED)
