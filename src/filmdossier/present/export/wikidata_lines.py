"""Lines of QuickStatements, version 1: values in its grammar, references with the words they rest on.

The grammar is that of https://www.wikidata.org/wiki/Help:QuickStatements: fields parted by tabs, the
qualifiers (``P…``) before the sources (``S…``), ``!S…`` for the first source of a further reference.
QuickStatements 3 turns every ``|`` into a tab and every ``||`` into a new line wherever they stand, so
no text that leaves here holds one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmdossier.model.film import DocumentSummary
from filmdossier.model.text import Evidence
from filmdossier.present.export.choosing import document_title
from filmdossier.present.export.dates import is_full
from filmdossier.present.export.text import one_line, xml_text

_LONGEST = 1500  # characters of a text on Wikidata
_REFERENCES = 3
_TELLING = 25  # characters from which on a passage says something by itself
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]”\"’'])[.!?][”\"’]?\s+(?=[A-Z“\"])")
_QUOTED = re.compile(r'"([^"]*)"')
_PRECISION = {4: 9, 7: 10, 10: 11}  # length of an ISO date → year, month, day


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: subject, property, value and pairs of qualifiers; ``unknown`` names the values that lack an item."""

    subject: str
    property: str
    value: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[tuple[str, str], ...], ...] = ()

    def __str__(self) -> str:
        fields = [self.subject, self.property, self.value]
        for pair in self.qualifiers:
            fields += pair
        for number, reference in enumerate(self.references):
            for place, (source, value) in enumerate(reference):
                fields += (f"!{source}" if number and not place else source, value)
        return "\t".join(fields)


def plain(text: str) -> str:
    """Text on one line that no version of QuickStatements takes apart."""
    return xml_text(one_line(text)).replace("|", "\N{BROKEN BAR}").strip()


def string(text: str) -> str:
    """A string value. A quotation mark at either end would make an identifier of it: with its fellow it is set in print, and those around the whole go."""
    words = plain(text)
    if words[:1] == '"' == words[-1:] and words.count('"') == 2:
        words = words[1:-1]
    elif '"' in (words[:1], words[-1:]):
        words = _QUOTED.sub("“\\1”", words)
    return f'"{words.strip(chr(34)).strip()[:_LONGEST]}"'


def monolingual(language: str, text: str) -> str:
    """A text with its language."""
    return f'{language}:"{plain(text)[:_LONGEST].strip()}"'


def time(date: str) -> str:
    """An ISO date, as exact as it is."""
    day = date if is_full(date) else f"{date}-00" if len(date) == len("1995-08") else f"{date}-00-00"
    return f"+{day}T00:00:00Z/{_PRECISION[len(date)]}"


def quantity(number: int, unit: str = "") -> str:
    """A number, with the item of its unit."""
    return f"{number}U{unit.removeprefix('Q')}" if unit else str(number)


def references(
    evidence: Iterable[Evidence], documents: dict[str, DocumentSummary]
) -> tuple[tuple[tuple[str, str], ...], ...]:  # fmt: skip
    """One reference for each document (three at most): where it is, its title, the words that say so.

    A passage that cannot be carried unaltered (a table row with its bars, or more than Wikidata takes) is no quotation:
    the next one of the document is taken, or none.
    """
    passages: dict[str, list[str]] = {}
    for one in evidence:
        if one.document in documents:
            passages.setdefault(one.document, []).append(_in_context(one, documents[one.document].text))
    found = (tuple(_reference(documents[id_], quotes)) for id_, quotes in passages.items())
    return tuple(reference for reference in found if reference)[:_REFERENCES]


def _reference(document: DocumentSummary, quotes: list[str]) -> Iterator[tuple[str, str]]:
    if document.path.startswith(("http://", "https://")):
        yield "S854", string(document.path)
    title = document_title(document)
    if title and plain(title):
        yield "S1476", monolingual("en", title)
    quote = next((quote for quote in quotes if _carried(quote)), None)
    if quote is not None:
        yield "S1683", monolingual("en", quote)


def _in_context(evidence: Evidence, text: str) -> str:
    """The passage; one of a word or two ("1995") with the sentence or the line around it, since by itself it shows nothing."""
    start, end = evidence.span.start, evidence.span.end
    if len(evidence.quote) >= _TELLING or text[start:end] != evidence.quote:
        return evidence.quote
    left = max([text.rfind("\n", 0, start) + 1, *(match.end() for match in _SENTENCE_END.finditer(text, 0, start))])
    line_end = text.find("\n", end)
    right = min(found for found in (line_end if line_end >= 0 else len(text), _next_end(text, end)) if found >= end)
    return text[left:right].strip()


def _next_end(text: str, start: int) -> int:
    match = _SENTENCE_END.search(text, start)
    return match.start() + len(match.group().rstrip()) if match else len(text)


def _carried(quote: str) -> bool:
    words = plain(quote)
    return 0 < len(words) <= _LONGEST and words == " ".join(quote.split())
