"""Finds the passages that decisions kept, and writes down what no document holds any more.

Kept passages and the documents of a record enter; evidence leaves. A passage is looked for where it
was, then in the document that now has its path, then at its place in another one (a file that was
moved). What is not found, and notes that no passage goes with, stand in a document of their own,
so that a statement by an editor opens on its words like any other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from filmdossier.model.cited_values import with_evidence
from filmdossier.model.claim import SpokenLine, Value
from filmdossier.model.decision import Decision, KeptPassage
from filmdossier.model.film import DECISIONS_KIND, DocumentSummary
from filmdossier.model.text import Document, Evidence, Source, Span, document_id

PATH = "decisions"


class Passages:
    """Looks kept passages up in the documents of a record."""

    def __init__(self, documents: Iterable[DocumentSummary]) -> None:
        self._documents = sorted(documents, key=lambda document: (document.path, document.id))

    def find(self, passage: KeptPassage) -> Evidence | None:
        """The evidence; None where no document holds the words at a place that is theirs."""
        for document in self._documents:
            if document.id == passage.document and document.text[passage.start : passage.end] == passage.quote:
                return cite(document, passage.start, passage.end)
        for document in self._documents:
            if document.path == passage.origin:
                places = list(_occurrences(document.text, passage.quote))
                if places:
                    start = min(places, key=lambda place: (abs(place - passage.start), place))
                    return cite(document, start, start + len(passage.quote))
        for document in self._documents:
            if document.text[passage.start : passage.end] == passage.quote:
                return cite(document, passage.start, passage.end)
        return None

    def found(self, passages: Iterable[KeptPassage]) -> tuple[Evidence, ...]:
        """The evidence of all passages that are found, each once."""
        return tuple(dict.fromkeys(found for passage in passages if (found := self.find(passage)) is not None))

    def value(self, value: Value, passages: Sequence[KeptPassage]) -> Value:
        """A value whose passages are those of today's documents; what rested on those not found is left out."""
        places = {(passage.document, passage.start, passage.end): passage for passage in passages}

        def moved(evidence: Evidence) -> Evidence | None:
            passage = places.get((evidence.document, evidence.span.start, evidence.span.end))
            return self.find(passage) if passage else None

        return with_evidence(value, moved)


class Notes:
    """Collects what stands on decisions alone, then gives the document that holds it."""

    def __init__(self) -> None:
        self._text = ""
        self._spans: dict[str, list[Span]] = {}

    def keep(self, decision: Decision, passages: Sequence[KeptPassage]) -> None:
        """Writes down the passages, or the person's note where there are none, or what was decided."""
        day = decision.moment.date().isoformat()
        if passages:
            for passage in passages:
                self._add(decision, f"{passage.origin}, as it was for {decision.decided_by} on {day}: ", passage.quote)
        elif decision.why.strip():
            self._add(decision, f"{decision.decided_by}, {day}: ", decision.why.strip())
        else:
            self._add(decision, f"{decision.decided_by}, {day}: ", f"{decision.verdict.value} {decision.about}")

    def document(self) -> DocumentSummary | None:
        """The document; None where nothing was written down."""
        if not self._text:
            return None
        digest = sha256(self._text.encode()).hexdigest()
        return DocumentSummary(
            id=document_id(PATH, self._text),
            path=PATH,
            kind=DECISIONS_KIND,
            title="Decisions of editors",
            sha256=digest,
            text=self._text,
        )

    def evidence(self, decision: Decision, document: DocumentSummary) -> tuple[Evidence, ...]:
        """What was written down for a decision."""
        return tuple(cite(document, span.start, span.end) for span in self._spans.get(decision.id, ()))

    def _add(self, decision: Decision, lead: str, quote: str) -> None:
        start = len(self._text) + len(lead)
        self._text += f"{lead}{quote}\n"
        self._spans.setdefault(decision.id, []).append(Span(start, start + len(quote)))


def cite(document: DocumentSummary, start: int, end: int) -> Evidence:
    """The evidence for characters of a record's document."""
    source = Source(origin=document.path, media_type="", sha256=document.sha256)
    return Evidence.cite(Document(id=document.id, source=source, text=document.text), Span(start, end))


def with_words(value: Value, evidence: Evidence) -> Value:
    """A line of dialogue with the words where they are now; any other value as it is."""
    return replace(value, words=evidence) if isinstance(value, SpokenLine) else value


def _occurrences(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
