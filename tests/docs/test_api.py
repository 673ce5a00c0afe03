"""The page on the API names every route and nothing else, and its example does what it says."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.routing import APIRoute

from filmdossier.present.api.deciding import ToDecide
from filmdossier.present.api.listing import MOST
from filmdossier.present.api.mounted import PREFIX, ROUTERS
from filmdossier.present.web import Serving, create_app
from filmdossier.store import Store
from support.serving import IN_PROCESS, make_library, wait_for
from support.shared import REPOSITORY

TEXT = (REPOSITORY / "docs" / "api.md").read_text(encoding="utf-8")
TOKEN = "a-token-that-nobody-guesses"


def section(title: str) -> str:
    return TEXT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_route_is_documented_and_every_documented_route_is_there() -> None:
    documented = set(re.findall(r"^\| `((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)`", section("Addresses"), re.MULTILINE))
    served = {
        f"{method} {PREFIX}{route.path}"
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }
    assert documented == served


def test_every_parameter_of_a_route_is_documented() -> None:
    rows = dict(re.findall(r"^\| `(\w+ /[^`]*)` \| (.*) \|$", section("Addresses"), re.MULTILINE))
    for router in ROUTERS:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            for method in route.methods or ():
                named = rows[f"{method} {PREFIX}{route.path}"]
                for parameter in route.dependant.query_params:
                    assert parameter.alias in ("limit", "offset") or f"`{parameter.alias}" in named, (route.path, parameter.alias)


def test_every_verdict_is_documented_with_its_fields() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \| .* \|$", section("Decisions").partition("|---|")[2], re.MULTILINE))
    kinds = {get_args(kind.__annotations__["verdict"])[0]: kind for kind in get_args(ToDecide)}
    assert set(rows) == set(kinds)
    for verdict, kind in kinds.items():
        for field in set(kind.__annotations__) - {"verdict"}:
            assert f"`{field}`" in rows[verdict], (verdict, field)


def test_the_limits_are_those_of_the_program() -> None:
    serving = Serving()
    assert f"{MOST} at most" in TEXT
    assert (
        f"more than {serving.upload_limit_bytes // 1_000_000} MB of documents at once, more than {serving.most_files} files" in TEXT
    )
    assert f"more than {serving.form_limit_bytes // 1_000_000} MB of anything else" in TEXT


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of the application, served on a free port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_for(lambda: server.started)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=60)


def test_the_example_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    with (
        Store.open(make_library(tmp_path)) as store,
        running(create_app(store, Serving(limits=IN_PROCESS, token=TOKEN))) as address,
    ):
        exec(compile(example.replace("http://127.0.0.1:8000", address).replace("TOKEN", TOKEN), "docs/api.md", "exec"), {})
        with store.view() as view:
            assert [one.verdict.value for one in view.decisions()] == ["confirm", "undo"]
    said = capsys.readouterr().out
    assert "Desperado 1995 Robert Rodriguez 'Director: Robert Rodriguez'" in said
    assert "[('ferry.txt', 'read', ['night-ferry-1987'])]" in said
    assert said.endswith("['Robert Rodriguez']\n")
