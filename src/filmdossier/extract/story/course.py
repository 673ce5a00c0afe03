"""What the course of a story makes of two: who harms or helps another time and again, who is gone after a shot, who go together.

Enters the events in the order in which they are told; leaves ties, each with the events that tell it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.extract.story.happenings import Happening
from filmdossier.extract.story.persons import Person
from filmdossier.model.claim import StoryRelation
from filmdossier.model.text import Span

# Deeds that make enemies or allies of two where there are several of them.
_HOSTILE = frozenset(
    "attack beat shoot stab wound injure capture imprison arrest chase pursue hunt threaten confront rob punch hit strike slap knock rape assault trap poison trick deceive accuse insult humiliate abuse overpower defeat "
    "stalk ambush taunt mock hold force lock tie corner blame expose sabotage chain".split()
)
_HELPFUL = frozenset("help save rescue protect assist aid free join defend shelter nurse release support comfort".split())
_TO_THE_DEAD = frozenset("bury find mourn avenge hide discover identify cremate kill dispose dump leave shoot stab".split())
# Deeds that may kill: "shoots" without a word on whether he dies.
_DEADLY = frozenset(
    {"shoot", "stab", "strangle", "throttle", "drown", "smother", "poison", "gun down", "shoot down", "run over", "blow up"}
)
_TOGETHER = 3  # events of two together that make them partners
_TIMES = 2  # hostile or helpful deeds between two that make them enemies or allies


@dataclass(frozen=True, slots=True)
class Tied:
    """A relation, where it is told and how sure."""

    relation: StoryRelation
    span: Span
    confidence: float


def repeated(deeds: Sequence[Happening], tied: set[frozenset[str]]) -> Iterator[Tied]:
    """Enemies and allies: those who do each other harm, or good, more than once, and nothing else is told of them."""
    between: dict[tuple[str, frozenset[str]], list[tuple[Happening, Person, Person]]] = {}
    for happening in deeds:
        kind = "enemy" if happening.verb in _HOSTILE else "ally" if happening.verb in _HELPFUL else ""
        for a in happening.agents if kind else ():
            for b in happening.patients:
                if a.text != b.text and a.named and b.named and not (a.plural or b.plural):
                    between.setdefault((kind, frozenset((a.text, b.text))), []).append((happening, a, b))
    for (kind, pair), times in between.items():
        other = between.get(("ally" if kind == "enemy" else "enemy", pair), ())
        if len(times) >= _TIMES and len(times) > len(other) and pair not in tied:
            _, a, b = times[0]
            for happening, _, _ in times:
                yield Tied(StoryRelation(a=a.text, relation=kind, b=b.text), happening.span, 0.55)


def ended(deeds: Sequence[Happening]) -> Iterator[Tied]:
    """Killers whose deed is told by its means ("shoots", "stabs"): of those who do nothing any more after it."""
    for place, happening in enumerate(deeds):
        if happening.event.verb not in _DEADLY:
            continue
        for a in happening.agents:
            for b in happening.patients:
                lives = any(_takes_part(b, one) for one in deeds[place + 1 :])
                if a is not b and not lives and a.named and b.named and not (a.plural or b.plural):
                    yield Tied(StoryRelation(a=a.text, relation="killer", b=b.text), happening.span, 0.5)


def together(deeds: Sequence[Happening], tied: set[frozenset[str]]) -> Iterator[Tied]:
    """Partners: two who do things together time and again, and nothing else is told of them."""
    joint: dict[frozenset[str], list[tuple[Happening, Person, Person]]] = {}
    for happening in deeds:
        for group in (happening.agents, happening.patients):
            both = [one for person in group for one in (person.members or (person,))]
            if len(both) == 2 and all(_somebody(one) for one in both) and both[0].text != both[1].text:
                joint.setdefault(frozenset(one.text for one in both), []).append((happening, both[0], both[1]))
    for pair, times in joint.items():
        sentences = {id(happening.told) for happening, _, _ in times}
        if len(sentences) >= _TOGETHER and pair not in tied:
            for happening, a, b in times:
                yield Tied(StoryRelation(a=a.text, relation="partner", b=b.text), happening.span, 0.5)


def _somebody(person: Person) -> bool:
    """Whether it is one person with a name of whom it is known that it is a man or a woman: no aeroplane."""
    return person.named and not person.plural and person.gender is not None


def _takes_part(person: Person, later: Happening) -> bool:
    """Whether somebody is still alive in a later event: acts in it, or has something done to him that is not done to the dead."""
    return any(
        person in (one, *one.members)
        for persons, alive in ((later.agents, True), (later.patients, later.verb not in _TO_THE_DEAD))
        for one in persons
        if alive and later.verb not in ("die", "perish")
    )
