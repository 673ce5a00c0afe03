"""Decisions of editors: what a person says of a statement, kept apart from what documents say.

A decision names its film and its statement by their meaning (title, year, identifiers; predicate
and value), never by an offset: reading the documents again moves offsets and leaves meanings. It
keeps the passages that were in view when it was made, so that it can stand on them when a document
changes. Nothing is ever changed or removed: undoing is itself a decision.

Which of many decisions hold is told by :mod:`filmdossier.model.standing`.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache

from filmdossier.errors import DecisionError
from filmdossier.model.claim import IDENTITY_PREDICATES, Predicate, Value, value_type


class Verdict(StrEnum):
    """What a person decided."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    CHOOSE = "choose"
    DISMISS = "dismiss"
    MERGE_NAMES = "merge_names"
    SPLIT_NAMES = "split_names"
    MERGE_FILMS = "merge_films"
    SPLIT_FILM = "split_film"
    UNDO = "undo"


class NameKind(StrEnum):
    """Whose name it is: somebody who made the film or wrote of it, or somebody in the story."""

    PERSON = "person"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmReference:
    """Which film, told so that it is found again when its id has changed."""

    id: str
    title: str
    year: int | None = None
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPassage:
    """A passage as it stood when the decision was made; ``origin`` is the document's path in the library."""

    origin: str
    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or len(self.quote) != self.end - self.start or not self.quote.strip():
            raise DecisionError(
                f"{self.origin}: characters {self.start}-{self.end} are not {self.quote!r}; quote the passage exactly"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of a record by its meaning. ``forms`` are ids of other forms that were joined in it."""

    id: str
    predicate: Predicate
    value: Value
    forms: tuple[str, ...] = ()
    passages: tuple[KeptPassage, ...] = ()

    def __post_init__(self) -> None:
        _check_value(self.predicate, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """The statement is right."""

    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """The statement is wrong."""

    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """The statement is wrong and ``value`` is right; ``source`` is the passage that says so, () where the note does."""

    statement: Statement
    value: Value
    source: tuple[KeptPassage, ...] = ()

    def __post_init__(self) -> None:
        _check_value(self.statement.predicate, self.value)
        if self.value == self.statement.value:
            raise DecisionError(f"{self.statement.id}: the correction says what the statement says; confirm it instead")


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """The statement's passage says it, and nobody had found it."""

    statement: Statement

    def __post_init__(self) -> None:
        if not self.statement.passages:
            raise DecisionError(f"{self.statement.id}: name the passage that says it: document, start, end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Of the sides of a conflict this one is right, whatever further sides there may come to be."""

    conflict: str
    side: Statement
    words: str  # the side as the conflict shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismiss:
    """What was taken for a conflict is none: all its sides can be true."""

    conflict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeNames:
    """In this film ``name`` is ``into``, who keeps that name."""

    kind: NameKind
    name: str
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitNames:
    """In this film ``name`` and ``other`` are two, whatever their likeness."""

    kind: NameKind
    name: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeFilms:
    """The film is ``into``, which keeps its id and title."""

    into: FilmReference


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitFilm:
    """What ``documents`` (by their paths in the library) say of the film is about another one."""

    documents: tuple[str, ...]
    title: str
    year: int | None = None

    def __post_init__(self) -> None:
        if not self.documents or not self.title.strip():
            raise DecisionError("to split a film, name the documents that are about the other one, and its title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The decision with this id does not hold."""

    decision: str


Act = Confirm | Reject | Correct | Add | Choose | Dismiss | MergeNames | SplitNames | MergeFilms | SplitFilm | Undo

ACTS: dict[Verdict, type[Act]] = {
    Verdict.CONFIRM: Confirm,
    Verdict.CORRECT: Correct,
    Verdict.REJECT: Reject,
    Verdict.ADD: Add,
    Verdict.CHOOSE: Choose,
    Verdict.DISMISS: Dismiss,
    Verdict.MERGE_NAMES: MergeNames,
    Verdict.SPLIT_NAMES: SplitNames,
    Verdict.MERGE_FILMS: MergeFilms,
    Verdict.SPLIT_FILM: SplitFilm,
    Verdict.UNDO: Undo,
}
_VERDICTS = {act: verdict for verdict, act in ACTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person on a film. Made by :meth:`make`; the id is a hash of the content.

    ``decided_at`` is an ISO 8601 time with its offset from UTC, given by the caller; ``why`` is the
    person's note, '' where there is none.
    """

    id: str
    film: FilmReference
    act: Act
    decided_by: str
    decided_at: str
    why: str = ""

    @classmethod
    def make(cls, *, film: FilmReference, act: Act, decided_by: str, decided_at: str, why: str = "") -> "Decision":
        """The decision, with its id."""
        content = repr((film, act, decided_by, decided_at, why))
        return cls(
            id=hashlib.sha256(content.encode()).hexdigest()[:20],
            film=film,
            act=act,
            decided_by=decided_by,
            decided_at=decided_at,
            why=why,
        )

    def __post_init__(self) -> None:
        if not self.decided_by.strip():
            raise DecisionError("a decision is somebody's: say whose")
        moment_of(self.decided_at)
        if isinstance(self.act, Correct) and not (self.act.source or self.why.strip()):
            raise DecisionError(f"{self.act.statement.id}: a correction needs a source or a note that says how it is known")

    @property
    def verdict(self) -> Verdict:
        """What was decided."""
        return _VERDICTS[type(self.act)]

    @property
    def moment(self) -> datetime:
        """When it was decided."""
        return moment_of(self.decided_at)

    @property
    def order(self) -> tuple[datetime, str]:
        """Sorts decisions from the first to the last; ids settle what was decided in the same microsecond."""
        return (self.moment, self.id)

    @property
    def changes_films(self) -> bool:
        """Whether it may change which films there are, what they are called, or which documents are about them."""
        match self.act:
            case MergeFilms() | SplitFilm() | Undo():
                return True
            case Confirm(statement=statement) | Correct(statement=statement) | Choose(side=statement):
                return statement.predicate in IDENTITY_PREDICATES
            case _:
                return False

    @property
    def about(self) -> str:
        """What is decided on, in one line: an id, or names."""
        match self.act:
            case MergeNames(name=name, into=other):
                return f"{name} = {other}"
            case SplitNames(name=name, other=other):
                return f"{name} ≠ {other}"
            case MergeFilms(into=into):
                return f"{self.film.id} = {into.id}"
            case SplitFilm(documents=documents, title=title, year=year):
                return f"{', '.join(documents)}: {title}{f' ({year})' if year else ''}"
            case _:
                return self.target[1]

    @property
    def target(self) -> tuple[str, ...]:
        """What is decided on: of the decisions of a film with one target the last one holds."""
        match self.act:
            case (
                Confirm(statement=statement) | Reject(statement=statement) | Correct(statement=statement) | Add(statement=statement)
            ):
                return ("statement", statement.id)
            case Choose(conflict=conflict) | Dismiss(conflict=conflict):
                return ("conflict", conflict)
            case MergeNames(kind=kind, name=name, into=other) | SplitNames(kind=kind, name=name, other=other):
                return ("names", kind.value, *sorted((name.casefold(), other.casefold())))
            case MergeFilms(into=into):
                return ("film", into.id)
            case SplitFilm(documents=documents):
                return ("documents", *sorted(documents))
            case Undo(decision=decision):
                return ("decision", decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a record says of a decision that holds. ``about`` is the id of the statement or conflict, or names what it is on.

    ``was`` is the value that was corrected, None where nothing was. ``unfound`` is true where nothing
    that was read makes the statement any more; ``missing`` where no document even holds the passages
    that were in view, so that the statement stands on those kept.
    """

    decision: str
    verdict: Verdict
    about: str
    decided_by: str
    decided_at: str
    why: str
    was: Value | None = None
    unfound: bool = False
    missing: bool = False


@lru_cache(maxsize=65_536)  # decisions are put in order wherever a record is made
def moment_of(decided_at: str) -> datetime:
    """The time that a decision names; DecisionError for what is none, or has no offset from UTC."""
    try:
        moment = datetime.fromisoformat(decided_at)
    except ValueError:
        raise DecisionError(f"{decided_at!r} is no time; write it as 2026-11-21T10:00:00Z") from None
    if moment.tzinfo is None:
        raise DecisionError(f"{decided_at!r} does not say in which time zone; write it as 2026-11-21T10:00:00Z")
    return moment.astimezone(UTC)


def _check_value(predicate: Predicate, value: Value) -> None:
    wanted = value_type(predicate)
    if not isinstance(value, wanted) or value == "":
        raise DecisionError(f"{predicate.value} takes a non-empty {wanted.__name__}, not {value!r}")
