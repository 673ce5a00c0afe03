"""The film's performers and characters as claims.

Fields, lists and tables are read first; they tell who performs, and with that the sentences are
read. Characters follow from the cast. Refuses to make a performer of a character or the reverse.
"""

from collections.abc import Iterator, Sequence

from filmdossier.extract.cast_lists import listed
from filmdossier.extract.cast_names import person_key
from filmdossier.extract.cast_performance import Performance
from filmdossier.extract.cast_prose import told
from filmdossier.extract.characters import characters
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import CastMember, Claim, Polarity, Predicate


def cast(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The performers, then the characters."""
    found = performances(annotations, topic)
    for performance in found:
        part = performance.part
        yield claim(
            annotations,
            topic,
            Predicate.CAST,
            CastMember(actor=performance.actor, character=part.character if part else None, note=performance.note),
            performance.span,
            extractor=f"cast: {performance.rule}",
            confidence=performance.confidence,
            polarity=performance.polarity,
        )
    yield from characters(annotations, topic, found)


def performances(annotations: Annotations, topic: Topic) -> list[Performance]:
    """Every performance the passage tells, one form of the name for each performer, in order of trust."""
    sure = _unified(list(listed(annotations, topic)))
    return _settled([*sure, *told(annotations, topic, sure)])


def _unified(found: Sequence[Performance]) -> list[Performance]:
    """The performances with one spelling for each performer: the cast list's before the infobox's."""
    spelling: dict[str, str] = {}
    for performance in sorted(found, key=lambda p: p.rule.startswith("field")):
        spelling.setdefault(person_key(performance.actor), performance.actor)
    return [performance.named(spelling[person_key(performance.actor)]) for performance in found]


def _settled(found: Sequence[Performance]) -> list[Performance]:
    """The performances without repetitions and without what the cast list contradicts."""
    parts: dict[str, list[str]] = {}
    played: dict[str, set[str]] = {}
    for performance in found:
        if performance.part is not None and performance.rule.startswith(("list", "table")):
            parts.setdefault(person_key(performance.actor), []).append(performance.part.character)
            played.setdefault(person_key(performance.part.character), set()).add(person_key(performance.actor))
    kept: dict[tuple[object, ...], Performance] = {}
    for performance in found:
        actor, part = person_key(performance.actor), performance.part
        listed_parts = parts.get(actor, [])
        if part is not None and part.character == "Narrator" and any(name.casefold() != "narrator" for name in listed_parts):
            continue
        if part is not None and not performance.rule.startswith(("list", "table", "field", "caption")):
            others = played.get(person_key(part.character), set()) - {actor}
            if others and performance.polarity is Polarity.ASSERTED and performance.rule.startswith("cast") and not listed_parts:
                continue
        key = (actor, part.character if part else None, performance.span, performance.polarity)
        kept.setdefault(key, performance)
    return list(kept.values())
