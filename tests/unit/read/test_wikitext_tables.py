"""Tables of encyclopedia articles: labels from headers, spans followed, layout told from data."""

import pytest

from filmdossier.model.text import BlockKind, Origin, Source
from filmdossier.read.wikitext import read_wikitext
from support.reading import outline, rows, text, texts

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")


def of(table: str) -> list[dict[str, list[str]]]:
    """The rows of a table."""
    return rows(read_wikitext(table, SOURCE))


def test_award_tables_come_out_row_by_row() -> None:
    document = read_wikitext(
        """{| class="wikitable sortable"
|+ style="x" | Accolades of ''Desperado''
|-
! Year !! Award
! scope="col" | Category !! Recipient(s) !! Result
|-
| rowspan="2" | 1996
| rowspan="2" | [[MTV Movie Awards]]
| Best Kiss
| Antonio Banderas<br />Salma Hayek
| {{nom}}<ref>{{cite web|title=MTV}}</ref>
|-
| Most Desirable || style="text-align:center;" | Antonio Banderas || rowspan=1 {{won}}
|-
! colspan="5" | Later
|-
| 1997 || colspan=2 | Saturn Award || S. Hayek || {{nom|Runner-up}}
|}
After.""",
        SOURCE,
    )
    assert rows(document) == [
        {
            "Year": ["1996"],
            "Award": ["MTV Movie Awards"],
            "Category": ["Best Kiss"],
            "Recipient(s)": ["Antonio Banderas", "Salma Hayek"],
            "Result": ["Nominated"],
        },
        {
            "Year": ["1996"],
            "Award": ["MTV Movie Awards"],
            "Category": ["Most Desirable"],
            "Recipient(s)": ["Antonio Banderas"],
            "Result": ["Won"],
        },
        {"Year": ["1997"], "Award; Category": ["Saturn Award"], "Recipient(s)": ["S. Hayek"], "Result": ["Runner-up"]},
    ]
    assert texts(document, BlockKind.CAPTION) == ["Accolades of Desperado", "Later"]
    assert {block.origin for block in document.blocks if block.kind is not BlockKind.PARAGRAPH} == {Origin.TABLE}
    assert texts(document, BlockKind.PARAGRAPH) == ["After."]


def test_headers_of_two_rows_join_and_one_over_all_says_nothing() -> None:
    assert of(
        "{|\n! rowspan=2 | Character !! colspan=2 | English !! colspan=2 | French\n|-\n! Actor !! Year !! Actor !! Year\n|-\n| A || b || 1 || c || 2\n|}"
    ) == [{"Character": ["A"], "English / Actor": ["b"], "English / Year": ["1"], "French / Actor": ["c"], "French / Year": ["2"]}]
    assert of(
        "{|\n! rowspan=2 | Character !! colspan=3 | Films\n|-\n! ''One'' !! ''Two'' !! ''Three''\n|-\n! scope=row | A\n| colspan=2 | b || c\n|}"
    ) == [{"Character": ["A"], "One; Two": ["b"], "Three": ["c"]}]


def test_headers_may_be_bold_or_stand_beside_their_values() -> None:
    assert of("{|\n| '''Actor''' || '''Role'''\n|-\n| X || Y\n|}") == [{"Actor": ["X"], "Role": ["Y"]}]
    assert of("{|\n! Director\n| A\n|-\n! Producer\n| B\n|}") == [
        {"": ["Director"], "Director": ["A"]},
        {"": ["Producer"], "Producer": ["B"]},
    ]
    assert of("<table><tr><th>K</th><th>V</th></tr><tr><td align=left>a</td><td rowspan=1>b</td></tr></table>") == [
        {"K": ["a"], "V": ["b"]}
    ]
    assert of("{{awards table}}\n|-\n| 2012 || A || B || {{won}}\n{{end}}") == [
        {"Year": ["2012"], "Nominee / work": ["A"], "Award": ["B"], "Result": ["Won"]}
    ]


def test_text_across_the_table_is_a_caption_if_short_and_else_a_paragraph() -> None:
    document = read_wikitext(
        "{|\n! Character !! Actor\n|-\n| colspan=2 | Guests\n|-\n| A || B\n|-\n| colspan=2 | A is the sister of the hero and leaves him early.\n|}",
        SOURCE,
    )
    assert [(kind, words) for kind, words in outline(document)] == [
        ("caption", "Guests"),
        ("row", "A | B"),
        ("paragraph", "A is the sister of the hero and leaves him early."),
    ]


def test_lists_in_cells_are_separate_values_and_nested_tables_follow() -> None:
    document = read_wikitext("{|\n! A !! B\n|-\n|\n* one\n* two\n| {{ubl|three|four}}\n{|\n! C\n|-\n| d\n|}\n|}", SOURCE)
    assert rows(document) == [{"A": ["one", "two"], "B": ["three", "four"]}, {"C": ["d"]}]


@pytest.mark.parametrize("rest", ["", "\n== Next ==\nWords."])
def test_a_table_left_open_ends_with_its_section(rest: str) -> None:
    document = read_wikitext("{|\n! A\n|-\n| b" + rest, SOURCE)
    assert rows(document) == [{"A": ["b"]}]
    assert texts(document, BlockKind.HEADING) == (["Next"] if rest else [])


def test_marks_that_lost_their_table_are_not_shown() -> None:
    document = read_wikitext("Before.\n|-\n|}\nAfter.", SOURCE)
    assert [text(document, block) for block in document.blocks] == ["Before.", "After."]


def test_no_cell_is_lost_to_short_rows_or_words_between_cells() -> None:
    assert of("{|\n! A !! B\n|-\n| a\n|-\n| b || c || d\n|-\nloose words\n|}") == [
        {"A": ["a"]},
        {"A": ["b"], "B": ["c"], "": ["d"]},
        {"A": ["loose words"]},
    ]
