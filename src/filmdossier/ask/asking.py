"""A question made ready for measuring spans: its grammar, the weight of its words, the names that the record knows.

A question and a retrieved passage enter; what they share leaves, computed once for all spans of the passage.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from filmdossier.ask.grammar import AskedRole
from filmdossier.ask.questions import Question
from filmdossier.ask.retrieve import Near, Ranked
from filmdossier.ask.stems import content_stems, stem
from filmdossier.model.annotations import Word

_ALIKE = 0.25  # the likeness from which a word stands for another in the grammar
_MAKING = frozenset(
    content_stems(
        "play plays cast star direct director write writer screenplay script produce producer sing song voice dub portray compose composer score edit editor role "
        "critic reviewer review paid salary offered considered choice hired actor actress photograph cinematographer filming shooting shot studio rights released "
        "release premiere box office gross award oscar nominated grade rating praise criticise lyrics choreograph design costume cameo premiered festival remake"
    )
)
_CASTING = re.compile(r"^who(?:se voice)? (?:plays?|played|portrays?|portrayed|voices?|voiced|stars? as)\b", re.IGNORECASE)
_MAKERS = frozenset(
    "actor actress star director writer screenwriter critic reviewer composer singer editor producer cinematographer studio company band".split()
)


_HOW = re.compile(r"\bhow (deep|high|tall|far|wide|large|big|old|heavy|fast|often)\b", re.IGNORECASE)
_UNITS = tuple(
    (frozenset(words.split()), re.compile(unit, re.IGNORECASE))
    for words, unit in (
        (
            "deep high tall far wide large big",
            r"\b(?:met(?:re|er)s?|feet|foot|ft|fathoms?|miles?|km|kilomet\w+|cm|inch(?:es)?|yards?|acres?)\b|\d\s?(?:m|ft|in)\b",
        ),
        ("old", r"\byears?|\bage[ds]?\b|^\W*(?:\d{1,2}|[a-z]+(?:teen|ty)(?:-\w+)?)\W*$"),
        ("heavy", r"\b(?:tons?|tonnes?|pounds?|kilos?|kg|lbs?|stone)\b"),
        ("fast", r"\b(?:mph|km/h|knots|miles an hour|an hour)\b"),
        ("often", r"\b(?:times|once|twice|every|daily|weekly|each)\b"),
    )
)


@dataclass(frozen=True)
class Known:
    """Names of the record, each as the stems of one of its forms."""

    actors: frozenset[frozenset[str]] = frozenset()
    characters: frozenset[frozenset[str]] = frozenset()
    titles: frozenset[frozenset[str]] = frozenset()  # of the film, without small words
    cast: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()  # who plays whom; of a part without a name, nothing


@dataclass(frozen=True)
class Asked:
    """A question with its grammar, the weight of each of its stems (summing to one) and what means nearly the same."""

    question: Question
    role: AskedRole
    weights: Mapping[str, float]
    near: Near
    known: Known

    @cached_property
    def making(self) -> bool:
        """Whether it asks about the making and the fate of the film rather than its story."""
        return not _MAKING.isdisjoint(content_stems(self.question.text)) or self.question.noun in _MAKERS

    @cached_property
    def casting(self) -> bool:
        """Whether it asks who plays a part of this film."""
        return bool(_CASTING.search(self.question.plain))

    @cached_property
    def unit(self) -> re.Pattern[str] | None:
        """What a figure stands beside that answers "how deep", "how old" and the like; None for other questions."""
        found = _HOW.search(self.question.plain)
        return next(unit for words, unit in _UNITS if found[1].casefold() in words) if found else None

    @cached_property
    def name_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each name that the question gives."""
        return tuple(frozenset(content_stems(name)) for name in self.question.names)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring content stems."""
        found = list(content_stems(self.question.plain))
        return frozenset(itertools.pairwise(found))


@dataclass(frozen=True)
class Setting:
    """A passage beside a question: which stems they share, and where in the passage."""

    ranked: Ranked
    asked: Asked
    words: Mapping[int, Word]
    named: Mapping[int, Mapping[str, float]]  # what the words of names are names of, by where they start
    best: float  # the score of the best passage

    @cached_property
    def matched(self) -> dict[int, tuple[str, float]]:
        """The words of the passage that say what a stem of the question says, with the stem and the likeness."""
        text = self.ranked.passage.document.text
        found = {}
        for index, word in self.words.items():
            own = stem(word.span.of(text))
            likeness, asked = max(((near.get(own, 0.0), one) for one, near in self.asked.near.items()), default=(0.0, ""))
            if likeness >= _ALIKE:
                found[index] = (asked, likeness)
        return found

    @cached_property
    def verbs(self) -> dict[int, float]:
        """The words that mean what the verb of the question means, with their likeness."""
        return {index: likeness for index, (one, likeness) in self.matched.items() if one == self.asked.role.verb}

    @cached_property
    def alike(self) -> dict[str, tuple[float, str]]:
        """For each stem of the question that the passage lacks: the likeness of the nearest that it has, and that one."""
        found = {}
        for one, near in self.asked.near.items():
            if one not in self.passage_stems:
                best = max(((near[other], other) for other in self.passage_stems if other in near), default=(0.0, ""))
                if best[0]:
                    found[one] = best
        return found

    @cached_property
    def passage_stems(self) -> frozenset[str]:
        return frozenset(self.ranked.passage.stems)
