"""Country, language, genre, length and director from lines of facts without labels.

A line on another film ("Screens with: …", a list of a director's works) opens with words that are
not this film's title: it is left out.
"""

from collections.abc import Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.fact_line import FactKind, FactLine
from filmdossier.model.titles import same_title

_PREDICATES = {
    FactKind.COUNTRY: Predicate.COUNTRY, FactKind.LANGUAGE: Predicate.LANGUAGE, FactKind.GENRE: Predicate.GENRE,
    FactKind.MINUTES: Predicate.RUNTIME_MINUTES, FactKind.MAKER: Predicate.DIRECTOR,
}  # fmt: skip
_HEAD_CHARACTERS = 1500
_LONGEST_NAME = 4


def unlabelled_facts(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from each line of facts about the film."""
    for line in annotations.fact_lines:
        if line.span not in topic.passage or not _is_on(annotations, topic, line):
            continue
        for fact in line.facts:
            predicate = _PREDICATES.get(fact.kind)
            if predicate is not None:
                yield claim(
                    annotations, topic, predicate, fact.value, fact.span, extractor="line of facts", confidence=0.88
                )  # fmt: skip


def _is_on(annotations: Annotations, topic: Topic, line: FactLine) -> bool:
    """Whether the line is this film's: its year, and before its first fact nothing but the title or the name of who made it."""
    years = {fact.value for fact in line.of(FactKind.YEAR)}
    if topic.year is not None and years and str(topic.year) not in years:
        return False
    first = line.facts[0]
    if first.kind is not FactKind.REST:
        return True
    opening = first.value.strip(' "“”‘’:')
    if any(same_title(opening, title) for title in (topic.title, *topic.aliases)):
        return True
    # "Akira Kurosawa • Japan • 1961" under the title; a second name of the film.
    return line.span.start - topic.passage.start < _HEAD_CHARACTERS and len(opening.split()) <= _LONGEST_NAME
