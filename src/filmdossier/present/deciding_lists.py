"""What the commands on decisions print: the history, the queue, what became of an imported file.

Names and values are shown as they are, never as markup or control codes.
"""

from collections.abc import Iterable

from rich.text import Text

from filmdossier.errors import SettingsError
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.present.deciding_words import decision_words
from filmdossier.present.listing import headed_table, plain_console, shown
from filmdossier.present.outline import CREDITS, IDENTITY, LINKS, MUSIC, RELEASE, value_words
from filmdossier.present.wording import conflict_subject, count, predicate_label
from filmdossier.run.deciding import HistoryEntry
from filmdossier.run.decision_file import Imported
from filmdossier.run.queueing import QueueItem
from filmdossier.run.statements import statements_of

_MORE = 20
_ASIDE = ("suggestions", "set_aside")
# What stands in each part of the record as `show --part` names them: keys of the record, or predicates of facts.
_PARTS: dict[str, tuple[str | Predicate, ...]] = {
    "identity": ("film", *IDENTITY),
    "credits": CREDITS,
    "cast": ("cast",),
    "story": ("characters", "relations", "events", "dialogue"),
    "music": MUSIC,
    "links": ("connections", *LINKS),
    "release": RELEASE,
    "reception": ("aggregators", "reviews"),
    "conflicts": ("conflicts",),
    "suggestions": _ASIDE,
}


def show_history(entries: Iterable[HistoryEntry]) -> None:
    """Prints a line for each decision; what does not hold says so."""
    table = headed_table("Id", "When", "Who", "Decision", "Why", "")
    for entry in entries:
        made = entry.decision
        state = "" if entry.holds else f"undone by {entry.undone_by[:8]}"
        cells = (made.id[:8], f"{made.moment:%Y-%m-%d %H:%M}", made.decided_by, decision_words(made), made.why, state)
        table.add_row(*(Text(shown(cell)) for cell in cells), style="" if entry.holds else "dim")
    if table.row_count:
        plain_console().print(table)
    else:
        plain_console().print("nothing has been decided yet")


def show_ids(record: FilmRecord, claims: Iterable[Claim], part: str | None = None) -> None:
    """Prints every statement and conflict of the record, or of one of its parts, with its id."""
    if part is not None and part not in _PARTS:
        raise SettingsError(f"no part {part!r} has ids; those that have are {', '.join(_PARTS)}")
    table = headed_table("Id", "Statement", "")
    wanted = _PARTS.get(part) if part else None
    for statement in statements_of(record, claims):
        if wanted is None or statement.part in wanted or (statement.part == "facts" and statement.predicate in wanted):
            words = f"{predicate_label(statement.predicate)}: {value_words(statement.predicate, statement.value)}"
            state = statement.part.replace("_", " ") if statement.part in _ASIDE else (statement.status or "")
            table.add_row(*(Text(shown(cell)) for cell in (statement.id, words, str(state))))
    for conflict in record.conflicts if wanted is None or "conflicts" in wanted else ():
        table.add_row(Text(shown(conflict.id)), Text(shown(conflict_subject(conflict.about))), Text("conflict"))
        for side in conflict.values:
            table.add_row(Text(shown(side.id)), Text(shown(f"≠ {side.value}")), Text("side"))
    plain_console().print(table)


def show_queue(items: Iterable[QueueItem]) -> None:
    """Prints what is worth a look, the most urgent first."""
    table = headed_table("Film", "Id", "What", "Why")
    for item in items:
        if item.predicate is None or item.value is None:
            what = conflict_subject(item.about)
        else:
            what = f"{predicate_label(item.predicate)}: {value_words(item.predicate, item.value)}"
        table.add_row(*(Text(shown(cell)) for cell in (item.film, item.id, what, item.reason)))
    if table.row_count:
        plain_console().print(table)
    else:
        plain_console().print("nothing waits to be looked at")


def show_imported(imported: Imported) -> None:
    """Prints what became of a file of decisions."""
    console = plain_console()
    parts = [count(len(imported.new), "decision") + " taken in"]
    if imported.known:
        parts.append(f"{imported.known} there already")
    if imported.refused:
        parts.append(f"{len(imported.refused)} refused")
    console.print(", ".join(parts))
    for number, reason in imported.refused:
        console.print(Text(shown(f"line {number}: {reason}")))
    for decision, reason in imported.unplaced[:_MORE]:
        console.print(Text(shown(f"{decision[:8]}: {reason}")))
    if len(imported.unplaced) > _MORE:
        console.print(f"and {len(imported.unplaced) - _MORE} more that find nothing to hold on to")
