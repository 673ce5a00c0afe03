"""What the exports use of two vocabularies, for checking without a network.

schema.org: which property may stand on which type, with those it inherits (https://schema.org/docs/schemas.html).
Web Annotation: the terms of its JSON-LD context (https://www.w3.org/TR/annotation-vocab/) with their meaning.
"""

from typing import Any

_THING = {"name", "alternateName", "identifier", "sameAs", "description", "subjectOf", "url"}
_WORK = _THING | {
    "datePublished", "dateCreated", "genre", "author", "producer", "editor", "contributor", "inLanguage", "countryOfOrigin", "locationCreated", "award",
    "isBasedOn", "isPartOf", "aggregateRating", "review", "citation", "text", "temporalCoverage", "publisher", "abstract",
}  # fmt: skip
_REVIEW = _WORK | {"reviewRating", "reviewBody", "positiveNotes", "negativeNotes", "itemReviewed"}
_RATING = _THING | {"ratingValue", "bestRating", "worstRating", "ratingExplanation", "author"}
_ROLE = _THING | {"roleName", "startDate", "endDate"}

PROPERTIES: dict[str, set[str]] = {
    "Movie": _WORK | {"actor", "director", "musicBy", "productionCompany", "duration", "trailer", "titleEIDR"},
    "MovieSeries": _WORK | {"actor", "director", "musicBy", "productionCompany"},
    "CreativeWork": _WORK,
    "DigitalDocument": _WORK,
    "Claim": _WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "CriticReview": _REVIEW,
    "Rating": _RATING,
    "AggregateRating": _RATING | {"ratingCount", "reviewCount", "itemReviewed"},
    "PerformanceRole": _ROLE | {"characterName", "actor"},
    "Role": _ROLE | {"contributor"},  # a role repeats the property that it stands in
    "Person": _THING,
    "Organization": _THING,
    "Place": _THING,
    "Country": _THING,
    "PropertyValue": _THING | {"propertyID", "value"},
    "ItemList": _THING | {"itemListElement"},
    "ListItem": _THING | {"position", "item"},
}

# What https://schema.org says of itself: one vocabulary, some properties that hold addresses.
SCHEMA_ORG: dict[str, Any] = {
    "@context": {
        "@vocab": "http://schema.org/",
        "schema": "http://schema.org/",
        **{name: {"@type": "@id"} for name in ("sameAs", "url")},
    }
}

_OA, _AS, _RDF, _DC, _DCTERMS = (
    "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
)  # fmt: skip
WEB_ANNOTATION: dict[str, Any] = {
    "@context": {
        "id": "@id",
        "type": "@type",
        **{name: _OA + name for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector", "describing")},
        "AnnotationCollection": f"{_AS}OrderedCollection",
        "AnnotationPage": f"{_AS}OrderedCollectionPage",
        "body": {"@id": f"{_OA}hasBody", "@type": "@id"},
        "target": {"@id": f"{_OA}hasTarget", "@type": "@id"},
        "source": {"@id": f"{_OA}hasSource", "@type": "@id"},
        "selector": {"@id": f"{_OA}hasSelector", "@type": "@id"},
        "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
        "exact": f"{_OA}exact",
        "prefix": f"{_OA}prefix",
        "suffix": f"{_OA}suffix",
        "start": {"@id": f"{_OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
        "end": {"@id": f"{_OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
        "value": f"{_RDF}value",
        "format": f"{_DC}format",
        "language": f"{_DC}language",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "first": {"@id": f"{_AS}first", "@type": "@id"},
        "partOf": {"@id": f"{_AS}partOf", "@type": "@id"},
        "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
        "total": {"@id": f"{_AS}totalItems", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
        "startIndex": {"@id": f"{_AS}startIndex", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    }
}


def load(address: str, options: dict[str, Any]) -> dict[str, Any]:
    """A document loader for pyld that knows the two contexts and fetches nothing."""
    known = {"https://schema.org": SCHEMA_ORG, "http://www.w3.org/ns/anno.jsonld": WEB_ANNOTATION}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": known[address]}
