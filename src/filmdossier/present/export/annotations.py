"""Film record → W3C Web Annotations: every statement, attached to the words it rests on.

One ``AnnotationCollection`` (https://www.w3.org/TR/annotation-model/) for one film. A target names the
document by the hash of its file (RFC 6920) and the words twice: as they are, with what stands around
them (``TextQuoteSelector``), and by position (``TextPositionSelector``) in characters (code points,
half-open) of the document's text as the record JSON holds it. A body says the statement in words and,
in schema.org's terms, as property and value.
"""

import json
from typing import Any

from filmdossier.model.film import DECISIONS_KIND, DocumentSummary, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.present.export.jsonld import document_iri
from filmdossier.present.export.statements import Statement, statements
from filmdossier.present.export.text import encodable

_AROUND = 32  # characters before and after a quotation, which tell it from the same words elsewhere

Node = dict[str, Any]


def dumps(record: FilmRecord) -> str:
    """The collection as JSON-LD text, with a final line feed."""
    return encodable(json.dumps(to_annotations(record), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def to_annotations(record: FilmRecord) -> Node:
    """The collection as plain dictionaries; statements without a passage are not in it."""
    # What an editor noted is no text that an annotation could point into.
    documents = {document.id: document for document in record.documents if document.kind != DECISIONS_KIND}
    told = (one for one in statements(record) if any(evidence.document in documents for evidence in one.evidence))
    items = [_annotation(number, statement, documents) for number, statement in enumerate(told, start=1)]
    year = f" ({record.film.year})" if record.film.year is not None else ""
    return {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}],
        "id": "#statements",
        "type": "AnnotationCollection",
        "label": f"Statements on {record.film.title}{year}",
        "total": len(items),
        "first": {"id": "#page", "type": "AnnotationPage", "partOf": "#statements", "startIndex": 0, "items": items},
    }


def _annotation(number: int, statement: Statement, documents: dict[str, DocumentSummary]) -> Node:
    return {
        "id": f"#a{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _body(statement),
        "target": [
            _target(evidence, documents[evidence.document]) for evidence in statement.evidence if evidence.document in documents
        ],
    }


def _body(statement: Statement) -> Node:
    speaker = f"{statement.speaker}: " if statement.speaker else ""
    doubt = "" if statement.polarity == "asserted" else f" ({statement.polarity})"
    words = f"{speaker}{statement.subject}: {statement.predicate.replace('_', ' ')}: {statement.value}{doubt}"
    told: Node = {
        "schema:identifier": statement.id,
        "schema:propertyID": statement.predicate,
        "schema:value": statement.value,
        "schema:description": "; ".join(part for part in (statement.part, statement.status, statement.reason) if part),
    }
    return {
        "type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "describing",
        **told,
    }  # fmt: skip


def _target(evidence: Evidence, document: DocumentSummary) -> Node:
    start, end = evidence.span.start, evidence.span.end
    quote: Node = {"type": "TextQuoteSelector", "exact": evidence.quote}
    if before := document.text[max(0, start - _AROUND) : start]:
        quote["prefix"] = before
    if after := document.text[end : end + _AROUND]:
        quote["suffix"] = after
    return {
        "source": document_iri(document),
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
