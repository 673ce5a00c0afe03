"""Verdicts that a document states in so many words: "gave the film a negative review", "two thumbs up", "Verdict: rotten".

Enters the words outside quotations, or the value of a labelled field; leaves the stance stated and
where the words stand. A rating is no verdict, and neither is what "critics" in general thought.
"""

import re
from dataclasses import dataclass

from filmdossier.model.claim import Stance

# How sure a stated verdict is: what is left is the chance that it is another film's or another critic's.
STATED = 0.97
_GOOD = r"positive|favou?rable|rave|glowing|good|great|excellent|enthusiastic"
_BAD = r"negative|unfavou?rable|scathing|bad|poor|terrible|damning|hostile"
_DEGREE = r"(?:\w+ly |very |quite |more |rather |somewhat |predominantly )?"
_KIND = r"(?:\w+ )?(?:reviews?|notices?|assessment|verdict|appraisal)\b"
_STATED: tuple[tuple[Stance, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(pattern, re.IGNORECASE))
    for stance, pattern in (
        (Stance.MIXED, rf"\b(?:a |an |in (?:his|her|its|their|a|an) |the )?{_DEGREE}(?:mixed(?:[- ]to[- ](?:positive|negative))?|lukewarm|ambivalent) {_KIND}|\bmixed,? but \w+ (?:positive|negative) {_KIND}|\breviewed (?:it|the (?:film|movie|picture)) ambivalently\b"),
        (Stance.POSITIVE, rf"\b(?:{_GOOD}) {_KIND}|\b(?:positively|favou?rably|enthusiastically) reviewed\b|\breviewed (?:it|the (?:film|movie|picture)) (?:\w+ )?(?:positively|favou?rably|enthusiastically)\b|\b(?:two |a |big |enthusiastic )?thumbs[- ]up\b"),
        (Stance.NEGATIVE, rf"\b(?:{_BAD}) {_KIND}|\b(?:negatively|unfavou?rably) reviewed\b|\breviewed (?:it|the (?:film|movie|picture)) (?:\w+ )?(?:negatively|unfavou?rably|harshly)\b|\b(?:two |a |big )?thumbs[- ]down\b"),
    )
)  # fmt: skip
# Several reviewers at once, or a review denied, withdrawn or of something else.
_NOT_THIS_ONE = re.compile(
    r"\b(?:critics|reviewers|reception|response|among|amid|despite|mostly|generally|received|many|several|few|no|not|never|n['’]t|without|other|most of|some|initial|opened to|drew|earned|garnered)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"(?:(?:a|an|the|in|his|her|its|their) )*(?:(?:less|least|hardly|scarcely) )?", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:less|least|hardly|scarcely|far from|anything but|not (?:so|very|exactly|too)|none too)(?: an?)? $", re.IGNORECASE
)
_PLURAL = re.compile(r"\b(?:reviews|notices)$", re.IGNORECASE)
# "the most effusive of the more positive reviews": of the many, this one.
_ONE_OF = re.compile(r"\b(?:one|most \w+|\w+est|first|among) of the [^.;:]{0,20}$", re.IGNORECASE)
_WORDS = {
    Stance.POSITIVE: ("fresh", "certified fresh", "positive", "favorable", "favourable", "recommended", "highly recommended", "thumbs up", "two thumbs up", "pro"),
    Stance.NEGATIVE: ("rotten", "negative", "unfavorable", "unfavourable", "not recommended", "thumbs down", "two thumbs down", "contra"),
    Stance.MIXED: ("mixed", "neutral", "average", "so-so", "ambivalent"),
}  # fmt: skip
_BY_WORD = {word: stance for stance, words in _WORDS.items() for word in words}
_VALUE = re.compile(rf"(?:(?P<word>{'|'.join(sorted(_BY_WORD, key=len, reverse=True))}))(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedVerdict:
    """A stance that words state; ``start`` and ``end`` are where they stand in the text that was read."""

    stance: Stance
    start: int
    end: int


def stated_verdict(words: str) -> StatedVerdict | None:
    """The verdict that a report states of one reviewer; None where it states none, or two that differ.

    ``words`` is the report with its quotations blanked out.
    """
    found = [
        StatedVerdict(stance, match.start(), match.end())
        for stance, pattern in _STATED
        for match in pattern.finditer(words)
        if _of_one(words, match)
    ]
    if any(verdict.stance is Stance.MIXED for verdict in found):
        # "mixed but predominantly positive": the first word is the verdict, the second its tint.
        found = [verdict for verdict in found if verdict.stance is Stance.MIXED]
    return found[0] if found and len({verdict.stance for verdict in found}) == 1 else None


def _of_one(words: str, match: re.Match[str]) -> bool:
    before = words[: match.start() + _LEAD_IN.match(match.group()).end()]  # type: ignore[union-attr]  # matches nothing as well
    if _LESS.search(before):
        return False  # "in a less enthusiastic notice"
    before = words[: match.start()]
    if _PLURAL.search(match.group()):
        return bool(_ONE_OF.search(before))
    return not _NOT_THIS_ONE.search(before)


def verdict_word(words: str) -> Stance | None:
    """The stance that a field or a cell states ("Fresh", "not recommended"); None for anything else, ratings among it."""
    match = _VALUE.match(words)
    return _BY_WORD[match["word"].casefold()] if match else None
