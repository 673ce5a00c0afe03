"""Tells an article on a person by the dates of life behind the name that it opens on."""

import re

from filmdossier.model.text import BlockKind, Document, Origin

_LIFE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,4}) \((?:(?:born|b\.) [^()]{0,40}\d{4}[^()]{0,40}|[^()\d]{0,30}(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?P<born>1[6-9]\d\d)[^()]{0,40}[–—-][^()]{0,30}(?P<died>\d{4})[^()]{0,30})\)"
)
_YOUNGEST = 15


def told_life(document: Document) -> str | None:
    """The person whose dates the first words give: "Jean Vigo (26 April 1905 – 5 October 1934) made …"; None where they give none."""
    first = next((b for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.origin is Origin.BODY), None)
    told = _LIFE.match(document.text, first.span.start, first.span.end) if first is not None else None
    if told is None or (told["born"] and int(told["died"]) - int(told["born"]) < _YOUNGEST):
        return None
    return told["name"]
