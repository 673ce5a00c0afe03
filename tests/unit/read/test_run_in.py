"""Labelled values set one after the other in a paragraph."""

import pytest

from support.reading import read_as


def told(text: str, name: str = "notes.txt") -> list[tuple[str, str]]:
    document = read_as(name, text)
    return [(block.label, block.cells[0].span.of(document.text)) for block in document.run_in]


SHEET = "Dir: Robert Siodmak. Scr: Anthony Veiller. Running time: 103 minutes. Certificate A. UK release: 15 November 1946."


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
def test_labels_one_after_the_other(name: str) -> None:
    assert told(f"The Killers (1946)\n\nA man waits for his death.\n\n{SHEET}\n", name) == [
        ("Dir", "Robert Siodmak"),
        ("Scr", "Anthony Veiller"),
        ("Running time", "103 minutes"),
        ("UK release", "15 November 1946"),
    ]


def test_one_line_among_others_as_typed() -> None:
    text = "THE KILLERS\nUSA, 1946. b/w.\nDir: Robert Siodmak; Music: Miklós Rózsa\nWith Burt Lancaster, Ava Gardner, Edmond O'Brien.\n"
    assert told(text) == [("Dir", "Robert Siodmak"), ("Music", "Miklós Rózsa")]


def test_an_initial_ends_no_value() -> None:
    assert told("A short note.\n\nDirector: J. Lee Thompson. Music: Dimitri Tiomkin.\n")[0] == ("Director", "J. Lee Thompson")


@pytest.mark.parametrize(
    "text",
    [
        "There is one rule: never turn your back. He had one wish: to go home, and he said it to everybody who sat down with him.",
        "Music: Miklós Rózsa is heard in the long scene before the robbery. The rest of the picture goes without any music, "
        "and when the door opens: Director Siodmak holds on the stairs for so long that nobody breathes.",
    ],
)
def test_a_colon_in_prose_labels_nothing(text: str) -> None:
    assert told(f"A note.\n\n{text}\n") == []
