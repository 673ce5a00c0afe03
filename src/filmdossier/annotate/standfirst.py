"""Reads the film from the standfirst of a conversation: "Ines Roy talks to us about Night Ferry"."""

import re

from filmdossier.annotate.conversation import TALKS, lines_over
from filmdossier.model.text import Document
from filmdossier.model.titles import TitleYear, title_year

_CAPITAL = r"[A-ZÀ-Þ0-9][\w'’&!.:-]*"
_TALKS = re.compile(
    rf"\b{TALKS}\b[^.!?\n]{{0,110}}?"
    r"\b(?:about|on|at|making|of|discuss(?:es|ing|ed)|remembers) (?:(?:the )?(?:making|shooting|filming) (?:of )?|(?:his|her|their) (?:new |latest |first |debut |second |third |last )?(?:film|feature|picture|movie),? )?"
    rf"[_*\"“‘]?(?P<title>{_CAPITAL}(?: (?:(?:of|the|and|in|a|an|to|on|for|at|with|from|is|de|la|le|el|du|des) ){{0,2}}{_CAPITAL}){{0,8}}(?: \((?:18[89]\d|19\d\d|20[0-4]\d)\))?)[_*\"”’]?(?=[.,;!?]?\s*$|, (?:which|her|his|their|the|a|an)\b|\s+[–—-] )",
    re.MULTILINE,
)


def titled_in_standfirst(document: Document) -> TitleYear | None:
    """Title and year of the film that the lines over a conversation say it is about; None where they say nothing."""
    for block in lines_over(document):
        told = _TALKS.search(block.span.of(document.text))
        if told is not None:
            return title_year(told["title"])
    return None
