"""The layer over words: which features it sees, and what it makes of them."""

from pathlib import Path

import numpy
import pytest

from filmdossier.annotate.reader.wide import Wide, grams, keys


def test_words_marks_and_pairs_are_features() -> None:
    assert list(grams(["A", "Joy", "!"])) == ["a", "^ a", "joy", "a joy", "!", "joy !", "! $"]


def test_words_under_a_negation_are_marked_until_the_clause_ends() -> None:
    found = set(grams(["It", "isn't", "very", "funny", ",", "but", "warm"]))
    assert {"¬very", "¬funny"} <= found
    assert "¬warm" not in found


def test_a_negation_reaches_three_words() -> None:
    found = set(grams(["never", "quite", "as", "good", "again"]))
    assert "¬good" in found
    assert "¬again" not in found


def test_curly_and_straight_apostrophes_are_one() -> None:
    assert keys(["didn’t"]) == keys(["didn't"])


@pytest.fixture
def small() -> Wide:
    good, bad = keys(["good"]), keys(["bad"])
    numbers = numpy.array(sorted({*good, *bad}), dtype=numpy.uint32)
    weights = numpy.array([100 if number in good else -100 for number in numbers], dtype=numpy.int8)
    return Wide(numbers, weights, numpy.full(len(numbers), 10, dtype=numpy.uint8), 0.01, 0.1, 0.25)


def test_known_words_speak_for_and_against(small: Wide) -> None:
    assert small.favour(["good"]) > small.bias > small.favour(["bad"])


def test_without_known_words_only_the_bias_speaks(small: Wide) -> None:
    assert small.favour(["unheard", "of"]) == small.favour([]) == small.bias


def test_saying_it_twice_is_not_saying_it_twice_as_much(small: Wide) -> None:
    assert small.favour(["good"]) == small.favour(["good", "good"])


def test_what_is_kept_is_what_is_loaded(small: Wide, tmp_path: Path) -> None:
    small.save(tmp_path)
    again = Wide.load(tmp_path)
    assert again.favour(["good", "bad"]) == small.favour(["good", "bad"])
    assert list(again.numbers) == list(small.numbers)
