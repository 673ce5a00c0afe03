"""Reads the pages of encyclopedias and wikis made with MediaWiki.

Enters the page's tree; leaves its article as the editors wrote it: infobox, headings, paragraphs,
lists, quotations, tables, captions, categories, with references as citations. Navigation, contents,
maintenance notices, hidden text and reference lists leave nothing.
"""

import re
from urllib.parse import unquote

from lxml.html import HtmlElement

from filmdossier.model.text import Document, Origin, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.html_inline import Inline
from filmdossier.read.html_references import references
from filmdossier.read.html_tree import classes, language_of, text_of
from filmdossier.read.html_walk import Walker

_SITE_SUFFIX = re.compile(r"\s+[-–—|•]\s+[^-–—|•]{1,60}$")


def article_of(root: HtmlElement) -> HtmlElement | None:
    """The element that holds the article's text; None where the page is not MediaWiki's."""
    found = [element for element in root.iter("div") if "mw-parser-output" in classes(element)]
    if not found:
        return next((element for element in root.iter("div", "body") if "mw-body-content" in classes(element)), None)
    return max(found, key=lambda element: sum(1 for _ in element.iter()))


def read_encyclopedia_page(root: HtmlElement, article: HtmlElement, source: Source) -> Document:
    """The document in ``article``, the text of the page ``root``."""
    builder = DocumentBuilder(source, title=_title(root), language=language_of(root))
    walker = Walker(builder, Inline(references(root)))
    walker.walk(article)
    walker.finish()
    _add_categories(builder, root)
    return builder.build()


def _title(root: HtmlElement) -> str | None:
    for element in root.iter("h1"):
        if (
            (element.get("id") or "") == "firstHeading"
            or "page-header__title" in classes(element)
            or "mw-first-heading" in classes(element)
        ):
            return text_of(element) or None
    title = next(root.iter("title"), None)
    return (_SITE_SUFFIX.sub("", text_of(title)) or None) if title is not None else None


def _add_categories(builder: DocumentBuilder, root: HtmlElement) -> None:
    links = next((element for element in root.iter("div") if element.get("id") == "mw-normal-catlinks"), None)
    if links is not None:
        names = [text_of(entry) for entry in links.iter("li")]
    else:
        # Pages as the wiki's programming interface gives them carry their categories as links in the head of the text.
        found = [link.get("href") or "" for link in root.iter("link") if "mw:PageProp/Category" in (link.get("rel") or "")]
        names = [unquote(href.partition("Category:")[2].partition("#")[0]).replace("_", " ") for href in found]
    builder.leave_sections()
    builder.field("category", names, origin=Origin.CATEGORIES)
