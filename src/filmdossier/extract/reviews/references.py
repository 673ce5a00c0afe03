"""What the references beside a reported judgement add to it: the publication, and a rating in a title.

Enters a document's citations and where a reviewer is reported; leaves names and ratings as the
references write them. A reference is taken only where its author or publication is the reviewer's.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from filmdossier.extract.outlets import is_outlet, outlets_in
from filmdossier.extract.reviews.people import surname
from filmdossier.model.text import Citation, Document, Span

_PUBLISHER = re.compile(
    r"\b(?:Press|Books?|Publish\w*|Group|Universit\w+|Company|Co\.|Ltd\.?|Inc\.?|Sons|House|Verlag|Éditions|Editions|Routledge|Continuum|McFarland|Penguin|Scarecrow|Knopf|Doubleday|Wiley|Macmillan|HarperCollins|"
    r"Simon & Schuster|Random House|Intellect|Praeger|Greenwood|Da Capo|Faber|Palgrave|Scribner\w*|Tauris|Bloomsbury|Wallflower|Titan|Citadel|Limelight|Rizzoli|Taschen|Rowman|Crown|Harcourt|"
    r"Abrams|Norton|Dutton|Putnam|Viking|Harper|Hodder|Grove|Secker|Zwemmer|Gallimard|Hachette|Twayne|Overlook|Springer|Brill|Elsevier|Sage|Google|YouTube)\b"
)
_LIBRARY = re.compile(
    r"books\.google|(?<!web\.)archive\.org|worldcat|jstor|doi\.org|amazon\.|abebooks|hathitrust|\.edu\b|\.pdf\b", re.IGNORECASE
)
# A capitalised word or an article that runs on to the name makes it part of a title: "The Empire Strikes Back", "A Life".
_TITLE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|of|[A-Z][\w'’]*) $")
_TITLE_AFTER = re.compile(
    r"(?:['’]s)? (?:of\b|(?!Reviews?|Movies?|Films?|Magazine|Online|Staff|January|February|March|April|May|June|July|August|September|October|November|December)[A-Z])"
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
        if citation.work and _is_periodical(citation):
            return _name(citation.work)
        # A reference that is one run of text names the publication somewhere in it.
        named = None if citation.work else _named_in(citation.title)
        if named is not None:
            return named
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


def _named_in(title: str) -> str | None:
    """The publication that stands for itself in a reference written as one run of text; a word of a film's title is none."""
    for start, end, _ in reversed(outlets_in(title, 0, len(title))):
        if not _TITLE_BEFORE.search(title[:start]) and not _TITLE_AFTER.match(title[end:]):
            return title[start:end]
    return None


def _is_periodical(citation: Citation) -> bool:
    """Whether what the reference names is a publication that reviews films, no book's publisher."""
    if is_outlet(_name(citation.work)):
        return True
    return not _PUBLISHER.search(citation.work) and not _LIBRARY.search(citation.url)


def _name(work: str) -> str:
    return re.sub(r"^www\.|[\s,;]+$", "", work)


def _plain(name: str) -> str:
    return re.sub(r"\W", "", re.sub(r"^[Tt]he ", "", name)).casefold()
