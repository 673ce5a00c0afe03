"""The story in a terminal: who is in it, who is who to whom, what happens, what is said.

The whole record shows the beginning of long lists and says how much more there is; the part alone
has everything, with the passages it rests on.
"""

from collections.abc import Sequence
from typing import TypeVar

from filmdossier.model.claim import Predicate
from filmdossier.model.film import (
    Character,
    CharacterRelation,
    DialogueLine,
    Event,
    FilmRecord,
)
from filmdossier.present.deciding_words import decided_words
from filmdossier.present.show.sheet import Sheet, statement
from filmdossier.present.story import event_line, event_words, known_words, relation_words
from filmdossier.present.wording import count, listed

_SHOWN = {"character": 12, "relation": 12, "event": 20, "line": 4}
_T = TypeVar("_T")


def story(record: FilmRecord, sheet: Sheet) -> None:
    """Prints the story; alone, it owns up to silence."""
    parts = {
        "event": len(record.events),
        "character": len(record.characters),
        "relation": len(record.relations),
        "line": len(record.dialogue),
    }
    if not any(parts.values()):
        if sheet.quoting:
            sheet.heading("Story")
            sheet.note("The documents say nothing of this.")
        return
    sheet.heading("Story", listed([count(amount, noun) for noun, amount in parts.items() if amount]))
    _characters(_begun(record.characters, "character", sheet), sheet)
    _left(len(record.characters), "character", sheet)
    _relations(_begun(record.relations, "relation", sheet), sheet)
    _left(len(record.relations), "relation", sheet)
    _events(_begun(sorted(record.events, key=lambda event: event.order), "event", sheet), sheet)
    _left(len(record.events), "event", sheet)
    _dialogue(_begun(record.dialogue, "line", sheet), sheet)
    _left(len(record.dialogue), "line", sheet)
    if sheet.quoting:
        _untold(record, sheet)


def _begun(items: Sequence[_T], noun: str, sheet: Sheet) -> Sequence[_T]:
    return items if sheet.quoting else items[: _SHOWN[noun]]


def _left(amount: int, noun: str, sheet: Sheet) -> None:
    if not sheet.quoting and amount > _SHOWN[noun]:
        sheet.note(f"and {count(amount - _SHOWN[noun], f'{noun} more', f'{noun}s more')} (--part story)")


def _characters(characters: Sequence[Character], sheet: Sheet) -> None:
    if characters:
        sheet.subheading("Characters")
    for character in characters:
        sheet.line(
            character.name,
            statement(known_words(character) or "–"),
            character.evidence,
            decided=decided_words(character, Predicate.CHARACTER),
        )


def _relations(relations: Sequence[CharacterRelation], sheet: Sheet) -> None:
    if relations:
        sheet.subheading("Who is who to whom")
    above = ""
    for relation in relations:
        label = "" if relation.a == above else relation.a
        sheet.line(
            label,
            f"{relation_words(relation)} {relation.b}",
            relation.evidence,
            decided=decided_words(relation, Predicate.RELATION),
        )
        above = relation.a


def _events(events: Sequence[Event], sheet: Sheet) -> None:
    if events:
        sheet.subheading("What happens")
    for number, event in enumerate(events, start=1):
        *_, circumstances = event_words(event)
        words = statement(event_line(event), detail=f", {circumstances}" if circumstances else "")
        if event.deleted_scene:
            words.append(" [cut from the film]", "dim")
        sheet.line(f"{number}", words, event.evidence, decided=decided_words(event, Predicate.EVENT))


def _untold(record: FilmRecord, sheet: Sheet) -> None:
    """The sentences of the story that yield no event, so that a reader can tell silence from a slip."""
    found = [item.claim for item in record.set_aside if item.claim.predicate is Predicate.UNTOLD]
    if found:
        sheet.subheading("Sentences without an event")
    for claim in sorted(found, key=lambda claim: (claim.evidence[0].document, claim.evidence[0].span)):
        sheet.line("", str(claim.value), claim.evidence)


def _dialogue(lines: Sequence[DialogueLine], sheet: Sheet) -> None:
    if lines:
        sheet.subheading("Lines spoken")
    for line in lines:
        sheet.line(
            line.speaker or "Speaker not told", f"“{line.words}”", line.evidence, decided=decided_words(line, Predicate.DIALOGUE)
        )
