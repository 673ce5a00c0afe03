"""Title and year of an opening that gives other titles and other years as well."""

import pytest

from filmdossier.annotate import annotate
from support.prose import document


def identity(opening: str) -> tuple[str, int | None] | None:
    topics = annotate(document(opening)).topics
    return (topics[0].title, topics[0].year) if topics else None


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Night Ferry, later retitled The Crossing, is a 1951 drama film.", ("Night Ferry", 1951)),
        ("Night Ferry, sometimes referred to as Night Boat, is a 1951 drama film.", ("Night Ferry", 1951)),
        ("Night Ferry also known as Night Boat is a 1951 drama film.", ("Night Ferry", 1951)),
        ("Night Ferry is a 1951 cinematic adaptation of Ana Mota's novel Night Ferry.", ("Night Ferry", 1951)),
        ("Night Ferry was the fourth of Carl Berg's series of wartime films. It was released in 1943.", ("Night Ferry", 1943)),
        ("Night Ferry is a drama film that was filmed in 1950 and released in 1951.", ("Night Ferry", 1951)),
        ("Night Ferry is a drama film. It first aired in 1998, and was released on DVD in 2002.", ("Night Ferry", 1998)),
        ("Night Ferry is a 1974 animated Christmas television special produced by Carl Berg.", ("Night Ferry", 1974)),
    ],
)
def test_the_film_s_own(opening: str, expected: tuple[str, int]) -> None:
    assert identity(opening) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "This is a complete list of the 164 shorts of the series. Of these, 162 are theatrical shorts, one is a film for television.",
        "Night Ferry is a novel by Ana Mota, adapted into a film in 1951.",
        "Night Ferry is a 1996 television miniseries in two parts.",
    ],
)
def test_openings_on_something_else(opening: str) -> None:
    assert identity(opening) is None
