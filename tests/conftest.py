"""What holds for every test: the order of the folders, and what is skipped where something is missing.

Standing here also puts this folder on the import path, so that tests share ``support``.
"""

from pathlib import Path

import pytest
from hypothesis import settings

from support.shared import EVALUATION, chromium

# The order in which a failure is cheapest to hear of; folders not named here come before the browser.
ORDER = ("unit", "properties", "contracts", "fuzz", "dossiers", "docs", "gate", "e2e")
HERE = Path(__file__).parent

# The same cases on every run, on a machine of any speed: a failure is a fact about the change.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden dossiers anew instead of comparing with them")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    no_documents = pytest.mark.skip(reason="needs the shared evaluation documents: the folder ../shared/evaluate is not there")
    no_browser = pytest.mark.skip(reason="needs Chromium, and there is none on this machine")
    for item in items:
        if item.get_closest_marker("evaluation") and not EVALUATION.is_dir():
            item.add_marker(no_documents)
        if item.get_closest_marker("browser") and chromium() is None:
            item.add_marker(no_browser)
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    folder = item.path.relative_to(HERE).parts[0]
    return ORDER.index(folder) if folder in ORDER else ORDER.index("e2e") - 1


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The folder of the shared evaluation documents (for tests marked ``evaluation``)."""
    return EVALUATION


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example documents."""
    return HERE.parent / "examples"
