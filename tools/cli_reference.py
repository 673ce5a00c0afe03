"""Writes docs/cli.md: every command, argument and option, from the command line itself.

A test calls :func:`page` and compares, so that the page cannot fall behind.
"""

from pathlib import Path
from typing import Any

import typer

from filmdossier.present.cli import app

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

_HEAD = """# The command line

Written by `make docs` from the program itself; a test holds the two together.

Exit status: 0 when all is well, 1 when some documents failed (the others are in) or a film is not there, 2 for a usage error.
"""


def page() -> str:
    """The page's text."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("filmdossier", ["--help"], resilient_parsing=True)
    parts = [_HEAD, _table(group.params)]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        parts.append(f"## {name}\n\n{command.help.strip()}\n")
        further = getattr(command, "commands", {})
        if not further:
            parts += _usage(name, command)
        for second in further:
            parts.append(f"### {name} {second}\n\n{further[second].help.strip()}\n")
            parts += _usage(f"{name} {second}", further[second])
    return "\n".join(part for part in parts if part)


def _usage(name: str, command: Any) -> list[str]:
    arguments = "".join(f" {parameter.metavar}" for parameter in command.params if parameter.param_type_name == "argument")
    return [f"```\nfilmdossier {name}{arguments} [OPTIONS]\n```\n", _table(command.params)]


def _table(parameters: list[Any]) -> str:
    if not parameters:
        return ""
    rows = "".join(f"| {_named(parameter)} | {' | '.join(_told(parameter))} |\n" for parameter in parameters)
    return f"| Name | What it does | Default |\n|---|---|---|\n{rows}"


def _named(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`"
    names = ", ".join(parameter.opts)
    return f"`{names}`" if parameter.is_flag else f"`{names} {parameter.metavar}`"


def _told(parameter: Any) -> tuple[str, str]:
    """The help and the default; a default that is worked out when the command runs stands in the help."""
    words, _, stated = (parameter.help or "").partition("[default: ")
    default = stated.strip().removesuffix("]")
    if not default and isinstance(parameter.default, str | int) and not isinstance(parameter.default, bool):
        default = str(parameter.default)
    return words.strip(), f"`{default}`" if default else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
