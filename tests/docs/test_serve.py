"""Every page that is served is documented, and nothing else is."""

import re
from pathlib import Path

from fastapi.routing import APIRoute

from filmdossier.present.web.app import PAGES
from support.shared import REPOSITORY

TEXT = (REPOSITORY / "docs" / "serve.md").read_text(encoding="utf-8")


def test_every_route_is_documented_and_every_documented_route_is_there() -> None:
    documented = set(re.findall(r"`((?:GET|POST) /[^`]*)`", TEXT.split("## Pages", 1)[1].split("\n## ", 1)[0]))
    served = {
        f"{method} {route.path.replace(':path', '')}"
        for page in PAGES
        for route in page.router.routes
        if isinstance(route, APIRoute)
        for method in route.methods
    }
    assert documented == served


def test_the_limits_are_those_of_the_program() -> None:
    from filmdossier.present.web.serving import Serving
    from filmdossier.store.search import MOST_RANKED

    assert f"At most {Serving().most_files} files and {Serving().upload_limit_bytes // 1_000_000} MB at once" in TEXT
    assert f"more than {MOST_RANKED:,} documents" in TEXT


def test_no_page_of_the_application_names_another_host() -> None:
    folder = Path(REPOSITORY, "src", "filmdossier", "present", "web")
    for path in (*folder.rglob("*.html"), *folder.rglob("*.css"), *folder.rglob("*.js")):
        assert not re.search(
            r"https?://|//[a-z]+\.", re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        ), path.name
