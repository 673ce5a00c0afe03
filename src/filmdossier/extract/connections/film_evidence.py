"""Tells whether the words about a title show that it is a film's: a year, a page, a list of well-known films, a word for films.

"The film inspired X" may as well be of a song, a serial or a book; an article says of a film that it is one.
"""

import re
from collections.abc import Sequence

from filmdossier.extract.works import Work
from filmdossier.model.text import Span

_BEFORE, _AFTER = 60, 40
_WORDS = re.compile(
    r"\b(?:films?|movies?|features?|thrillers?|comed(?:y|ies)|westerns?|franchise|sequels?|prequels?|remakes?|remade|directors?|directed|film-?makers?|starring|pictures?|cinema|screen|blockbusters?|noir|anime|spoofs?)\b",
    re.IGNORECASE,
)
# The film that the text is about is no evidence for another.
_THIS = re.compile(r"\b[Tt]h(?:e|is) (?:original )?(?:film|movie|picture)(?:['’]s)?(?! [\"“_A-Z])\b")
_LISTED = re.compile(r"[’'\"”]{0,2}(?: \([^()]{0,60}\))?(?:, (?:and )?| and | or |; | & )(?:[\w.'’-]+ ){0,4}[\"“‘_]?")


def is_filmed(text: str, sentence: Span, work: Work, others: Sequence[Work]) -> bool:
    """Whether ``work`` is shown to be a film, by itself or as an item of a list of ``others`` of which one is."""
    listed = [work, *_joined(text, work, others)]
    return any(one.film or one.year is not None or one.known or _called(text, sentence, one) for one in listed)


def _called(text: str, sentence: Span, work: Work) -> bool:
    before = text[max(sentence.start, work.span.start - _BEFORE) : work.span.start]
    after = text[work.span.end : min(sentence.end, work.span.end + _AFTER)]
    return any(_WORDS.search(_THIS.sub("", words)) is not None for words in (before, after))


def _joined(text: str, work: Work, others: Sequence[Work]) -> list[Work]:
    """The other items of the list that holds ``work``."""
    ordered = sorted({one.span: one for one in (*others, work)}.values(), key=lambda one: one.span.start)
    at = next(index for index, one in enumerate(ordered) if one.span == work.span)
    found: list[Work] = []
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(ordered):
            left, right = sorted((ordered[here], ordered[here + step]), key=lambda one: one.span.start)
            if not _LISTED.fullmatch(text, left.span.end, right.span.start):
                break
            here += step
            found.append(ordered[here])
    return found
