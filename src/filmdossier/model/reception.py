"""What the record says of the film's reception: reviews, aggregators' claims, the open aggregate."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from filmdossier.model.claim import AggregatorScore, Aspect, AspectMention, Stance, StancePassage
from filmdossier.model.stated import Stated
from filmdossier.model.text import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregatorClaim(Stated):
    """An aggregator's numbers as a document reports them, with our check of their arithmetic.

    ``comparison`` says, a sentence each, how they stand to the reviews in the record; empty for audiences.
    """

    score: AggregatorScore
    check: str
    comparison: tuple[str, ...] = ()


class RatingOrigin(StrEnum):
    """How a normalised rating was come by."""

    GIVEN = "given"  # a number on a stated scale
    CONVERTED = "converted"  # a letter or symbol turned into a number by a table
    INTERPRETED = "interpreted"  # read out of words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A critic's score. ``value`` in 0..1, None while the scale is unknown; ``raw`` as written."""

    raw: str
    scale: str  # "letters", "5", "10", "100", "percent", "thumbs", "unknown"
    value: Fraction | None
    origin: RatingOrigin

    def __post_init__(self) -> None:
        if self.value is not None and not 0 <= self.value <= 1:
            raise ValueError(f"a rating lies between 0 and 1, not {self.value} ({self.raw!r})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Stated):
    """One judgement of the film, reconciled."""

    critic: str | None
    outlet: str | None
    rating: Rating | None
    stance: Stance | None
    stance_probability: float | None
    stance_origin: RatingOrigin | None
    quotes: tuple[Evidence, ...]
    praised: tuple[AspectMention, ...]
    criticised: tuple[AspectMention, ...]
    published: str | None
    own: bool
    stance_passages: tuple[StancePassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWords:
    """A phrase in which the review at index ``review`` of the record praises or criticises a side of the film."""

    review: int
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectTally:
    """How many reviews praise and criticise a side of the film, and in which words."""

    aspect: Aspect
    praised_by: int
    criticised_by: int
    praised: tuple[SaidWords, ...]
    criticised: tuple[SaidWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPart:
    """A part of the sentence that sums the reviews up; without evidence where it only joins others."""

    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What ``reviews`` reviews praise and criticise, the sides most spoken of first; ``summary`` are the parts of one sentence."""

    reviews: int = 0
    aspects: tuple[AspectTally, ...] = ()
    summary: tuple[SaidPart, ...] = ()


class CopyReason(StrEnum):
    """Why a printed review counts with another one."""

    SAME_CRITIC_AND_OUTLET = "same critic and outlet"
    SYNDICATED = "same words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCopy:
    """The review at index ``review`` of a record counts with the one at ``of``."""

    review: int
    of: int
    reason: CopyReason


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMean:
    """The mean rating in per cent with letters read by one ``profile``."""

    profile: str  # "metacritic", "equal steps", "school"
    mean: float


@dataclass(frozen=True, slots=True)
class EstimatedShare:
    """Per cent of reviews that recommend the film, estimated, with the bounds of the 95 % interval and the deviations of its parts in points."""

    share: float
    low: float
    high: float
    reviews: int
    classification: float
    bias: float
    sampling: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Counts and aggregate over the reviews, each counted once. Per cent 0..100; None below the minimum of reviews.

    ``copies`` are not in ``reviews``. ``given``, ``converted`` and ``interpreted`` tell how the stances were come by.
    ``letter_means`` shows what the table of letters does to the mean; empty where no letter is in it or there is no mean.
    ``shrunk_mean`` is (m·C + Σx) / (m + n) with C = ``prior_mean`` and m = ``prior_weight`` over the n = ``rated``
    ratings, None without a rating. ``adjusted_mean`` is the mean with critics' leniency taken out of ``adjusted`` of
    the ratings; ``adjustment`` says so, or why nothing is adjusted. ``said`` counts what is praised and criticised. ``estimated`` is of the reviews
    whose verdict nobody states, and of no others; None under five of them.
    """

    reviews: int
    positive: int
    mixed: int
    negative: int
    approval: float | None
    approval_interval: tuple[float, float] | None
    rated: int
    mean: float | None
    note: str
    given: int = 0
    converted: int = 0
    interpreted: int = 0
    copies: tuple[ReviewCopy, ...] = ()
    letter_means: tuple[LetterMean, ...] = ()
    shrunk_mean: float | None = None
    prior_mean: float | None = None
    prior_weight: float | None = None
    adjusted_mean: float | None = None
    adjusted: int = 0
    adjustment: str = ""
    said: Said = Said()
    estimated: EstimatedShare | None = None

    def __post_init__(self) -> None:
        if self.positive + self.mixed + self.negative > self.reviews:
            raise ValueError("more stances than reviews")
