"""The film record: what follows from the claims about one film.

The shape is the contract of the record JSON; ``present.export`` turns it into that. Every statement
has an ``id`` that names it by its meaning, the ids of the ``claims`` it follows from, and the
``decision`` of an editor that made it what it is (None where nobody decided).
"""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.claim import Claim, Predicate, Relation
from filmdossier.model.decision import Ruling
from filmdossier.model.reception import AggregatorClaim, Reception, Review
from filmdossier.model.stated import Stated
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
class Fact(Stated):
    """One reconciled value. ``also`` are other forms of the same value found in the documents."""

    predicate: Predicate
    value: str
    status: Status
    confidence: float
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CastEntry(Stated):
    """A performer and the character played (None where no document says)."""

    actor: str
    character: str | None
    note: str
    status: Status
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Stated):
    """A person of the story."""

    name: str
    aliases: tuple[str, ...]
    played_by: str | None
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterRelation(Stated):
    """How two characters stand to each other."""

    a: str
    relation: str
    b: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Stated):
    """Something that happens in the story, in story order."""

    order: int
    verb: str
    agent: str | None
    patient: str | None
    place: str | None
    instrument: str | None
    deleted_scene: bool
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueLine(Stated):
    """A line spoken in the film."""

    speaker: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmConnection(Stated):
    """A link to another film."""

    relation: Relation
    film: str
    year: int | None
    status: Status
    confidence: float


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
