"""Words are found as the index finds them, at their places in the text itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.present.web.hits import folded, hits
from filmdossier.store.search import parse_query


def found(text: str, typed: str) -> list[str]:
    return [span.of(text) for span in hits(text, parse_query(typed))]


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("Raúl Juliá and RAUL", "raul", ["Raúl", "RAUL"]),
        ("İstanbul, İstanbullu", "istanbul", ["İstanbul"]),
        ("Michael Mann directs; direction", "direct*", ["directs", "direction"]),
        ("Robert  De-Niro, de Niro, Robert", '"de niro"', ["De-Niro", "de Niro"]),
        ("snake_case is two words", "case", ["case"]),
        ("Heat and Ronin", "heat -ronin", ["Heat"]),
        ("Heat", "", []),
        ("Straße", "strasse", []),
    ],
)
def test_finds_words_whatever_their_case_and_accents(text: str, typed: str, words: list[str]) -> None:
    assert found(text, typed) == words


@given(st.text())
def test_every_letter_keeps_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(), st.text())
def test_whatever_is_typed_every_hit_is_a_stretch_of_the_text(text: str, typed: str) -> None:
    for span in hits(text, parse_query(typed)):
        assert span.of(text).strip()
