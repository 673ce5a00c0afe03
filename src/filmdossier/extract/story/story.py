"""Reads the story of one film in a document and makes claims of it."""

from collections.abc import Iterator, Sequence

from filmdossier.extract.cast.names import HONORIFICS, person_key
from filmdossier.extract.statement import claim
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.described import described_ties
from filmdossier.extract.story.dialogue import dialogue
from filmdossier.extract.story.events import Events
from filmdossier.extract.story.happenings import Happening
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.extract.story.relations import relation_of, relations
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
        persons.tie(tie.b, tie.noun, tie.a)
        yield claim(
            annotations, topic, Predicate.RELATION, relation_of(tie.a, tie.noun, tie.b), *tie.spans,
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
    for tied in relations([tie for tie in coreference.ties if _in_story(tie, told, makers)], happenings):
        yield claim(
            annotations,
            topic,
            Predicate.RELATION,
            tied.relation,
            tied.span,
            extractor="story: relations",
            confidence=tied.confidence,
        )
    for spoken in dialogue(annotations, told, coreference):
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
    yield from _acting(annotations, topic, happenings)


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


def _acting(annotations: Annotations, topic: Topic, happenings: Sequence[Happening]) -> Iterator[Claim]:
    """The persons who act in the plot though no cast names them: who is he or she there, or said to be somebody."""
    first: dict[int, tuple[Person, list[Span]]] = {}
    for happening in happenings:
        if happening.told.part is Part.PLOT:
            for agent in happening.agents:
                for one in agent.members or (agent,):
                    if one.named and not one.cast and not one.plural and (one.gender is not None or one.nouns or _titled(one.name)):
                        first.setdefault(id(one), (one, []))[1].append(happening.span)
    for person, spans in first.values():
        yield claim(
            annotations, topic, Predicate.CHARACTER, CharacterName(name=person.name, aliases=tuple(n for n in person.names if n != person.name)), spans[0],
            extractor="story: acting", confidence=0.65 if len(spans) > 1 else 0.55,
        )  # fmt: skip
