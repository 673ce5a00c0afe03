"""Decisions as a file that can be kept under version control: a line each, the first decided first.

A library and text enter and leave. A line never changes and new ones come last, so that two editors'
files merge line by line. Importing adds what is new and reports what it cannot place; importing
twice changes nothing. docs/decisions-file.md describes the format.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from filmdossier.errors import DecisionError
from filmdossier.link import Films
from filmdossier.model.decision import Decision, Undo
from filmdossier.model.standing import in_force
from filmdossier.run.decided import Decided
from filmdossier.run.linking import link_films
from filmdossier.run.records import film_record
from filmdossier.store import Store, View
from filmdossier.store.decision_json import from_json, to_json

FORMAT = "filmdossier-decisions/1"
_FAMILY = FORMAT.rpartition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file. ``refused`` and ``unplaced`` are pairs: the line's number or the decision's id, and why.

    ``refused`` were not taken. ``unplaced`` were: they hold as soon as what they name is there, or
    stand on what they kept.
    """

    new: tuple[Decision, ...]
    known: int
    refused: tuple[tuple[int, str], ...]
    unplaced: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Read:
    """The decisions of a file with the numbers of their lines, and the lines that are none."""

    decisions: list[tuple[int, Decision]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)


def export_decisions(view: View, film: str | None = None) -> str:
    """The file of every decision on the film with this id, of all if None; undone ones and undoings among them."""
    decided = Decided(view)
    wanted = decided.every if film is None else decided.on(film)
    lines = [{"format": FORMAT}, *map(to_json, sorted(wanted, key=lambda decision: decision.order))]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def import_decisions(store: Store, text: str) -> Imported:
    """What became of each line of ``text``; DecisionError where it is no file of decisions, or of a later program."""
    read = _read(text)
    link_films(store)
    with store.view() as view:
        there = {decision.id: decision for decision in view.decisions()}
    new: dict[str, Decision] = {}
    known = 0
    for number, decision in read.decisions:
        same = there.get(decision.id) or new.get(decision.id)
        if same is None:
            new[decision.id] = decision
        elif same == decision:
            known += 1
        else:
            read.refused.append((number, f"the decision {decision.id} is there with other words; a decision never changes"))
    films = _films_of(store, new.values())
    store.writer().decide(new.values(), films=films)
    link_films(store)
    with store.view() as view:
        unplaced = tuple(_unplaced(view, new))
    return Imported(new=tuple(new.values()), known=known, refused=tuple(sorted(read.refused)), unplaced=unplaced)


def _read(text: str) -> _Read:
    # Not splitlines: a quotation may hold a separator that only typesetting knows.
    lines = [(number, line.strip()) for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1) if line.strip()]
    read = _Read()
    if not lines:
        raise DecisionError("the file is empty; a file of decisions begins with its format")
    try:
        head = json.loads(lines[0][1])
        named = head.get("format") if isinstance(head, dict) else None
    except ValueError:
        named = None
    if not isinstance(named, str) or named.rpartition("/")[0] != _FAMILY:
        raise DecisionError(f'this is no file of decisions: its first line should be {{"format": "{FORMAT}"}}')
    if named != FORMAT:
        raise DecisionError(f"the file has the format {named} and this program knows {FORMAT}; upgrade filmdossier to import it")
    for number, line in lines[1:]:
        try:
            row = json.loads(line)
            if row == head:
                continue  # two files joined
            read.decisions.append((number, from_json(row)))
        except (ValueError, TypeError, RecursionError):
            read.refused.append((number, "it is not a JSON object"))
        except DecisionError as error:
            read.refused.append((number, str(error)))
    return read


def _films_of(store: Store, decisions: Iterable[Decision]) -> list[str]:
    """The ids of the films that the decisions are about as the library stands."""
    with store.view() as view:
        films = Films(view.films(), in_force(view.decisions()))
    return [film.id for decision in decisions if (film := films.find(decision.film)) is not None]


def _unplaced(view: View, new: Mapping[str, Decision]) -> Iterator[tuple[str, str]]:
    """The new decisions that find nothing to hold on to, and why."""
    decided = Decided(view)
    every = {decision.id for decision in decided.every}
    for decision in decided.on_no_film():
        if decision.id in new:
            yield decision.id, f"the library holds no film {decision.film.id}; it will hold when there is one"
    for decision in new.values():
        if isinstance(decision.act, Undo) and decision.act.decision not in every:
            yield decision.id, f"there is no decision {decision.act.decision} to undo; it will be undone when it comes"
    touched = [film.id for film in view.films() if any(decision.id in new for decision in decided.on(film.id))]
    for film in touched:
        for ruling in film_record(view, film, layout=False).decisions:
            if ruling.decision in new and (ruling.unfound or ruling.missing):
                what = "no document holds its passage" if ruling.missing else "nothing that was read makes this statement"
                yield ruling.decision, f"{film}: {ruling.about}: {what}; it stands on what the decision kept"
