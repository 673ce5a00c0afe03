"""The web application in a real browser, over a library of the example documents."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.serving import Server, copied, make_library
from support.shared import REPOSITORY

pytestmark = pytest.mark.browser

FILM = "/films/desperado-1995"
WAIT_MS = 150_000  # a reading starts processes and loads the reader


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(copied(built, tmp_path_factory.mktemp("served")))
    yield running
    running.end()


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def opened(browser: Browser, server: Server, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """A page of the server at a width; what the browser complains of is noted, and what it asks of anybody else."""
    contexts: list[BrowserContext] = []

    def show(address: str, width: int = 1280, *, scripts: bool = True, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            base_url=server.address,
            accept_downloads=True,
        )
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "request",
            lambda request: complaints.append(request.url) if not request.url.startswith((server.address, "data:")) else None,
        )
        page.goto(address)
        return page

    yield show
    for context in contexts:
        context.close()


def document(page: Page, name: str) -> str:
    """The address of a document by its file's name."""
    page.goto(f"/documents?q={name}")
    return str(page.locator("table.list th a").first.get_attribute("href"))


def in_view(page: Page, selector: str) -> bool:
    return bool(
        page.evaluate(
            """selector => {
                const element = document.querySelector(selector), box = element.getClientRects()[0];
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return top !== null && (element.contains(top) || top.contains(element));
            }""",
            selector,
        )
    )


def test_from_an_upload_to_a_correction_that_stands(
    opened: Callable[..., Page], server: Server, tmp_path: Path, complaints: list[str]
) -> None:
    file = tmp_path / "ronin.md"
    file.write_text(
        "# Ronin (1998)\n\nRonin is a 1998 American action film directed by John Frankenheimer. It runs 121 minutes.\n",
        encoding="utf-8",
    )
    page = opened("/upload")
    page.locator("#files").set_input_files(file)
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url("**/upload/*")
    expect(page.locator("h1")).to_have_text("Read", timeout=WAIT_MS)
    expect(page.locator("table.list")).to_contain_text("ronin.md")
    page.get_by_role("link", name="Ronin (1998)").click()

    # The statement, and its sentence in the document beside it.
    marker = page.locator("#film .src a:not(.decide)").first
    label = marker.inner_text()
    marker.click()
    page.wait_for_timeout(100)
    assert in_view(page, f"[id='{label}']")
    page.get_by_role("link", name="Decide: Running time: 121").click()
    page.locator("#field-value").fill("122")
    page.locator("#why2").fill("timed on the print")
    page.get_by_role("button", name="Correct it").click()
    expect(page.locator(".decisions .new")).to_contain_text("122 minutes")

    # Read again, with other words about something else.
    kept = Path(server.process.args[server.process.args.index("--library") + 1]).parent / "uploads" / "ronin.md"  # type: ignore[union-attr, index]
    kept.write_text(kept.read_text(encoding="utf-8").replace("action film", "thriller film"), encoding="utf-8")
    page.goto(document(page, "ronin.md"))
    page.get_by_role("button", name="Read again").click()
    expect(page.locator("h1")).to_have_text("Read", timeout=WAIT_MS)
    page.goto("/films/ronin-1998")
    expect(page.locator("#film")).to_contain_text("122 minutes")
    expect(page.locator("#film")).to_contain_text(re.compile("thriller", re.IGNORECASE))

    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="json", exact=True).click()
    record = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    (runtime,) = [fact for fact in record["facts"] if fact["predicate"] == "runtime_minutes"]
    assert (runtime["value"], runtime["status"]) == ("122", "corrected")
    assert not complaints


def test_without_scripts_everything_works(opened: Callable[..., Page]) -> None:
    page = opened("/upload", scripts=False)
    page.locator("#files").set_input_files(REPOSITORY / "examples" / "people" / "robert-rodriguez.txt")
    page.get_by_role("button", name="Read them").click()
    expect(page.locator("h1")).to_have_text("Read", timeout=WAIT_MS)  # the page asks again by itself
    page.locator("#find").fill("bookstore")
    page.get_by_role("button", name="Search").click()
    page.locator(".context a").first.click()
    assert in_view(page, "#at")
    page.goto(FILM)
    page.get_by_role("link", name="Decide: Editor: Robert Rodriguez").click()
    page.get_by_role("button", name="It is right").click()
    expect(page.locator(".decisions .new")).to_contain_text("Confirmed: Editor: Robert Rodriguez")
    page.get_by_role("button", name=re.compile("^Undo")).first.click()
    expect(page.locator(".decisions .undone")).to_be_visible()


def test_statements_and_sentences_lead_to_each_other(opened: Callable[..., Page], complaints: list[str]) -> None:
    for width in (1280, 390):
        page = opened("/", width)
        page.goto(document(page, "article.txt"))
        marker = page.locator(".passages .src a").nth(12)
        marker.scroll_into_view_if_needed()
        marker.click()
        page.wait_for_timeout(100)
        assert in_view(page, f"[id='{marker.inner_text()}']")
        back = page.locator(f"mark[data-p='{marker.inner_text()}'] + .back a").first
        back.click()
        page.wait_for_timeout(100)
        assert in_view(page, f"[id='m{marker.inner_text()}']")
    assert not complaints


def test_a_selected_passage_becomes_a_statement(opened: Callable[..., Page]) -> None:
    page = opened("/")
    page.goto(document(page, "review.md"))
    page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf("guitar case");
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 11);
                return;
            }
            throw new Error("the words are not there");
        }"""
    )
    page.get_by_role("link", name="Add a statement from this passage").click()
    expect(page.locator("#quote")).to_have_value("guitar case")
    page.locator("#predicate").select_option("song")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".decisions .new")).to_contain_text("Added: Song: guitar case")


def test_files_can_be_dropped(opened: Callable[..., Page]) -> None:
    page = opened("/upload")
    page.evaluate(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["A note about nothing."], "note.txt", { type: "text/plain" }));
            document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
        }"""
    )
    assert page.evaluate("document.querySelector('#files').files[0].name") == "note.txt"


ADDRESSES = [
    "/",
    FILM,
    f"{FILM}/statements/director:robert-rodriguez",
    f"{FILM}/history",
    f"{FILM}/names",
    "/decisions",
    f"{FILM}/ask?q=Who+directed+it",
    "/people",
    "/people/robert-rodriguez",
    "/critics/nora-whitfield",
    "/documents",
    "/search?q=film",
    "/upload",
    "/nothing",
    "document",
    "conflict",
    "add",
]


def address_of(page: Page, named: str) -> str:
    if named == "document":
        return document(page, "article.txt")
    if named == "add":
        return f"{document(page, 'article.txt')}/add?quote=Carolina&predicate=cast"
    if named == "conflict":
        page.goto(FILM)
        return str(page.locator(".settle a").first.get_attribute("href"))
    return named


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_barriers(opened: Callable[..., Page], dark: bool) -> None:
    found = []
    page = opened("/", dark=dark)
    for named in ADDRESSES:
        page.goto(address_of(page, named))
        answer = Axe().run(page)
        found += [
            (named, one["id"], one["nodes"][0]["target"], one["nodes"][0].get("failureSummary", "")[:300])
            for one in answer.response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 800, 1280, 1920])
def test_nothing_overflows_and_nobody_else_is_asked(opened: Callable[..., Page], complaints: list[str], width: int) -> None:
    page = opened("/", width)
    for named in ADDRESSES:
        page.goto(address_of(page, named))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, named
    assert [one for one in complaints if "404" not in one] == []


def test_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.goto(FILM)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("bookstore")
    page.keyboard.press("Enter")
    expect(page.locator(".found li").first).to_be_visible()
    page.goto(FILM)
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_it_prints(opened: Callable[..., Page], tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = opened(FILM)
    page.pdf(path=tmp_path / "film.pdf", prefer_css_page_size=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "film.pdf")
    words = " ".join(" ".join(pdf[index].get_textpage().get_text_bounded().split()) for index in range(len(pdf)))
    pdf.close()
    assert "Where the documents disagree" in words
    assert "Ask about this film" not in words
    assert "People Critics Outlets" not in words
