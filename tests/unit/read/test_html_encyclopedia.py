"""Pages of encyclopedias: what the editors wrote, and nothing of the site around it."""

import pytest
from lxml import html

from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.read.html_references import references
from support.reading import links, marked, outline, read_as, rows, text, texts, values

COINS = "ctx_ver=Z39.88-2004&amp;rft.genre=article&amp;rft.atitle=A+Slow+Storm&amp;rft.jtitle=The+Lantern&amp;rft.date=1997-12-27&amp;rft.au=Lee%2C+Ann&amp;rft_id=https%3A%2F%2Fexample.org%2Fcure"


def page(article: str, *, heading: str = "<i>Cure</i> (film)", foot: str = "") -> str:
    """A page of a wiki with the article in it."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Cure (film) - The Wiki</title></head><body>
    <nav><ul><li>Main page</li><li>Random article</li></ul></nav>
    <h1 id="firstHeading">{heading}</h1>
    <div id="mw-content-text"><div class="mw-parser-output">{article}</div></div>
    <div id="catlinks" class="catlinks">{foot}</div><footer>Last edited in March</footer></body></html>"""


INFOBOX = """
<table class="infobox vevent"><tbody>
<tr><th colspan="2" class="infobox-above summary">Cure</th></tr>
<tr><td colspan="2" class="infobox-image"><img alt="poster.jpg" src="p.jpg"><div class="infobox-caption">Poster of the <i>first</i> run</div></td></tr>
<tr><th scope="row" class="infobox-label">Directed by</th><td><a href="/wiki/Kiyoshi_Kurosawa" title="Kiyoshi Kurosawa">Kiyoshi Kurosawa</a></td></tr>
<tr><th scope="row">Starring</th><td><div class="plainlist"><ul><li>Kōji Yakusho</li><li>Tsuyoshi Ujiki<sup class="reference"><a href="#cite_note-1">[1]</a></sup></li></ul></div></td></tr>
<tr><th scope="row">Written by</th><td>Kiyoshi Kurosawa<br/>Ann Lee<br/>(uncredited)</td></tr>
<tr><th scope="row">Based on</th><td><i>The Sea</i><br>by Bo Ray</td></tr>
<tr><th scope="row"><div>Release date</div></th><td><div class="plainlist"><ul><li>27&#160;December&#160;1997<span style="display:none">&#160;(<span class="bday">1997-12-27</span>)</span>&#32;(Japan)</li></ul></div></td></tr>
<tr><th scope="row">Running time</th><td>111 minutes</td></tr>
</tbody></table>"""


def test_an_infobox_is_fields_with_separate_values() -> None:
    document = read_as("cure.html", page(INFOBOX + "<p>Cure is a film.</p>"))
    assert values(document) == {
        "name": ["Cure"],
        "Directed by": ["Kiyoshi Kurosawa"],
        "Starring": ["Kōji Yakusho", "Tsuyoshi Ujiki"],
        "Written by": ["Kiyoshi Kurosawa", "Ann Lee (uncredited)"],
        "Based on": ["The Sea by Bo Ray"],
        "Release date": ["27 December 1997 (Japan)"],
        "Running time": ["111 minutes"],
    }
    assert {(block.origin, block.template) for block in document.fields()} == {(Origin.INFOBOX, "infobox film")}
    assert texts(document, BlockKind.CAPTION) == ["Poster of the first run"]


def test_other_infoboxes_are_told_from_the_film_s() -> None:
    album = '<table class="infobox haudio"><tr><th colspan=2>Cure</th></tr><tr><th>Label</th><td>Moon</td></tr><tr><th>Length</th><td>50:01</td></tr></table>'
    series = '<table class="infobox vevent"><tr><th colspan=2>Cure</th></tr><tr><th>Starring</th><td>Ann Lee</td></tr><tr><th>No. of episodes</th><td>9</td></tr></table>'
    for box, template in ((album, "infobox album"), (series, "infobox television")):
        assert {block.template for block in read_as("a.html", page(box)).fields()} == {template}


def test_heads_inside_a_box_label_the_lines_under_them_and_paging_goes() -> None:
    box = """<table class="infobox"><tr><th colspan=2>Prizes</th></tr><tr><th colspan=2>Won</th></tr><tr><td colspan=2>Best Film, Cure</td></tr>
    <tr><td colspan=2>← Previous Next →</td></tr></table>"""
    assert values(read_as("a.html", page(box))) == {"name": ["Prizes"], "Won": ["Best Film, Cure"]}


def test_a_box_of_scores_is_rows() -> None:
    box = """<table class="infobox"><tr><th colspan=2>Review scores</th></tr><tr><th>Source</th><th>Rating</th></tr>
    <tr><td>The Lantern</td><td><span title="4/5 stars"><img alt="star"><img alt="star"></span></td></tr></table>"""
    document = read_as("a.html", page(box + "<p>It was liked.</p>"))
    assert {"Source": ["The Lantern"], "Rating": ["4/5 stars"]} in rows(document)
    assert Origin.RATINGS in {block.origin for block in document.blocks}


def test_the_box_of_another_wiki_program() -> None:
    box = """<aside class="portable-infobox pi-theme-film"><h2 class="pi-title">Cure</h2>
    <div class="pi-item pi-data"><h3 class="pi-data-label">Director</h3><div class="pi-data-value"><a href="/wiki/K">Kurosawa</a></div></div></aside>"""
    assert values(read_as("a.html", page(box + "<p>A film.</p>"))) == {"name": ["Cure"], "Director": ["Kurosawa"]}


def test_the_article_in_reading_order() -> None:
    document = read_as(
        "cure.html",
        page(
            """
<div role="note" class="hatnote">For the band, see <a href="/wiki/The_Cure">The Cure</a>.</div>
<p><i><b>Cure</b></i> is a 1997
film by <a href="/wiki/Kiyoshi_Kurosawa" title="Kiyoshi Kurosawa">Kurosawa</a>.<sup class="noprint Inline-Template">[<i>citation needed</i>]</sup></p>
<div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li>1 Plot</li></ul></div>
<h2><span class="mw-headline" id="Plot">Plot</span><span class="mw-editsection">[<a href="/w/x">edit</a>]</span></h2>
<div class="thumb tright"><div class="thumbinner"><img src="a.jpg"><div class="thumbcaption"><div class="magnify"></div>Takabe at work</div></div></div>
<p>Takabe asks:<style>.x{}</style></p><blockquote class="templatequote"><p>Who are you?</p><p>Who is asking?</p></blockquote>
<div class="mw-heading mw-heading2"><h2 id="Cast">Cast</h2><span class="mw-editsection">[edit]</span></div>
<p><b>Police</b></p>
<ul><li><a href="/wiki/X" title="Kōji Yakusho">Kōji Yakusho</a> as Takabe<ul><li>also the voice</li></ul></li>
<li>Anna Nakagawa as Fumie</li></ul>
<dl><dt>Others</dt></dl><div class="div-col"><ul><li>Masato Hagiwara as Mamiya</li></ul></div>
<h2>Empty</h2>
<h2>Reception</h2><h3>Critics</h3><p>Liked.<br>Much.</p>
<h2>References</h2><p>Some words on sources.</p><h3>Works cited</h3><ul><li>A book.</li></ul>
<h2>External links</h2><ul><li><a class="external" href="https://example.org/cure">Cure</a> at Example</li></ul>
<table class="navbox"><tr><td>Films by Kurosawa</td></tr></table><table class="ambox"><tr><td>Please improve this article.</td></tr></table>
"""
        ),
    )
    assert outline(document) == [
        ("paragraph", "For the band, see The Cure."),
        ("paragraph", "Cure is a 1997 film by Kurosawa."),
        ("heading 2", "Plot"),
        ("caption", "Takabe at work"),
        ("paragraph", "Takabe asks:"),
        ("quote", "Who are you?"),
        ("quote", "Who is asking?"),
        ("heading 2", "Cast"),
        ("heading 6", "Police"),
        ("list_item 1", "Kōji Yakusho as Takabe"),
        ("list_item 2", "also the voice"),
        ("list_item 1", "Anna Nakagawa as Fumie"),
        ("heading 6", "Others"),
        ("list_item 1", "Masato Hagiwara as Mamiya"),
        ("heading 2", "Reception"),
        ("heading 3", "Critics"),
        ("paragraph", "Liked.\nMuch."),
        ("heading 2", "External links"),
        ("list_item 1", "Cure at Example"),
    ]
    assert document.title == "Cure (film)"
    assert document.blocks[0].origin is Origin.NOTE
    assert document.blocks[10].section == ("Cast", "Police")
    assert marked(document, MarkKind.ITALIC) == ["Cure"]
    assert links(document)[:3] == [("The Cure", "The Cure"), ("Kurosawa", "Kiyoshi Kurosawa"), ("Kōji Yakusho", "X")]
    assert links(document)[-1] == ("Cure", "https://example.org/cure")


REFERENCES = f"""
<p>It was liked.<sup class="reference"><a href="#cite_note-1">[1]</a></sup> Very much.<sup class="reference"><a href="#cite_note-2">[2]</a></sup>
It sold well.<sup class="reference"><a href="#cite_note-3">[3]</a></sup> One scene was cut.<sup class="reference"><a href="#cite_note-a">[a]</a></sup></p>
<div class="reflist"><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink">^</span> <span class="reference-text"><cite class="citation" id="CITEREFLee">Lee, Ann. "A Slow Storm".</cite><span title="{COINS}" class="Z3988"></span></span></li>
<li id="cite_note-2"><span class="reference-text"><a href="#CITEREFLee">Lee 1997</a>, p. 12.</span></li>
<li id="cite_note-3"><span class="reference-text"><a class="external" href="https://example.org/sales">"Sales of the Year"</a>. <i>Harbour Post</i>. 3 March 1998.</span></li>
<li id="cite_note-a"><span class="reference-text">The scene shows the sea and was kept in one print only.</span></li>
</ol></div>"""


def test_reference_marks_become_citations_and_leave_no_text() -> None:
    document = read_as("cure.html", page(REFERENCES))
    assert text(document, document.blocks[0]) == "It was liked. Very much. It sold well. One scene was cut."
    liked, much, sold, cut = document.citations
    assert document.text[: liked.position] == "It was liked."
    assert (liked.author, liked.title, liked.work, liked.published, liked.url) == (
        "Ann Lee",
        "A Slow Storm",
        "The Lantern",
        "1997-12-27",
        "https://example.org/cure",
    )
    assert (much.author, much.title) == ("Ann Lee", "A Slow Storm")
    assert (sold.title, sold.work, sold.published, sold.url) == (
        "Sales of the Year",
        "Harbour Post",
        "3 March 1998",
        "https://example.org/sales",
    )
    assert document.text[: cut.position].endswith("was cut.")


def test_footnotes_that_explain_are_notes_at_the_end() -> None:
    document = read_as("cure.html", page(REFERENCES))
    assert [(text(document, block), block.origin) for block in document.blocks[1:]] == [
        ("The scene shows the sea and was kept in one print only.", Origin.NOTE)
    ]


def test_categories_are_one_field() -> None:
    foot = '<div id="mw-normal-catlinks">Categories: <ul><li>1997 films</li><li>Japanese films</li></ul></div><div id="mw-hidden-catlinks"><ul><li>All stubs</li></ul></div>'
    document = read_as("cure.html", page("<h2>Plot</h2><p>Rain.</p>", foot=foot))
    (field,) = document.fields(Origin.CATEGORIES)
    assert values(document) == {"category": ["1997 films", "Japanese films"]}
    assert field.section == ()


def test_tables_are_rows_with_their_columns_and_spans_filled() -> None:
    table = """<table class="wikitable"><caption>Prizes</caption><tr><th>Award</th><th>Category</th><th>Recipient</th><th>Result</th></tr>
    <tr><td rowspan="2">Tokyo Festival</td><td>Best Film</td><td>Kurosawa</td><td rowspan="3">Won</td></tr>
    <tr><td>Best Actor</td><td>Kōji Yakusho<br>Masato Hagiwara</td></tr>
    <tr><td colspan="2">Critics' prize</td><td><i>Cure</i></td></tr></table>"""
    document = read_as("cure.html", page(table))
    assert rows(document) == [
        {"Award": ["Tokyo Festival"], "Category": ["Best Film"], "Recipient": ["Kurosawa"], "Result": ["Won"]},
        {
            "Award": ["Tokyo Festival"],
            "Category": ["Best Actor"],
            "Recipient": ["Kōji Yakusho", "Masato Hagiwara"],
            "Result": ["Won"],
        },
        {"Award": ["Critics' prize"], "Recipient": ["Cure"], "Result": ["Won"]},
    ]
    assert texts(document, BlockKind.CAPTION) == ["Prizes"]


def test_a_table_that_only_sets_columns_is_its_contents() -> None:
    table = (
        "<table><tr><td><ul><li>Kōji Yakusho as Takabe</li></ul></td><td><ul><li>Anna Nakagawa as Fumie</li></ul></td></tr></table>"
    )
    assert outline(read_as("a.html", page(table))) == [
        ("list_item 1", "Kōji Yakusho as Takabe"),
        ("list_item 1", "Anna Nakagawa as Fumie"),
    ]


def test_track_listings_are_known() -> None:
    table = '<table class="tracklist"><tr><th>No.</th><th>Title</th><th>Length</th></tr><tr><th>1.</th><td>"Rain"</td><td>2:01</td></tr></table>'
    document = read_as("a.html", page("<h2>Music</h2>" + table))
    assert rows(document) == [{"No.": ["1."], "Title": ['"Rain"'], "Length": ["2:01"]}]
    assert (document.blocks[1].origin, document.blocks[1].template) == (Origin.TRACK_LISTING, "track listing")


def test_a_long_cell_is_not_repeated_in_every_row_it_spans() -> None:
    long = "The jury praised it at length. " * 20
    table = f'<table class="wikitable"><tr><th>Prize</th><th>Year</th></tr><tr><td rowspan="3">{long}</td><td>1997</td></tr><tr><td>1998</td></tr><tr><td>1999</td></tr></table>'
    assert read_as("a.html", page(table)).text.count("The jury") == 20


def test_absurd_spans_are_bounded() -> None:
    table = '<table class="wikitable"><tr><td colspan="99999" rowspan="99999">a wide cell</td></tr><tr><td>b</td></tr></table>'
    assert read_as("a.html", page(table)).text == "a wide cell\na wide cell"


def test_names_of_pages_that_do_not_exist_and_links_to_files() -> None:
    document = read_as(
        "a.html",
        page(
            '<p><a href="/w/index.php?title=Ann_Lee&amp;redlink=1" title="Ann Lee (page does not exist)">Lee</a> <a href="/wiki/File:A.jpg">still</a> <a href="#x">up</a></p>'
        ),
    )
    assert links(document) == [("Lee", "Ann Lee")]


def test_the_page_s_language_and_a_title_without_a_heading() -> None:
    plain = page("<p>Un film.</p>").replace('lang="en"', 'lang="fr"').replace("h1", "div")
    document = read_as("a.html", plain)
    assert (document.language, document.title) == ("fr", "Cure (film)")


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("Lee, Ann M. “A slow storm”. Film review at <i>Harbour Reviews,</i> May 4, 1997.", "Ann M. Lee"),
        ("Ann Lee, “A slow storm”. <i>Harbour Reviews</i>.", "Ann Lee"),
        ("See the notes on “A slow storm”. <i>Harbour Reviews</i>.", ""),
    ],
)
def test_the_author_stands_before_the_title_of_a_reference_in_words(words: str, author: str) -> None:
    page = (
        '<html><body><div id="mw-content-text"><p>It was liked.<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>'
        f'<ol class="references"><li id="cite_note-1"><span class="reference-text">{words}</span></li></ol></div></body></html>'
    )
    (citation,) = references(html.fromstring(page)).values()
    assert (citation.author, citation.title) == (author, "A slow storm")
