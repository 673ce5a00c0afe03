"""Reads the header of a Markdown file: YAML between ``---`` lines or TOML between ``+++`` lines.

Enters the file's text; leaves its keys with their values as written (no dates, numbers or truth
values are made of them: ``grade: A-`` and ``date: 2007-12-10`` must quote the file) and the body.
A header that does not parse is read line by line. Refuses YAML aliases and tags: nothing is built
or expanded.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

_YAML = re.compile(r"\ufeff?\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\ufeff?\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_KEY_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_ITEM_LINE = re.compile(r"[ \t]*-[ \t]+(.*)$")
_DEEPEST = 20

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``fields``: key (nested ones joined by dots) and its values; ``rows``: keys that hold a list of mappings."""

    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: tuple[tuple[str, tuple[Row, ...]], ...] = ()

    def first(self, *keys: str) -> str | None:
        """The first value of the first of ``keys`` that is there; None where none is."""
        for key in keys:
            for name, values in self.fields:
                if name.lower() == key and values and values[0].strip():
                    return values[0].strip()
        return None


class _PlainLoader(yaml.BaseLoader):
    """Leaves every scalar a string and knows no aliases, which can expand without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The header of ``text`` and the text after it; an empty header where there is none."""
    if (found := _YAML.match(text)) is not None and _looks_like_keys(found.group(1)):
        return _of_yaml(found.group(1)), text[found.end() :]
    if (found := _TOML.match(text)) is not None:
        try:
            return _collected(tomllib.loads(found.group(1))), text[found.end() :]
        except (tomllib.TOMLDecodeError, RecursionError):
            return _by_lines(found.group(1).replace(" = ", ": ")), text[found.end() :]
    return FrontMatter(), text


def _looks_like_keys(header: str) -> bool:
    # Two rules around a paragraph are no header.
    lines = [line for line in header.split("\n") if line.strip() and not line.startswith("#")]
    return not lines or _KEY_LINE.match(lines[0]) is not None


def _of_yaml(header: str) -> FrontMatter:
    try:
        loaded = yaml.load(header, Loader=_PlainLoader)  # noqa: S506 - a BaseLoader, it builds strings, lists and mappings only
    except (yaml.YAMLError, RecursionError, ValueError):
        return _by_lines(header)
    return _collected(loaded) if isinstance(loaded, dict) else _by_lines(header)


def _collected(loaded: Mapping[Any, object]) -> FrontMatter:
    fields: list[tuple[str, tuple[str, ...]]] = []
    rows: list[tuple[str, tuple[Row, ...]]] = []

    def visit(path: str, value: object, depth: int) -> None:
        if depth > _DEEPEST:
            fields.append((path, (str(value),)))
        elif isinstance(value, dict):
            for key, inner in value.items():
                visit(f"{path}.{key}" if path else str(key), inner, depth + 1)
        elif isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
            rows.append((path, tuple({str(key): _scalar(inner) for key, inner in entry.items()} for entry in value)))
        elif isinstance(value, list):
            fields.append((path, tuple(_scalar(entry) for entry in value)))
        else:
            fields.append((path, (_scalar(value),)))

    visit("", loaded, 0)
    return FrontMatter(tuple(fields), tuple(rows))


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_scalar(entry) for entry in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_scalar(entry)}" for key, entry in value.items())
    return "" if value is None else str(value)


def _by_lines(header: str) -> FrontMatter:
    fields: list[tuple[str, list[str]]] = []
    for line in header.split("\n"):
        if (key := _KEY_LINE.match(line)) is not None:
            fields.append((key.group(1), [_unquoted(key.group(2))] if key.group(2) else []))
        elif fields and (item := _ITEM_LINE.match(line)) is not None:
            fields[-1][1].append(_unquoted(item.group(1)))
        elif fields and line.strip() and not line.lstrip().startswith("#"):
            values = fields[-1][1]
            values[-1:] = [f"{values[-1]} {line.strip()}" if values else line.strip()]
    return FrontMatter(tuple((key, tuple(values)) for key, values in fields))


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
