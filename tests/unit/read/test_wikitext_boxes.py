"""Boxes of encyclopedia articles: infoboxes, track listings, boxes of ratings, quotations."""

import pytest

from filmdossier.model.text import BlockKind, MarkKind, Origin, Source
from filmdossier.read.wikitext import read_wikitext
from support.reading import links, marked, outline, rows, text, texts, values

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")

INFOBOX = """{{Infobox film
| name           = Desperado
| image          = Desperado1995.jpg
| image_size     = 220px
| alt            =
| caption        = Poster by ''Someone''
| director       = [[Robert Rodriguez]]<ref name="bfi">{{cite web|title=Desperado|website=BFI}}</ref>
| based_on       = {{based on|''[[El Mariachi]]''|{{ubl|Robert Rodriguez|[[Carlos Gallardo]]}}}}
| starring       = {{Plainlist|
* [[Antonio Banderas]]
* [[Salma Hayek]]<!-- second-billed -->
* Joaquim de Almeida}}
| studio         = {{ubl|[[Columbia Pictures]]|Los Hooligans Productions<br />(uncredited)}}
| distributor    = [[Sony|Sony Pictures<br>Releasing]]
| music          = '''Songs:'''<br />[[Los Lobos]]<br>{{small|(score)}}
| released       = {{Film date|1995|5|19|[[1995 Cannes Film Festival|Cannes]]|1995|08|25|United States|ref1=<ref>A, 1995</ref>}}
| runtime        = 104 minutes
| budget         = $7&nbsp;million
| gross          = {{US$|58 million}}
| country        =
| language       = {{hlist|English|Spanish}}
}}
'''Desperado''' is a film.
"""


def test_an_infobox_is_a_field_per_parameter_with_separate_values() -> None:
    document = read_wikitext(INFOBOX, SOURCE)
    assert values(document) == {
        "name": ["Desperado"],
        "caption": ["Poster by Someone"],
        "director": ["Robert Rodriguez"],
        "based_on": ["El Mariachi by Robert Rodriguez and Carlos Gallardo"],
        "starring": ["Antonio Banderas", "Salma Hayek", "Joaquim de Almeida"],
        "studio": ["Columbia Pictures", "Los Hooligans Productions (uncredited)"],
        "distributor": ["Sony Pictures Releasing"],
        "music": ["Songs: Los Lobos (score)"],
        "released": ["May 19, 1995 (Cannes)", "August 25, 1995 (United States)"],
        "runtime": ["104 minutes"],
        "budget": ["$7 million"],
        "gross": ["US$58 million"],
        "language": ["English", "Spanish"],
    }
    assert {(block.origin, block.template) for block in document.fields()} == {(Origin.INFOBOX, "infobox film")}
    assert ("Antonio Banderas", "Antonio Banderas") in links(document)
    assert "El Mariachi" in marked(document, MarkKind.ITALIC)
    assert document.text[: document.citations[0].position].endswith("director: Robert Rodriguez")


@pytest.mark.parametrize(
    ("value", "entries"),
    [
        ("[[A]]<br>B<br/>C", ["A", "B", "C"]),
        ("\n* A\n* B (as ''C'')\n", ["A", "B (as C)"]),
        ("{{flatlist|\n* A\n* B\n}}", ["A", "B"]),
        ("A<br />{{small|(1, 3)}}<br>B", ["A (1, 3)", "B"]),
        ("''The Sea''<br>by Ann Lee", ["The Sea by Ann Lee"]),
        ("(Songs)<br>A<br>(Score)<br>B", ["(Songs) A", "(Score) B"]),
        ("Screenplay:<br>A<br>B", ["Screenplay: A", "B"]),
        ("A<ref>B</ref><br><ref>C</ref>", ["A"]),
        ("{{nowrap|A B}} & [[C]]", ["A B & C"]),
        ("A, B", ["A, B"]),
    ],
)
def test_values_part_at_lists_lines_and_breaks(value: str, entries: list[str]) -> None:
    assert values(read_wikitext(f"{{{{Infobox film|writer={value}}}}}\nWords.", SOURCE)) == {"writer": entries}


def test_labelled_data_take_their_label_and_nested_boxes_follow() -> None:
    document = read_wikitext(
        "{{Infobox|label1=Directed by|data1=A|label2=Cut|data2=|name=N|film name={{Film name|kanji=乱|romaji=Ran}}}}\nWords.",
        SOURCE,
    )
    assert values(document) == {"Directed by": ["A"], "name": ["N"], "kanji": ["乱"], "romaji": ["Ran"]}
    assert [block.template for block in document.fields()] == ["infobox", "infobox", "film name", "film name"]


@pytest.mark.parametrize("box", ["{{Infobox film\n| name = Ran\n", "{{Infobox film\n| name = Ran\n| director = {{ubl|A\n}}\n"])
def test_a_box_without_its_end_does_not_swallow_the_article(box: str) -> None:
    document = read_wikitext(box + "\n'''Ran''' is a [[film]].\n\nMore | words.", SOURCE)
    assert values(document)["name"] == ["Ran"]
    assert texts(document, BlockKind.PARAGRAPH) == ["Ran is a film.", "More | words."]


def test_track_listings_are_rows_under_the_templates_columns() -> None:
    document = read_wikitext(
        "== Music ==\n{{Track listing\n| headline = Side ''A''\n| extra_column = Performer(s)\n| all_music = [[Los Lobos]]\n| total_length = 4:00\n"
        "| title1 = Canción | extra1 = A & B | length1 = 2:06 | note1 = live\n| title 2 = Jack\n| music 2 = C\n| lyrics2 = D\n| length3 = 9:00\n}}\nAfter.",
        SOURCE,
    )
    assert rows(document) == [
        {"title": ["Canción"], "note": ["live"], "music": ["Los Lobos"], "Performer(s)": ["A & B"], "length": ["2:06"]},
        {"title": ["Jack"], "lyrics": ["D"], "music": ["C"]},
    ]
    caption = next(block for block in document.blocks if block.kind is BlockKind.CAPTION)
    assert (text(document, caption), caption.origin) == ("Side A", Origin.TRACK_LISTING)
    tracks = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert {(block.origin, block.template, block.section) for block in tracks} == {
        (Origin.TRACK_LISTING, "track listing", ("Music",))
    }
    assert texts(document, BlockKind.PARAGRAPH) == ["After."]


def test_boxes_of_ratings_are_rows_of_publication_and_rating() -> None:
    document = read_wikitext(
        "{{Film reviews\n| MC = 55/100\n| rev1 = [[Empire (magazine)|Empire]]\n| rev1score = {{Rating|4|5}}<ref>{{cite web|title=R|author=K}}</ref>\n"
        "| rev2 = ''Variety''\n| rev2score = mixed\n| rev3 = None\n}}\nThe critics differed.",
        SOURCE,
    )
    assert rows(document) == [
        {"publication": ["Metacritic"], "rating": ["55/100"]},
        {"publication": ["Empire"], "rating": ["4/5"]},
        {"publication": ["Variety"], "rating": ["mixed"]},
    ]
    assert {block.origin for block in document.blocks if block.kind is BlockKind.ROW} == {Origin.RATINGS}
    assert document.blocks[0].kind is BlockKind.PARAGRAPH, "the box stands beside the paragraph and follows it"
    assert document.citations[0].author == "K"


@pytest.mark.parametrize(
    ("wikitext", "quote"),
    [
        ("{{Quote|To be, or ''not''.|Hamlet|source=''Hamlet''}}", "To be, or not.\n— Hamlet, Hamlet"),
        ("{{quote box|quote=One.<br>Two.|source=– Ann Lee, 1990|width=20em}}", "One.\nTwo.\n— Ann Lee, 1990"),
        ("{{cquote|Alone.}}", "Alone."),
        ("<blockquote>As ''said''.</blockquote>", "As said."),
        ("{| style='width:20em'\n| \"A hero is made.\"\n|-\n| — Ann Lee\n|}", '"A hero is made."\n— Ann Lee'),
    ],
)
def test_quotations_are_blocks_with_their_source(wikitext: str, quote: str) -> None:
    document = read_wikitext(f"He said:\n{wikitext}\n\nThen he left.", SOURCE)
    assert outline(document) == [("paragraph", "He said:"), ("quote", quote), ("paragraph", "Then he left.")]


def test_lists_in_wrappers_and_columns_are_lists() -> None:
    document = read_wikitext(
        "{{cast listing|\n*[[A]] as B\n*C\n}}\n{{div col|colwidth=20em}}\n* D\n{{div col end}}\n{{col-begin}}\n{{col-2}}\n* E\n{{col-2}}\n* F\n{{col-end}}\n"
        "{|\n| valign=top |\n* G\n|\n* H\n|}\n{{columns-list|30em|\n* I\n}}",
        SOURCE,
    )
    assert texts(document, BlockKind.LIST_ITEM) == ["A as B", "C", "D", "E", "F", "G", "H", "I"]
    assert {block.kind for block in document.blocks} == {BlockKind.LIST_ITEM}
