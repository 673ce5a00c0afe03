"""Keeps what was made of a library for as long as the library is what it was.

Every change raises the library's revision in its own transaction (:func:`changed`), whoever makes it,
so that what is kept under a revision is true of every view of that revision. The films have a revision
of their own: most changes leave them as they are.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, Text, cast, select, update

from filmdossier.store.tables import META

Made = TypeVar("Made")
REVISIONS = ("revision", "films")
_READ = select(META.c.key, META.c.value).where(META.c.key.in_(REVISIONS))
_RAISE = update(META).values(value=cast(cast(META.c.value, Integer) + 1, Text))
_RAISE_ONE = _RAISE.where(META.c.key == "revision")
_RAISE_BOTH = _RAISE.where(META.c.key.in_(REVISIONS))


def revisions(connection: Connection) -> dict[str, str]:
    """The numbers of the last change of anything ("revision"), and of the last one of the films ("films")."""
    return {row.key: row.value for row in connection.execute(_READ)}


def changed(connection: Connection, *, films: bool = False) -> None:
    """Raises the revision, and with ``films`` that of the films; for the transaction that changes something."""
    connection.execute(_RAISE_BOTH if films else _RAISE_ONE)


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
