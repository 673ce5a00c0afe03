"""Records out of a library, and what a damaged one must not give."""

import sqlite3
from pathlib import Path

import pytest

from filmdossier.errors import StoreError, UnknownFilm
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_record, film_records
from filmdossier.store import Store
from support import stand_ins


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("film: Ronin (1998)\ndirector: John Frankenheimer\ncast: Jean Reno as Vincent\nreview: Taut.\n")
    (tmp_path / "b.txt").write_text("film: Ronin (1998)\ndirector: John Frankenheimer\n")
    with Store.open(tmp_path / "library.db") as store:
        read_paths([tmp_path], store, limits=Limits(workers=0), stages=stand_ins.STAGES)
    return tmp_path / "library.db"


def test_a_record_rests_on_all_documents_of_its_film(library: Path) -> None:
    with Store.open(library) as store, store.view() as view:
        record = film_record(view, "ronin-1998")
        assert list(film_records(view)) == [record]
    assert [document.path for document in record.documents] == ["a.txt", "b.txt"]
    assert all(document.blocks for document in record.documents)
    (director,) = [fact for fact in record.facts if fact.predicate == "director"]
    assert director.value == "John Frankenheimer"
    assert len({evidence.document for evidence in director.evidence}) == 2


def test_the_layout_can_be_left_out(library: Path) -> None:
    with Store.open(library) as store, store.view() as view:
        record = film_record(view, "ronin-1998", layout=False)
    assert [document.blocks for document in record.documents] == [(), ()]


def test_an_unknown_id_is_an_error(library: Path) -> None:
    with Store.open(library) as store, store.view() as view, pytest.raises(UnknownFilm, match="'heat-1995'"):
        film_record(view, "heat-1995")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE documents SET text = replace(text, 'Frankenheimer', 'Frankenstein')",
        "UPDATE claims SET evidence = replace(evidence, 'Frankenheimer', 'Frankenstein')",
        "UPDATE claims SET value = replace(value, 'Taut.', 'Weak.') WHERE predicate = 'review'",
    ],
)
def test_a_quotation_that_is_not_its_documents_text_gives_no_record(library: Path, damage: str) -> None:
    with sqlite3.connect(library) as connection:
        assert connection.execute(damage).rowcount > 0
    connection.close()
    with Store.open(library) as store, store.view() as view, pytest.raises(StoreError, match="is damaged"):
        film_record(view, "ronin-1998")
