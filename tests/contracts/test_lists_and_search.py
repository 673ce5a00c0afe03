"""Search over documents and the lists over a whole library, on each engine."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from sqlalchemy import text

from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import Predicate
from filmdossier.model.decision import Decision, FilmReference, Reject, Statement
from filmdossier.model.summary import AppearanceKind, FilmOrder, Summarised
from filmdossier.model.text import Source
from filmdossier.run.linking import link_films
from filmdossier.run.pipeline import process
from filmdossier.run.summaries import summarise_films
from filmdossier.run.version import records_version
from filmdossier.store import Store
from support import stand_ins

VERSION = records_version()


def put(store: Store, content: str, origin: str, hint: FilmHint | None = None) -> str:
    raw = content.encode()
    source = Source(origin=origin, media_type="text/plain", sha256=sha256(raw).hexdigest())
    made = process(raw, source, hint, stages=stand_ins.STAGES)
    store.writer().replace(made.document, made.annotations, made.claims, version="1", hint=hint)
    return made.document.id


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    with Store.open(location) as opened:
        put(opened, "film: Desperado (1995)\ndirector: Robert Rodriguez\ncast: Antonio Banderas as El Mariachi\n", "a.txt")
        put(opened, "film: Ronin (1998)\ndirector: John Frankenheimer\ncast: Robert De Niro as Sam\n", "b.txt")
        put(opened, "film: Heat (1995)\ndirector: Michael Mann\ncast: Robert De Niro as Neil\n", "c.txt")
        link_films(opened)
        summarise_films(opened)
        yield opened


def found(store: Store, typed: str) -> list[str]:
    with store.view() as view:
        documents = view.find_documents(typed, limit=10)
        assert documents.total == len(documents.documents)
        return sorted(view.heads(documents.documents)[document].origin for document in documents.documents)


def films(store: Store, **asked: object) -> list[str]:
    with store.view() as view:
        return [film.film for film in view.film_page(limit=10, version=VERSION, **asked).films]  # type: ignore[arg-type]


class TestSearch:
    @pytest.mark.parametrize(
        ("typed", "origins"),
        [
            ("robert", ["a.txt", "b.txt", "c.txt"]),
            ("ROBERT niro", ["b.txt", "c.txt"]),
            ('"robert de"', ["b.txt", "c.txt"]),
            ('"de robert"', []),
            ("robert -niro", ["a.txt"]),
            ("frank*", ["b.txt"]),
            ("frank", []),
            ("-robert", []),
            ("", []),
            ('" ) OR NEAR( * ^ : {', []),
            ("de-niro", ["b.txt", "c.txt"]),
        ],
    )
    def test_finds_words_phrases_beginnings_and_what_lacks_a_word(self, store: Store, typed: str, origins: list[str]) -> None:
        assert found(store, typed) == origins

    def test_follows_every_change_of_a_document(self, store: Store) -> None:
        put(store, "film: Desperado (1995)\ndirector: Somebody Else\n", "a.txt")
        assert found(store, "rodriguez") == []
        assert found(store, "somebody") == ["a.txt"]

    def test_pages_are_disjoint_and_whole(self, store: Store) -> None:
        with store.view() as view:
            pages = [view.find_documents("robert", limit=1, offset=at) for at in range(3)]
        assert {page.total for page in pages} == {3}
        assert len({document for page in pages for document in page.documents}) == 3

    def test_tells_which_films_a_document_is_about(self, store: Store) -> None:
        with store.view() as view:
            (head,) = view.heads(view.find_documents("mann", limit=1).documents).values()
        assert head.films == (("heat-1995", "Heat", 1995),)


class TestSummaries:
    def test_lists_films_in_every_order(self, store: Store) -> None:
        assert films(store) == ["desperado-1995", "heat-1995", "ronin-1998"]
        assert films(store, order=FilmOrder.YEAR) == ["ronin-1998", "desperado-1995", "heat-1995"]
        for order in FilmOrder:
            assert len(films(store, order=order)) == 3
        assert films(store, wanted="mann") == ["heat-1995"]
        assert films(store, wanted="1995 robert") == ["desperado-1995"]
        assert films(store, wanted="%") == films(store, wanted="_") == []
        assert films(store, disputed_only=True) == []

    def test_a_changed_document_changes_the_summary_of_its_film_and_no_other(self, store: Store) -> None:
        with store.transaction(writes=True) as connection:
            connection.execute(text("UPDATE summaries SET title = 'untouched'"))
        put(store, "film: Heat (1995)\ndirector: Somebody Else\n", "c.txt")
        link_films(store)
        assert summarise_films(store) == 1
        with store.view() as view:
            shown = {film.film: (film.title, film.directors) for film in view.film_page(limit=10, version=VERSION).films}
        assert shown["heat-1995"] == ("Heat", ("Somebody Else",))
        assert shown["ronin-1998"][0] == "untouched"

    def test_a_further_document_and_a_film_that_goes_are_noticed(self, store: Store) -> None:
        put(store, "film: Ronin (1998)\ncast: Jean Reno as Vincent\n", "d.txt")
        put(store, "no film here\n", "c.txt")
        link_films(store)
        with store.view() as view:
            assert view.unsummarised(version=VERSION, limit=10) == ["ronin-1998"]
            assert [film.film for film in view.film_page(limit=10, version=VERSION).films] == ["desperado-1995"]
        summarise_films(store)
        with store.view() as view:
            page = view.film_page(limit=10, version=VERSION)
        assert [(film.film, film.documents, film.cast) for film in page.films] == [("desperado-1995", 1, 1), ("ronin-1998", 2, 2)]
        assert page.unsummarised == 0

    def test_a_decision_drops_the_summary_of_its_film(self, store: Store) -> None:
        decision = Decision.make(
            film=FilmReference(id="heat-1995", title="Heat", year=1995),
            act=Reject(statement=Statement(id="director:michael-mann", predicate=Predicate.DIRECTOR, value="Michael Mann")),
            decided_by="ines",
            decided_at="2026-11-21T10:00:00Z",
        )
        with store.view() as view:
            before = view.film_states(["heat-1995", "ronin-1998"])
        store.writer().decide([decision])
        with store.view() as view:
            assert view.unsummarised(version=VERSION, limit=10) == ["heat-1995"]
            after = view.film_states(["heat-1995", "ronin-1998"])
        assert after["heat-1995"] != before["heat-1995"]
        assert after["ronin-1998"] == before["ronin-1998"]

    def test_a_summary_of_a_state_that_is_no_more_is_not_taken(self, store: Store) -> None:
        with store.view() as view:
            summary = next(film for film in view.film_page(limit=10, version=VERSION).films if film.film == "heat-1995")
            state = view.film_state("heat-1995") or ""
        put(store, "film: Heat (1995)\ndirector: Somebody Else\n", "c.txt")
        link_films(store)
        assert store.writer().summarise([Summarised(summary=summary, appearances=(), looks=(), state=state)], version=VERSION) == 0
        with store.view() as view:
            assert view.unsummarised(version=VERSION, limit=10) == ["heat-1995"]

    def test_another_version_computes_all_anew(self, store: Store) -> None:
        with store.view() as view:
            assert len(view.unsummarised(version="another", limit=10)) == 3
            assert view.film_page(limit=10, version="another").films == ()


class TestNames:
    def test_one_person_in_several_films(self, store: Store) -> None:
        with store.view() as view:
            page = view.name_page(AppearanceKind.PERSON, wanted="niro", limit=10)
            parts = view.appearances_of(AppearanceKind.PERSON, "robert-de-niro")
        assert [(name.name, name.films) for name in page.names] == [("Robert De Niro", 2)]
        assert page.total == 1
        assert [(part.film, part.role, part.detail) for part in parts] == [
            ("heat-1995", "cast", "Neil"),
            ("ronin-1998", "cast", "Sam"),
        ]

    def test_names_come_a_page_at_a_time(self, store: Store) -> None:
        with store.view() as view:
            pages = [view.name_page(AppearanceKind.PERSON, limit=2, offset=at) for at in (0, 2, 4)]
        assert [len(page.names) for page in pages] == [2, 2, 1]
        assert {page.total for page in pages} == {5}

    def test_names_are_those_that_stand_in_films_whatever_changes(self, store: Store) -> None:
        """What is kept beside the appearances says what counting them says."""

        def check() -> None:
            with store.transaction(writes=False) as connection:
                kept = connection.execute(text("SELECT kind, name_key, name, films FROM names")).all()
                counted = connection.execute(
                    text("SELECT kind, name_key, min(name), count(DISTINCT film) FROM appearances GROUP BY kind, name_key")
                ).all()
            assert sorted(map(tuple, kept)) == sorted(map(tuple, counted))

        check()
        for content, origin in (
            ("film: Heat (1995)\ndirector: Michael Mann\ncast: Jean Reno as Neil\n", "c.txt"),
            ("film: Ronin (1998)\ncast: JEAN RENO as Vincent\n", "d.txt"),
            ("no film here\n", "a.txt"),
            ("film: Heat (1995)\n", "c.txt"),
        ):
            put(store, content, origin)
            check()
            link_films(store)
            check()
            summarise_films(store)
            check()
        with store.view() as view:
            assert [(name.name, name.films) for name in view.name_page(AppearanceKind.PERSON, wanted="jean", limit=10).names] == [
                ("JEAN RENO", 1)
            ]


class TestCounts:
    def test_what_was_counted_before_a_change_is_counted_anew_after_it(self, store: Store) -> None:
        with store.view() as view:
            before = view.revision
            assert view.document_count() == 3
            assert view.film_page(wanted="robert", limit=10, version=VERSION).total == 1
            assert view.name_page(AppearanceKind.PERSON, wanted="robert", limit=10).total == 2
        put(store, "film: Ali (2001)\ndirector: Robert Mann\n", "e.txt")
        link_films(store)
        summarise_films(store)
        with store.view() as view:
            assert view.revision != before
            assert view.document_count() == 4
            assert view.film_page(wanted="robert", limit=10, version=VERSION).total == 2
            assert view.name_page(AppearanceKind.PERSON, wanted="robert", limit=10).total == 3
            assert view.document_page(wanted="e.t", limit=10)[1] == 1

    def test_a_view_counts_what_it_shows_whatever_is_written_meanwhile(self, store: Store) -> None:
        with store.view() as view:
            assert view.revision
            put(store, "film: Ali (2001)\ndirector: Michael Mann\n", "e.txt")
            with store.view() as later:
                assert later.document_count() == 4
            assert view.document_count() == 3

    def test_what_changes_nothing_leaves_the_revision(self, store: Store) -> None:
        with store.view() as view:
            before = view.revision
        put(store, "film: Heat (1995)\ndirector: Michael Mann\ncast: Robert De Niro as Neil\n", "c.txt")
        store.writer().drop(["nowhere.txt"])
        store.writer().forgive(["nowhere.txt"])
        store.writer().decide([])
        link_films(store)
        assert summarise_films(store) == 0
        with store.view() as view:
            assert view.revision == before


class TestUpgrade:
    def test_a_library_of_the_format_before_names_gets_them(self, location: str) -> None:
        with Store.open(location) as store:
            put(store, "film: Heat (1995)\ndirector: Michael Mann\n", "c.txt")
            link_films(store)
            summarise_films(store)
            with store.transaction(writes=True) as connection:
                connection.execute(text("DROP TABLE names"))
                for index in ("title", "year", "documents", "reviews", "disputes"):
                    connection.execute(text(f"DROP INDEX summaries_in_{index}_order"))
                connection.execute(text("DELETE FROM meta WHERE key = 'revision'"))
                connection.execute(text("UPDATE meta SET value = '4' WHERE key = 'schema'"))
        with Store.open(location, create=False) as store, store.view() as view:
            assert view.revision == "0"
            assert [name.name for name in view.name_page(AppearanceKind.PERSON, limit=10).names] == ["Michael Mann"]
            assert [film.title for film in view.film_page(limit=10, order=FilmOrder.YEAR, version=VERSION).films] == ["Heat"]

    def test_a_library_of_the_first_format_opens_with_its_documents_searchable(self, location: str) -> None:
        with Store.open(location) as store:
            put(store, "film: Heat (1995)\ndirector: Michael Mann\n", "c.txt")
            link_films(store)
            with store.transaction(writes=True) as connection:
                for table in ("summaries", "appearances", "searchable", "words"):
                    if connection.dialect.name == "sqlite" or table != "words":
                        connection.execute(text(f"DROP TABLE {table}"))
                connection.execute(text("UPDATE meta SET value = '1' WHERE key = 'schema'"))
        with Store.open(location, create=False) as store:
            assert found(store, "mann") == ["c.txt"]
            assert summarise_films(store) == 1
            put(store, "film: Heat (1995)\ndirector: Somebody\n", "c.txt")
            assert found(store, "mann") == []
