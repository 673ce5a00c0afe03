"""Names each statement by its meaning, so that a decision on it finds it again after any reading.

A predicate and a value enter; an id such as ``director:robert-rodriguez`` or
``cast:salma-hayek.carolina`` leaves. Two spellings that reconcile as one value have one id; where a
document says it, and at which characters, has no part in it.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from filmdossier.model.claim import (
    AggregatorScore,
    CastMember,
    CharacterName,
    Claim,
    Connection,
    CriticReview,
    Detail,
    Polarity,
    Predicate,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.text import Evidence
from filmdossier.model.titles import slugify
from filmdossier.reconcile.policy import policy_of
from filmdossier.reconcile.values import name_key, title_words_key

_LONGEST = 72
_SIGNS = str.maketrans({"$": "usd-", "£": "gbp-", "€": "eur-", "₹": "inr-", "¥": "jpy-", "+": "", "_": "-"})
_BETWEEN = re.compile(r"[\W_]+")
_LEFT_OUT = re.compile(r"[^\w .\-$£€₹¥+]")  # what an id shows no trace of

# Words that tell one tie from either side, or in other words: "his son" is told of the father too.
TIES: dict[str, str] = {
    word: tie
    for tie, words in {
        "parent": "father mother parent son daughter child stepfather stepmother stepson stepdaughter",
        "sibling": "brother sister sibling twin half-brother half-sister stepbrother stepsister",
        "couple": "husband wife spouse boyfriend girlfriend fiancé fiancée lover",
        "grandparent": "grandfather grandmother grandson granddaughter grandparent grandchild",
        "uncle": "uncle aunt nephew niece",
        "employer": "boss employer employee henchman bodyguard assistant servant secretary",
    }.items()
    for word in words.split()
}
SAME_DEED: dict[str, str] = {"murder": "kill", "slay": "kill", "wed": "marry", "kidnap": "abduct", "rescue": "save"}


def statement_id(predicate: Predicate, value: Value, *, origin: str = "") -> str:
    """The id of the statement; ``origin`` names the document of an unsigned review, which has no other name."""
    match value:
        case str():
            return _id(predicate.value, policy_of(predicate).key(value))
        case CastMember(actor=actor, character=character):
            return _id("cast", name_key(actor), *([name_key(character)] if character else []))
        case CharacterName(name=name):
            return _id("character", name_key(name))
        case Connection(relation=relation, film=film):
            return _id("connection", relation.value, title_words_key(film))
        case AggregatorScore(name=name, audience=audience):
            return _id("aggregator", name_key(name), *(["audience"] if audience else []))
        case CriticReview(critic=critic, outlet=outlet):
            if not critic and not outlet:
                return _id("review", "unsigned", "in", slugify(origin) or origin)
            return _id("review", name_key(critic or "unsigned"), *([name_key(outlet).removeprefix("the-")] if outlet else []))
        case StoryEvent(verb=verb, agent=agent, patient=patient, deleted_scene=deleted):
            parts = (name_key(agent or ""), slugify(SAME_DEED.get(verb, verb)) or verb, name_key(patient or ""))
            return _id("event", *parts, *(["cut"] if deleted else []))
        case StoryRelation(a=a, relation=relation, b=b):
            first, second = sorted((name_key(a), name_key(b)))
            return _id("relation", first, slugify(TIES.get(relation, relation)) or relation, second)
        case SpokenLine(words=words):
            return _id("dialogue", title_words_key(words.quote))
        case Detail(about=about, value=detail):
            return _id("detail", slugify(about) or about, title_words_key(detail))


def conflict_id(about: str) -> str:
    """The id of the conflict about something."""
    return _id("conflict", slugify(about) or about)


def claim_address(claim: Claim, origins: Mapping[str, str] | None = None) -> str:
    """The id of the statement that a claim makes; one that does not assert it says so in front: ``planned.cast:…``."""
    origin = (origins or {}).get(claim.evidence[0].document, "")
    address = statement_id(claim.predicate, claim.value, origin=origin)
    return address if claim.polarity is Polarity.ASSERTED else f"{claim.polarity.value}.{address}"


def told_apart(addressed: Iterable[tuple[str, tuple[Evidence, ...]]]) -> list[str]:
    """The ids, each once: the first of several keeps it, a further one is told by the words it rests on."""
    taken: set[str] = set()
    ids = []
    for address, evidence in addressed:
        if address in taken:
            address = f"{address}~{_digest(' '.join(slugify(one.quote) or one.quote for one in evidence[:1]))}"
        further, number = address, 1
        while further in taken:
            number += 1
            further = f"{address}.{number}"
        taken.add(further)
        ids.append(further)
    return ids


def _id(part: str, *keys: str) -> str:
    """``part:key.key``: letters, digits, hyphens; what had to be left out or cut off is told by a digest."""
    plain = [_BETWEEN.sub("-", key.translate(_SIGNS)).strip("-") for key in keys]
    joined = ".".join(plain)
    lost = any(map(_LEFT_OUT.search, keys))
    if len(joined) > _LONGEST:
        joined, lost = joined[:_LONGEST].rstrip("-."), True
    return f"{part}:{joined}" + (f"~{_digest(chr(0).join(keys))}" if lost else "")


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]
