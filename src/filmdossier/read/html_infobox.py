"""Reads infoboxes: the box of facts at the head of an encyclopedia article.

Enters the box's element (a table, or the ``aside`` of some wikis); leaves one field per line with
its label as written and its values apart. The box's title is the field ``name``. Boxes of critics'
or aggregators' scores become rows instead.
"""

import re

from lxml.html import HtmlElement

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.html_inline import Inline, words
from filmdossier.read.html_tables import rows_of, table_rows, values_of
from filmdossier.read.html_tree import classes, text_of

_SCORES = re.compile(r"(?:professional |review |critical )*(?:ratings|reviews?|scores?|aggregate scores?|reception)", re.IGNORECASE)
# What tells the kind of box where the page does not name its template: labels, lower case.
_KINDS = (
    ("infobox film", frozenset({"directed by", "starring", "cinematography", "running time", "distributed by", "director"})),
    (
        "infobox television",
        frozenset({"no. of episodes", "no. of seasons", "original network", "network", "created by", "no. of series"}),
    ),
    ("infobox album", frozenset({"label", "producer", "recorded", "studio", "length"})),
    ("infobox person", frozenset({"born", "died", "occupation", "spouse", "spouse(s)", "years active"})),
)


def add_infobox(builder: DocumentBuilder, box: HtmlElement, inline: Inline) -> None:
    """Adds the box's facts to the document."""
    if box.tag == "table" and _is_scores(box):
        for row in rows_of(box, inline):
            builder.row(row, origin=Origin.RATINGS)
        return
    if box.tag == "aside":
        _add_portable(builder, box, inline)
    else:
        _add_rows(builder, box, inline, _kind_of(box))


def _add_rows(builder: DocumentBuilder, table: HtmlElement, inline: Inline, template: str) -> None:
    named = False
    caption = next((child for child in table if child.tag == "caption"), None)
    if caption is not None and text_of(caption):
        builder.field("name", [inline.runs(caption)], origin=Origin.INFOBOX, template=template)
        named = True
    for row in table_rows(table):
        heads = [cell for cell in row if cell.tag == "th"]
        values = [cell for cell in row if cell.tag == "td"]
        inner = next((nested for cell in (*heads, *values) for nested in cell.iter("table")), None)
        if heads and values:
            if inner is not None and "infobox" in " ".join(classes(inner)):
                _add_rows(builder, inner, inline, template)
                continue
            items = [item for cell in values for item in values_of(cell, inline)]
            builder.field(words(inline.runs(heads[0])), items, origin=Origin.INFOBOX, template=template)
        elif heads:
            # The first head across the box is its title, the later ones divide it.
            if not named and (items := values_of(heads[0], inline)):
                builder.field("name", items, origin=Origin.INFOBOX, template=template)
                named = True
        elif (
            len(values) == 2
            and "infobox-image" not in classes(values[0])
            and (label := text_of(values[0]).rstrip(":"))
            and len(label) < 40
        ):
            builder.field(label, values_of(values[1], inline), origin=Origin.INFOBOX, template=template)
        elif inner is not None:
            _add_rows(builder, inner, inline, template)
        elif values:
            _add_full_width(builder, values[0], inline, template, named=named)
            named = named or "infobox-above" in classes(values[0])


def _add_full_width(builder: DocumentBuilder, cell: HtmlElement, inline: Inline, template: str, *, named: bool) -> None:
    if "infobox-above" in classes(cell) and not named:
        builder.field("name", values_of(cell, inline), origin=Origin.INFOBOX, template=template)
    elif next(cell.iter("img"), None) is not None:
        builder.paragraph(inline.runs(cell), kind=BlockKind.CAPTION, origin=Origin.INFOBOX)
    elif "infobox-below" not in classes(cell) and "infobox-navbar" not in classes(cell):
        builder.field("", values_of(cell, inline), origin=Origin.INFOBOX, template=template)


def _add_portable(builder: DocumentBuilder, box: HtmlElement, inline: Inline) -> None:
    template = (
        "infobox film" if "film" in (box.get("class") or "").lower() or "movie" in (box.get("class") or "").lower() else "infobox"
    )
    for element in box.iter():
        named = classes(element)
        if "pi-title" in named:
            builder.field("name", [inline.runs(element)], origin=Origin.INFOBOX, template=template)
        elif "pi-data" in named:
            label = next((part for part in element if "pi-data-label" in classes(part)), None)
            value = next((part for part in element if "pi-data-value" in classes(part)), None)
            if label is not None and value is not None:
                builder.field(text_of(label), values_of(value, inline), origin=Origin.INFOBOX, template=template)


def _is_scores(table: HtmlElement) -> bool:
    first = next((cell for row in table_rows(table) for cell in row if cell.tag in ("th", "td")), None)
    caption = next((child for child in table if child.tag == "caption"), None)
    title = text_of(caption) if caption is not None else (text_of(first) if first is not None else "")
    return len(title) < 60 and _SCORES.fullmatch(title) is not None


def _kind_of(table: HtmlElement) -> str:
    labels = {text_of(cell).lower().rstrip(":") for row in table_rows(table) for cell in row if cell.tag == "th"}
    kind, hits = max(((name, len(labels & known)) for name, known in _KINDS), key=lambda scored: scored[1])
    if "haudio" in classes(table) and kind == "infobox film":
        return "infobox album"
    return kind if hits else "infobox"
