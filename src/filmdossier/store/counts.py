"""Keeps what was counted of a library for as long as the library is what it was.

Every change raises the library's revision in its own transaction (:func:`changed`), whoever makes it,
so that a number kept under a revision is true of every view of that revision.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from sqlalchemy import Connection, Integer, Text, cast, select, update

from filmdossier.store.tables import META

_MOST = 1000
_REVISION = select(META.c.value).where(META.c.key == "revision")
_RAISE = update(META).where(META.c.key == "revision").values(value=cast(cast(META.c.value, Integer) + 1, Text))


def revision(connection: Connection) -> str:
    """The number of the library's last change."""
    found: str = connection.execute(_REVISION).scalar_one()
    return found


def changed(connection: Connection) -> None:
    """Raises the revision; for the transaction that changes something."""
    connection.execute(_RAISE)


class Counts:
    """Numbers by what they count and the revision under which it was counted; threads may ask at once."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Hashable, ...], int] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[Hashable, ...], count: Callable[[], int]) -> int:
        """The number kept under ``key``, counted where there is none."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = count()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return found
