"""Encyclopedia articles in wikitext: what a reader of the page sees, as blocks."""

import pytest

from filmdossier.errors import BrokenFile, NoText
from filmdossier.model.text import BlockKind, MarkKind, Origin, Source
from filmdossier.read.wikitext import read_page_xml, read_wikitext
from support.reading import links, marked, outline, text, texts, values

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")


def shown(wikitext: str) -> list[str]:
    """The texts of the blocks."""
    document = read_wikitext(wikitext, SOURCE)
    return [text(document, block) for block in document.blocks]


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("''Charade'' is '''a''' '''''thriller'''''.", "Charade is a thriller."),
        ("It's ''Ripley's'' game, ''[[Il Sorpasso|Sorpasso]]'s'' road.", "It's Ripley's game, Sorpasso's road."),
        ("L'''avventura'' is Antonioni's.", "L'avventura is Antonioni's."),
        ("A [[gunfighter]]s' [[film noir|noir]] of [[Sweden]].", "A gunfighters' noir of Sweden."),
        ("See [[Ran (film)|]] and [[Help:Pipe trick|the ''trick'']].", "See Ran and the trick."),
        ("Shot in [[Cadaqués|Cadaqués<br />Spain]].", "Shot in Cadaqués Spain."),
        ("Seen [https://example.org/a in print] and [https://example.org/b] elsewhere.", "Seen in print and elsewhere."),
        ("Under https://example.org/c, it says.", "Under https://example.org/c, it says."),
        ("Tom &amp; Jerry&nbsp;&ndash; 1940", "Tom & Jerry – 1940"),
        ("Water, H<sub>2</sub>O, the 2<sup>nd</sup> <small>take</small>.", "Water, H2O, the 2nd take."),
        ("<nowiki>''[[Not]] a {{link}}''</nowiki>", "''[[Not]] a {{link}}''"),
        ("Kept<!-- and not this --> apart.__NOTOC__", "Kept apart."),
        ("One line\nand the next.", "One line and the next."),
        ("Rated<ref>{{cite web|title=A}}</ref>, then <ref>B, 1990</ref>.", "Rated, then."),
        ("Ends {{citation needed|date=May 2010}}.", "Ends."),
        ("Stray ]] and }} and [[ and {{ stay out.", "Stray and and and stay out."),
        ("Critics said it was [sic] \"good\" [''The Fly''].", "Critics said it was [sic] \"good\" [The Fly]."),
        ("A {{{1|default}}} value.", "A default value."),
    ],
)  # fmt: skip
def test_inline_markup_becomes_words(wikitext: str, words: str) -> None:
    assert shown(wikitext) == [words]


def test_marks_cover_what_the_markup_did() -> None:
    document = read_wikitext(
        "'''''[[Ran (film)|Ran]]''''' is by '''Kurosawa''', after ''[[King Lear]] by [[Shakespeare]]''.", SOURCE
    )
    assert marked(document, MarkKind.ITALIC) == ["Ran", "King Lear by Shakespeare"]
    assert marked(document, MarkKind.BOLD) == ["Ran", "Kurosawa"]
    assert links(document) == [("Ran", "Ran (film)"), ("King Lear", "King Lear"), ("Shakespeare", "Shakespeare")]


def test_emphasis_left_open_ends_with_its_line() -> None:
    document = read_wikitext("A ''film without end\n\nThe next is plain.", SOURCE)
    assert marked(document, MarkKind.ITALIC) == ["film without end"]


def test_headings_nest_and_lists_keep_their_depth() -> None:
    document = read_wikitext(
        "Lead.\n== Cast {{anchor|cast}} ==\n* [[Toshiro Mifune]] as '''Kikuchiyo'''\n** a farmer's son\n*: in truth\n# first\n"
        "=== Voices ===\n; Narrator : a man\n;Others\n: many\n== Plot ==\n: Set off.\n",
        SOURCE,
    )
    assert outline(document) == [
        ("paragraph", "Lead."),
        ("heading 2", "Cast"),
        ("list_item 1", "Toshiro Mifune as Kikuchiyo"),
        ("list_item 2", "a farmer's son"),
        ("list_item 2", "in truth"),
        ("list_item 1", "first"),
        ("heading 3", "Voices"),
        ("list_item 1", "Narrator"),
        ("list_item 2", "a man"),
        ("list_item 1", "Others"),
        ("list_item 2", "many"),
        ("heading 2", "Plot"),
        ("paragraph", "Set off."),
    ]
    assert document.blocks[8].section == ("Cast", "Voices")


def test_bold_lines_and_lone_terms_over_a_list_are_headings() -> None:
    document = read_wikitext("Lead.\n\n'''Main cast'''\n* A\n;Guests\n* B\n\n'''Bold''' opening of a line\n* C", SOURCE)
    assert outline(document) == [
        ("paragraph", "Lead."),
        ("heading 6", "Main cast"),
        ("list_item 1", "A"),
        ("heading 6", "Guests"),
        ("list_item 1", "B"),
        ("paragraph", "Bold opening of a line"),
        ("list_item 1", "C"),
    ]


def test_html_blocks_read_like_wikitext_ones() -> None:
    document = read_wikitext("<p>One.</p><p>Two.</p><ul><li>a</li><li>b</li></ul><h3>More</h3><div>Three.</div>", SOURCE)
    assert outline(document) == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("list_item 1", "a"),
        ("list_item 1", "b"),
        ("heading 3", "More"),
        ("paragraph", "Three."),
    ]


def test_a_comment_on_its_own_line_parts_nothing() -> None:
    assert shown("* one\n<!-- two was here -->\n* three") == ["one", "three"]
    assert shown("The first half\n<!-- note -->\nand the second.") == ["The first half and the second."]


def test_captions_follow_the_paragraph_they_stand_in() -> None:
    document = read_wikitext(
        "Before [[File:Set.jpg|thumb|200px|alt=a set|The ''set'' in [[Almería]], 1965]] after.\n\nNext.", SOURCE
    )
    assert outline(document) == [("paragraph", "Before after."), ("caption", "The set in Almería, 1965"), ("paragraph", "Next.")]
    assert texts(read_wikitext("x\n<gallery>\nFile:A.jpg|First [[take]]\nFile:B.jpg\n</gallery>", SOURCE), BlockKind.CAPTION) == [
        "First take"
    ]


def test_categories_are_one_field_and_other_languages_none() -> None:
    document = read_wikitext(
        "Words.\n[[Category:1954 films|Seven]]\n[[Category:Jidaigeki films]]\n[[fr:Les Sept Samouraïs]]\n[[:Category:Films]]",
        SOURCE,
    )
    assert values(document) == {"category": ["1954 films", "Jidaigeki films"]}
    assert next(document.fields()).origin is Origin.CATEGORIES
    assert texts(document, BlockKind.PARAGRAPH) == ["Words.", "Category:Films"]


def test_hatnotes_and_footnotes_stand_apart_from_the_text() -> None:
    document = read_wikitext(
        "{{about|the film|the song|Charade (song)}}\n{{hatnote|Not to be confused with charades.}}\n"
        "Shot in Paris.{{efn|The flat in the film was built on a stage in Billancourt.}}\n\nMore.\n== Cast ==\nGrant.",
        SOURCE,
    )
    notes = [text(document, block) for block in document.blocks if block.origin is Origin.NOTE]
    assert notes == ["Not to be confused with charades.", "The flat in the film was built on a stage in Billancourt."]
    assert [block.section for block in document.blocks if block.origin is Origin.NOTE] == [(), ()]
    assert texts(document, BlockKind.PARAGRAPH) == ["Shot in Paris.", "More.", *notes, "Grant."]


@pytest.mark.parametrize(
    ("wikitext", "given", "title"),
    [
        ("'''Charade''' is a film.", "Charade (1963 film)", "Charade (1963 film)"),
        ("{{DISPLAYTITLE:''Charade'' (film)}}\n'''Charade''' is a film.", None, "Charade (film)"),
        ("{{Infobox film|name=Charade}}\nA film.", None, "Charade"),
        ("'''Charade''' is a film.", None, "Charade"),
        ("A film.", None, None),
    ],
)
def test_the_title_is_the_pages_or_what_the_text_says_it_is(wikitext: str, given: str | None, title: str | None) -> None:
    assert read_wikitext(wikitext, SOURCE, title=given).title == title


def test_redirects_name_their_target() -> None:
    with pytest.raises(NoText, match="Seven Samurai"):
        read_wikitext("#REDIRECT [[Seven Samurai#Cast]]", SOURCE)


@pytest.mark.parametrize("wikitext", ["", "{{stub}}\n<!-- nothing -->", "[[fr:Ran]]"])
def test_articles_without_words_are_refused(wikitext: str) -> None:
    with pytest.raises(NoText):
        read_wikitext(wikitext, SOURCE)


def test_an_export_gives_title_and_text_of_its_first_page() -> None:
    raw = (
        b'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/"><siteinfo><sitename>W</sitename></siteinfo><page>'
        b"<title>Ran (film)</title><revision><comment>c</comment><text xml:space='preserve'>'''Ran''' &amp;amp; more.</text></revision></page>"
        b"<page><title>Other</title><revision><text>No.</text></revision></page></mediawiki>"
    )
    document = read_page_xml(raw, SOURCE)
    assert (document.title, document.text) == ("Ran (film)", "Ran & more.")


def test_a_page_of_a_new_title_without_its_text_is_refused() -> None:
    with pytest.raises(BrokenFile, match="no page text"):
        read_page_xml(b"<page><title>Ran</title></page>", SOURCE)
    with pytest.raises(BrokenFile, match="well-formed"):
        read_page_xml(b"<page><title>Ran</page>", SOURCE)


def test_entities_of_an_export_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    document = read_page_xml(bomb + b"<page><title>T</title><text>Words &b;&x; end.</text></page>", SOURCE)
    assert "aaaa" not in document.text
    assert "root" not in document.text
