"""Turns inline HTML into runs of text with marks and citations.

Enters an element; leaves its words in order. White space of the source is a space, ``<br>`` a line
break. Reference marks become citations; edit links, hidden text and images leave nothing, but
stars drawn as pictures ("4/5 stars") leave the words they carry for readers who do not see them.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml.html import HtmlElement

from filmdossier.model.text import Citation, MarkKind
from filmdossier.read.builder import Run
from filmdossier.read.html_tree import classes, is_hidden

Marks = tuple[tuple[MarkKind, str], ...]

_KINDS = {"i": MarkKind.ITALIC, "em": MarkKind.ITALIC, "cite": MarkKind.ITALIC, "b": MarkKind.BOLD, "strong": MarkKind.BOLD}
_SKIPPED_CLASSES = frozenset(
    [
        "mw-editsection",
        "noprint",
        "Inline-Template",
        "Z3988",
        "mw-cite-backlink",
        "mw-empty-elt",
        "error",
        "navbar",
        "plainlinksneverexpand",
        "ext-phonos",
        "mw-references-wrap",
        "shortdescription",
    ]
)
_RATING_TITLE = re.compile(
    r"\s*\d(?:\d|\.\d{1,2})?\s*(?:/|out of|of)\s*\d{1,3}(?:\s+stars?)?\s*|\s*(?:\d(?:\.\d)?|\d?½)\s+stars?\s*", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_WIKI_PATH = re.compile(r"(?:https?:)?(?://[^/?#]{1,100})?/wiki/([^?#]+)|\./([^?#]+)")


class Inline:
    """Reads inline HTML; ``citations`` are the page's references by the id of their list entry."""

    def __init__(self, citations: Mapping[str, Citation] | None = None) -> None:
        self._citations = citations or {}

    def runs(self, element: HtmlElement, marks: Marks = ()) -> list[Run]:
        """What ``element`` encloses."""
        return list(self._inside(element, marks))

    def of(self, element: HtmlElement, marks: Marks = ()) -> Iterator[Run]:
        """``element`` itself, without its tail."""
        if not isinstance(element.tag, str):
            return
        tag, named = element.tag, classes(element)
        if "reference" in named and tag in ("sup", "span"):
            yield from self._reference(element)
            return
        if (drawn := drawn_rating(element)) is not None:
            yield Run(drawn, marks)
            return
        if tag in ("img", "rp") or is_hidden(element) or named & _SKIPPED_CLASSES:
            return
        if tag == "br":
            yield Run("\n", marks)
            return
        kind = None if tag == "cite" and "citation" in named else _KINDS.get(tag)
        if kind is None and _italic_by_style(element):
            kind = MarkKind.ITALIC
        if tag == "a" and (target := link_target(element)):
            marks = (*marks, (MarkKind.LINK, target))
        elif kind is not None and (kind, "") not in marks:
            marks = (*marks, (kind, ""))
        yield from self._inside(element, marks)

    def _inside(self, element: HtmlElement, marks: Marks) -> Iterator[Run]:
        if element.text:
            yield Run(_SPACE.sub(" ", element.text), marks)
        for child in element:
            yield from self.of(child, marks)
            if child.tail:
                yield Run(_SPACE.sub(" ", child.tail), marks)

    def _reference(self, element: HtmlElement) -> Iterator[Run]:
        for link in element.iter("a"):
            fragment = (link.get("href") or "").rpartition("#")[2]
            citation = self._citations.get(fragment) or self._citations.get(unquote(fragment))
            if citation is not None:
                yield Run("", citation=citation)
                return


def link_target(link: HtmlElement) -> str:
    """The title of the page linked to, or the URL; '' for links inside the page and for files."""
    href = (link.get("href") or "").strip()
    page = _WIKI_PATH.match(href)
    if page is not None:
        target = unquote(page.group(1) or page.group(2)).replace("_", " ")
        return "" if target.partition(":")[0] in ("File", "Image", "Special", "Help", "Category", "Template") else target
    if not href or href.startswith("#") or href.lower().startswith(("javascript:", "data:", "mailto:")):
        return ""
    title = link.get("title") or ""
    if "redlink=1" in href and title:
        return title.removesuffix(" (page does not exist)")
    return href


def drawn_rating(element: HtmlElement) -> str | None:
    """The words of a rating drawn with pictures; None where the element is anything else."""
    label = element.get("title") or element.get("aria-label") or (element.get("alt") if element.tag == "img" else None)
    if not label or len(label) > 40 or not _RATING_TITLE.fullmatch(label):
        return None
    drawn = "".join(element.itertext()).strip()
    return label.strip() if not any(character.isalnum() for character in drawn) else None


def _italic_by_style(element: HtmlElement) -> bool:
    style = element.get("style")
    return style is not None and re.search(r"font-style\s{0,5}:\s{0,5}italic", style[:300]) is not None
