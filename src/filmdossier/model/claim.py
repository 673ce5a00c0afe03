"""Claims: what one document asserts about one film, with the span that says so."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.errors import EvidenceError
from filmdossier.model.text import Evidence


class Predicate(StrEnum):
    """The property asserted. Up to ``SERIES`` they are the record's ``facts``."""

    DIRECTOR = "director"
    WRITER = "writer"
    STORY_BY = "story_by"
    BASED_ON = "based_on"
    PRODUCER = "producer"
    EXECUTIVE_PRODUCER = "executive_producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"
    PRODUCTION_COMPANY = "production_company"
    DISTRIBUTOR = "distributor"
    COUNTRY = "country"
    LANGUAGE = "language"
    GENRE = "genre"
    RUNTIME_MINUTES = "runtime_minutes"
    RELEASE_DATE = "release_date"
    PREMIERE = "premiere"
    BUDGET = "budget"
    BOX_OFFICE = "box_office"
    FILMING_PLACE = "filming_place"
    SETTING = "setting"
    SOUNDTRACK_ARTIST = "soundtrack_artist"
    SONG = "song"
    AWARD = "award"
    INFLUENCED_BY = "influenced_by"
    SERIES = "series"
    TITLE = "title"
    YEAR = "year"
    CAST = "cast"
    CHARACTER = "character"
    CONNECTION = "connection"
    AGGREGATOR = "aggregator"
    REVIEW = "review"
    EVENT = "event"
    RELATION = "relation"
    DIALOGUE = "dialogue"
    UNTOLD = "untold"  # why no event is taken from a sentence of the story
    DETAIL = "detail"  # a named detail of the story, for finding disagreements ("what the woman owns")


IDENTITY_PREDICATES = frozenset({Predicate.TITLE, Predicate.YEAR})
FACT_PREDICATES = tuple(list(Predicate)[: list(Predicate).index(Predicate.SERIES) + 1])


class Relation(StrEnum):
    """How the film is linked to another."""

    SEQUEL_TO = "sequel_to"
    PREQUEL_TO = "prequel_to"
    FOLLOWED_BY = "followed_by"
    REMAKE_OF = "remake_of"
    REMADE_AS = "remade_as"
    SPIN_OFF_OF = "spin_off_of"
    BASED_ON_FILM = "based_on_film"
    PART_OF_SERIES = "part_of_series"
    INFLUENCED_BY_FILM = "influenced_by_film"
    INFLUENCED_FILM = "influenced_film"


class Stance(StrEnum):
    """For or against the film."""

    POSITIVE = "positive"
    MIXED = "mixed"
    NEGATIVE = "negative"


class Polarity(StrEnum):
    """Whether the document asserts the statement, or says something weaker or opposite."""

    ASSERTED = "asserted"
    DENIED = "denied"  # "was not directed by"
    RUMOURED = "rumoured"  # "is said to", "reportedly"
    PLANNED = "planned"  # "was to have been", "originally cast"


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """A performer of the film; ``character`` None where the document does not say.

    ``note`` holds what stands beside the role: "voice", "cameo", "uncredited".
    """

    actor: str
    character: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterName:
    """A person of the story with other names the document uses."""

    name: str
    aliases: tuple[str, ...] = ()
    played_by: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A link to another film; ``year`` of that film where the document gives it."""

    relation: Relation
    film: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregatorScore:
    """What an aggregator (or a poll of the audience) is said to show. Per cent, counts, points."""

    name: str
    approval: float | None = None
    reviews: int | None = None
    average: float | None = None
    average_max: float | None = None
    score: float | None = None
    grade: str | None = None
    consensus: str | None = None
    as_of: str | None = None
    audience: bool = False


class Aspect(StrEnum):
    """A side of a film that reviews judge. ``FILM`` is the whole of it, which is no aspect of its own in a record."""

    STORY = "story"
    CHARACTERS = "characters"
    ACTING = "acting"
    DIRECTION = "direction"
    SCRIPT = "script"
    ACTION = "action"
    IMAGES = "style and images"
    MUSIC = "music"
    PACE = "pace"
    HUMOUR = "humour"
    EDITING = "editing"
    THEMES = "themes"
    ORIGINALITY = "originality"
    CREDIBILITY = "credibility"
    FILM = "film"


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectMention:
    """Something praised or criticised, in the document's words; ``kind`` is the side of the film it belongs to, None for none of them."""

    aspect: str
    evidence: tuple[Evidence, ...]
    kind: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StancePassage:
    """Words that carry a stance, read by themselves: a quotation, a verb of praise, a stated verdict."""

    evidence: Evidence
    stance: Stance
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticReview:
    """One judgement of the film: a critic's, a publication's, or the document's own.

    ``rating`` is the text as written; reading it is the reception stage's work. ``stance`` is the
    extractor's first reading of the words alone, with its probability; None where there are no words.
    ``stance_given`` is true where the source itself states it (a column "fresh", "rotten"), so that nobody need
    read the words. ``rating_scale`` is the maximum of a bare number, known from elsewhere: the critic's other
    ratings, or the table's; None where nobody says. ``own`` is true where the document itself is the review.
    ``stance_passages`` are the words that the stance was read out of, in text order; each quotation is among them.
    """

    critic: str | None = None
    outlet: str | None = None
    rating: str | None = None
    quotes: tuple[Evidence, ...] = ()
    stance: Stance | None = None
    stance_probability: float | None = None
    praised: tuple[AspectMention, ...] = ()
    criticised: tuple[AspectMention, ...] = ()
    published: str | None = None
    own: bool = False
    stance_given: bool = False
    rating_scale: str | None = None
    stance_passages: tuple[StancePassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """Something that happens in the story; None where the document does not say.

    ``verb`` is the lemma with what belongs to it ("kill", "break into", "fall in love with", "try to
    escape"). ``position`` is the offset of the verb in the document: stories are mostly told in order.
    """

    verb: str
    agent: str | None = None
    patient: str | None = None
    place: str | None = None
    instrument: str | None = None
    deleted_scene: bool = False
    position: int = 0

    def __post_init__(self) -> None:
        if not self.verb:
            raise EvidenceError(f"an event needs a verb: {self!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRelation:
    """How two persons of the story stand to each other: ``a`` is the ``relation`` of ``b``."""

    a: str
    relation: str
    b: str

    def __post_init__(self) -> None:
        if not (self.a and self.relation and self.b):
            raise EvidenceError(f"a relation holds between two: {self!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """Words spoken in the film; ``speaker`` None where the document does not say who speaks."""

    words: Evidence
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A value for a named detail of the story, so that two documents can be compared."""

    about: str
    value: str


Value = (
    str
    | CastMember
    | CharacterName
    | Connection
    | AggregatorScore
    | CriticReview
    | StoryEvent
    | StoryRelation
    | SpokenLine
    | Detail
)

_VALUE_TYPES: dict[Predicate, type] = {
    Predicate.CAST: CastMember,
    Predicate.CHARACTER: CharacterName,
    Predicate.CONNECTION: Connection,
    Predicate.AGGREGATOR: AggregatorScore,
    Predicate.REVIEW: CriticReview,
    Predicate.EVENT: StoryEvent,
    Predicate.RELATION: StoryRelation,
    Predicate.DIALOGUE: SpokenLine,
    Predicate.DETAIL: Detail,
}


def value_type(predicate: Predicate) -> type:
    """The class of the values that a predicate takes."""
    return _VALUE_TYPES.get(predicate, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document asserts about one film. Made by :meth:`make`; the id is a hash of the content.

    ``subject`` is the id of a :class:`~filmdossier.model.annotations.Topic`.
    """

    id: str
    subject: str
    predicate: Predicate
    value: Value
    polarity: Polarity
    evidence: tuple[Evidence, ...]
    extractor: str
    confidence: float

    @classmethod
    def make(
        cls,
        *,
        subject: str,
        predicate: Predicate,
        value: Value,
        evidence: tuple[Evidence, ...],
        extractor: str,
        confidence: float,
        polarity: Polarity = Polarity.ASSERTED,
    ) -> "Claim":
        """The claim, with its id."""
        content = repr((subject, predicate, value, polarity, evidence, extractor))
        return cls(
            id=hashlib.sha256(content.encode()).hexdigest()[:20],
            subject=subject,
            predicate=predicate,
            value=value,
            polarity=polarity,
            evidence=evidence,
            extractor=extractor,
            confidence=confidence,
        )

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"a claim needs evidence: {self.predicate} {self.value!r}")
        if len({evidence.document for evidence in self.evidence}) != 1:
            raise EvidenceError(f"a claim cites one document: {self.predicate} {self.value!r}")
        wanted = value_type(self.predicate)
        if not isinstance(self.value, wanted) or self.value == "":
            raise EvidenceError(f"{self.predicate} takes a non-empty {wanted.__name__}, not {self.value!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise EvidenceError(f"a confidence lies between 0 and 1, not {self.confidence}")
