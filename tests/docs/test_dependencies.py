"""What filmdossier brings to a user's machine is needed, permitted and written down."""

import ast
import tomllib
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import licences
from support.shared import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# starlette reads forms with it, if it is there.
LOADED_BY_OTHERS = {"python-multipart"}
DIRECT = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}


def test_every_installed_package_has_a_permitted_licence() -> None:
    refused = {package.name: package.licence for package in licences.packages() if not licences.suits(package.licence)}
    assert not refused


def test_copyleft_and_unknown_licences_are_refused() -> None:
    for expression in (
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "LGPL-2.1-only",
        "MIT AND GPL-2.0-only",
        "(MIT OR GPL-2.0-only) AND GPL-3.0-only",
        "MIT MIT",
        "",
    ):
        assert not licences.suits(expression), expression
    for expression in ("MIT", "Apache-2.0 AND CNRI-Python", "MPL-1.1 OR GPL-2.0-only", "(MIT OR Apache-2.0)"):
        assert licences.suits(expression), expression


def test_every_dependency_is_listed_with_its_licence() -> None:
    page = (REPOSITORY / "docs" / "licences.md").read_text(encoding="utf-8")
    for package in licences.packages():
        if package.name in DIRECT:
            assert f"| {package.name} | {package.licence} |" in page, f"{package.name}: run `make docs`"


def test_every_dependency_is_justified() -> None:
    decision = (REPOSITORY / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    assert not [name for name in sorted(DIRECT) if f"| {name} |" not in decision]


def test_every_dependency_is_used_and_every_import_is_a_dependency() -> None:
    imported: set[str] = set()
    for path in (REPOSITORY / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                imported.add(node.module.split(".")[0])
    providers = packages_distributions()
    used = {canonicalize_name(name) for module in imported for name in providers.get(module, [])} - {"filmdossier"}
    assert used == DIRECT - LOADED_BY_OTHERS
