"""What speaks for a span as the answer to a question: one documented number each.

A question, the span and what its sentence shares with the question enter; numbers between about
-1 and 1 leave, by name. What they weigh is fitted in ``training/ask`` and shipped in ``weights.json``.
"""

import itertools
from collections.abc import Sequence

from filmdossier.ask.asking import Asked, Setting
from filmdossier.ask.form import form
from filmdossier.ask.grammar import place_of, steps
from filmdossier.ask.spans import Found
from filmdossier.ask.stems import content_stems
from filmdossier.model.annotations import Role

_STORY = frozenset({Role.PLOT, Role.CAST})


def features(found: Found, setting: Setting) -> dict[str, float]:
    """The features of a span, by name; those that are 0 are left out."""
    asked, passage = setting.asked, setting.ranked.passage
    words = found.words
    own = frozenset(content_stems(words))
    shared = own & asked.weights.keys()
    outside = setting.passage_stems - (own - shared)
    near = passage.around
    covered = sum(weight for one, weight in asked.weights.items() if one in outside and one not in own)
    inside = sum(weight for one, weight in asked.weights.items() if one in own)
    around = sum(weight for one, weight in asked.weights.items() if one in near and one not in setting.passage_stems)
    values: dict[str, float] = {
        "covered": covered,
        "around": around,
        "alike": sum(asked.weights[one] * likeness for one, (likeness, other) in setting.alike.items() if other not in own),
        "inside": inside,
        "bm25": setting.ranked.score / max(setting.best, 1e-9),
        "first": float(setting.ranked.rank == 0),
        "new words": len(own - shared) / max(len(own), 1),
        "names": _share(asked.name_stems, outside),
        "names around": _share(asked.name_stems, outside | near),
        "neighbours": _neighbours(asked, passage.stems),
        "own review": float(passage.kind == "review"),
        "story": float(passage.role in _STORY),
    }
    values |= _grammar(found, setting)
    values |= form(found, asked)
    return {name: value for name, value in values.items() if value}


def _share(names: Sequence[frozenset[str]], among: frozenset[str]) -> float:
    """The share of names of which any word is there; a name of which the last word stands alone is still that name."""
    return sum(bool(name & among) for name in names) / len(names) if names else 0.0


def _neighbours(asked: Asked, own: Sequence[str]) -> float:
    content = [one for one in own if one in asked.weights]
    return sum(pair in asked.pairs for pair in itertools.pairwise(content)) / max(len(asked.pairs), 1)


def _grammar(found: Found, setting: Setting) -> dict[str, float]:
    asked = setting.asked
    values = {"verb there": max(setting.verbs.values(), default=0.0)}
    if found.head is None or found.head not in setting.words:
        return values
    text = found.passage.document.text
    verb, role = place_of(found.head, setting.words, text)
    same = setting.verbs.get(verb, 0.0) if verb is not None else 0.0
    values["under the verb"] = same
    if same and asked.role.role:
        values["role fits"] = same * (role == asked.role.role)
        values["role differs"] = same * (role != asked.role.role and {role, asked.role.role} <= {"agent", "patient"})
    elif asked.role.role in ("agent", "patient"):
        values["role alike"] = float(role == asked.role.role)
    near_by = {index: match for index, match in setting.matched.items() if not setting.words[index].span.overlaps(found.span)}
    total = sum(asked.weights[one] * likeness for one, likeness in near_by.values())
    if total:
        close = sum(
            asked.weights[one] * likeness / (1 + steps(found.head, index, setting.words))
            for index, (one, likeness) in near_by.items()
        )
        values["closeness"] = close / total
        apart = min(
            max(setting.words[index].span.start - found.span.end, found.span.start - setting.words[index].span.end)
            for index in near_by
        )
        values["beside"] = 1 / (1 + apart / 10)
    return values
