"""Where the film was shot, as a sheet of facts says it."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.places_labelled import labelled_places
from support.reading import read_as


def shot(lines: str) -> list[object]:
    annotations = annotate(read_as("sheet.txt", f"Night Ferry (1951)\n\nA man waits for a boat that does not come.\n\n{lines}\n"))
    return [claim.value for claim in labelled_places(annotations, annotations.topics[0])]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Director: Ines Roy\nLocations: Wapping, the Savoy Hotel", ["Wapping", "Savoy Hotel"]),
        ("Director: Ines Roy\nFilming locations: Vienna and Prague (studio)", ["Vienna", "Prague"]),
        ("Dir: Ines Roy. Locations: Leith, Edinburgh. Length: 88 min.", ["Leith", "Edinburgh"]),
        ("Director: Ines Roy\nShot: 12 weeks, Leith", ["Leith"]),
        ("Director: Ines Roy\nSetting: Leith", []),
    ],
)
def test_the_places_of_a_label(lines: str, expected: list[object]) -> None:
    assert shot(lines) == expected
