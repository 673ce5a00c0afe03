"""Pages and API over every kind of library: the same answers, and no name that breaks the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from filmdossier.present.web import Serving, create_app
from filmdossier.run.library import read_paths
from filmdossier.store import Store
from support.serving import IN_PROCESS

FERRY = (
    "The Night Ferry is a 1951 drama film directed by Ada Quill and starring Ben Orlo as Captain Pell. It was edited by Cara Pell. "
    "The Glass Ferry is another matter.\n\nPlot\n\nCaptain Pell shoots the smuggler on the pier.\n"
)
NUL = "a%00b"


@pytest.fixture(name="client")
def client_over_any_library(location: str, tmp_path: Path) -> Iterator[TestClient]:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    with Store.open(location) as store:
        read_paths([tmp_path / "ferry.txt"], store, limits=IN_PROCESS)
        with TestClient(create_app(store, Serving(limits=IN_PROCESS)), base_url="http://127.0.0.1:8000") as client:
            yield client


NAMES = (
    f"/films/{NUL}",
    f"/films/{NUL}/history",
    f"/films/{NUL}/export/json",
    f"/films/{NUL}/ask?q=who",
    f"/documents/{NUL}",
    f"/documents/{NUL}/add",
    f"/people/{NUL}",
    f"/api/films/{NUL}",
    f"/api/films/{NUL}/statements",
    f"/api/documents/{NUL}",
    f"/api/decisions?film={NUL}",
    f"/api/decisions/{NUL}",
    f"/api/ask?q=who&film={NUL}",
    f"/api/queue?film={NUL}",
)
WORDS = (
    f"/?q={NUL}",
    f"/search?q={NUL}",
    f"/people?q={NUL}",
    f"/documents?q={NUL}",
    f"/ask?q={NUL}",
    f"/api/films?q={NUL}",
    f"/api/documents?q={NUL}",
    f"/api/search?q={NUL}",
    f"/api/ask?q={NUL}",
)


def test_a_name_with_a_nul_is_nobodys_and_words_with_one_find_nothing(client: TestClient) -> None:
    found = {address: client.get(address).status_code for address in (*NAMES, *WORDS)}
    assert {address for address in NAMES if found[address] not in (404, 422)} == set()
    assert {address for address in WORDS if found[address] not in (200, 422)} == set()


def test_a_film_is_read_asked_and_decided_on(client: TestClient) -> None:
    (film,) = client.get("/api/films").json()["items"]
    address = f"/films/{film['film']}"
    assert client.get(address).status_code == 200
    assert client.get("/api/ask", params={"q": "Who shoots the smuggler?", "film": film["film"]}).json()["values"] == [
        "Captain Pell"
    ]
    assert client.get("/api/search", params={"q": "smuggler"}).json()["total"] == 1
    form = {"verdict": "correct", "field-value": "Dan Roe", "why": "the\x00 credits", "by": "Ada"}
    assert client.post(f"{address}/statements/editor:cara-pell", data=form).status_code in (200, 422)
    form["why"] = "the credits"
    assert client.post(f"{address}/statements/editor:cara-pell", data=form).status_code == 200
    assert "Dan Roe" in client.get(address).text


def test_a_nul_in_what_is_sent_breaks_nothing(client: TestClient) -> None:
    film = client.get("/api/films").json()["items"][0]["film"]
    for address, body in (
        ("/api/ask", {"question": "who\x00"}),
        ("/api/ask", {"question": "who", "film": "a\x00b"}),
        ("/api/decisions", {"verdict": "confirm", "film": "a\x00b", "statement": "editor:cara-pell"}),
        ("/api/decisions", {"verdict": "confirm", "film": film, "statement": "a\x00b"}),
        ("/api/decisions", {"verdict": "merge_names", "film": film, "kind": "person", "name": "a\x00b", "into": "Cara Pell"}),
        ("/api/decisions", {"verdict": "confirm", "film": film, "statement": "editor:cara-pell", "by": "a\x00b"}),
    ):
        assert client.post(address, json=body).status_code < 500, (address, body)
    assert client.post(f"/films/{film}/names", data={"act": "merge", "name": "a\x00b", "other": "Cara Pell"}).status_code < 500
