"""One check for each export: the program that reads it, or its rules, take the file."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import networkx
from jsonschema import Draft202012Validator
from pyld import jsonld

from filmdossier.model.film import FilmRecord
from filmdossier.model.text import Source
from filmdossier.present.export import annotations, en15907, json_record
from filmdossier.present.export.tables import COLUMNS, rows
from filmdossier.present.exporters import DEFAULT, EXPORTERS
from filmdossier.read.wikitext import read_wikitext
from support.nfo_readers import jellyfin, kodi
from support.quickstatements_grammar import parse
from support.vocabularies import load


def _json(content: bytes, record: FilmRecord, folder: Path) -> None:
    Draft202012Validator(json_record.schema()).validate(json.loads(content))


def _jsonld(content: bytes, record: FilmRecord, folder: Path) -> None:
    for text in (content, annotations.dumps(record)):
        (node,) = jsonld.expand(json.loads(text), {"documentLoader": load, "base": "https://example.org/film"})
        assert node["@type"]


def _quickstatements(content: bytes, record: FilmRecord, folder: Path) -> None:
    commands, comments = parse(content.decode())
    assert commands
    assert comments


def _nfo(content: bytes, record: FilmRecord, folder: Path) -> None:
    in_kodi, in_jellyfin = kodi(content.decode()), jellyfin(content.decode())
    assert in_kodi.title == in_jellyfin.name
    assert in_kodi.year == in_jellyfin.year == record.film.year
    assert len(in_kodi.director) == len([1 for kind, *_ in in_jellyfin.people if kind == "director"])
    assert len(in_kodi.cast) == len([1 for kind, *_ in in_jellyfin.people if kind == "actor"])
    assert all(0 < value <= 10 for value, _ in in_kodi.ratings.values())


def _wikitext(content: bytes, record: FilmRecord, folder: Path) -> None:
    text = content.decode()
    document = read_wikitext(text, Source(origin="Film.wiki", media_type="text/x-wiki", sha256="0" * 64))
    labels = [cell.label for block in document.fields() for cell in block.cells]
    assert labels.count("name") == 1
    assert len(labels) == len(set(labels))
    assert text.count("<ref") == text.count("</ref>") + text.count('" />')
    assert text.count("<!--") == text.count("-->")


def _en15907(content: bytes, record: FilmRecord, folder: Path) -> None:
    Draft202012Validator(en15907.schema()).validate(json.loads(content))


def _csv(content: bytes, record: FilmRecord, folder: Path) -> None:
    head, *found = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    assert head == list(COLUMNS)
    assert [tuple(row) for row in found] == [tuple("" if cell is None else str(cell) for cell in row) for row in rows([record])]


def _parquet(content: bytes, record: FilmRecord, folder: Path) -> None:
    (folder / "table.parquet").write_bytes(content)
    assert duckdb.sql(f"SELECT * FROM '{folder / 'table.parquet'}'").fetchall() == list(rows([record]))


def _gexf(content: bytes, record: FilmRecord, folder: Path) -> None:
    networkx.read_gexf(io.BytesIO(content))


_CHECKS: dict[str, Callable[[bytes, FilmRecord, Path], None]] = {
    "json": _json, "jsonld": _jsonld, "quickstatements": _quickstatements, "nfo": _nfo, "wikitext": _wikitext, "en15907": _en15907, "csv": _csv,
    "parquet": _parquet, "gexf": _gexf,
}  # fmt: skip


def check(name: str, record: FilmRecord, folder: Path) -> None:
    """Exports the record and has the file read; the same record gives the same bytes."""
    content = EXPORTERS[name].content_of([record], DEFAULT)
    assert EXPORTERS[name].content_of([record], DEFAULT) == content
    _CHECKS[name](content, record, folder)
