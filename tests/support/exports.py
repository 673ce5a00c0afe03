"""Records that try every export: any words wherever a document's words can stand, and films of which little is known."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from filmdossier.model.claim import Claim
from filmdossier.model.film import DocumentSummary, FilmRecord
from filmdossier.model.text import Evidence, Span
from support.records import crowded, desperado, hostile, record, silent
from support.stories import long_story, short_story

# What breaks formats: their own signs, and letters that programs stumble over.
BREAKERS = (
    '"', "'", "|", "||", "{{", "}}", "[[", "]]", "\t", "\n", "\r\n", "<", ">", "</movie>", "]]>", "-->", "<!--", "&", "&amp;", "=cmd|' /C calc'!A0", "+1",
    "-1", "@SUM(1)", "'''", "~~~~", "__NOTOC__", "<nowiki>", "</ref>", "{{!}}", "\u202e", "\u2028", "\u00a0", "\x00", "\x1b[31m", "\ufffe", "\U0001f3ac", "עברית", "电影",
    "Q42", "LAST\tP31\tQ5", "||LAST|P31|Q5||", '"\tS854\t"http://x', "/", " / ", ",", ";", "*/", "/*", "\\", "\\N", "%", "#", "; DROP TABLE", "http://a.example/|b", "\ud800",
    "a" * 2000,
)  # fmt: skip
SOME_WORDS = st.lists(st.one_of(st.sampled_from(BREAKERS), st.text(max_size=12), st.just("word")), min_size=1, max_size=6).map(
    "".join
)
# Identity and bookkeeping, which no document writes.
_KEPT = {
    "id",
    "document",
    "path",
    "kind",
    "sha256",
    "identifiers",
    "claims",
    "check",
    "scale",
    "origin",
    "extractor",
    "subject",
    "as_of",
    "blocks",
}


def unknown() -> FilmRecord:
    """A film of which only the title is known."""
    film = silent()
    return replace(record((), ()), film=replace(film.film, id="nameless", title="Nameless", year=None))


RECORDS = (desperado, silent, hostile, unknown, short_story, long_story, crowded)


def filled(words: str) -> FilmRecord:
    """A record with every kind of statement in which all that documents say is ``words``."""
    base = desperado()
    documents = tuple(replace(document, text=f"{words}\n{document.text}", title=words) for document in base.documents)
    return replace(_filled(base, words), documents=documents)


def _filled(node: Any, words: str) -> Any:
    if isinstance(node, Evidence):
        if words.strip():
            return Evidence(document=node.document, span=Span(0, len(words)), quote=words)
        shift = len(words) + 1
        return replace(node, span=Span(node.span.start + shift, node.span.end + shift))
    if isinstance(node, tuple):
        return tuple(_filled(one, words) for one in node)
    if isinstance(node, str) and not isinstance(node, Enum):
        return words
    if is_dataclass(node) and not isinstance(node, DocumentSummary | Claim):
        changed = {
            part.name: _filled(getattr(node, part.name), words) for part in fields(node) if part.name not in _KEPT
        }  # fmt: skip
        return replace(node, **changed)  # type: ignore[type-var]
    return node


def shown_as(text: str) -> str:
    """How a text that holds halves of surrogate pairs is written."""
    return text.encode("utf-8", "replace").decode()
