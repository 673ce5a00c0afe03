"""Turns a film's rows into a document: a heading that names the film, then a line for each row.

Rows of one film enter; a :class:`Document` leaves whose blocks say which part of a line is the critic, the
outlet, the rating, so that whoever reads it needs the table no more. The text is what the rows
say, in their order, cell after cell; nothing is added but the heading and the labels of scores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from filmdossier.model.text import Block, BlockKind, Cell, Document, Origin, Source, Span, document_id
from filmdossier.read.tables.columns import Columns, Field
from filmdossier.read.tables.rows import FilmName, ReviewRow

REVIEWS = "table of reviews"
AUDIENCE = "table of the audience's ratings"
MEDIA_TYPE = "text/tab-separated-values"
_BETWEEN = " | "
# The words come last: they are long, and may hold anything.
_CELLS = (Field.CRITIC, Field.OUTLET, Field.DATE, Field.VERDICT, Field.RATING, Field.QUOTE)
_WORDS = {
    Field.APPROVAL: "approval",
    Field.AUDIENCE_APPROVAL: "audience approval",
    Field.AUDIENCE_AVERAGE: "audience average",
    Field.AUDIENCE_VOTES: "audience votes",
}


@dataclass(frozen=True, slots=True)
class ScaledRow:
    """A row and the maximum of its bare rating, '' where nobody says it."""

    row: ReviewRow
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the audience gave one rating; ``scale`` is its maximum, '' where nobody says it."""

    rating: str
    count: int
    scale: str = ""


def film_heading(film: FilmName, table: str, identifiers: Sequence[str] = ()) -> str:
    """How a document names its film: the title, else its id elsewhere ("m/night_ferry"), else its id in the table.

    An id is never made a title of: "scarface" may be any film of the name.
    """
    if film.title:
        return film.title
    known = next(iter(identifiers), "").partition(":")[2]
    return known or f"film {film.id} of {table}"


def reviews_document(rows: Sequence[ScaledRow], film: FilmName, columns: Columns, source: Source, heading: str) -> Document:
    """The document of a film's rows; ``heading`` names the film, the year is set behind it."""
    draft = _Draft(source, heading, film)
    for score, value in dict.fromkeys(score for scaled in rows for score in scaled.row.scores):
        scale = f" of {columns.layout.scale}" if score is Field.AUDIENCE_AVERAGE and columns.layout.scale else ""
        draft.score(f"{columns.score_name(score)} {_WORDS[score]}{scale}", value)
    for scaled in rows:
        draft.review(scaled)
    return draft.document()


def audience_document(tallies: Iterable[Tally], film: FilmName, source: Source, heading: str) -> Document:
    """The document of the audience's ratings of a film: a line for each rating with how often it was given."""
    draft = _Draft(source, heading, film)
    for tally in tallies:
        draft.tally(tally)
    return draft.document()


class _Draft:
    """A document while it is made; offsets are final when they are taken."""

    def __init__(self, source: Source, heading: str, film: FilmName) -> None:
        self._source, self._heading = source, heading
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        named = f"{heading} ({film.year})" if film.year else heading
        self._blocks.append(Block(kind=BlockKind.HEADING, span=self._add(named), level=1))
        if film.title and film.id:
            self._field("id", film.id)
        if film.alias:
            self._field("also called", film.alias)

    def score(self, label: str, value: str) -> None:
        self._field(label, value)

    def review(self, scaled: ScaledRow) -> None:
        row = scaled.row
        values = (row.critic, row.outlet, row.date, row.verdict, row.rating, row.quote)
        cells = [
            (f"{label} of {scaled.scale}" if scaled.scale and label is Field.RATING else str(label), value)
            for label, value in zip(_CELLS, values, strict=True)
            if value
        ]
        if cells:
            self._row(cells, REVIEWS)

    def tally(self, tally: Tally) -> None:
        label = f"rating of {tally.scale}" if tally.scale else "rating"
        self._row([(label, tally.rating), ("ratings", f"{tally.count:,} {'time' if tally.count == 1 else 'times'}")], AUDIENCE)

    def document(self) -> Document:
        text = "".join(self._parts)
        return Document(
            id=document_id(self._source.origin, text),
            source=self._source,
            text=text,
            title=self._heading,
            blocks=tuple(self._blocks),
        )

    def _field(self, label: str, value: str) -> None:
        start = self._begin(BlockKind.FIELD)
        self._add(f"{label}: ")
        span = self._add(value)
        cell = Cell(label=label, span=span, items=(span,))
        self._blocks.append(
            Block(kind=BlockKind.FIELD, span=Span(start, span.end), origin=Origin.RATINGS, cells=(cell,), template=REVIEWS)
        )

    def _row(self, values: Sequence[tuple[str, str]], template: str) -> None:
        start = place = self._begin(BlockKind.ROW)
        cells = []
        for label, value in values:
            span = Span(place, place + len(value))
            cells.append(Cell(label=label, span=span, items=(span,)))
            place = span.end + len(_BETWEEN)
        span = self._add(_BETWEEN.join(value for _, value in values))
        self._blocks.append(
            Block(kind=BlockKind.ROW, span=Span(start, span.end), origin=Origin.RATINGS, cells=tuple(cells), template=template)
        )

    def _begin(self, kind: BlockKind) -> int:
        self._add("\n" if self._blocks[-1].kind is kind else "\n\n")
        return self._length

    def _add(self, text: str) -> Span:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return Span(start, self._length)
