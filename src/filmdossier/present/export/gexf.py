"""Film record → GEXF 1.3: the persons of the story as nodes, what is between them as edges.

A record enters, XML text leaves. Each relation is an edge, and so is each event that one person
does to another; every edge carries the passage it rests on. The graph is dynamic: an event exists
at its place in the story's order, a relation always. Evidence offsets are code points, half-open,
into the text of the document that ``document`` names; the texts are in the record JSON of the same
film, which has the same ids. Events of one person alone are not here: they are no edges.

Format: https://gexf.net/1.3/ ("GEXF Primer", "Schema"). All edges are directed, since programs
that read GEXF refuse a mixture; ``mutual`` tells what holds both ways.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from filmdossier.model.film import Character, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.present.story import People, Tie, is_mutual, relation_words

NAMESPACE = "http://gexf.net/1.3"
_GEXF = f"{{{NAMESPACE}}}"

_NODE_ATTRIBUTES = ("actor", "aliases", "description", "document", "evidence_start", "evidence_end", "quote", "evidence")
_EDGE_ATTRIBUTES = (
    "statement", "relation", "verb", "mutual", "order", "place", "instrument", "deleted_scene", "confidence",
    "document", "evidence_start", "evidence_end", "quote", "evidence",
)  # fmt: skip
_TYPES = {
    "mutual": "boolean",
    "deleted_scene": "boolean",
    "order": "integer",
    "evidence_start": "integer",
    "evidence_end": "integer",
    "confidence": "double",
}
# What XML cannot hold even as a character reference; documents can.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Value = str | int | float | bool | None


def dumps(record: FilmRecord) -> str:
    """The graph of the record's characters as GEXF, with the XML declaration and a final line feed."""
    people = People.of(record)
    events = list(people.events(record))
    ties = [*people.relations(record), *events]
    names: Any = {None: NAMESPACE}  # lxml takes None for the default; its stubs do not know
    root = etree.Element(f"{_GEXF}gexf", {"version": "1.3"}, nsmap=names)
    meta = etree.SubElement(root, f"{_GEXF}meta")
    etree.SubElement(meta, f"{_GEXF}creator").text = "filmdossier"
    year = f" ({record.film.year})" if record.film.year is not None else ""
    etree.SubElement(meta, f"{_GEXF}description").text = _clean(
        f"Characters of {record.film.title}{year}: their relations and what they do to each other"
    )
    graph = etree.SubElement(
        root,
        f"{_GEXF}graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "integer", "timerepresentation": "interval"},
    )
    _declare(graph, "node", _NODE_ATTRIBUTES)
    _declare(graph, "edge", _EDGE_ATTRIBUTES)
    nodes = etree.SubElement(graph, f"{_GEXF}nodes")
    for place, person in enumerate(people.persons):
        node = etree.SubElement(nodes, f"{_GEXF}node", {"id": f"c{place}", "label": _clean(person.name)})
        _values(node, _NODE_ATTRIBUTES, {**_person(person), **_evidence(person.evidence)})
    edges = etree.SubElement(graph, f"{_GEXF}edges")
    for number, tie in enumerate(ties):
        _edge(edges, number, tie)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text.decode()


def _declare(graph: etree._Element, kind: str, names: Sequence[str]) -> None:
    attributes = etree.SubElement(graph, f"{_GEXF}attributes", {"class": kind})
    for name in names:
        etree.SubElement(attributes, f"{_GEXF}attribute", {"id": name, "title": name, "type": _TYPES.get(name, "string")})


def _person(person: Character) -> dict[str, _Value]:
    return {"actor": person.played_by, "aliases": "; ".join(person.aliases), "description": person.description}


def _edge(edges: etree._Element, number: int, tie: Tie) -> None:
    values: dict[str, _Value]
    if tie.relation is not None:
        relation = tie.relation
        # Parallel edges are told apart by their kind, so it holds what makes them different.
        label, kind, times = relation_words(relation), f"relation: {relation.relation}", {}
        values = {
            "statement": "relation",
            "relation": relation.relation,
            "mutual": is_mutual(relation),
            "confidence": relation.confidence,
        }
        evidence = relation.evidence
    elif tie.event is not None:
        event = tie.event
        label, kind = event.verb, f"event {event.order}: {event.verb}"
        times = {"start": str(event.order), "end": str(event.order)}
        values = {
            "statement": "event",
            "verb": event.verb,
            "mutual": False,
            "order": event.order,
            "place": event.place,
            "instrument": event.instrument,
            "deleted_scene": event.deleted_scene,
            "confidence": event.confidence,
        }
        evidence = event.evidence
    else:
        return
    ends = {"id": f"e{number}", "source": f"c{tie.a}", "target": f"c{tie.b}"}
    edge = etree.SubElement(edges, f"{_GEXF}edge", {**ends, "label": _clean(label), "kind": _clean(kind), **times})
    _values(edge, _EDGE_ATTRIBUTES, {**values, **_evidence(evidence)})


def _evidence(evidence: Sequence[Evidence]) -> dict[str, _Value]:
    """The first passage in plain columns, which tables of a graph program show, and all of them as JSON."""
    if not evidence:
        return {}
    first = evidence[0]
    every = [{"document": e.document, "start": e.span.start, "end": e.span.end, "quote": e.quote} for e in evidence]
    return {
        "document": first.document,
        "evidence_start": first.span.start,
        "evidence_end": first.span.end,
        "quote": first.quote,
        "evidence": json.dumps(every, ensure_ascii=False),
    }


def _values(element: etree._Element, names: Sequence[str], values: dict[str, _Value]) -> None:
    """Writes the attributes that have a value; absent ones are absent, not empty."""
    told = [(name, values.get(name)) for name in names if values.get(name) not in (None, "")]
    if not told:
        return
    attvalues = etree.SubElement(element, f"{_GEXF}attvalues")
    for name, value in told:
        etree.SubElement(attvalues, f"{_GEXF}attvalue", {"for": name, "value": _text(value)})


def _text(value: _Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{round(value, 4):g}"
    return _clean(str(value))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
