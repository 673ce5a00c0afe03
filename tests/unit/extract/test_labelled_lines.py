"""Links from labelled lines of a plain sheet."""

import pytest

from filmdossier.extract.connections import connections
from support.claims import stated

SHEET = "# Harbour Watch (1961)\n\nHarbour Watch is a 1961 thriller film directed by Carl Day.\n\n"


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("Preceded by: Tide Table (1959)", {"sequel_to": {"Tide Table"}}),
        ("Followed by: Tide Table (1963), Low Pier (1964) and Sand Bar", {"followed_by": {"Tide Table", "Low Pier", "Sand Bar"}}),
        ("Remakes: Tide Table (1983); Low Pier (2001)", {"remade_as": {"Tide Table", "Low Pier"}}),
        ("Remake of: Tide Table (1934)", {"remake_of": {"Tide Table"}}),
        ("Preceded by: Tide Table (1975)", {}),
        ("Next week: Tide Table (1975)", {}),
    ],
)
def test_lines(line: str, links: dict[str, set[str]]) -> None:
    found = stated(connections, f"{SHEET}{line}", "page.md")
    assert {relation: films for relation, films in found.items() if relation != "series"} == links


def test_a_series_that_a_sheet_counts() -> None:
    found = stated(connections, f"{SHEET}Second of the Inspector Holt films, and the best.", "page.md")
    assert found["part_of_series"] == {"Inspector Holt films"}


def test_a_series_after_somebodys_first_work() -> None:
    page = "# Harbour Watch (1961)\n\nHarbour Watch, India 1961, first feature of Anil Das and first part of the River Trilogy."
    assert stated(connections, page, "page.md")["part_of_series"] == {"River Trilogy"}
