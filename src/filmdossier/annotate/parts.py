"""Finds the parts of a document that treats several films, each under a line "Title (Year)".

The line is a heading, or a short paragraph of its own (a programme's bold title line). Articles
with an infobox, or with front matter on one film, are about that film, whatever their headings name.
"""

import re
from collections.abc import Iterator

from filmdossier.annotate.entries import entries
from filmdossier.annotate.headline import spelt_as_told
from filmdossier.model.annotations import Topic
from filmdossier.model.text import Block, BlockKind, Document, Evidence, Origin, Span
from filmdossier.model.titles import same_title, title_year

_HEAD = re.compile(r"^\W*(?:\d+[.)] )?(?P<title>[^\n(]{1,100}?)\W* ?\((?P<year>18[89]\d|19\d\d|20[0-4]\d)\)")
# A title holds a full stop after an initial or a title of rank, and no second sentence of its own.
_SENTENCES = re.compile(r"[a-z]{3,}[.!?] [A-Z]\w+ (?:[a-z]\w* ){2}")
# What may follow the year on the line: a director, a grade, a country.
_LONGEST_REST = 40


def parts(document: Document) -> tuple[Topic, ...]:
    """One topic for each part, in order; empty unless at least two films head parts of their own."""
    if any(block.origin is Origin.INFOBOX for block in document.blocks):
        return ()
    heads = list(_heads(document))
    if _names_one_film(document, [match["title"] for _, match in heads]):
        return ()
    first = heads[0] if heads else None
    if first is None or all(
        same_title(match["title"], first[1]["title"]) and match["year"] == first[1]["year"] for _, match in heads
    ):
        return _entries(document) if first is None else ()
    return tuple(
        _topic(document, number, block, match, _end(document, block, heads)) for number, (block, match) in enumerate(heads)
    )


def _entries(document: Document) -> tuple[Topic, ...]:
    """One topic for each entry of a programme, to where the next begins."""
    text = document.text
    found = [] if any(document.fields(Origin.FRONT_MATTER, Origin.STRUCTURED_DATA)) else entries(document)
    ends = [*(entry.start for entry in found[1:]), len(text)][: len(found)]
    return tuple(
        Topic(
            id=f"{document.id}/{number}",
            title=spelt_as_told(text, entry.title.of(text).strip(" \"“”'_*")),
            year=int(entry.year.of(text)),
            passage=Span(entry.start, end),
            title_evidence=(Evidence.cite(document, entry.title),),
            year_evidence=(Evidence.cite(document, entry.year),),
            confidence=0.95,
        )
        for number, (entry, end) in enumerate(zip(found, ends, strict=True))
    )


_OF_A_FILM = re.compile(r"(?:release |film )?year|imdb|tmdb|(?:imdb|tmdb|wikidata)[ _-]?id|film|movie", re.IGNORECASE)


def _names_one_film(document: Document, titles: list[str]) -> bool:
    """Whether the front matter is that of one film: it says of which, or its title is one of ``titles``."""
    header = list(document.fields(Origin.FRONT_MATTER))
    own = title_year(document.title or "").title
    return any(_OF_A_FILM.fullmatch(block.label) for block in header) or (
        bool(header) and any(same_title(title, own) for title in titles)
    )


def _heads(document: Document) -> Iterator[tuple[Block, re.Match[str]]]:
    for index, block in enumerate(document.blocks):
        short = block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY and len(block.span) <= 120
        if block.kind is BlockKind.HEADING or short:
            match = _HEAD.match(block.span.of(document.text))
            if match and _SENTENCES.search(match["title"]):
                continue
            followed = index + 1 < len(document.blocks) and document.blocks[index + 1].kind is not BlockKind.HEADING
            if match and match.end() >= len(block.span) - _LONGEST_REST and (followed or block.kind is BlockKind.HEADING):
                yield block, match


def _end(document: Document, head: Block, heads: list[tuple[Block, re.Match[str]]]) -> int:
    """Where the part under ``head`` ends: at the next part, or at the next heading that does not lie under it."""
    ends = [block.span.start for block, _ in heads if block.span.start > head.span.start]
    if head.kind is BlockKind.HEADING:
        ends += [
            block.span.start
            for block in document.blocks
            if block.kind is BlockKind.HEADING and block.span.start > head.span.start and block.level <= head.level
        ]
    return min(ends, default=len(document.text))


def _topic(document: Document, number: int, block: Block, match: re.Match[str], end: int) -> Topic:
    base = block.span.start
    return Topic(
        id=f"{document.id}/{number}",
        title=match["title"].strip(" \"“”'_*"),
        year=int(match["year"]),
        passage=Span(base, end),
        title_evidence=(Evidence.cite(document, Span(base + match.start("title"), base + match.end("title"))),),
        year_evidence=(Evidence.cite(document, Span(base + match.start("year"), base + match.end("year"))),),
        confidence=0.95,
    )
