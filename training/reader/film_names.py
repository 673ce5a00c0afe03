"""Names in film text, marked by hand: where they stand, without the texts.

``film_names.jsonl`` has a row a sentence: ``document``, ``start`` and ``end`` of the sentence, the
``sha1`` of its text, ``part``, and ``names`` as [start, end, kind]. All offsets are characters of the
document's text as ``filmdossier.read`` reads it. A document is ``reviews/<slug>``, the ``text`` of that
row of ``reviews-with-records.jsonl.gz`` read as Markdown, or ``<folder>/<file>``, a file in the
``documents`` of an annotated folder. A later reader may lay out a document in another way: a sentence
that has moved is found again by its hash, one that is no longer there is left out.

Runs of sentences as they follow each other were marked, by one annotator, test and training on other
films. The whole name is marked, without an honorific ("Inspector Maigret" → Maigret); "The" belongs to
a title of a work or paper that has it. A figure of the story is a character, also where a real person
is played; a mythical one too. Papers, sites and channels are organisations, studios also where they are
only the place of shooting; theatres, streets and named houses are places. "Academy Awards" and each
category are awards, without the number of the year. Nationalities, languages, events and festivals,
brands, techniques, lists and periods are ``other``: nobody is asked what they are.
"""

import gzip
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any

from training.reader.examples import split
from training.reader.mentions import Named, encode

from filmdossier.annotate.sentences import sentences
from filmdossier.model.text import Document, Source
from filmdossier.read.readers import media_type_of, read

ROWS = Path(__file__).with_suffix(".jsonl")
_OTHER = "other"
_REVIEWS = "reviews/"
_LOG = logging.getLogger(__name__)


def film_names(data: Path, evaluate: Path) -> Iterator[Named]:
    """The marked sentences whose documents lie in ``data`` and ``evaluate``; how many are missing is logged."""
    with ROWS.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    missing = 0
    for found in placed(rows, _opener(data, evaluate)):
        if found is None:
            missing += 1
        else:
            yield found
    if missing:
        _LOG.warning("%d of %d sentences with names were not found in the documents", missing, len(rows))


def placed(rows: Iterable[Mapping[str, Any]], opened: Callable[[str], Document | None]) -> Iterator[Named | None]:
    """Each row with the words of its document; None where the document or the sentence is not there."""
    places = cache(lambda name: _places(opened(name)))
    for row in rows:
        document = opened(row["document"])
        start = None if document is None else _start(row, document, places(row["document"]))
        yield None if document is None or start is None else _named(row, document.text, start)


def _start(row: Mapping[str, Any], document: Document, places: Mapping[str, int]) -> int | None:
    if _hash(document.text[row["start"] : row["end"]]) == row["sha1"]:
        return int(row["start"])
    return places.get(row["sha1"])


def _places(document: Document | None) -> dict[str, int]:
    """Where the sentences stand, by the hash of their text; of two that are the same, the first."""
    split_up = sentences(document) if document else ()
    text = document.text if document else ""
    return {_hash(one.span.of(text)): one.span.start for one in reversed(split_up)}


def _named(row: Mapping[str, Any], text: str, start: int) -> Named:
    """The sentence at ``start`` in words; a word that a name touches is of it."""
    words, glued, spans = split(text[start : start + row["end"] - row["start"]])
    names: list[tuple[int, int, str]] = []
    ignored: list[int] = []
    for first, last, kind in row["names"]:
        touched = [index for index, (begin, end) in enumerate(spans) if begin < last - row["start"] and end > first - row["start"]]
        if kind == _OTHER:
            ignored += touched
        elif touched:
            names.append((touched[0], touched[-1] + 1, kind))
    return Named(words=tuple(words), glued=tuple(glued), tags=encode(len(words), names, ignored), part=row["part"])


def _hash(text: str) -> str:
    return sha1(text.encode(), usedforsecurity=False).hexdigest()


def _opener(data: Path, evaluate: Path) -> Callable[[str], Document | None]:
    with gzip.open(data / "reviews-with-records.jsonl.gz", "rt", encoding="utf-8") as lines:
        reviews = {row["slug"]: row["text"].encode() for row in map(json.loads, lines)}

    @cache
    def opened(name: str) -> Document | None:
        folder, _, file = name.partition("/")
        if name.startswith(_REVIEWS):
            raw = reviews.get(file)
            return None if raw is None else _read(raw, "review.md")
        for path in (
            *(evaluate / part / folder / "documents" / file for part in ("more", "cases")),
            evaluate.parent / "documents" / name,
        ):
            if path.is_file():
                return _read(path.read_bytes(), file)
        return None

    return opened


def _read(raw: bytes, name: str) -> Document:
    return read(raw, Source(origin=name, media_type=media_type_of(name, raw[:4096]), sha256=sha256(raw).hexdigest()))
