"""Reads an encyclopedia article: wikitext, bare or in an XML page export, in; a document out.

The infobox becomes labelled fields, tables and track listings labelled rows, references citations
at their place; templates are shown as their reader sees them. Markup that does not close is taken
as text. Refuses redirects (:class:`NoText`, naming the page redirected to), pages without words and
XML that cannot be parsed (:class:`BrokenFile`).
"""

import re

from lxml import etree

from filmdossier.errors import BrokenFile, NoText
from filmdossier.model.text import Document, Origin, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.wikitext.expand import Expander
from filmdossier.read.wikitext.layout import Layout
from filmdossier.read.wikitext.syntax import parse

_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[([^\]|#\n]{1,255})", re.IGNORECASE)


def read_wikitext(raw_text: str, source: Source, *, title: str | None = None) -> Document:
    """The document of an article's source text.

    ``title`` is the page's title where the caller knows it; otherwise the document takes the one the
    text sets for display, or the infobox's name, or the first bold words of the lead.
    """
    redirect = _REDIRECT.match(raw_text)
    if redirect:
        raise NoText(source.origin, f"it only redirects to “{redirect.group(1).strip()}”", "add that article instead")
    text = raw_text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = re.sub(r"</?(?:noinclude|onlyinclude)\s*/?>", "", text, flags=re.IGNORECASE)
    nodes = parse(text)
    page = Expander(title=title or "")
    page.gather_references(nodes)
    pieces = page.expand(nodes)
    builder = DocumentBuilder(source, title=title)
    Layout(builder).write(pieces)
    if page.categories:
        builder.field("category", page.categories, origin=Origin.CATEGORIES)
    builder.title = title or page.display_title or None
    document = builder.build()
    if not document.text.strip():
        raise NoText(source.origin, "the article holds no words", "check that the file is complete")
    if document.title is None:
        builder.title = _title(document)
        document = builder.build()
    return document


def _title(document: Document) -> str | None:
    """The infobox's name, or the first bold words of the lead; None where there is neither."""
    for block in document.fields(Origin.INFOBOX):
        if block.label in ("name", "title", "show_name") and block.cells:
            return block.cells[0].items[0].of(document.text)
    for mark in document.marks:
        if mark.kind == "bold":
            return mark.span.of(document.text)
    return None


def read_page_xml(raw: bytes, source: Source) -> Document:
    """The document of the first page of a ``<page>`` or ``<mediawiki>`` export.

    Entities are never expanded and nothing is fetched.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenFile(source.origin, f"it is no well-formed XML ({error})", "export the page again") from error
    title = _element_text(root, "title")
    text = _element_text(root, "text")
    if text is None:
        raise BrokenFile(source.origin, "the export holds no page text", "export the page again with its current text")
    return read_wikitext(text, source, title=title.strip() if title and title.strip() else None)


def _element_text(root: etree._Element, name: str) -> str | None:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rsplit("}", 1)[-1] == name:
            return "".join(str(part) for part in element.itertext())
    return None
