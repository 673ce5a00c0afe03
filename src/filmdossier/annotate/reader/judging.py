"""What the trained reader thinks of words about a film: for it or against it.

Enters the words of a sentence, a clause or a quotation; leaves log-odds: what the network makes of
the sentence and what a linear layer makes of its single words, weighed together. Each text is read
alone, so that the answer depends on its words only, and is remembered as long as the process lives.
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache

from filmdossier.annotate.reader.network import FOLDER, network
from filmdossier.annotate.reader.wide import Wide
from filmdossier.annotate.reader.words import word_spans

WINDOW = 80  # words: the reader was not taught on longer ones; a long text is read in parts
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """log-odds of "recommended" = network · (score for − score against) + words · favour of the words + offset.

    Fitted on lines of films that neither was trained on (Platt 1999).
    """

    network: float
    words: float
    offset: float


@cache
def scale() -> Scale:
    """The scale that belongs to the model that ships."""
    return Scale(**json.loads((FOLDER / "stance-scale.json").read_text(encoding="utf-8")))


@cache
def wide() -> Wide:
    """The layer over words that ships."""
    return Wide.load(FOLDER)


@lru_cache(maxsize=_REMEMBERED)
def judge(text: str) -> float:
    """The log-odds that whoever wrote ``text`` recommends the film; 0 without words. Of parts of a long text the mean by words."""
    spans = word_spans(text)
    reader = network()
    favour = 0.0
    for first in range(0, len(spans), WINDOW):
        part = spans[first : first + WINDOW]
        words = [text[start:end] for start, end in part]
        glued = [index > 0 and part[index - 1][1] == start for index, (start, _) in enumerate(part)]
        against, in_favour = reader.judged(reader.vocabulary.encode(words, glued))
        both = scale().network * (in_favour - against) + scale().words * wide().favour(words) + scale().offset
        favour += len(part) / len(spans) * both
    return favour
