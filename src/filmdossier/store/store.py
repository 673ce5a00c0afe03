"""Opens a library: one SQLite file, or a PostgreSQL database by URL.

Enters a path or ``postgresql+psycopg://…``; leaves a :class:`Store` that hands out writers and
views. Refuses, without touching it, whatever is not a library or was made by a newer program.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool

from filmdossier.errors import FilmdossierError, StoreError
from filmdossier.store.film_names import create_film_names
from filmdossier.store.kept import REVISIONS, Kept
from filmdossier.store.search import create_search
from filmdossier.store.tables import APPLICATION, META, METADATA, SCHEMA_VERSION
from filmdossier.store.upgrade import upgrade
from filmdossier.store.view import View
from filmdossier.store.writer import Writer

MEMORY = ":memory:"
_BUSY_SECONDS = 30
_BUSY_PAUSE = 0.005  # seconds
_COUNTS = 1000  # numbers kept between views
_OF_FILMS = 8  # things made of all films and decisions; of 20,000 films one takes some megabytes
_CREATION_LOCK = 0x66696C6D  # any number: PostgreSQL's advisory lock while the tables are made


class Store:
    """A library that is open. Use it as a context, or :meth:`close` it."""

    def __init__(self, engine: Engine, location: str, file: Path | None = None) -> None:
        self._engine = engine
        self.location = location  # for messages: as the user named it, without a password
        self.file = file  # None where the library is not a file
        self.folder = file.parent if file else Path.cwd()  # origins of documents are relative to it
        self._counts, self._of_films = Kept(_COUNTS), Kept(_OF_FILMS)
        self._writing = engine.execution_options(filmdossier_writes=True)

    @classmethod
    def open(cls, location: str | os.PathLike[str], *, create: bool = True) -> "Store":
        """The library at ``location``, made if there is none and ``create`` is true.

        Raises StoreError where there is none (``create`` false), where it is no library, and where
        a newer program made it.
        """
        name = os.fspath(location)
        if "://" in name:
            return cls._open_server(name, create=create)
        return cls._open_file(name, create=create)

    @classmethod
    def _open_file(cls, name: str, *, create: bool) -> "Store":
        if name == MEMORY:
            engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
            store = cls(engine, name)
        else:
            path = Path(os.path.abspath(name))  # noqa: PTH100 -- resolve() would follow links and move every origin
            _check_file(path, name, create=create)
            engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS})
            store = cls(engine, name, path)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        store._make_tables(create=create)
        return store

    @classmethod
    def _open_server(cls, name: str, *, create: bool) -> "Store":
        try:
            url = make_url(name)
        except ArgumentError as error:
            raise StoreError(
                f"{name.partition('://')[0]}://… is no database URL; use a file or postgresql+psycopg://USER@HOST/NAME"
            ) from error
        shown = url.render_as_string(hide_password=True)
        if url.drivername not in ("postgresql", "postgresql+psycopg"):
            raise StoreError(
                f"{shown}: libraries live in an SQLite file or in PostgreSQL; give a path or postgresql+psycopg://USER@HOST/NAME"
            )
        try:
            engine = create_engine(url.set(drivername="postgresql+psycopg"))
        except ModuleNotFoundError as error:
            raise StoreError(f"{shown}: the PostgreSQL driver is not installed; pip install 'filmdossier[postgresql]'") from error
        store = cls(engine, shown)
        store._make_tables(create=create)
        return store

    def writer(self) -> Writer:
        """What writes into this library."""
        return Writer(self)

    @contextmanager
    def view(self) -> Iterator[View]:
        """A view of the library as it is at the first look, for as long as the context lasts."""
        with self.transaction(writes=False) as connection:
            yield View(connection, self.location, self._counts, self._of_films)

    @contextmanager
    def transaction(self, *, writes: bool) -> Iterator[Connection]:
        """One transaction; writers wait for each other. For this package: users take a writer or a view."""
        with _explained(self.location):
            if self._engine.dialect.name == "sqlite":
                with (self._writing if writes else self._engine).begin() as connection:
                    yield connection
                return
            engine = self._engine if writes else self._engine.execution_options(isolation_level="REPEATABLE READ")
            with engine.begin() as connection:
                if writes:
                    connection.execute(select(META.c.value).where(META.c.key == "application").with_for_update())
                yield connection

    def close(self) -> None:
        """Closes the library; a file is one file again."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _make_tables(self, *, create: bool) -> None:
        try:
            with _explained(self.location):
                with self._engine.begin() as connection:
                    found = _format(connection, self.location)
                    if found == SCHEMA_VERSION:
                        return
                if not create and found is None:
                    raise StoreError(f"{self.location} is empty; read documents into it first: filmdossier read PATH…")
                with self._writing.begin() as connection:
                    if connection.dialect.name == "postgresql":
                        connection.execute(text(f"SELECT pg_advisory_xact_lock({_CREATION_LOCK})"))
                    found = _format(connection, self.location)  # somebody else may have made it meanwhile
                    if found is None:
                        METADATA.create_all(connection)
                        create_search(connection)
                        create_film_names(connection)
                        rows = {
                            "application": APPLICATION,
                            "schema": str(SCHEMA_VERSION),
                            "links": "",
                            **dict.fromkeys(REVISIONS, "0"),
                        }
                        connection.execute(insert(META), [{"key": key, "value": value} for key, value in rows.items()])
                    elif found < SCHEMA_VERSION:
                        upgrade(connection, found)
        except BaseException:
            self.close()
            raise


def _check_file(path: Path, name: str, *, create: bool) -> None:
    """Looks at a file before SQLite may write to it: even switching on the log would change it."""
    try:
        if not path.exists():
            if not create:
                raise StoreError(
                    f"there is no library {name}; read documents into it first: filmdossier read PATH… --library {name}"
                )
            if not path.parent.is_dir():
                raise StoreError(f"{name}: the folder {path.parent} does not exist; make it first")
            return
        if not path.is_file():
            raise StoreError(f"{name} is not a file; name the library's file with --library")
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise StoreError(f"{name} cannot be opened ({error.strerror}); check its permissions") from error
    if not head:
        return  # as a kill in the first moment of a new library leaves it
    if head != b"SQLite format 3\0":
        raise StoreError(f"{name} is not a filmdossier library; choose another file with --library")
    reading_only = URL.create("sqlite", database=path.as_uri(), query={"mode": "ro", "uri": "true"})
    with _explained(name):
        try:
            _look(reading_only, name)
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            # A writer was killed in the middle: whoever reads next must take its half page back, and may not where it only reads.
            _look(URL.create("sqlite", database=str(path)), name)


def _look(place: URL, name: str) -> None:
    looking = create_engine(place, poolclass=NullPool, connect_args={"timeout": _BUSY_SECONDS})
    with looking.connect() as connection:
        _format(connection, name)


def _format(connection: Connection, location: str) -> int | None:
    """The format of the library; None in an empty database; StoreError in anybody else's, and in a newer one."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    meta: dict[str, str] = {}
    if META.name in tables and {column["name"] for column in inspect(connection).get_columns(META.name)} == {"key", "value"}:
        meta = {str(key): str(value) for key, value in connection.execute(select(META.c.key, META.c.value))}
    if meta.get("application") != APPLICATION:
        raise StoreError(f"{location} is a database of another program; choose another place with --library")
    schema = meta.get("schema", "")
    if not schema.isdigit() or int(schema) > SCHEMA_VERSION:
        raise StoreError(
            f"{location} was made by a newer filmdossier (format {schema}, this one knows up to {SCHEMA_VERSION}); "
            "upgrade filmdossier to open it"
        )
    return int(schema)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # SQLAlchemy begins and ends transactions; Python's sqlite3 would begin them behind its back, and late.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA foreign_keys = ON")
        mode = _log_ahead(cursor)
        # With the write-ahead log NORMAL loses no committed document to a killed program and at most the
        # last few to a power cut, and never half of one. Where there can be no log, only FULL promises that.
        cursor.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'wal' else 'FULL'}")
    finally:
        cursor.close()


def _log_ahead(cursor: sqlite3.Cursor) -> str:
    """The journal's mode once the write-ahead log was asked for.

    Two that open a new library at once both hold it for reading when they switch; SQLite then refuses
    one of them without waiting, whatever its timeout. The other is done in a moment.
    """
    until = monotonic() + _BUSY_SECONDS
    while True:
        try:
            return str(cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or monotonic() > until:
                raise
            sleep(_BUSY_PAUSE)


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its place in the queue at once: a reader turned writer half way could only fail.
    writes = connection.get_execution_options().get("filmdossier_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _explained(location: str) -> Iterator[None]:
    """Turns the engines' errors into one that says what to do."""
    try:
        yield
    except FilmdossierError:
        raise
    except SQLAlchemyError as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())
        raise StoreError(f"{location}: {cause}; {_remedy(cause)}") from error


def _remedy(cause: str) -> str:
    for sign, remedy in (
        ("locked", "another program is writing to it: wait until it is done"),
        ("disk is full", "free some space and run again: what was read so far is kept"),
        ("malformed", "the file is damaged: restore a copy, or read the documents again into a new library"),
        ("not a database", "the file is damaged: restore a copy, or read the documents again into a new library"),
        ("readonly", "make the file and its folder writable, or copy it elsewhere"),
        ("unable to open", "make the file and its folder writable, or copy it elsewhere"),
        ("connection", "check that the server runs and that the URL is right"),
    ):
        if sign in cause:
            return remedy
    return "check the library, then run the command again"
