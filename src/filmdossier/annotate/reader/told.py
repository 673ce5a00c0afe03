"""Which sentences are worth parsing: those that may tell what happens in the film.

Parsing costs more than everything else done to a sentence, and only the story is read from
grammar. Sections that cannot tell a story are left out, and so are headings, fields and tables.
"""

from collections.abc import Sequence

from filmdossier.model.annotations import DocumentKind, Role, Sentence
from filmdossier.model.text import BlockKind, Document

# Characters. What goes on for longer without a full stop is a list, a table or no prose at all.
LONGEST = 3_000
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_UNNAMED = frozenset({Role.PLOT, Role.CAST, Role.OPINION, Role.OTHER})


def may_tell(document: Document, kind: DocumentKind, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of ``document`` that may tell the story.

    Where a section is named for the plot, those of that section, and of the cast's, where an
    encyclopedia tells who the characters are. Elsewhere, and in every review, all prose whose
    section does not speak of something else.
    """
    prose = [
        sentence for sentence in sentences if document.blocks[sentence.block].kind in _PROSE and len(sentence.span) <= LONGEST
    ]
    named = kind is not DocumentKind.REVIEW and any(sentence.role is Role.PLOT for sentence in prose)
    wanted = frozenset({Role.PLOT, Role.CAST}) if named else _UNNAMED
    return [sentence for sentence in prose if sentence.role in wanted]
