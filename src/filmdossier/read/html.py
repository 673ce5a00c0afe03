"""Reads HTML pages.

Enters text; leaves the article of a MediaWiki page, or the main text of any other page with the
data it carries for programs. Nothing on the page is executed or fetched.
"""

from filmdossier.model.text import Document, Source
from filmdossier.read.html_article import read_article_page
from filmdossier.read.html_encyclopedia import article_of, read_encyclopedia_page
from filmdossier.read.html_tree import drop_silent, parse_html


def read_html(text: str, source: Source) -> Document:
    """The document in the page ``text``."""
    root = parse_html(text, source.origin)
    article = article_of(root)
    if article is None:
        return read_article_page(root, source)
    drop_silent(root)
    return read_encyclopedia_page(root, article, source)
