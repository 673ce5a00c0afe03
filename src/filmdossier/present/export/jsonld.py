"""Film record → schema.org: a ``Movie`` as JSON-LD, for pages, search engines and catalogues.

What documents say of the film stands in its properties; what the public's or the critics' sites show
is a ``Claim`` under ``subjectOf``, since ``aggregateRating`` is for our own number over the reviews that
stand beside it, and for that from five on. What the documents disagree about is left out. Film credits
that schema.org has no property for (director of photography, distributor, …) are ``contributor`` roles.
Each statement with its passage is in the annotations (:mod:`.annotations`), which name the same documents.
"""

import base64
import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from filmdossier.model.claim import AspectMention, Predicate, Relation
from filmdossier.model.film import DECISIONS_KIND, DocumentSummary, FilmRecord
from filmdossier.model.reception import Rating, Review
from filmdossier.model.text import Evidence
from filmdossier.present.export import choosing
from filmdossier.present.export.codes import language_code
from filmdossier.present.export.dates import iso_date
from filmdossier.present.export.names import filed
from filmdossier.present.export.text import encodable
from filmdossier.present.outline import quotations
from filmdossier.present.wording import KINDS
from filmdossier.reception.aggregate import MINIMUM

_CONTRIBUTORS = {
    Predicate.CINEMATOGRAPHER: "director of photography", Predicate.EXECUTIVE_PRODUCER: "executive producer",
    Predicate.STORY_BY: "story", Predicate.DISTRIBUTOR: "distributor",
}  # fmt: skip
_PAGES = {
    "imdb": "https://www.imdb.com/title/{}/",
    "wikidata": "http://www.wikidata.org/entity/{}",
    "tmdb": "https://www.themoviedb.org/movie/{}",
}

Node = dict[str, Any]


def dumps(record: FilmRecord) -> str:
    """The film as JSON-LD text, with a final line feed."""
    return encodable(json.dumps(to_jsonld(record), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def document_iri(document: DocumentSummary) -> str:
    """The name of a document by its content (RFC 6920): the same for everybody who has the file."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def to_jsonld(record: FilmRecord) -> Node:
    """The film as plain dictionaries and lists; keys that have nothing to say are not there."""
    film = record.film
    documents = {document.id: document for document in record.documents}
    identifiers = [one.partition(":") for one in film.identifiers]
    pages = [_PAGES[scheme].format(value) for scheme, _, value in identifiers if scheme in _PAGES]
    node: Node = {
        "@context": "https://schema.org",
        "@type": "Movie",
        "name": film.title,
        "alternateName": list(film.aliases),
        "datePublished": choosing.first_day(record) or _year(record),
        "identifier": [{"@type": "PropertyValue", "propertyID": scheme, "value": value} for scheme, _, value in identifiers],
        "sameAs": pages,
        "duration": None if (minutes := choosing.minutes(record)) is None else f"PT{minutes}M",
        "countryOfOrigin": _named(record, "Country", Predicate.COUNTRY),
        "inLanguage": [language_code(language) or language for language in choosing.values(record, Predicate.LANGUAGE)],
        "genre": choosing.values(record, Predicate.GENRE),
        "director": _named(record, "Person", Predicate.DIRECTOR),
        "author": _named(record, "Person", Predicate.WRITER),
        "producer": [_agent(name) for name in choosing.values(record, Predicate.PRODUCER)],
        "musicBy": [_agent(name) for name in choosing.values(record, Predicate.COMPOSER)],
        "editor": _named(record, "Person", Predicate.EDITOR),
        "productionCompany": _named(record, "Organization", Predicate.PRODUCTION_COMPANY),
        "contributor": [
            {"@type": "Role", "roleName": role, "contributor": _agent(name)}
            for predicate, role in _CONTRIBUTORS.items()
            for name in choosing.values(record, predicate)
        ],
        "actor": [_performance(entry.actor, entry.character, entry.note) for entry in record.cast],
        "locationCreated": _named(record, "Place", Predicate.FILMING_PLACE),
        "award": choosing.values(record, Predicate.AWARD),
        "isBasedOn": [*_named(record, "CreativeWork", Predicate.BASED_ON), *_earlier_films(record)],
        "isPartOf": _named(record, "MovieSeries", Predicate.SERIES),
        "aggregateRating": _own_rating(record),
        "review": [_review(review, documents) for review in choosing.reviews(record)],
        "subjectOf": _claims(record, documents),
        "citation": [_document(document) for document in record.documents if document.kind != DECISIONS_KIND],
    }
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _year(record: FilmRecord) -> str | None:
    return None if record.film.year is None else str(record.film.year)


def _named(record: FilmRecord, kind: str, predicate: Predicate) -> list[Node]:
    return [{"@type": kind, "name": name} for name in choosing.values(record, predicate)]


def _agent(name: str) -> Node:
    """A person where the name is one for certain; else a name, since a band or a company is no Person."""
    return {"@type": "Person", "name": name} if filed(name).inverted else {"name": name}


def _performance(actor: str, character: str | None, note: str) -> Node:
    role: Node = {"@type": "PerformanceRole", "actor": {"@type": "Person", "name": actor}}
    if character:
        role["characterName"] = character
    if note:
        role["description"] = note
    return role


def _earlier_films(record: FilmRecord) -> list[Node]:
    found = []
    for connection in record.connections:
        if connection.relation in (Relation.REMAKE_OF, Relation.BASED_ON_FILM):
            year = {} if connection.year is None else {"dateCreated": str(connection.year)}
            found.append({"@type": "Movie", "name": connection.film, **year})
    return found


def _own_rating(record: FilmRecord) -> Node | None:
    """The mean of the ratings, or the share of positive reviews where too few are rated; nothing under five."""
    reception = record.reception
    judged = reception.positive + reception.mixed + reception.negative
    scale = {"bestRating": 100, "worstRating": 0}
    if reception.mean is not None and reception.rated >= MINIMUM:
        return {
            "@type": "AggregateRating", "name": "Mean rating in per cent", "ratingValue": _whole(reception.mean), **scale,
            "ratingCount": reception.rated, "ratingExplanation": reception.note,
        }  # fmt: skip
    if reception.approval is not None and judged >= MINIMUM:
        interval = reception.approval_interval
        between = f"95 % interval {interval[0]:g} to {interval[1]:g}; " if interval else ""
        return {
            "@type": "AggregateRating", "name": "Share of positive reviews in per cent", "ratingValue": _whole(reception.approval), **scale,
            "reviewCount": judged, "ratingExplanation": f"{between}{reception.note}",
        }  # fmt: skip
    return None


def _cited(evidence: Iterable[Evidence], documents: dict[str, DocumentSummary]) -> list[Node]:
    """The documents of some passages, by name; they are described under ``citation`` of the film."""
    cited = (documents[id_] for id_ in dict.fromkeys(one.document for one in evidence))
    return [{"@id": document_iri(document)} for document in cited if document.kind != DECISIONS_KIND]


def _review(review: Review, documents: dict[str, DocumentSummary]) -> Node:
    node: Node = {
        "@type": "CriticReview",
        "author": {"@type": "Person", "name": review.critic} if review.critic else None,
        "publisher": {"@type": "Organization", "name": review.outlet} if review.outlet else None,
        "datePublished": iso_date(review.published) if review.published else None,
        "reviewRating": _rating(review.rating) if review.rating else None,
        "reviewBody": " […] ".join(outermost.quote for outermost, *_ in quotations(review)),
        "positiveNotes": _notes(review.praised),
        "negativeNotes": _notes(review.criticised),
        "citation": _cited(review.evidence, documents),
    }
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _rating(rating: Rating) -> Node:
    """The rating on its own scale. The ends are always given: a reader would take 1 to 5 for granted."""
    if rating.value is None:
        return {"@type": "Rating", "ratingExplanation": f"{rating.raw} (on an unknown scale)"}
    top = int(rating.scale) if rating.scale.isdecimal() and rating.scale.isascii() and int(rating.scale) else 100
    value = rating.value * top
    return {
        "@type": "Rating", "ratingValue": _plain(value), "bestRating": top, "worstRating": 0,
        "ratingExplanation": f"{rating.raw} ({rating.origin.value})",
    }  # fmt: skip


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 4)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _notes(aspects: Iterable[AspectMention]) -> Node | None:
    items = [
        {"@type": "ListItem", "position": number, "name": name}
        for number, name in enumerate(dict.fromkeys(aspect.aspect for aspect in aspects), start=1)
    ]
    return {"@type": "ItemList", "itemListElement": items} if items else None


def _claims(record: FilmRecord, documents: dict[str, DocumentSummary]) -> list[Node]:
    """The scores of others, each as a claim with its date where one is told."""
    found = []
    for claim in record.aggregators:
        score = claim.score
        figures = {
            "approval": "" if score.approval is None else f"{score.approval:g} % positive",
            "reviews": "" if score.reviews is None else f"{score.reviews} reviews",
            "average": "" if score.average is None else f"average {score.average:g}" + (f" of {score.average_max:g}" if score.average_max else ""),
            "score": "" if score.score is None else f"score {score.score:g} of 100",
            "grade": f"grade {score.grade}" if score.grade else "",
            "consensus": f"“{score.consensus}”" if score.consensus else "",
        }  # fmt: skip
        public = " (audience)" if score.audience else ""
        told = ", ".join(words for words in figures.values() if words) or "named without a figure"
        date = iso_date(score.as_of or "")
        node: Node = {
            "@type": "Claim",
            "text": f"{score.name}{public}: {told}; {f'as of {score.as_of}' if score.as_of else 'no date is told'}",
            "author": {"@type": "Organization", "name": score.name},
            "temporalCoverage": date,
            "description": claim.check,
            "appearance": _cited(claim.evidence, documents),
        }
        found.append({key: value for key, value in node.items() if value not in (None, [], "")})
    return found


def _document(document: DocumentSummary) -> Node:
    name = choosing.document_name(document)
    address = {"url": document.path} if document.path.startswith(("http://", "https://")) else {}
    kind = {"genre": KINDS[document.kind]} if document.kind in KINDS else {}
    return {"@type": "DigitalDocument", "@id": document_iri(document), "name": name, **kind, **address}
