"""The records of the example documents are the ones that were checked by hand.

After a change that is meant to move them: ``make golden``, read the difference, commit it with the change.
"""

import difflib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from filmdossier.model.film import FilmRecord
from filmdossier.run.library import Summary, read_paths
from filmdossier.run.records import film_records
from filmdossier.store import Store
from support.golden import render

HERE = Path(__file__).parent
FILMS = ("desperado-1995", "scarface-1932", "scarface-1983")


@dataclass(frozen=True)
class Library:
    """What reading the examples gave."""

    summary: Summary
    records: dict[str, FilmRecord]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Library:
    folder = tmp_path_factory.mktemp("golden")
    # Beside the library, so that the documents are named as a user would see them.
    shutil.copytree(examples, folder / "examples")
    with Store.open(folder / "examples.db") as store:
        summary = read_paths([folder / "examples"], store)
        with store.view() as view:
            return Library(summary, {record.film.id: record for record in film_records(view)})


def test_every_document_is_read(library: Library) -> None:
    assert library.summary.failures == ()
    assert len(library.summary.read) == 8


def test_only_the_page_on_a_person_has_no_film(library: Library) -> None:
    assert [Path(origin).name for origin in library.summary.without_film] == ["robert-rodriguez.txt"]


def test_the_films_are_these_and_no_others(library: Library) -> None:
    assert sorted(library.records) == sorted(FILMS)


@pytest.mark.parametrize("film", FILMS)
def test_golden(film: str, library: Library, request: pytest.FixtureRequest) -> None:
    file = HERE / film / "record.txt"
    found = render(library.records[film])
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
        return
    golden = file.read_text(encoding="utf-8")
    difference = difflib.unified_diff(golden.splitlines(), found.splitlines(), "checked by hand", "found now", lineterm="", n=1)
    if found != golden:
        pytest.fail("\n".join((f"{film}: the record has changed", *difference)), pytrace=False)


def test_there_is_a_golden_record_for_each_film() -> None:
    assert {folder.name for folder in HERE.iterdir() if (folder / "record.txt").is_file()} == set(FILMS)
