"""Turns documents, topics, claims, films and decisions into rows, and rows into them again.

Encoding is pure and its result is plain values, so that worker processes do it and the one writer
only inserts. Decoding runs every class's own checks; what does not pass them is a damaged library.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter

from filmdossier.model.annotations import Annotations, FilmHint, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate, Value, value_type
from filmdossier.model.decision import Decision
from filmdossier.model.film import FilmIdentity
from filmdossier.model.text import Block, Citation, Document, Evidence, Mark, Source
from filmdossier.store.decision_json import from_json, to_json

Row = dict[str, Any]  # what SQLAlchemy takes and gives: columns of several types under their names
Layout = tuple[tuple[Block, ...], tuple[Mark, ...], tuple[Citation, ...]]

_LAYOUT: TypeAdapter[Layout] = TypeAdapter(Layout)
_EVIDENCE: TypeAdapter[tuple[Evidence, ...]] = TypeAdapter(tuple[Evidence, ...])
_TOPIC: TypeAdapter[Topic] = TypeAdapter(Topic)
_FILM: TypeAdapter[FilmIdentity] = TypeAdapter(FilmIdentity)

# Level 1 is a third of the size of level 0 and costs 1 ms for a long article; level 6 gains 15 % more for 4 ms.
_COMPRESSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRows:
    """The rows of one document: its own, its layout's, its topics' and its claims'."""

    document: Row
    layout: bytes
    topics: tuple[Row, ...]
    claims: tuple[Row, ...]


def encode_document(
    document: Document, annotations: Annotations, claims: Iterable[Claim], *, version: str, hint: FilmHint | None = None
) -> DocumentRows:
    """The rows of a document that the pipeline of ``version`` has read.

    Of claims with one id (the same statement found twice) the most confident one is kept.
    """
    kept: dict[str, Claim] = {}
    for claim in claims:
        if claim.id not in kept or kept[claim.id].confidence < claim.confidence:
            kept[claim.id] = claim
    reason = "" if annotations.topics else annotations.reason or "no film was found that it is about"
    return DocumentRows(
        document={
            "id": document.id,
            "origin": document.source.origin,
            "media_type": document.source.media_type,
            "sha256": document.source.sha256,
            "version": version,
            "kind": annotations.kind.value,
            "title": document.title,
            "language": document.language,
            "published": document.published,
            "reason": reason,
            "hint_title": hint.title if hint else None,
            "hint_year": hint.year if hint else None,
            "text": document.text,
        },
        layout=zlib.compress(_LAYOUT.dump_json((document.blocks, document.marks, document.citations)), _COMPRESSION),
        topics=tuple(
            {
                "id": topic.id,
                "document": document.id,
                "ordinal": ordinal,
                "title": topic.title,
                "year": topic.year,
                "content": _TOPIC.dump_json(topic).decode(),
            }
            for ordinal, topic in enumerate(annotations.topics)
        ),
        claims=tuple(_encode_claim(claim, document.id, ordinal) for ordinal, claim in enumerate(kept.values())),
    )


def decode_document(row: Mapping[str, Any], layout: bytes) -> Document:
    """The document of a row and its layout."""
    blocks, marks, citations = _LAYOUT.validate_json(zlib.decompress(layout))
    return Document(
        id=row["id"],
        source=Source(origin=row["origin"], media_type=row["media_type"], sha256=row["sha256"]),
        text=row["text"],
        title=row["title"],
        language=row["language"],
        published=row["published"],
        blocks=blocks,
        marks=marks,
        citations=citations,
    )


def decode_topic(content: str) -> Topic:
    """The topic of a row's content."""
    return _TOPIC.validate_json(content)


def decode_claim(row: Mapping[str, Any]) -> Claim:
    """The claim of a row."""
    predicate = Predicate(row["predicate"])
    return Claim(
        id=row["id"],
        subject=row["topic"],
        predicate=predicate,
        value=decode_value(predicate, row["value"]),
        polarity=Polarity(row["polarity"]),
        evidence=_EVIDENCE.validate_json(row["evidence"]),
        extractor=row["extractor"],
        confidence=row["confidence"],
    )


def encode_film(film: FilmIdentity) -> Row:
    """The row of a film."""
    return {"id": film.id, "title": film.title, "year": film.year, "content": _FILM.dump_json(film).decode()}


@lru_cache(maxsize=65_536)  # lists of all films are asked for again and again; the same words are the same film
def decode_film(content: str) -> FilmIdentity:
    """The film of a row's content."""
    return _FILM.validate_json(content)


def encode_decision(decision: Decision) -> Row:
    """The row of a decision."""
    return {
        "id": decision.id,
        "film": decision.film.id,
        "decided_at": decision.decided_at,
        "decided_by": decision.decided_by,
        "verdict": decision.verdict.value,
        "content": json.dumps(to_json(decision), ensure_ascii=False),
    }


@lru_cache(maxsize=65_536)  # every record asks for all decisions; they are never changed
def decode_decision(content: str) -> Decision:
    """The decision of a row's content."""
    return from_json(json.loads(content))


def _encode_claim(claim: Claim, document: str, ordinal: int) -> Row:
    return {
        "document": document,
        "ordinal": ordinal,
        "id": claim.id,
        "topic": claim.subject,
        "predicate": claim.predicate.value,
        "value": encode_value(claim.predicate, claim.value),
        "polarity": claim.polarity.value,
        "evidence": _EVIDENCE.dump_json(claim.evidence).decode(),
        "extractor": claim.extractor,
        "confidence": float(claim.confidence),
    }


# The classes of values overlap in shape (every field of a review is optional), so the predicate
# chooses the class; a union would guess.
@cache
def _values(predicate: Predicate) -> TypeAdapter[Any]:
    return TypeAdapter(value_type(predicate))


def encode_value(predicate: Predicate, value: Value) -> str:
    """A value as JSON."""
    return _values(predicate).dump_json(value).decode()


def decode_value(predicate: Predicate, content: str) -> Value:
    """The value of its JSON; the predicate tells its class."""
    value: Value = _values(predicate).validate_json(content)
    return value
