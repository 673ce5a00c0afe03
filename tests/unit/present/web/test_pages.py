"""Every page that can be reached answers, stands by itself and leads only to pages that are there."""

import re
from urllib.parse import unquote
from zlib import crc32

import pytest
from fastapi.testclient import TestClient
from lxml import html as parser

WORDS_OF_PAGES = {
    "/": ["Desperado", "Robert Rodriguez", "4 documents", "What Carolina owns"],
    "/films/desperado-1995": ["Antonio Banderas", "El Mariachi", "Where the documents disagree", "Entertainment Weekly"],
    "/people": ["Robert Rodriguez", "Howard Hawks"],
    "/people/robert-rodriguez": ["Director", "Editor", "Desperado"],
    "/critics/nora-whitfield": ["Scarface", "3.5/5", "The Repertory Page"],
    "/outlets/the-repertory-page": ["Nora Whitfield", "Desperado"],
    "/documents": ["article.txt", "its opening tells the life of Robert Anthony Rodriguez"],
    "/search?q=bookstore": ["article.txt", "bookstore"],
    "/upload": ["Files", "or drop them here"],
    "/ask?q=Who+directed+Desperado": ["Robert Rodriguez"],
    "/films/desperado-1995/ask?q=Who+wrote+it": ["Robert Rodriguez"],
    "/films/desperado-1995/history": ["Nothing was decided yet"],
    "/films/desperado-1995/statements/director:robert-rodriguez": ["Robert Rodriguez", "Corroborated", "It should be"],
}


def text_of(page: str) -> str:
    return " ".join(parser.fromstring(page).text_content().split())


@pytest.mark.parametrize("address", WORDS_OF_PAGES)
def test_a_page_shows_what_it_is_for(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    for words in WORDS_OF_PAGES[address]:
        assert words in text_of(answer.text)


def test_every_link_leads_somewhere_and_every_page_is_sound(client: TestClient) -> None:
    """From the first page along every link and every form that only reads."""
    seen: set[str] = set()
    waiting = ["/", "/?q=scarface&order=year&disputed=true", "/search?q=film", "/documents?without=film"]
    while waiting:
        address = waiting.pop()
        path = address.partition("#")[0]
        # Statements and places in documents are hundreds of one kind: one in eight, always the same.
        if path in seen or (("/statements/" in path or "?at=" in path) and crc32(path.encode()) % 8):
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html") or path.endswith("dossier.html"):
            continue
        page = parser.fromstring(answer.text)
        check_sound(page, path)
        ids = set(page.xpath("//@id"))
        for href in page.xpath("//a/@href"):
            if href.startswith("#"):
                assert unquote(href[1:]) in ids, f"{path}: {href}"
            else:
                assert href.startswith("/"), f"{path} leads away: {href}"
                waiting.append(href)
    assert len(seen) > 90
    assert any("/statements/" in path for path in seen)
    assert any("/conflicts/" in path for path in seen)
    assert any("/export/json" in path for path in seen)


def check_sound(page: parser.HtmlElement, path: str) -> None:
    assert len(page.xpath("//h1")) == 1, path
    assert len(page.xpath("//main")) == 1, path
    assert page.xpath("//title")[0].text_content().endswith("filmdossier"), path
    assert not page.xpath("//script[not(@src)] | //style | //*[@style] | //@*[starts-with(name(), 'on')]"), path
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), (path, sorted(one for one in set(ids) if ids.count(one) > 1))
    for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert page.xpath("//label[@for=$field]", field=field.get("id")), (path, field.get("name"))
    for form in page.xpath("//form"):
        assert form.get("action", "").startswith("/"), path
    for address in page.xpath("//script/@src | //link[@rel='stylesheet']/@href"):
        assert address.startswith("/static/"), path


class TestList:
    def test_searching_sorting_and_disputes(self, client: TestClient) -> None:
        def titles(address: str) -> list[str]:
            return re.findall(r'<th scope="row"><a href="/films/([^"]+)"', client.get(address).text)

        assert titles("/") == ["desperado-1995", "scarface-1932", "scarface-1983"]
        assert titles("/?order=year") == ["desperado-1995", "scarface-1983", "scarface-1932"]
        assert titles("/?q=hawks") == ["scarface-1932"]
        assert titles("/?disputed=true") == ["desperado-1995", "scarface-1932"]
        assert titles("/?order=nonsense&page=-3") == titles("/")
        assert "No film here" in client.get("/?q=%3Cscript%3E").text

    def test_a_page_beyond_the_end_says_so(self, client: TestClient) -> None:
        answer = client.get("/?page=99999999999")
        assert answer.status_code == 200
        assert "No film here" in answer.text


class TestSearch:
    def test_hits_are_marked_and_open_the_document_there(self, client: TestClient) -> None:
        page = parser.fromstring(client.get("/search?q=BOOKSTORE").text)
        assert {mark.text.lower() for mark in page.xpath("//main//mark")} == {"bookstore"}
        href = page.xpath("//p[@class='context']/a/@href")[0]
        shown = parser.fromstring(client.get(href.partition("#")[0]).text)
        (here,) = shown.xpath("//mark[@id='at']")
        assert here.text_content().lower() == "bookstore"

    def test_accents_and_case_do_not_count(self, client: TestClient) -> None:
        page = parser.fromstring(client.get("/search?q=raul+JULIA").text)
        assert {mark.text for mark in page.xpath("//main//mark")} >= {"Raúl"}

    @pytest.mark.parametrize("typed", ['"', "-", "*", "a AND OR NOT", "<b>", "x" * 5000, "\x00\ufffe", "'; DROP TABLE documents"])
    def test_whatever_is_typed_is_only_words(self, client: TestClient, typed: str) -> None:
        answer = client.get("/search", params={"q": typed})
        assert answer.status_code == 200
        assert "<b>" not in answer.text.replace("<b>A1", "")


class TestDocument:
    def test_statements_and_sentences_lead_to_each_other(self, client: TestClient) -> None:
        listed = parser.fromstring(client.get("/documents?q=article").text)
        page = parser.fromstring(client.get(listed.xpath("//th/a/@href")[0]).text)
        lines = page.xpath("//ol[@class='passages']/li")
        assert len(lines) > 20
        for line in lines:
            (label,) = line.xpath(".//span[@class='src']/a/@href")
            marks = page.xpath("//mark[@data-p=$label]", label=label[1:])
            assert marks
            assert page.xpath("//span[@class='back']/a[@href=$back]", back=f"#{line.get('id')}")
            assert line.xpath(".//ul//a/text()")

    def test_a_place_outside_the_text_marks_nothing(self, client: TestClient) -> None:
        listed = parser.fromstring(client.get("/documents?q=article").text)
        address = listed.xpath("//th/a/@href")[0]
        for place in ("9-3", "99999999-999999999", "-5", "a-b", "٣-٤", "0-" + "9" * 400):
            answer = client.get(address, params={"at": place})
            assert answer.status_code == 200
            assert ('id="at"' in answer.text) is (place.startswith("0-"))


class TestCaching:
    def test_a_film_that_has_not_changed_is_not_sent_again(self, client: TestClient) -> None:
        first = client.get("/films/desperado-1995")
        again = client.get("/films/desperado-1995", headers={"If-None-Match": first.headers["etag"]})
        assert again.status_code == 304
        assert not again.content

    def test_styles_are_kept_for_ever_under_the_name_of_their_content(self, client: TestClient) -> None:
        (address, *_) = re.findall(r'href="(/static/[^"]+)"', client.get("/").text)
        assert "immutable" in client.get(address).headers["cache-control"]
        assert client.get("/").headers["cache-control"] == "no-store"


class TestErrors:
    @pytest.mark.parametrize(
        "address",
        ["/nothing", "/films/heat-1995", "/films/heat-1995/history", "/documents/0000", "/people/nobody", "/upload/0000", "/static/../app.py",
         "/static/%2e%2e%2fapp.py", "/films/desperado-1995/statements/director:nobody", "/films/desperado-1995/conflicts/none",
         "/films/desperado-1995/export/exe", "/films/..%2f..%2fetc%2fpasswd"],
    )  # fmt: skip
    def test_what_is_not_there_is_a_page_that_says_what_to_do(self, client: TestClient, address: str) -> None:
        answer = client.get(address)
        assert answer.status_code == 404
        page = parser.fromstring(answer.text)
        check_sound(page, address)
        assert len(page.xpath("//main//p")) >= 3

    def test_programs_get_a_problem_document(self, client: TestClient) -> None:
        answer = client.get("/films/heat-1995", headers={"Accept": "application/json"})
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == 404


def test_exports_are_what_the_command_writes(client: TestClient) -> None:
    answer = client.get("/films/desperado-1995/export/json")
    assert answer.json()["film"]["id"] == "desperado-1995"
    assert "desperado-1995.json" in answer.headers["content-disposition"]
    dossier = client.get("/films/desperado-1995/dossier.html")
    assert dossier.text.startswith("\n<!doctype html>") or dossier.text.lstrip().startswith("<!doctype html>")
    assert "attachment" in dossier.headers["content-disposition"]
