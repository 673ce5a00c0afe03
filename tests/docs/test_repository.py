"""What the repository says of itself is true."""

import re
import subprocess

import pytest

import filmdossier
from support.shared import REPOSITORY

# Home folders and the work folders of build machines; the root of a path, so that /users/ in a URL is none.
_MACHINE_PATH = re.compile(r"(?<![\w.:/)}-])(?:/(?:home|Users|root|work|workspace|builds?|private/var)/\w|[A-Z]:\\Users\\)")
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def _files() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).is_file()]


def test_the_changelog_has_this_version() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(filmdossier.__version__)}\b", changelog, re.MULTILINE)


def test_no_file_holds_a_path_of_the_machine_it_was_written_on() -> None:
    found = []
    for name in _files():
        raw = (REPOSITORY / name).read_bytes()
        if b"\0" not in raw[:8192] and name != "tests/docs/test_repository.py":
            found += [f"{name}: {match.group()}" for match in _MACHINE_PATH.finditer(raw.decode("utf-8", errors="replace"))]
    assert not found


@pytest.mark.parametrize(
    ("text", "is_path"),
    [
        ("see /home/anna", True),
        ("/" + "root/x", True),
        (r"C:\Users\anna", True),
        ("https://a.org/home/x", False),
        ("src/work/x", False),
    ],
)
def test_machine_paths_are_told_from_others(text: str, is_path: bool) -> None:
    assert bool(_MACHINE_PATH.search(text)) is is_path


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for name in _files():
        if name.endswith(".md") and not name.startswith("examples/"):
            page = REPOSITORY / name
            targets = _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
            broken += [f"{name}: {target}" for target in targets if not (page.parent / target).exists()]
    assert not broken


def test_every_decision_is_listed() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    listed = set(_LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        word
        for name in _files()
        if name.endswith((".md", ".py")) and not name.startswith("examples/")
        for word in re.findall(r"`make ([a-z]+)", (REPOSITORY / name).read_text(encoding="utf-8"))
    }
    assert {"demo", "test"} <= named
    assert named <= targets
