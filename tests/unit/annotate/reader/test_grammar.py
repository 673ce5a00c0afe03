"""Words keep their places, every sentence is a tree with one root, and asking twice gives the same."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.annotate.reader.grammar import parse
from filmdossier.annotate.reader.network import BATCH_PIECES, batches
from filmdossier.annotate.reader.windows import CHUNK_WORDS
from filmdossier.model.annotations import Word
from filmdossier.model.text import Span

_TEXT = "Carolina hides the gunfighter in her bookstore. He doesn't trust his brother. The bar was burnt down by Bucho's men."


def _sentences(text: str) -> list[Span]:
    spans, start = [], 0
    for part in text.split(". "):
        spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return [span for span in spans if len(span)]


def _roots(words: tuple[Word, ...]) -> list[int]:
    """For every word the root that its heads lead to."""
    found = []
    for start in range(len(words)):
        word = start
        for _ in range(len(words) + 1):
            if words[word].head == word:
                break
            word = words[word].head
        assert words[word].head == word, "heads run in a circle"
        found.append(word)
    return found


def test_places_lemmas_and_grammar_of_plain_sentences() -> None:
    words = parse(_TEXT, _sentences(_TEXT))
    said = {_TEXT[word.span.start : word.span.end]: word for word in words}
    assert said["hides"].relation == "root"
    assert said["hides"].lemma == "hide"
    assert said["Carolina"].pos == "PROPN"
    assert words[said["Carolina"].head] is said["hides"]
    assert said["Carolina"].relation == "nsubj"
    assert said["gunfighter"].relation == "obj"
    assert words[said["n't"].head] is said["trust"]
    assert said["bar"].relation == "nsubj:pass"


def test_heads_stay_inside_their_sentence() -> None:
    sentences = _sentences(_TEXT)
    for word in (words := parse(_TEXT, sentences)):
        inside = next(sentence for sentence in sentences if word.span in sentence)
        assert words[word.head].span in inside


def test_the_same_text_gives_the_same_words() -> None:
    assert parse(_TEXT, _sentences(_TEXT)) == parse(_TEXT, _sentences(_TEXT))


def test_a_sentence_among_others_reads_as_it_does_alone() -> None:
    sentences = _sentences(_TEXT)
    together = parse(_TEXT, sentences)
    alone = [word for sentence in sentences for word in parse(_TEXT, [sentence])]
    # Eight-bit activations are scaled by batch: a score in the balance may tip, a sentence may not fall apart.
    assert [word.span for word in together] == [word.span for word in alone]
    same = sum(
        (one.pos, one.relation, one.lemma) == (two.pos, two.relation, two.lemma) for one, two in zip(together, alone, strict=True)
    )
    assert same >= 0.9 * len(alone)


@pytest.mark.parametrize("words", [90, 250, CHUNK_WORDS + 150])
def test_a_long_sentence_keeps_every_word_and_one_root(words: int) -> None:
    text = " and ".join(f"rider {index} follows the bandit" for index in range(words // 6)) + "."
    parsed = parse(text, [Span(0, len(text))])
    assert " ".join(text[word.span.start : word.span.end] for word in parsed) == text.replace(".", " .")
    assert len(set(_roots(parsed))) == 1
    assert sum(word.relation == "root" for word in parsed) == 1


@given(st.text(min_size=1, max_size=120))
@settings(max_examples=30, deadline=None)
def test_any_text_is_a_tree_over_its_own_words(text: str) -> None:
    words = parse(text, [Span(0, len(text))])
    assert all(before.span.end <= after.span.start for before, after in pairwise(words))
    assert all(word.lemma and text[word.span.start : word.span.end].strip() for word in words)
    assert len(set(_roots(words))) == (1 if words else 0)
    assert [word.head == index for index, word in enumerate(words)] == [word.relation == "root" for word in words]


def test_no_sentences_no_words() -> None:
    assert parse("", []) == ()


@given(st.lists(st.integers(1, 300), max_size=60))
def test_batches_hold_every_sentence_once_and_stay_small(lengths: list[int]) -> None:
    found = batches(lengths)
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= BATCH_PIECES for batch in found)
