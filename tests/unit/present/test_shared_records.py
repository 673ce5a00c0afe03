"""Records of real documents, where they are at hand: valid JSON, a valid page, every line in the terminal."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import html5lib
import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from filmdossier.model.film import FilmRecord
from filmdossier.present import dossier, show
from filmdossier.present.export import json_record
from filmdossier.present.exporters import EXPORTERS
from filmdossier.run.library import read_paths
from filmdossier.run.linking import link_films
from filmdossier.run.records import film_records
from filmdossier.store import Store
from support.export_checks import check

pytestmark = pytest.mark.evaluation


@pytest.fixture(scope="module")
def records(evaluation: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[FilmRecord]]:
    """The records of the films of the cases."""
    with Store.open(str(tmp_path_factory.mktemp("library") / "cases.db")) as store:
        read_paths([evaluation / "cases"], store)
        link_films(store)
        with store.view() as view:
            yield list(film_records(view))


def test_the_export_follows_the_schema(records: list[FilmRecord]) -> None:
    assert records
    validator = Draft202012Validator(json_record.schema())
    for record in records:
        exported = json_record.to_json(record)
        assert [error.message for error in validator.iter_errors(exported)] == []


def test_the_page_is_valid_and_light(records: list[FilmRecord]) -> None:
    for record in records:
        page = dossier.render(record)
        assert len(page.encode()) < 1_000_000
        html5lib.HTMLParser(strict=True).parse(page)


def test_every_part_can_be_shown(records: list[FilmRecord]) -> None:
    for record in records:
        for part in (None, *show.PARTS):
            out = StringIO()
            show.render(record, Console(file=out, width=80), part)
            assert max(map(len, out.getvalue().splitlines())) <= 80


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_export_is_taken_by_its_reader(name: str, records: list[FilmRecord], tmp_path: Path) -> None:
    for record in records:
        check(name, record, tmp_path)
