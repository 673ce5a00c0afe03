"""What speaks for a span as the answer to a question: one documented number each.

A question, the span and what its sentence shares with the question enter; numbers between about
-1 and 1 leave, by name. What they weigh is fitted in ``training/ask`` and shipped in ``weights.json``.
"""

import itertools
import re
from collections.abc import Sequence

from filmdossier.ask.asking import Asked, Setting
from filmdossier.ask.form import form
from filmdossier.ask.grammar import place_of, steps
from filmdossier.ask.likeness import likeness
from filmdossier.ask.questions import Wanted
from filmdossier.ask.spans import Found, Shape
from filmdossier.ask.stems import content_stems, stem
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
    values |= _named(found, setting)
    values |= _beside(found, setting)
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


def _named(found: Found, setting: Setting) -> dict[str, float]:
    """How probable it is that the span is the name of a person, a place and so on: the mean over its words in capitals."""
    text = found.passage.document.text
    starts = [match.start() + found.span.start for match in _CAPITAL.finditer(found.span.of(text))]
    if not starts or len(found.words) > _LONGEST_NAME:
        return {}
    totals: dict[str, float] = {}
    for start in starts:
        for kind, share in setting.named.get(start, {}).items():
            totals[kind] = totals.get(kind, 0.0) + share
    values = {f"name {kind}": total / len(starts) for kind, total in totals.items()}
    if setting.asked.question.wanted is Wanted.PERSON:
        about = "making" if setting.asked.making else "story"
        values |= {f"{about}: {name}": value for name, value in values.items()}
    return values


def _beside(found: Found, setting: Setting) -> dict[str, float]:
    """What stands right before and after the span: "called", a cause that the rest follows from, a name that the question gives."""
    text, span, passage = found.passage.document.text, found.span, found.passage.span
    before, after = text[max(passage.start, span.start - _NEAR) : span.start], text[span.end : min(passage.end, span.end + _NEAR)]
    names = {one for name in setting.asked.name_stems for one in name}
    words = content_stems(_OUTER.split(before)[-1])[-1:] + content_stems(_OUTER.split(after)[0])[:1]
    return {
        "called": float(bool(_CALLED.search(before))),
        "therefore": float(found.shape in (Shape.CLAUSE, Shape.SENTENCE) and bool(_THEREFORE.match(after))),
        "adjoins name": float(bool(names.intersection(words))),
        "place: alike": _placelike(found, setting),
        "unit": float(bool(setting.asked.unit) and bool(setting.asked.unit.search(found.words))) if setting.asked.unit else 0.0,
    }


def _placelike(found: Found, setting: Setting) -> float:
    """How much the head of the span means a place, where one is asked for."""
    if setting.asked.question.wanted is not Wanted.PLACE or found.head is None or found.head not in setting.words:
        return 0.0
    return likeness().placelike(stem(setting.words[found.head].span.of(found.passage.document.text)))


_NEAR = 40
_OUTER = re.compile(r"[;:.!?()]")
_CALLED = re.compile(
    r"(?:\b(?:called|named|nicknamed|dubbed|titled|entitled|name (?:is|was|of)|names? (?:him|her|it|them)|known as|title[d]? (?:of|is|was))|\bnames? \w+),?\s*[\"“'‘]?$",
    re.IGNORECASE,
)
_THEREFORE = re.compile(r"\s*[,;:]?\s*(?:and |that is why |which is why )?(?:so|thus|therefore|hence)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w'’])[^\W\d_a-z]\w*")
_LONGEST_NAME = 60
