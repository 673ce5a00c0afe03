"""What a question asks for in terms of grammar, and where a span stands in its sentence.

Words with their relations enter; roles leave that mean the same in active and passive sentences:
who does it, to whom it is done, and under which preposition the rest stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filmdossier.ask.stems import stem
from filmdossier.model.annotations import Word

AGENT, PATIENT = "agent", "patient"
_WH = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how"})
_LIGHT = frozenset({"be", "do", "have", "will", "would", "can", "could", "get"})
_CLIMBED = ("conj", "appos", "flat", "compound", "fixed", "nummod", "det", "amod", "nmod:poss")
_MOST_STEPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRole:
    """The verb a question turns on (its stem, '' where there is none) and the role that is asked for, '' where it is unclear."""

    verb: str
    role: str


def asked_role(words: Sequence[Word], text: str) -> AskedRole:
    """What the question word is to its verb: "who kills X" asks for the agent, "whom does X kill" for the patient."""
    at = next((index for index, word in enumerate(words) if word.span.of(text).casefold() in _WH), None)
    table = dict(enumerate(words))
    if at is None:
        root = next((index for index, word in table.items() if word.head == index), None)
        return AskedRole(verb=stem(words[root].span.of(text)) if root is not None else "", role="")
    verb, role = place_of(at, table, text)
    if verb is not None and stem(words[verb].lemma) in _LIGHT:
        verb = next((index for index, word in table.items() if word.pos == "VERB" and stem(word.lemma) not in _LIGHT), verb)
    if verb is None:
        verb = next((index for index, word in table.items() if word.pos == "VERB" and stem(word.lemma) not in _LIGHT), None)
        if verb is None:
            return AskedRole(verb="", role="")
    return AskedRole(verb=stem(words[verb].span.of(text)), role=role)


def place_of(index: int, words: Mapping[int, Word], text: str) -> tuple[int | None, str]:
    """The verb that governs a word, None where there is none, and the word's role to it."""
    for _ in range(_MOST_STEPS):
        word = words[index]
        if word.head == index or word.head not in words:
            return (index, "root") if word.pos in ("VERB", "AUX") else (None, "")
        head = words[word.head]
        relation = word.relation
        if relation.startswith(_CLIMBED) or (relation.startswith(("nmod", "acl")) and head.pos not in ("VERB", "AUX")):
            index = word.head
            continue
        return word.head, _role(relation, index, words, text)
    return None, ""


def _role(relation: str, index: int, words: Mapping[int, Word], text: str) -> str:
    if relation in ("nsubj:pass", "csubj:pass") or relation.startswith("obj"):
        return PATIENT
    if relation.startswith(("nsubj", "csubj")) or relation == "obl:agent":
        return AGENT
    if relation.startswith("obl"):
        case = next((word for word in words.values() if word.relation == "case" and word.head == index), None)
        if case is None:
            return "obl"
        name = case.span.of(text).casefold()
        return (
            AGENT
            if name == "by" and any(word.relation == "aux:pass" and word.head == words[index].head for word in words.values())
            else name
        )
    return relation.split(":")[0]


def steps(start: int, end: int, words: Mapping[int, Word]) -> int:
    """How many relations lie between two words of one sentence; ``_MOST_STEPS`` where they are further apart."""
    above = {start: 0}
    index, count = start, 0
    while index in words and words[index].head != index and count < _MOST_STEPS:
        index, count = words[index].head, count + 1
        above.setdefault(index, count)
    index, count = end, 0
    while count < _MOST_STEPS:
        if index in above:
            return min(above[index] + count, _MOST_STEPS)
        if index not in words or words[index].head == index:
            break
        index, count = words[index].head, count + 1
    return _MOST_STEPS
