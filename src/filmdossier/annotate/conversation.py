"""Says whom a conversation is with, from the lines over it: "Ines Roy talks to us about Night Ferry"."""

import re
from collections.abc import Iterator, Sequence

from filmdossier.model.annotations import Mention, MentionKind
from filmdossier.model.text import Block, BlockKind, Document

_FIRST_BLOCKS = 5
_LONGEST_LINE = 260
# What is done in a conversation, as the line over it tells; where it stands parts who is asked from what it is about.
TALKS = (
    r"(?:talks?|talking|talked|speaks?|speaking|spoke|chats?|chatted|in conversation|conversation with|interview(?:s|ed)?|discuss(?:es|ing|ed)?|"
    r"looks? back|looking back|reflects?|remembers|reminisces|explains?|answers|tells|questions to)"
)
_TALKS = re.compile(rf"\b{TALKS}\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:conversation|interview|Q ?& ?A|talk|questions) (?:with|to|for) (?:the )?(?:[\w-]+ ){0,3}$", re.IGNORECASE)
# "Ana Dahl on Night Ferry": a heading that is a name and what it speaks of.
_ON = re.compile(
    r"\W*(?:[^\W\d_a-z][\w.'’-]+ ){2,4}(?=on (?:[_*\"“]|[A-ZÀ-Þ]|making|directing|shooting|his|her|the (?:making|film)))"
)


def lines_over(document: Document) -> Iterator[Block]:
    """The short blocks that a document opens with."""
    for block in document.blocks[:_FIRST_BLOCKS]:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE) and len(block.span) <= _LONGEST_LINE:
            yield block


def interviewee(document: Document, named: Sequence[Mention]) -> Mention | None:
    """The one person whom the lines over a conversation name as the one who is asked; None with two, or none."""
    for block in lines_over(document):
        words = block.span.of(document.text)
        talks = _TALKS.search(words) or _ON.match(words)
        if talks is None:
            continue
        told = block.span.start + (talks.end() if talks.re is _ON else talks.start())
        persons = [one for one in named if one.kind is MentionKind.PERSON and one.span in block.span and " " in one.surface]
        before = [one for one in persons if one.span.end <= told]
        asked = [one for one in persons if one.span.start >= told and _WITH.search(words[: one.span.start - block.span.start])]
        found = before or asked
        if len(found) == 1:
            return found[0]
    return None
