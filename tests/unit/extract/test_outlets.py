"""Names of publications where they stand in a text."""

import pytest

from filmdossier.extract.outlets import outlets_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Smith of Rediffgave it three stars.", ["Rediff"]),
        ("Ann Smith of Rediff gave it three stars.", ["Rediff"]),
        ("He called Varietywood a lovely place.", []),
    ],
)
def test_a_verb_run_on_to_the_name_hides_it_not(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end, _ in outlets_in(text, 0, len(text))] == names
