"""Keeps what was made of a library for as long as the library is what it was.

Every change raises the library's revision in its own transaction (:func:`changed`), whoever makes it,
so that what is kept under a revision is true of every view of that revision. Films, documents and decisions
have revisions of their own: most changes leave most of them as they are.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, Text, bindparam, cast, select, update

from filmdossier.store.tables import META

Made = TypeVar("Made")
REVISION, FILMS, DOCUMENTS, DECISIONS = REVISIONS = ("revision", "films", "documents", "decisions")
_READ = select(META.c.key, META.c.value)  # all few rows: to name some takes longer
_RAISE = (
    update(META)
    .values(value=cast(cast(META.c.value, Integer) + 1, Text))
    .where(META.c.key.in_(bindparam("raised", expanding=True)))
)


def revisions(connection: Connection) -> dict[str, str]:
    """The numbers of the last change of anything ("revision"), and of the last ones of films, documents and decisions."""
    return {key: value for key, value in connection.execute(_READ) if key in REVISIONS}


def changed(connection: Connection, *more: str) -> None:
    """Raises the revision, and ``more`` of :data:`REVISIONS`; for the transaction that changes something."""
    connection.execute(_RAISE, {"raised": (REVISION, *more)})


class Kept:
    """The things last asked for, at most ``most``, by what they are and the revision they were made of; threads may ask at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
        """What is kept under ``key``, made where there is nothing. Two that ask at once may both make it: it is the same."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Made = self._kept[key]
                return found
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
