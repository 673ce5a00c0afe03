"""Reads the film off a title and the line of facts under it: "BABETTE'S FEAST / Denmark, 1987. Direction: Gabriel Axel.".

Enters a document; leaves title and year. Refuses a line of facts that has no year of the film's time
or nothing that only films have (a director, minutes, a studio).
"""

import re

from filmdossier.annotate.alone import COPY, NO_TITLE
from filmdossier.model.text import BlockKind, Document, Origin
from filmdossier.model.titles import TitleYear

_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
_FILMS_OWN = re.compile(
    r"\b(?:directed by|director|directors|direction|a film (?:by|of)|an? [\w.'’ -]{3,40} film|screenplay|photography|cinematograph\w*|producer|presents|running time"
    r"|\d{2,3} ?(?:min|mins|minutes)|pictures|films|studios?|filmverleih|paramount|warner|universal|columbia|mgm|metro-goldwyn-mayer|century[- ]fox|rko|united artists|miramax|gaumont|path[eé]|toho|shochiku"
    r"|rated|dir\.)(?!\w)",
    re.IGNORECASE,
)
# "L.A. CONFIDENTIAL — PRESS NOTES": what kind of page it is, behind the title.
_PAGE_KIND = re.compile(
    r"\s*(?:[—–:|-]|\s-)\s*(?:the )?(?:press|production|programme|program|film|screening) (?:notes?|kit|release|book|sheet)\W*$",
    re.IGNORECASE,
)
_SECOND_NAME = re.compile(r"(?P<title>[^()]{2,80}[^()\s]) \([^()\d]{2,60}\)$")
_IN_FIRST_LINE = re.compile(
    rf"^(?P<title>[^\n()]{{2,80}}?)[,:]? \((?P<year>{_YEAR})\),? (?:dir(?:ected|\.)? ?by|dir\.|d:|directed) ?[A-Z]", re.IGNORECASE
)
_LINES = 4  # under the title
_LONGEST_TITLE = 80
_LONGEST_LINE = 260
_NO_TITLE = re.compile(
    r"\b(?:review|notes|synopsis|interview|by|programme|festival|archive|cinema|contents|edition)\b|(?-i:[a-z][.!?] [A-Z])",
    re.IGNORECASE,
)
# "Una Brandt / Una Brandt (born 1968) is a Norwegian film director": a sentence on whoever the heading names.
_SENTENCE = re.compile(r"\bborn\b|\b(?:is|was|are|were) (?:an?|the|one)\b", re.IGNORECASE)


def titled_over_facts(document: Document) -> TitleYear | None:
    """The title in a document's first line, where a line right under it holds its year and what only films have; None without."""
    lines = _opening_lines(document)
    if not lines:
        return None
    if (whole := titled_in_first_line(document)) is not None:
        return whole
    first = _PAGE_KIND.sub("", lines[0])
    second = _SECOND_NAME.fullmatch(first)
    title = (second["title"] if second else first).strip(' _*"“”')
    if (
        not 1 < len(title) <= _LONGEST_TITLE
        or title.endswith((".", ",", ":", ";"))
        or _NO_TITLE.search(title)
        or NO_TITLE.search(title)
        or COPY.search(title)  # the year under it is the disc's
        or not _capital(title)
    ):
        return None
    years = [re.findall(rf"(?<!\d){_YEAR}(?![\d%])", line) for line in lines[1:]]
    told = next((found for found in years if found), [])
    if any(_SENTENCE.search(line) for line, found in zip(lines[1:], years, strict=True) if found):
        return None
    if len(set(told)) != 1 or not any(_FILMS_OWN.search(line) for line in lines[1:]):
        return None
    return TitleYear(title, int(told[0]))


def titled_in_first_line(document: Document) -> TitleYear | None:
    """The title of a first line that gives the year and the director as well: "The Ferry (1999), directed by Una Brandt"."""
    lines = _opening_lines(document)
    whole = _IN_FIRST_LINE.match(lines[0]) if lines else None
    return TitleYear(whole["title"].strip(' _*"“”'), int(whole["year"])) if whole is not None else None


def _opening_lines(document: Document) -> list[str]:
    """The first line and those under it that are short enough for facts, before the first heading or prose."""
    found: list[str] = []
    for block in document.blocks[: _LINES + 1]:
        if block.origin is not Origin.BODY or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            break
        if found and block.kind is BlockKind.HEADING:
            break
        for line in block.span.of(document.text).split("\n"):
            if len(line) > _LONGEST_LINE or len(found) > _LINES:
                return found
            if line.strip():
                found.append(line.strip())
    return found


def _capital(title: str) -> bool:
    """Whether a title's longer words open with capitals, as titles do and sentences do not."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", title) if len(word) > 3]
    return bool(title) and (title[0].isupper() or title[0].isdigit()) and all(word[0].isupper() for word in words)
