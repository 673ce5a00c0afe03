"""GUM's documents with the coreference of its persons, for training beside the novels.

Words, trees and sentences are the treebank's own; a document's paragraphs are those of its text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from training.reader.treebank import part_of

from filmdossier.annotate.mentions import mentions
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Word
from filmdossier.model.text import Source, Span
from filmdossier.read.builder import DocumentBuilder

PERSONS = frozenset({"person", "animal"})
# Talk of several who are known by their turns only: nothing is told of anybody.
UNTOLD = frozenset({"conversation", "vlog", "podcast", "court"})


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its persons, each the spans of all mentions."""

    name: str
    annotations: Annotations
    entities: tuple[frozenset[Span], ...]


def documents(folder: Path, part: str) -> Iterator[Read]:
    """The documents of one of the treebank's parts that tell of persons, by name."""
    for path in sorted(folder.glob("GUM_*.conllu")):
        if part_of(path.stem) == part and path.stem.split("_")[1] not in UNTOLD:
            yield document(path.stem, path.read_text())


def document(name: str, conllu: str) -> Read:
    """One file in CoNLL-U with the Entity column of GUM."""
    paragraphs: list[str] = [""]
    sentences: list[tuple[int, int, int]] = []
    words: list[tuple[int, int, int, list[str], int]] = []  # paragraph, start, end, row, first word of its sentence
    marks: list[str] = []
    for block in conllu.split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newpar") for line in lines) and paragraphs[-1]:
            paragraphs.append("")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        text = paragraphs[-1] + (" " if paragraphs[-1] else "")
        begins, first = len(text), len(words)
        within, whole = 0, (0, 0)
        for row in rows:
            if "." in row[0]:
                continue
            tight = "SpaceAfter=No" in row[9]
            if "-" in row[0]:
                low, high = map(int, row[0].split("-"))
                within, whole = high - low + 1, (len(text), len(text) + len(row[1]))
                text += row[1] + ("" if tight else " ")
                at = whole[0]
                continue
            if within:
                within -= 1
                # The parts of "don't" spell it out, but for a few: those get what is left of it.
                end = whole[1] if not within else min(at + len(row[1]), whole[1] - within)
                words.append((len(paragraphs) - 1, at, max(end, at + 1), row, first))
                at = max(end, at + 1)
            else:
                words.append((len(paragraphs) - 1, len(text), len(text) + len(row[1]), row, first))
                text += row[1] + ("" if tight else " ")
            entity = next((item.removeprefix("Entity=") for item in row[9].split("|") if item.startswith("Entity=")), "")
            marks.append(entity)
        text = text.rstrip()
        paragraphs[-1] = text
        sentences.append((len(paragraphs) - 1, begins, len(text)))
    builder = DocumentBuilder(Source(origin=f"{name}.txt", media_type="text/plain", sha256=sha256(conllu.encode()).hexdigest()))
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    built = builder.build()
    if [block.span.of(built.text) for block in built.blocks] != paragraphs:
        raise ValueError(f"{name}: the text of the document is not what was set")
    base = [block.span.start for block in built.blocks]
    split = tuple(
        Sentence(index=index, span=Span(base[at] + start, base[at] + end), block=at, section=(), role=Role.PLOT)
        for index, (at, start, end) in enumerate(sentences)
    )
    parsed = tuple(
        Word(
            span=Span(base[at] + start, base[at] + end),
            lemma=row[2],
            pos=row[3],
            head=first + int(row[6]) - 1 if row[6] != "0" else index,
            relation=row[7],
        )
        for index, (at, start, end, row, first) in enumerate(words)
    )
    annotations = Annotations(
        document=built, kind=DocumentKind.OTHER, sentences=split, mentions=mentions(built, split), words=parsed
    )
    return Read(name, annotations, tuple(_entities(parsed, marks)))


def _entities(words: tuple[Word, ...], marks: list[str]) -> Iterator[frozenset[Span]]:
    found: dict[str, set[Span]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    opened: dict[str, list[int]] = defaultdict(list)
    for word, mark in zip(words, marks, strict=True):
        for part in re.findall(r"\([^()]*\)?|\d+\)", mark):
            entity = re.match(r"\(?(\d+)", part)
            if entity is None:
                continue
            if part.startswith("("):
                opened[entity[1]].append(word.span.start)
                kind = re.match(r"\(\d+-(\w+)", part)
                if kind is not None:
                    kinds[entity[1]].add(kind[1])
            if part.endswith(")") and opened[entity[1]]:
                found[entity[1]].add(Span(opened[entity[1]].pop(), word.span.end))
    for name, spans in found.items():
        if kinds[name] & PERSONS:
            yield frozenset(spans)
