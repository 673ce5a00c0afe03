"""Makes values out of what a person types: a text, or the fields of a structured value.

``Antonio Banderas`` is a director; ``{"actor": …, "character": …}`` a cast entry. What is not given
stays as it was. Passages are never typed: they are cited.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, cast, get_type_hints

from pydantic import TypeAdapter, ValidationError

from filmdossier.errors import DecisionError
from filmdossier.model.claim import Predicate, SpokenLine, Value, value_type
from filmdossier.model.text import Evidence

# What nobody types: passages, and what the machine notes for itself.
_NOT_TYPED = frozenset(
    {
        "words",
        "quotes",
        "praised",
        "criticised",
        "position",
        "stance_probability",
        "stance_given",
        "stance_passages",
        "rating_scale",
    }
)


def fields_of(predicate: Predicate) -> tuple[str, ...]:
    """The names of the fields that a value of this predicate has; () for one that is a text."""
    kind = value_type(predicate)
    return () if kind is str else tuple(field.name for field in fields(cast("Any", kind)) if field.name not in _NOT_TYPED)


def value_of(
    predicate: Predicate, given: str | Mapping[str, object], *, base: Value | None = None, passage: Evidence | None = None
) -> Value:
    """The value: ``given`` over ``base`` (the value there was), or on its own; ``passage`` are the words of a line of dialogue.

    An empty text leaves a field empty. DecisionError for a field there is none of, and for a text where it takes fields.
    """
    names = fields_of(predicate)
    if isinstance(given, str):
        if names and predicate is not Predicate.DIALOGUE:
            raise DecisionError(f"{predicate.value} has fields; give {', '.join(names)}")
        if not names:
            if not given.strip():
                raise DecisionError(f"{predicate.value} needs a value")
            return given.strip()
        given = {"speaker": given}
    if not names:
        raise DecisionError(f"{predicate.value} takes a text, not fields")
    unknown = sorted(set(given) - set(names))
    if unknown:
        raise DecisionError(f"{predicate.value} has no field {unknown[0]!r}; its fields are {', '.join(names)}")
    kind: Any = value_type(predicate)
    hints = get_type_hints(kind)
    read = {name: _read(predicate, name, hints[name], value) for name, value in given.items()}
    if predicate is Predicate.REVIEW and read.get("stance") is not None:
        # A person's word on the stance: neither stars nor words overrule it.
        read |= {"stance_given": True, "stance_probability": 1.0}
    if base is not None:
        return cast("Value", replace(cast("Any", base), **read))
    if kind is SpokenLine and passage is not None:
        read["words"] = passage
    try:
        return cast("Value", kind(**read))
    except TypeError:
        raise DecisionError(
            f"{predicate.value} needs more fields than {', '.join(read) or 'none'}; it has {', '.join(names)}"
        ) from None


def _read(predicate: Predicate, name: str, hint: Any, value: object) -> object:
    if isinstance(value, str):
        value = value.strip()
    if value == "" and hint is not str:
        value = () if "tuple" in str(hint) else None
    try:
        return TypeAdapter(hint).validate_python(value)
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        raise DecisionError(f"{predicate.value}: {name} cannot be {value!r} ({reason})") from None
