"""Markdown reviews: the header, the layout, and inline marks without their signs."""

import pytest

from filmdossier.errors import BrokenFile
from filmdossier.model.text import BlockKind, MarkKind, Origin
from support.reading import links, marked, outline, read_as, rows, texts, values

REVIEW = """\
---
title: Cure (1997)
grade: A
date: 2009-01-21
tags: [crime, horror]
cast:
  - {actor: Kōji Yakusho, role: Takabe}
---

# A mesmerist

Kiyoshi Kurosawa's _Cure_ is **slow** and <span data-id="7">_Pulse_</span> is slower.
It goes on
in one paragraph.

<!-- a note
over lines -->

> Who are you?

- Kōji Yakusho as Takabe
- Masato Hagiwara as Mamiya
    1. or is he?

| Critic | Rating |
|--------|--------|
| Ann Lee | 4/5 |
| Bo Ray<br>for the *Post* | B+ |

See [the other review](https://example.org/pulse "Pulse"). <script>alert(1)</script><b>Go</b>.
"""


def test_the_header_becomes_fields_and_rows() -> None:
    document = read_as("cure.md", REVIEW)
    assert values(document) == {"title": ["Cure (1997)"], "grade": ["A"], "date": ["2009-01-21"], "tags": ["crime", "horror"]}
    assert rows(document)[0] == {"actor": ["Kōji Yakusho"], "role": ["Takabe"]}
    assert {block.origin for block in document.blocks[:5]} == {Origin.FRONT_MATTER}
    assert (document.title, document.published) == ("Cure (1997)", "2009-01-21")


def test_the_body_keeps_its_layout() -> None:
    document = read_as("cure.md", REVIEW)
    assert [entry for entry in outline(document) if entry[0] not in ("field", "row")] == [
        ("heading 1", "A mesmerist"),
        ("paragraph", "Kiyoshi Kurosawa's Cure is slow and Pulse is slower. It goes on in one paragraph."),
        ("quote", "Who are you?"),
        ("list_item 1", "Kōji Yakusho as Takabe"),
        ("list_item 1", "Masato Hagiwara as Mamiya"),
        ("list_item 2", "or is he?"),
        ("paragraph", "See the other review. Go."),
    ]


def test_tables_are_rows_under_their_headers() -> None:
    assert rows(read_as("cure.md", REVIEW))[1:] == [
        {"Critic": ["Ann Lee"], "Rating": ["4/5"]},
        {"Critic": ["Bo Ray", "for the Post"], "Rating": ["B+"]},
    ]


def test_marks_cover_the_words_without_their_signs() -> None:
    document = read_as("cure.md", REVIEW)
    assert marked(document, MarkKind.ITALIC) == ["Cure", "Pulse", "Post"]
    assert marked(document, MarkKind.BOLD) == ["slow", "Go"]
    assert links(document) == [("the other review", "https://example.org/pulse")]


def test_labelled_lines_are_fields() -> None:
    document = read_as(
        "a.md",
        "**Director:** Kiyoshi Kurosawa  \n**Year:** 1997\n\nA slow film.\n\n- *Cast*: Kōji Yakusho\n- Rating: B+\n\n> Director: who?",
    )
    assert values(document) == {"Director": ["Kiyoshi Kurosawa"], "Year": ["1997"], "Cast": ["Kōji Yakusho"], "Rating": ["B+"]}
    assert [block.origin for block in document.fields()] == [Origin.BODY] * 3 + [Origin.FRONT_MATTER]
    assert outline(document)[-1] == ("quote", "Director: who?")


def test_the_first_top_heading_is_the_title_where_the_header_has_none() -> None:
    assert read_as("a.md", "# Cure\n\n# Pulse\n\nTwo films.").title == "Cure"
    assert read_as("a.md", "## Cure\n\nOne film.").title is None


def test_html_tags_leave_their_words() -> None:
    document = read_as(
        "a.md", "<div class=\"x\">\nA *slow* film.\n</div>\n\n<p>One<p>Two<br>three\n\n<i>Cure</i> and <a href='/pulse'>Pulse</a>"
    )
    assert texts(document, BlockKind.PARAGRAPH) == ["A slow film.", "One", "Two\nthree", "Cure and Pulse"]
    assert marked(document, MarkKind.ITALIC) == ["slow", "Cure"]
    assert links(document) == [("Pulse", "/pulse")]


def test_an_unclosed_comment_hides_nothing() -> None:
    assert "still here" in read_as("a.md", "Before. <!-- open\n\nstill here").text


def test_code_and_entities_are_words() -> None:
    assert read_as("a.md", "Tom &amp; Jerry in `Cure`\n\n    set off\n").text == "Tom & Jerry in Cure\n\nset off"


def test_a_second_paragraph_of_an_item_is_a_paragraph() -> None:
    assert outline(read_as("a.md", "- Takabe\n\n  A detective.\n- Mamiya")) == [
        ("list_item 1", "Takabe"),
        ("paragraph", "A detective."),
        ("list_item 1", "Mamiya"),
    ]


def test_thousands_of_nested_signs_are_only_text() -> None:
    for hostile in ("[" * 5000, "*" * 5001, "a " + "`" * 4001, "<b>" * 3000, "![](" * 3000, "> " * 40, "- " * 40):
        assert "end" in read_as("a.md", f"{hostile}end").text


@pytest.mark.parametrize("sign", ["> ", "- ", "1. > "])
def test_nesting_that_the_parser_would_cut_off_is_refused(sign: str) -> None:
    with pytest.raises(BrokenFile, match="nested"):
        read_as("a.md", f"Before.\n\n{sign * 3000}end")


def test_words_around_emphasis_keep_their_spaces() -> None:
    document = read_as("a.md", "most pre-_Graduate_ films, _Yorga_'s sequel,_Pulse_")
    assert document.text == "most pre-Graduate films, Yorga's sequel,Pulse"


def test_lines_typed_as_lines_stay_lines() -> None:
    text = (
        "NIGHT FERRY\nNorway 1951 · 91 mins\nMeridian Films\n\n"
        "A harbour town waits all night for the ferry, and the ferry does not come, and in the morning nobody speaks of it.\n\n"
        'WHAT THE PAPERS SAID\n"Cold and fine." Ines Roy, The Courier\nPer Dahl (Morning Post) found it long.\n'
    )
    found = outline(read_as("a.md", text))
    assert found[0] == ("heading 1", "NIGHT FERRY")
    assert ("heading 2", "WHAT THE PAPERS SAID") in found
    assert found[-1] == ("paragraph", '"Cold and fine." Ines Roy, The Courier\nPer Dahl (Morning Post) found it long.')


def test_prose_wrapped_at_a_width_is_joined() -> None:
    text = "A harbour town waits all night for the ferry,\nand Per Dahl waits with it. In the morning the\nFerry comes. Nobody speaks of it in the town.\n"
    ((_, words),) = outline(read_as("a.md", text))
    assert "\n" not in words
