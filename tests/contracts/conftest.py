"""One empty library on each engine, and the server behind the second."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from filmdossier.store import Store
from support import postgresql

_NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    try:
        with postgresql.running() as started:
            yield started
    except postgresql.NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty library can be made, on each engine in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    server: postgresql.Server = request.getfixturevalue("server")
    return server.new_database(f"library-{next(_NUMBERS)}")


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    with Store.open(location) as opened:
        yield opened
