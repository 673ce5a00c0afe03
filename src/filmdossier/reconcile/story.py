"""Reconciles what is told of the story: events, relations between characters, lines of dialogue.

What several documents tell is one statement with all their evidence; names become those of the
record's characters, and a performer named in place of a character becomes the character. The
longest telling gives the order of the events; what only the others tell goes where they tell it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from filmdossier.model.claim import CharacterName, Claim, Predicate, SpokenLine, StoryEvent, StoryRelation
from filmdossier.model.film import (
    CastEntry,
    Character,
    CharacterRelation,
    DialogueLine,
    Event,
    SetAside,
)
from filmdossier.model.titles import slugify
from filmdossier.reconcile.addresses import SAME_DEED, TIES, statement_id, told_apart
from filmdossier.reconcile.evidence import LEAST, claim_ids, gathered, in_order, joint_confidence
from filmdossier.reconcile.story_names import StoryNames
from filmdossier.reconcile.values import name_key, title_words_key

_UNSURE = "the reading is too unsure to show"
_ONE_PERSON = "both names are one person's"

# A couple of whom more than one thing is told: what binds them most gives the word.
_CLOSENESS = {"spouse": 0, "husband": 0, "wife": 0, "fiancé": 1, "fiancée": 1, "boyfriend": 2, "girlfriend": 2, "lover": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the documents tell of the story; ``set_aside`` are the claims that are not part of it."""

    events: tuple[Event, ...]
    relations: tuple[CharacterRelation, ...]
    dialogue: tuple[DialogueLine, ...]
    set_aside: tuple[SetAside, ...]


def reconcile_story(claims: Sequence[Claim], characters: Sequence[Character], cast: Sequence[CastEntry]) -> Story:
    """The story that the asserted ``claims`` tell of the record's ``characters``."""
    nameless = [claim.value for claim in claims if isinstance(claim.value, CharacterName) and not claim.value.name[:1].isupper()]
    names = StoryNames(characters, cast, nameless)
    told = [claim for claim in claims if isinstance(claim.value, StoryEvent | StoryRelation | SpokenLine)]
    sure = [claim for claim in told if claim.confidence >= LEAST]
    aside = [SetAside(claim=claim, reason=_UNSURE) for claim in told if claim.confidence < LEAST]
    relations, reflexive = _relations(sure, names)
    aside += [SetAside(claim=claim, reason=_ONE_PERSON) for claim in reflexive]
    return Story(events=_events(sure, names), relations=relations, dialogue=_dialogue(sure, names), set_aside=tuple(aside))


@dataclass(slots=True)
class _Told:
    """One event while it is gathered."""

    key: tuple[object, ...]
    event: StoryEvent
    agent: str | None
    patient: str | None
    claims: list[Claim]


def _events(claims: Sequence[Claim], names: StoryNames) -> tuple[Event, ...]:
    """The events of all tellings, woven into the longest one."""
    tellings: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, StoryEvent):
            event, document = claim.value, claim.evidence[0].document
            agent, patient = names.of(event.agent), names.of(event.patient)
            deed = SAME_DEED.get(event.verb, event.verb)
            key = (deed, name_key(agent or ""), name_key(patient or ""), event.deleted_scene)
            tellings[document, claim.extractor].append(_Told(key, event, agent, patient, [claim]))
    woven: list[_Told] = []
    for telling in sorted(tellings.values(), key=lambda told: (-len(told), in_order(told[0].claims[0]))):
        telling.sort(key=lambda told: (told.event.position, in_order(told.claims[0])))
        _weave(woven, telling)
    events = tuple(
        Event(
            order=order,
            verb=told.event.verb,
            agent=told.agent,
            patient=told.patient,
            place=names.of(_first(told.claims, "place")),
            instrument=_first(told.claims, "instrument"),
            deleted_scene=told.event.deleted_scene,
            confidence=joint_confidence(told.claims),
            evidence=gathered(told.claims),
            id=statement_id(Predicate.EVENT, replace(told.event, agent=told.agent, patient=told.patient)),
            claims=claim_ids(told.claims),
        )
        for order, told in enumerate(woven, 1)
    )
    # The same can happen twice.
    ids = told_apart((event.id, event.evidence) for event in events)
    return tuple(replace(event, id=address) for event, address in zip(events, ids, strict=True))


def _weave(woven: list[_Told], telling: Sequence[_Told]) -> None:
    """Adds a telling: what is known already is joined, what is new stands after what it was told after."""
    # Scenes that were cut have no place in the order of the rest.
    after = len(woven) if all(told.event.deleted_scene for told in telling) else 0
    known = {id(told) for told in woven}
    for told in telling:
        match = next((index for index, other in enumerate(woven) if other.key == told.key and id(other) in known), None)
        if match is None and any(told.claims[0].evidence == other.claims[0].evidence and told.key == other.key for other in woven):
            match = next(i for i, o in enumerate(woven) if o.key == told.key and o.claims[0].evidence == told.claims[0].evidence)
        if match is None:
            woven.insert(after, told)
            after += 1
        else:
            woven[match].claims += told.claims
            known.discard(id(woven[match]))
            after = match + 1


def _first(claims: Iterable[Claim], field: str) -> str | None:
    for claim in sorted(claims, key=lambda claim: (-claim.confidence, in_order(claim))):
        value: str | None = getattr(claim.value, field)
        if value is not None:
            return value
    return None


def _relations(claims: Sequence[Claim], names: StoryNames) -> tuple[tuple[CharacterRelation, ...], tuple[Claim, ...]]:
    """One relation for each tie between two persons, in the order of the documents; and claims that tie somebody to himself."""
    groups: dict[tuple[object, ...], list[tuple[Claim, str, str, str]]] = {}
    reflexive = []
    for claim in sorted(claims, key=in_order):
        value = claim.value
        if not isinstance(value, StoryRelation):
            continue
        a, b = names.of(value.a) or value.a, names.of(value.b) or value.b
        if name_key(a) == name_key(b):
            reflexive.append(claim)
            continue
        key = (TIES.get(value.relation, value.relation), frozenset((name_key(a), name_key(b))))
        groups.setdefault(key, []).append((claim, a, value.relation, b))
    relations = []
    for group in groups.values():
        _, a, relation, b = min(group, key=lambda told: (_CLOSENESS.get(told[2], 0), -told[0].confidence, in_order(told[0])))
        every = [claim for claim, *_ in group]
        relations.append(
            CharacterRelation(
                a=a,
                relation=relation,
                b=b,
                confidence=joint_confidence(every),
                evidence=gathered(every),
                id=statement_id(Predicate.RELATION, StoryRelation(a=a, relation=relation, b=b)),
                claims=claim_ids(every),
            )
        )
    return tuple(relations), tuple(reflexive)


def _dialogue(claims: Sequence[Claim], names: StoryNames) -> tuple[DialogueLine, ...]:
    """Each line once: a document that quotes more of it gives the words."""
    lines: list[tuple[str, list[tuple[Claim, SpokenLine]]]] = []
    for claim in sorted(claims, key=in_order):
        if not isinstance(claim.value, SpokenLine):
            continue
        key = title_words_key(claim.value.words.quote) or slugify(claim.value.words.quote)
        for index, (known, group) in enumerate(lines):
            if known in key or key in known:
                group.append((claim, claim.value))
                lines[index] = (max(known, key, key=len), group)
                break
        else:
            lines.append((key, [(claim, claim.value)]))
    spoken = []
    for _, group in lines:
        longest = max(group, key=lambda pair: (len(pair[1].words.quote), -pair[0].evidence[0].span.start))[1]
        speaker = next((line.speaker for _, line in group if line.speaker), None)
        # The words stand first, so that whoever cites the line opens on them.
        evidence = tuple(dict.fromkeys((longest.words, *gathered(claim for claim, _ in group))))
        spoken.append(
            DialogueLine(
                speaker=names.of(speaker),
                words=longest.words.quote,
                evidence=evidence,
                id=statement_id(Predicate.DIALOGUE, longest),
                claims=claim_ids(claim for claim, _ in group),
            )
        )
    return tuple(spoken)
