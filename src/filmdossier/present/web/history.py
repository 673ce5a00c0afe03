"""Decisions as a page lists them: what was decided, by whom, when and why, and whether it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from filmdossier.model.decision import (
    Add,
    Choose,
    Confirm,
    Correct,
    Dismiss,
    MergeFilms,
    MergeNames,
    Reject,
    SplitFilm,
    SplitNames,
    Undo,
)
from filmdossier.model.decision import Decision as DecisionMade
from filmdossier.present.outline import value_words
from filmdossier.present.wording import predicate_label
from filmdossier.run.deciding import HistoryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A decision in words. ``new`` marks the one just taken; one that does not ``hold`` was undone."""

    id: str
    words: str
    by: str
    at: str
    moment: str
    why: str
    holds: bool
    new: bool


def decisions_made(entries: Iterable[HistoryEntry], *, about: str = "", new: str = "") -> tuple[Made, ...]:
    """The decisions in the order given; those on one statement only where ``about`` names it."""
    return tuple(
        Made(
            id=entry.decision.id,
            words=decision_words(entry.decision),
            by=entry.decision.decided_by,
            at=entry.decision.decided_at,
            moment=_moment(entry.decision.moment),
            why=entry.decision.why,
            holds=entry.holds,
            new=entry.decision.id == new,
        )
        for entry in entries
        if not about or entry.decision.about == about
    )


def decision_words(decision: DecisionMade) -> str:
    """What was decided, in one line."""
    match decision.act:
        case Confirm(statement=statement):
            return f"Confirmed: {predicate_label(statement.predicate)}: {value_words(statement.predicate, statement.value)}"
        case Reject(statement=statement):
            return f"Rejected: {predicate_label(statement.predicate)}: {value_words(statement.predicate, statement.value)}"
        case Correct(statement=statement, value=value):
            was, now = value_words(statement.predicate, statement.value), value_words(statement.predicate, value)
            return f"Corrected: {predicate_label(statement.predicate)}: {was} → {now}"
        case Add(statement=statement):
            return f"Added: {predicate_label(statement.predicate)}: {value_words(statement.predicate, statement.value)}"
        case Choose(words=words):
            return f"Chosen of a conflict: {words}"
        case Dismiss():
            return f"No conflict: {decision.about.removeprefix('conflict:')}"
        case MergeNames(name=name, into=into):
            return f"One name: {name} is {into}"
        case SplitNames(name=name, other=other):
            return f"Two names: {name} is not {other}"
        case MergeFilms(into=into):
            return f"One film: this is {into.title}{f' ({into.year})' if into.year else ''}"
        case SplitFilm(title=title, year=year):
            return f"Another film: some documents are about {title}{f' ({year})' if year else ''}"
        case Undo():
            return "Undone: an earlier decision"


def _moment(at: datetime) -> str:
    return f"{at.day} {at:%B %Y, %H:%M} UTC"
