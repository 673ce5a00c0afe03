"""Reads infoboxes: the box of facts at the head of an encyclopedia article.

Enters the box's element (a table, or the ``aside`` of some wikis); leaves one field per line with
its label as written and its values apart. The box's title is the field ``name``. Boxes of critics'
or aggregators' scores become rows instead.
"""

import re

from lxml.html import HtmlElement

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.html_inline import Inline
from filmdossier.read.html_tables import rows_of, table_rows, values_of
from filmdossier.read.html_tree import classes, text_of
from filmdossier.read.runs import words

_SCORES = re.compile(r"(?:professional |review |critical )*(?:ratings|reviews?|scores?|aggregate scores?|reception)", re.IGNORECASE)
# What tells the kind of box where the page does not name its template: labels, lower case.
_KINDS = (
    (
        "infobox television",
        frozenset(
            {
                "no. of episodes",
                "no. of seasons",
                "original network",
                "created by",
                "no. of series",
                "episode no.",
                "original air date",
            }
        ),
    ),
    ("infobox film", frozenset({"directed by", "starring", "cinematography", "running time", "distributed by", "director"})),
    ("infobox album", frozenset({"label", "recorded", "studio", "length"})),
    ("infobox person", frozenset({"born", "died", "occupation", "spouse", "spouse(s)", "years active"})),
)
# Any of these settles it, whatever credits stand beside them.
_TELEVISION = _KINDS[0][1]
_BROWSING = re.compile(r"[←→]|(?:previous|next)\b.{0,60}(?:previous|next)\b", re.IGNORECASE)


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
    part = ""  # the head that stands over the lines being read
    caption = next((child for child in table if child.tag == "caption"), None)
    if caption is not None and text_of(caption):
        builder.field("name", [inline.runs(caption)], origin=Origin.INFOBOX, template=template)
        named = True
    for row in table_rows(table):
        heads = [cell for cell in row if cell.tag == "th"]
        values = [cell for cell in row if cell.tag == "td"]
        inner = next((nested for cell in (*heads, *values) for nested in cell.iter("table")), None)
        if _BROWSING.match(text_of(row)):
            continue
        if inner is not None and not (heads and values and next(inner.iter("th"), None) is None):
            _add_rows(builder, inner, inline, template)
        elif heads and values:
            items = [item for cell in values for item in values_of(cell, inline)]
            builder.field(words(inline.runs(heads[0])), items, origin=Origin.INFOBOX, template=template)
        elif heads:
            # The first head across the box is its title, the later ones divide it.
            if not named and (items := values_of(heads[0], inline)):
                builder.field("name", items, origin=Origin.INFOBOX, template=template)
                named = True
            else:
                part = words(inline.runs(heads[0]))
        elif (
            len(values) == 2 and "infobox-image" not in classes(values[0]) and 0 < len(label := text_of(values[0]).rstrip(":")) < 40
        ):
            builder.field(label, values_of(values[1], inline), origin=Origin.INFOBOX, template=template)
        elif values:
            label = "name" if "infobox-above" in classes(values[0]) and not named else part
            named = named or label == "name"
            _add_full_width(builder, values[0], inline, label, template)


def _add_full_width(builder: DocumentBuilder, cell: HtmlElement, inline: Inline, label: str, template: str) -> None:
    if next(cell.iter("img"), None) is not None:
        builder.paragraph(inline.runs(cell), kind=BlockKind.CAPTION, origin=Origin.INFOBOX)
    elif not classes(cell) & {"infobox-below", "infobox-navbar"}:
        builder.field(label, values_of(cell, inline), origin=Origin.INFOBOX, template=template)


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
    if labels & _TELEVISION:
        return "infobox television"
    kind, hits = max(((name, len(labels & known)) for name, known in _KINDS), key=lambda scored: scored[1])
    if "haudio" in classes(table) and kind == "infobox film":
        return "infobox album"
    return kind if hits else "infobox"
