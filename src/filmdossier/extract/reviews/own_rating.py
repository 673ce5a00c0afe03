"""The rating that a review gives the film in its own voice: as labelled, on a short line of its own, or told in its last sentences.

Enters annotations of a review; leaves where the rating stands, and its words.
"""

import re
from collections.abc import Sequence

from filmdossier.extract.reviews.scores import rating_in
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.text import BlockKind, Origin, Span

_BEST = re.compile(r"\.bestrating$", re.IGNORECASE)
_RATING_LINE = re.compile(
    r"^(?:(?:my|our|final|overall|the|star|critic['’]s|film|movie)\s+)*(?:rating|grade|score|verdict|stars?|mark|note|nota|voto|wertung|bewertung|betyg|karakter|terningkast)\s*(?:[:=–—-]|is|of)?\s*(?P<rating>.{1,40})$",
    re.IGNORECASE,
)
_BARE_RATING = re.compile(
    r"^(?:[★⭐✭✮☆*½⯨ ]{2,}|\d{1,3}(?:[.,]\d)?\s?(?:/|out of)\s?(?:4|5|6|10|20|100)(?: stars?)?|[★⭐✭✮☆½]+\s?(?:/|out of)\s?(?:\d+|five|four)|[A-DF][+\-−–]?)$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?:\* ?){3}|\*(?: \*)+")  # asterisks between two parts of a text
_I_GIVE = re.compile(
    r"\b(?:I|[Ww]e)(?:['’](?:d|ll|m)| would| will| am| have to| can only| must)?(?: happily| gladly| grudgingly| going to)? (?:give|giving|rate|award|score|grade|gave)\b"
    r"|\b(?:gets|earns|receives) (?:an? )?(?:[\w-]+ ){0,3}?(?:from me|from us)\b"
)
_LINES = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.FIELD)
_LONGEST_LINE = 60
_GAVE = "gave it "
_ARTICLE = 3  # characters: "a ", "an "
_LAST = 4  # sentences that may tell the rating


def rating_text(annotations: Annotations, rating: Span | None) -> str | None:
    """The rating as written; a bare figure of structured data with the best rating that stands beside it."""
    if rating is None:
        return None
    text = annotations.document.text
    words = text[rating.start : rating.end]
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        for block in annotations.document.fields(Origin.STRUCTURED_DATA):
            if _BEST.search(block.label):
                return f"{words}/{text[block.cells[0].span.start : block.cells[0].span.end]}"
    return words


def rating_line(annotations: Annotations, topic: Topic, sentences: Sequence[Sentence]) -> Span | None:
    """The rating from a short line of its own, or from a sentence in which the review rates the film."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, *_LINES):
        if block.origin is not Origin.BODY:
            continue
        for line in re.finditer(r"\S[^\n]*", block.span.of(text)):
            start, words = block.span.start + line.start(), line.group().rstrip(" *_")
            if len(words) > _LONGEST_LINE or _SEPARATOR.fullmatch(line.group().strip()):
                continue
            if _BARE_RATING.match(words):
                return Span(start, start + len(words))
            match = _RATING_LINE.match(words)
            within = Span(start + match.start("rating"), start + match.end("rating")) if match else Span(start, start + len(words))
            told = within.of(text).rstrip(" .")
            found = rating_in(_GAVE + told)
            if match is not None and _BARE_RATING.match(told):
                return Span(within.start, within.start + len(told))
            # A line that holds more than the rating may be about anything; one that is headed so holds it first.
            if found is not None and found[0] <= len(_GAVE) + _ARTICLE and (match is not None or found[1] >= len(_GAVE + told)):
                return Span(within.start + found[0] - len(_GAVE), within.start + found[1] - len(_GAVE))
    return _rating_told(annotations, sentences)


def rating_alone(text: str, rating: Span | None) -> Span | None:
    """A labelled rating without what its line says after it: "9 out of 10. P. Ames"."""
    found = rating_in(_GAVE + rating.of(text)) if rating is not None else None
    if (
        rating is None
        or found is None
        or found[0] > len(_GAVE) + _ARTICLE
        or text[rating.start + found[1] - len(_GAVE) :][:1] != "."
    ):
        return rating
    return Span(rating.start + found[0] - len(_GAVE), rating.start + found[1] - len(_GAVE))


def _rating_told(annotations: Annotations, sentences: Sequence[Sentence]) -> Span | None:
    """The rating that the last sentences tell: "I give it three stars out of five", "Three and a half out of five from me"."""
    for sentence in reversed(sentences[-_LAST:]):
        words = annotations.text(sentence.span)
        told = _I_GIVE.search(words)
        lead = "" if told else "rated "
        found = rating_in(lead + words[told.start() if told else 0 :])
        if found is None or (told is None and found[0] > len(lead)):
            continue
        start = sentence.span.start + (told.start() if told else 0) - len(lead)
        return Span(start + found[0], start + found[1])
    return None
