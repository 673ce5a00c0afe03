"""Films over HTTP: the list in parts, and records that are what the program exports."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from filmdossier.present.export.json_record import dumps
from filmdossier.run.records import film_record
from filmdossier.store import Store

FILM = "desperado-1995"


def test_films_are_listed_with_how_many_there_are(client: TestClient) -> None:
    answer = client.get("/api/films").json()
    assert answer["total"] == len(answer["items"]) >= 3
    assert {"film": FILM, "title": "Desperado", "year": 1995}.items() <= next(
        one for one in answer["items"] if one["film"] == FILM
    ).items()
    assert [one["title"] for one in answer["items"]] == sorted(one["title"] for one in answer["items"])


def test_films_are_searched_and_sorted(client: TestClient) -> None:
    found = client.get("/api/films", params={"q": "scarface", "order": "year"}).json()["items"]
    assert [one["year"] for one in found] == [1983, 1932]
    disputed = client.get("/api/films", params={"disputed": "true"}).json()["items"]
    assert disputed
    assert all(one["disputed"] for one in disputed)


def test_links_lead_through_all_parts_of_a_list(client: TestClient) -> None:
    every = [one["film"] for one in client.get("/api/films").json()["items"]]
    seen, address = [], "/api/films?limit=1"
    while address:
        answer = client.get(address)
        seen += [one["film"] for one in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url", "")
        assert len(seen) <= len(every)
    assert seen == every
    assert "prev" not in client.get("/api/films?limit=1").links
    back = client.get("/api/films", params={"limit": 1, "offset": 1, "q": "scarface"}).links
    assert back["prev"]["url"] == back["first"]["url"] == "/api/films?q=scarface&limit=1&offset=0"


def test_a_record_is_what_the_program_exports(client: TestClient, library: Path) -> None:
    answer = client.get(f"/api/films/{FILM}")
    assert answer.headers["content-type"] == "application/json"
    with Store.open(library) as store, store.view() as view:
        assert answer.text == dumps(film_record(view, FILM, layout=False, compare=True))
    again = client.get(f"/api/films/{FILM}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.text) == (304, "")


@pytest.mark.parametrize(
    ("name", "kind"), [("json", "application/json"), ("csv", "text/csv; charset=utf-8"), ("nfo", "text/plain")]
)
def test_records_are_exported(client: TestClient, name: str, kind: str) -> None:
    answer = client.get(f"/api/films/{FILM}/exports/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content == client.get(f"/films/{FILM}/export/{name}").content


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/films/nothing-1900", 404, "no film has the id 'nothing-1900'"),
        (f"/api/films/{FILM}/exports/docx", 404, "there is no format 'docx'"),
        ("/api/nothing", 404, "/api/openapi.json"),
        ("/api/films?limit=0", 422, "query/limit"),
        ("/api/films?order=size", 422, "query/order"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_document(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["instance"]) == (status, address.partition("?")[0])
    assert words in body["detail"]
    assert {"type", "title"} <= set(body)
    assert ("errors" in body) == (status == 422)
