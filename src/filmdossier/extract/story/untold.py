"""Accounts for the sentences of the story from which no event is taken: each with the reason.

Of a plot that is every sentence; where the story stands among other prose, those that speak of its persons.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.happenings import Happening, Refusal
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.premise import talk
from filmdossier.extract.story.telling import Part, StorySentence
from filmdossier.model.annotations import Annotations

# Of several clauses, the reason that says most about the sentence.
_TELLING = (Refusal.UNREAL, Refusal.STATE, Refusal.BARE, Refusal.QUOTED, Refusal.FILM, Refusal.NOBODY)


def untold(
    annotations: Annotations,
    story: Sequence[StorySentence],
    happenings: Sequence[Happening],
    refused: Mapping[int, Sequence[Refusal]],
    coreference: Coreference,
    crew: Collection[Person],
) -> Iterator[tuple[StorySentence, Refusal]]:
    """The sentences without an event, in their order, and why; ``refused`` by the sentence's number."""
    told_of = {id(happening.told) for happening in happenings}
    acting = {
        id(one)
        for happening in happenings
        for person in (*happening.agents, *happening.patients)
        for one in (person, *person.members)
    }
    spoken_of = {
        number for (number, _), person in coreference.people.items() if person not in crew and (person.cast or id(person) in acting)
    }
    for number, told in enumerate(story):
        if id(told) in told_of or told.part is Part.CAST:
            continue
        if told.part is Part.PREMISE and (number not in spoken_of or talk(annotations, told.sentence)):
            continue
        found = refused.get(number, ())
        yield told, next((reason for reason in _TELLING if reason in found), Refusal.VERBLESS)
