"""Tells two roles of one person from two persons: "his friend and superior Anton Grubitz", not "his wife and son".

A tree enters with two joined words; leaves whether the second only says more of the first.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.kin import FAMILY, gender_of_noun, tie_of

if TYPE_CHECKING:
    from filmdossier.extract.story.grammar import Tree

_OWN = ("det", "nmod:poss", "nummod")
_MANY = frozenset({"are", "were", "have", "both"})
_IN_ASIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "CCONJ", "NUM", "PRON"})
_FARTHEST = 12  # words from a name to the end of its aside


def second_role(tree: "Tree", first: int, second: int) -> bool:
    """Whether ``second``, joined to ``first``, is another role of the same person."""
    if aside_of(tree, second) is not None:
        return True
    if tree.pos(first) != "NOUN" or tree.children(second, *_OWN) or not tree.children(first, *_OWN) or not _role(tree.noun(first)):
        return False
    head = tree.heads[first]
    if _plural(tree, first) or (
        head is not None and any(tree.surface(kid).casefold() in _MANY for kid in tree.children(head, "aux", "aux:pass", "cop"))
    ):
        return False
    if tree.pos(second) == "PROPN":
        role = next((kid for kid in tree.children(second, "amod", "compound", "nmod:desc") if tree.surface(kid).islower()), None)
        noun = tree.surface(role).casefold() if role is not None else ""
        return bool(noun) and _joinable(tree.noun(first), noun)
    if tree.pos(second) != "NOUN" or _plural(tree, second):
        return False
    after = second + 1
    if after < len(tree) and tree.surface(after) == ",":
        after += 1
    named = after < len(tree) and tree.pos(after) == "PROPN"
    return (named or tree.base(first) == "appos") and _joinable(tree.noun(first), tree.noun(second))


def aside_of(tree: "Tree", index: int) -> int | None:
    """The last word of the name whose aside ends in a joined role: "Sam, the pianist and Rick's friend, …"."""
    if tree.relation(index) != "conj" or tree.pos(index) != "NOUN" or tie_of(tree.noun(index)) is None or _plural(tree, index):
        return None
    if index + 1 >= len(tree) or tree.surface(index + 1) not in (",", "."):
        return None
    joined = False
    for step in range(index - 1, max(index - _FARTHEST, 0), -1):
        if tree.surface(step) == ",":
            opens = (tree.pos(step + 1) == "DET" or tree.relation(step + 1) == "nmod:poss") and any(
                tree.pos(word) == "NOUN" and _role(tree.noun(word)) for word in range(step + 2, index)
            )
            return step - 1 if joined and opens and tree.pos(step - 1) == "PROPN" else None
        if tree.pos(step) not in _IN_ASIDE and tree.surface(step) not in ("-", "–"):
            return None
        joined = joined or tree.lemma(step) == "and"
    return None


def _role(noun: str) -> bool:
    return person_noun(noun) or tie_of(noun) is not None


def _plural(tree: "Tree", index: int) -> bool:
    surface = tree.surface(index).casefold()
    return surface != tree.lemma(index) and surface.endswith(("s", "men", "women", "children"))


def _joinable(first: str, second: str) -> bool:
    """Whether one can be both: no two of a family, no man and woman."""
    ties = [tie.relation for noun in (first, second) if (tie := tie_of(noun)) is not None]
    genders = {gender for noun in (first, second) if (gender := gender_of_noun(noun)) is not None}
    known = _role(second) or second in ("superior", "confidant", "subordinate", "rival")
    return known and len(genders) < 2 and sum(tie in FAMILY for tie in ties) < 2
