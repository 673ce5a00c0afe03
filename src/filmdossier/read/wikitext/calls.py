"""A template call as the functions that render templates see it: its name and its arguments, expanded on demand."""

import re
from dataclasses import dataclass, field
from typing import Protocol

from filmdossier.read.builder import Run
from filmdossier.read.wikitext.inline import items, joined, plain
from filmdossier.read.wikitext.pieces import Piece, Text, stripped
from filmdossier.read.wikitext.syntax import Node, Template


class Expands(Protocol):
    """What a rendering function may ask of the article around it."""

    title: str
    display_title: str

    def expand(self, nodes: list[Node]) -> list[Piece]: ...

    def plain(self, nodes: list[Node]) -> str: ...

    def reference(self, content: str, group: str = "") -> list[Piece]: ...

    def named_reference(self, name: str) -> list[Piece]: ...


def template_name(name: list[Node], page: Expands) -> str:
    """The name in lower case with single spaces; '' where it is no name."""
    text = name[0] if len(name) == 1 and isinstance(name[0], str) else page.plain(name)
    text = re.sub(r"[\s_]+", " ", text).strip().lower()
    return re.sub(r"^(?:template|t|subst|safesubst|msgnw) ?: ?", "", text)


@dataclass(slots=True)
class Call:
    """One use of a template."""

    name: str
    template: Template
    page: Expands
    _values: dict[str, list[Node]] = field(default_factory=dict)
    _written: dict[str, str] = field(default_factory=dict)
    _expanded: dict[str, list[Piece]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        position = 0
        for parameter in self.template.parameters:
            key = re.sub(r"[\s_]+", " ", parameter.name).strip().lower() if parameter.named else ""
            if not parameter.named:
                position += 1
                key = str(position)
            # The last value given wins, as on the page, but an empty one never hides words.
            if _given(parameter.value) or key not in self._values:
                self._values[key] = parameter.value
                self._written[key] = parameter.name

    @property
    def keys(self) -> list[str]:
        """The names of the arguments in order, positional ones as "1", "2", …; lower case."""
        return list(self._values)

    def written(self, key: str) -> str:
        """The name of an argument as the source spells it."""
        return " ".join(self._written[key].split())

    def has(self, *names: str) -> bool:
        """Whether one of the named arguments is given and not blank."""
        return any(_given(self._values.get(name, [])) for name in names)

    def pieces(self, *names: str) -> list[Piece]:
        """The first of the named arguments that is given, expanded, without white space at its ends."""
        for name in names:
            if self.has(name):
                if name not in self._expanded:
                    # Once only, or templates nested in each other would cost twice as much a level.
                    self._expanded[name] = stripped(self.page.expand(self._values[name]))
                return list(self._expanded[name])
        return []

    def text(self, *names: str) -> str:
        """The same in plain words on one line; '' where none is given."""
        for name in names:
            if self.has(name):
                value = self._values[name]
                if len(value) == 1 and isinstance(value[0], str) and not _MARKUP.search(value[0]):
                    return " ".join(value[0].split())
                return plain(joined(self.pieces(name))).strip()
        return ""

    def items(self, *names: str) -> list[list[Run]]:
        """The separate entries of an argument."""
        return items(self.pieces(*names))

    def positional(self) -> list[list[Piece]]:
        """The positional arguments in order, expanded; blank ones are kept as empty lists."""
        return [self.pieces(key) for key in self._positions()]

    def words(self) -> list[str]:
        """The positional arguments in plain words."""
        return [self.text(key) for key in self._positions()]

    def _positions(self) -> list[str]:
        return sorted(
            (key for key in self._values if key.isdecimal() and key.isascii() and 0 < len(key) < 5 and key != "0"), key=int
        )

    def flag(self, *names: str) -> bool:
        """Whether one of the named arguments says yes."""
        return self.text(*names).lower() in ("y", "yes", "true", "1", "on")


_MARKUP = re.compile(r"[<>&'\[\]{}]")


def _given(value: list[Node]) -> bool:
    return any(not isinstance(node, str) or node.strip() for node in value)


def text_piece(text: str) -> list[Piece]:
    """Plain words as pieces."""
    return [Text(text, (), raw=False)] if text else []


def listed(entries: list[list[Piece]]) -> list[Piece]:
    """Entries as the lines of a list."""
    out: list[Piece] = []
    for entry in entries:
        if any(not isinstance(piece, Text) or piece.text.strip() for piece in entry):
            out += [Text("\n* "), *entry]
    return [*out, Text("\n")] if out else []
