"""Parses HTML into a tree that is safe to walk, and answers what is visible in it.

Enters text; leaves an lxml tree without comments, at most ``DEEPEST`` elements deep. Nothing is
executed, fetched or expanded: entities other than characters are left as text. Refuses pages
nested so deeply that the parser gives up, since it would drop the rest of the page in silence.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import ParserError, XPath, _Element, iterwalk
from lxml.html import HtmlElement

from filmdossier.errors import BrokenFile, NoText

DEEPEST = 150

# One step per level: a path is found in one pass where counting ancestors would take one per element.
_TOO_DEEP = XPath("/*" * (DEEPEST + 2))

_SILENT = (
    "script",
    "style",
    "template",
    "noscript",
    "object",
    "iframe",
    "svg",
    "math",
    "select",
    "textarea",
    "canvas",
    "audio",
    "video",
)
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)


def parse_html(text: str, path: str) -> HtmlElement:
    """The page's root element."""
    # The text is decoded: what the page says of its encoding no longer holds.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    markup = text.replace("\0", "").encode("utf-8", errors="replace")
    try:
        root = lxml.html.document_fromstring(markup, parser=parser)
    except ParserError as error:
        raise NoText(path, "the page is empty", "save the page again once it has loaded") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise BrokenFile(path, "its tags are nested thousands deep", "save the page again or export it as plain text")
    return _flattened(root)


def drop_silent(root: HtmlElement) -> None:
    """Removes the elements that hold no words for readers; their tails stay."""
    for element in list(root.iter(*_SILENT)):
        if element.getparent() is not None:
            element.drop_tree()


def classes(element: HtmlElement) -> frozenset[str]:
    """The element's classes."""
    return frozenset((element.get("class") or "").split())


def is_hidden(element: HtmlElement) -> bool:
    """Whether the page hides the element by its own attributes."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style[:500]) is not None)


def is_block(element: HtmlElement) -> bool:
    """Whether the element starts a new line."""
    return element.tag in _BLOCKS


def holds_blocks(element: HtmlElement) -> bool:
    """Whether any block lies inside the element."""
    return next(element.iterdescendants(*_BLOCKS), None) is not None


def language_of(root: HtmlElement) -> str:
    """The page's language as it says itself, without the country; "en" where it says nothing."""
    return (root.get("lang") or "").replace("_", "-").partition("-")[0].lower() or "en"


def text_of(element: HtmlElement) -> str:
    """The element's words with single spaces."""
    return words_of(element)


def words_of(element: _Element) -> str:
    """The words of any tree's element with single spaces; a line break is one."""
    pieces = _broken_text(element) if _BROKEN(element) else map(str, element.itertext())
    return " ".join("".join(pieces).split())


_BROKEN = XPath("boolean(.//br | .//lb)")


def _broken_text(element: _Element) -> Iterator[str]:
    for event, node in iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield " " if node.tag in ("br", "lb") else ""
            yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def _flattened(root: HtmlElement) -> HtmlElement:
    """Takes away the tags (not the text) of whatever lies too deep, so that walking cannot overflow the stack."""
    tops: list[HtmlElement] = list(_TOO_DEEP(root))  # type: ignore[arg-type]
    too_deep = [element for top in tops for element in top.iter()]
    for element in too_deep:
        element.drop_tag()
    return root
