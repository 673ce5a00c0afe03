"""Settings: where they come from, and what they refuse."""

import re
from pathlib import Path

import pytest

from filmdossier.errors import SettingsError
from filmdossier.settings import Settings, load_settings


def test_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"HOME": "/root"}) == Settings()


def test_the_environment_beats_the_file(tmp_path: Path) -> None:
    (tmp_path / "filmdossier.toml").write_text('library = "films.db"\nworkers = 3\ntime_limit_seconds = 1.5\n')
    settings = load_settings(tmp_path, {"FILMDOSSIER_WORKERS": "0", "FILMDOSSIER_SIZE_LIMIT_MEGABYTES": " 10 "})
    assert settings == Settings(library="films.db", workers=0, time_limit_seconds=1.5, size_limit_megabytes=10)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("workers = -1", "workers is -1; it takes a whole number from 0"),
        ("workers = 1.5", "workers is 1.5; it takes a whole number"),
        ("workers = true", "workers is True; it takes a whole number"),
        ('workers = "many"', "workers is 'many'; it takes"),
        ("workers = nan", "workers is nan"),
        ("time_limit_seconds = inf", "time_limit_seconds is inf; it takes a number of seconds from 1 to 86400"),
        ("time_limit_seconds = 0", "time_limit_seconds is 0; it takes"),
        ("size_limit_megabytes = []", "size_limit_megabytes is []; it takes"),
        ("library = 7", "library is 7; it takes the path of a file"),
        ('library = " "', "library is ' '; it takes"),
        ("worker = 2", "worker is no setting; did you mean workers?"),
        ("colour = 2", "colour is no setting; known are library, workers"),
        ("[limits]", "limits is no setting"),
        ("workers 2", "is not TOML"),
    ],
)
def test_bad_lines_are_refused_by_name(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "filmdossier.toml").write_text(line)
    with pytest.raises(SettingsError, match=re.escape(message)):
        load_settings(tmp_path, {})


def test_bad_variables_are_refused_by_name(tmp_path: Path) -> None:
    for name, value in (("FILMDOSSIER_WORKERS", "two"), ("FILMDOSSIER_WRKERS", "2"), ("FILMDOSSIER_LIBRARY", "")):
        with pytest.raises(SettingsError, match=name):
            load_settings(tmp_path, {name: value})


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "filmdossier.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is not TOML"):
        load_settings(tmp_path, {})
    (tmp_path / "filmdossier.toml").unlink()
    (tmp_path / "filmdossier.toml").mkdir()
    with pytest.raises(SettingsError, match="cannot be opened"):
        load_settings(tmp_path, {})
