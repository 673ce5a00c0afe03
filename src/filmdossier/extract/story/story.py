"""Reads the story of one film in a document and makes claims of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from filmdossier.extract.cast.names import HONORIFICS, person_key
from filmdossier.extract.statement import claim
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.described import described_ties
from filmdossier.extract.story.dialogue import dialogue
from filmdossier.extract.story.events import Events
from filmdossier.extract.story.happenings import Happening
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.extract.story.relations import of_sort, of_the_unnamed, relation_of, relations
from filmdossier.extract.story.telling import Part, StorySentence, story_sentences
from filmdossier.extract.story.ties import Told
from filmdossier.extract.story.untold import untold
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import CharacterName, Claim, CriticReview, Predicate
from filmdossier.model.text import Span

_MAKERS = frozenset(
    {
        Predicate.DIRECTOR,
        Predicate.WRITER,
        Predicate.STORY_BY,
        Predicate.PRODUCER,
        Predicate.EXECUTIVE_PRODUCER,
        Predicate.COMPOSER,
        Predicate.CINEMATOGRAPHER,
        Predicate.EDITOR,
        Predicate.SOUNDTRACK_ARTIST,
    }
)


UNNAMED = 0.3


def story(annotations: Annotations, topic: Topic, known: Sequence[Claim]) -> Iterator[Claim]:
    """Claims on events, relations, dialogue and characters; ``known`` are the other claims about the topic."""
    persons = Persons.of_cast(known, grammar=bool(annotations.words))
    for tie in described_ties(known, persons):
        persons.kinship.tie(tie.b, tie.noun, tie.a)
        yield claim(
            annotations, topic, Predicate.RELATION, of_sort(relation_of(tie.a, tie.noun, tie.b), tie.sort), *tie.spans,
            extractor="story: cast", confidence=0.8,
        )  # fmt: skip
    told = story_sentences(annotations, topic)
    if not told:
        return
    makers = set(_makers(known))
    coreference = Coreference(annotations, [(one.sentence, one.tree) for one in told], persons, (topic.title, *topic.aliases))
    events = Events(annotations, told, coreference)
    happenings = [h for h in events if not _made_by(h, makers)]
    for happening in (one for one in happenings if not one.state):
        yield claim(
            annotations, topic, Predicate.EVENT, happening.event, happening.span,
            extractor=f"story: {happening.told.part.value}", confidence=happening.confidence,
        )  # fmt: skip
    crew = [person for person in persons.everyone if _crew((person,), makers)]
    for one, reason in untold(annotations, told, happenings, events.refused, coreference, crew):
        yield claim(
            annotations, topic, Predicate.UNTOLD, reason.value, one.sentence.span, extractor="story: untold", confidence=1.0
        )
    ties = [tie for tie in coreference.ties if _in_story(tie, told, makers)]
    unnamed = [tie for tie in coreference.unnamed if _in_story(tie, told, makers)]
    for tied in (*relations(ties, happenings), *of_the_unnamed(unnamed, ties, happenings)):
        yield claim(
            annotations,
            topic,
            Predicate.RELATION,
            tied.relation,
            tied.span,
            extractor="story: relations",
            confidence=tied.confidence,
        )
    judged = [quote.span for one in known if isinstance(one.value, CriticReview) for quote in one.value.quotes]
    for spoken in dialogue(annotations, told, coreference):
        if any(spoken.span.overlaps(span) for span in judged):
            continue  # what a critic wrote, whoever is named behind it
        yield claim(
            annotations,
            topic,
            Predicate.DIALOGUE,
            spoken.line,
            spoken.span,
            extractor="story: dialogue",
            confidence=spoken.confidence,
        )
    yield from _characters(annotations, topic, coreference, makers)
    for person, name, span in coreference.joined:
        if not _crew((person,), makers):
            yield claim(
                annotations, topic, Predicate.CHARACTER, CharacterName(name=person.name, aliases=(name,)), span,
                extractor="story: one person", confidence=0.6,
            )  # fmt: skip
    yield from _acting(annotations, topic, happenings, [(tie, told[tie.sentence].part) for tie in coreference.ties], makers)


def _makers(known: Sequence[Claim]) -> Iterator[str]:
    """Keys of those who made the film or wrote about it, by full name and surname."""
    for one in known:
        name = (
            one.value
            if isinstance(one.value, str) and one.predicate in _MAKERS
            else one.value.critic
            if isinstance(one.value, CriticReview)
            else None
        )
        if name:
            yield person_key(name)
            if len(name.split()) > 1:
                yield person_key(name.split()[-1])


def _crew(persons: Sequence[Person], makers: set[str]) -> bool:
    """Whether one of the persons made the film, rather than being in its story."""
    return any(person_key(one.name) in makers and not one.cast for person in persons for one in (person.members or (person,)))


def _in_story(tie: Told, told: Sequence[StorySentence], makers: set[str]) -> bool:
    """Whether a tie is one of the story's: notes under a cast list speak of the performers' lives as well."""
    if _crew((tie.a, tie.b), makers):
        return False
    return told[tie.sentence].part is not Part.CAST or all(person.cast and person.named for person in (tie.a, tie.b))


def _made_by(happening: Happening, makers: set[str]) -> bool:
    return _crew((*happening.agents, *happening.patients), makers)


def _characters(annotations: Annotations, topic: Topic, coreference: Coreference, makers: set[str]) -> Iterator[Claim]:
    """What the story says that its named persons are."""
    described: dict[int, tuple[Person, list[Span]]] = {}
    for person, span in coreference.described:
        if not person.plural and not person.members and not _crew((person,), makers):
            described.setdefault(id(person), (person, []))[1].append(span)
    for person, spans in described.values():
        words = dict.fromkeys(" ".join(span.of(annotations.document.text).split()) for span in spans)
        yield claim(
            annotations, topic, Predicate.CHARACTER, CharacterName(name=person.name, description="; ".join(words)), *spans,
            # Somebody without a name is no character of the record; the words help to know him in another document.
            extractor="story: characters", confidence=0.6 if person.named else UNNAMED,
        )  # fmt: skip


def _titled(name: str) -> bool:
    """Whether a name opens with a title that only persons bear: "Inspector Hale"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first in HONORIFICS and first not in ("The", "Old", "Young", "Little", "Big", "Special")


def _acting(
    annotations: Annotations, topic: Topic, happenings: Sequence[Happening], ties: Sequence[tuple[Told, Part]], makers: set[str]
) -> Iterator[Claim]:
    """The persons who act in the story, or are somebody's friend or kin there, though no cast names them."""
    met: dict[int, _Met] = {}

    def of(person: Person) -> _Met:
        return met.setdefault(id(person), _Met(person))

    for happening in happenings:
        agents, patients = (
            [m for one in persons for m in one.members or (one,)] for persons in (happening.agents, happening.patients)
        )
        plot = happening.told.part is Part.PLOT
        for one in agents:
            of(one).does.append((happening.span, plot, any(other.cast for other in patients)))
        for one in patients:
            of(one).suffers.append((happening.span, plot, any(other.cast for other in agents)))
    for tie, part in ties:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if part is Part.PLOT or (part is Part.PREMISE and other.cast and other.named):
                of(one).tied.append(tie.span)
    for known in met.values():
        one = known.person
        if one.named and not one.cast and not one.plural and not one.members and not _crew((one,), makers) and known.in_story():
            spans = [*(span for span, _, _ in (*known.does, *known.suffers)), *known.tied]
            yield claim(
                annotations, topic, Predicate.CHARACTER, CharacterName(name=one.name, aliases=tuple(n for n in one.names if n != one.name)), spans[0],
                extractor="story: acting", confidence=0.65 if len(spans) > 1 else 0.55,
            )  # fmt: skip


@dataclass(slots=True)
class _Met:
    """What somebody does and suffers in the story: where, whether in its plot, whether with one of the cast; and the ties told."""

    person: Person
    does: list[tuple[Span, bool, bool]] = field(default_factory=list)
    suffers: list[tuple[Span, bool, bool]] = field(default_factory=list)
    tied: list[Span] = field(default_factory=list)

    def in_story(self) -> bool:
        """Whether that makes a person of the story; among other prose it takes a tie or two deeds, one with a person of the cast."""
        person = self.person
        told = bool(person.nouns) or _titled(person.name)
        does = [one for one in self.does if one[1]]
        suffers = [one for one in self.suffers if one[1]]
        with_cast = any(cast for _, _, cast in (*self.does, *self.suffers))
        return (
            bool(self.tied)
            or (bool(does) and (person.gender is not None or told or len(does) > 1))
            or (bool(suffers) and (told or len(suffers) > 1))
            or (with_cast and len(self.does) > 0 and len(self.does) + len(self.suffers) > 1)
        )
