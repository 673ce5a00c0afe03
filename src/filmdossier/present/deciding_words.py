"""A decision in one line, for lists on pages and in the terminal."""

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
    SplitFilm,
    SplitNames,
    Undo,
)
from filmdossier.present.outline import value_words
from filmdossier.present.wording import predicate_label


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
