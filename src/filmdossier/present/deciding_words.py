"""A decision in one line, for lists and beside the statement that it made what it is."""

from typing import Protocol

from filmdossier.model.claim import Predicate
from filmdossier.model.decision import (
    Add,
    Choose,
    Confirm,
    Correct,
    Decision,
    Dismiss,
    MergeFilms,
    MergeNames,
    Reject,
    Ruling,
    SplitFilm,
    SplitNames,
    Undo,
    Verdict,
)
from filmdossier.present.outline import value_words
from filmdossier.present.wording import fact_value, predicate_label


def decision_words(decision: Decision) -> str:
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
            return f"Undone: the decision {decision.about[:8]}"


def ruling_words(ruling: Ruling, predicate: Predicate) -> str:
    """Who made a statement what it is, what it was before, why, and whether documents still say it."""
    words = f"{_DONE.get(ruling.verdict, 'decided')} by {ruling.decided_by}"
    if ruling.was is not None:
        was = ruling.was if isinstance(ruling.was, str) else value_words(predicate, ruling.was)
        words += f", was {fact_value(predicate, was)}"
    if ruling.why:
        words += f": {ruling.why}"
    if ruling.missing:
        words += "; no document holds the passage any more"
    elif ruling.unfound:
        words += "; it is no longer found in what is read"
    return words


_DONE = {
    Verdict.CONFIRM: "confirmed",
    Verdict.CORRECT: "corrected",
    Verdict.ADD: "added",
    Verdict.CHOOSE: "chosen",
}


class _Decided(Protocol):
    """A statement of a record, as far as decisions go."""

    @property
    def decision(self) -> Ruling | None: ...


def decided_words(statement: _Decided, predicate: Predicate) -> str:
    """:func:`ruling_words` of the decision on a statement; empty where there is none."""
    return ruling_words(statement.decision, predicate) if statement.decision else ""
