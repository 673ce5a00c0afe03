"""Who is let in, from where, and with how much."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from filmdossier.errors import SettingsError
from filmdossier.present.web.serving import Serving, new_token
from support.serving import copied, served

TOKEN = "a-token-that-nobody-guesses"
OWN = {"Origin": "http://127.0.0.1:8000"}
FILM = "/films/desperado-1995"
DECIDE = f"{FILM}/statements/director:robert-rodriguez"


@pytest.fixture
def guarded(library: Path, tmp_path: Path) -> Iterator[TestClient]:
    with served(copied(library, tmp_path), token=TOKEN, host="0.0.0.0") as client:
        yield client


class TestNames:
    @pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "localhost.:8000"])
    def test_own_names_are_answered(self, client: TestClient, host: str) -> None:
        assert client.get("/", headers={"Host": host}).status_code == 200

    @pytest.mark.parametrize(
        "host",
        ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "192.168.0.7", "localhost@evil.example", "a b", "[::1"],
    )
    def test_a_name_that_was_rebound_to_us_is_not(self, client: TestClient, host: str) -> None:
        answer = client.get("/", headers={"Host": host})
        assert answer.status_code in (400, 421)
        assert "Desperado" not in answer.text

    def test_beyond_this_machine_addresses_in_numbers_and_given_names_are(self, library: Path, tmp_path: Path) -> None:
        told = {"token": TOKEN, "host": "0.0.0.0", "names": frozenset({"archive.example"})}
        with served(copied(library, tmp_path), **told) as client:
            for host, status in (("10.0.0.5:8000", 401), ("archive.example", 401), ("evil.example", 421)):
                assert client.get("/", headers={"Host": host}).status_code == status


class TestWrites:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://127.0.0.1:9999"},
            {"Origin": "http://127.0.0.1:8000.evil.example"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "cross-site"},
        ],
    )
    def test_another_page_cannot_write(self, client: TestClient, headers: dict[str, str]) -> None:
        for address in (DECIDE, "/upload", "/upload/unread", "/nothing"):
            answer = client.post(address, data={"verdict": "confirm"}, headers=headers)
            assert answer.status_code == 403
            assert "another page" in answer.text
        assert "Nothing was decided yet" in client.get(f"{FILM}/history").text

    def test_our_own_page_and_programs_can(self, editing: TestClient) -> None:
        for headers in (OWN, {**OWN, "Sec-Fetch-Site": "same-origin"}, {}):
            answer = editing.post(DECIDE, data={"verdict": "confirm"}, headers=headers, follow_redirects=False)
            assert answer.status_code == 303


class TestToken:
    def test_nothing_is_shown_without_it(self, guarded: TestClient) -> None:
        for address in ("/", FILM, "/documents", "/search?q=film", "/api/films", "/upload", "/nothing"):
            answer = guarded.get(address)
            assert answer.status_code == 401
            assert "Desperado" not in answer.text
            assert answer.headers["www-authenticate"] == "Bearer"
        assert guarded.post(DECIDE, data={"verdict": "confirm"}).status_code == 401
        assert guarded.get("/static/web.css").status_code == 200

    def test_the_address_lets_a_browser_in_and_loses_the_token(self, guarded: TestClient) -> None:
        answer = guarded.get(f"/?token={TOKEN}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie = answer.headers["set-cookie"]
        assert TOKEN not in cookie
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert guarded.get("/").status_code == 200

    def test_a_form_and_a_header_let_in_as_well(self, guarded: TestClient) -> None:
        assert guarded.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert guarded.post("/sign-in", data={"token": "wrong"}).status_code == 401
        assert guarded.post("/sign-in", data={"token": TOKEN}, follow_redirects=False).status_code == 303
        assert guarded.get("/").status_code == 200

    @pytest.mark.parametrize("wrong", ["", "a", TOKEN[:-1], TOKEN + "x", "ünï", TOKEN.upper()])
    def test_anything_else_does_not(self, guarded: TestClient, wrong: str) -> None:
        assert guarded.get("/", params={"token": wrong}).status_code == 401
        assert guarded.get("/", headers={"Authorization": f"Bearer {wrong}".encode()}).status_code == 401
        assert guarded.get("/", headers={"Cookie": f"filmdossier-8000={wrong}".encode()}).status_code == 401

    @pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "archive.example", ""])
    def test_no_address_beyond_this_machine_goes_without(self, host: str) -> None:
        with pytest.raises(SettingsError, match="token"):
            Serving(host=host)
        with pytest.raises(SettingsError, match="too short"):
            Serving(host=host, token="short")
        Serving(host=host, token=new_token())

    @pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1"])
    def test_this_machine_does(self, host: str) -> None:
        assert Serving(host=host).token is None

    def test_no_two_tokens_are_alike(self) -> None:
        assert len({new_token() for _ in range(20)}) == 20


class TestBodies:
    @pytest.fixture
    def small(self, library: Path, tmp_path: Path) -> Iterator[TestClient]:
        with served(copied(library, tmp_path), upload_limit_bytes=5000, form_limit_bytes=1000) as client:
            yield client

    def test_what_is_too_large_by_its_own_word_is_refused_unread(self, small: TestClient) -> None:
        assert small.post("/upload", files={"files": ("a.txt", b"x" * 6000)}).status_code == 413
        assert small.post(DECIDE, data={"verdict": "confirm", "why": "x" * 2000}).status_code == 413

    def test_what_does_not_say_how_large_it_is_is_counted(self, small: TestClient) -> None:
        def pieces() -> Iterator[bytes]:
            yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
            for _ in range(100):
                yield b"x" * 1000
            yield b"\r\n--b--\r\n"

        answer = small.post("/upload", content=pieces(), headers={"Content-Type": "multipart/form-data; boundary=b"})
        assert answer.status_code == 413

    def test_a_false_length_is_refused(self, small: TestClient) -> None:
        assert small.post("/upload", content=b"x", headers={"Content-Length": "-5"}).status_code in (400, 413)


def test_every_answer_keeps_the_browser_in_its_place(client: TestClient) -> None:
    for address in ("/", FILM, "/nothing", "/static/web.css", f"{FILM}/export/json", "/films/desperado-1995/dossier.html"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "http" not in policy
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_what_breaks_is_a_page_with_the_same_headers_and_without_a_traceback(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the inside")

    with served(copied(library, tmp_path)) as client:
        monkeypatch.setattr("filmdossier.present.web.films.respond", broken)
        forgiving = TestClient(client.app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
        answer = forgiving.get("/")
    assert answer.status_code == 500
    assert "Internal error: RuntimeError" in answer.text
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
