"""A server that is killed at any moment of an upload leaves a library that opens, and no file lost once it was taken."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from filmdossier.store import Store
from support.serving import Server, wait_for

HEAT = b"Heat is a 1995 American crime film written and directed by Michael Mann. It stars Al Pacino.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.open(tmp_path / "library.db").close()
    return tmp_path / "library.db"


def documents(path: Path) -> int:
    with Store.open(path, create=False) as store, store.view() as view:
        assert view.failures() == []
        return view.document_count()


def test_in_the_middle_of_the_body_nothing_is_taken(path: Path) -> None:
    server = Server(path)
    sending, gone = threading.Event(), threading.Event()

    def body() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="heat.txt"\r\n\r\n' + HEAT
        sending.set()
        gone.wait(60)
        yield b"\r\n--b--\r\n"

    def send() -> None:
        with suppress(httpx.HTTPError):
            httpx.post(f"{server.address}/upload", content=body(), headers={"Content-Type": "multipart/form-data; boundary=b"})

    thread = threading.Thread(target=send)
    thread.start()
    sending.wait(60)
    server.kill()
    gone.set()
    thread.join()
    assert documents(path) == 0
    assert not (path.parent / "uploads").exists()


def test_after_the_files_were_taken_they_are_read_by_the_next_server(path: Path) -> None:
    server = Server(path)
    files = [("files", (f"heat-{number}.txt", HEAT * (number + 1))) for number in range(3)]
    answer = httpx.post(f"{server.address}/upload", files=files, timeout=60)
    assert answer.status_code == 303
    server.kill()
    assert len(list((path.parent / "uploads").iterdir())) == 3
    before = documents(path)
    server = Server(path)
    try:
        if before < 3:
            assert f"{3 - before} uploaded file" in httpx.get(f"{server.address}/upload", timeout=60).text
            httpx.post(f"{server.address}/upload/unread", timeout=60)
        wait_for(lambda: "never read" not in httpx.get(f"{server.address}/upload", timeout=60).text, 150)
    finally:
        server.end()
    assert documents(path) == 3


def test_beyond_this_machine_the_command_wants_a_token(path: Path) -> None:
    server = Server(path, "--host", "0.0.0.0", "--token", "new")
    try:
        token = httpx.URL(server.printed).params["token"]
        assert len(token) >= 32
        assert httpx.get(server.address, timeout=60).status_code == 401
        assert httpx.get(server.address, params={"token": token}, timeout=60).status_code == 303
    finally:
        server.end()


def test_without_one_it_refuses(path: Path) -> None:
    from typer.testing import CliRunner

    from filmdossier.present.cli import app

    answer = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--library", str(path)])
    assert answer.exit_code == 2
    assert "token" in answer.output
