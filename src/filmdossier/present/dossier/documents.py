"""The documents at the end of the page: their text with its passages marked, and the ways back.

Sources on which everything is cited enter; views of the documents leave.
"""

from dataclasses import dataclass

from filmdossier.present.citing import Passage, Sources
from filmdossier.present.dossier.marking import MarkedBlock, marked
from filmdossier.present.wording import KINDS, count


@dataclass(frozen=True, slots=True, kw_only=True)
class BackLink:
    """The way from a passage to a statement that cites it; ``statement`` is its id in the record, '' where it has none."""

    href: str
    title: str
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document with its passages marked."""

    letter: str
    name: str
    path: str
    title: str
    about: str
    sha256: str
    blocks: tuple[MarkedBlock, ...]


def documents_view(sources: Sources) -> tuple[DocumentView, ...]:
    """The documents, in the order of their letters."""
    return tuple(
        DocumentView(
            letter=document.letter,
            name=document.name,
            path=document.summary.path,
            title=document.summary.title or "",
            about=", ".join(
                (
                    KINDS.get(document.summary.kind, document.summary.kind),
                    count(len(document.summary.text), "character"),
                    f"{count(len(document.passages), 'passage')} cited",
                )
            ),
            sha256=document.summary.sha256,
            blocks=marked(document),
        )
        for document in sources.documents
    )


def back_links(sources: Sources) -> dict[str, tuple[BackLink, ...]]:
    """By a passage's label, the ways back to its statements; complete once everything on the page is cited."""
    return {passage.label: _back(sources, passage) for document in sources.documents for passage in document.passages}


def aside(sources: Sources) -> frozenset[str]:
    """The labels of passages that only suggestions and claims set aside rest on."""
    return frozenset(p.label for document in sources.documents for p in document.passages if sources.is_aside(p))


def _back(sources: Sources, passage: Passage) -> tuple[BackLink, ...]:
    return tuple(
        BackLink(href=citation.href, title=citation.title, statement=citation.statement) for citation in sources.citing(passage)
    )
