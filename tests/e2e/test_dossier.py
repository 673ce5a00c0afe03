"""The dossier in a real browser: a click on a statement opens its sentence, on a desktop, a phone and paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from filmdossier.model.film import FilmRecord
from support.records import crowded, desperado, hostile, silent
from support.stories import long_story

pytestmark = pytest.mark.browser

DESKTOP, PHONE, TABLET = 1280, 375, 900
RECORDS = [desperado, silent, hostile, crowded, long_story]
CONFLICT = "#conflicts .src a"


def in_view(page: Page, selector: str) -> bool:
    """Whether the middle of the element can be seen and nothing covers it."""
    return bool(
        page.evaluate(
            """selector => {
                const element = document.querySelector(selector), box = element.getClientRects()[0];
                const x = box.left + box.width / 2, y = box.top + box.height / 2;
                const top = document.elementFromPoint(x, y);
                return top !== null && element.contains(top);
            }""",
            selector,
        )
    )


def background(page: Page, selector: str) -> str:
    """The computed background colour."""
    return str(page.eval_on_selector(selector, "element => getComputedStyle(element).backgroundColor"))


@pytest.mark.parametrize("width", [DESKTOP, TABLET, PHONE])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_click_on_a_statement_opens_its_sentence_highlighted(opened: Callable[..., Any], width: int, scripts: bool) -> None:
    found = opened(desperado(), width, scripts=scripts)
    page = found.page
    marker = page.locator(CONFLICT).nth(1)
    label = marker.inner_text()
    marker.scroll_into_view_if_needed()
    before = background(page, f"#{label}")
    assert not in_view(page, f"#{label}")
    marker.click()
    page.wait_for_timeout(100)
    assert page.url.endswith(f"#{label}")
    assert in_view(page, f"#{label}")
    assert "library" in page.locator(f"#{label}").inner_text()
    assert background(page, f"#{label}") != before
    assert not found.complaints


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_wide_screen_the_statement_stays_where_it_was(opened: Callable[..., Any], scripts: bool) -> None:
    page = opened(desperado(), DESKTOP, scripts=scripts).page
    marker = page.locator("#cast .src a").last
    marker.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 0
    marker.click()
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") == before
    assert in_view(page, f"#{marker.inner_text()}")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_highlight_leads_back_to_its_statement(opened: Callable[..., Any], width: int) -> None:
    page = opened(desperado(), width).page
    link = page.locator(".back a[title='Distributor: Columbia Pictures']").first
    link.click()
    page.wait_for_timeout(100)
    target = page.evaluate("location.hash")
    assert in_view(page, target)
    assert "Columbia Pictures" in page.locator(target).inner_text()


def test_on_a_phone_a_button_leads_back_and_then_goes_away(opened: Callable[..., Any]) -> None:
    page = opened(desperado(), PHONE).page
    back = page.locator("a.return")
    assert back.is_hidden()
    page.locator("#credits .src a").first.click()
    assert back.is_visible()
    back.click()
    page.wait_for_timeout(100)
    assert back.is_hidden()
    assert in_view(page, page.evaluate("location.hash"))
    assert "Robert Rodriguez" in page.locator(page.evaluate("location.hash")).inner_text()


def test_the_browsers_own_back_button_works(opened: Callable[..., Any]) -> None:
    page = opened(desperado(), DESKTOP).page
    first, second = page.locator("#credits .src a").nth(0).inner_text(), page.locator("#credits .src a").nth(2).inner_text()
    page.locator("#credits .src a").nth(0).click()
    page.locator("#credits .src a").nth(2).click()
    assert page.locator("mark.now").first.get_attribute("data-p") == second
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator("mark.now").first.get_attribute("data-p") == first


def test_a_passage_in_several_pieces_lights_up_whole(opened: Callable[..., Any]) -> None:
    page = opened(hostile(), DESKTOP).page
    page.locator("#music .src a").first.click()
    pieces = page.locator("mark[data-p=A2]")
    assert pieces.count() > 1
    assert page.locator("mark.now[data-p=A2]").count() == pieces.count()


def test_an_address_with_a_passage_opens_on_it(opened: Callable[..., Any]) -> None:
    found = opened(desperado(), DESKTOP)
    found.page.goto("about:blank")
    found.page.goto(f"{found.address}#C3")
    found.page.wait_for_timeout(100)
    assert in_view(found.page, "#C3")
    assert "now" in str(found.page.locator("#C3").get_attribute("class"))


def test_a_link_into_a_fold_opens_it(opened: Callable[..., Any]) -> None:
    page = opened(desperado(), DESKTOP).page
    link = page.locator(".back a[title^='Set aside: Cast']")
    link.click()
    page.wait_for_timeout(100)
    assert page.locator("#aside details").nth(1).get_attribute("open") is not None
    assert in_view(page, page.evaluate("location.hash"))


@pytest.mark.parametrize("make", RECORDS)
@pytest.mark.parametrize("width", [320, PHONE, TABLET, DESKTOP, 1920])
def test_nothing_overflows_no_request_no_complaint(opened: Callable[..., Any], make: Callable[[], FilmRecord], width: int) -> None:
    found = opened(make(), width)
    found.page.wait_for_load_state("networkidle")
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.page.evaluate("window.broken") is None
    assert not found.complaints


def test_everything_can_be_reached_by_keyboard_and_focus_is_seen(opened: Callable[..., Any]) -> None:
    page = opened(desperado(), DESKTOP).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the record"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        hash_, outline = page.evaluate("[document.activeElement.hash, getComputedStyle(document.activeElement).outlineStyle]")
        assert outline == "solid"
        reached.add(hash_)
    assert {"#credits", "#A1", "#B3"} <= reached
    page.locator("#credits .src a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert in_view(page, "#A1")


CONTRAST = """() => {
    const channel = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const parse = text => { const n = text.match(/[0-9.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const over = (front, back) => [0, 1, 2].map(i => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
    const light = c => .2126 * channel(c[0]) + .7152 * channel(c[1]) + .0722 * channel(c[2]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), low = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement, style = getComputedStyle(element);
        if (!walker.currentNode.textContent.trim() || element.closest("script, style, .skip") || !element.getClientRects().length) continue;
        const layers = [];
        for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
        const back = layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
        const [a, b] = [light(over(parse(style.color), back)), light(back)];
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) low.push([ratio.toFixed(2), element.className, walker.currentNode.textContent.trim().slice(0, 40)]);
    }
    return low;
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_has_enough_contrast(opened: Callable[..., Any], dark: bool) -> None:
    page = opened(desperado(), DESKTOP, dark=dark).page
    page.locator("#credits .src a").first.click()
    page.wait_for_timeout(100)
    assert page.evaluate(CONTRAST) == []


def test_it_prints_whole_with_the_folds_open(opened: Callable[..., Any], tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    found = opened(desperado(), DESKTOP)
    path = tmp_path / "dossier.pdf"
    found.page.pdf(path=path, prefer_css_page_size=True, print_background=False)
    pdf = pypdfium2.PdfDocument(path)
    text = " ".join(" ".join(pdf[index].get_textpage().get_text_bounded().split()) for index in range(len(pdf)))
    pdf.close()
    assert text.count("\f") + 4 >= 4
    for words in (
        "Desperado",
        "Where the documents disagree",
        "Raúl Juliá as Bucho",
        "First shown at the Cannes film festival",
        "C6",
    ):
        assert words in text
    assert not found.complaints
    assert found.page.locator("#aside details[open]").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_click_in_the_drawing_of_relations_opens_the_sentence(opened: Callable[..., Any], scripts: bool) -> None:
    found = opened(long_story(), DESKTOP, scripts=scripts)
    page = found.page
    for link in (page.locator(".graph a:has(.words)").nth(4), page.locator(".graph a:not(:has(.words))").nth(20)):
        href = str(link.get_attribute("href"))
        link.scroll_into_view_if_needed()
        place = page.evaluate("scrollY")
        before = background(page, href)
        link.click()
        page.wait_for_timeout(100)
        assert page.url.endswith(href)
        assert in_view(page, href)
        assert background(page, href) != before
        assert page.evaluate("scrollY") == place
    assert not found.complaints


def test_on_a_phone_the_table_stands_for_the_drawing_and_an_event_opens_its_sentence(opened: Callable[..., Any]) -> None:
    page = opened(long_story(), PHONE).page
    assert page.locator(".graph").is_hidden()
    assert page.locator("table.relations tbody tr").count() > 20
    marker = page.locator(".events .cut .src a").first
    marker.click()
    page.wait_for_timeout(100)
    assert in_view(page, f"#{marker.inner_text()}")
    page.locator("a.return").click()
    page.wait_for_timeout(100)
    assert "cut from the film" in page.locator(page.evaluate("location.hash")).inner_text()


def test_the_words_of_the_drawing_fit_their_plates_and_boxes(opened: Callable[..., Any]) -> None:
    page = opened(long_story(), DESKTOP).page
    wider = page.evaluate(
        """() => [...document.querySelectorAll(".graph a")].filter(link => {
            const words = link.querySelector("text").getBBox(), shape = link.querySelector("rect").getBBox();
            return words.width > shape.width + 1 || words.height > shape.height + 4;
        }).map(link => link.textContent)"""
    )
    assert wider == []
