"""Decisions as JSON objects: what the store keeps of them, and a line of the file they are exported to.

A decision enters and plain dictionaries leave, keys in a fixed order, nothing that is empty; and
back again, with every class's own checks. docs/decisions-file.md describes the format.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from filmdossier.errors import DecisionError
from filmdossier.model.claim import Predicate, Value, value_type
from filmdossier.model.decision import (
    Act,
    Add,
    Choose,
    Confirm,
    Correct,
    Decision,
    Dismiss,
    FilmReference,
    KeptPassage,
    MergeFilms,
    MergeNames,
    NameKind,
    Reject,
    SplitFilm,
    SplitNames,
    Statement,
    Undo,
    Verdict,
)

_Row = TypeVar("_Row", bound=Mapping[str, Any])
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_ID = re.compile(r"[0-9a-f]{8,64}")
_FILM: TypeAdapter[FilmReference] = TypeAdapter(FilmReference)
_PASSAGE: TypeAdapter[KeptPassage] = TypeAdapter(KeptPassage)


def to_json(decision: Decision) -> dict[str, Any]:
    """The decision as a dictionary; DecisionError where it holds what no text file can."""
    return _writable(_dictionary(decision))


def _dictionary(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "at": decision.decided_at,
        "by": decision.decided_by,
        "verdict": decision.verdict.value,
        "film": _filled(_FILM.dump_python(decision.film, mode="json")),
        **_act(decision.act),
        **({"why": decision.why} if decision.why else {}),
    }


def from_json(row: Mapping[str, Any]) -> Decision:
    """The decision of a dictionary; one without an id gets its own. DecisionError for what is none, with the reason."""
    try:
        _writable(row)
        decision = Decision.make(
            film=_FILM.validate_python(dict(row["film"])),
            act=_read_act(Verdict(row["verdict"]), row),
            decided_by=_text(row["by"]),
            decided_at=_text(row["at"]),
            why=_text(row.get("why", "")),
        )
        # The id is kept, not made anew: a later program may hash differently, and undoings name it.
        known = _text(row.get("id", decision.id))
        if not _ID.fullmatch(known):
            raise DecisionError(f"{known!r} is no decision's id; leave it out and the decision gets one")
    except KeyError as error:
        raise DecisionError(f"a decision without {error.args[0]!r}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise DecisionError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise DecisionError(str(error)) from None
    return Decision(
        id=known,
        film=decision.film,
        act=decision.act,
        decided_by=decision.decided_by,
        decided_at=decision.decided_at,
        why=decision.why,
    )


def _writable(row: _Row) -> _Row:
    written = json.dumps(row, ensure_ascii=False)
    if "\\u0000" in written or _NO_CHARACTER.search(written):
        raise DecisionError("it holds characters that are none; type the text again")
    return row


def _act(act: Act) -> dict[str, Any]:
    match act:
        case Confirm(statement=statement) | Reject(statement=statement) | Add(statement=statement):
            return {"statement": _statement(statement)}
        case Correct(statement=statement, value=value, source=source):
            right = {"value": _value(statement.predicate, value)}
            return {"statement": _statement(statement), **right, **_filled({"source": _passages(source)})}
        case Choose(conflict=conflict, side=side, words=words):
            return {"conflict": conflict, "side": words, "statement": _statement(side)}
        case Dismiss(conflict=conflict):
            return {"conflict": conflict}
        case MergeNames(kind=kind, name=name, into=into):
            return {"kind": kind.value, "name": name, "into": into}
        case SplitNames(kind=kind, name=name, other=other):
            return {"kind": kind.value, "name": name, "other": other}
        case MergeFilms(into=into):
            return {"into": _filled(_FILM.dump_python(into, mode="json"))}
        case SplitFilm(documents=documents, title=title, year=year):
            return {"documents": list(documents), "title": title, **({} if year is None else {"year": year})}
        case Undo(decision=decision):
            return {"decision": decision}


def _read_act(verdict: Verdict, row: Mapping[str, Any]) -> Act:
    match verdict:
        case Verdict.CONFIRM:
            return Confirm(statement=_read_statement(row["statement"]))
        case Verdict.REJECT:
            return Reject(statement=_read_statement(row["statement"]))
        case Verdict.ADD:
            return Add(statement=_read_statement(row["statement"]))
        case Verdict.CORRECT:
            statement = _read_statement(row["statement"])
            value = _read_value(statement.predicate, row["value"])
            return Correct(statement=statement, value=value, source=_read_passages(row.get("source", [])))
        case Verdict.CHOOSE:
            return Choose(conflict=_text(row["conflict"]), side=_read_statement(row["statement"]), words=_text(row["side"]))
        case Verdict.DISMISS:
            return Dismiss(conflict=_text(row["conflict"]))
        case Verdict.MERGE_NAMES:
            return MergeNames(kind=NameKind(row["kind"]), name=_text(row["name"]), into=_text(row["into"]))
        case Verdict.SPLIT_NAMES:
            return SplitNames(kind=NameKind(row["kind"]), name=_text(row["name"]), other=_text(row["other"]))
        case Verdict.MERGE_FILMS:
            return MergeFilms(into=_FILM.validate_python(dict(row["into"])))
        case Verdict.SPLIT_FILM:
            year = row.get("year")
            documents = tuple(_text(one) for one in row["documents"])
            return SplitFilm(documents=documents, title=_text(row["title"]), year=None if year is None else int(year))
        case Verdict.UNDO:
            return Undo(decision=_text(row["decision"]))


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "predicate": statement.predicate.value,
        "value": _value(statement.predicate, statement.value),
        **_filled({"forms": list(statement.forms), "passages": _passages(statement.passages)}),
    }


def _read_statement(row: Mapping[str, Any]) -> Statement:
    predicate = Predicate(row["predicate"])
    return Statement(
        id=_text(row["id"]),
        predicate=predicate,
        value=_read_value(predicate, row["value"]),
        forms=tuple(_text(form) for form in row.get("forms", ())),
        passages=_read_passages(row.get("passages", ())),
    )


def _passages(passages: tuple[KeptPassage, ...]) -> list[dict[str, Any]]:
    return [_PASSAGE.dump_python(passage, mode="json") for passage in passages]


def _read_passages(rows: Any) -> tuple[KeptPassage, ...]:
    return tuple(_PASSAGE.validate_python(dict(row)) for row in rows)


# The classes of values overlap in shape, so the predicate chooses the class; a union would guess.
@cache
def _values(predicate: Predicate) -> TypeAdapter[Any]:
    return TypeAdapter(value_type(predicate))


def _value(predicate: Predicate, value: Value) -> Any:
    dumped = _values(predicate).dump_python(value, mode="json")
    return _filled(dumped) if isinstance(dumped, dict) else dumped


def _read_value(predicate: Predicate, row: Any) -> Value:
    value: Value = _values(predicate).validate_python(row)
    return value


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that are empty: a line of a file should show what was said."""
    return {key: value for key, value in row.items() if value not in (None, "", [], False)}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise DecisionError(f"{value!r} should be a text")
    return value
