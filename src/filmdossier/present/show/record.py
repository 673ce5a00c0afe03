"""Film record → terminal: all parts with their sources, or one part with the passages behind it.

A record and a console enter; sections are printed, readable at 80 columns and without colour. In
the whole record a statement carries the labels of its passages ("A12": document A, twelfth
passage); a single part also prints the passages themselves. What no document says is said.
"""

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.text import Text

from filmdossier.errors import SettingsError
from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.present import outline
from filmdossier.present.citing import Sources
from filmdossier.present.deciding_words import decided_words
from filmdossier.present.show.reception import reception
from filmdossier.present.show.sheet import Sheet, statement
from filmdossier.present.show.story import story
from filmdossier.present.wording import KINDS, RELATIONS, conflict_subject, count, fact_value, listed, percent, predicate_label


def render(record: FilmRecord, console: Console, part: str | None = None) -> None:
    """Prints the record, or one of :data:`PARTS`; :class:`SettingsError` for a part there is none of."""
    if part is not None and part not in PARTS:
        raise SettingsError(f"a record has no part {part!r}; its parts are {', '.join(PARTS)}")
    sheet = Sheet(console=console, sources=Sources.of(record), quoting=part is not None)
    _title(record, sheet)
    for name, write in PARTS.items():
        if name == part or (part is None and name != "suggestions"):
            write(record, sheet)
    if part is None:
        _left_out(record, sheet)
        sheet.gap()
        sheet.note("--part NAME shows one part with the passages it rests on: " + ", ".join(PARTS))
    sheet.flush()


def _title(record: FilmRecord, sheet: Sheet) -> None:
    film = record.film
    year = f" ({film.year})" if film.year is not None else " (year not told)"
    sheet.title(film.title + year)
    if film.aliases:
        sheet.note(f"also {', '.join(film.aliases)}")
    if film.identifiers:
        sheet.note(", ".join(film.identifiers))
    if sheet.quoting:
        return
    sheet.note(
        f"{count(len(record.documents), 'document')}, {count(outline.statements(record), 'statement')}, "
        f"{count(len(record.conflicts), 'conflict')}"
    )


def _facts(heading: str, predicates: Sequence[Predicate]) -> Callable[[FilmRecord, Sheet], None]:
    def write(record: FilmRecord, sheet: Sheet) -> None:
        _fact_lines(heading, predicates, record, sheet)

    return write


def _fact_lines(heading: str, predicates: Sequence[Predicate], record: FilmRecord, sheet: Sheet) -> None:
    groups = outline.groups(record.facts, predicates)
    if not _begin(sheet, heading, sum(len(group.facts) for group in groups)):
        return
    for group in groups:
        for index, fact in enumerate(group.facts):
            also = f"(also {', '.join(fact.also)})" if fact.also else ""
            label = "" if index else group.label
            value, decided = fact_value(fact.predicate, fact.value), decided_words(fact, fact.predicate)
            sheet.fact(label, value, fact.status, fact.evidence, also, decided)


def _begin(sheet: Sheet, heading: str, amount: int) -> bool:
    """Whether the part has anything; an empty one is passed over in the whole record and owned up to alone."""
    if amount:
        sheet.heading(heading, amount)
    elif sheet.quoting:
        sheet.heading(heading)
        sheet.note("The documents say nothing of this.")
    return amount > 0


def _cast(record: FilmRecord, sheet: Sheet) -> None:
    if not _begin(sheet, "Cast", len(record.cast)):
        return
    for entry in record.cast:
        detail = f"({entry.note})" if entry.note else ""
        decided = decided_words(entry, Predicate.CAST)
        sheet.fact(entry.actor, entry.character or "–", entry.status, entry.evidence, detail, decided)


def _links(record: FilmRecord, sheet: Sheet) -> None:
    groups = outline.groups(record.facts, outline.LINKS)
    if not _begin(sheet, "Links and influences", len(record.connections) + sum(len(group.facts) for group in groups)):
        return
    for link in sorted(record.connections, key=lambda link: list(RELATIONS).index(link.relation)):
        year = f"({link.year})" if link.year else ""
        decided = decided_words(link, Predicate.CONNECTION)
        sheet.fact(RELATIONS[link.relation], link.film, link.status, link.evidence, year, decided)
    for group in groups:
        for fact in group.facts:
            decided = decided_words(fact, fact.predicate)
            sheet.fact(predicate_label(fact.predicate), fact.value, fact.status, fact.evidence, decided=decided)


def _conflicts(record: FilmRecord, sheet: Sheet) -> None:
    if not record.conflicts:
        if sheet.quoting:
            sheet.heading("Conflicts")
            sheet.note("The documents do not contradict each other in what was understood of them.")
        return
    sheet.heading("Conflicts", len(record.conflicts))
    for conflict in record.conflicts:
        for index, side in enumerate(conflict.values):
            words = Text("≠ ", "bold red") if index else Text("  ")
            sheet.line("" if index else conflict_subject(conflict.about), words + statement(side.value), side.evidence)


def _silence(record: FilmRecord, sheet: Sheet) -> None:
    missing = outline.silence(record)
    sheet.heading("What the documents do not say")
    sheet.note(" · ".join(missing) if missing else "Every part of the record has a value.")


def _documents(record: FilmRecord, sheet: Sheet) -> None:
    sheet.heading("Documents", len(record.documents))
    for document in sheet.sources.documents:
        summary = document.summary
        about = (KINDS.get(summary.kind, summary.kind), count(len(summary.text), "character"))
        words = statement(
            summary.path if sheet.quoting else document.name,
            detail=f": {', '.join(about)}, {count(len(document.passages), 'passage')} cited",
        )
        sheet.line(document.letter, words)


def _suggestions(record: FilmRecord, sheet: Sheet) -> None:
    if not record.suggestions and not record.set_aside:
        sheet.heading("Suggestions")
        sheet.note("Nothing was left out of the record.")
    if record.suggestions:
        sheet.heading("Suggestions, not sure enough to be stated", len(record.suggestions))
        for fact in record.suggestions:
            value = fact_value(fact.predicate, fact.value)
            sheet.line(predicate_label(fact.predicate), statement(value, detail=f"({percent(fact.confidence)})"), fact.evidence)
    if record.set_aside:
        sheet.heading("Set aside", len(record.set_aside))
        for item in record.set_aside:
            words = statement(outline.claim_words(item.claim), detail=f"– {item.reason}")
            sheet.line(predicate_label(item.claim.predicate), words, item.claim.evidence)


def _left_out(record: FilmRecord, sheet: Sheet) -> None:
    if record.suggestions or record.set_aside:
        sheet.gap()
        parts = [count(len(record.suggestions), "suggestion")] if record.suggestions else []
        parts += [f"{count(len(record.set_aside), 'claim')} set aside"] if record.set_aside else []
        sheet.note(f"Left out: {listed(parts)} (--part suggestions)")


PARTS: dict[str, Callable[[FilmRecord, Sheet], None]] = {
    "identity": _facts("Film", outline.IDENTITY),
    "credits": _facts("Credits", outline.CREDITS),
    "cast": _cast,
    "story": story,
    "music": _facts("Music", outline.MUSIC),
    "links": _links,
    "release": _facts("Release, money, places, awards", outline.RELEASE),
    "reception": reception,
    "conflicts": _conflicts,
    "silence": _silence,
    "documents": _documents,
    "suggestions": _suggestions,
}
