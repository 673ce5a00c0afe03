"""What every part of the record JSON is made of: quotations with their place, numbers, decisions.

Values of the record enter, plain dictionaries, numbers and text leave.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction

from filmdossier.model.decision import Ruling
from filmdossier.model.film import SetAside
from filmdossier.model.stated import Stated
from filmdossier.model.text import Evidence


def evidence_json(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """Each quotation with its document and its characters there."""
    return [{"document": e.document, "start": e.span.start, "end": e.span.end, "quote": e.quote} for e in evidence]


def whole(value: float | None) -> int | float | None:
    """Whole numbers as integers, so that 70 % reads ``70``."""
    return int(value) if value is not None and value == int(value) else value


def rounded(value: float) -> float:
    """A probability to four digits."""
    # Four digits say more than any calibration can; the tail of a binary fraction says nothing.
    return round(value, 4)


def decided(statement: Stated | SetAside) -> dict[str, object]:
    """What every statement ends with: its id, and the decision that made it what it is."""
    ruling = statement.decision
    return {"id": statement.id, "decision": None if ruling is None else ruling_json(ruling)}


def ruling_json(ruling: Ruling) -> dict[str, object]:
    """What a record says of a decision, as a dictionary."""
    return {
        "id": ruling.decision,
        "verdict": ruling.verdict.value,
        "about": ruling.about,
        "by": ruling.decided_by,
        "at": ruling.decided_at,
        "why": ruling.why,
        "was": plain_json(ruling.was),
        "unfound": ruling.unfound,
        "missing": ruling.missing,
    }


def plain_json(value: object) -> object:
    """A claim's value as JSON: text stays text, a structured value becomes an object of its fields."""
    if isinstance(value, Evidence):
        return evidence_json([value])[0]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, float):
        return whole(value)
    if isinstance(value, tuple):
        return [plain_json(item) for item in value]
    if is_dataclass(value):
        return {field.name: plain_json(getattr(value, field.name)) for field in fields(value)}
    return value
