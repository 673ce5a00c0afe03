"""Hostile wikitext: whatever is typed is read or refused, within seconds, and nothing unreadable is left over."""

import re
import time
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.errors import ReadError
from filmdossier.model.text import Document, Source
from filmdossier.read.wikitext import boxes, languages, read_page_xml, read_wikitext, reception, values, wording

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")
SIZE = 60_000
SECONDS_FOR_SIZE = 10.0
"""About ten times what the slowest takes on an idle core; quadratic behaviour takes hours."""

REPEATED = [
    "{{", "[[", "{{a|", "[[a|", "{{{", "{{a|b=", "}}", "]]", "{{[[", "[[{{", "{{}}", "{{a}}", "[[a]]", "{{nowrap|a}}", "{{ubl|", "{{infobox film|a=", "{{efn|",
    "{|\n", "\n{|\n|", "{|\n|-\n| ", "\n{|\n! a\n|-\n", "\n|", "\n!a!!", "<table><tr><td>", "|rowspan=500 colspan=100 a\n", "|-\n|colspan=100 rowspan=500 a\n",
    "<ref>", "<ref>a</ref>", "<ref name=a>b</ref><ref name=a/>", "<ref name=\"", "<references>", "<blockquote>", "<gallery>", "<poem>", "<!--", "<!-- -->\n",
    "''", "'''''a''", "\n'''", "<b>", "<i>", "<", "<h1>a", "==", "= a =\n", "\n= ", "\n* ", "\n;a:", "\n;a : ", "\n:", "[http://a ", "[", "https://a.b", "&#", "&nbsp;",
    "__A__", " ", "\n", "(", "a ", "style=a ", "{{won}} ", "{{!}}", "{{sfn|a|b}}", "{{cite web|title=a}}", "[[File:a|", "[[Category:a]]", "\u0301", "{{#if:a|",
]  # fmt: skip


MODULES = (boxes, languages, reception, values, wording)
# One name of each rendering, and of those that go by the shape of the name.
NAMES = sorted({rendering: name for module in MODULES for name, rendering in sorted(module.RENDERINGS.items())}.values())
NAMES += ["infobox film", "lang-fr", "ipac-en", "cite web", "sfn", "never heard of", "#if:a", "#tag:ref"]


def read_soon(wikitext: str) -> Document | None:
    """The document, or None where it was refused."""
    began = time.process_time()
    document = None
    with suppress(ReadError):
        document = read_wikitext(wikitext, SOURCE)
    assert time.process_time() - began < SECONDS_FOR_SIZE
    return document


@pytest.mark.parametrize("piece", REPEATED)
def test_repeated_markup_takes_time_in_proportion(piece: str) -> None:
    opening = "{|\n" if "span=" in piece else ""
    document = read_soon("Words of prose.\n" + opening + piece * (SIZE // len(piece)))
    assert document is not None
    assert document.text.startswith("Words of prose.")


@pytest.mark.parametrize(
    "argument", ["", "1=", "a|b|c|", "2018|1|1|", "title1=x|extra1=", "rev1=a|rev1score=", "consensus=", "text=", "all_music="]
)
def test_templates_nested_in_each_other_are_expanded_once(argument: str) -> None:
    for name in NAMES:
        document = read_soon("Words. " + f"{{{{{name}|{argument}" * 35 + "x" + "}}" * 35)
        assert document is not None
        assert len(document.text) < 10_000


def test_what_a_template_says_of_all_its_rows_is_not_repeated_without_end() -> None:
    rows = "".join(f"|title{number}=t" for number in range(999))
    document = read_soon("Words.\n{{track listing|all_music=" + "many names " * 2_000 + rows + "}}")
    assert document is not None
    assert len(document.text) < 200_000


def test_a_long_cell_is_not_repeated_without_end() -> None:
    document = read_soon("{|\n! A !! B\n|-\n| rowspan=500 | " + "many words " * 5_000 + "\n| b\n" + "|-\n| b\n" * 499 + "|}")
    assert document is not None
    assert len(document.text) < 200_000


MARKUP = ("{{", "}}", "[[", "]]", "|", "=", "''", "'''", "\n", "\n* ", "\n{|\n", "\n|-\n", "\n|}\n", "\n! ", "||", "<ref>", "</ref>", "<br>", "<!--", "-->", "== ", " ==",
          "<nowiki>", "</nowiki>", "Infobox film", "ubl", "Film date", "1995", "[http://a.b ", "]", "&amp;", "File:a.jpg", "é", "\u0301", "word ", "won", "style=x", ";", ":")  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=6)), max_size=80).map("".join))
def test_any_mixture_of_markup_is_read_or_refused(wikitext: str) -> None:
    document = read_soon(wikitext)
    if document is None:
        return
    ends = [block.span.end for block in document.blocks]
    starts = [block.span.start for block in document.blocks]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False)), "blocks are in order and apart"
    assert all(0 <= mark.span.start < mark.span.end <= len(document.text) for mark in document.marks)
    assert all(0 <= citation.position <= len(document.text) for citation in document.citations)
    assert all(cell.span in block.span for block in document.blocks for cell in block.cells)
    assert read_wikitext(wikitext, SOURCE) == document


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(("[[", "]]", "{{", "}}", "''", "'''", "a", " b", "\n", "\n\n", "<i>", "</i>", "<br>", "\n* ", "\n:")),
        max_size=60,
    ).map("".join)
)
def test_no_bracket_or_apostrophe_mark_is_left_over(wikitext: str) -> None:
    document = read_soon("Words.\n\n" + wikitext)
    assert document is not None
    assert not re.search(r"\[\[|\]\]|\{\{|\}\}|''|</?i>|<br", document.text)


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_words_without_markup_stay_as_they_are(words: str) -> None:
    plain = re.sub(r"[^\w\s.,!?]|_", "", words)
    document = read_soon("Word " + plain)
    assert document is not None
    expected = unicodedata.normalize("NFC", "Word " + plain)
    assert re.sub(r"[\s\W]+", "", document.text) == re.sub(r"[\s\W]+", "", expected)


@settings(max_examples=150)
@given(st.binary(max_size=120), st.integers(min_value=0, max_value=90))
def test_damaged_exports_are_read_or_refused(damage: bytes, place: int) -> None:
    raw = b"<mediawiki><page><title>Ran</title><revision><text>'''Ran''' is a film.</text></revision></page></mediawiki>"
    with suppress(ReadError):
        assert read_page_xml(raw[:place] + damage + raw[place:], SOURCE).text
