"""What is pulled out of long quotations."""

from filmdossier.extract.reviews.passages import clauses, passages, sentences_of
from filmdossier.model.text import Span

LONG = (
    "The plot is taken from a novel of the year before. By the time the villain has come back for the third time — "
    "and nobody in the row before me was awake — the film is a terrible and boring mess. It runs for two hours."
)


def words(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


def test_a_short_quotation_stands_alone() -> None:
    text = "a brilliant, moving film"
    assert passages(text, Span(0, len(text))) == [Span(0, len(text))]


def test_the_plainest_words_of_a_long_one_are_pulled_out() -> None:
    whole, *inner = passages(LONG, Span(0, len(LONG)))
    assert whole.of(LONG) == LONG
    assert "the film is a terrible and boring mess." in words(LONG, inner)
    assert all(span in whole and span != whole for span in inner)
    assert inner == sorted(inner)


def test_short_sentences_have_no_clauses() -> None:
    text = "It is slow, and it is dull."
    assert clauses(text, Span(0, len(text))) == []


def test_sentences_part_where_words_were_left_out() -> None:
    text = "A superb lead ... Mr. Hale is less sure of himself. See it."
    assert words(text, sentences_of(text, Span(0, len(text)))) == ["A superb lead", "Mr. Hale is less sure of himself."]
