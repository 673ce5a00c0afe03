"""Where each statement stands: documents get letters, cited passages get numbers.

A record enters; its passages, numbered in text order, leave: "A12" is the twelfth passage cited
from the first document. The same label is used in the terminal, on the page and on paper. A
passage remembers the statements that cite it, so that the page can lead back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from filmdossier.errors import EvidenceError
from filmdossier.model.film import DocumentSummary, FilmRecord
from filmdossier.model.text import Evidence, Span
from filmdossier.present.wording import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document with its letter: A to Z, then AA, AB, …

    ``name`` is the name of its file, or its whole path where another document's file is called the same.
    """

    letter: str
    name: str
    summary: DocumentSummary
    passages: tuple["Passage", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A distinct cited span of a document."""

    label: str
    document: str
    span: Span
    quote: str


@dataclass(slots=True)
class Citation:
    """What a statement rests on.

    ``id`` is its anchor on the page, ``title`` names it in one line; ``statement`` is its id in the
    record, '' for what is no statement by itself. ``page`` is the address of the page it stands on, ''
    for the dossier's own.
    """

    id: str
    title: str
    passages: tuple[Passage, ...]
    documents: int
    statement: str = ""
    page: str = ""

    @property
    def href(self) -> str:
        """The way to it."""
        return f"{self.page}#{self.id}"


@dataclass(slots=True)
class Sources:
    """All documents and passages of a record, and who cites what."""

    documents: tuple[CitedDocument, ...]
    _passages: dict[tuple[str, Span], Passage]
    _citing: dict[str, list[Citation]] = field(default_factory=dict)
    _in_record: set[str] = field(default_factory=set)
    _count: int = 0
    page: str = ""  # the address of the page on which what is cited next stands; '' for the dossier's own

    @classmethod
    def of(cls, record: FilmRecord) -> "Sources":
        """The sources of a record; :class:`EvidenceError` where it cites a document it does not hold."""
        spans: dict[str, dict[Span, str]] = {summary.id: {} for summary in record.documents}
        for evidence in evidence_in(record):
            if evidence.document not in spans:
                raise EvidenceError(f"{record.film.id}: cites the document {evidence.document}, which the record does not hold")
            spans[evidence.document][evidence.span] = evidence.quote
        documents, passages = [], {}
        names = Counter(file_name(summary.path) for summary in record.documents)
        for index, summary in enumerate(record.documents):
            letter = _letter(index)
            # A passage comes before those inside it.
            ordered = sorted(spans[summary.id], key=lambda span: (span.start, -span.end))
            cited = tuple(
                Passage(label=f"{letter}{number}", document=summary.id, span=span, quote=spans[summary.id][span])
                for number, span in enumerate(ordered, start=1)
            )
            name = file_name(summary.path)
            documents.append(
                CitedDocument(letter=letter, name=name if names[name] == 1 else summary.path, summary=summary, passages=cited)
            )
            passages.update({(summary.id, passage.span): passage for passage in cited})
        return cls(documents=tuple(documents), _passages=passages)

    def passages(self, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
        """The passages of some evidence, each once, documents in order."""
        found = dict.fromkeys(self._passages[one.document, one.span] for one in evidence)
        if len(found) < 2:
            return tuple(found)
        order = {document.summary.id: index for index, document in enumerate(self.documents)}
        return tuple(sorted(found, key=lambda passage: (order[passage.document], passage.span.start, -passage.span.end)))

    def cite(self, title: str, evidence: Iterable[Evidence], *, aside: bool = False, statement: str = "") -> Citation:
        """A statement's citation, entered at each of its passages.

        ``aside`` marks what is not part of the record: suggestions and claims set aside.
        """
        self._count += 1
        passages = self.passages(evidence)
        citation = Citation(
            id=f"s{self._count}",
            title=title,
            passages=passages,
            documents=len({passage.document for passage in passages}),
            statement=statement,
            page=self.page,
        )
        for passage in passages:
            self._citing.setdefault(passage.label, []).append(citation)
            if not aside:
                self._in_record.add(passage.label)
        return citation

    def citing(self, passage: Passage) -> tuple[Citation, ...]:
        """The statements that cite a passage, in the order they were entered."""
        return tuple(self._citing.get(passage.label, ()))

    def is_aside(self, passage: Passage) -> bool:
        """Whether only suggestions and claims set aside cite the passage."""
        return passage.label not in self._in_record


def evidence_in(node: object) -> Iterator[Evidence]:
    """Every piece of evidence anywhere inside a record or a part of it, in field order."""
    # No recursion, and each class looked at once: a film of thousands of reviews holds a hundred thousand nodes.
    left = [node]
    while left:
        current = left.pop()
        if isinstance(current, Evidence):
            yield current
        elif isinstance(current, tuple):
            left.extend(reversed(current))
        else:
            left.extend(getattr(current, name) for name in _PARTS[type(current)])


class _Parts(dict[type, tuple[str, ...]]):
    """By class, the names of its fields, last first; none of what is no part of a record."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        is_part = is_dataclass(kind) and not issubclass(kind, DocumentSummary)
        self[kind] = tuple(part.name for part in reversed(fields(kind))) if is_part else ()
        return self[kind]


_PARTS = _Parts()


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
