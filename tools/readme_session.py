"""Writes the session in README.md anew: the commands are run on the example documents, and what they print is put under them.

A test runs the same commands and compares, so that the README shows what the program does.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
BEGIN, END = "<!-- written by `make docs` -->\n", "<!-- end -->\n"

COMMANDS = (
    "filmdossier read examples",
    "filmdossier films",
    "filmdossier show Desperado --part conflicts",
    "filmdossier show 'Scarface (1983)' --part reception",
    "filmdossier dossier Desperado -o desperado.html",
)


def session() -> str:
    """The commands with their output, as a fenced block."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        parts = [f"$ {command}\n{_output(command, Path(folder))}" for command in COMMANDS]
    return "```\n" + "\n".join(parts) + "```\n"


def _output(command: str, folder: Path) -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    arguments = [sys.executable, "-m", "filmdossier.present.cli", *shlex.split(command)[1:]]
    ran = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    return "".join(f"{line.rstrip()}\n" for line in ran.stdout.strip("\n").splitlines())


def with_session(page: str, shown: str) -> str:
    """The page with the session between its marks."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}{shown}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(with_session(PAGE.read_text(encoding="utf-8"), session()), encoding="utf-8")
