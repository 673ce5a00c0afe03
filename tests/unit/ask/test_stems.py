"""Forms of one word share a stem."""

import pytest

from filmdossier.ask.stems import content_stems, stem


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing killer killers",
        "murder murders murdered",
        "direct directed director directors",
        "write writes wrote written writer",
        "lose loses lost losing loss losses",
        "movie movies",
        "story stories",
        "wedding weddings",
        "wife wives",
        "marry marries married",
        "death deaths die dies died",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_other_words_have_other_stems() -> None:
    words = "film direct write kill marry lose story wife shoot"
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_accents_and_possessives_do_not_count() -> None:
    assert stem("Béla's") == stem("bela")


def test_filler_is_no_content() -> None:
    assert content_stems("Who is the director of the film?") == (stem("director"),)
