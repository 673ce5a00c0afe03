"""Turns the grammar of English spaCy pipelines into Universal Dependencies, as far as a rule can.

Those pipelines use the ClearNLP labels: prepositions and forms of "be" head what UD hangs them on,
and conjuncts form a chain. One sentence's tokens enter, a head and a UD relation for each leave.
Labels that are UD already (pipelines for most other languages) pass through unchanged.

Sources: ClearNLP guidelines (Choi and Palmer, 2012); https://universaldependencies.org/u/dep/
"""

from collections.abc import Sequence
from dataclasses import dataclass

_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_RELATIONS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",  # one without an object: "he walks in"
    "agent": "obl:agent",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "": "dep",
}


@dataclass(slots=True)
class Token:
    """A word as the pipeline parsed it; ``head`` is an index into its sentence, its own for the root."""

    head: int
    label: str
    pos: str  # universal part of speech
    lemma: str


def to_universal(sentence: Sequence[Token]) -> list[tuple[int, str]]:
    """For each token its head and its relation; a sentence in several trees becomes one, the later roots as parataxis."""
    tokens = [Token(token.head, token.label, token.pos, token.lemma) for token in sentence]
    _hang_prepositions(tokens)
    _hang_copulas(tokens)
    _flatten_conjuncts(tokens)
    first = next((index for index, token in enumerate(tokens) if token.head == index), None)
    for index, token in enumerate(tokens):
        if token.head == index:
            token.head, token.label = (first or 0, "parataxis") if index != first else (index, "root")
    return [(token.head, _RELATIONS.get(token.label, token.label)) for token in tokens]


def _children(tokens: Sequence[Token], head: int) -> list[int]:
    return [index for index, token in enumerate(tokens) if token.head == head and index != head]


def _replace(tokens: Sequence[Token], old: int, new: int, relation: str) -> None:
    """Puts ``new`` where ``old`` was, and ``old`` with all it headed under ``new``."""
    head, label = tokens[old].head, tokens[new].label
    for child in _children(tokens, old):
        if child != new:
            tokens[child].head = new
    tokens[new].head = new if head == old else head
    tokens[new].label = tokens[old].label if label in ("attr", "acomp") else label
    tokens[old].head, tokens[old].label = new, relation


def _hang_prepositions(tokens: Sequence[Token]) -> None:
    # From the right: in "out of the bar" the noun must have come up to "of" before it comes up to "out".
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        below = _children(tokens, index)
        noun = next((child for child in below if tokens[child].label == "pobj"), None)
        clause = next((child for child in below if tokens[child].label == "pcomp"), None)
        raised = next((child for child in below if tokens[child].label in ("obl", "nmod") and token.label in _PREPOSITIONS), None)
        found = next((child for child in (noun, raised, clause) if child is not None), None)
        if found is None:
            continue
        outer = tokens[token.head]
        predicate = outer.pos in _PREDICATES
        if token.label not in _PREPOSITIONS:  # "in the bar" as a fragment, or a conjunct of its own
            relation = token.label
        elif found == clause and noun is None and raised is None:
            relation = "advcl" if predicate else "acl"
        elif token.label == "agent":
            relation = "obl:agent"
        else:
            relation = "obl" if predicate or token.label == "dative" else "nmod"
        _replace(tokens, index, found, "mark" if found == clause and noun is None and raised is None else "case")
        tokens[found].label = relation


def _hang_copulas(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.lemma != "be" or token.pos not in ("AUX", "VERB"):
            continue
        below = _children(tokens, index)
        complement = next((child for child in below if tokens[child].label in ("attr", "acomp")), None)
        if complement is None:
            continue
        if any(tokens[child].label == "expl" for child in below):  # "there is a man": he is the subject
            tokens[complement].label = "nsubj"
        else:
            _replace(tokens, index, complement, "cop")


def _flatten_conjuncts(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.label == "cc":
            later = [child for child in _children(tokens, token.head) if child > index and tokens[child].label == "conj"]
            if later:
                token.head = later[0]
    for token in tokens:
        while token.label == "conj" and tokens[token.head].label == "conj" and tokens[token.head].head != token.head:
            token.head = tokens[token.head].head
