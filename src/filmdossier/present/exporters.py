"""The formats a record can be exported in, and how a file is written.

Each format's own module is imported when the format is asked for.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from filmdossier.errors import FilmdossierError

if TYPE_CHECKING:
    from filmdossier.model.film import FilmRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What a person may choose of a format.

    ``item`` is the film's own item on Wikidata and ``items`` are those of names, for ``quickstatements``;
    ``average`` False leaves the mean of Rotten Tomatoes out of ``wikitext``; ``spreadsheet`` guards the cells
    of ``csv`` that a spreadsheet would take for formulas.
    """

    item: str | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    average: bool = True
    spreadsheet: bool = False

    def chosen(self) -> frozenset[str]:
        """The names of the options that are not as they are by themselves."""
        plain = ExportOptions()
        return frozenset(one.name for one in fields(self) if getattr(self, one.name) != getattr(plain, one.name))


DEFAULT = ExportOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format: the end of its files' names, and what writes records in it.

    ``content_of`` gives the bytes of one file. A ``table`` holds any number of films, the other formats one.
    ``beside`` writes a second file next to the first, with a suffix of its own. ``options`` are those that it takes.
    """

    suffix: str
    content_of: "Callable[[Iterable[FilmRecord], ExportOptions], bytes]"
    table: bool = False
    binary: bool = False
    beside: "tuple[str, Callable[[FilmRecord], str]] | None" = None
    options: frozenset[str] = frozenset()

    def text_of(self, record: "FilmRecord", options: ExportOptions = DEFAULT) -> str:
        """The text of the file of one film; not for binary formats."""
        return self.content_of((record,), options).decode()


def _one(text_of: "Callable[[FilmRecord, ExportOptions], str]") -> "Callable[[Iterable[FilmRecord], ExportOptions], bytes]":
    def content_of(records: "Iterable[FilmRecord]", options: ExportOptions) -> bytes:
        (record,) = records
        return text_of(record, options).encode()

    return content_of


def _json(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.json_record import dumps

    return dumps(record)


def _gexf(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.gexf import dumps

    return dumps(record)


def _jsonld(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.jsonld import dumps

    return dumps(record)


def _annotations(record: "FilmRecord") -> str:
    from filmdossier.present.export.annotations import dumps

    return dumps(record)


def _quickstatements(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.quickstatements import dumps

    return dumps(record, item=options.item, items=options.items)


def _wikitext(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.wikitext import dumps

    return dumps(record, average=options.average)


def _en15907(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.en15907 import dumps

    return dumps(record)


def _nfo(record: "FilmRecord", options: ExportOptions) -> str:
    from filmdossier.present.export.nfo import dumps

    return dumps(record)


def _csv(records: "Iterable[FilmRecord]", options: ExportOptions) -> bytes:
    from filmdossier.present.export.tables import to_csv

    return to_csv(records, spreadsheet=options.spreadsheet)


def _parquet(records: "Iterable[FilmRecord]", options: ExportOptions) -> bytes:
    from filmdossier.present.export.tables import to_parquet

    return to_parquet(records)


EXPORTERS = {
    "json": Exporter(suffix=".json", content_of=_one(_json)),
    "jsonld": Exporter(suffix=".jsonld", content_of=_one(_jsonld), beside=(".annotations.jsonld", _annotations)),
    "quickstatements": Exporter(
        suffix=".quickstatements.txt", content_of=_one(_quickstatements), options=frozenset({"item", "items"})
    ),
    "nfo": Exporter(suffix=".nfo", content_of=_one(_nfo)),
    "wikitext": Exporter(suffix=".wiki", content_of=_one(_wikitext), options=frozenset({"average"})),
    "en15907": Exporter(suffix=".en15907.json", content_of=_one(_en15907)),
    "csv": Exporter(suffix=".csv", content_of=_csv, table=True, options=frozenset({"spreadsheet"})),
    "parquet": Exporter(suffix=".parquet", content_of=_parquet, table=True, binary=True),
    "gexf": Exporter(suffix=".gexf", content_of=_one(_gexf)),
}


def write_text(path: Path | None, text: str) -> None:
    """Writes a file whole or not at all; to standard output where ``path`` is None or "-"."""
    if path is None or str(path) == "-":
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise FilmdossierError(f"{path} cannot be written ({error.strerror or error}); choose another place") from error
    finally:
        beside.unlink(missing_ok=True)
