"""Who does what to whom, and how the characters stand to each other, from the story of a record.

Answers only where the events account for every word of the question: the verb by its meaning, the
names by the persons of the event, the rest by what else the event holds. In the record the pronouns
are resolved ("she shoots him" names both), which no sentence by itself can give.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.grammar import AGENT, PATIENT, AskedRole
from filmdossier.ask.likeness import likeness
from filmdossier.ask.names import is_named
from filmdossier.ask.questions import Question, Wanted
from filmdossier.ask.stems import content_stems, stem
from filmdossier.model.film import Event, FilmRecord

# "kill" and "murder", "shoot", "die" are alike by .34 to .47; what is less alike is another deed.
_SAME_DEED = 0.33
_MOST = 3  # different answers: a question that has more was about something else
_RELATED = re.compile(
    r"^who (?:is|was|are|were) (?P<whose>.+?)['’]s? (?P<relation>[\w' -]+?)\??$|^who (?:is|was|are|were) the (?P<relation_of>[\w -]+?) of (?P<of>.+?)\??$",
    re.IGNORECASE,
)
_MARRIED = re.compile(
    r"^(?:(?:who|whom) (?:is|was|does|did) (?P<a>.+?) (?:married to|marry)|who (?:is married to|marries|married) (?P<b>.+?))\??$",
    re.IGNORECASE,
)
_SPOUSES = frozenset({"wife", "husband", "spouse", "bride", "groom"})
_MAKERS = re.compile(r"\b(?:director|writer|producer|editor|composer|cinematographer|star|author|distributor)s?\b", re.IGNORECASE)


def relations_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """Who is somebody's wife, brother, employer."""
    married = _MARRIED.match(question.plain)
    match = _RELATED.match(question.plain)
    if married:
        name, wanted = married["a"] or married["b"], _SPOUSES
    elif match and not _MAKERS.search(match["relation"] or match["relation_of"]):
        name = match["whose"] or match["of"]
        asked = (match["relation"] or match["relation_of"]).casefold()
        wanted = _SPOUSES if asked in _SPOUSES else frozenset({asked})
    else:
        return
    found = []
    for relation in record.relations:
        said = relation.relation.casefold()
        either = said in _SPOUSES and wanted == _SPOUSES
        if not either and said not in wanted:
            continue
        if is_named(name, _forms(relation.b, record)):
            found.append((relation.a, relation))
        elif either and is_named(name, _forms(relation.a, record)):
            found.append((relation.b, relation))
    if 0 < len({value for value, _ in found}) <= _MOST:
        evidence = [one for _, relation in found for one in relation.evidence]
        confidence = min(relation.confidence for _, relation in found)
        yield Asked(part="relation", left_over=(), candidate=candidate([value for value, _ in found], evidence, confidence))


_WHO_IS = re.compile(r"^who (?:is|was) (?P<name>[^\W\d_a-z].*?)(?: in the (?:film|story|movie))?\??$")


def persons_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """Who a character is: what the documents call them, else whose friend, wife or killer they are."""
    match = _WHO_IS.match(question.plain[:1].casefold() + question.plain[1:])
    if match is None or re.search(r"\w['’]s? \w", match["name"]) or " of " in match["name"]:
        return
    name = match["name"].rstrip("?. ")
    described = [one for one in record.characters if one.description and is_named(name, (one.name, *one.aliases))]
    relations = [one for one in record.relations if is_named(name, _forms(one.a, record)) and one.a != one.b]
    values = [one.description for one in described] + [f"{one.b}'s {one.relation}" for one in relations[:_MOST]]
    evidence = [cited for one in described for cited in one.evidence]
    evidence += [cited for relation in relations[:_MOST] for cited in relation.evidence]
    if values and evidence:
        yield Asked(part="character", left_over=(), candidate=candidate(values, evidence, 0.8))


def events_asked(question: Question, role: AskedRole, record: FilmRecord) -> Iterator[Asked]:
    """Who does the deed, or to whom it is done."""
    if question.wanted is not Wanted.PERSON or role.role not in (AGENT, PATIENT) or not role.verb or question.quoted:
        return
    near = likeness().near(role.verb)
    others = [one for one in content_stems(question.plain) if one != role.verb]
    if not others:
        return
    found = []
    for event in record.events:
        like = max((near.get(stem(word), 0.0) for word in event.verb.split()[:2]), default=0.0)
        value = event.agent if role.role == AGENT else event.patient
        if like >= _SAME_DEED and value is not None and _accounts(event, role, others, question, record):
            found.append((like, value, event))
    best = max((like for like, _, _ in found), default=0.0)
    found = [item for item in found if item[0] == best]
    if 0 < len({value for _, value, _ in found}) <= _MOST:
        evidence = [one for _, _, event in found for one in event.evidence]
        confidence = min(event.confidence for _, _, event in found)
        yield Asked(part="event", left_over=(), candidate=candidate([value for _, value, _ in found], evidence, confidence))


def _accounts(event: Event, role: AskedRole, others: Sequence[str], question: Question, record: FilmRecord) -> bool:
    """Whether the event holds everything else that the question says, each name in the part that it must have."""
    other = event.patient if role.role == AGENT else event.agent
    rest = set(others)
    for name in question.names:
        if other is None or not is_named(name, _forms(other, record)):
            return False
        rest -= set(content_stems(name))
    held = {one for part in (other, event.place, event.instrument) if part for one in content_stems(part)}
    return rest <= held


def _forms(name: str, record: FilmRecord) -> tuple[str, ...]:
    aliases = next((character.aliases for character in record.characters if character.name == name), ())
    return (name, *aliases)
