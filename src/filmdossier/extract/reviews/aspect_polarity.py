"""Whether a sentence praises or blames a side of the film that it names, or does neither.

Enters a sentence (or a quotation) of a review; leaves the sides of the film it judges, each with the
words that name it and how sure the reading is. A softmax over what the trained reader of opinions (or,
where none is at hand, the word model of stance) and the lists of judging words say of the window, the
clause and the sentence around the name; its weights for both, 138 numbers, are in ``aspect-polarity.json``
(made by ``training/aspects.py``, see its card).
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from filmdossier.extract.reviews.aspect_kinds import Named, named, whole
from filmdossier.extract.stance import judging_words
from filmdossier.extract.stance_model import softmax, stance_model
from filmdossier.model.annotations import Judge
from filmdossier.model.claim import Aspect

_CLAUSE_BREAK = re.compile(r"[,;:()—–]|\b(?:but|although|though|while|whereas|however|yet|despite|because)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FIRST_PERSON = re.compile(r"\b(?:I|my)\b")
_WINDOW = 6  # words on either side
# A side is judged where praise or blame is nearly as likely as neither: fitted with the weights, on whole reviews.
_AGAINST_NEITHER = 0.7
_Read = TypeVar("_Read")
_SUREST = 6.0  # log-odds of an opinion: beyond that nothing is surer


@dataclass(frozen=True, slots=True)
class Judged:
    """A side of the film that is praised (``good``) or blamed; ``start`` and ``end`` are the words that name it."""

    kind: Aspect
    good: bool
    probability: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PolarityModel:
    """Weights by class (praised, neither, blamed) in the order of :func:`features`."""

    weights: Sequence[Sequence[float]]
    bias: tuple[float, float, float]

    def probabilities(self, row: Sequence[float]) -> tuple[float, float, float]:
        """The probabilities of praised, neither and blamed."""
        praised, neither, blamed = (
            bias + sum(weight * value for weight, value in zip(weights, row, strict=True))
            for bias, weights in zip(self.bias, self.weights, strict=True)
        )
        return softmax((praised, neither, blamed))


def features(words: str, found: Named, judge: Judge | None = None) -> list[float]:
    """What the softmax sees of one naming of a side in a sentence; with a ``judge`` one figure fewer, in another order."""
    clause = clause_around(words, found)
    parts = (clause, words, _window(words, found))
    listed, scores = _read_each(judging_words, parts), _read_each(stance_model().scores, parts if judge is None else (words,))
    if judge is None:
        row = [positive - negative for positive, _, negative in scores]
    else:
        row = [min(max(judge(part), -_SUREST), _SUREST) for part in (clause, words)]
    return [
        *row,
        *(good - bad for good, bad in listed),
        *(abs(value) for value in row),
        *(good + bad for good, bad in listed),
        scores[len(scores) // 2][1],
        _polarity_of_name(words[found.start : found.end]),
        float(found.kind in (Aspect.HUMOUR, Aspect.SCRIPT)),
        float(found.kind in (Aspect.CREDIBILITY, Aspect.ORIGINALITY, Aspect.THEMES)),
        float(found.kind in (Aspect.ACTION, Aspect.IMAGES)),
        float(found.kind is Aspect.FILM),
        float(found.kind in (Aspect.STORY, Aspect.CHARACTERS)),
        float(found.kind is Aspect.ACTING),
        len(words.split()) / 30,
        float("!" in words),
        float(_FIRST_PERSON.search(words) is not None),
    ]


def _read_each(read: Callable[[str], _Read], parts: Sequence[str]) -> list[_Read]:
    """What each part is read to; in a short sentence the clause is the whole, and the window too."""
    read_once = {part: read(part) for part in dict.fromkeys(parts)}
    return [read_once[part] for part in parts]


def _polarity_of_name(name: str) -> float:
    """What the naming word says by itself: "hilarious" and "derivative" judge, "dialogue" does not."""
    scores = stance_model().scores(name)
    return scores[0] - scores[2]


def decidedness(words: str, found: Named) -> float:
    """How much the window around a name judges: of several names of one side the most judged one counts."""
    window = _window(words, found)
    positive, _, negative = stance_model().scores(window)
    good, bad = judging_words(window)
    return abs(positive - negative) + abs(good - bad)


def judged_sides(
    words: str,
    *,
    film: bool = False,
    model: PolarityModel | None = None,
    judge: Judge | None = None,
    worth: Callable[[Named], bool] | None = None,
) -> Iterator[Judged]:
    """The sides of the film that ``words`` judge, each once, in text order; the film as a whole only if ``film`` is true.

    ``judge`` reads opinions where there is one; ``model`` takes the place of the one that ships for it;
    only names that are ``worth`` it are read.
    """
    for found, row in candidates(words, film=film, judge=judge, worth=worth):
        praised, neither, blamed = (model or polarity_model(read=judge is not None)).probabilities(row)
        surest = max(praised, blamed)
        if surest > neither * _AGAINST_NEITHER:
            yield Judged(found.kind, praised >= blamed, round(surest, 4), found.start, found.end)


def candidates(
    words: str, *, film: bool, judge: Judge | None = None, worth: Callable[[Named], bool] | None = None
) -> list[tuple[Named, list[float]]]:
    """Each side of the film that ``words`` name, at its most judged name, with the features of it."""
    by_kind: dict[Aspect, list[Named]] = {}
    for found in (*named(words), *(whole(words) if film else ())):
        if worth is None or worth(found):
            by_kind.setdefault(found.kind, []).append(found)
    best = [
        several[0] if len(several) == 1 else max(several, key=lambda each: (decidedness(words, each), -each.start))
        for several in by_kind.values()
    ]
    return [(found, features(words, found, judge)) for found in sorted(best, key=lambda each: each.start)]


def clause_around(words: str, found: Named) -> str:
    """The clause that a name stands in: from comma, bracket or "but" to the next."""
    start = 0
    for match in _CLAUSE_BREAK.finditer(words):
        if match.end() <= found.start:
            start = match.end()
        elif match.start() >= found.end:
            return words[start : match.start()]
    return words[start:]


def _window(words: str, found: Named) -> str:
    tokens = [match.span() for match in _TOKEN.finditer(words)]
    before = [token for token in tokens if token[1] <= found.start][-_WINDOW:]
    after = [token for token in tokens if token[0] >= found.end][:_WINDOW]
    return words[before[0][0] if before else found.start : after[-1][1] if after else found.end]


@cache
def polarity_model(*, read: bool = False) -> PolarityModel:
    """The model that ships with the package: that for a reader of opinions (``read``), or that for the word model alone."""
    kept: dict[str, Any] = json.loads(files(__package__).joinpath("aspect-polarity.json").read_text(encoding="utf-8"))
    loaded = kept["read" if read else "words"]
    praised, neither, blamed = loaded["bias"]
    return PolarityModel(loaded["weights"], (praised, neither, blamed))
