"""The story as the page shows it: who is in it, who is who to whom, what happens, what is said.

Characters, relations, events and lines enter; they leave as statements with their citations, and
the relations once more as a drawing. Long lists come in two parts, the second to be folded away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from filmdossier.model.claim import Predicate
from filmdossier.model.decision import Verdict
from filmdossier.model.film import (
    Character,
    CharacterRelation,
    Event,
    FilmRecord,
    Status,
)
from filmdossier.present.citing import Citation
from filmdossier.present.dossier.graph import Graph, relation_graph
from filmdossier.present.dossier.statements import Entry, Statements, StatusMark
from filmdossier.present.story import event_words, relation_words
from filmdossier.present.wording import count

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold(Generic[_T]):
    """A list of which the page shows the ``first`` at once and the ``rest`` on request; ``more`` says how many those are."""

    first: tuple[_T, ...]
    rest: tuple[_T, ...]
    more: str

    def __len__(self) -> int:
        return len(self.first) + len(self.rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterView:
    """A person of the story; what no document says is empty."""

    name: str
    description: str
    aliases: tuple[str, ...]
    actor: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """``a`` is ``words`` ``b``: "Campa", "friend of", "El Mariachi"."""

    a: str
    words: str
    b: str
    citation: Citation
    mark: StatusMark


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Who does what to whom, and how. ``deleted`` where the scene was cut from the film."""

    agent: str
    verb: str
    patient: str
    circumstances: str
    deleted: bool
    citation: Citation
    mark: StatusMark


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """The story as far as the documents tell it. ``graph`` None where there is nothing to draw."""

    characters: Fold[CharacterView]
    relations: tuple[RelationView, ...]
    graph: Graph | None
    events: Fold[EventView]
    deleted: str
    dialogue: Fold[Entry]

    def __bool__(self) -> bool:
        return bool(self.characters or self.relations or self.events or self.dialogue)


def story_view(record: FilmRecord, characters: Sequence[Character], statements: Statements) -> StoryView:
    """The story of a record; ``characters`` are those of whom more is told than the cast tells."""
    deleted = sum(event.deleted_scene for event in record.events)
    return StoryView(
        characters=_fold([_character(character, statements) for character in characters], 12, "character"),
        relations=_relations(record, statements),
        graph=relation_graph(record, statements.sources),
        events=_fold(_events(record, statements), 24, "event"),
        deleted=f"{count(deleted, 'event')} of {'a scene' if deleted == 1 else 'scenes'} that the documents say was cut from the film"
        if deleted
        else "",
        dialogue=_fold(_dialogue(record, statements), 8, "line"),
    )


def _fold(items: Sequence[_T], shown: int, noun: str) -> Fold[_T]:
    # A fold that hides less than a handful costs the reader more than it saves.
    at = shown if len(items) > shown + 4 else len(items)
    return Fold(first=tuple(items[:at]), rest=tuple(items[at:]), more=f"{count(len(items) - at, f'more {noun}')}")


def _character(character: Character, statements: Statements) -> CharacterView:
    return CharacterView(
        name=character.name,
        description=character.description,
        aliases=character.aliases,
        actor=character.played_by or "",
        citation=statements.sources.cite(f"Character: {character.name}", character.evidence, statement=character.id),
    )


def _relations(record: FilmRecord, statements: Statements) -> tuple[RelationView, ...]:
    views = []
    for relation in record.relations:
        words = relation_words(relation)
        citation = statements.sources.cite(f"{relation.a}, {words} {relation.b}", relation.evidence, statement=relation.id)
        views.append(
            RelationView(a=relation.a, words=words, b=relation.b, citation=citation, mark=_mark(citation, relation, statements))
        )
    return tuple(views)


def _events(record: FilmRecord, statements: Statements) -> list[EventView]:
    views = []
    for event in sorted(record.events, key=lambda event: event.order):
        agent, verb, patient, circumstances = event_words(event)
        # The verb stands as a dictionary has it: as a sentence, "a stranger tell the drinkers" reads like a mistake.
        title = f"Event: {' · '.join(filter(None, (agent, verb, patient)))}"
        citation = statements.sources.cite(title, event.evidence, statement=event.id)
        views.append(
            EventView(
                agent=agent,
                verb=verb,
                patient=patient,
                circumstances=circumstances,
                deleted=event.deleted_scene,
                citation=citation,
                mark=_mark(citation, event, statements),
            )
        )
    return views


def _dialogue(record: FilmRecord, statements: Statements) -> list[Entry]:
    return [
        statements.entry(
            f"Line of {line.speaker or 'an unnamed speaker'}",
            line.words,
            line.evidence,
            detail=line.speaker or "",
            statement=line.id,
            decision=line.decision,
            predicate=Predicate.DIALOGUE,
        )
        for line in record.dialogue
    ]


def _mark(citation: Citation, told: CharacterRelation | Event, statements: Statements) -> StatusMark:
    if told.decision is not None:
        status = Status.CORRECTED if told.decision.verdict is Verdict.CORRECT else Status.CONFIRMED
    else:
        status = Status.CORROBORATED if citation.documents > 1 else Status.STATED
    return statements.mark(status, citation, told.confidence)
