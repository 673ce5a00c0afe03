"""Reads files into the library while pages are served: one reading after the other, each watched from its own page.

Readings live as long as the server. Their files lie in the library's folder first and are documents
afterwards; a server that is killed in between leaves files that the next one finds and offers to read.
"""

import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from logging import getLogger
from pathlib import Path
from queue import SimpleQueue

from filmdossier.errors import FilmdossierError
from filmdossier.model.annotations import FilmHint
from filmdossier.model.library import Failure
from filmdossier.run.files import origin_of
from filmdossier.run.library import Summary, read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store

_KEPT = 50  # readings whose pages can still be opened
_LOG = getLogger(__name__)


@dataclass(slots=True)
class Reading:
    """Files on their way into the library. ``refused`` were not taken; ``summary`` and ``error`` are None until it is over."""

    id: str
    paths: tuple[Path, ...]
    refused: tuple[Failure, ...]
    hint: FilmHint | None
    total: int
    done: int = 0
    summary: Summary | None = None
    error: str | None = None
    finished: set[str] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.summary is not None or self.error is not None


class Readings:
    """The queue of readings and the one thread that works it off."""

    def __init__(self, store: Store, limits: Limits, on_read: Callable[[], None]) -> None:
        self._store = store
        self._limits = limits
        self._on_read = on_read
        self._queue: SimpleQueue[Reading | None] = SimpleQueue()
        self._kept: dict[str, Reading] = {}
        self._thread = threading.Thread(target=self._work, name="readings", daemon=True)

    def start(self) -> None:
        """Begins to read what is queued."""
        self._thread.start()

    def close(self) -> None:
        """Lets the reading that runs come to its end, and no other begin."""
        self._queue.put(None)

    def add(self, paths: Sequence[Path], refused: Sequence[Failure] = (), hint: FilmHint | None = None) -> Reading:
        """A reading of these files, queued; over at once where there are none."""
        reading = Reading(id=secrets.token_hex(8), paths=tuple(paths), refused=tuple(refused), hint=hint, total=len(paths))
        self._kept[reading.id] = reading
        for old in list(self._kept)[:-_KEPT]:
            if self._kept[old].is_over:
                del self._kept[old]
        if paths:
            self._queue.put(reading)
        else:
            reading.summary = Summary(read=(), unchanged=(), failures=(), without_film={}, kept=frozenset(), tracebacks={})
        return reading

    def get(self, id_: str) -> Reading | None:
        """The reading of this id; None where there is none any more."""
        return self._kept.get(id_)

    def origin(self, path: Path) -> str:
        """The origin of a file as a document."""
        return origin_of(path, self._store.folder)

    def _work(self) -> None:
        while (reading := self._queue.get()) is not None:
            try:
                self._read(reading)
            except FilmdossierError as error:
                reading.error = str(error)
            except Exception as error:  # whatever breaks one reading, the next must come to its turn
                _LOG.exception("a reading broke")
                reading.error = f"internal error: {type(error).__name__}: {error}; report it, with what the server printed"

    def _read(self, reading: Reading) -> None:
        def advanced(done: int, total: int, origin: str) -> None:
            reading.done, reading.total = done, total
            reading.finished.add(origin)

        summary = read_paths(reading.paths, self._store, reading.hint, advanced, limits=self._limits)
        self._on_read()
        reading.summary = summary
