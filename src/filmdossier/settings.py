"""The settings of a run, from ``filmdossier.toml`` and the environment.

A folder and environment variables enter; frozen :class:`Settings` leave. ``FILMDOSSIER_WORKERS=2``
in the environment beats ``workers = 2`` in the file; an option of a command beats both. A key that
is not known and a value that cannot be are refused by name.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from filmdossier.errors import SettingsError

FILE_NAME = "filmdossier.toml"
PREFIX = "FILMDOSSIER_"
# A secret, which has no place in a file that is shown around: read where it is used, and only from the environment.
KEY_VARIABLE = "FILMDOSSIER_ANNOTATOR_KEY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may use. ``workers`` None for one per core, 0 to read in one process."""

    library: str = "filmdossier.db"
    workers: int | None = None
    time_limit_seconds: float = 60.0
    size_limit_megabytes: int = 50
    memory_limit_megabytes: int = 4000
    annotator_timeout_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a setting takes: ``read`` gives its value or raises ValueError."""

    allowed: str
    read: Callable[[object], object]


def load_settings(folder: Path, environment: Mapping[str, str]) -> Settings:
    """The settings that hold in ``folder``; the defaults where nothing sets them."""
    values: dict[str, object] = {}
    for key, value in _from_file(folder / FILE_NAME).items():
        values[key] = _checked(key, value, f"{FILE_NAME}: {key}")
    for name, text in sorted(environment.items()):
        key = name.removeprefix(PREFIX).lower()
        if name.startswith(PREFIX) and name != KEY_VARIABLE:
            values[key] = _checked(key, text, name)
    known: dict[str, object] = {field.name: values[field.name] for field in fields(Settings) if field.name in values}
    return Settings(**known)  # type: ignore[arg-type]  # each value was made by its rule


def _from_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} cannot be opened ({error.strerror}); check its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML ({error}); write one 'key = value' a line") from error


def _checked(key: str, value: object, named: str) -> object:
    rule = _RULES.get(key)
    if rule is None:
        close = get_close_matches(key, _RULES, n=1)
        meant = f"did you mean {close[0]}?" if close else f"known are {', '.join(_RULES)}"
        raise SettingsError(f"{named} is no setting; {meant}")
    try:
        return rule.read(value)
    except (ValueError, OverflowError):
        raise SettingsError(f"{named} is {value!r}; it takes {rule.allowed}") from None


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value


def _number(value: object) -> float:
    # TOML's true is Python's True, which is a number: a slip, not a 1.
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(value)
    return float(value)


def _within(least: float, most: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        number = _number(value)
        if not least <= number <= most:
            raise ValueError(value)
        return number

    return read


def _whole(least: int, most: int) -> Callable[[object], int]:
    within = _within(least, most)

    def read(value: object) -> int:
        number = within(value)
        if number != int(number):
            raise ValueError(value)
        return int(number)

    return read


_RULES = {
    "library": _Rule("the path of a file, or postgresql+psycopg://USER@HOST/NAME", _text),
    "workers": _Rule("a whole number from 0 (one process) to 256", _whole(0, 256)),
    "time_limit_seconds": _Rule("a number of seconds from 1 to 86400", _within(1, 86_400)),
    "size_limit_megabytes": _Rule("a whole number of megabytes from 1 to 2000", _whole(1, 2000)),
    "memory_limit_megabytes": _Rule("a whole number of megabytes from 500 to 1000000", _whole(500, 1_000_000)),
    "annotator_timeout_seconds": _Rule("a number of seconds from 1 to 3600", _within(1, 3600)),
}
