"""What is read over HTTP: statements, documents, search, questions, the queue."""

import pytest
from fastapi.testclient import TestClient

FILM = "desperado-1995"


class TestStatements:
    def test_each_rests_on_the_words_of_its_documents(self, client: TestClient) -> None:
        record = client.get(f"/api/films/{FILM}").json()
        texts = {document["id"]: document["text"] for document in record["documents"]}
        seen, address = [], f"/api/films/{FILM}/statements?limit=200"
        while address:
            answer = client.get(address)
            seen += answer.json()["items"]
            address = answer.links.get("next", {}).get("url", "")
        assert len(seen) == answer.json()["total"]
        cited = [passage for one in seen for passage in one["evidence"]]
        assert cited
        assert all(texts[one["document"]][one["start"] : one["end"]] == one["quote"] for one in cited)
        facts = [one for one in seen if one["part"] == "facts"]
        assert [(one["id"], one["value"], one["confidence"]) for one in facts] == [
            (one["id"], one["value"], one["confidence"]) for one in record["facts"]
        ]

    @pytest.mark.parametrize(
        ("asked", "key"), [({"part": "cast"}, "part"), ({"predicate": "director"}, "predicate"), ({"status": "disputed"}, "status")]
    )
    def test_they_are_told_apart(self, client: TestClient, asked: dict[str, str], key: str) -> None:
        found = client.get(f"/api/films/{FILM}/statements", params=asked).json()
        every = client.get(f"/api/films/{FILM}/statements").json()["total"]
        assert 0 < found["total"] < every
        assert {one[key] for one in found["items"]} == {asked[key]}

    def test_a_structured_value_is_an_object(self, client: TestClient) -> None:
        found = client.get(f"/api/films/{FILM}/statements", params={"part": "cast"}).json()["items"]
        assert {"actor": "Antonio Banderas", "character": "El Mariachi", "note": ""} in [one["value"] for one in found]

    def test_there_is_no_such_predicate(self, client: TestClient) -> None:
        answer = client.get(f"/api/films/{FILM}/statements", params={"predicate": "caterer"})
        assert (answer.status_code, answer.json()["errors"][0]["at"]) == (422, "query/predicate")


class TestDocuments:
    def test_they_are_listed_by_path(self, client: TestClient) -> None:
        found = client.get("/api/documents", params={"q": "desperado"}).json()
        paths = [one["path"] for one in found["items"]]
        assert paths == sorted(paths)
        assert paths
        assert all("desperado" in path for path in paths)

    def test_a_document_has_its_text_and_what_rests_on_it(self, client: TestClient) -> None:
        line = client.get("/api/documents", params={"q": "desperado/article"}).json()["items"][0]
        whole = client.get(f"/api/documents/{line['id']}").json()
        assert {key: whole[key] for key in line} == line
        assert "director:robert-rodriguez" in {one["id"] for one in whole["statements"]}
        for one in whole["statements"]:
            assert one["evidence"]
            for passage in one["evidence"]:
                assert passage["document"] == line["id"]
                assert whole["text"][passage["start"] : passage["end"]] == passage["quote"]

    def test_no_such_document(self, client: TestClient) -> None:
        answer = client.get("/api/documents/0000")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


class TestSearch:
    def test_words_are_found_where_they_stand(self, client: TestClient) -> None:
        found = client.get("/api/search", params={"q": '"el mariachi"'}).json()
        assert found["total"] >= 1
        for one in found["items"]:
            text = client.get(f"/api/documents/{one['document']['id']}").json()["text"]
            assert one["hits"] >= len(one["first"]) >= 1
            for hit in one["first"]:
                assert text[hit["start"] : hit["end"]] == hit["quote"]
                assert hit["quote"].lower() == "el mariachi"

    def test_words_that_stand_nowhere(self, client: TestClient) -> None:
        found = client.get("/api/search", params={"q": "zyzzogeton"})
        assert (found.json()["total"], found.json()["items"]) == (0, [])

    def test_nothing_is_asked_for(self, client: TestClient) -> None:
        assert client.get("/api/search").status_code == client.get("/api/search?q=").status_code == 422


class TestQuestions:
    def test_an_answer_stands_with_its_evidence(self, client: TestClient) -> None:
        asked = {"q": "Who directed Desperado?"}
        answer = client.get("/api/ask", params=asked).json()
        assert (answer["values"], answer["reason"], answer["origin"]) == (["Robert Rodriguez"], "", "record")
        assert any("Robert Rodriguez" in one["quote"] for one in answer["evidence"])
        assert [one["film"] for one in answer["films"]] == [FILM]
        assert client.post("/api/ask", json={"question": asked["q"]}).json() == answer

    def test_silence_has_a_reason(self, client: TestClient) -> None:
        answer = client.post("/api/ask", json={"question": "What did the caterer cook on Tuesdays?", "film": FILM}).json()
        assert (answer["values"], answer["evidence"]) == ([], [])
        assert answer["reason"]

    def test_of_a_film_that_is_not_there(self, client: TestClient) -> None:
        assert client.get("/api/ask", params={"q": "Who directed it?", "film": "nothing-1900"}).status_code == 404

    def test_fields_that_there_are_none_of_are_refused(self, client: TestClient) -> None:
        answer = client.post("/api/ask", json={"question": "Who directed it?", "movie": FILM})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["at"] == "body/movie"


class TestQueue:
    def test_the_most_urgent_comes_first(self, client: TestClient) -> None:
        for asked in ({}, {"film": FILM}):
            found = client.get("/api/queue", params=asked).json()
            urgencies = [one["urgency"] for one in found["items"]]
            assert urgencies == sorted(urgencies, reverse=True)
            assert found["total"] >= len(urgencies) > 0

    def test_a_film_has_more_than_the_library_shows_of_it(self, client: TestClient) -> None:
        shown = [one for one in client.get("/api/queue?limit=200").json()["items"] if one["film"] == FILM]
        assert client.get("/api/queue", params={"film": FILM}).json()["total"] > len(shown) == 8


class TestDescription:
    def test_the_record_is_described_by_its_own_schema(self, client: TestClient) -> None:
        from jsonschema import Draft202012Validator

        described = client.get("/api/openapi.json").json()
        response = described["paths"]["/api/films/{film}"]["get"]["responses"]["200"]
        schema = {**response["content"]["application/json"]["schema"], "components": described["components"]}
        record = client.get(f"/api/films/{FILM}").json()
        Draft202012Validator(schema).validate(record)
        del record["facts"][0]["evidence"]
        assert not Draft202012Validator(schema).is_valid(record)

    def test_only_the_api_is_described(self, client: TestClient) -> None:
        described = client.get("/api/openapi.json").json()
        assert all(path.startswith("/api/") for path in described["paths"])
        operations = [one for path in described["paths"].values() for one in path.values()]
        assert all("4XX" in one["responses"] and "422" not in one["responses"] for one in operations)
