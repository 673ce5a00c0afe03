"""Decisions as a page lists them: what was decided, by whom, when and why, and whether it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from filmdossier.present.deciding_words import decision_words
from filmdossier.run.deciding import HistoryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A decision in words. ``new`` marks the one just taken; one that does not ``hold`` was undone."""

    id: str
    words: str
    by: str
    at: str
    moment: str
    why: str
    holds: bool
    new: bool


def decisions_made(entries: Iterable[HistoryEntry], *, about: str = "", new: str = "") -> tuple[Made, ...]:
    """The decisions in the order given; those on one statement only where ``about`` names it."""
    return tuple(
        Made(
            id=entry.decision.id,
            words=decision_words(entry.decision),
            by=entry.decision.decided_by,
            at=entry.decision.decided_at,
            moment=_moment(entry.decision.moment),
            why=entry.decision.why,
            holds=entry.holds,
            new=entry.decision.id == new,
        )
        for entry in entries
        if not about or entry.decision.about == about
    )


def _moment(at: datetime) -> str:
    return f"{at.day} {at:%B %Y, %H:%M} UTC"
