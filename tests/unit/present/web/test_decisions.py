"""Decisions on the pages: made by forms, kept, shown, undone."""

import re

import pytest
from fastapi.testclient import TestClient
from lxml import html as parser

FILM = "/films/desperado-1995"
DIRECTOR = f"{FILM}/statements/director:robert-rodriguez"


def said(client: TestClient, address: str, **form: str) -> str:
    """The page that a decision leads to."""
    answer = client.post(address, data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"].startswith(f"{FILM}/history?made=")
    return client.get(answer.headers["location"]).text


def text(page: str) -> str:
    return " ".join(parser.fromstring(page).text_content().split())


def statement_with(client: TestClient, words: str) -> str:
    """The address of the forms of the statement that is shown with these words."""
    page = parser.fromstring(client.get(FILM).text)
    for link in page.xpath("//a[@class='decide']"):
        if words in link.get("title"):
            return str(link.get("href"))
    raise AssertionError(f"no statement with {words!r}")


def test_a_statement_is_confirmed(editing: TestClient) -> None:
    page = said(editing, DIRECTOR, verdict="confirm", by="Ada", why="on the print")
    assert "Confirmed: Director: Robert Rodriguez" in text(page)
    assert "on the print" in page
    assert "confirmed" in editing.get(FILM).text
    assert "Confirmed by an editor" in text(editing.get(DIRECTOR).text)


def test_a_correction_needs_a_reason_and_then_stands(editing: TestClient) -> None:
    address = statement_with(editing, "Running time: 104")
    refused = editing.post(address, data={"verdict": "correct", "field-value": "105"})
    assert refused.status_code == 422
    assert "needs a source or a note" in text(refused.text)
    said(editing, address, verdict="correct", why="timed", by="Ada", **{"field-value": "106"})
    page = text(editing.get(FILM).text)
    assert "106 minutes" in page
    assert "corrected" in page


def test_a_correction_may_rest_on_a_passage(editing: TestClient) -> None:
    address = statement_with(editing, "Running time: 104")
    words = "Robert Rodriguez"
    refused = editing.post(address, data={"verdict": "correct", "field-value": "105", "words": "words that stand nowhere"})
    assert refused.status_code == 422
    said(editing, address, verdict="correct", by="Ada", words=words, **{"field-value": "106"})
    assert "106 minutes" in text(editing.get(FILM).text)


def test_a_field_of_a_cast_entry_is_corrected(editing: TestClient) -> None:
    address = statement_with(editing, "Salma Hayek as Carolina")
    form = parser.fromstring(editing.get(address).text).xpath("//form[.//button[@value='correct']]")[0]
    fields = {one.get("name"): one.get("value") or "" for one in form.xpath(".//input[starts-with(@name, 'field-')]")}
    assert fields["field-actor"] == "Salma Hayek"
    fields["field-character"] = "Carolina Reyes"
    said(editing, address, verdict="correct", why="the credits", **fields)
    assert "Carolina Reyes" in editing.get(FILM).text


def test_a_rejected_statement_goes_and_comes_back_when_that_is_undone(editing: TestClient) -> None:
    address = statement_with(editing, "Genre: Western")
    page = said(editing, address, verdict="reject")
    assert "Ines Roy" in page
    assert not re.search(r'class="value"[^>]*>Western<', editing.get(FILM).text)
    (undo,) = parser.fromstring(page).xpath("//ol[@class='decisions']//form/@action")
    said(editing, undo)
    assert re.search(r'class="value"[^>]*>Western<', editing.get(FILM).text)
    assert "(undone)" in editing.get(f"{FILM}/history").text


def test_a_side_of_a_conflict_is_chosen(editing: TestClient) -> None:
    page = parser.fromstring(editing.get(FILM).text)
    address = page.xpath("//p[@class='settle']/a[contains(., 'Carolina')]/@href")[0]
    sides = parser.fromstring(editing.get(address).text).xpath("//input[@name='side']/@value")
    assert len(sides) == 3
    said(editing, address, side=sides[0])
    assert "What Carolina owns" not in text(editing.get("/").text)


def test_there_may_be_no_conflict(editing: TestClient) -> None:
    page = parser.fromstring(editing.get(FILM).text)
    address = page.xpath("//p[@class='settle']/a[contains(., 'Premiere')]/@href")[0]
    said(editing, address, side="")
    assert "Premiere" not in parser.fromstring(editing.get("/").text).xpath("//a[@class='disputed']")[0].text_content()


def test_a_statement_is_added_from_words_of_a_document(editing: TestClient) -> None:
    listed = parser.fromstring(editing.get("/documents?q=review.md").text)
    document = listed.xpath("//th/a/@href")[0]
    asked = {"quote": "Cheech  Marin", "predicate": "soundtrack_artist"}
    form = parser.fromstring(editing.get(f"{document}/add", params=asked).text).xpath("//form[@method='post']")[0]
    fields = {one.get("name"): one.get("value") or "" for one in form.xpath(".//input[@type='hidden' or @checked]")}
    said(editing, f"{document}/add", **fields)
    page = parser.fromstring(editing.get(FILM).text)
    assert "Cheech Marin" in " ".join(one.text_content() for one in page.xpath("//section[@id='music']//dd"))


def test_words_that_do_not_stand_in_the_document_add_nothing(editing: TestClient) -> None:
    listed = parser.fromstring(editing.get("/documents?q=review.md").text)
    document = listed.xpath("//th/a/@href")[0]
    page = editing.get(f"{document}/add", params={"quote": "no such words", "predicate": "director"}).text
    assert "do not stand in the document" in page
    for place in ("", "5", "a-b", "900000-900005", "5-2"):
        answer = editing.post(f"{document}/add", data={"film": "desperado-1995", "predicate": "director", "place": place})
        assert answer.status_code in (404, 422), place
    assert "Nothing was decided yet" in editing.get(f"{FILM}/history").text


@pytest.mark.parametrize(
    ("address", "form", "status"),
    [
        (DIRECTOR, {}, 422),
        (DIRECTOR, {"verdict": "burn"}, 422),
        (DIRECTOR, {"verdict": "correct", "why": "x", "field-value": ""}, 422),
        (f"{FILM}/statements/director:nobody", {"verdict": "confirm"}, 404),
        ("/films/heat-1995/statements/title", {"verdict": "confirm"}, 404),
        (f"{FILM}/conflicts/conflict:nothing", {"side": "x"}, 404),
        (f"{FILM}/history/0000/undo", {}, 404),
    ],
)
def test_what_cannot_be_decided_is_a_page_that_says_why(
    client: TestClient, address: str, form: dict[str, str], status: int
) -> None:
    answer = client.post(address, data=form)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Nothing was decided yet" in client.get(f"{FILM}/history").text


def test_whoever_decided_last_in_this_browser_is_remembered(editing: TestClient) -> None:
    assert 'value="Ines Roy"' in editing.get(DIRECTOR).text
    said(editing, DIRECTOR, verdict="confirm", by="Ödön <b>")
    assert 'value="Ödön &lt;b&gt;"' in editing.get(DIRECTOR).text


def test_the_list_follows_a_decision_at_once(editing: TestClient) -> None:
    assert "Robert Rodriguez" in editing.get("/").text
    said(editing, DIRECTOR, verdict="correct", why="x", **{"field-value": "Roberto R."})
    assert "Roberto R." in editing.get("/").text
    assert "Roberto R." in editing.get("/people").text
