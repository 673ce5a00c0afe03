"""The film's performers and characters as claims.

Fields, lists and tables are read first; they tell who performs, and with that the sentences are
read. Characters follow from the cast. Refuses to make a performer of a character or the reverse.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from filmdossier.extract.cast.characters import characters
from filmdossier.extract.cast.lists import listed
from filmdossier.extract.cast.names import person_key, surname
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.prose import told
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import CastMember, Claim, Polarity, Predicate
from filmdossier.model.text import Span

_ALIKE = 87.0  # per cent; two spellings of a name, measured on infoboxes against the cast lists under them
_GROUP = re.compile(r"\b(?P<family>[^\s]+) (?:Sisters|Brothers|Twins|Family|Bros\.?)$")
_SELF = frozenset({"himself", "herself", "themselves"})


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
            *performance.spans,
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
    in_fields = {person_key(p.actor) for p in found if p.rule.startswith("field")}
    in_lists = {person_key(p.actor) for p in found if not p.rule.startswith("field")}
    for key in sorted(in_fields - in_lists):
        # "Shobana" above, "Shobhana" in the list: one performer unless both are named in both.
        alike = [other for other in sorted(in_lists - in_fields) if other[0] == key[0] and fuzz.ratio(key, other) >= _ALIKE]
        if len(alike) == 1:
            spelling[key] = spelling[alike[0]]
    return [performance.named(spelling[person_key(performance.actor)]) for performance in found]


def _settled(found: Sequence[Performance]) -> list[Performance]:
    """The performances without repetitions and without what surer sources contradict."""
    listed_parts: dict[str, list[str]] = {}
    players: dict[str, set[str]] = {}
    named: set[str] = set()
    in_fields = {person_key(p.actor) for p in found if p.rule.startswith("field")}
    for performance in found:
        if performance.part is None or performance.polarity is not Polarity.ASSERTED:
            continue
        if performance.rule.startswith(("list", "table")):
            listed_parts.setdefault(person_key(performance.actor), []).append(performance.part.character)
            players.setdefault(person_key(performance.part.character), set()).add(person_key(performance.actor))
        if performance.part.named:
            named.add(person_key(performance.actor))
    surnames = Counter(surname(name) for name in {p.actor for p in found if p.polarity is Polarity.ASSERTED})
    kept: dict[tuple[object, ...], Performance] = {}
    for performance in found:
        actor, part = person_key(performance.actor), performance.part
        if (
            part is not None
            and part.character == "Narrator"
            and any(name.casefold() != "narrator" for name in listed_parts.get(actor, []))
        ):
            continue
        if part is None and performance.rule == "list name" and actor in players:
            continue  # a character's name on a line of its own
        group = _GROUP.search(performance.actor)
        if group and surnames[group["family"]] >= 2:
            continue  # "the Lane Sisters" beside the sisters themselves
        if part is not None and not performance.sure_source and actor not in listed_parts and actor not in in_fields:
            others = players.get(person_key(part.character), set())
            if others - {actor}:
                continue  # somebody else was cast in the end
        if part is not None and not part.named and actor in named and part.character.casefold() not in _SELF:
            # The performer's part has a name elsewhere in the document; the description adds nothing but a second part.
            performance = replace(performance, part=None)
            part = None
        key = (actor, part.character if part else None, performance.span, performance.polarity)
        kept.setdefault(key, performance)
    # Several patterns may read one mention: where one of them gives a part, the others add nothing; without parts, the surest stays.
    told_there: dict[tuple[str, Span], list[Performance]] = {}
    for performance in kept.values():
        told_there.setdefault((person_key(performance.actor), performance.span), []).append(performance)
    final: list[Performance] = []
    for performance in kept.values():
        together = told_there[person_key(performance.actor), performance.span]
        if performance.part is None and (
            any(p.part is not None for p in together) or performance is not max(together, key=lambda p: p.confidence)
        ):
            continue
        final.append(performance)
    return final
