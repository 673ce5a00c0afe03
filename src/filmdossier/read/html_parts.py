"""Finds the parts of an article that the search for the main text left out.

Enters the page and the main text found in it; leaves the elements that together hold the article,
where pages set it in several boxes of one kind and only some were found. Refuses to add anything
that is not in a box of exactly that kind.
"""

from collections import Counter

from lxml.etree import _Element
from lxml.html import HtmlElement

from filmdossier.read.html_tree import is_hidden, text_of, words_of

_SHORTEST_PARAGRAPH = 60
# Boxes of the same kind are worth taking when they add this much to what was found.
_WORTH_ADDING = 0.15

Kind = tuple[str, ...]


def parts_of_text(root: HtmlElement, main: _Element) -> list[HtmlElement]:
    """The boxes that hold the article, in order; [] where the main text misses nothing they hold."""
    found = words_of(main)
    inside: Counter[Kind] = Counter()
    missed: Counter[Kind] = Counter()
    for paragraph in root.iter("p"):
        box = paragraph.getparent()
        text = text_of(paragraph)
        if (
            box is None
            or not box.get("class")
            or len(text) < _SHORTEST_PARAGRAPH
            or is_hidden(paragraph)
            or _mostly_links(paragraph, text)
        ):
            continue
        # The middle of a paragraph: its ends may be spaced or marked up in another way.
        (inside if text[10:50] in found else missed)[_kind_of(box)] += len(text)
    if not inside:
        return []
    kind, size = max(inside.items(), key=lambda entry: entry[1])
    if size < 0.3 * len(found) or missed[kind] < _WORTH_ADDING * size:
        return []
    boxes = [box for box in root.iter(kind[0]) if _kind_of(box) == kind]
    kept = set(boxes)
    return [box for box in boxes if not any(above in kept for above in box.iterancestors())]


def _kind_of(box: HtmlElement) -> Kind:
    above = box.getparent()
    return (str(box.tag), box.get("class") or "", *((str(above.tag), above.get("class") or "") if above is not None else ()))


def _mostly_links(paragraph: HtmlElement, text: str) -> bool:
    return sum(len(text_of(link)) for link in paragraph.iter("a")) > 0.5 * len(text)
