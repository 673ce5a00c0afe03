"""A candidate: values that may answer a question, with what they rest on and what speaks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from filmdossier.model.answer import AnswerOrigin
from filmdossier.model.text import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """``features`` are the documented measurements that :mod:`filmdossier.ask.decide` weighs, by name."""

    values: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    origin: AnswerOrigin
    features: Mapping[str, float] = field(default_factory=dict)
