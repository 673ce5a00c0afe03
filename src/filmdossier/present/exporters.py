"""The formats a record can be exported in, and how a file is written.

Each format's own module is imported when the format is asked for.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filmdossier.errors import FilmdossierError

if TYPE_CHECKING:
    from filmdossier.model.film import FilmRecord


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the end of its files' names, and what writes a record in it."""

    suffix: str
    text_of: "Callable[[FilmRecord], str]"


def _json(record: "FilmRecord") -> str:
    from filmdossier.present.export.json_record import dumps

    return dumps(record)


def _gexf(record: "FilmRecord") -> str:
    from filmdossier.present.export.gexf import dumps

    return dumps(record)


EXPORTERS = {"json": Exporter(".json", _json), "gexf": Exporter(".gexf", _gexf)}


def write_text(path: Path | None, text: str) -> None:
    """Writes a file whole or not at all; to standard output where ``path`` is None or "-"."""
    if path is None or str(path) == "-":
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise FilmdossierError(f"{path} cannot be written ({error.strerror or error}); choose another place") from error
    finally:
        beside.unlink(missing_ok=True)
