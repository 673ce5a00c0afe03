"""What the words in a row of a table praise and criticise, read without the network.

Enters the cell that quotes a review; leaves short noun phrases, each with its sentence, as in any other review. Patterns,
word lists and the softmax over them do the reading: a table has tens of thousands of rows, and the network reads
some hundred sentences a second.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.reviews.aspects import aspects_of_sentence
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import AspectMention
from filmdossier.model.text import Span

_AT_MOST = 6  # of a side: cells quote a review, few hold the whole of it
# Cells quote sentences one after the other, often with dots for what was left out; an initial or a title ends none.
_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|vs))(?<!\bMrs)[.!?…]+[\"”’)\]]* +(?=[\"“‘(\[]?[A-Z])")
_LONGEST = 600  # characters of a passage without a full stop that are read


def row_aspects(
    annotations: Annotations, quote: Span, titles: Sequence[str]
) -> tuple[tuple[AspectMention, ...], tuple[AspectMention, ...]]:
    """Praised and criticised in the words at ``quote``; ``titles`` are the film's, which are nobody's name."""
    praised, criticised = aspects_of_sentence(annotations, list(_sentences(annotations, quote)), titles, _AT_MOST)
    return tuple(praised), tuple(criticised)


def _sentences(annotations: Annotations, quote: Span) -> Iterator[Span]:
    text, start = annotations.document.text, quote.start
    ends = [match.end() for match in _END.finditer(text, quote.start, quote.end)]
    for end in (*ends, quote.end):
        stripped = start + len(text[start:end].rstrip())
        if start < stripped <= start + _LONGEST:
            yield Span(start, stripped)
        start = end
