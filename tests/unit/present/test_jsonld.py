"""schema.org and Web Annotations: expanded by a JSON-LD processor, every term known where it stands, every selector exact."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from pyld import jsonld
from rdflib import SDO

from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import Rating, RatingOrigin
from filmdossier.present.export import annotations
from filmdossier.present.export.jsonld import dumps, to_jsonld
from support.exports import BREAKERS, RECORDS, filled, shown_as, unknown
from support.records import desperado
from support.vocabularies import PROPERTIES, load

SCHEMA = "http://schema.org/"
OA = "http://www.w3.org/ns/oa#"


def expanded(text: str) -> dict[str, Any]:
    (node,) = jsonld.expand(json.loads(text), {"documentLoader": load, "base": "https://example.org/film.jsonld"})
    return node  # type: ignore[no-any-return]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that is a thing, not a plain value."""
    if isinstance(value, dict):
        if "@value" not in value and "@list" not in value:
            yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


@pytest.mark.parametrize("make", RECORDS)
def test_every_type_and_property_is_schema_org_s_and_stands_where_it_may(make: Callable[[], FilmRecord]) -> None:
    film = expanded(dumps(make()))
    assert film["@type"] == [f"{SCHEMA}Movie"]
    for node in nodes(film):
        types = [kind.removeprefix(SCHEMA) for kind in node.get("@type", [])]
        names = {key.removeprefix(SCHEMA) for key in node if not key.startswith("@")}
        assert all(name in SDO for name in (*types, *names)), (types, names)
        if not types:
            assert names <= {"name"}  # who is neither surely a person nor surely a company; or a reference
        for kind in types:
            assert names <= PROPERTIES[kind], (kind, names - PROPERTIES[kind])


@pytest.mark.parametrize("make", RECORDS)
def test_what_is_written_is_what_expands(make: Callable[[], FilmRecord]) -> None:
    """Nothing is dropped on the way, as terms are that a context does not know."""
    written = to_jsonld(make())
    count = sum(1 for node in nodes({key: value for key, value in written.items() if key != "@context"}))
    assert sum(1 for _ in nodes(expanded(json.dumps(written)))) - len(written.get("sameAs", [])) == count


def test_desperado() -> None:
    film = to_jsonld(desperado())
    assert (film["name"], film["datePublished"], film["inLanguage"]) == ("Desperado", "1995-08-25", ["en", "es"])
    assert film["countryOfOrigin"] == [{"@type": "Country", "name": "United States"}]
    assert film["sameAs"] == ["https://www.imdb.com/title/tt0112851/"]
    assert [person["name"] for person in film["director"]] == [person["name"] for person in film["author"]] == ["Robert Rodriguez"]
    assert film["actor"][0] == {
        "@type": "PerformanceRole",
        "characterName": "El Mariachi",
        "actor": {"@type": "Person", "name": "Antonio Banderas"},
    }
    assert film["musicBy"] == [{"name": "Los Lobos"}]  # a band, for all we know
    assert "duration" not in film  # disputed
    photography = [role for role in film["contributor"] if role["roleName"] == "director of photography"]
    assert photography[0]["contributor"]["name"] == "Guillermo Navarro"
    gleiberman = film["review"][0]
    assert (gleiberman["author"]["name"], gleiberman["publisher"]["name"]) == ("Owen Gleiberman", "Entertainment Weekly")
    assert gleiberman["positiveNotes"]["itemListElement"][0]["name"] == "action sequences"


def test_ratings_stand_on_their_own_scale_with_both_ends() -> None:
    ratings = [review["reviewRating"] for review in to_jsonld(desperado())["review"]]
    told = [(rating.get("ratingValue"), rating.get("bestRating"), rating.get("worstRating")) for rating in ratings]
    assert told == [(75, 100, 0), (2, 4, 0), (6, 10, 0), (4, 5, 0), (None, None, None), (3.5, 5, 0)]
    assert ratings[0]["ratingExplanation"] == "B (converted)"
    assert ratings[4] == {"@type": "Rating", "ratingExplanation": "7 (on an unknown scale)"}


def test_the_aggregate_is_our_own_and_of_five_at_least() -> None:
    film = desperado()
    assert to_jsonld(film)["aggregateRating"]["ratingValue"] == 67
    share = replace(film, reception=replace(film.reception, mean=None))
    own = to_jsonld(share)["aggregateRating"]
    assert (own["ratingValue"], own["reviewCount"], own["name"]) == (40, 5, "Share of positive reviews in per cent")
    assert own["ratingExplanation"].startswith("95 % interval 11.8 to 76.9")
    few = replace(film, reception=replace(film.reception, mean=67.0, rated=4, positive=1, approval=25.0))
    assert "aggregateRating" not in to_jsonld(few)


def test_scores_of_others_are_claims_with_their_dates() -> None:
    film = to_jsonld(desperado())
    assert {claim["author"]["name"] for claim in film["subjectOf"]} == {"Rotten Tomatoes", "A trade leaflet", "IMDb"}
    tomatoes, leaflet, imdb = film["subjectOf"]
    assert "temporalCoverage" not in tomatoes
    assert "no date is told" in tomatoes["text"]
    assert leaflet["temporalCoverage"] == "1995-09"
    assert leaflet["description"].startswith("impossible")
    assert "(audience)" in imdb["text"]
    described = {document["@id"] for document in film["citation"]}
    assert {place["@id"] for claim in film["subjectOf"] for place in claim["appearance"]} <= described


def test_copies_of_a_review_are_one() -> None:
    from filmdossier.model.reception import CopyReason, ReviewCopy

    film = desperado()
    copied = replace(film, reception=replace(film.reception, copies=(ReviewCopy(review=5, of=0, reason=CopyReason.SYNDICATED),)))
    assert len(to_jsonld(copied)["review"]) == len(film.reviews) - 1


def test_a_rating_in_per_cent() -> None:
    film = desperado()
    rated = replace(film.reviews[0], rating=Rating(raw="71%", scale="percent", value=Fraction(71, 100), origin=RatingOrigin.GIVEN))
    rating = to_jsonld(replace(film, reviews=(rated,)))["review"][0]["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"]) == (71, 100)


def test_a_film_of_which_only_the_title_is_known() -> None:
    assert to_jsonld(unknown()) == {"@context": "https://schema.org", "@type": "Movie", "name": "Nameless"}


@pytest.mark.parametrize("make", RECORDS)
def test_annotations_are_in_the_vocabulary(make: Callable[[], FilmRecord]) -> None:
    collection = expanded(annotations.dumps(make()))
    terms = {key for node in nodes(collection) for key in node if not key.startswith("@")}
    assert all(term.startswith(("http://www.w3.org/", "http://purl.org/dc/", "https://schema.org/")) for term in terms)
    plain = {key: value for key, value in annotations.to_annotations(make()).items() if key != "@context"}
    written = {key for node in nodes(plain) for key in node} - {"id", "type"}
    assert len(terms) == len(written)  # a term that the context lacks would have been dropped
    kinds = {kind for node in nodes(collection) for kind in node.get("@type", [])}
    assert {kind for kind in kinds if not kind.startswith((OA, "http://www.w3.org/ns/activitystreams#"))} == set()


@pytest.mark.parametrize("make", RECORDS)
def test_each_selector_finds_its_words(make: Callable[[], FilmRecord]) -> None:
    record = make()
    texts = {document.sha256: document.text for document in record.documents}
    named = {
        node["@id"]: document.text for node, document in zip(to_jsonld(record).get("citation", []), record.documents, strict=True)
    }
    collection = annotations.to_annotations(record)
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    assert len(named) == len(texts)
    for item in items:
        assert item["body"]["value"]
        for target in item["target"]:
            text = named[target["source"]]
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[max(0, start - 32) : start] == quote.get("prefix", "")
            assert text[end : end + 32] == quote.get("suffix", "")


def test_annotations_hold_every_statement_that_has_a_passage() -> None:
    from filmdossier.present.export.statements import statements

    told = [statement for statement in statements(desperado()) if statement.evidence]
    items = annotations.to_annotations(desperado())["first"]["items"]
    assert [item["body"]["schema:identifier"] for item in items] == [statement.id for statement in told]
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_stay_words(breaker: str) -> None:
    record = filled(breaker)
    film = json.loads(dumps(record))
    assert film["name"] == shown_as(breaker)
    assert film["@type"] == "Movie"
    for text in (dumps(record), annotations.dumps(record)):
        expanded(text)
        text.encode()
