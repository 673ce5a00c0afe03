"""Opening libraries, older ones and such that others have open, on each engine."""

import sqlite3
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from sqlalchemy import create_engine, text

from filmdossier.errors import StoreError
from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.decision import Correct, Reject
from filmdossier.store import Store
from support.small_library import DESPERADO, everything, processed, put, topics_of

OLD_DECISIONS = """CREATE TABLE decisions (id TEXT PRIMARY KEY, film TEXT NOT NULL, predicate TEXT NOT NULL, value TEXT NOT NULL,
verdict TEXT NOT NULL, correction TEXT, decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, why TEXT NOT NULL)"""
OLD_ROWS = [
    ("1", "ronin-1998", "director", '"J. Frank"', "reject", None, "ines", "2026-11-20T10:00:00Z", "no such person"),
    ("2", "ronin-1998", "country", '"France"', "confirm", None, "ines", "2026-11-20 11:00", ""),
    ("3", "gone-1999", "cast", '{"actor": "A", "character": "B"}', "correct", '{"actor": "C"}', "per", "long ago", ""),
]


class TestOlderLibraries:
    def test_open_with_claims_and_decisions_kept(self, location: str) -> None:
        with Store.open(location) as store:
            put(store, processed("film: Ronin (1998)\ndirector: J. Frank\n"))
            put(store, processed())
            with store.view() as view:
                claims = view.claims()
            with store.transaction(writes=True) as connection:
                connection.execute(text("DROP TABLE editor_decisions"))
                connection.execute(text(OLD_DECISIONS))
                for row in OLD_ROWS:
                    names = [f"v{number}" for number in range(len(row))]
                    values = ", ".join(f":{name}" for name in names)
                    connection.execute(text(f"INSERT INTO decisions VALUES ({values})"), dict(zip(names, row, strict=True)))
                connection.execute(text("UPDATE meta SET value = '2' WHERE key = 'schema'"))
        with Store.open(location, create=False) as store, store.view() as view:
            assert view.claims() == claims
            rejected, corrected, confirmed = sorted(view.decisions(), key=lambda decision: decision.verdict, reverse=True)
            assert [decision.film.id for decision in (rejected, corrected, confirmed)] == ["ronin-1998", "gone-1999", "ronin-1998"]
            assert isinstance(rejected.act, Reject)
            assert rejected.act.statement.value == "J. Frank"
            assert (rejected.decided_by, rejected.decided_at, rejected.why) == ("ines", "2026-11-20T10:00:00Z", "no such person")
            assert isinstance(corrected.act, Correct)
            assert corrected.act.value == CastMember(actor="C")
            assert corrected.moment.year == 1970
            assert confirmed.moment.hour == 11
            made = view.decisions()
        with Store.open(location, create=False) as store, store.view() as view:
            assert view.decisions() == made


class TestOpening:
    def test_opens_again_with_everything_in_it(self, location: str) -> None:
        with Store.open(location) as store:
            put(store, processed())
            before = everything(store)
        with Store.open(location, create=False) as store:
            assert everything(store) == before

    def test_refuses_an_empty_place_unless_it_may_make_a_library(self, location: str) -> None:
        with pytest.raises(StoreError, match="read documents into it first"):
            Store.open(location, create=False)

    def test_refuses_a_newer_library_and_leaves_it_alone(self, location: str) -> None:
        with Store.open(location) as store, store.transaction(writes=True) as connection:
            connection.execute(text("UPDATE meta SET value = '99' WHERE key = 'schema'"))
        for create in (True, False):
            with pytest.raises(StoreError, match="newer filmdossier"):
                Store.open(location, create=create)

    def test_refuses_another_programs_database(self, location: str) -> None:
        engine = create_engine(location if "://" in location else f"sqlite:///{location}")
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE meta (key TEXT, value TEXT)"))
            connection.execute(text("CREATE TABLE accounts (id INTEGER)"))
        with pytest.raises(StoreError, match="another program"):
            Store.open(location)
        with engine.begin() as connection:
            assert connection.execute(text("SELECT count(*) FROM accounts")).scalar() == 0
        engine.dispose()

    def test_two_openers_at_once_make_one_library(self, location: str) -> None:
        errors: list[BaseException] = []

        def open_it() -> None:
            try:
                Store.open(location).close()
            except BaseException as error:
                errors.append(error)

        threads = [Thread(target=open_it) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []
        with Store.open(location, create=False) as store, store.view() as view:
            assert view.document_count() == 0

    def test_waits_for_another_that_is_making_the_library(self, tmp_path: Path) -> None:
        # SQLite refuses the switch to the write-ahead log at once, without waiting, while another is about to write.
        place = tmp_path / "library.db"
        other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        Timer(0.2, other.execute, ("ROLLBACK",)).start()
        with Store.open(place) as store, store.view() as view:
            assert view.document_count() == 0
        other.close()

    def test_takes_back_what_a_killed_writer_left_half_done(self, tmp_path: Path) -> None:
        # As a kill leaves it in the moment of the switch to the write-ahead log: a rollback journal that is still needed.
        other = sqlite3.connect(tmp_path / "other.db", isolation_level=None)
        other.execute("PRAGMA user_version = 0")
        other.execute("PRAGMA cache_size = 1")
        other.execute("VACUUM")
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE half (words TEXT)")
        other.executemany("INSERT INTO half VALUES (?)", [("x" * 3000,)] * 50)
        for name in ("db", "db-journal"):
            (tmp_path / f"library.{name}").write_bytes((tmp_path / f"other.{name}").read_bytes())
        other.close()
        with Store.open(tmp_path / "library.db") as store, store.view() as view:
            assert view.document_count() == 0


class TestTogether:
    def test_a_view_sees_one_moment(self, store: Store, location: str) -> None:
        put(store, processed())
        with store.view() as view:
            before = view.claims()
            with Store.open(location) as other:
                put(other, processed("film: Ronin (1998)\ndirector: John Frankenheimer\n"))
            assert view.claims() == before
        with store.view() as view:
            assert [claim.value for claim in view.claims()] == ["John Frankenheimer"]

    def test_writers_queue(self, store: Store, location: str) -> None:
        failed: list[BaseException] = []
        started = Event()

        def write(turn: int) -> None:
            try:
                with Store.open(location) as other:
                    started.set()
                    for number in range(15):
                        put(other, processed(origin=f"{turn}-{number}.txt"))
                        put(other, processed(DESPERADO + f"director: {turn} {number}\n", origin="shared.txt"))
            except BaseException as error:
                failed.append(error)

        threads = [Thread(target=write, args=(turn,)) for turn in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert started.is_set()
        assert failed == []
        with store.view() as view:
            assert view.document_count() == 46
            shared = [
                claim
                for claim in view.claims()
                if claim.predicate is Predicate.DIRECTOR and claim.subject in topics_of(view, "shared.txt")
            ]
            assert len(shared) == 2
