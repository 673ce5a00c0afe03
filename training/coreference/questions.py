"""Asks the resolver of annotated texts whom its mentions could mean, and keeps questions with the right answers.

The resolver reads a text with a chooser that writes down every question. It goes on with the right
person, or with what a scorer of the round before would have taken: so the questions of later rounds
have the mistakes in them that the scorer will meet at run time (Ross et al. 2011).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from filmdossier.extract.story.antecedents import Asked, Option, rows
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.grammar import Tree, trees
from filmdossier.extract.story.mentioned import History
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.extract.story.scorer import Scorer
from filmdossier.model.annotations import Annotations
from filmdossier.model.text import Span

Gold = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Question:
    """The rows of a mention's options, the last for none of them, and which are right."""

    sort: str
    rows: NDArray[numpy.float32]
    right: NDArray[numpy.bool_]


class Asking:
    """A chooser that writes down what it is asked; ``scorer`` answers, the annotators where there is none."""

    def __init__(self, gold: Gold, scorer: Scorer | None) -> None:
        self._gold = gold
        self._scorer = scorer
        self.questions: list[Question] = []

    def choose(self, sort: str, asked: Asked, options: Sequence[Option], history: History, *, somebody: bool = False) -> int | None:
        """What the scorer or the annotators say."""
        entity = self._gold.get((asked.sentence, asked.index))
        right = [entity is not None and self._meant(option.person, history) == entity for option in options]
        if options:
            table = numpy.asarray(rows(asked, options, history), dtype=numpy.float32)
            self.questions.append(Question(sort, table, numpy.asarray([*right, not any(right)])))
        if self._scorer is not None:
            return self._scorer.choose(sort, asked, options, history, somebody=somebody)
        sizes = [len(history.of(option.person)) if good else -1 for option, good in zip(options, right, strict=True)]
        return max(range(len(options)), key=lambda index: sizes[index]) if any(right) else None

    def _meant(self, person: Person, history: History) -> int | None:
        """The entity that most mentions of a person so far are annotated as."""
        counts = Counter(self._gold.get((one.sentence, one.index), -1) for one in history.of(person))
        entity = counts.most_common(1)[0][0] if counts else -1
        return entity if entity >= 0 else None


def heads(story: Sequence[Tree], entities: Sequence[frozenset[Span]]) -> dict[tuple[int, int], int]:
    """The entity of each word that heads one of its mentions."""
    place = {word.span.start: (number, index) for number, tree in enumerate(story) for index, word in enumerate(tree.words)}
    starts = sorted(place)
    found: dict[tuple[int, int], int] = {}
    spans = sorted(((span, number) for number, cluster in enumerate(entities) for span in cluster), key=lambda one: -len(one[0]))
    positions = numpy.asarray(starts)
    for span, entity in spans:
        low, high = numpy.searchsorted(positions, (span.start, span.end))
        inside = [place[starts[at]] for at in range(int(low), int(high))]
        if inside:
            tree = story[inside[0][0]]
            own = {index for number, index in inside if number == inside[0][0]}
            head = next((index for index in sorted(own) if tree.heads[index] not in own), min(own))
            found[inside[0][0], head] = entity
    return found


def questions(annotations: Annotations, entities: Sequence[frozenset[Span]], scorer: Scorer | None) -> list[Question]:
    """All questions of one text."""
    story = list(trees(annotations, annotations.sentences))
    asking = Asking(heads([tree for _, tree in story], entities), scorer)
    Coreference(annotations, story, Persons(), narrator=Person(name="narrator"), chooser=asking)
    return asking.questions
