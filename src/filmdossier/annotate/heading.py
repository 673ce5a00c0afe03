"""Reads the film off the line that stands over a text: "Desperado (1995)", "NIGHT FERRY"."""

import re

from filmdossier.model.text import BlockKind, Document
from filmdossier.model.titles import TitleYear, names_no_film, title_year

_LONGEST_HEADING = 80
# "Sixty years of Persona (1966)", "Forty years on: Brazil (1985)": what a headline puts before the title.
OCCASION = (
    r"(?:(?:an? |the )?[\w-]+ (?:years|decades) (?:of|on from|on:|after|since|with|later:)|happy birthday,|remembering|revisiting|rediscovering|rewatching|in praise of|"
    r"(?:some |a few )?(?:notes|thoughts|a (?:word|note|page|talk|lecture)) on|(?:film|movie) of the (?:week|month):|on) "
)
_OCCASION = re.compile(rf"{OCCASION}(?P<title>(?-i:[^\Wa-z]).*)", re.IGNORECASE)
# "Victoria (2015) – one night, one take": what stands behind the year is the writer's.
_TAGGED_TITLE = re.compile(r"(?P<title>[^\W_][^()\n]{0,80}[^\s()]) \((?P<year>18[89]\d|19\d\d|20[0-4]\d)\)\s*[–—:|-]\s*\S")

# "PRESS CUTTINGS - "A TASTE OF HONEY" (1961)": behind a word for the page the title in quotation marks.
_QUOTED_TITLE = re.compile(
    r"[^\"“”„«\n]{2,60}[–—:-] ?[\"“„«](?P<title>[^\"“”„«»\n]{1,80})[\"”“»],? [(\[](?P<year>18[89]\d|19\d\d|20[0-4]\d)[)\]]"
)


def headed(document: Document) -> TitleYear | None:
    """Title and year that the first line gives as "Title (Year)", or as a heading in capitals that the text goes on to name."""
    first = next((block for block in document.blocks if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)), None)
    words = first.span.of(document.text).strip() if first is not None else ""
    named = title_year(words)
    if first is None or not 1 < len(named.title) <= _LONGEST_HEADING or "\n" in words or names_no_film(words):
        return None
    quoted = _QUOTED_TITLE.fullmatch(words)
    if quoted is not None:
        return TitleYear(as_told(document, quoted["title"], first.span.end), int(quoted["year"]))
    tagged = _TAGGED_TITLE.match(words)
    if tagged is not None:
        return TitleYear(as_told(document, tagged["title"], first.span.end), int(tagged["year"]))
    if named.year is not None and words.rstrip().endswith(f"({named.year})"):
        occasion = _OCCASION.fullmatch(named.title)
        if occasion is not None:
            return TitleYear(as_told(document, occasion["title"], first.span.end), named.year)
        return TitleYear(as_told(document, named.title, first.span.end), named.year)
    if first.kind is BlockKind.HEADING and named.title.isupper():
        told = as_told(document, named.title, first.span.end)
        return TitleYear(told, named.year) if told != named.title else None
    return None


def as_told(document: Document, title: str, after: int) -> str:
    """A title in capitals as the text after it spells it; else as it is."""
    if not title.isupper():
        return title
    found = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE).finditer(document.text, after)
    spelt = (match.group() for match in found if not match.group().isupper() and match.group()[0].isupper())
    return next(spelt, title)
