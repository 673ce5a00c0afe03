"""The annotated documents beside the repository, and how they are parted into seen and unseen.

Nothing of them is in the repository. Rules are developed on the *seen* part; the *unseen* part is
only ever measured. The part of a document is a hash of its folder's name, so it never changes.
"""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1, sha256
from pathlib import Path
from types import ModuleType
from typing import Any

EVALUATION = Path(__file__).parents[2] / "shared" / "evaluate"


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of documents with the gold of what they say; ``gold`` maps a film's key to its entry."""

    folder: Path
    part: str  # "cases", "seen" or "unseen"
    gold: dict[str, Any]

    @property
    def documents(self) -> Path:
        """The folder to read."""
        return self.folder / "documents"


def available() -> bool:
    """Whether the annotated documents are there."""
    return (EVALUATION / "score.py").is_file()


def cases(*parts: str) -> Iterator[Case]:
    """The cases of the given parts, of all if none are given, in the order of their names."""
    for group in ("cases", "more"):
        for folder in sorted((EVALUATION / group).iterdir()):
            part = group if group == "cases" else _part(folder.name)
            if not parts or part in parts:
                yield Case(folder, part, json.loads((folder / "gold.json").read_text(encoding="utf-8")))


def own_cases(folder: Path) -> Iterator[Case]:
    """Cases of one's own, in folders of the same form below ``folder``, in the order of their names; their part is "own"."""
    for each in sorted(folder.iterdir()):
        yield Case(each, "own", json.loads((each / "gold.json").read_text(encoding="utf-8")))


def _part(name: str) -> str:
    return "unseen" if int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0 else "seen"


def digest() -> str:
    """A hash of every gold file and of the scorer: floors hold for these only."""
    hashed = sha256((EVALUATION / "score.py").read_bytes())
    for case in cases():
        hashed.update(case.folder.name.encode() + (case.folder / "gold.json").read_bytes())
    return hashed.hexdigest()[:16]


def scorer() -> ModuleType:
    """The scorer that comes with the annotated documents."""
    spec = importlib.util.spec_from_file_location("score", EVALUATION / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(EVALUATION / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
