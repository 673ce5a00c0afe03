"""Brings a library of an older format up to date: tables that came since are made and filled, nothing is dropped.

What a library holds is only ever added to, so that one upgrade, in one transaction, serves every
older format. Each later format names here what it fills from what was there before.
"""

from collections.abc import Callable

from sqlalchemy import Connection, select, update

from filmdossier.store.search import create_search, enter_document
from filmdossier.store.tables import DOCUMENTS, META, METADATA, SCHEMA_VERSION


def upgrade(connection: Connection, found: int) -> None:
    """Makes a library of the format ``found`` one of :data:`SCHEMA_VERSION`."""
    METADATA.create_all(connection)
    create_search(connection)
    for version, fill in _FILLS.items():
        if found < version:
            fill(connection)
    connection.execute(update(META).where(META.c.key == "schema").values(value=str(SCHEMA_VERSION)))


def _index_words(connection: Connection) -> None:
    for document in connection.execute(select(DOCUMENTS.c.id)).scalars().all():
        row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document)).mappings().one()
        enter_document(connection, dict(row))


_FILLS: dict[int, Callable[[Connection], None]] = {2: _index_words}
