"""Merging, splitting and files of decisions on the pages: done, kept, undone."""

import re

from fastapi.testclient import TestClient
from lxml import html as parser

FILM = "/films/desperado-1995"


def text(page: str) -> str:
    return " ".join("".join(str(part) for part in parser.fromstring(page).itertext()).split())


def found(page: str, path: str) -> list[str]:
    """The values of the attributes at ``path``."""
    values = parser.fromstring(page).xpath(path)
    assert isinstance(values, list)
    return [str(value) for value in values]


def posted(client: TestClient, address: str, **form: str) -> str:
    """The page that a decision leads to."""
    answer = client.post(address, data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def test_names_are_offered_and_two_become_one_until_it_is_undone(editing: TestClient) -> None:
    page = editing.get(f"{FILM}/names").text
    assert "Antonio Banderas" in found(page, "//datalist[@id='people']/option/@value")
    assert "Carolina" in found(page, "//datalist[@id='characters']/option/@value")
    said = posted(editing, f"{FILM}/names", act="merge", kind="person", name="Salma Hayek", other="Salma Hayek Pinault", by="Ada")
    assert "Salma Hayek Pinault" in text(said)
    assert "Salma Hayek Pinault" in text(editing.get(FILM).text)
    undo = found(said, "//li[@class='new']//form/@action")[0]
    assert "undone" in text(posted(editing, undo, by="Ada"))
    assert "Salma Hayek Pinault" not in text(editing.get(FILM).text)


def test_two_names_are_two(editing: TestClient) -> None:
    said = posted(editing, f"{FILM}/names", act="split", kind="character", name="Carolina", other="El Mariachi", by="Ada")
    assert "Carolina" in text(said)


def test_what_is_no_decision_is_refused(editing: TestClient) -> None:
    for form in (
        {"act": "join", "name": "a", "other": "b"},
        {"act": "merge", "name": "Carolina", "other": "carolina"},
        {"act": "merge", "kind": "film", "name": "a", "other": "b"},
    ):
        assert editing.post(f"{FILM}/names", data=form).status_code == 422
    assert editing.post(f"{FILM}/split", data={"title": "Other"}).status_code == 422
    assert editing.post(f"{FILM}/merge", data={"into": "No Such Film (1801)"}).status_code == 404


def test_a_film_is_merged_and_comes_back(editing: TestClient) -> None:
    films = [film["film"] for film in editing.get("/api/films").json()["items"]]
    gone, kept = next(film for film in films if film != "desperado-1995"), "desperado-1995"
    said = posted(editing, f"/films/{gone}/merge", into=kept, by="Ada")
    assert gone not in [film["film"] for film in editing.get("/api/films").json()["items"]]
    undo = found(said, "//li[@class='new']//form/@action")[0]
    posted(editing, undo, by="Ada")
    assert [film["film"] for film in editing.get("/api/films").json()["items"]] == films


def test_documents_become_another_film(editing: TestClient) -> None:
    documents = found(editing.get(f"{FILM}/names").text, "//input[@name='documents']/@value")
    assert len(documents) > 1
    posted(editing, f"{FILM}/split", documents=documents[0], title="The Other Desperado", year="1996", by="Ada")
    assert "the-other-desperado-1996" in [film["film"] for film in editing.get("/api/films").json()["items"]]


def test_decisions_leave_as_a_file_and_come_back(editing: TestClient) -> None:
    posted(editing, f"{FILM}/names", act="merge", kind="person", name="Salma Hayek", other="Salma Hayek Pinault", by="Ada")
    file = editing.get(f"{FILM}/decisions.jsonl")
    assert "attachment" in file.headers["content-disposition"]
    assert file.text == editing.get("/decisions.jsonl").text
    page = editing.post("/decisions", files={"file": ("decisions.jsonl", file.content)})
    assert "0 new, 1 known already, 0 refused" in text(page.text)
    assert re.search(r"holds 1 decisions?", text(editing.get("/decisions").text))
    for wrong in (b"garbage", b"\xff\xfe"):
        assert editing.post("/decisions", files={"file": ("wrong.txt", wrong)}).status_code == 422
    assert editing.get("/films/no-such-film/decisions.jsonl").status_code == 404
