"""Finds of whom a noun is said: "Helen is Bob's wife", "turns out to be his brother", "is his boss, his best friend".

A tree enters with the place of a noun; leaves the place of what it is said of, None where it is no predicate.
"""

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.subjects import Subjects

_BECOMING = frozenset({"become", "remain"})
# "turns out to be", "used to be", "is revealed to be": the noun is under the verb, with a "be" of its own.
_SHOWN = frozenset({"turn", "use", "prove", "reveal", "happen", "discover", "find"})
_TAKEN_ON = frozenset({"hire", "employ", "appoint", "recruit", "choose", "engage"})
_WORKING = frozenset({"work", "serve", "act"})


def said_of(tree: Tree, subjects: Subjects, index: int) -> int | None:
    """The head of what the noun is said of; None where it is said of nothing."""
    said = tree.child(index, "nsubj") if tree.children(index, "cop") else None
    if said is not None and tree.relative(said) and tree.base(index) == "acl":
        return tree.heads[index]  # "Helen, who is Bob's wife"
    head = tree.heads[index]
    if said is not None or head is None:
        return said
    if tree.relation(index) == "xcomp":
        return _under(tree, subjects, index, head)
    if tree.relation(index) == "obj" and tree.lemma(head) == "make":
        return next((kid for kid in tree.children(head, "obj", "iobj") if kid < index), None)  # both taken for its objects
    if tree.base(index) == "obl" and tree.cases(index) == "as":
        return _as(tree, subjects, index, head)
    if tree.base(index) in ("conj", "appos", "list", "parataxis") and head < index and tree.children(head, "cop"):
        # "is Karl's manager, his closest friend": a further predicate, unless a name goes on from it.
        named = index + 1 < len(tree) and tree.pos(index + 1) == "PROPN"
        many = tree.surface(index).casefold() != tree.lemma(index)
        own = tree.children(index, "nsubj", "cop", "appos", "flat")
        return said_of(tree, subjects, head) if not (named or many or own) else None
    return None


def _under(tree: Tree, subjects: Subjects, index: int, head: int) -> int | None:
    """What a noun under a verb is said of: "becomes his wife", "makes her his wife", "hires him to be his driver"."""
    lemma = tree.lemma(head)
    if lemma in _BECOMING or (lemma in _SHOWN and tree.children(index, "cop")):
        return next(iter(subjects.of(head)), None)
    if lemma == "make" or (lemma in _TAKEN_ON and tree.children(index, "cop")):
        return tree.child(head, "obj") if not subjects.passive(head) else next(iter(subjects.of(head)), None)
    return None


def _as(tree: Tree, subjects: Subjects, index: int, verb: int) -> int | None:
    """Who works as something: "is working as Han's bodyguard", "hires her as his maid", "they part as friends"."""
    if tree.lemma(verb) in _WORKING | _TAKEN_ON:
        held = tree.child(verb, "obj", "nsubj:pass") if tree.lemma(verb) not in _WORKING else None
        return held if held is not None else next(iter(subjects.of(verb)), None)
    return next(iter(subjects.of(verb)), None) if tree.surface(index).endswith("s") else None


def served(tree: Tree, subjects: Subjects, index: int) -> int | None:
    """Whose it is that somebody works as: "serves them as cook", "works for Karl as a driver", "hires her as a maid"."""
    verb = tree.heads[index]
    if verb is None or tree.base(index) != "obl" or tree.cases(index) != "as" or tree.pos(verb) != "VERB":
        return None
    if tree.lemma(verb) in _TAKEN_ON:
        by = tree.child(verb, "obl:agent")
        return by if subjects.passive(verb) else next(iter(subjects.of(verb)), None)
    if tree.lemma(verb) not in _WORKING:
        return None
    held = tree.child(verb, "obj")
    return (
        held if held is not None else next((kid for kid in tree.children(verb, "obl") if tree.cases(kid) in ("for", "under")), None)
    )
