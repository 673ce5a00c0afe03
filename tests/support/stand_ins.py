"""A pipeline in miniature for the tests of the store and the run: three real stages of a toy format.

A document is lines of ``key: value``: ``film`` (TITLE (YEAR)), ``director``, ``cast`` (ACTOR as
CHARACTER). ``do: sleep|crash|raise|hoard|refuse`` makes a stage misbehave. Everything is a function of
a module, so that worker processes find it.
"""

import os
import re
import signal
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from filmdossier.errors import BrokenFile
from filmdossier.model.annotations import Annotations, DocumentKind, FilmHint, Topic
from filmdossier.model.claim import CastMember, Claim, CriticReview, Predicate
from filmdossier.model.text import Block, BlockKind, Document, Evidence, Mark, MarkKind, Source, Span
from filmdossier.run.pipeline import Stages

_TITLE = re.compile(r"(.+) \((\d{4})\)")


def read(raw: bytes, source: Source, *, limit_bytes: int) -> Document:
    """The document; refuses what holds ``do: refuse``."""
    text = raw.decode()
    if "do: refuse" in text:
        raise BrokenFile(source.origin, "it refuses to be read", "do not write 'do: refuse'")
    if "do: hoard" in text:
        hoard = [bytearray(1_000_000_000) for _ in range(64)]
        raise AssertionError(len(hoard))
    if "do: sleep" in text:
        time.sleep(60)
    if "do: crash" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(match.start(), match.end())) for match in re.finditer(r"[^\n]+", text))
    digest = sha256(f"{source.origin}\0{text}".encode()).hexdigest()[:16]
    marks = (Mark(kind=MarkKind.BOLD, span=Span(0, 1), target="ā"),)
    return Document(id=digest, source=source, text=text, title="Böses „Spiel“", blocks=blocks, marks=marks)


def annotate(document: Document, hint: FilmHint | None = None) -> Annotations:
    """The annotations: a topic for each ``film`` line, or for the hint."""
    if "do: raise" in document.text:
        raise KeyError("an annotator's slip")
    named = [(hint.title, hint.year, Span(0, 1))] if hint else []
    for span in _values(document, "film"):
        match = _TITLE.fullmatch(span.of(document.text))
        named.append((match[1], int(match[2]), span) if match else (span.of(document.text), None, span))
    topics = tuple(
        Topic(
            id=f"{document.id}/{number}",
            title=title,
            year=year,
            passage=Span(0, len(document.text)),
            title_evidence=(Evidence.cite(document, span),),
        )
        for number, (title, year, span) in enumerate(named)
    )
    reason = "" if topics else "it has no film line"
    return Annotations(document=document, kind=DocumentKind.OTHER, sentences=(), mentions=(), topics=topics, reason=reason)


def extract(document: Document, annotations: Annotations) -> Iterator[Claim]:
    """The claims of the ``director`` and ``cast`` lines, about the first topic."""
    for topic in annotations.topics[:1]:
        for span in _values(document, "director"):
            yield claim(document, topic, Predicate.DIRECTOR, span.of(document.text), span)
        for span in _values(document, "cast"):
            actor, _, character = span.of(document.text).partition(" as ")
            yield claim(document, topic, Predicate.CAST, CastMember(actor=actor, character=character or None), span)
        for span in _values(document, "review"):
            quote = Evidence.cite(document, span)
            yield claim(document, topic, Predicate.REVIEW, CriticReview(critic="Somebody", quotes=(quote,)), span)


def claim(document: Document, topic: Topic, predicate: Predicate, value: object, span: Span) -> Claim:
    """A claim of the miniature pipeline."""
    return Claim.make(
        subject=topic.id,
        predicate=predicate,
        value=value,  # type: ignore[arg-type]
        evidence=(Evidence.cite(document, span),),
        extractor="stand-in",
        confidence=0.9,
    )


def write_documents(folder: Path, count: int, *, claims: int = 3) -> Sequence[str]:
    """The names of ``count`` toy documents written into ``folder``, two documents a film."""
    names = []
    for number in range(count):
        lines = [f"film: Night Train {number // 2} (19{number // 2 % 90 + 10})"]
        lines += [f"director: Director {number // 2} of {turn}" for turn in range(claims)]
        name = f"document-{number:04}.txt"
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        names.append(name)
    return names


def _values(document: Document, key: str) -> Iterator[Span]:
    for match in re.finditer(rf"^{key}: (.+)$", document.text, re.MULTILINE):
        yield Span(*match.span(1))


STAGES = Stages(read=read, annotate=annotate, extract=extract)
