"""Every setting is documented, with its default."""

from dataclasses import fields

from filmdossier.settings import PREFIX, Settings
from support.shared import REPOSITORY

ROWS = {
    cells[0].strip("`"): cells[1:]
    for line in (REPOSITORY / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| `") and (cells := [cell.strip() for cell in line.strip("|").split("|")])
}


def test_every_setting_is_documented_and_no_other() -> None:
    assert list(ROWS) == [field.name for field in fields(Settings)]


def test_the_names_and_defaults_are_right() -> None:
    for field, (variable, default, meaning) in zip(fields(Settings), ROWS.values(), strict=True):
        assert variable == f"`{PREFIX}{field.name.upper()}`"
        assert default == ("one for each core" if field.default is None else f"`{field.default}`")
        assert meaning
