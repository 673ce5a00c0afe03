"""Frees a film's mean rating from the leniency of the critics whom the library knows well enough.

Enters the ratings of a whole library and one film's reviews; leaves the film's reception with an adjusted
mean, or with the words that say why nothing was adjusted. What a critic of few ratings gave stays
as it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from filmdossier.model.reception import Rating, Reception, Review
from filmdossier.reception.copies import voice

if TYPE_CHECKING:
    from filmdossier.reception.leniency import Leniency

LEAST_RATINGS = 10

Critic = tuple[str, str]
"""A critic in an outlet, as ``voice`` spells them: one voice on one scale."""


class LibraryRatings:
    """The ratings of a library on known scales: the first of each film, critic and outlet. Fitted when first asked."""

    def __init__(self, rows: Iterable[tuple[str, str | None, str | None, Rating]]) -> None:
        values: dict[tuple[str, Critic], float] = {}
        for film, critic, outlet, rating in rows:
            if rating.value is not None:
                values.setdefault((film, voice(critic, outlet)), float(rating.value))
        self._values = values
        self._counts = Counter(critic for _, critic in values)

    def knows(self, critic: str | None, outlet: str | None) -> bool:
        """Whether the critic has ratings enough to be compared; nobody is, unsigned."""
        return bool(critic) and self._counts[voice(critic, outlet)] >= LEAST_RATINGS

    @cached_property
    def mark(self) -> str:
        """A digest of the ratings that means are adjusted by, '' where no critic has enough of them."""
        if not any(critic[0] and count >= LEAST_RATINGS for critic, count in self._counts.items()):
            return ""
        told = sorted((film, *critic, value) for (film, critic), value in self._values.items())
        return sha256(repr(told).encode()).hexdigest()[:16]

    @cached_property
    def leniency(self) -> "Leniency":
        """The model of these ratings; ValueError where there are none."""
        # numpy and scipy take a quarter of a second to load, which a library of a few reviews should not cost.
        from filmdossier.reception.leniency import fit

        return fit([film for film, _ in self._values], [critic for _, critic in self._values], list(self._values.values()))


def adjusted(reception: Reception, reviews: Sequence[Review], library: LibraryRatings | None) -> Reception:
    """The reception of these reviews with the mean of their ratings freed from the leniency of the critics it knows.

    The others' ratings stay as they are, and the words say how many were adjusted. ``library`` None means
    that nobody was compared.
    """
    if library is None:
        return replace(reception, adjustment="not adjusted: the library's critics were not compared")
    copies = {copy.review for copy in reception.copies}
    rated = [
        (review, float(review.rating.value))
        for index, review in enumerate(reviews)
        if index not in copies and review.rating is not None and review.rating.value is not None
    ]
    known = sum(library.knows(review.critic, review.outlet) for review, _ in rated)
    if not known:
        return replace(reception, adjustment=f"not adjusted: no critic here has {LEAST_RATINGS} ratings in the library")
    of = library.leniency.critics
    freed = [value - of.get(voice(review.critic, review.outlet), 0.0) for review, value in rated]
    return replace(
        reception,
        adjusted=known,
        adjusted_mean=round(min(max(100 * sum(freed) / len(freed), 0.0), 100.0), 2) if reception.mean is not None else None,
        adjustment=f"{known} of {len(rated)} ratings adjusted for their critics' leniency, {len(rated) - known} not adjusted",
    )
