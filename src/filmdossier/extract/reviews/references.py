"""What the references beside a reported judgement add to it: the publication, and a rating in a title.

Enters a document's citations and where a reviewer is reported; leaves names and ratings as the
references write them. A reference is taken only where its author or publication is the reviewer's.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from filmdossier.extract.outlets import outlets_in
from filmdossier.extract.reviews.people import surname
from filmdossier.model.text import Citation, Document, Span

_PUBLISHER = re.compile(
    r"\b(?:Press|Books?|Publish\w*|Group|Universit\w+|Company|Co\.|Ltd\.?|Inc\.?|Sons|House|Verlag|Éditions|Editions|Routledge|Continuum|McFarland|Penguin|Scarecrow|Knopf|Doubleday|Wiley|Macmillan|HarperCollins|"
    r"Simon & Schuster|Random House|YouTube|Twitter|Facebook)\b"
)
_AFTER = 3  # characters between the end of a sentence and the mark of its reference
_MOST = r"(?:4|5|10|4\.0|5\.0)"
# "Movie Review {2.5/5}: …", "Review: … (3/4 stars)", "… – ★★★½"
_RATED = re.compile(
    rf"[{{(\[]\s*(?P<a>\d{{1,2}}(?:[.,]\d{{1,2}})?\s?/\s?{_MOST})(?:\s*stars?)?\s*[}})\]]|(?<![\d/])(?P<b>\d{{1,2}}(?:[.,]\d{{1,2}})?\s?/\s?{_MOST})(?:\s*stars?\b|\s*$)"
    rf"|(?P<c>[★⭐]+\s?½?☆*)",
    re.IGNORECASE,
)


def outlet_in_references(document: Document, spans: Sequence[Span], critic: str) -> str | None:
    """The publication of the reference that bears the critic's name; None where none does."""
    for citation in _beside(document, spans):
        if not _is_by(citation, critic):
            continue
        if citation.work and not _PUBLISHER.search(citation.work):
            return _name(citation.work)
        # A reference that is one run of text names the publication somewhere in it.
        named = [] if citation.work else outlets_in(citation.title, 0, len(citation.title))
        if named:
            return citation.title[named[-1][0] : named[-1][1]]
    return None


def rating_in_references(document: Document, spans: Sequence[Span], critic: str | None, outlet: str | None) -> str | None:
    """The rating that the title of the reviewer's reference states, as written; None where none does."""
    for citation in _beside(document, spans):
        if not ((critic and _is_by(citation, critic)) or (outlet and _is_in(citation, outlet))):
            continue
        rated = _RATED.search(citation.title)
        if rated is not None:
            return next(group for group in rated.groups() if group)
    return None


def _beside(document: Document, spans: Sequence[Span]) -> Iterator[Citation]:
    for citation in document.citations:
        if any(span.start < citation.position <= span.end + _AFTER for span in spans):
            yield citation


def _is_by(citation: Citation, critic: str) -> bool:
    """Whether the critic wrote it, or it is headed with the critic's name: no obituary ("Maurice Rapf, 88, Screenwriter")."""
    name = surname(critic)
    return name in citation.author or (
        name in citation.title and not re.search(rf"\b{re.escape(name)}, (?:\d|who\b)", citation.title)
    )


def _is_in(citation: Citation, outlet: str) -> bool:
    """Whether it appeared there, by its publication's name, its address or its title."""
    wanted = _plain(outlet)
    site = re.sub(r"\W", "", urlsplit(citation.url).netloc)
    return len(wanted) > 3 and (wanted in _plain(citation.work) or wanted in site or wanted in _plain(citation.title))


def _name(work: str) -> str:
    return re.sub(r"^www\.|[\s,;]+$", "", work)


def _plain(name: str) -> str:
    return re.sub(r"\W", "", re.sub(r"^[Tt]he ", "", name)).casefold()
