"""Quotations are found where the text holds them, up to typography, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.annotate.plugins.anchoring import Passage
from filmdossier.model.text import Span

TEXT = "In “Desperado” Antonio\u00a0Banderas (El Mariachi’s heir) fights\n Bucho — the drug-lord…  Bucho's ﬁnal men call him Jefe. Ana, Anabel."


def anchored(quote: str, text: str = TEXT) -> list[str]:
    """The words of the text that a quotation is anchored to."""
    return [span.of(text) for span in Passage(text, Span(0, len(text))).anchors(quote)]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Bucho", ["Bucho", "Bucho"]),
        ("Antonio Banderas", ["Antonio\u00a0Banderas"]),
        ("  Antonio   Banderas ", ["Antonio\u00a0Banderas"]),
        ("El Mariachi's heir", ["El Mariachi’s heir"]),
        ('"Desperado"', ["“Desperado”"]),
        ("«Desperado»", ["“Desperado”"]),
        ("'Jefe'", ["Jefe"]),
        ("fights Bucho - the drug‑lord...", ["fights\n Bucho — the drug-lord…"]),
        ("final men", ["ﬁnal men"]),
        ("drug\u00adlord", []),
        ("Ana", ["Ana"]),
        ("Anabe", []),
        ("bucho", []),
        ("Buch", []),
        ("ucho", []),
        ("Bucho the Great", []),
        ("", []),
        (" … ", []),
        ("“”", []),
    ],
)
def test_what_is_found(quote: str, found: list[str]) -> None:
    assert anchored(quote) == found


def test_only_the_passage_is_looked_at() -> None:
    text = "Bucho came. Bucho went."
    assert Passage(text, Span(12, 23)).anchors("Bucho") == (Span(12, 17),)
    assert Passage(text, Span(12, 23)).anchors("came") == ()
    # A word that goes on beyond the passage is not whole inside it.
    assert Passage(text, Span(0, 3)).anchors("Buc") == ()


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert anchored("Rau\u0301l Julia\u0301", "with Raúl Juliá") == ["Raúl Juliá"]


def test_scripts_without_spaces_have_no_boundaries() -> None:
    assert anchored("张艺谋", "导演张艺谋拍摄了这部电影。") == ["张艺谋"]


@given(st.text(max_size=60), st.data())
def test_every_anchor_is_a_stretch_of_the_passage(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    a = data.draw(st.integers(0, len(text)))
    quote = data.draw(st.one_of(st.just(text[a : a + 8]), st.text(max_size=5)))
    for anchor in Passage(text, span).anchors(quote):
        assert anchor in span
        assert any(letter.isalnum() for letter in anchor.of(text))
