"""Sentences: whole, ordered, and with the marks that belong to them."""

from filmdossier.annotate.sentences import sentences
from filmdossier.model.text import Source
from filmdossier.read import read
from support.prose import document


def split(*paragraphs: str) -> list[str]:
    made = document(*paragraphs)
    return [sentence.span.of(made.text) for sentence in sentences(made)]


def test_footnote_mark_goes_back_to_the_sentence_it_closes() -> None:
    assert split("Ines Roy called it tame.\n[8] Per Dahl disagreed.") == ["Ines Roy called it tame.\n[8]", "Per Dahl disagreed."]


def test_closing_quotation_mark_goes_back_with_its_footnote() -> None:
    text = 'Ines Roy wrote, "It never wakes up.\n"[8] Per Dahl of The Post disagreed.'
    assert split(text) == ['Ines Roy wrote, "It never wakes up.\n"[8]', "Per Dahl of The Post disagreed."]


def test_mark_goes_back_across_paragraphs() -> None:
    assert split("She wrote that it drags.", "[3] He did not.") == ["She wrote that it drags.\n\n[3]", "He did not."]


def test_opening_quotation_mark_stays_with_its_sentence() -> None:
    assert split('It was long. "Too long", said Roy.') == ["It was long.", '"Too long", said Roy.']


def test_initials_and_short_forms_do_not_end_a_sentence() -> None:
    assert split("The script is by J. R. Doyle Jr. and Mr. Lund. It was shot in St. Louis.") == [
        "The script is by J. R. Doyle Jr. and Mr. Lund.",
        "It was shot in St. Louis.",
    ]


def test_a_megabyte_without_a_full_stop_is_read_to_its_end() -> None:
    made = document("word " * 200_000 + "end")
    found = sentences(made)
    assert found[-1].span.end == len(made.text)
    assert sum(len(sentence.span) for sentence in found) > 0.99 * len(made.text)


def test_footnotes_after_a_quotation_end_the_sentence() -> None:
    assert split('Per Dahl wrote, "It drags."[2][3] In The Post, Ines Roy disagreed.[4] It was 1999.') == [
        'Per Dahl wrote, "It drags."[2][3]',
        "In The Post, Ines Roy disagreed.[4]",
        "It was 1999.",
    ]


def test_a_title_is_not_parted_and_its_own_mark_ends_no_sentence() -> None:
    page = "''Ahoy!'' opens with a joke. Both ''Ahoy!'' films were cheap. She liked ''Ahoy!'' He did not, nor ''Dev. D''."
    made = read(page.encode(), Source(origin="a.wikitext", media_type="text/x-wiki", sha256="0"))
    assert [sentence.span.of(made.text) for sentence in sentences(made)] == [
        "Ahoy! opens with a joke.",
        "Both Ahoy! films were cheap.",
        "She liked Ahoy!",
        "He did not, nor Dev. D.",
    ]
