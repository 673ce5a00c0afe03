"""The page: valid, self-contained, nothing lost, every statement leading to its words and back."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import html5lib
import pytest
from lxml import html

from filmdossier.model.film import FilmRecord
from filmdossier.present import dossier
from filmdossier.present.citing import Sources
from support.records import crowded, desperado, hostile, silent
from support.stories import long_story

RECORDS = [desperado, silent, hostile, crowded, long_story]


def tree(record: FilmRecord) -> html.HtmlElement:
    """The page, parsed."""
    return html.document_fromstring(dossier.render(record))


def words(element: html.HtmlElement) -> str:
    """The element's text on one line."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("make", RECORDS)
def test_the_page_is_valid_html(make: Callable[[], FilmRecord]) -> None:
    html5lib.HTMLParser(strict=True).parse(dossier.render(make()))


@pytest.mark.parametrize("make", RECORDS)
def test_ids_are_unique_and_every_link_leads_somewhere_in_the_page(make: Callable[[], FilmRecord]) -> None:
    page = tree(make())
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in page.iter("a"):
        href = link.get("href")
        assert href.startswith("#")
        assert href[1:] in ids, href


@pytest.mark.parametrize("make", RECORDS)
def test_the_documents_stand_whole_at_the_end(make: Callable[[], FilmRecord]) -> None:
    record = make()
    page = tree(record)
    articles = page.find_class("document")
    assert len(articles) == len(record.documents)
    for article, document in zip(articles, record.documents, strict=True):
        (text,) = article.find_class("text")
        for label in text.find_class("back"):
            label.drop_tree()
        shown = "".join("".join(text.itertext()).split())
        assert shown == "".join(document.text.split())


@pytest.mark.parametrize("make", RECORDS)
def test_every_passage_is_marked_with_its_own_words_and_leads_back_to_each_of_its_statements(
    make: Callable[[], FilmRecord],
) -> None:
    record = make()
    page = tree(record)
    for passage in (passage for document in Sources.of(record).documents for passage in document.passages):
        pieces = page.xpath("//mark[@data-p=$label]", label=passage.label)
        assert pieces[0].get("id") == passage.label
        markers = page.xpath("//span[@class='src']/a[@href=$href]", href=f"#{passage.label}")
        assert markers
        statements = [next(above for above in marker.iterancestors() if above.get("id")).get("id") for marker in markers]
        back = {link.get("href")[1:] for link in page.xpath("//span[@class='back']/a") if link.get("href")[1:] in statements}
        assert back == set(statements)
        marked = "".join(text for piece in pieces for text in piece.xpath(".//text()[not(ancestor::*[@class='back'])]"))
        assert "".join(marked.split()) == "".join(passage.quote.split())


def test_nothing_is_fetched_and_only_our_style_and_script_are_allowed() -> None:
    for record in (desperado(), hostile()):
        page = tree(record)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        for name in ("style", "script"):
            (element,) = page.iter(name)
            digest = b64encode(sha256(element.text.encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}'" in policy
        assert not page.xpath("//*[@src] | //*[@style] | //iframe | //object | //form | //base | //*[starts-with(name(@*), 'on')]")
        assert page.xpath("//link/@href") == ["data:,"]
        assert not re.search(r"url\(|@import|https?:", next(page.iter("style")).text)


def test_hostile_text_is_shown_not_run() -> None:
    page = tree(hostile())
    assert len(list(page.iter("script"))) == 1
    assert not page.xpath("//img | //main//b[text()='passwd']")
    assert words(page.find(".//h1")).startswith("<script>window.broken = 1</script><img src=x onerror=alert(1)> ]]> --> {{ 7*7 }}")
    assert page.find(".//title").text.startswith("<script>")


def test_each_status_is_told_in_words() -> None:
    page = tree(desperado())
    rows = {words(row[0]): [words(value) for value in row[1:]] for row in page.xpath("//dl[@class='rows']/div")}
    assert rows["Director"] == ["Robert Rodriguez 3corroborated by 3 documents; confidence 95 % A1 A12 B3 C2"]
    assert "stated by one document" in rows["Budget"][0]
    assert "inferred" in rows["Set in"][0]
    disputed = page.xpath("//dt[text()='Running time']/..//a[text()='disputed']/@href")
    assert disputed == ["#conflict-2", "#conflict-2"]
    assert words(page.get_element_by_id("conflict-2")).startswith("Running time 104")


def test_conflicts_show_both_sides_the_substantial_first() -> None:
    conflicts = tree(desperado()).find_class("conflict")
    assert [words(conflict) for conflict in conflicts] == [
        "What the woman owns bookstore A18 library B9",
        "Running time 104 A8 106 C4",
    ]


def test_scores_keep_count_date_scale_and_check() -> None:
    page = tree(desperado())
    scores = [words(item) for item in page.xpath("//section[@id='reception']//ul[@class='scores']/li")]
    assert "70 % positive, 54 reviews; 95 % interval 57–81 %" in scores[0]
    assert "no date given" in scores[0]
    assert "Check: possible: 38 of 54" in scores[0]
    assert "as of 1995-09" in scores[1]
    assert "Check: impossible" in scores[1]
    assert "number of votes not given" in scores[2]
    assert [words(item.find_class("figure")[0]) for item in page.xpath("//li[.//a[@class='name']]")] == [
        "four stars out of five",
        "B",
        "★★★½",
        "6/10",
        "two stars out of four",
        "7",
    ]
    assert words(page.find_class("headline")[0]) == "0 % 100 % 40 % positive, 5 reviews with a stance; 95 % interval 12–77 %"


def test_the_pictures_have_words_beside_them_and_shapes_of_their_own() -> None:
    page = tree(desperado())
    groups = page.xpath("//ul[@class='stances']/li")
    assert [words(group) for group in groups] == ["2 positive", "2 mixed", "1 negative", "1 not told"]
    shapes = [group.xpath("string(.//path/@d | .//rect/@width)") for group in groups]
    assert len(set(shapes)) == 4
    for svg in page.iter("svg"):
        named = svg.get("aria-label") or page.xpath("string(//*[@id=$id])", id=svg.get("aria-labelledby", ""))
        assert svg.get("aria-hidden") == "true" or named or svg.xpath("ancestor::svg")


def test_under_five_reviews_there_is_no_headline_number() -> None:
    film = desperado()
    few = replace(film, reviews=film.reviews[:2], reception=replace(film.reception, reviews=2, positive=0, mixed=1, negative=1))
    page = tree(few)
    assert not page.find_class("headline")
    assert [words(group) for group in page.xpath("//ul[@class='stances']/li")] == ["1 mixed", "1 negative"]


def test_many_reviews_become_bars() -> None:
    film = desperado()
    page = tree(replace(film, reviews=film.reviews * 20))
    assert len(page.xpath("//ul[@class='stances bars']/li/svg/rect")) == 4
    assert page.xpath("//ul[@class='stances bars']/li/svg/rect/@width") == ["33.33%", "33.33%", "16.67%", "16.67%"]


def test_what_the_documents_do_not_say_is_said_and_empty_parts_are_left_out() -> None:
    page = tree(silent())
    silence = words(page.get_element_by_id("silence"))
    assert all(name in silence for name in ("Writer", "Cast", "Reviews", "Budget"))
    assert not page.xpath("//*[@id='cast' or @id='reception' or @id='conflicts' or @id='aside']")
    assert {link.get("href") for link in page.xpath("//nav//a")} == {"#credits", "#silence", "#documents"}


def test_what_was_left_out_is_folded_with_its_reasons() -> None:
    page = tree(desperado())
    folds = page.xpath("//section[@id='aside']/details")
    assert [fold.get("open") for fold in folds] == [None, None]
    assert "Writer: Los Lobos confidence 31 %" in words(folds[0])
    assert "Cast: Raúl Juliá as Bucho planned; planned, not done" in words(folds[1])
    (planned,) = [mark for mark in page.iter("mark") if "Raúl Juliá" in mark.text_content()]
    assert planned.get("class") == "aside"


def test_headings_descend_one_step_at_a_time_and_landmarks_are_named() -> None:
    page = tree(desperado())
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(list(page.iter("main"))) == len(list(page.iter("header"))) == len(list(page.iter("nav"))) == 1
    assert page.get("lang") == "en"
    ids = {element.get("id") for element in page.iter()}
    assert all(section.get("aria-labelledby") in ids for section in page.iter("section"))


def test_a_large_record_stays_light() -> None:
    record = crowded()
    page = dossier.render(record)
    assert len(page.encode()) < 1_000_000


def test_the_same_record_gives_the_same_page() -> None:
    assert dossier.render(desperado()) == dossier.render(desperado())
