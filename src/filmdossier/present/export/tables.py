"""Film records → one table of their statements, as CSV or as Parquet.

A row is a statement at one of the passages it rests on: who says what, about what, where, in which
words. ``start`` and ``end`` are code points, half-open, in the text that the record JSON holds; the
quote is exactly those characters, in both formats. Nothing is rounded but confidences.
"""

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from filmdossier.model.film import FilmRecord
from filmdossier.present.export.statements import Statement, statements
from filmdossier.present.export.text import encodable

# The columns in order, with their types in Parquet.
COLUMNS = {
    "film": "VARCHAR", "title": "VARCHAR", "year": "INTEGER", "statement": "VARCHAR", "part": "VARCHAR", "subject": "VARCHAR",
    "predicate": "VARCHAR", "value": "VARCHAR", "qualifiers": "VARCHAR", "status": "VARCHAR", "confidence": "DOUBLE",
    "polarity": "VARCHAR", "reason": "VARCHAR", "speaker": "VARCHAR", "document": "VARCHAR", "path": "VARCHAR",
    "kind": "VARCHAR", "sha256": "VARCHAR", "start": "INTEGER", "end": "INTEGER", "quote": "VARCHAR",
}  # fmt: skip
# What spreadsheets take for the beginning of a formula; OWASP, "CSV Injection".
_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")

Cell = str | int | float | None


def rows(records: Iterable[FilmRecord]) -> Iterator[tuple[Cell, ...]]:
    """The rows, each as long as :data:`COLUMNS`; a statement without a passage is one row whose last columns are None."""
    for record in records:
        documents = {document.id: document for document in record.documents}
        for statement in statements(record):
            head = _head(record, statement)
            for evidence in statement.evidence:
                document = documents[evidence.document]
                where = (document.id, document.path, document.kind, document.sha256)
                yield (*head, *map(encodable, where), evidence.span.start, evidence.span.end, encodable(evidence.quote))
            if not statement.evidence:
                yield (*head, *[None] * 7)


def _head(record: FilmRecord, statement: Statement) -> tuple[Cell, ...]:
    qualifiers = json.dumps(dict(statement.qualifiers), ensure_ascii=False) if statement.qualifiers else None
    confidence = None if statement.confidence is None else round(statement.confidence, 4)
    told: tuple[Cell, ...] = (
        record.film.id, record.film.title, record.film.year, statement.id, statement.part, statement.subject or None,
        statement.predicate, statement.value or None, qualifiers, statement.status or None, confidence, statement.polarity,
        statement.reason or None, statement.speaker or None,
    )  # fmt: skip
    return tuple(encodable(cell) if isinstance(cell, str) else cell for cell in told)


def to_csv(records: Iterable[FilmRecord], *, spreadsheet: bool = False) -> bytes:
    """The table as CSV (RFC 4180, UTF-8, no byte order mark, line feeds between rows); unknown cells are empty.

    Cells are exact by default, since a quote must stay what the document says. ``spreadsheet`` puts an
    apostrophe before text that Excel and its kin would run as a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(records):
        writer.writerow([_guarded(cell) for cell in row] if spreadsheet else row)
    return out.getvalue().encode()


def to_parquet(records: Iterable[FilmRecord]) -> bytes:
    """The table as Parquet; unknown cells are null."""
    import duckdb

    columns = list(zip(*rows(records), strict=True)) or [()] * len(COLUMNS)
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    unnested = ", ".join(f"unnest(CAST(? AS {kind}[]))" for kind in COLUMNS.values())
    typed = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    # One thread, so that the same rows always make the same file.
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config={"threads": 1}) as database:
        file = Path(folder) / "table.parquet"
        database.execute(f"CREATE TABLE statements ({typed})")
        if columns[0]:
            database.execute(f"INSERT INTO statements ({names}) SELECT {unnested}", [list(column) for column in columns])
        database.table("statements").write_parquet(str(file), compression="zstd")
        return file.read_bytes()


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
