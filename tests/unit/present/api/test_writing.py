"""What is written over HTTP: decisions made and taken back, documents added; and who may."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from filmdossier.present.web.serving import Serving
from support.serving import copied, served, wait_for

FILM = "desperado-1995"
STATEMENT = "director:robert-rodriguez"
TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture
def guarded(library: Path, tmp_path: Path) -> Iterator[TestClient]:
    with served(copied(library, tmp_path), token=TOKEN, host="0.0.0.0") as client:
        yield client


def decide(client: TestClient, **given: object) -> dict[str, Any]:
    answer = client.post("/api/decisions", json={"film": FILM, **given})
    assert answer.status_code == 201, answer.text
    assert client.get(answer.headers["location"]).json() == answer.json()
    made: dict[str, Any] = answer.json()
    return made


def statement(client: TestClient, wanted: str) -> dict[str, Any]:
    items = client.get(f"/api/films/{FILM}/statements?limit=200").json()["items"]
    found: dict[str, Any] = next(one for one in items if one["id"] == wanted)
    return found


class TestDecisions:
    def test_one_is_made_and_taken_back(self, editing: TestClient) -> None:
        before = statement(editing, STATEMENT)
        made = decide(editing, verdict="confirm", statement=STATEMENT, by="Ada Quill", why="seen on the print")
        assert (made["by"], made["why"], made["about"], made["holds"]) == ("Ada Quill", "seen on the print", STATEMENT, True)
        confirmed = statement(editing, STATEMENT)
        assert (confirmed["status"], confirmed["confidence"], confirmed["decision"]["id"]) == ("confirmed", 1.0, made["id"])
        undone = editing.delete(f"/api/decisions/{made['id']}")
        assert (undone.status_code, undone.json()["verdict"], undone.json()["by"]) == (200, "undo", "Ines Roy")
        assert statement(editing, STATEMENT) == before
        assert editing.get(f"/api/decisions/{made['id']}").json()["undone_by"] == undone.json()["id"]
        assert editing.delete(f"/api/decisions/{made['id']}").status_code == 409
        assert [one["verdict"] for one in editing.get("/api/decisions", params={"film": FILM}).json()["items"]] == [
            "undo",
            "confirm",
        ]
        # To take the undoing back makes the decision hold again.
        assert editing.delete(f"/api/decisions/{undone.json()['id']}").status_code == 200
        assert statement(editing, STATEMENT)["status"] == "confirmed"

    def test_every_verdict(self, editing: TestClient) -> None:
        document = editing.get("/api/documents", params={"q": "desperado/article"}).json()["items"][0]["id"]
        text = editing.get(f"/api/documents/{document}").json()["text"]
        start = text.index("El Mariachi")
        passage = {"document": document, "start": start, "end": start + len("El Mariachi")}
        conflicts = editing.get(f"/api/films/{FILM}").json()["conflicts"]
        assert len(conflicts) >= 2
        one, other = conflicts[:2]
        decide(editing, verdict="choose", conflict=one["id"], side=one["values"][0]["id"])
        decide(editing, verdict="dismiss", conflict=other["id"])
        decide(editing, verdict="correct", statement=STATEMENT, value="Robert Anthony Rodriguez", source=passage)
        decide(editing, verdict="add", predicate="cast", value={"actor": "Bo Stand-In"}, passage=passage)
        decide(editing, verdict="reject", statement="cast:steve-buscemi.buscemi")
        decide(editing, verdict="merge_names", kind="character", name="El Mariachi", into="Manito")
        decide(editing, verdict="split_names", kind="person", name="Robert Rodriguez", other="R. Rodriguez")
        decide(editing, verdict="split_film", documents=[document], title="Another Film", year=2001)
        decide(editing, verdict="merge_films", film="another-film-2001", into=FILM)
        made = editing.get("/api/decisions").json()
        assert made["total"] == 9
        assert {one["by"] for one in made["items"]} == {"Ines Roy"}
        assert all(one["holds"] and one["words"] for one in made["items"])

    @pytest.mark.parametrize(
        ("given", "status", "words"),
        [
            ({"verdict": "confirm", "film": FILM, "statement": "director:nobody"}, 404, "has no statement"),
            ({"verdict": "confirm", "film": "nothing-1900", "statement": STATEMENT}, 404, "nothing-1900"),
            ({"verdict": "correct", "film": FILM, "statement": STATEMENT, "value": "X"}, 422, "needs a source or a note"),
            ({"verdict": "reject", "film": FILM, "statement": "conflict:running-time"}, 422, "choose a side, or dismiss"),
            ({"verdict": "confirm", "film": FILM}, 422, "statement"),
            ({"verdict": "confirm", "film": FILM, "statement": STATEMENT, "sure": True}, 422, "sure"),
            ({"verdict": "shrug", "film": FILM, "statement": STATEMENT}, 422, "verdict"),
            ({"verdict": "confirm", "film": FILM, "statement": STATEMENT, "by": "x" * 201}, 422, "by"),
        ],
    )
    def test_what_cannot_be_decided(self, client: TestClient, given: dict[str, object], status: int, words: str) -> None:
        answer = client.post("/api/decisions", json=given)
        assert answer.status_code == status
        assert words in answer.json()["detail"]
        assert client.get("/api/decisions").json()["total"] == 0

    def test_halves_of_letters_are_a_problem_and_no_error(self, client: TestClient) -> None:
        body = b'{"verdict": "confirm", "film": "\\ud800", "statement": "x", "\\ud801": 1}'
        answer = client.post("/api/decisions", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422
        assert answer.json()["errors"]


class TestUploads:
    def test_a_file_becomes_a_document(self, editing: TestClient) -> None:
        told = "Night Ferry is a 1987 film directed by Ola Brandt. The film stars Kim Sund as the purser."
        files = [
            ("files", ("ferry.txt", told.encode(), "text/plain")),
            ("files", ("moon.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "text/plain")),
        ]
        answer = editing.post("/api/documents", files=files, data={"film": "Night Ferry (1987)"})
        assert answer.status_code == 202
        address = answer.headers["location"]
        wait_for(lambda: editing.get(address).json()["over"])
        reading = editing.get(address).json()
        files_by_name = {one["name"]: one for one in reading["files"]}
        refused, read = files_by_name["moon.png"], files_by_name["ferry.txt"]
        assert (refused["state"], refused["document"]) == ("failed", None)
        assert refused["remedy"]
        assert (read["name"], read["state"], read["films"]) == ("ferry.txt", "read", ["night-ferry-1987"])
        assert editing.get(f"/api/documents/{read['document']}").json()["text"].strip() == told
        assert editing.get("/api/films/night-ferry-1987").json()["facts"][0]["value"] == "Ola Brandt"

    def test_what_cannot_be_taken(self, editing: TestClient) -> None:
        many = [("files", (f"{number}.txt", b"words", "text/plain")) for number in range(Serving().most_files + 1)]
        assert editing.post("/api/documents", files=many).status_code == 413
        assert editing.post("/api/documents").status_code == 422
        one = [("files", ("a.txt", b"words", "text/plain"))]
        assert editing.post("/api/documents", files=one, data={"film": "…"}).status_code == 422
        assert editing.get("/api/readings/0000").status_code == 404


class TestGuard:
    def test_without_the_token_nothing_is_told(self, guarded: TestClient) -> None:
        for address in ("/api/films", "/api/openapi.json", f"/api/films/{FILM}", "/api/nothing"):
            answer = guarded.get(address)
            assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
            assert answer.headers["www-authenticate"] == "Bearer"
            assert answer.json()["instance"] == address
        assert guarded.get("/api/films", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200

    @pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
    def test_another_page_cannot_write(self, client: TestClient, headers: dict[str, str]) -> None:
        given = {"verdict": "confirm", "film": FILM, "statement": STATEMENT}
        assert client.post("/api/decisions", json=given, headers=headers).status_code == 403
        assert client.delete("/api/decisions/0000", headers=headers).status_code == 403
        assert client.post("/api/documents", files=[("files", ("a.txt", b"a"))], headers=headers).status_code == 403

    def test_a_body_that_calls_itself_something_else_is_not_read_as_json(self, client: TestClient) -> None:
        body = b'{"question": "Who directed Desperado?"}'
        assert client.post("/api/ask", content=body, headers={"Content-Type": "text/plain"}).status_code == 422
        assert client.post("/api/ask", content=body).status_code == 422

    def test_another_name_is_not_answered(self, client: TestClient) -> None:
        answer = client.get("/api/films", headers={"Host": "evil.example"})
        assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")

    def test_only_documents_may_be_large(self, client: TestClient) -> None:
        limit = Serving().form_limit_bytes
        large = {"question": "x" * limit}
        assert client.post("/api/ask", json=large).status_code == 413
        answer = client.post("/api/documents", files=[("files", ("large.png", b"\x89PNG\r\n\x1a\n" + b"\0" * limit))])
        assert answer.status_code == 202

    def test_a_method_that_there_is_none_of(self, client: TestClient) -> None:
        answer = client.put("/api/queue", json={})
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-security-policy"]
