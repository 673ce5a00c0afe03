"""Long sentences are cut so that each word is answered for once, by a window that holds it."""

from hypothesis import given
from hypothesis import strategies as st

from filmdossier.annotate.reader.windows import CHUNK_WORDS, WINDOW_PIECES, chunks, windows

_PIECES = st.lists(st.integers(1, 12), max_size=400)


def test_a_sentence_that_fits_is_one_window() -> None:
    (window,) = windows([1] * WINDOW_PIECES)
    assert (window.start, window.end, window.owned_from, window.owned_to) == (0, WINDOW_PIECES, 0, WINDOW_PIECES)


def test_windows_overlap_by_a_third() -> None:
    first, second, *_ = windows([1] * (3 * WINDOW_PIECES))
    assert second.start == first.end - WINDOW_PIECES // 3
    assert first.owned_to == second.owned_from == (first.end + second.start) // 2


@given(_PIECES)
def test_every_word_is_owned_once_by_a_window_that_holds_it(pieces: list[int]) -> None:
    cut = windows(pieces)
    assert [word for window in cut for word in range(window.owned_from, window.owned_to)] == list(range(len(pieces)))
    assert all(window.start <= window.owned_from <= window.owned_to <= window.end for window in cut)
    assert all(sum(pieces[window.start : window.end]) <= WINDOW_PIECES for window in cut)


@given(st.integers(0, 5 * CHUNK_WORDS))
def test_chunks_hold_every_word_once(words: int) -> None:
    assert [word for chunk in chunks(words) for word in chunk] == list(range(words))
    assert all(0 < len(chunk) <= CHUNK_WORDS for chunk in chunks(words))
