"""Splits a document's blocks into sentences.

Enters a document; leaves its sentences in order, each inside one block. Footnote marks such as
``[8]`` and closing quotation marks that slid to the head of the next sentence are given back to
the sentence they close. Headings and captions are sentences of their own; fields and rows one each.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import sentencex

from filmdossier.annotate.roles import role_of
from filmdossier.model.annotations import Sentence
from filmdossier.model.text import BlockKind, Document, MarkKind, Span

_SLID = re.compile(r"""(?:["”»]|['’](?=\s|\[|$)|\[\d+\]|\[[a-z]\]|\[citation needed\])+\s*""")
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.FIELD, BlockKind.ROW})
# sentencex breaks after these although the sentence goes on; measured on film prose.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|St|Lt|Sgt|Capt|Col|Gen|Prof|vs|Bros|Inc|Ltd|Corp|No|Vol|feat|ft)\.)\s*$"
)
# ``.[2] The``, ``."[2] “The``: a sentence ends before the footnote marks.
_FOOTNOTED = re.compile(r"(?<![\s.][A-Z])[.!?][\"”’'»)]{0,3}(?P<marks>(?:\[\w{1,3}\])+)\s+(?=[\"“‘«(]?[A-Z])")
# A line that ends so goes on in the next: the writer broke it, not the sentence.
_GOES_ON = re.compile(r"\w(?:,| (?:and|with|by|starring|featuring|the|of|as|alongside|in|on|for|to|from|an?))$")
_LONGEST = 20_000


def sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences of the document, to its end."""
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        within = block.span
        if found and block.kind is BlockKind.PARAGRAPH and document.blocks[found[-1].block].kind is BlockKind.PARAGRAPH:
            within = _give_back(document.text, found, within)
        for span in [block.span] if block.kind in _WHOLE else _titles_whole(document, split(document.text, within)):
            found.append(
                Sentence(index=len(found), span=span, block=number, section=block.section, role=role_of(document, block, span))
            )
    return tuple(found)


def _titles_whole(document: Document, pieces: Iterator[Span]) -> Iterator[Span]:
    """The sentences, those put together again that part inside a title or behind its own mark: "*Airplane!* opens with".

    Behind a mark that a title ends in, the sentence goes on where it has no word yet or the next is in small letters.
    """
    text = document.text
    titles = [mark.span for mark in document.marks if mark.kind is MarkKind.ITALIC and len(mark.span) <= 120]
    inside = {offset for title in titles for offset in range(title.start + 1, title.end)}
    ends = {title.end: title.start for title in titles if text[title.end - 1] in "!?"}
    last: Span | None = None
    for piece in pieces:
        if last is not None and "\n" not in text[last.end : piece.start]:
            opened = ends.get(last.end)
            goes_on = opened is not None and (text[piece.start].islower() or not text[last.start : opened].strip(" \"“'"))
            if goes_on or last.end in inside:
                last = Span(last.start, piece.end)
                continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _give_back(text: str, found: list[Sentence], block: Span) -> Span:
    """The rest of a paragraph whose head closes the sentence before it; that sentence gets the head."""
    last = found[-1]
    slid = _SLID.match(text, block.start, block.end)
    if slid is None or slid.end() >= block.end or not _closes(text, slid):
        return block
    found[-1] = replace(last, span=Span(last.span.start, block.start + len(slid.group().rstrip())))
    return Span(slid.end(), block.end)


def split(text: str, within: Span) -> Iterator[Span]:
    """The sentence spans inside ``within``: disjoint, in order, without surrounding blanks."""
    pieces: list[Span] = []
    for line in _lines(text, within):
        for piece in _pieces(text, line):
            start = piece.start
            if pieces:
                # A footnote mark or a closing quote belongs to the sentence it closes.
                slid = _SLID.match(text, piece.start, piece.end)
                if slid and _closes(text, slid):
                    end = slid.start() + len(slid.group().rstrip())
                    pieces[-1] = Span(pieces[-1].start, end)
                    start = slid.end()
                elif pieces[-1].start >= line.start and _ABBREVIATION.search(text, pieces[-1].start, pieces[-1].end):
                    pieces[-1] = Span(pieces[-1].start, piece.end)
                    continue
            if start < piece.end and text[start : piece.end].strip():
                pieces.append(Span(start, piece.end))
    yield from (_trim(text, piece) for piece in pieces)


def _closes(text: str, slid: re.Match[str]) -> bool:
    """Whether what slid to the head of a sentence closes the one before: an opening mark touches the word after it."""
    return slid.group().lstrip()[0] != '"' or slid.group()[-1].isspace() or slid.end() == len(text) or "[" in slid.group()


def _lines(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for match in re.finditer(r"\n+", text[within.start : within.end]):
        if _GOES_ON.search(text, start, within.start + match.start()):
            continue
        if within.start + match.start() > start:
            yield Span(start, within.start + match.start())
        start = within.start + match.end()
    if start < within.end:
        yield Span(start, within.end)


def _pieces(text: str, line: Span) -> Iterator[Span]:
    """Raw pieces from the splitter, found again in order so that offsets are ours."""
    for start in range(line.start, line.end, _LONGEST):
        part = Span(start, min(start + _LONGEST, line.end))
        cursor = part.start
        for piece in sentencex.segment("en", part.of(text)):
            words = piece.strip()
            if not words:
                continue
            at = text.find(words, cursor, part.end)
            if at < 0:
                continue
            cursor = at + len(words)
            yield from _at_footnotes(text, Span(at, at + len(words)))


def _at_footnotes(text: str, piece: Span) -> Iterator[Span]:
    """The piece, parted where footnote marks stand between a full stop and a capital: the splitter takes those for words."""
    start = piece.start
    for match in _FOOTNOTED.finditer(text, piece.start, piece.end):
        yield Span(start, match.end("marks"))
        start = match.end()
    if start < piece.end:
        yield Span(start, piece.end)


def _trim(text: str, span: Span) -> Span:
    body = span.of(text)
    return Span(span.start + len(body) - len(body.lstrip()), span.end - (len(body) - len(body.rstrip())))
