"""Tells whether a sentence asserts what it mentions, or denies, rumours or merely plans it."""

import re

from filmdossier.model.claim import Polarity

_DENIED = re.compile(
    r"\b(?:was|were|is|are|did|does|do|had|has|have|would|could)(?: \w+)? ?(?:not|n['’]t)\b(?! only| just| merely)|\b(?:never|no longer|neither|nor)\b"
    r"|\bdenied\b|\bdenies\b|\bfalsely\b|\bwrongly\b|\berroneously\b|\bincorrectly\b|\bcontrary to\b|\brather than\b|\binstead of\b",
    re.IGNORECASE,
)
_RUMOURED = re.compile(
    r"\b(?:rumou?red|reportedly|allegedly|supposedly|purportedly|it is said|is said to|was said to|are said to|speculat\w+|unconfirmed|"
    r"is believed to|was believed to|believed to have|some sources|according to rumou?r|apparently|may have|might have|perhaps)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:originally (?:cast|set|planned|intended|slated|attached|to have|offered|going to)|was to have|were to have|was (?:initially|first|also)? ?(?:considered|offered|"
    r"approached|attached|slated|supposed|meant|intended|planned|sought)|were (?:considered|offered|approached)|turned (?:it |the (?:role|part|film|offer) )?down|"
    r"declined|dropped out|backed out|pulled out|replaced by|was replaced|had been (?:cast|attached|considered|offered|approached|set)|"
    r"(?:first|original) choice|planned to|plans to|in talks|in negotiations|negotiations with|would have|auditioned|screen[- ]tested|"
    r"fell through|scrapped|abandoned|passed on|wanted .{1,40} (?:to play|for the (?:role|part|lead))|hoped to|tried to get|unavailable)\b",
    re.IGNORECASE,
)


def polarity_of(words: str) -> Polarity:
    """The polarity that the cue words in a clause give; ``ASSERTED`` without any."""
    if _PLANNED.search(words):
        return Polarity.PLANNED
    if _DENIED.search(words):
        return Polarity.DENIED
    if _RUMOURED.search(words):
        return Polarity.RUMOURED
    return Polarity.ASSERTED
