"""The passages inside values: a review's quotations and aspects, a line's words.

A value enters; its evidence leaves, or the same value with other evidence in its places.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from filmdossier.model.text import Evidence

Cited = TypeVar("Cited")


def evidence_inside(value: object) -> Iterator[Evidence]:
    """Every piece of evidence inside a value, in the order of its fields."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from evidence_inside(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidence_inside(getattr(value, field.name))


def with_evidence(value: Cited, moved: Callable[[Evidence], Evidence | None]) -> Cited:
    """The value with each piece of evidence replaced; where ``moved`` gives None, what rested on it is left out.

    Only lists can be left shorter: evidence that a field must have stays as it is.
    """
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if isinstance(part, tuple):
            changes[field.name] = tuple(found for item in part if (found := _item(item, moved)) is not None)
        elif isinstance(part, Evidence):
            changes[field.name] = moved(part) or part
    return replace(value, **changes)


def _item(item: Any, moved: Callable[[Evidence], Evidence | None]) -> Any:
    """An item of a list, or None where the evidence it rested on is gone."""
    if isinstance(item, Evidence):
        return moved(item)
    rests_on = tuple(evidence_inside(item))
    if rests_on and not any(moved(one) for one in rests_on):
        return None
    return with_evidence(item, moved)
