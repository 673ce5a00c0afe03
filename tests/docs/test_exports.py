"""The samples in the documentation of the exports are what the program writes; formats and columns are all there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from filmdossier.model.film import FilmRecord
from filmdossier.present.export.tables import COLUMNS
from filmdossier.present.exporters import EXPORTERS
from filmdossier.run.library import read_paths
from filmdossier.run.linking import link_films
from filmdossier.run.records import film_records
from filmdossier.store import Store
from support.export_checks import check
from support.shared import REPOSITORY

PAGE = (REPOSITORY / "docs" / "exports.md").read_text(encoding="utf-8")
SAMPLES = dict(re.findall(r"<!-- sample: (\w+) -->\n```\w*\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture(scope="module")
def records(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, FilmRecord]]:
    """The films of the examples, by id."""
    with Store.open(str(tmp_path_factory.mktemp("library") / "examples.db")) as store:
        read_paths([examples], store)
        link_films(store)
        with store.view() as view:
            yield {record.film.id: record for record in film_records(view)}


def test_every_format_with_a_section_has_a_sample() -> None:
    described_elsewhere = {"json", "gexf"}
    assert set(SAMPLES) | {"parquet"} == set(EXPORTERS) - described_elsewhere
    assert all(f"`{name}`" in PAGE for name in EXPORTERS)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_sample_is_what_the_program_writes(name: str, records: dict[str, FilmRecord]) -> None:
    written = iter(EXPORTERS[name].text_of(records["desperado-1995"]).splitlines())
    shown = [line for line in SAMPLES[name].splitlines() if line.strip() != "…"]
    assert len(shown) > 2
    for line in shown:
        start, cut, _ = line.partition("…")
        found = next((one for one in written if one.startswith(start) and (cut or one == line)), None)
        assert found is not None, f"{line!r} is not in the export, or not in this order"


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_film_of_the_examples_is_exported_rightly(name: str, records: dict[str, FilmRecord], tmp_path: Path) -> None:
    assert len(records) == 3
    for record in records.values():
        check(name, record, tmp_path)


def test_every_column_is_documented_and_no_other() -> None:
    rows = [line.split(" | ")[0] for line in PAGE.split("## Tables")[1].splitlines() if line.startswith("| `")]
    assert [name for row in rows for name in re.findall("`([a-z0-9_]+)`", row)] == list(COLUMNS)
