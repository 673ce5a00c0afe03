"""Shows the reviews of a film a part at a time: the first on its own page, the others each on a page of their own.

A table brings thousands of reviews of one film, and a page with all of them is megabytes that a phone cannot lay out.
Of the documents beside it a part shows the passages that it cites.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from filmdossier.present.dossier.documents import BackLink, DocumentView
from filmdossier.present.dossier.marking import MarkedBlock, Open
from filmdossier.present.dossier.view import Page

REVIEWS_A_PAGE = 100
# Beyond this a page shows of a document only the passages it cites; the document's own page shows all of it.
_WHOLE_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document beside the dossier; ``href`` leads to its own page, ``cut`` says that only its cited passages stand here."""

    view: DocumentView
    href: str
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a dossier: its reviews, the documents beside them, and where statements that stand elsewhere are.

    ``left_out`` is the number of documents that nothing on the page rests on.
    """

    dossier: Page
    documents: tuple[ShownDocument, ...]
    left_out: int


def page_of_review(film: str, index: int) -> str:
    """The address of the page on which a film's review of this number (from 0) stands; '' for the film's own."""
    return "" if index < REVIEWS_A_PAGE else address(film, index // REVIEWS_A_PAGE + 1)


def address(film: str, number: int) -> str:
    """The address of a part of a film's reviews; the first is on the film's page."""
    return f"/films/{film}/reviews?page={number}" if number > 1 else f"/films/{film}"


def part(page: Page, film: str, ids: dict[str, str], number: int) -> Part:
    """The part with this number, from 1, of a film's dossier; ``ids`` are its documents' by path."""
    reviews = page.reception.reviews[(number - 1) * REVIEWS_A_PAGE : number * REVIEWS_A_PAGE]
    here = "#" if number == 1 else f"{address(film, number)}#"
    in_parts = len(page.reception.reviews) > REVIEWS_A_PAGE
    shown = (
        [_shown(document, ids, page, here, number) for document in page.documents]
        if in_parts
        else [_whole(document, ids) for document in page.documents]
    )
    documents = tuple(document for document in shown if document is not None)
    return Part(
        dossier=replace(
            page,
            reception=replace(
                page.reception,
                reviews=reviews,
                rated=tuple(one for one in page.reception.rated if one.href.startswith(here)),
            ),
            documents=tuple(document.view for document in documents),
            back=page.back if number == 1 else {label: _from(film, links) for label, links in page.back.items()},
        ),
        documents=documents,
        left_out=len(shown) - len(documents),
    )


def _from(film: str, links: Sequence[BackLink]) -> tuple[BackLink, ...]:
    """The links as they are to be followed from another page than the film's own."""
    return tuple(replace(link, href=f"/films/{film}{link.href}") if link.href.startswith("#") else link for link in links)


def _shown(document: DocumentView, ids: dict[str, str], page: Page, here: str, number: int) -> ShownDocument | None:
    """The document with what is cited here; None where nothing is. On the film's own page a short one is shown whole."""
    cited = _cut(document, lambda label: any(link.href.startswith(here) for link in page.back.get(label, ())))
    if not cited.blocks:
        return None
    if number == 1 and _length(document) <= _WHOLE_CHARACTERS:
        return ShownDocument(view=document, href=f"/documents/{ids[document.path]}", cut=False)
    return ShownDocument(view=cited, href=f"/documents/{ids[document.path]}", cut=True)


def _whole(document: DocumentView, ids: dict[str, str]) -> ShownDocument:
    cut = _length(document) > _WHOLE_CHARACTERS
    return ShownDocument(view=_cut(document, lambda _: True) if cut else document, href=f"/documents/{ids[document.path]}", cut=cut)


def _cut(document: DocumentView, is_here: Callable[[str], bool]) -> DocumentView:
    def is_cited(block: MarkedBlock) -> bool:
        return any(isinstance(token, Open) and is_here(token.passage.label) for token in block.tokens)

    return replace(document, blocks=tuple(filter(is_cited, document.blocks)))


def _length(document: DocumentView) -> int:
    return sum(len(getattr(token, "text", "")) for block in document.blocks for token in block.tokens)
