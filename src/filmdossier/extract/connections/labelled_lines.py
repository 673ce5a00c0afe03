"""Reads links from lines of a plain sheet: "Preceded by: X (1963)", "Sequels: Y; Z", "Remake of: X (1948)".

A sheet in plain text has no fields: the label opens the line, and films follow to its end.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.named_things import title_at
from filmdossier.extract.works import Work, is_older, works_in
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import BlockKind, Span

_LABEL = re.compile(
    r"\W{0,3}(?:(?P<before>[Pp]receded by|[Ff]ollows|[Ss]equel to|[Pp]revious(?: film| entry)?(?: in (?:the )?series)?)|(?P<after>[Ff]ollowed by|[Ss]equels?|[Nn]ext (?:film|entry)?(?: ?in (?:the )?series)?)"
    r"|(?P<of>[Rr]emake of|[Ee]arlier versions?)|(?P<anew>[Rr]emakes?|[Rr]emade as|[Ll]ater versions?))\W{0,2}[:=—–|] ?\W{0,3}"
)
_ITEM = re.compile(r"(?:[,;/]|\band\b|, then\b|\bthen\b|[(][^()]*[)]|\s)*")
_SURE = 0.85


def labelled_lines(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the films of one labelled line."""
    text, span = annotations.document.text, sentence.span
    block = annotations.block_of(sentence)
    opens = span.start == block.span.start or text[span.start - 1] == "\n"
    label = _LABEL.match(text, span.start, span.end) if opens and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) else None
    if label is None:
        return
    before, after, earlier = label["before"], label["after"], label["of"]
    relation = (
        Relation.SEQUEL_TO if before else Relation.FOLLOWED_BY if after else Relation.REMAKE_OF if earlier else Relation.REMADE_AS
    )
    line = text.find("\n", label.end(), span.end)
    for work in _films(annotations, topic, label.end(), line if line >= 0 else span.end):
        older = is_older(topic, work)
        contradicted = older is not None and older is (relation in (Relation.FOLLOWED_BY, Relation.REMADE_AS))
        if not contradicted:
            yield from link_claims(
                annotations, topic, relation, work.title, work.year, work.span, _SURE, Polarity.ASSERTED, "labelled line"
            )


def _films(annotations: Annotations, topic: Topic, start: int, end: int) -> Iterator[Work]:
    """The films from ``start`` on, as far as nothing but commas, brackets and "and" parts them."""
    text = annotations.document.text
    works = [work for work in works_in(annotations, topic, Span(start, end)) if not work.own] if end > start else []
    position = start
    while (gap := _ITEM.match(text, position, end)) is not None and gap.end() < end:
        work = next((one for one in works if gap.end() <= one.span.start <= gap.end() + 2), None)
        if work is None:
            title = title_at(text, gap.end(), end)
            if title is None:
                return
            year = re.match(r"[’'\"”]?\s*[(,] ?((?:19|20)\d\d)\b", text[title.end : title.end + 9])
            work = Work(
                span=title, title=title.of(text), year=int(year.group(1)) if year else None, own=False, film=None, italic=False
            )
        yield work
        position = work.span.end
