"""How the persons of the story stand to each other.

From nouns that say so ("his brother Cesar", "Helen is Bob's wife") and from deeds that make it so
("marries", "hires", "kills"). Refuses ties of somebody to himself and ties that only a group has.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmdossier.extract.story.coreference import Told
from filmdossier.extract.story.events import Happening
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.model.claim import StoryRelation
from filmdossier.model.text import Span

# Deed → what its doer is to the one it is done to.
_DEEDS: dict[str, tuple[str, float]] = {
    **dict.fromkeys("kill murder assassinate slay strangle behead decapitate execute".split(), ("killer", 0.7)),
    **dict.fromkeys("marry wed elope".split(), ("spouse", 0.7)),
    **dict.fromkeys("hire employ".split(), ("employer", 0.65)),
    **dict.fromkeys("befriend".split(), ("friend", 0.65)),
    **dict.fromkeys("kidnap abduct".split(), ("kidnapper", 0.6)),
    **dict.fromkeys("blackmail".split(), ("blackmailer", 0.6)),
    **dict.fromkeys("date seduce romance woo court".split(), ("lover", 0.6)),
}
_PHRASES: dict[str, tuple[str, float]] = {
    "fall in love with": ("lover", 0.65),
    "fall for": ("lover", 0.6),
    "have affair with": ("lover", 0.65),
    "begin affair with": ("lover", 0.65),
    "start affair with": ("lover", 0.65),
    "begin relationship with": ("lover", 0.6),
    "make love to": ("lover", 0.6),
    "make love with": ("lover", 0.6),
    "have sex with": ("lover", 0.6),
    "propose to": ("lover", 0.6),
    "become friends with": ("friend", 0.65),
    "team up with": ("ally", 0.6),
    "work with": ("colleague", 0.55),
    "try to kill": ("enemy", 0.6),
    "attempt to kill": ("enemy", 0.6),
    "plot to kill": ("enemy", 0.6),
    "fight with": ("enemy", 0.55),
}
_TURNED = {"work for": ("employer", 0.65)}
_MUTUAL = {
    "marry": ("spouse", 0.7),
    "engage": ("lover", 0.6),
    "fall in love": ("lover", 0.65),
    "become friends": ("friend", 0.6),
    "divorce": ("spouse", 0.6),
}


@dataclass(frozen=True, slots=True)
class Tied:
    """A relation, where it is told and how sure."""

    relation: StoryRelation
    span: Span
    confidence: float


def relations(ties: Iterable[Told], happenings: Iterable[Happening]) -> Iterator[Tied]:
    """Every tie of two persons that the story tells, in text order of each source."""
    for told in ties:
        if tie_of(told.noun) is not None and not (told.a.plural or told.b.plural):
            yield Tied(relation_of(told.a, told.noun, told.b), told.span, 0.75 if told.sure else 0.55)
    for happening in happenings:
        for a, relation, b, confidence in _made(happening):
            if a is not b and not a.plural and not b.plural and a.text != b.text:
                yield Tied(StoryRelation(a=a.text, relation=relation, b=b.text), happening.span, confidence)


def relation_of(a: Person, noun: str, b: Person) -> StoryRelation:
    """The relation that ``noun`` names, for "a is the noun of b"; from the side that the record writes it."""
    tie = tie_of(noun)
    relation, turned = (tie.relation, tie.turned) if tie is not None else (noun, False)
    return StoryRelation(a=b.text, relation=relation, b=a.text) if turned else StoryRelation(a=a.text, relation=relation, b=b.text)


def _made(happening: Happening) -> Iterator[tuple[Person, str, Person, float]]:
    """What an event makes of its persons."""
    verb = happening.event.verb
    agents = [one for agent in happening.agents for one in (agent.members or (agent,))]
    patients = [one for patient in happening.patients for one in (patient.members or (patient,))]
    if verb in _TURNED:
        relation, confidence = _TURNED[verb]
        yield from ((b, relation, a, confidence) for a in agents for b in patients)
        return
    made = _PHRASES.get(verb) or _DEEDS.get(verb)
    if made is not None and patients:
        relation, confidence = made
        yield from ((a, relation, b, confidence) for a in agents for b in patients)
    elif verb in _MUTUAL and len(agents) == 2 and not patients:
        relation, confidence = _MUTUAL[verb]
        yield agents[0], relation, agents[1], confidence
