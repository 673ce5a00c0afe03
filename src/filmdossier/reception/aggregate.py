"""The open aggregate: what share of the opinions is positive, how sure that is, and the mean rating.

Enters reconciled reviews of critics; leaves a ``Reception`` whose note says how it was come by. Each
review counts once, however often it was printed. Below five opinions there is no share and below
five ratings no mean: it counts, and says why it stops there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from filmdossier.model.claim import Stance
from filmdossier.model.reception import (
    CopyReason,
    LetterMean,
    Rating,
    RatingOrigin,
    Reception,
    Review,
    ReviewCopy,
)
from filmdossier.reception.copies import copies
from filmdossier.reception.letters import LetterProfile
from filmdossier.reception.ratings import parse_rating

MINIMUM = 5
# What a film is taken for before anybody has rated it. Over 33,000 critics' ratings of 905 films the mean of the films' means
# is 60 %, and the variance within a film is 1.3 times that between films: so much weighs what is known beforehand
# (empirical Bayes; Efron and Morris 1975).
PRIOR_MEAN = 60.0
PRIOR_WEIGHT = 1.3
_Z = 1.96  # 95 %


def wilson(positive: int, total: int) -> tuple[float, float]:
    """The 95 % interval for a share of ``positive`` in ``total`` (> 0), in per cent (Wilson 1927)."""
    if not 0 <= positive <= total or total == 0:
        raise ValueError(f"{positive} of {total} is no share")
    share, z2 = positive / total, _Z * _Z
    middle = share + z2 / (2 * total)
    spread = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    scale = 100 / (1 + z2 / total)
    return max((middle - spread) * scale, 0.0), min((middle + spread) * scale, 100.0)


def shrunk_mean(mean: float, count: int, *, prior_mean: float, prior_weight: float) -> float:
    """(m·C + Σx) / (m + n) for ``count`` values of that ``mean``, with C ``prior_mean`` and m ``prior_weight``.

    The form of IMDb's weighted rating: few values leave it near C, many take it to their own mean.
    """
    return (prior_weight * prior_mean + count * mean) / (prior_weight + count)


def letter_means(ratings: Sequence[Rating]) -> tuple[LetterMean, ...]:
    """The mean in per cent under each table of letters; empty where no letter is among the ``ratings``.

    Ratings without a value are left out.
    """
    valued = [rating for rating in ratings if rating.value is not None]
    if not any(rating.scale == "letters" for rating in valued):
        return ()
    return tuple(
        LetterMean(profile=profile.value, mean=_mean([_under(rating, profile) for rating in valued])) for profile in LetterProfile
    )


def _under(rating: Rating, profile: LetterProfile) -> Fraction:
    value = parse_rating(rating.raw, profile).value if rating.scale == "letters" else rating.value
    # A grade that one table lacks keeps the value that it was read with.
    return value if value is not None else rating.value or Fraction(0)


def _mean(values: Sequence[Fraction]) -> float:
    return round(float(100 * sum(values, Fraction(0)) / len(values)), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """What one review says, wherever it was printed."""

    stance: Stance | None
    origin: RatingOrigin | None
    rating: Rating | None


def summarise(reviews: Sequence[Review]) -> Reception:
    """Counts, share and mean over critics' ``reviews``, each of which counts once.

    The share is of the reviews that take a side or are mixed; one whose stance is unknown is
    counted in ``reviews`` alone.
    """
    printed = tuple(
        ReviewCopy(review=copy.index, of=copy.of, reason=copy.reason)
        for copy in copies([(review.critic, review.outlet, " ".join(quote.quote for quote in review.quotes)) for review in reviews])
    )
    voices = _voices(reviews, printed)
    counts = Counter(voice.stance for voice in voices)
    origins = Counter(voice.origin for voice in voices if voice.stance is not None)
    judged = sum(counts[stance] for stance in Stance)
    rated = [voice.rating for voice in voices if voice.rating is not None and voice.rating.value is not None]
    approval = interval = mean = shrunk = None
    if judged >= MINIMUM:
        approval = round(100 * counts[Stance.POSITIVE] / judged, 1)
        low, high = wilson(counts[Stance.POSITIVE], judged)
        interval = (round(low, 1), round(high, 1))
    if rated:
        exact = _mean([rating.value for rating in rated if rating.value is not None])
        shrunk = round(shrunk_mean(exact, len(rated), prior_mean=PRIOR_MEAN, prior_weight=PRIOR_WEIGHT), 2)
        mean = exact if len(rated) >= MINIMUM else None
    return Reception(
        reviews=len(voices),
        positive=counts[Stance.POSITIVE],
        mixed=counts[Stance.MIXED],
        negative=counts[Stance.NEGATIVE],
        approval=approval,
        approval_interval=interval,
        rated=len(rated),
        mean=mean,
        note=_note(voices, judged, rated, printed),
        given=origins[RatingOrigin.GIVEN],
        converted=origins[RatingOrigin.CONVERTED],
        interpreted=origins[RatingOrigin.INTERPRETED],
        copies=printed,
        letter_means=letter_means(rated) if mean is not None else (),
        shrunk_mean=shrunk,
        prior_mean=PRIOR_MEAN if rated else None,
        prior_weight=PRIOR_WEIGHT if rated else None,
    )


def _voices(reviews: Sequence[Review], printed: Sequence[ReviewCopy]) -> list[_Voice]:
    """The reviews, each once; what the first print leaves open is taken from the others."""
    groups: dict[int, list[Review]] = {}
    of = {copy.review: copy.of for copy in printed}
    for index, review in enumerate(reviews):
        groups.setdefault(of.get(index, index), []).append(review)
    voices = []
    for group in groups.values():
        judging = next((review for review in group if review.stance is not None), group[0])
        readable = (review.rating for review in group if review.rating is not None and review.rating.value is not None)
        rating = next(readable, next((review.rating for review in group if review.rating is not None), None))
        voices.append(_Voice(stance=judging.stance, origin=judging.stance_origin, rating=rating))
    return voices


_COPIES = {
    CopyReason.SAME_CRITIC_AND_OUTLET: "by a critic of whom this outlet has another",
    CopyReason.SYNDICATED: "in the words of another",
}


def _note(voices: Sequence[_Voice], judged: int, rated: Sequence[Rating], printed: Sequence[ReviewCopy]) -> str:
    if not voices:
        return "no reviews"
    parts = []
    origins = Counter(voice.origin for voice in voices if voice.stance is not None)
    told = [
        f"{origins[origin]} {words}"
        for origin, words in (
            (RatingOrigin.GIVEN, "given"),
            (RatingOrigin.CONVERTED, "drawn from a rating"),
            (RatingOrigin.INTERPRETED, "read out of words"),
        )
        if origins[origin]
    ]
    if told:
        parts.append(f"stance of {judged} of {len(voices)}: {', '.join(told)}")
    for reason, words in _COPIES.items():
        number = sum(copy.reason is reason for copy in printed)
        if number:
            parts.append(f"{number} {words}, not counted again")
    if judged < len(voices):
        parts.append(f"{len(voices) - judged} without a stance")
    if judged < MINIMUM:
        parts.append(f"no share under {MINIMUM} opinions")
    unread = sum(voice.rating is not None and voice.rating.value is None for voice in voices)
    if unread:
        parts.append(f"{unread} rated on an unknown scale")
    if len(rated) < MINIMUM:
        parts.append(f"no mean under {MINIMUM} ratings ({len(rated)} here)")
    else:
        letters = ", letters by Metacritic's table" if any(rating.scale == "letters" for rating in rated) else ""
        parts.append(f"mean of {len(rated)} ratings in per cent of their scales{letters}")
    return "; ".join(parts)
