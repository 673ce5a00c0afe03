"""Writes docs/licences.md: every package that filmdossier brings to a user's machine, and its licence.

Read from the metadata of the installed packages, following the requirements of filmdossier itself
(no extras, no development tools). A test calls the same functions, so that a new dependency with a
licence that does not suit fails the build.
"""

import ast
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parent.parent / "docs" / "licences.md"

# Identifiers of the SPDX list. The Mozilla licences ask for the source of their own files only.
PERMITTED = frozenset(
    [
        "MIT",
        "MIT-0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "Apache-2.0",
        "ISC",
        "PSF-2.0",
        "CNRI-Python",
        "W3C",
        "MPL-1.1",
        "MPL-2.0",
        "Unlicense",
        "CC0-1.0",
        "Zlib",
    ]
)

# Older metadata holds words where the identifier should be.
_WORDS = {
    "mit license": "MIT",
    "bsd license": "BSD",
    "the bsd 2-clause license": "BSD-2-Clause",
    "apache software license": "Apache-2.0",
    "3-clause bsd license": "BSD-3-Clause",
    "isc license (iscl)": "ISC",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "w3c license": "W3C",
    # pypdfium2: its own code and PDFium, with the permissive libraries that PDFium is built from
    # (AGG, libtiff, FreeType under its own licence, ...).
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package: its licence as an SPDX expression, and which packages ask for it."""

    name: str
    licence: str
    asked_for_by: tuple[str, ...]


def packages(root: str = "filmdossier") -> tuple[Package, ...]:
    """Everything that installing ``root`` brings along, by name; ``root`` itself is left out."""
    found: dict[str, Distribution] = {}
    askers: dict[str, set[str]] = {}
    waiting: list[tuple[str, frozenset[str]]] = [(root, frozenset())]
    done: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in done:
            continue
        done.add((name, extras))
        found[name] = distribution(name)
        for line in found[name].requires or ():
            wanted = Requirement(line)
            if wanted.marker and not any(wanted.marker.evaluate({"extra": extra}) for extra in {"", *extras}):
                continue
            other = canonicalize_name(wanted.name)
            askers.setdefault(other, set()).add(name)
            waiting.append((other, frozenset(wanted.extras)))
    return tuple(
        Package(name, licence(found[name]), tuple(sorted(askers[name] - {name}))) for name in sorted(found) if name != root
    )


def licence(package: Distribution) -> str:
    """The licence of a package as an SPDX expression; '' where its metadata name none we know."""
    metadata = package.metadata
    expression = metadata.get("License-Expression")
    if expression:
        return expression
    stated = (metadata.get("License") or "").strip()
    if stated in PERMITTED:
        return stated
    classifiers = [
        line.rsplit("::", 1)[-1].strip() for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    known = [_WORDS[words.casefold()] for words in (stated, *classifiers) if words.casefold() in _WORDS]
    return known[0] if known else ""


def suits(expression: str) -> bool:
    """Whether a licence is permitted: all parts of an AND, at least one part of an OR; exceptions (WITH) are not understood."""
    words = re.findall(r"[()]|[^\s()]+", expression)
    logic = {"AND": "and", "OR": "or", "(": "(", ")": ")"}
    try:
        tree = ast.parse(" ".join(logic.get(word, str(word in PERMITTED)) for word in words), mode="eval")
    except SyntaxError:
        return False
    return _holds(tree.body)


def _holds(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = [_holds(value) for value in node.values]
        return all(parts) if isinstance(node.op, ast.And) else any(parts)
    return isinstance(node, ast.Constant) and node.value is True


def page(listed: tuple[Package, ...]) -> str:
    """The page's text."""
    lines = [
        "# Licences",
        "",
        "filmdossier is under the Apache License 2.0. Installing it brings these packages along; the list is",
        "written by `make docs` from what the packages say of themselves, and a test refuses any licence outside",
        f"this set: {', '.join(sorted(PERMITTED))}.",
        "",
        "| Package | Licence | Asked for by |",
        "|---|---|---|",
    ]
    lines += [f"| {package.name} | {package.licence} | {', '.join(package.asked_for_by)} |" for package in listed]
    lines += [
        "",
        "`tld` is offered under three licences, of which we use it under MPL-1.1. The optional extra `postgresql`",
        "adds psycopg (LGPL-3.0), which is why it is an extra: nothing that everybody installs is under a copyleft",
        "licence.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(packages()), encoding="utf-8")
