"""Which sentences are worth parsing: those that may tell what happens in the film.

Parsing costs as much as all else that is done to a document, and only the story is read from
grammar. Sections that cannot tell a story are left out, and so are headings, fields and tables.
"""

import re
from collections.abc import Sequence

from filmdossier.model.annotations import Role, Sentence
from filmdossier.model.text import BlockKind, Document, Origin

# Characters. What goes on for longer without a full stop is a list, a table or no prose at all.
LONGEST = 3_000
# Sentences under a heading of the plot below which the story may be told elsewhere.
ENOUGH = 4
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_NAMED = frozenset({Role.PLOT, Role.CAST})
_OPEN = _NAMED | {Role.OPINION, Role.OTHER}
# Scenes that were cut are told wherever the making of the film is.
_SCENE = re.compile(r"\b(?:scene|sequence|ending|footage)s?\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:cut|deleted?|deleting|removed|excised|dropped|trimmed|unused|alternat\w+|left out|originally)\b", re.IGNORECASE
)
_AROUND = 2  # sentences before and after it that may go on about the scene


def may_tell(document: Document, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of ``document`` that may tell the story, in their order.

    Where a section tells the plot: those of that section, of the cast's, which says who the
    characters are, and those about scenes that were cut. Elsewhere, as in most reviews, also all
    prose whose section does not speak of something else.
    """
    prose = [sentence for sentence in sentences if is_prose(document, sentence)]
    plotted = sum(sentence.role is Role.PLOT for sentence in prose)
    roles = _NAMED if plotted >= ENOUGH else _OPEN
    cut = {
        near
        for sentence in prose
        if sentence.role not in roles and _about_a_cut(sentence.span.of(document.text))
        for near in range(sentence.index - _AROUND, sentence.index + _AROUND + 1)
    }
    return [sentence for sentence in prose if sentence.role in roles or sentence.index in cut]


def is_prose(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence stands in the running text and is short enough to be one."""
    block = document.blocks[sentence.block]
    return block.kind in _PROSE and block.origin is Origin.BODY and len(sentence.span) <= LONGEST


def _about_a_cut(text: str) -> bool:
    return _CUT.search(text) is not None and _SCENE.search(text) is not None
