"""An edit made from a word and its lemma leads from the one to the other, and to others like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmdossier.annotate.reader.lemmas import apply, lemma, script_of

_WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("learned", "met"),
    [
        (("chasing", "chase"), ("hiding", "hide")),
        (("kills", "kill"), ("shoots", "shoot")),
        (("Bullets", "bullet"), ("Guns", "gun")),
        (("was", "be"), ("is", "be")),
        (("Banderas", "Banderas"), ("Carolina", "Carolina")),
    ],
)
def test_an_edit_serves_words_that_bend_alike(learned: tuple[str, str], met: tuple[str, str]) -> None:
    assert apply(script_of(*learned), met[0]) == met[1]


@given(_WORDS, _WORDS)
def test_an_edit_gives_back_the_lemma_it_was_made_from(word: str, lemma: str) -> None:
    assert apply(script_of(word, lemma), word) == lemma


@given(_WORDS, st.from_regex(r"(keep|lower):\d:[a-z]{0,3}|=[a-z]{1,5}", fullmatch=True))
def test_no_edit_leaves_a_word_without_a_lemma(word: str, script: str) -> None:
    assert apply(script, word)


def test_plurals_that_bend_within_are_known() -> None:
    assert lemma("keep:1:", "Men", "NOUN") == "man"
    assert lemma("keep:1:", "lives", "VERB") == "live"
