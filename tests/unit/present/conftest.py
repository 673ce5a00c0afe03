"""Clients of pages and API over the examples: one that only reads, and one that may write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from support.serving import copied, make_library, served


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def client(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(copied(library, tmp_path_factory.mktemp("read"))) as opened:
        yield opened


@pytest.fixture
def editing(library: Path, tmp_path: Path) -> Iterator[TestClient]:
    with served(copied(library, tmp_path)) as opened:
        yield opened
