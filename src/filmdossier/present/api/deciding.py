"""Decisions: what can be decided over HTTP, one type for each verdict, and how it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from filmdossier.errors import DecisionError
from filmdossier.model.decision import Decision, NameKind
from filmdossier.run import deciding
from filmdossier.run.on_film import PassageGiven
from filmdossier.store import Store

_Id = Annotated[str, Field(min_length=1, max_length=500)]
_Name = Annotated[str, Field(min_length=1, max_length=300)]
_Value = Annotated[str, Field(max_length=4000)] | dict[str, Any]
_Place = Annotated[int, Field(ge=0, le=1_000_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A passage: characters ``start`` to ``end`` of the document with this id or path."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    document: _Id
    start: _Place
    end: _Place

    def given(self) -> PassageGiven:
        """The passage as decisions take it."""
        return PassageGiven(document=self.document, start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What every decision has: the film's id, whose it is (empty for the server's editor), and a note."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    film: _Id
    by: Annotated[str, Field(max_length=200)] = ""
    why: Annotated[str, Field(max_length=4000)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Given):
    """The statement with this id is right."""

    verdict: Literal["confirm"]
    statement: _Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(Given):
    """The statement with this id is wrong."""

    verdict: Literal["reject"]
    statement: _Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Given):
    """The statement is wrong and ``value`` is right: a text, or the fields that change. Needs a ``source`` or a note."""

    verdict: Literal["correct"]
    statement: _Id
    value: _Value
    source: Cited | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Given):
    """A statement that the passage makes and nobody had found; an empty value takes the passage's own words."""

    verdict: Literal["add"]
    predicate: _Name
    value: _Value
    passage: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Given):
    """Of the conflict's sides, the one with this id or value is right."""

    verdict: Literal["choose"]
    conflict: _Id
    side: Annotated[str, Field(min_length=1, max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismiss(Given):
    """There is no conflict: all its sides can be true."""

    verdict: Literal["dismiss"]
    conflict: _Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeNames(Given):
    """In this film ``name`` is ``into``."""

    verdict: Literal["merge_names"]
    kind: NameKind
    name: _Name
    into: _Name


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitNames(Given):
    """In this film ``name`` and ``other`` are two, however alike the names are."""

    verdict: Literal["split_names"]
    kind: NameKind
    name: _Name
    other: _Name


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeFilms(Given):
    """The film is ``into``, which keeps its id and title."""

    verdict: Literal["merge_films"]
    into: _Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitFilm(Given):
    """What these documents (by id or path) say of the film is about another one."""

    verdict: Literal["split_film"]
    documents: Annotated[tuple[_Id, ...], Field(min_length=1, max_length=1000)]
    title: _Name
    year: Annotated[int, Field(ge=1870, le=2200)] | None = None


ToDecide = Confirm | Reject | Correct | Add | Choose | Dismiss | MergeNames | SplitNames | MergeFilms | SplitFilm


def decide(store: Store, given: ToDecide, by: str) -> Decision:
    """The decision, made and kept, as ``by``'s; UnknownFilm, UnknownStatement or DecisionError where it cannot be made."""
    return _deciding(store, given)(by=by, why=given.why)


def _deciding(store: Store, given: ToDecide) -> Callable[..., Decision]:
    film = given.film

    def on(made: Callable[..., Decision], *said: object, **named: object) -> Callable[..., Decision]:
        return lambda **signed: made(store, film, *said, **named, **signed)

    match given:
        case Confirm():
            return on(deciding.confirm, given.statement)
        case Reject():
            if given.statement.startswith("conflict:"):
                raise DecisionError(f"{given.statement} is a conflict: choose a side, or dismiss it")
            return on(deciding.reject, given.statement)
        case Correct():
            return on(deciding.correct, given.statement, given.value, source=given.source.given() if given.source else None)
        case Add():
            return on(deciding.add, given.predicate, given.value, given.passage.given())
        case Choose():
            return on(deciding.choose, given.conflict, given.side)
        case Dismiss():
            conflict = given.conflict if given.conflict.startswith("conflict:") else f"conflict:{given.conflict}"
            return on(deciding.reject, conflict)
        case MergeNames():
            return on(deciding.merge_names, given.kind, given.name, given.into)
        case SplitNames():
            return on(deciding.split_names, given.kind, given.name, given.other)
        case MergeFilms():
            return on(deciding.merge_films, given.into)
        case SplitFilm():
            return on(deciding.split_film, given.documents, given.title, given.year)
