"""Reads the fact tables and lists of web pages ("Director: …").

Enters the page's tree; leaves one field per fact. A table or list counts as one of facts where it
has two columns and a good part of its labels are such as credits use; all others are left alone.
"""

from lxml.etree import _Element
from lxml.html import HtmlElement

from filmdossier.model.text import Origin
from filmdossier.read.builder import DocumentBuilder, Run
from filmdossier.read.html_inline import Inline
from filmdossier.read.html_tables import table_rows, values_of
from filmdossier.read.html_tree import is_hidden, text_of, words_of
from filmdossier.read.labels import is_credit_label

_LONGEST_LABEL = 40


def add_fact_tables(builder: DocumentBuilder, root: HtmlElement, inline: Inline, main: _Element | None) -> None:
    """Adds the facts; takes the same tables out of ``main`` so that they are not read twice."""
    known: set[str] = set()
    for element in root.iter("table", "dl"):
        facts = _table_facts(element, inline) if element.tag == "table" else _list_facts(element, inline)
        if not _are_facts([label for label, _ in facts]):
            continue
        known.update(_compact(label) for label, _ in facts)
        for label, values in facts:
            builder.field(label, values, origin=Origin.TABLE)
    if main is None or not known:
        return
    for table in list(main.iter("table")):
        rows = [[_compact(words_of(cell).rstrip(": ")) for cell in row] for row in table.iter("row")]
        # A line alone is the box's title or a list that was torn from its label.
        labels = [row[0] for row in rows if any(row[1:])]
        if labels and all(label in known for label in labels) and (parent := table.getparent()) is not None:
            parent.remove(table)


def _compact(label: str) -> str:
    """The label without spaces: the search for the main text loses line breaks."""
    return "".join(label.split())


def _table_facts(table: HtmlElement, inline: Inline) -> list[tuple[str, list[list[Run]]]]:
    facts = []
    for row in table_rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)]
        if len(cells) != 2:
            continue
        label = text_of(cells[0]).rstrip(": ")
        if 0 < len(label) <= _LONGEST_LABEL:
            facts.append((label, values_of(cells[1], inline)))
    return facts


def _list_facts(element: HtmlElement, inline: Inline) -> list[tuple[str, list[list[Run]]]]:
    facts: list[tuple[str, list[list[Run]]]] = []
    for part in element.iter("dt", "dd"):
        if part.tag == "dt":
            facts.append((text_of(part).rstrip(": "), []))
        elif facts:
            facts[-1][1].extend(values_of(part, inline))
    return [(label, values) for label, values in facts if 0 < len(label) <= _LONGEST_LABEL]


def _are_facts(labels: list[str]) -> bool:
    known = sum(is_credit_label(label) for label in labels)
    return known >= 2 or (known == 1 and len(labels) <= 2)
