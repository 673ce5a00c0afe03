"""What every statement of a record has in common."""

from dataclasses import dataclass

from filmdossier.model.decision import Ruling
from filmdossier.model.text import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement of a record: the passages it opens on, and what it follows from.

    ``id`` names it by its meaning, ``claims`` are the ids of the claims it follows from, and ``decision`` is
    the editor's that made it what it is (None where nobody decided).
    """

    evidence: tuple[Evidence, ...]
    id: str = ""
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None
