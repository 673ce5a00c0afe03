"""Whatever documents say, every export is a file that its readers take."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from filmdossier.present.exporters import EXPORTERS
from support.export_checks import check
from support.exports import BREAKERS, RECORDS, SOME_WORDS, filled

# The record JSON and the graph refuse halves of surrogate pairs, which no reader lets into a document.
_TOLERANT = sorted(set(EXPORTERS) - {"json", "gexf"})


@pytest.mark.parametrize("name", sorted(EXPORTERS))
@pytest.mark.parametrize("make", RECORDS)
def test_hand_built_records(name: str, make: object, tmp_path: Path) -> None:
    check(name, make(), tmp_path)  # type: ignore[operator]


@pytest.mark.parametrize("name", _TOLERANT)
@pytest.mark.parametrize("breaker", BREAKERS)
def test_words_that_break_formats(name: str, breaker: str, tmp_path: Path) -> None:
    check(name, filled(breaker if any(letter.isalnum() for letter in breaker) else f"a{breaker}b"), tmp_path)


@pytest.mark.parametrize("name", _TOLERANT)
@given(words=SOME_WORDS.filter(lambda words: any(letter.isalnum() for letter in words)))
@settings(max_examples=25)
def test_any_words(name: str, words: str) -> None:
    with TemporaryDirectory() as folder:
        check(name, filled(words), Path(folder))
