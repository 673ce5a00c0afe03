"""Names the program that made a result, so that an upgrade reads again what it would read differently."""

from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import filmdossier

_PACKAGE = Path(filmdossier.__file__).parent


@cache
def reading_version(*plugins: str) -> str:
    """The version of everything that decides what a document is read to: our stages and the libraries they use.

    ``plugins`` are the identities of the annotators plugged in: with another one, documents are read again.
    """
    return _digest(("model", "read", "annotate", "extract"), _libraries(), *(f"\0{plugin}" for plugin in plugins))


@cache
def linking_version() -> str:
    """The version of everything that decides which film a topic is."""
    return _digest(("model", "link"))


@cache
def records_version() -> str:
    """The version of everything that decides what a record says of given claims, and of what is summarised from it."""
    return _digest(("model", "reconcile", "reception", "run", "store"))


def _digest(folders: tuple[str, ...], *more: str) -> str:
    # The files themselves, not a number somebody must remember to raise: a forgotten one leaves stale claims for ever.
    digest = sha256()
    for folder in folders:
        for path in sorted((_PACKAGE / folder).rglob("*"), key=lambda path: path.relative_to(_PACKAGE).as_posix()):
            if path.is_file() and path.suffix not in (".pyc", ".pyo"):
                digest.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    for part in more:
        digest.update(part.encode())
    return digest.hexdigest()[:16]


def _libraries() -> str:
    try:
        required = metadata.requires("filmdossier") or []
    except metadata.PackageNotFoundError:
        return ""
    names = sorted({_name(requirement) for requirement in required if "extra ==" not in requirement})
    return "\n".join(f"{name}=={_installed(name)}" for name in names)


def _name(requirement: str) -> str:
    return "".join(character if character.isalnum() or character in "-_." else " " for character in requirement).split()[0]


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
