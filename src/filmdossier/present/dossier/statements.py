"""The smallest pieces of the page: a statement with its citation and its status."""

from collections.abc import Iterable
from dataclasses import dataclass

from filmdossier.model.claim import Predicate
from filmdossier.model.decision import Ruling
from filmdossier.model.film import Conflict, Status
from filmdossier.model.text import Evidence
from filmdossier.present.citing import Citation, Sources
from filmdossier.present.deciding_words import ruling_words
from filmdossier.present.wording import percent, status_words


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMark:
    """How sure a statement is: ``kind`` is the status, ``sign`` the short form, ``href`` leads to the conflict or is empty."""

    kind: str
    sign: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement in words; ``detail`` says more in a lower voice."""

    text: str
    citation: Citation
    detail: str = ""
    mark: StatusMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Entries under one label."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Statements:
    """Makes entries over the sources of one record, and knows where its conflicts are shown."""

    sources: Sources
    conflicts: tuple[Conflict, ...]

    def entry(
        self,
        title: str,
        text: str,
        evidence: Iterable[Evidence],
        *,
        detail: str = "",
        status: Status | None = None,
        confidence: float | None = None,
        about: str = "",
        aside: bool = False,
        statement: str = "",
        decision: Ruling | None = None,
        predicate: Predicate | None = None,
    ) -> Entry:
        """A statement; ``title`` names it where its passages lead back to it, ``about`` is its predicate,
        ``statement`` its id in the record. An editor's ``decision`` is told in a lower voice; values are read as ``predicate`` has them.
        """
        citation = self.sources.cite(title, evidence, aside=aside, statement=statement)
        mark = self.mark(status, citation, confidence, about) if status else None
        if decision is not None and predicate is not None:
            detail = " ".join(filter(None, (detail, f"({ruling_words(decision, predicate)})")))
        return Entry(text=text, citation=citation, detail=detail, mark=mark)

    def mark(self, status: Status, citation: Citation, confidence: float | None, about: str = "") -> StatusMark:
        """The status of a cited statement; a disputed one leads to its conflict."""
        words = status_words(status, citation.documents)
        if confidence is not None:
            words += f"; confidence {percent(confidence)}"
        sign = {
            Status.CORROBORATED: str(citation.documents),
            Status.DISPUTED: "disputed",
            Status.INFERRED: "inferred",
            Status.CONFIRMED: "confirmed",
            Status.CORRECTED: "corrected",
        }.get(status, "")
        return StatusMark(
            kind=status.value, sign=sign, words=words, href=self._conflict(about) if status is Status.DISPUTED else ""
        )

    def _conflict(self, about: str) -> str:
        place = next((index for index, conflict in enumerate(self.conflicts, start=1) if conflict.about == about), None)
        return f"#conflict-{place}" if place else "#conflicts" if self.conflicts else ""
