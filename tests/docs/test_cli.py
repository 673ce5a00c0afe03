"""The documentation of the command line is what the command line says of itself."""

import re

import typer

import cli_reference
from filmdossier.present.cli import app
from support.shared import REPOSITORY

_COMMAND = re.compile(r"(?:\.venv/bin/)?filmdossier ([a-z]+)((?: [^\n`|>]+)?)")


def test_the_reference_is_up_to_date() -> None:
    assert cli_reference.PAGE.read_text(encoding="utf-8") == cli_reference.page(), "run `make docs`"


def test_every_command_and_option_says_what_it_does() -> None:
    rows = [line for line in cli_reference.page().splitlines() if line.startswith("| `")]
    assert rows
    assert not [row for row in rows if not row.split(" | ")[1].strip()]


def test_the_commands_that_the_documentation_shows_exist() -> None:
    """In fenced blocks and in code spans of every page: the command, and each of its options."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    shown = 0
    for page in (REPOSITORY / "README.md", REPOSITORY / "Makefile", *(REPOSITORY / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        code = re.findall(r"^```.*?^```|`[^`\n]+`", text, re.DOTALL | re.MULTILINE) if page.suffix == ".md" else [text]
        for command, rest in _COMMAND.findall("\n".join(code).replace("$(BIN)/", ".venv/bin/")):
            shown += 1
            assert command in commands, f"{page.name}: filmdossier {command}"
            found = commands[command]
            if further := getattr(found, "commands", {}):
                second = rest.split()[0] if rest.split() else ""
                assert not second or second.startswith(("-", "[")) or second in further, (
                    f"{page.name}: filmdossier {command} {second}"
                )
                found = further.get(second, found)
            known = {option for parameter in found.params for option in parameter.opts} | {"--help"}
            named = set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest))
            assert named <= known, f"{page.name}: filmdossier {command} {sorted(named - known)}"
    assert shown > 10
