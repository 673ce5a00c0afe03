"""What a library keeps beside documents and claims: failures, and the decisions of people."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.claim import Predicate, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read.

    ``sha256`` is '' where the file was never opened (missing, too large); ``error`` is the class
    of the error, ``reason`` what is wrong, ``remedy`` what the user can do.
    """

    origin: str
    sha256: str
    error: str
    reason: str
    remedy: str


class Verdict(StrEnum):
    """What a person decided on a statement."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's decision on a statement about a film. Made by :meth:`make`.

    It names the film, the predicate and the value rather than a claim, since claims come and go
    with every reading and a decision stays. ``correction`` is the right value, None unless the
    verdict is CORRECT. ``decided_at`` is an ISO 8601 time given by the caller.
    """

    id: str
    film: str
    predicate: Predicate
    value: Value
    verdict: Verdict
    correction: Value | None
    decided_by: str
    decided_at: str
    why: str

    @classmethod
    def make(
        cls,
        *,
        film: str,
        predicate: Predicate,
        value: Value,
        verdict: Verdict,
        decided_by: str,
        decided_at: str,
        correction: Value | None = None,
        why: str = "",
    ) -> "Decision":
        """The decision, with its id: one person has one decision on one statement."""
        return cls(
            id=hashlib.sha256(repr((film, predicate, value, decided_by)).encode()).hexdigest()[:20],
            film=film,
            predicate=predicate,
            value=value,
            verdict=verdict,
            correction=correction,
            decided_by=decided_by,
            decided_at=decided_at,
            why=why,
        )

    def __post_init__(self) -> None:
        if (self.correction is not None) != (self.verdict is Verdict.CORRECT):
            raise ValueError(f"a correction goes with the verdict 'correct', not {self.verdict.value!r}")
