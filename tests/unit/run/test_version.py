"""The version changes with what decides the result, and with nothing else."""

import shutil
from pathlib import Path

import pytest

from filmdossier.run import version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package that may be changed."""
    copy = tmp_path / "filmdossier"
    shutil.copytree(Path(version.__file__).parents[1], copy)
    monkeypatch.setattr(version, "_PACKAGE", copy)
    return copy


def versions() -> tuple[str, str]:
    version.reading_version.cache_clear()
    version.linking_version.cache_clear()
    try:
        return version.reading_version(), version.linking_version()
    finally:
        version.reading_version.cache_clear()
        version.linking_version.cache_clear()


def test_a_copy_elsewhere_is_the_same_version(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = versions()
    other = package.rename(package.parent / "moved")
    monkeypatch.setattr(version, "_PACKAGE", other)
    assert versions() == copied


@pytest.mark.parametrize(
    ("changed", "reading", "linking"),
    [
        ("extract/__init__.py", True, False),
        ("annotate/words.txt", True, False),
        ("link/films.py", False, True),
        ("model/claim.py", True, True),
        ("present/cli.py", False, False),
        ("extract/__pycache__/registry.cpython-311.pyc", False, False),
    ],
)
def test_changes_that_count(package: Path, changed: str, reading: bool, linking: bool) -> None:
    before = versions()
    path = package / changed
    path.parent.mkdir(exist_ok=True)
    with path.open("ab") as file:
        file.write(b"\n# a change\n")
    after = versions()
    assert (before[0] != after[0], before[1] != after[1]) == (reading, linking)


def test_a_new_release_of_a_library_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions()
    monkeypatch.setattr("importlib.metadata.version", lambda name: "999" if name == "lxml" else "1")
    after = versions()
    assert after[0] != before[0]
    assert after[1] == before[1]
