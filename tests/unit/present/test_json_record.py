"""The record JSON follows its schema, its documentation and the documents it quotes."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from filmdossier.model.film import FilmRecord
from filmdossier.present.export import json_record
from support.records import crowded, desperado, hostile, silent

RECORDS = [desperado, silent, hostile, crowded]
DOCUMENTATION = Path(__file__).parents[3] / "docs" / "record.md"


def _closed(node: Any) -> Any:
    """The schema with every object refusing keys it does not list."""
    if isinstance(node, dict):
        closed = {key: _closed(value) for key, value in node.items()}
        return {**closed, "additionalProperties": False} if "properties" in node else closed
    return [_closed(item) for item in node] if isinstance(node, list) else node


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from _keys(value)
    elif isinstance(node, list):
        for item in node:
            yield from _keys(item)


def _evidence(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.keys() == {"document", "start", "end", "quote"}:
            yield node
        for value in node.values():
            yield from _evidence(value)
    elif isinstance(node, list):
        for item in node:
            yield from _evidence(item)


@pytest.mark.parametrize("make", RECORDS)
def test_follows_the_schema_with_no_key_beyond_it(make: Callable[[], FilmRecord]) -> None:
    Draft202012Validator(_closed(json_record.schema())).validate(json_record.to_json(make()))


def test_the_schema_is_a_schema_and_refuses_a_broken_record() -> None:
    Draft202012Validator.check_schema(json_record.schema())
    validator = Draft202012Validator(json_record.schema())
    good = json_record.to_json(desperado())
    for break_it in (
        lambda r: r.pop("reception"),
        lambda r: r["facts"][0].update(predicate="shoe_size"),
        lambda r: r["facts"][0].update(evidence=[]),
        lambda r: r["reviews"][0]["rating"].update(value=75),
        lambda r: r["film"].update(year="1995"),
        lambda r: r["documents"][0].update(sha256="none"),
    ):
        broken = deepcopy(good)
        break_it(broken)
        assert not validator.is_valid(broken)


@pytest.mark.parametrize("make", RECORDS)
def test_every_evidence_quotes_its_document(make: Callable[[], FilmRecord]) -> None:
    loaded = json.loads(json_record.dumps(make()))
    texts = {document["id"]: document["text"] for document in loaded["documents"]}
    found = list(_evidence(loaded))
    assert found
    for evidence in found:
        assert texts[evidence["document"]][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_keys_keep_the_order_of_the_format() -> None:
    exported = json_record.to_json(desperado())
    required = json_record.schema()["required"]
    assert list(exported) == required
    for name, definition in (("facts", "fact"), ("reviews", "review"), ("aggregators", "aggregator"), ("set_aside", "set_aside")):
        rows = exported[name]
        assert isinstance(rows, list)
        assert list(rows[0]) == json_record.schema()["$defs"][definition]["required"]


def test_whole_numbers_are_integers_and_unknown_stays_null() -> None:
    exported = json.loads(json_record.dumps(desperado()))
    tomatoes = exported["aggregators"][0]
    assert (tomatoes["approval"], tomatoes["average"], tomatoes["average_max"], tomatoes["score"]) == (70, 6.5, 10, None)
    assert isinstance(tomatoes["approval"], int)
    assert isinstance(tomatoes["average_max"], int)
    assert [review["rating"] and review["rating"]["value"] for review in exported["reviews"]] == [0.75, 0.5, 0.6, 0.8, None, 0.7]
    assert exported["reception"]["approval_interval"] == [11.8, 76.9]
    assert isinstance(exported["reception"]["approval"], int)


def test_what_was_set_aside_keeps_its_value_and_reason() -> None:
    planned, part = json.loads(json_record.dumps(desperado()))["set_aside"]
    assert planned["value"] == {"actor": "Raúl Juliá", "character": "Bucho", "note": ""}
    assert (planned["polarity"], planned["reason"]) == ("planned", "planned, not done")
    assert part["value"]["praised"][0]["evidence"][0]["quote"] == "such cheer"
    assert part["value"]["stance"] == "positive"


def test_the_same_record_gives_the_same_bytes_and_an_infinite_number_is_refused() -> None:
    assert json_record.dumps(desperado()) == json_record.dumps(desperado())
    film = desperado()
    endless = replace(film, facts=(replace(film.facts[0], confidence=float("inf")),))
    with pytest.raises(ValueError, match="JSON"):
        json_record.dumps(endless)


def test_every_key_is_documented() -> None:
    documented = set(re.findall(r"`([a-z0-9_]+)`", DOCUMENTATION.read_text(encoding="utf-8")))
    assert set(_keys(json_record.schema())) <= documented
    predicates = json_record.schema()["$defs"]["predicate"]["enum"]
    relations = json_record.schema()["$defs"]["connection"]["properties"]["relation"]["enum"]
    assert set(predicates) | set(relations) <= documented
