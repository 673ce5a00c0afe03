"""Finds documents by the words in them.

What a person types enters; documents leave, the most telling first. On SQLite an index of words
(FTS5) is written in the transaction of the document itself, so that the two never part; PostgreSQL
looks through the texts. Words match whatever their case and, on SQLite, their accents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, not_, or_, select, text

from filmdossier.store.tables import DOCUMENTS, SEARCHABLE

MOST_TERMS = 16
# Weighing 20,000 documents takes 40 ms and tells nothing: a word that stands in all of them marks none.
MOST_RANKED = 3000
_LONGEST_TERM = 200
_TERM = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORD = re.compile(r"[^\W_]+")

# The words as they stand, without stems: names are what people look for, and a stemmer bends them.
_CREATE = "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, text, content='', tokenize=\"unicode61 remove_diacritics 2\")"
_ENTER = text("INSERT INTO words (rowid, title, text) VALUES (:number, :title, :text)")
# An index without a copy of the text must be told what it is to forget.
_FORGET = text("INSERT INTO words (words, rowid, title, text) VALUES ('delete', :number, :title, :text)")
# A word of the title weighs more: whoever types a title means the documents called so.
_FIND = text(
    "SELECT searchable.document FROM words JOIN searchable ON searchable.number = words.rowid "
    "WHERE words MATCH :query ORDER BY bm25(words, 4.0, 1.0), searchable.document LIMIT :limit OFFSET :offset"
)
_FIND_ANY = text(
    "SELECT searchable.document FROM words JOIN searchable ON searchable.number = words.rowid "
    "WHERE words MATCH :query ORDER BY words.rowid LIMIT :limit OFFSET :offset"
)
_COUNT = text("SELECT count(*) FROM words WHERE words MATCH :query")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that must stand one after the other. ``begins``: the last of them may go on; ``barred``: they must not be there."""

    words: tuple[str, ...]
    begins: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Documents by id, the most telling first (up to :data:`MOST_RANKED` of them), and how many there are in all."""

    documents: tuple[str, ...]
    total: int


def parse_query(typed: str) -> tuple[Term, ...]:
    """The terms of what a person typed: words, "words in quotation marks", -word for none of it, begin* for a beginning.

    Never an error: whatever holds no word says nothing. Of more than :data:`MOST_TERMS` the first count.
    """
    terms = []
    for minus, quoted, plain in _TERM.findall(typed.replace("“", '"').replace("”", '"').replace("„", '"')):
        barred = bool(minus) or (plain.startswith("-") and len(plain) > 1)
        words = tuple(_WORD.findall((quoted or plain)[:_LONGEST_TERM]))
        if words:
            terms.append(Term(words=words, begins=plain.endswith("*"), barred=barred))
    return tuple(terms[:MOST_TERMS])


def count_documents(connection: Connection, terms: Sequence[Term]) -> int:
    """How many documents hold every term that is not barred; 0 where all are barred or there are none."""
    if all(term.barred for term in terms):
        return 0
    if connection.dialect.name != "sqlite":
        return int(connection.execute(select(func.count()).select_from(_holding(terms).subquery())).scalar_one())
    return int(connection.execute(_COUNT, {"query": _match(terms)}).scalar_one())


def find_documents(connection: Connection, terms: Sequence[Term], total: int, *, limit: int, offset: int = 0) -> tuple[str, ...]:
    """The ids of a part of the ``total`` documents that :func:`count_documents` counts, the most telling first."""
    if offset >= total:
        return ()
    if connection.dialect.name != "sqlite":
        return tuple(connection.execute(_holding(terms).order_by(DOCUMENTS.c.id).limit(limit).offset(offset)).scalars())
    find = _FIND if total <= MOST_RANKED else _FIND_ANY
    return tuple(connection.execute(find, {"query": _match(terms), "limit": limit, "offset": offset}).scalars())


def create_search(connection: Connection) -> None:
    """Makes the index of words where the engine has one."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(_CREATE))


def enter_document(connection: Connection, document: dict[str, Any]) -> None:
    """Enters the words of a document's row; the row itself must be there."""
    if connection.dialect.name == "sqlite":
        number = row_number(document["id"])
        connection.execute(insert(SEARCHABLE), {"number": number, "document": document["id"]})
        connection.execute(_ENTER, _words(number, document))


def forget_document(connection: Connection, document: dict[str, Any]) -> None:
    """Takes the words of a document's row out again; the row must be what was entered."""
    if connection.dialect.name == "sqlite":
        number = row_number(document["id"])
        connection.execute(_FORGET, _words(number, document))
        connection.execute(delete(SEARCHABLE).where(SEARCHABLE.c.number == number))


def _words(number: int, document: dict[str, Any]) -> dict[str, Any]:
    return {"number": number, "title": document["title"] or "", "text": document["text"]}


def row_number(name: str) -> int:
    """The number of an id in an index of words: from the id, not counted up, so that the same documents give the same rows."""
    return int.from_bytes(sha256(name.encode()).digest()[:7], "big")


def _match(terms: Sequence[Term]) -> str:
    """The terms in FTS5's language; quoted, so that nothing typed is part of that language."""
    wanted = " AND ".join(_quoted(term) for term in terms if not term.barred)
    barred = " OR ".join(_quoted(term) for term in terms if term.barred)
    return f"({wanted}) NOT ({barred})" if barred else wanted


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.begins else "")


def _holding(terms: Sequence[Term]) -> Select[str]:
    """The documents that hold the terms, where the texts themselves are looked through."""
    conditions = []
    for term in terms:
        # \m and \M are where a word begins and ends.
        pattern = r"\m" + r"\W+".join(term.words) + ("" if term.begins else r"\M")
        held = or_(DOCUMENTS.c.text.op("~*")(pattern), func.coalesce(DOCUMENTS.c.title, "").op("~*")(pattern))
        conditions.append(not_(held) if term.barred else held)
    return select(DOCUMENTS.c.id).where(and_(*conditions))
