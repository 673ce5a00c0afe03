"""Reads encyclopedia articles in wikitext, bare or inside an XML page export."""

from filmdossier.read.wikitext.reader import read_page_xml, read_wikitext

__all__ = ["read_page_xml", "read_wikitext"]
