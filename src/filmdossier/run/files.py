"""Finds the files to read in what the user named, and gives each its origin.

Paths of files and folders enter; files leave, each once, sorted by origin. Folders are walked
without following links to folders; hidden files, what systems and programs leave lying about and
the library itself are passed over. A file that is named is taken whatever it is called.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filmdossier.model.library import Failure

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r", "filmdossier.toml"})
_LIBRARY_PARTS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read. ``origin`` is its stable name in the library; ``named`` tells that the user named the very file."""

    path: Path
    origin: str
    named: bool


def find_files(paths: Iterable[Path], folder: Path, library: Path | None = None) -> tuple[list[FoundFile], list[Failure]]:
    """The files under ``paths``, and what could not be looked into; origins are relative to ``folder``."""
    found: dict[str, FoundFile] = {}
    failures: list[Failure] = []
    own = {f"{library}{part}" for part in _LIBRARY_PARTS} if library else set()

    def refused(error: OSError) -> None:
        failures.append(unreadable(origin_of(Path(error.filename), folder), error))

    for path in paths:
        if not path.is_dir():
            origin = origin_of(path, folder)
            found[origin] = FoundFile(path=path, origin=origin, named=True)
            continue
        for where, folders, names in os.walk(path, onerror=refused):
            folders[:] = [name for name in folders if not _is_litter(name)]
            for name in names:
                inside = Path(where, name)
                if not _is_litter(name) and str(_absolute(inside)) not in own:
                    origin = origin_of(inside, folder)
                    found.setdefault(origin, FoundFile(path=inside, origin=origin, named=False))
    return [found[origin] for origin in sorted(found)], failures


def origin_of(path: Path, folder: Path) -> str:
    """The stable name of a file: its path seen from ``folder``; absolute where no path leads there."""
    absolute = _absolute(path)
    try:
        seen = Path(os.path.relpath(absolute, folder))
    except ValueError:  # another drive
        seen = absolute
    # A name that is not text in the file system's encoding must still be text in the library.
    return seen.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def unreadable(origin: str, error: OSError) -> Failure:
    """The failure of a file that the system will not give us."""
    reason = f"it cannot be opened ({error.strerror or error})"
    remedy = "check that it exists and that you may read it"
    return Failure(origin=origin, sha256="", error=type(error).__name__, reason=reason, remedy=remedy)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 -- resolve() would follow links and change names


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.casefold() in _LITTER
