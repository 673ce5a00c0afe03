"""The film record: what follows from the claims about one film.

The shape is the contract of the record JSON; ``present.export`` turns it into that. Every statement
has an ``id`` that names it by its meaning, the ids of the ``claims`` it follows from, and the
``decision`` of an editor that made it what it is (None where nobody decided).
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from filmdossier.model.claim import AggregatorScore, Aspect, AspectMention, Claim, Predicate, Relation, Stance, StancePassage
from filmdossier.model.decision import Ruling
from filmdossier.model.text import Block, Evidence

# The kind of the document that holds editors' notes and the passages that decisions kept: what a statement
# rests on where no document of the library says it.
DECISIONS_KIND = "decisions"


class Status(StrEnum):
    """How sure a statement is, and why."""

    STATED = "stated"  # by one document
    CORROBORATED = "corroborated"  # by several independent ones
    DISPUTED = "disputed"
    INFERRED = "inferred"
    CONFIRMED = "confirmed"  # by an editor
    CORRECTED = "corrected"  # by an editor


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmIdentity:
    """Which film: ``id`` is a slug of title and year. ``evidence`` are the spans that name title and year."""

    id: str
    title: str
    year: int | None
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """One document behind the record. ``text`` is the whole text the offsets refer to.

    ``blocks`` is the layout of the text, for showing it; empty where the layout is not kept.
    """

    id: str
    path: str
    kind: str
    title: str | None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One reconciled value. ``also`` are other forms of the same value found in the documents."""

    predicate: Predicate
    value: str
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...] = ()
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CastEntry:
    """A performer and the character played (None where no document says)."""

    actor: str
    character: str | None
    note: str
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A person of the story."""

    name: str
    aliases: tuple[str, ...]
    played_by: str | None
    description: str
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterRelation:
    """How two characters stand to each other."""

    a: str
    relation: str
    b: str
    confidence: float
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens in the story, in story order."""

    order: int
    verb: str
    agent: str | None
    patient: str | None
    place: str | None
    instrument: str | None
    deleted_scene: bool
    confidence: float
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueLine:
    """A line spoken in the film."""

    speaker: str | None
    words: str
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmConnection:
    """A link to another film."""

    relation: Relation
    film: str
    year: int | None
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregatorClaim:
    """An aggregator's numbers as a document reports them, with our check of their arithmetic.

    ``comparison`` says, a sentence each, how they stand to the reviews in the record; empty for audiences.
    """

    score: AggregatorScore
    check: str
    evidence: tuple[Evidence, ...]
    comparison: tuple[str, ...] = ()
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


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
class Review:
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
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Counts and aggregate over the reviews, each counted once. Per cent 0..100; None below the minimum of reviews.

    ``copies`` are not in ``reviews``. ``given``, ``converted`` and ``interpreted`` tell how the stances were come by.
    ``letter_means`` shows what the table of letters does to the mean; empty where no letter is in it or there is no mean.
    ``shrunk_mean`` is (m·C + Σx) / (m + n) with C = ``prior_mean`` and m = ``prior_weight`` over the n = ``rated``
    ratings, None without a rating. ``adjusted_mean`` is the mean with critics' leniency taken out of ``adjusted`` of
    the ratings; ``adjustment`` says so, or why nothing is adjusted. ``said`` counts what is praised and criticised.
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

    def __post_init__(self) -> None:
        if self.positive + self.mixed + self.negative > self.reviews:
            raise ValueError("more stances than reviews")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One side of a conflict."""

    value: str
    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements that cannot all be true. ``weight`` orders them, the substantial ones highest."""

    about: str
    values: tuple[ConflictValue, ...]
    weight: float
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A claim that did not become part of the record, and why."""

    claim: Claim
    reason: str
    id: str = ""
    decision: Ruling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmRecord:
    """Everything reconciled about one film.

    Every claim about the film supports or disputes something here, or stands in ``suggestions``
    (below the threshold of its predicate) or ``set_aside`` (with the reason). ``decisions`` are the
    editors' decisions on the film that hold, first to last.
    """

    film: FilmIdentity
    documents: tuple[DocumentSummary, ...]
    facts: tuple[Fact, ...]
    cast: tuple[CastEntry, ...]
    characters: tuple[Character, ...]
    relations: tuple[CharacterRelation, ...]
    events: tuple[Event, ...]
    dialogue: tuple[DialogueLine, ...]
    connections: tuple[FilmConnection, ...]
    aggregators: tuple[AggregatorClaim, ...]
    reviews: tuple[Review, ...]
    reception: Reception
    conflicts: tuple[Conflict, ...]
    suggestions: tuple[Fact, ...]
    set_aside: tuple[SetAside, ...]
    decisions: tuple[Ruling, ...] = ()
