"""A second look at the sentences where the record has nothing of what a question asks for.

The extractors leave out what they are not sure of; a sentence may still say it plainly: "a crew led
by director Ann Hui". A span counts only if it is of the kind that is wanted and stands beside words
that ask for that very part, so that silence stays silence where no document says it.
"""

import re
from collections.abc import Sequence

from filmdossier.ask.cues import CUES, Cue
from filmdossier.ask.decide import Chosen, choose
from filmdossier.ask.questions import Question, Wanted
from filmdossier.ask.spans import Found, Shape
from filmdossier.model.annotations import MentionKind
from filmdossier.model.claim import Predicate

# Measured on the development films: with a cue beside it, a span is right from here on.
_THRESHOLD = 0.25
_BESIDE = 40  # characters between the span and the words that ask for it
_KINDS: dict[Wanted, frozenset[MentionKind]] = {
    Wanted.PERSON: frozenset({MentionKind.PERSON}),
    Wanted.PLACE: frozenset({MentionKind.PLACE}),
    Wanted.TIME: frozenset({MentionKind.DATE, MentionKind.YEAR}),
    Wanted.MONEY: frozenset({MentionKind.MONEY}),
    Wanted.DURATION: frozenset({MentionKind.DURATION}),
}
# What a review does too: "Kael wrote", "he directed her before", "set in her ways".
_UNSURE = frozenset({Predicate.STORY_BY, Predicate.SETTING, Predicate.BASED_ON, Predicate.INFLUENCED_BY, Predicate.COMPOSER})
_OTHERWISE = re.compile(r"\b(?:wrote|writes|written)\b(?! (?:and|the (?:screen|script)))|\bdistribut\w+ rights\b", re.IGNORECASE)


def cued(question: Question, part: str, candidates: Sequence[tuple[Found, dict[str, float]]]) -> Chosen | None:
    """The span that gives the part of the record that ``part`` names; None where none is sure enough."""
    cue = next((one for one in CUES if one.predicate.value == part and one.predicate not in _UNSURE), None)
    if cue is None or question.wanted not in _KINDS:
        return None
    fitting = [item for item in candidates if _stands_by(cue, item[0], question.wanted)]
    chosen = choose(question, fitting)
    return chosen if chosen is not None and chosen.probability >= _THRESHOLD else None


def _stands_by(cue: Cue, found: Found, wanted: Wanted) -> bool:
    if not found.kinds & _KINDS[wanted] or found.shape in (Shape.CLAUSE, Shape.SENTENCE, Shape.QUOTATION):
        return False
    if found.label:
        return bool(cue.asks.search(found.label))
    text, passage = found.passage.document.text, found.passage.span
    around = text[max(passage.start, found.span.start - _BESIDE) : found.span.start] + " … "
    around += text[found.span.end : min(passage.end, found.span.end + _BESIDE)]
    return bool(cue.asks.search(_OTHERWISE.sub(" ", around)))
