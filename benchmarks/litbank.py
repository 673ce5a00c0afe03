"""LitBank's openings of a hundred novels as documents, with the entities that its annotators marked.

The files hold tokens in sentences, and no paragraphs. The text is set as a printer would: no blank
before a comma or behind an opening quotation mark, and a new paragraph where a quotation opens a
sentence, since another speaks then, unless hardly more than "said she" parts it from the last one.
Straight marks open and close in turn.
"""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1, sha256
from pathlib import Path

from filmdossier.annotate.mentions import mentions
from filmdossier.annotate.reader.grammar import parse
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence
from filmdossier.model.text import Document, Source, Span
from filmdossier.read.builder import DocumentBuilder

LITBANK = Path(__file__).parents[2] / "shared" / "data" / "litbank.tar.gz"
_TIGHT_BEFORE = frozenset(", . ; : ! ? ) ] ' ’ ” % n't n’t N'T".split())
_TIGHT_AFTER = frozenset("( [ “ ‘ $ £".split())
_SENTENCE_ENDS = (".", "!", "?", "--", "…", "...")

_DIVISIONS = frozenset("chapter book part volume phase stave canto letter prologue".split())
_NUMBER = re.compile(r"[IVXLC]+|\d+|one|two|three|first|the", re.IGNORECASE)
_SHOUTED = re.compile(r"[A-Z]{2,}|[A-Z]+[.,-]|[AI][A-Z]{2,}")
_ASIDE = 25  # characters of telling between two quotations of one speaker, at most: "said she."
_OPENERS = frozenset("The A An It When There On At One".split())
_MARKS = frozenset(", . ; : -- ' - ’ ?".split())

Row = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Novel:
    """The opening of a novel; each entity is the spans of all its mentions."""

    name: str
    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[frozenset[Span], ...]

    def annotated(self) -> Annotations:
        """The opening as the program reads it."""
        return Annotations(
            document=self.document,
            kind=DocumentKind.OTHER,
            sentences=self.sentences,
            mentions=mentions(self.document, self.sentences),
            words=parse(self.document.text, [sentence.span for sentence in self.sentences]),
        )


def part_of(name: str) -> str:
    """ "train", "dev" or "test" for the name of a novel: a fifth each for dev and test, by a hash."""
    number = int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 100
    return "test" if number < 20 else "dev" if number < 40 else "train"


def novels(most: int | None = None, archive: Path = LITBANK) -> Iterator[Novel]:
    """The openings in the order of their file names; the first ``most`` of them if a number is given."""
    with tarfile.open(archive) as packed:
        names = sorted(name for name in packed.getnames() if "/conll/" in f"/{name}" and name.endswith(".conll"))
        for name in names[:most]:
            member = packed.extractfile(name)
            if member is not None:
                yield novel(Path(name).stem.removesuffix("_brat"), member.read().decode())


def novel(name: str, text: str) -> Novel:
    """One file of tokens, a line each, sentences parted by an empty line."""
    read = [[line.split("\t") for line in block.splitlines() if "\t" in line] for block in text.split("\n\n")]
    blocks = [part for block in read if block for part in _headed(block)]
    paragraphs, places = _set(blocks)
    builder = DocumentBuilder(Source(origin=f"{name}.txt", media_type="text/plain", sha256=sha256(text.encode()).hexdigest()))
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    document = builder.build()
    if [block.span.of(document.text) for block in document.blocks] != paragraphs:
        raise ValueError(f"{name}: the text of the document is not what was set")
    sentences: list[Sentence] = []
    entities: dict[str, set[Span]] = defaultdict(set)
    for rows, spots in zip(blocks, places, strict=True):
        opened: dict[str, list[int]] = defaultdict(list)
        index = spots[0][0]
        base = document.blocks[index].span.start
        for row, (_, start, end) in zip(rows, spots, strict=True):
            for mark in row[-1].strip().split("|") if len(row) > 12 else ():
                entity = mark.strip("()")
                if mark.startswith("("):
                    opened[entity].append(base + start)
                if mark.endswith(")") and opened[entity]:
                    entities[entity].add(Span(opened[entity].pop(), base + end))
        span = Span(base + spots[0][1], base + spots[-1][2])
        sentences.append(Sentence(index=len(sentences), span=span, block=index, section=(), role=Role.PLOT))
    return Novel(name=name, document=document, sentences=tuple(sentences), entities=tuple(map(frozenset, entities.values())))


def _headed(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """A sentence without the headings that open it, and those as sentences of their own: "CHAPTER I . DOWN THE HOLE"."""
    words = [row[3] for row in rows]
    at = 0
    while at + 1 < len(words) and words[at].casefold() in _DIVISIONS and _NUMBER.fullmatch(words[at + 1].strip(".")):
        at += 2
        while at < len(words) and (
            words[at] in (".", ":") or (words[at].isupper() and _SHOUTED.match("".join(words[at : at + 2])))
        ):
            at += 1
    # Titles set in capitals, as far as no capital letter belongs to the sentence ("I", "A").
    while at == 0 < len(words) - 2 and all(word.isupper() and len(word) > 1 for word in words[:2]):
        at = next((i for i, word in enumerate(words) if not (word.isupper() or word in _MARKS)), len(words))
    if 1 < at < len(words) and (words[at - 1] in ("I", "A") or words[at].islower()) and words[at - 2].casefold() not in _DIVISIONS:
        at -= 1
    if not at and len(words) > 2 and _NUMBER.fullmatch(words[0]) and words[1] in _OPENERS:
        at = 1
    if 0 < at < len(rows):
        yield rows[:at]
        yield rows[at:]
    else:
        yield rows


def _set(blocks: Sequence[Sequence[Row]]) -> tuple[list[str], list[list[tuple[int, int, int]]]]:
    """The paragraphs, and for each token of each sentence its paragraph, start and end in it."""
    paragraphs: list[str] = [""]
    places: list[list[tuple[int, int, int]]] = []
    opened, closed_at = False, 0  # a straight mark is open; where the last quotation of the paragraph closed
    for rows in blocks:
        spots: list[tuple[int, int, int]] = []
        tight = False
        for number, row in enumerate(rows):
            token, before = row[3], rows[number - 1][3] if number else ""
            opens = False
            if token == '"':
                opens = not opened and not (number == len(rows) - 1 and number > 0)
                opened = opens
            elif token in ("“", "”"):
                opens = token == "“"
            closes = token in ('"', "”") and not opens
            told = len(paragraphs[-1]) - closed_at
            if number == 0 and opens and paragraphs[-1] and not (closed_at and 0 < told <= _ASIDE):
                paragraphs.append("")
                closed_at = 0
            line = paragraphs[-1]
            glued = tight or closes or token in _TIGHT_BEFORE or (token[:1] in "'’" and len(token) <= 3 and token != "'em")
            if token in ("'", "‘") and (not before or before in (",", "--", ":") or opens):
                glued = tight
            if line and not glued:
                line += " "
            start = len(line)
            paragraphs[-1] = line + token
            spots.append((len(paragraphs) - 1, start, start + len(token)))
            tight = opens or token in _TIGHT_AFTER or (token == "'" and (not before or before in (",", "--", ":")))
            if closes:
                closed_at = len(paragraphs[-1])
        places.append(spots)
    return paragraphs, places
