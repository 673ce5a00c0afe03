"""Reads the cast from tables.

Enters the rows of one table; leaves performances. The column names tell performer and part; a table
without column names is read like a list ("X as Y" in a cell, or two cells side by side). Refuses
tables of awards, songs and other productions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from filmdossier.extract.cast.entries import (
    SENTENCE_END,
    is_cast_section,
    other_production,
    performance_of,
    performances_of,
    performer_first,
    values_in,
)
from filmdossier.extract.cast.lines import Line, Named, read_line, read_names
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.roles import Part, read_parts
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.text import Block, Cell, Origin, Span

_ACTOR_COLUMN = re.compile(
    r"\b(?:actors?|actress(?:es)?|performers?|played by|portrayed by|portrayer|voiced? ?(?:by|actors?|cast|artists?)?|cast(?: members?)?|starring|stars|artistes?|player|seiyuu|dub(?:bed by|bing)?(?: actors?)?)\b",
    re.IGNORECASE,
)
_PART_COLUMN = re.compile(r"\b(?:characters?|roles?|parts?|persona|as|character ?names?|roleName|plays)\b", re.IGNORECASE)
_NAME_COLUMN = re.compile(r"^(?:names?|artist)$", re.IGNORECASE)
_LANGUAGE_COLUMN = re.compile(
    r"^(?:original|english|japanese|french|german|spanish|italian|hindi|tamil|telugu|malayalam|kannada|mandarin|cantonese|korean|[A-Z]\w+ (?:version|dub|dubbing))\b",
    re.IGNORECASE,
)
_CAST_KEY = re.compile(r"(?:^|\.)(?:actors?|cast|performers?|starring|stars|cast ?members?)$", re.IGNORECASE)
_REMARK_COLUMN = re.compile(r"\b(?:description|notes?|remarks?|about|details|relationship|comments?)\b", re.IGNORECASE)


def table_cast(annotations: Annotations, rows: Sequence[Block], known: set[str], topic: Topic) -> Iterator[Performance]:
    """The performances in the rows of one table; ``known`` are keys of performers already found."""
    if other_production(rows[0].section):
        return
    labels = list(dict.fromkeys(cell.label for row in rows for cell in row.cells))
    named = rows[0].template if rows[0].origin in (Origin.FRONT_MATTER, Origin.STRUCTURED_DATA, Origin.INFOBOX) else ""
    if named and not _CAST_KEY.search(named):
        return
    in_cast = bool(named) or is_cast_section(rows[0].section)
    parts = [
        label for label in labels if _PART_COLUMN.search(label) and not _ACTOR_COLUMN.search(re.sub(r"(?i)\bvoice\b", "", label))
    ]
    actors = [label for label in labels if label not in parts and _ACTOR_COLUMN.search(label) and not _other_year(label, topic)]
    if parts and in_cast:
        actors += [label for label in labels if label not in (*parts, *actors) and _LANGUAGE_COLUMN.match(label)]
    if not actors and parts:
        actors = [label for label in labels if label not in parts and _NAME_COLUMN.match(label)]
    if actors and not parts and in_cast:
        parts = [label for label in labels if label not in actors and re.match(r"names?$", label, re.IGNORECASE)]
    if actors and (parts or in_cast):
        for row in rows:
            yield from _labelled_row(annotations, row, actors, parts)
    elif in_cast and not any(labels):
        yield from _plain_rows(annotations, rows, known)


def _other_year(label: str, topic: Topic) -> bool:
    year = re.search(r"\b(?:19|20)\d\d\b", label)
    return year is not None and topic.year is not None and int(year.group()) != topic.year


def _labelled_row(annotations: Annotations, row: Block, actors: Iterable[str], parts: Iterable[str]) -> Iterator[Performance]:
    text = annotations.document.text
    roles: list[Part] = []
    for cell in row.cells:
        if cell.label in parts and not roles:
            roles = [part for item in cell.items for part in read_parts(item.of(text))]
    remark = next((cell.span.of(text) for cell in row.cells if _REMARK_COLUMN.search(cell.label)), "")
    if remark and len(roles) == 1 and not roles[0].description:
        first = SENTENCE_END.split(remark, maxsplit=1)[0].strip(" .")
        roles = [Part(character=roles[0].character, aliases=roles[0].aliases, description=first[:240], note=roles[0].note)]
    for cell in row.cells:
        if cell.label not in actors:
            continue
        either: list[Part | None] = [*roles] or [None]
        for actor in _cell_names(annotations, cell):
            for role in either:
                performance = performance_of(text, actor, role, "table")
                if not performance.note and re.search(r"voice|seiyuu|dub", " ".join((cell.label, *row.section)), re.IGNORECASE):
                    performance = replace(performance, note="voice")
                yield performance


def _cell_names(annotations: Annotations, cell: Cell) -> Iterator[Named]:
    text = annotations.document.text
    for item in cell.items:
        for line in values_in(annotations, item):
            for actor in line.actors:
                if actor.span.of(text).casefold() not in {"none", "unknown"}:
                    yield actor


def _plain_rows(annotations: Annotations, rows: Sequence[Block], known: set[str]) -> Iterator[Performance]:
    """Rows without column names: "X as Y" in a cell, or performer and part in neighbouring cells."""
    text = annotations.document.text
    pairs: list[tuple[Span, Line]] = []
    for row in rows:
        cells = [cell.span for cell in row.cells]
        lines = [(cell, read_line(text, item)) for cell in row.cells for item in cell.items]
        told = [(cell.span, line) for cell, line in lines if line is not None and line.mark in ("as", "by")]
        if told:
            pairs += told
        elif len(cells) == 2 and cells[1].of(text).startswith("as "):
            names = read_names(text, cells[0])
            pairs.append((cells[0], Line(actors=tuple(names), parts=tuple(read_parts(cells[1].of(text)[3:])), mark="as")))
        elif len(cells) == 2:
            pairs.append((cells[0], Line(sides=(cells[0], cells[1]), mark="-")))
        else:
            pairs += [(cell.span, line) for cell, line in lines if line is not None and line.mark == ""]
    actor_first = performer_first(annotations, [line for _, line in pairs], known)
    for span, line in pairs:
        yield from performances_of(annotations, span, line, actor_first=actor_first, bare=True, known=known)
