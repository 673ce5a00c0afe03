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


# Work on a film that is no part of a record: what asks for it, and by which words a sentence tells it.
_CRAFTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asks})\b", re.IGNORECASE), re.compile(rf"\b(?:{told or asks})\b", re.IGNORECASE))
    for asks, told in (
        (r"lyrics?|lyricists?", ""),
        (r"costumes?|costume design(?:er|s)?|wardrobe", r"costumes?|wardrobe|gowns?|dresse[sd]"),
        (r"dialogues?", ""),
        (r"choreograph\w*", ""),
        (r"assistant directors?", ""),
        (
            r"art direct(?:or|ion|ors)|production design(?:er|s)?|sets? design(?:er|ed)?|design(?:ed|er of) the sets?",
            r"art direct(?:or|ion|ors)|production design\w*|sets?",
        ),
        (r"sound (?:designer|design|engineer|editor|recordist|mixer)|sound", r"sound"),
        (r"stunts?|stunt (?:coordinator|double)", r"stunts?"),
        (r"casting director|casting", r"casting"),
        (r"make-?up(?: artist)?|hair", r"make-?up|hair"),
        (r"(?:visual|special) effects?", r"effects"),
        (r"narrat(?:ed|or|es|ion)", ""),
    )
)
_WORKED = re.compile(
    r"^who (?:else )?(?:wrote|writes|designed|made|created|did|was|is|were|coordinated|supervised|provided|handled|choreographed|narrated|narrates|penned)\b",
    re.IGNORECASE,
)
_CRAFT_THRESHOLD = 0.2
# Beside the words for the work: that it was done, or who is named by it. "She sings in costumes with …" names nobody who made them.
_DONE = re.compile(
    r"\b(?:by|wrote|written|penned|designed|created|did|made|handled|provided|supervised|choreographed|narrated|narrates|coordinated|headed|performed|"
    r"lyricist|choreographer|narrator|narration|designers?|artists?|directors?|engineers?|supervisors?|coordinators?|editors?|recordists?|mixers?)\b",
    re.IGNORECASE,
)


def is_craft(question: Question) -> bool:
    """Whether somebody is asked for whose work is no part of a record: the lyrics, the costumes."""
    return (
        question.wanted is Wanted.PERSON
        and bool(_WORKED.match(question.plain))
        and any(asks.search(question.plain) for asks, _ in _CRAFTS)
    )


def craft(question: Question, candidates: Sequence[tuple[Found, dict[str, float]]]) -> Chosen | None:
    """Who did that work: a person beside the words that tell of it; None where none is sure enough."""
    told = next(told for asks, told in _CRAFTS if asks.search(question.plain))
    fitting = [item for item in candidates if item[0].kinds & _KINDS[Wanted.PERSON] and _beside(told, item[0]) and _did(item[0])]
    chosen = choose(question, fitting)
    return chosen if chosen is not None and chosen.probability >= _CRAFT_THRESHOLD else None


def _did(found: Found) -> bool:
    text, passage = found.passage.document.text, found.passage.span
    before = text[max(passage.start, found.span.start - _BESIDE) : found.span.start]
    after = text[found.span.end : min(passage.end, found.span.end + _BESIDE)]
    return bool(found.label or _DONE.search(before) or _DONE.search(after))


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
    return _beside(cue.asks, found)


def _beside(asks: re.Pattern[str], found: Found) -> bool:
    if found.shape in (Shape.CLAUSE, Shape.SENTENCE, Shape.QUOTATION):
        return False
    if found.label:
        return bool(asks.search(found.label))
    text, passage = found.passage.document.text, found.passage.span
    around = text[max(passage.start, found.span.start - _BESIDE) : found.span.start] + " … "
    around += text[found.span.end : min(passage.end, found.span.end + _BESIDE)]
    return bool(asks.search(_OTHERWISE.sub(" ", around)))
