"""A library of tables knows its critics: their leniency is taken out where a record asks for it."""

from pathlib import Path

import pytest

from filmdossier.read.tables import Field
from filmdossier.run.records import film_record, film_records
from filmdossier.run.tables import TableOptions, import_table
from filmdossier.store import Store

_FILMS = 12
_CRITICS = 8
_COLUMNS = TableOptions(
    mapping={"film": Field.FILM, "year": Field.YEAR, "critic": Field.CRITIC, "publisher": Field.OUTLET, "rating": Field.RATING}
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight critics of one mind on twelve films; the ninth gives twenty points more and has seen them all."""
    folder = tmp_path_factory.mktemp("critics")
    rows = ["film,year,critic,publisher,rating"]
    for film in range(_FILMS):
        quality = 30 + film % 4 * 10
        rows += [
            f"The Harbour {film} Mystery,{1990 + film},Critic {critic},Harbour Times,{quality}/100" for critic in range(_CRITICS)
        ]
        rows.append(f"The Harbour {film} Mystery,{1990 + film},Nell Harker,Inland Post,{quality + 20}/100")
    (folder / "table.csv").write_text("\n".join(rows) + "\n")
    with Store.open(folder / "library.db") as store:
        import_table(folder / "table.csv", store, _COLUMNS)
    return folder / "library.db"


def test_the_store_gives_every_rating_with_its_film(library: Path) -> None:
    with Store.open(library) as store, store.view() as view:
        found = list(view.ratings(least=0.0))
    assert len(found) == _FILMS * (_CRITICS + 1)
    assert len({film for film, *_ in found}) == _FILMS
    assert {critic for _, critic, *_ in found} == {"Nell Harker", *(f"Critic {n}" for n in range(_CRITICS))}
    assert {(outlet, raw) for _, critic, outlet, raw, _ in found if critic == "Nell Harker"} == {
        ("Inland Post", f"{points}/100") for points in (50, 60, 70, 80)
    }


def test_a_record_takes_the_leniency_out_where_it_is_asked_to(library: Path) -> None:
    with Store.open(library) as store, store.view() as view:
        film = view.films()[0].id
        plain, compared = film_record(view, film).reception, film_record(view, film, compare=True).reception
        assert next(record.reception for record in film_records(view, compare=True)) == compared
    assert plain.adjusted_mean is None
    assert plain.adjustment == "not adjusted: the library's critics were not compared"
    assert compared.mean == plain.mean
    assert compared.adjusted == _CRITICS + 1
    # All nine have seen the film, so that taking out what each gives on the whole moves its mean hardly at all.
    assert compared.adjusted_mean == pytest.approx(compared.mean, abs=0.5)


def test_who_lacks_the_strict_ones_loses_by_it(library: Path, tmp_path: Path) -> None:
    rows = ["film,year,critic,publisher,rating", "Night Ferry,2003,Nell Harker,Inland Post,70/100"]
    rows += [f"Night Ferry,2003,Somebody {n},Hill Courier,50/100" for n in range(4)]
    (tmp_path / "more.csv").write_text("\n".join(rows) + "\n")
    copy = tmp_path / "library.db"
    copy.write_bytes(library.read_bytes())
    with Store.open(copy) as store:
        import_table(tmp_path / "more.csv", store, _COLUMNS)
        with store.view() as view:
            (film,) = [film.id for film in view.films() if film.title == "Night Ferry"]
            reception = film_record(view, film, compare=True).reception
    assert reception.mean == 54.0
    assert reception.adjusted == 1
    assert reception.adjusted_mean is not None
    assert 50 < reception.adjusted_mean < 51.5, "some eighteen of the generous critic's twenty points are hers, not the film's"
