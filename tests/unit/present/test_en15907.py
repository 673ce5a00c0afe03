"""EN 15907: by its schema, every element with its source, names filed only where their order is known."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from filmdossier.model.film import FilmRecord
from filmdossier.present.export.en15907 import dumps, schema, to_work
from filmdossier.present.export.names import filed, given_names
from support.exports import BREAKERS, RECORDS, filled, shown_as, unknown
from support.records import desperado

VALIDATOR = Draft202012Validator(schema())


def passages(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        own = [node] if node.keys() == {"document", "start", "end", "quote"} else []
        return own + [one for value in node.values() for one in passages(value)]
    return [one for value in node for one in passages(value)] if isinstance(node, list) else []


@pytest.mark.parametrize("make", RECORDS)
def test_follows_the_schema(make: Callable[[], FilmRecord]) -> None:
    work = json.loads(dumps(make()))
    assert [error.message for error in VALIDATOR.iter_errors(work)] == []
    assert dumps(make()) == dumps(make())


def test_the_schema_is_a_schema_and_refuses_a_broken_work() -> None:
    Draft202012Validator.check_schema(schema())
    good = to_work(desperado())
    for break_it in (
        lambda work: work.pop("identifyingTitle"),
        lambda work: work.update(identifier=[]),
        lambda work: work["countryOfReference"][0].update(code="USA"),
        lambda work: work["hasAgent"][0].pop("recordSource"),
        lambda work: work["identifyingTitle"].update(titleType="Best title"),
        lambda work: work.update(shelf="A1"),
    ):
        broken = deepcopy(good)
        break_it(broken)
        assert not VALIDATOR.is_valid(broken)


@pytest.mark.parametrize("make", RECORDS)
def test_every_passage_quotes_its_source(make: Callable[[], FilmRecord]) -> None:
    record = make()
    texts = {document.id: document.text for document in record.documents}
    work = to_work(record)
    assert {source["id"] for source in work["recordSource"]} == set(texts)
    assert all(texts[one["document"]][one["start"] : one["end"]] == one["quote"] for one in passages(work))
    told = [*work["hasAgent"], *work["countryOfReference"], *work["contentDescription"], *work["hasEvent"], *work["relationship"]]
    assert all(element["recordSource"] for element in told)


def test_desperado() -> None:
    work = to_work(desperado())
    assert work["identifier"][1]["value"] == "tt0112851"
    assert work["identifyingTitle"]["value"] == "Desperado"
    assert [title["value"] for title in work["title"]] == ["Pistolero"]
    assert [(country["value"], country["code"]) for country in work["countryOfReference"]] == [("United States", "US")]
    agents = {(agent["activity"], agent["name"]) for agent in work["hasAgent"]}
    assert {
        ("Director", "Rodriguez, Robert"),
        ("Composer", "Los Lobos"),
        ("Cast", "de Almeida, Joaquim"),
        ("Cast", "Michel, Albert, Jr."),
    } <= agents
    tarantino = next(agent for agent in work["hasAgent"] if agent["asWritten"] == "Quentin Tarantino")
    assert (tarantino["character"], tarantino["credit"]) == ("the pick-up guy", "cameo")
    assert [event["date"] for event in work["hasEvent"]] == ["1995-08-25", "1995-05", None]
    assert {(one["type"], one["work"], one["year"]) for one in work["relationship"]} >= {("sequel to", "El Mariachi", 1992)}
    minutes = [(one["value"], one["disputed"]) for one in work["manifestation"]["durationMinutes"]]
    assert minutes == [(104, True), (106, True)]
    assert work["missing"] == []


def test_what_no_document_tells_is_named() -> None:
    assert to_work(unknown())["missing"] == ["recordSource", "countryOfReference"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Robert Rodriguez", "Rodriguez, Robert"),
        ("Guillermo del Toro", "del Toro, Guillermo"),
        ("Gus Van Sant", "Van Sant, Gus"),
        ("Lars von Trier", "von Trier, Lars"),
        ("Brian De Palma", "De Palma, Brian"),
        ("Samuel L. Jackson", "Jackson, Samuel L."),
        ("Jean-Luc Godard", "Godard, Jean-Luc"),
        ("Albert Michel Jr.", "Michel, Albert, Jr."),
        ("Sir Anthony Hopkins", "Hopkins, Anthony"),
        ("Paul Thomas Anderson", "Anderson, Paul Thomas"),
    ],
)
def test_names_whose_order_is_known_are_filed(name: str, form: str) -> None:
    assert (filed(name).filed, filed(name).inverted, filed(name).why_not) == (form, True, "")


@pytest.mark.parametrize(
    "name",
    [
        "Prince", "Cantinflas", "Los Lobos", "The BusBoys", "Tito & Tarantula", "Jaaz Multimedia", "Seattle Symphony", "Wong Kar-wai", "Bong Joon-ho", "Lee Chang-dong",
        "Zhang Yimou", "Kurosawa Akira", "Jancsó Miklós", "Tarr Béla", "Helena Bonham Carter", "K. K. Haridas", "黒澤明", "Rodriguez, Robert", "Daft Punk", "", " ",
    ],
)  # fmt: skip
def test_other_names_stay_as_written_and_say_why(name: str) -> None:
    assert (filed(name).filed, filed(name).inverted) == (name, False)
    assert filed(name).why_not


def test_a_name_loses_nothing_but_its_title() -> None:
    for first in sorted(given_names()):
        name = f"{first.title()} van der Berg"
        assert sorted(filed(name).filed.replace(",", "").split()) == sorted(name.split())
    assert len(given_names()) > 900


@pytest.mark.parametrize("breaker", BREAKERS)
def test_hostile_words_stay_words(breaker: str) -> None:
    work = json.loads(dumps(filled(f"a{breaker}")))
    assert [error.message for error in VALIDATOR.iter_errors(work)] == []
    assert work["identifyingTitle"]["value"] == shown_as(f"a{breaker}")
