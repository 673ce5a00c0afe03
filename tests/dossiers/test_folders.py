"""The same documents in another folder give the same record, but for ids and paths."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from filmdossier.present.export.json_record import to_json
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_records
from filmdossier.store import Store
from support.shared import REPOSITORY

_NAMES_THE_FOLDER = {"id", "claims", "document", "documents", "evidence", "path"}


def said(folder: Path, example: str) -> list[Any]:
    """What the records of an example say, read from a copy of it in ``folder``."""
    shutil.copytree(REPOSITORY / "examples" / example, folder / example)
    with Store.open(folder / "library.db") as store:
        read_paths([folder / example], store, limits=Limits(workers=0))
        with store.view() as view:
            return [_bare(to_json(record)) for record in film_records(view)]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _NAMES_THE_FOLDER}
    return [_bare(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("example", sorted(path.name for path in (REPOSITORY / "examples").iterdir() if path.is_dir()))
def test_another_folder_changes_nothing(example: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "another folder" / "below"
    first.mkdir()
    second.mkdir(parents=True)
    assert said(first, example) == said(second, example)
