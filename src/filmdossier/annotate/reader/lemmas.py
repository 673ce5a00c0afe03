"""Lemmas as edits of a word: "drop two letters, add 'e'" turns "chasing" into "chase".

A script is "KEEP|CASE:drop:add": what is dropped and added at the end, after the word is
lower-cased or not. A lemma that no such edit reaches ("is" → "be") is written out: "=be".
"""

# Plurals that bend within. They are too few in the treebank to be learned: "men" became "me".
_PLURALS = dict(
    zip(
        "men women children feet teeth geese mice wives knives lives thieves wolves".split(),
        "man woman child foot tooth goose mouse wife knife life thief wolf".split(),
        strict=True,
    )
)


def script_of(word: str, lemma: str) -> str:
    """The edit that turns ``word`` into ``lemma``."""
    best = ""
    for case, base in (("keep", word), ("lower", word.lower())):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        dropped, added = len(base) - shared, lemma[shared:]
        script = f"{case}:{dropped}:{added}"
        if shared and (not best or dropped + len(added) < _cost(best)):
            best = script
    return best or f"={lemma}"


def _cost(script: str) -> int:
    _, dropped, added = script.split(":", 2)
    return int(dropped) + len(added)


def apply(script: str, word: str) -> str:
    """The lemma of ``word`` by ``script``; the word in lower case where the edit does not fit."""
    if script.startswith("="):
        return script[1:]
    case, dropped, added = script.split(":", 2)
    base = word if case == "keep" else word.lower()
    return base[: len(base) - int(dropped)] + added if int(dropped) < len(base) or added else word.lower()


def lemma(script: str, word: str, pos: str) -> str:
    """The lemma of ``word``, a ``pos``, for which the model chose ``script``."""
    bent = _PLURALS.get(word.lower()) if pos == "NOUN" else None
    return bent or apply(script, word)
