"""Tables of reviews in a library: which films they are about, what comes in, what a second import changes."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from filmdossier.errors import BrokenFile, NoText, UnknownColumns
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import Stance
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import RatingOrigin, Review
from filmdossier.read.tables import Field
from filmdossier.run import tables
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_record
from filmdossier.run.table_intake import LISTED, TableOptions
from filmdossier.run.tables import TableSummary, import_table
from filmdossier.store import Store
from support.table_files import BASICS, FILMS, LINKED, NUMBERED, RATED, SCORED, STATED, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as opened:
        yield opened


def films(store: Store) -> list[str]:
    with store.view() as view:
        return [film.id for film in view.films()]


def record(store: Store, film: str) -> FilmRecord:
    with store.view() as view:
        return film_record(view, film)


def reviews(store: Store, film: str) -> dict[str, Review]:
    return {review.critic or review.outlet or "": review for review in record(store, film).reviews}


def texts(store: Store) -> dict[str, str]:
    """The text of every document, by origin."""
    with store.view() as view:
        return {summary.path: summary.text for film in view.films() for summary in view.documents_of(film.id)}


class TestLayouts:
    def test_films_in_the_rows(self, store: Store, tmp_path: Path) -> None:
        summary = import_table(write(tmp_path / "t.jsonl", SCORED), store)
        assert (summary.rows, summary.films, summary.written, summary.bad, summary.unnamed) == (2, 1, 1, 0, 0)
        assert films(store) == ["night-ferry-1951"]
        made = record(store, "night-ferry-1951")
        assert [(score.score.name, score.score.approval, score.score.audience) for score in made.aggregators] == [
            ("Rotten Tomatoes", 67.0, False),
            ("Rotten Tomatoes", 58.0, True),
        ]
        found = reviews(store, "night-ferry-1951")
        quill = found["Ada Quill"]
        assert (quill.stance, quill.stance_origin, quill.published) == (Stance.POSITIVE, RatingOrigin.GIVEN, "2011-03-02")
        assert quill.rating is not None
        assert quill.rating.value == Fraction(4, 5)
        assert found["Reel Notes"].published is None
        assert made.reception.reviews == 2

    @pytest.mark.parametrize("packed", [False, True])
    def test_ids_that_a_table_of_films_explains(self, store: Store, tmp_path: Path, packed: bool) -> None:
        path = write(tmp_path / "t.tsv.gz", NUMBERED, encoding="latin-1", packed=packed)
        summary = import_table(path, store, TableOptions(films=write(tmp_path / "f.csv", FILMS)))
        assert (summary.rows, summary.films, summary.unnamed) == (3, 2, 0)
        assert films(store) == ["glass-harvest-2012", "night-ferry-1951"]
        assert "Céline's tide" in texts(store)["t.tsv.gz#Night Ferry (1951) [3]"]

    def test_ids_that_nothing_explains_name_the_film_and_no_other(self, store: Store, tmp_path: Path) -> None:
        summary = import_table(write(tmp_path / "t.tsv", NUMBERED), store)
        assert (summary.films, summary.unnamed) == (2, 2)
        assert films(store) == ["film-3-of-t-tsv", "film-7-of-t-tsv"]
        import_table(write(tmp_path / "u.csv", LINKED), store)
        assert films(store)[2:] == ["m-glass-harvest", "m-night-ferry"]

    def test_one_id_in_two_layouts_is_one_film(self, store: Store, tmp_path: Path) -> None:
        import_table(write(tmp_path / "t.csv", LINKED), store)
        import_table(write(tmp_path / "u.csv", STATED), store)
        assert films(store) == ["m-glass-harvest", "m-night-ferry"]
        assert set(reviews(store, "m-night-ferry")) == {"Ada Quill", "Ben Orlo"}

    def test_mapped_later_the_films_have_their_names(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.tsv", NUMBERED)
        import_table(path, store)
        summary = import_table(path, store, TableOptions(films=write(tmp_path / "f.csv", FILMS)))
        assert (summary.written, summary.dropped) == (2, 2)
        assert films(store) == ["glass-harvest-2012", "night-ferry-1951"]

    def test_imdb_ratings_are_the_audiences(self, store: Store, tmp_path: Path) -> None:
        basics = write(tmp_path / "title.basics.tsv", BASICS)
        import_table(write(tmp_path / "title.ratings.tsv.gz", RATED, packed=True), store, TableOptions(films=basics))
        assert films(store) == ["glass-harvest", "night-ferry-1951"]
        made = record(store, "night-ferry-1951")
        (score,) = made.aggregators
        assert (score.score.name, score.score.average, score.score.average_max, score.score.reviews) == ("IMDb", 7.1, 10.0, 1203)
        assert score.score.audience
        assert made.reviews == ()
        assert made.film.aliases == ("Der Nachtdampfer",)
        assert made.film.identifiers == ("imdb:tt0000001",)

    def test_an_imdb_id_joins_the_documents_that_name_it(self, store: Store, tmp_path: Path) -> None:
        (tmp_path / "review.md").write_text("---\ntitle: Night Ferry\nyear: 1951\nimdb_id: tt0000001\n---\n\nA crossing.\n")
        read_paths([tmp_path / "review.md"], store, limits=Limits(workers=0))
        summary = import_table(write(tmp_path / "t.tsv", RATED), store, TableOptions(known_only=True))
        assert (summary.films, summary.passed_over) == (1, 1)
        assert films(store) == ["night-ferry-1951"]
        assert len(record(store, "night-ferry-1951").aggregators) == 1


class TestMapping:
    ROWS = ("Titel,Kritiker,Blatt,Note", "Night Ferry (1951),Ada Quill,The Harbour Gazette,7", "Ronin (1998),Ben Orlo,Reel Notes,3")
    MAPPING = {"Titel": Field.FILM, "Kritiker": Field.CRITIC, "Blatt": Field.OUTLET, "Note": Field.RATING}  # noqa: RUF012

    def test_any_table(self, store: Store, tmp_path: Path) -> None:
        import_table(write(tmp_path / "t.csv", self.ROWS), store, TableOptions(mapping=self.MAPPING, scale="10"))
        rating = reviews(store, "night-ferry-1951")["Ada Quill"].rating
        assert rating is not None
        assert (rating.raw, rating.scale, rating.value, rating.origin) == ("7", "10", Fraction(7, 10), RatingOrigin.CONVERTED)

    def test_parquet(self, store: Store, tmp_path: Path) -> None:
        import duckdb

        path = tmp_path / "t.parquet"
        with duckdb.connect() as connection:
            connection.execute(
                f"COPY (SELECT 'Night Ferry' AS film, 1951 AS year, 'Ada Quill' AS critic, 4.5 AS rating) TO '{path}' (FORMAT parquet)"
            )
        import_table(path, store, TableOptions(scale="5"))
        rating = reviews(store, "night-ferry-1951")["Ada Quill"].rating
        assert rating is not None
        assert rating.value == Fraction(9, 10)

    def test_a_bare_number_gets_the_scale_of_the_critics_other_ratings(self, store: Store, tmp_path: Path) -> None:
        lines = ["film,critic,outlet,rating", *(f"Film {n} (1951),Ada Quill,The Harbour Gazette,{n % 9 + 1}/10" for n in range(12))]
        lines += ["Night Ferry (1951),Ada Quill,The Harbour Gazette,7", "Night Ferry (1951),Ben Orlo,Reel Notes,7"]
        import_table(write(tmp_path / "t.csv", lines), store)
        found = reviews(store, "night-ferry-1951")
        known, unknown = found["Ada Quill"].rating, found["Ben Orlo"].rating
        assert known is not None
        assert unknown is not None
        assert (known.value, known.scale) == (Fraction(7, 10), "10")
        assert (unknown.value, unknown.scale) == (None, "unknown")

    def test_one_film_for_all_rows(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["critic,rating", "Ada Quill,3/5", "Ben Orlo,2/5"])
        hint = FilmHint(title="Night Ferry", year=1951)
        summary = import_table(path, store, TableOptions(film=hint))
        assert (summary.films, summary.unnamed) == (1, 0)
        assert len(reviews(store, "night-ferry-1951")) == 2
        several = write(tmp_path / "u.csv", LINKED)
        with pytest.raises(UnknownColumns, match=r"u\.csv: its rows are about 2 films; leave --film out"):
            import_table(several, store, TableOptions(film=hint))

    def test_a_table_of_films_in_place_of_reviews_says_what_to_do(self, store: Store, tmp_path: Path) -> None:
        with pytest.raises(UnknownColumns, match=r"it lists films and holds no reviews; .*--films"):
            import_table(write(tmp_path / "b.tsv", BASICS), store)
        assert films(store) == []

    def test_a_table_that_tells_nobody_s_name_is_refused_before_its_rows_are_read(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,rating,review", "Night Ferry,3/4,Slow."])
        with pytest.raises(UnknownColumns, match=r"who judges .*film, rating, review.*--map COLUMN=critic.*--audience"):
            import_table(path, store)
        assert import_table(path, store, TableOptions(audience=True)).rows == 1


class TestAudience:
    ROWS = ("userId,movieId,rating,timestamp", "1,3,5.0,111", "2,3,4.0,112", "2,3,,113", "3,7,0.5,114")

    def test_ratings_of_users_are_one_score_and_no_reviews(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "ratings.csv", self.ROWS)
        summary = import_table(path, store, TableOptions(films=write(tmp_path / "f.csv", FILMS)))
        assert summary.audience
        assert (summary.rows, summary.bad, summary.bad_rows[0][1].line) == (3, 1, 4)
        made = record(store, "night-ferry-1951")
        assert made.reviews == ()
        (score,) = made.aggregators
        assert (score.score.name, score.score.average, score.score.average_max, score.score.reviews, score.score.audience) == (
            "Audience in ratings.csv", 4.5, 5.0, 2, True,
        )  # fmt: skip
        assert made.reception.reviews == 0

    def test_by_the_users_word(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,critic,rating", "M (1931),someone,8", "M (1931),someone else,9"])
        import_table(path, store, TableOptions(audience=True, scale="10"))
        made = record(store, "m-1931")
        assert made.reviews == ()
        assert made.aggregators[0].score.average == 8.5


class TestBadRows:
    def test_good_rows_come_in_and_bad_ones_are_told_with_line_and_reason(self, store: Store, tmp_path: Path) -> None:
        lines = [*LINKED, "m/x,Ada", ",Ada,,Gazette,Fresh,,,", "m/x,Ada,,Gazette,,,,", "m/x,,,,Fresh,,,", *(["short"] * 30)]
        summary = import_table(write(tmp_path / "t.csv", lines), store)
        assert (summary.rows, summary.bad) == (3, 34)
        assert len(summary.bad_rows) == LISTED
        assert [(origin, row.line, row.reason) for origin, row in summary.bad_rows[:5]] == [
            ("t.csv", 5, "2 cells where the header names 8"),
            ("t.csv", 6, "it names no film"),
            ("t.csv", 7, "it holds no rating, no verdict and no words"),
            ("t.csv", 8, "it names neither a critic nor a publication"),
            ("t.csv", 9, "1 cell where the header names 8"),
        ]

    def test_bad_rows_of_the_table_of_films_are_told_under_its_name(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "f.csv", [*FILMS, "9,,1999"])
        summary = import_table(write(tmp_path / "t.tsv", NUMBERED), store, TableOptions(films=path))
        assert [(origin, row.line, row.reason) for origin, row in summary.bad_rows] == [("f.csv", 4, "it has no title")]
        assert summary.rows == 3

    def test_verdicts_that_are_none_are_counted_and_the_words_read(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", ["film,critic,verdict,quote", "M (1931),Ada,meh,A dull and clumsy failure."])
        summary = import_table(path, store)
        assert summary.verdicts == {"meh": 1}
        review = reviews(store, "m-1931")["Ada"]
        assert (review.stance, review.stance_origin) == (Stance.NEGATIVE, RatingOrigin.INTERPRETED)

    def test_a_table_of_nothing_but_bad_rows_changes_nothing(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", LINKED)
        import_table(path, store)
        before = texts(store)
        write(path, [LINKED[0], "short"])
        with pytest.raises(BrokenFile, match=r"t\.csv: none of its 1 rows can be taken \(line 2: 1 cell"):
            import_table(path, store)
        write(path, [LINKED[0]])
        with pytest.raises(NoText, match="a header and no rows"):
            import_table(path, store)
        assert texts(store) == before


class TestAgain:
    def everything(self, store: Store) -> dict[str, list[tuple[object, ...]]]:
        from filmdossier.store.tables import METADATA

        with store.transaction(writes=False) as connection:
            return {
                table.name: sorted((tuple(row) for row in connection.execute(table.select())), key=repr)
                for table in METADATA.sorted_tables
            }

    def imported(self, store: Store, path: Path) -> TableSummary:
        return import_table(path, store)

    def test_twice_changes_nothing(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", LINKED)
        self.imported(store, path)
        before = self.everything(store)
        summary = self.imported(store, path)
        assert (summary.written, summary.unchanged, summary.dropped) == (0, 2, 0)
        assert self.everything(store) == before

    def test_a_changed_table_replaces_its_rows_and_no_others(self, store: Store, tmp_path: Path) -> None:
        other = write(tmp_path / "other.csv", LINKED)
        self.imported(store, other)
        path = write(tmp_path / "t.csv", LINKED)
        self.imported(store, path)
        # One film's review changes, another film goes, a third comes.
        write(path, [LINKED[0], LINKED[1].replace("4/5", "2/5"), LINKED[2], LINKED[3].replace("glass_harvest", "ronin")])
        summary = self.imported(store, path)
        assert (summary.written, summary.unchanged, summary.dropped) == (2, 0, 1)
        found = texts(store)
        assert sorted(found) == ["other.csv#m/glass_harvest", "other.csv#m/night_ferry", "t.csv#m/night_ferry", "t.csv#m/ronin"]
        assert "2/5" in found["t.csv#m/night_ferry"]

    def test_a_table_that_grew_writes_only_the_films_that_did(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "t.csv", LINKED)
        self.imported(store, path)
        write(path, ["" for _ in range(0)] + [LINKED[0], "m/night_ferry,Cleo Marsh,,Dockside,Fresh,,,", *LINKED[1:]])
        summary = self.imported(store, path)
        assert (summary.written, summary.unchanged) == (1, 1)

    def test_repeated_rows_count_once(self, store: Store, tmp_path: Path) -> None:
        summary = self.imported(store, write(tmp_path / "t.csv", [*LINKED, LINKED[1], LINKED[1]]))
        assert (summary.rows, summary.repeated) == (5, 2)
        assert texts(store)["t.csv#m/night_ferry"].count("Ada Quill") == 1

    def test_the_order_of_the_films_leaves_no_trace(self, tmp_path: Path) -> None:
        found = []
        for number, lines in enumerate((LINKED, [LINKED[0], *LINKED[3:], *LINKED[1:3]])):
            (tmp_path / str(number)).mkdir()
            with Store.open(tmp_path / str(number) / "library.db") as store:
                self.imported(store, write(tmp_path / str(number) / "t.csv", lines))
                found.append(self.everything(store))
        assert found[0] == found[1]

    def test_a_film_of_many_rows_is_several_documents(self, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "_ROWS_A_DOCUMENT", 10)
        path = write(tmp_path / "t.csv", ["film,critic,rating", *(f"M (1931),Critic {n},{n % 5}/5" for n in range(25))])
        summary = self.imported(store, path)
        assert (summary.films, summary.written) == (1, 3)
        assert sorted(texts(store)) == ["t.csv#M (1931)", "t.csv#M (1931) part 2", "t.csv#M (1931) part 3"]
        assert len(record(store, "m-1931").reviews) == 25
        write(path, ["film,critic,rating", *(f"M (1931),Critic {n},{n % 5}/5" for n in range(8))])
        assert self.imported(store, path).dropped == 2


def test_progress_is_told_of_rows_and_of_films(store: Store, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    import_table(write(tmp_path / "t.csv", LINKED), store, None, lambda *step: told.append(step))
    assert {what for what, _, _ in told} == {"rows", "films"}
    assert all(0 <= done <= total for _, done, total in told)
