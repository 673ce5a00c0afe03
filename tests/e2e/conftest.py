"""A headless Chromium that may not reach anything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from filmdossier.model.film import FilmRecord
from filmdossier.present import dossier
from support.shared import chromium

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine; none is ever downloaded."""
    found = chromium()
    if found is None:
        pytest.skip("needs Chromium, and there is none on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield launched
        launched.close()


class Opened:
    """A dossier in the browser; ``complaints`` are console messages, errors and requests beyond the page itself."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.complaints: list[str] = []
        self.address = path.as_uri()
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", lambda request: self._request(request.url))
        self.page.goto(self.address)

    def _request(self, url: str) -> None:
        if url.partition("#")[0] != self.address and not url.startswith("data:"):
            self.complaints.append(f"request: {url}")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the dossier of a record at a width, with or without scripts, light or dark."""
    contexts = []

    def show(record: FilmRecord, width: int = 1280, height: int = 900, *, scripts: bool = True, dark: bool = False) -> Opened:
        path = tmp_path / "dossier.html"
        path.write_text(dossier.render(record), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Opened(context, path)

    yield show
    for context in contexts:
        context.close()
