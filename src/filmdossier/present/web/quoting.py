"""Passages in their context: the words before and after, and the way to the document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filmdossier.model.film import DocumentSummary
from filmdossier.model.text import Evidence
from filmdossier.present.wording import file_name

_AROUND = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A passage of a document with the text around it; ``href`` opens the document there."""

    href: str
    name: str
    before: str
    quote: str
    after: str


def quoted(evidence: Iterable[Evidence], documents: Mapping[str, DocumentSummary]) -> tuple[Quoted, ...]:
    """The passages, each once, in the order of the evidence; those of documents that are not given are left out."""
    return tuple(
        in_context(documents[one.document].text, one.span.start, one.span.end, one.document, documents[one.document].path)
        for one in dict.fromkeys(evidence)
        if one.document in documents
    )


def in_context(text: str, start: int, end: int, document: str, path: str) -> Quoted:
    """A stretch of a text with what stands around it in its paragraph."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before, after = before.rpartition("\n\n")[2], after.partition("\n\n")[0]
    if len(before) == _AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return Quoted(
        href=f"/documents/{document}?at={start}-{end}#at",
        name=file_name(path),
        before=before,
        quote=text[start:end],
        after=after,
    )


def stands(words: str, text: str, most: int) -> list[tuple[int, int]]:
    """Where typed words stand in a text, however the blanks between them are set: the first ``most`` places."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for _, match in zip(range(most), re.finditer(pattern, text), strict=False)] if pattern else []
