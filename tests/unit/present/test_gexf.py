"""GEXF: readable by networkx, true to the rules of the format, every edge with its passage."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import networkx
import pytest
from lxml import etree

from filmdossier.model.film import CharacterRelation, Event, FilmRecord
from filmdossier.model.text import Evidence, Span
from filmdossier.present.export.gexf import NAMESPACE, dumps
from support.records import desperado, hostile, silent
from support.shared import REPOSITORY
from support.stories import long_story, short_story

RECORDS = [desperado, silent, short_story, long_story]
# From the schema of GEXF 1.3, https://github.com/gephi/gexf
TYPES = {"string", "integer", "double", "boolean"}


def graph(record: FilmRecord) -> networkx.DiGraph:
    """The export as networkx reads it."""
    return networkx.read_gexf(BytesIO(dumps(record).encode()))


def evil() -> FilmRecord:
    """Markup and control characters in every field."""
    record = hostile()
    text = record.documents[0].text
    evidence = (Evidence(document=record.documents[0].id, span=Span(0, 40), quote=text[0:40]),)
    names = "<b>&\"'\x00\x1b[31m\ufffe", "]]>\n\t--> \U0001f3ac"
    return replace(
        record,
        relations=(CharacterRelation(a=names[0], relation="<friend>\x08", b=names[1], confidence=0.5, evidence=evidence),),
        events=(
            Event(
                order=1, verb="\x07kill", agent=names[0], patient=names[1], place="\ud800", instrument="&amp;", deleted_scene=True,
                confidence=1.0, evidence=evidence,
            ),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("make", [*RECORDS, evil])
def test_the_rules_of_the_format_hold(make: Callable[[], FilmRecord]) -> None:
    text = dumps(make())
    assert text.startswith("<?xml version='1.0' encoding='utf-8'?>\n")
    root = etree.fromstring(text.encode())
    named = f"{{{NAMESPACE}}}"
    assert (root.tag, root.get("version")) == (f"{named}gexf", "1.3")
    meta, drawing = root
    assert [child.tag.removeprefix(named) for child in meta] == ["creator", "description"]
    assert [child.tag.removeprefix(named) for child in drawing] == ["attributes", "attributes", "nodes", "edges"]
    assert dict(drawing.attrib) == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "integer",
        "timerepresentation": "interval",
    }
    *declarations, nodes, edges = drawing
    declared = {}
    for attributes, kind in zip(declarations, ("node", "edge"), strict=True):
        assert dict(attributes.attrib) == {"class": kind}
        declared[kind] = {attribute.get("id"): attribute.get("type") for attribute in attributes}
        assert len(declared[kind]) == len(attributes)
        assert set(declared[kind].values()) <= TYPES
    ids = [element.get("id") for element in (*nodes, *edges)]
    assert len(ids) == len(set(ids))
    known = {node.get("id") for node in nodes}
    assert all({edge.get("source"), edge.get("target")} <= known for edge in edges)
    pairs = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(pairs) == len(set(pairs))  # parallel edges differ in their kind
    for kind, elements in (("node", nodes), ("edge", edges)):
        for element in elements:
            assert element.get("label") is not None
            values = {value.get("for"): value.get("value") for child in element for value in child}
            assert values.keys() <= declared[kind].keys()
            for name, value in values.items():
                {"integer": int, "double": float, "string": str, "boolean": ("true", "false").index}[declared[kind][name]](value)


@pytest.mark.parametrize("make", RECORDS)
def test_every_edge_carries_the_words_it_rests_on(make: Callable[[], FilmRecord]) -> None:
    record = make()
    texts = {document.id: document.text for document in record.documents}
    edges = [values for _, _, values in graph(record).edges(data=True)]
    for values in edges:
        assert texts[values["document"]][values["evidence_start"] : values["evidence_end"]] == values["quote"]
        every = json.loads(values["evidence"])
        assert every[0] == {
            "document": values["document"],
            "start": values["evidence_start"],
            "end": values["evidence_end"],
            "quote": values["quote"],
        }
        assert all(texts[one["document"]][one["start"] : one["end"]] == one["quote"] for one in every)
    assert len(edges) >= len(record.relations)


def test_persons_have_their_actor_aliases_and_description() -> None:
    nodes = {values["label"]: values for _, values in graph(desperado()).nodes(data=True)}
    assert nodes["El Mariachi"]["actor"] == "Antonio Banderas"
    assert nodes["El Mariachi"]["aliases"] == "a huge Mexican with a guitar case"
    assert nodes["Bucho"]["description"] == "a dealer"
    assert "actor" not in nodes["the woman he loved"]
    assert nodes["Navajas"]["actor"] == "Danny Trejo"  # of the cast alone


def test_relations_and_events_are_edges_in_their_order() -> None:
    drawing = graph(desperado())
    label = networkx.get_node_attributes(drawing, "label")
    edges = sorted(
        (values.get("order", 0), label[a], values["label"], label[b], values["statement"], values.get("deleted_scene"))
        for a, b, values in drawing.edges(data=True)
    )
    assert edges == [
        (0, "Campa", "friend of", "El Mariachi", "relation", None),
        (0, "Quino", "friend of", "El Mariachi", "relation", None),
        (1, "Carolina", "take in", "El Mariachi", "event", False),
        (2, "Navajas", "kill", "Buscemi", "event", False),
        (3, "El Mariachi", "call", "Campa", "event", False),
        (3, "El Mariachi", "call", "Quino", "event", False),
    ]
    events = [values for _, _, values in drawing.edges(data=True) if values["statement"] == "event"]
    assert all(values["start"] == values["end"] == values["order"] for values in events)
    mutual = [values["mutual"] for _, _, values in drawing.edges(data=True) if values["statement"] == "relation"]
    assert mutual == [True, True]


def test_several_edges_between_two_persons_stay_apart() -> None:
    drawing = graph(long_story())
    assert drawing.is_multigraph()
    assert len(long_story().relations) + 70 < drawing.number_of_edges()


def test_text_that_xml_forbids_is_replaced_and_nothing_becomes_markup() -> None:
    drawing = graph(evil())
    assert [values["label"] for _, values in drawing.nodes(data=True)] == ["<b>&\"'\ufffd\ufffd[31m\ufffd", "]]>\n\t--> \U0001f3ac"]
    assert {values["label"] for _, _, values in drawing.edges(data=True)} == {"<friend>\ufffd of", "\ufffdkill"}


def test_a_record_without_a_story_is_an_empty_graph_and_the_same_record_gives_the_same_text() -> None:
    assert len(graph(silent())) == 0
    assert dumps(long_story()) == dumps(long_story())


def test_every_attribute_is_documented_and_no_other() -> None:
    page = (REPOSITORY / "docs" / "gexf.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0] for line in page.splitlines() if line.startswith("| `")]
    documented = {name for row in rows for name in re.findall("`([a-z_]+)`", row)} - {"label"}
    declared = {element.get("id") for element in etree.fromstring(dumps(silent()).encode()).iter(f"{{{NAMESPACE}}}attribute")}
    assert documented == declared
