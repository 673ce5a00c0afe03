"""Templates of encyclopedia articles: the words their reader sees in their place."""

import pytest

from filmdossier.model.text import MarkKind, Origin, Source
from filmdossier.read.wikitext import read_wikitext

SOURCE = Source(origin="article.wikitext", media_type="text/x-wiki", sha256="")


def shown(wikitext: str) -> str:
    """What stands between two marks around the markup."""
    document = read_wikitext(f"[{wikitext}]", SOURCE, title="Ran (film)")
    return document.text[1:-1]


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{film date|1985|5|31|Tokyo}}", "May 31, 1985 (Tokyo)"),
        ("{{Film date|df=yes|1985|June |01}}", "1 June 1985"),
        ("{{Film date|1985|6}}", "June 1985"),
        ("{{start date|1985|6|1|df=y}}", "1 June 1985"),
        ("{{Start date|1985}}", "1985"),
        ("{{end date|June 1, 1985}}", "June 1, 1985"),
        ("{{dts|1985|6|1}}", "June 1, 1985"),
        ("{{dts|1 June 1985}}", "1 June 1985"),
        ("{{dts|1985-06-01}}", "June 1, 1985"),
        ("{{as of|1985|6}}", "As of June 1985"),
        ("{{as of|1985|lc=y}}", "as of 1985"),
        ("{{circa|1985}}", "c. 1985"),
        ("{{duration|h=1|m=2|s=3}}", "1:02:03"),
        ("{{Duration|m=2|s=3}}", "2:03"),
        ("{{runtime|162}}", "162 minutes"),
    ],
)
def test_dates_and_durations(wikitext: str, words: str) -> None:
    assert shown(wikitext) == words


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{INR}}50 crore", "₹50 crore"),
        ("{{INR|50|c}}", "₹50 crore"),
        ("{{INR|link=yes}}8.7 [[crore]]", "₹8.7 crore"),
        ("{{US$|90 million}}", "US$90 million"),
        ("{{US$|90 million|year=1990}}", "US$90 million"),
        ("{{HK$|3 million}}", "HK$3 million"),
        ("{{GBP|2,000}}", "£2,000"),
        ("{{JPY|1.642 billion}}", "¥1.642 billion"),
        ("{{currency|250|EUR}}", "€250"),
        ("$7 million{{inflation/fn|US}}", "$7 million"),
        ("{{INRConvert|810|m}}", "₹810 million"),
    ],
)
def test_money(wikitext: str, words: str) -> None:
    assert shown(wikitext) == words


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{convert|5|km}}", "5 kilometres"),
        ("{{convert|5|to|7|mi|km|abbr=on}}", "5 to 7 miles"),
        ("a {{cvt|1|ft}} wall", "a 1 foot wall"),
        ("a {{convert|35|mm|adj=on}} print", "a 35-millimetre print"),
        ("{{rating|3|5}}", "3/5"),
        ("{{Stars|3.5}}", "3.5/5"),
        ("{{frac|3|1|2}} stars", "3½ stars"),
        ("{{frac|5|8}}", "5/8"),
        ("{{formatnum:1234567}}", "1234567"),
        ("{{USS|Nimitz|CVN-68}}", "USS Nimitz"),
        ("{{ISBN|0-8143-2506-8}}", "ISBN 0-8143-2506-8"),
    ],
)
def test_measures_ratings_and_numbers(wikitext: str, words: str) -> None:
    assert shown(wikitext) == words


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{lang|fr|Les Bas-fonds}}", "Les Bas-fonds"),
        ("({{lang-it|Per un pugno di dollari|lit=For a fistful of dollars}})", "(Italian: Per un pugno di dollari, lit. 'For a fistful of dollars')"),
        ("{{langx|ja|乱}}", "Japanese: 乱"),
        ("{{lang-de|Angst|label=none}}", "Angst"),
        ("{{transl|ja|Ran}}", "Ran"),
        ("{{nihongo|''Ran''|乱||Chaos}}", "Ran (乱, Chaos)"),
        ("{{nihongo||乱|Ran}}", "Ran (乱)"),
        ("{{zh|t=龍|p=lóng}}", "traditional Chinese: 龍; pinyin: lóng"),
        ("{{IPAc-en|r|æ|n}}", "/ræn/"),
        ("{{IPA-fr|ʁɑ̃}}", "[ʁɑ̃]"),
        ("{{translation|Chaos}}", "transl. Chaos"),
        ("{{ill|Daiei (studio)|ja|大映}}", "Daiei"),
        ("{{illm|Daiei|ja|lt=the studio}}", "the studio"),
    ],
)  # fmt: skip
def test_words_in_other_languages(wikitext: str, words: str) -> None:
    assert shown(wikitext) == words


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{sortname|Akira|Kurosawa}}", "Akira Kurosawa"),
        ("{{sort|Ran|''Ran''}}", "Ran"),
        ("{{nowrap|one two}}{{nbsp}}three", "one two three"),
        ("1985{{ndash}}86{{snd}}on", "1985–86 – on"),
        ("''Ran''{{'}}s {{'\"}}end{{\"'}}", "Ran's '\"end\"'"),
        ("{{abbr|DP|director of photography}}", "DP"),
        ("{{small|(voice)}}", "(voice)"),
        ("{{sic|everyd|ay}}", "everyday"),
        ("{{color|red|word}}", "word"),
        ("a {{!}} b {{=}} c", "a | b = c"),
        ("{{PAGENAME}}", "Ran (film)"),
        ("{{won}}, {{nom}}, {{yes}}, {{no}}, {{n/a|''none''}}, {{sho}}", "Won, Nominated, Yes, No, none, Shortlisted"),
        ("{{hlist|one|two}} {{inflation|US|90|1973}}", "\none\ntwo"),
        ("{{Template:small|x}} {{ small_caps | y }}", "x y"),
        ("{{#if:yes|shown|hidden}}{{#if:|a|b}}", "shown"),
        ("{{official website|https://example.org}}", "Official website"),
        ("{{br}}", ""),
    ],
)
def test_dress_and_punctuation(wikitext: str, words: str) -> None:
    assert shown(wikitext).replace("[", "").replace("]", "").strip() == words.strip()


@pytest.mark.parametrize(
    "wikitext",
    [
        "{{citation needed|date=May 2010}}", "{{Use dmy dates|date=May 2010}}", "{{Akira Kurosawa}}", "{{1980s-Japan-film-stub}}", "{{IMDb title|0089881}}",
        "{{Rotten Tomatoes|ran}}", "{{reflist|2}}", "{{DEFAULTSORT:Ran}}", "{{commons category|Ran}}", "{{a|b|c}}", "{{ }}", "{{clear}}", "{{rp|12}}",
        "{{never heard of|x=y}}", "{{#invoke:Foo|bar}}", "{{Portal|Film|Japan}}",
    ],
)  # fmt: skip
def test_what_is_not_the_articles_own_shows_nothing(wikitext: str) -> None:
    assert shown(wikitext) == ""


def test_an_unknown_template_with_one_argument_shows_it() -> None:
    assert shown("{{never heard of|some words}}") == "some words"


RT = "On Rotten Tomatoes, the film holds"


@pytest.mark.parametrize(
    ("wikitext", "words"),
    [
        ("{{Rotten Tomatoes prose|70|6.5|54}}", f"{RT} an approval rating of 70% based on 54 reviews, with an average rating of 6.5/10."),
        ("{{rotten Tomatoes prose|score=96%|average=8.6/10|count=1|ref=yes|access-date=x}}", f"{RT} an approval rating of 96% based on 1 review, with an average rating of 8.6/10."),
        ("{{Rotten Tomatoes prose|70||54|consensus=A ''fine'' [[mess]].}}", f"{RT} an approval rating of 70% based on 54 reviews. The website's critics consensus reads: “A fine mess.”"),
        ("{{RT prose|70|6.5|54|\"Loud.\"}}", f"{RT} an approval rating of 70% based on 54 reviews, with an average rating of 6.5/10. The website's critics consensus reads: “Loud.”"),
        ("{{Rotten Tomatoes prose}}", ""),
        ("{{Metacritic film prose|83|56}}", "Metacritic assigned the film a weighted average score of 83 out of 100, based on 56 critics."),
        ("{{Metacritic film prose|score=83|count=1}}", "Metacritic assigned the film a weighted average score of 83 out of 100, based on 1 critic."),
    ],
)  # fmt: skip
def test_reception_templates_read_as_sentences(wikitext: str, words: str) -> None:
    assert shown(wikitext) == words


def test_the_note_on_the_main_article_names_and_links_it() -> None:
    document = read_wikitext(
        "{{Infobox film|name=Ran}}\n== Sequel ==\n{{main|Ran II|Ran III (film)|l2=Ran III}}\nIt followed.", SOURCE
    )
    note = next(block for block in document.blocks if block.origin is Origin.NOTE)
    assert note.span.of(document.text) == "Main article: Ran II, Ran III"
    assert [mark.target for mark in document.marks if mark.kind is MarkKind.LINK] == ["Ran II", "Ran III (film)"]


def test_a_list_is_no_main_article() -> None:
    assert shown("{{main|List of Ran characters}}") == ""
