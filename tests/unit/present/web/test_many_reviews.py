"""A film with more reviews than a page holds: all of them can be reached, and every link between the pages holds."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, document_fromstring

from filmdossier.model.annotations import FilmHint
from filmdossier.present.web.reviews import REVIEWS_A_PAGE
from filmdossier.run.table_intake import TableOptions
from filmdossier.run.tables import import_table
from filmdossier.store import Store
from support.serving import served

FILM = "/films/heat-1995"
MANY = 2 * REVIEWS_A_PAGE + 30
COLUMNS = "rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def critic(index: int) -> str:
    return f"{LETTERS[index % 26]}nna {LETTERS[index // 26]}wen{LETTERS[index % 26].lower()}"


def rows(count: int, *, rating: str = "3/4") -> str:
    told = (
        f"m/heat,{critic(index)},False,The {LETTERS[index % 26]} Paper,Fresh,{rating},2001-05-{1 + index % 28:02d},Night number {index} "
        "of this long and patient film about work is worth the wait."
        for index in range(count)
    )
    return "\n".join([COLUMNS, *told]) + "\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "library.db") as store:
        (tmp_path / "many.csv").write_text(rows(MANY), encoding="utf-8")
        import_table(tmp_path / "many.csv", store, TableOptions(film=FilmHint(title="Heat", year=1995)))
    return tmp_path / "library.db"


@pytest.fixture
def client(library: Path) -> Iterator[TestClient]:
    with served(library) as opened:
        yield opened


def page(client: TestClient, address: str) -> HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return document_fromstring(answer.text)


def test_every_review_is_on_one_page_and_pages_lead_on(client: TestClient) -> None:
    address, seen, sizes = FILM, [], []
    while address:
        shown = page(client, address)
        critics = [name.text_content() for name in shown.xpath("//article[@class='review']/h4/span")]
        sizes.append(len(critics))
        seen += critics
        following = shown.xpath("//nav[@class='pager']/a[@rel='next']/@href")
        address = following[0] if following else ""
    assert sizes == [REVIEWS_A_PAGE, REVIEWS_A_PAGE, 30]
    assert sorted(seen) == sorted(critic(index) for index in range(MANY))


def test_counts_are_those_of_all_reviews(client: TestClient) -> None:
    words = " ".join(page(client, FILM).text_content().split())
    assert f"{MANY} positive" in words
    assert f"{REVIEWS_A_PAGE} of {MANY} single ratings" in words
    assert f"101–200 of {MANY} reviews" in " ".join(page(client, f"{FILM}/reviews?page=2").text_content().split())


def test_every_link_finds_its_place(client: TestClient) -> None:
    addresses = [FILM, f"{FILM}/reviews?page=2", f"{FILM}/reviews?page=3"]
    (document,) = {href for href in page(client, FILM).xpath("//a/@href") if href.startswith("/documents/")}
    ids = {address: set(page(client, address).xpath("//@id")) for address in addresses}
    followed = 0
    for address in (*addresses, document):
        for href in page(client, address).xpath("//a/@href"):
            path, _, place = href.partition("#")
            if place and path in ("", *addresses) and (path or address) in ids:
                assert unquote(place) in ids[path or address], f"{address}: {href}"
                followed += 1
    assert followed > 5 * MANY


def test_beside_a_part_stand_the_passages_that_it_rests_on(client: TestClient) -> None:
    second = page(client, f"{FILM}/reviews?page=2")
    passages = second.xpath("//*[@id='documents']//div[@class='text']/p")
    cited = {href[1:] for href in second.xpath("//article[@class='review']//span[@class='src']/a/@href") if href.startswith("#")}
    assert len(passages) == REVIEWS_A_PAGE
    assert all(cited & set(passage.xpath(".//mark/@id")) for passage in passages)
    assert cited <= set(second.xpath("//*[@id='documents']//mark/@id"))


@pytest.mark.parametrize(("number", "status"), [(1, 303), (0, 303), (-3, 303), (4, 404), (10**9, 404)])
def test_other_numbers_lead_to_the_film_or_nowhere(client: TestClient, number: int, status: int) -> None:
    assert client.get(f"{FILM}/reviews?page={number}", follow_redirects=False).status_code == status


def test_a_bare_number_is_put_on_another_scale_when_other_films_tell_it(library: Path) -> None:
    bare = library.parent / "bare.csv"
    bare.write_text(rows(1, rating="7").replace("m/heat", "m/ronin"), encoding="utf-8")
    with Store.open(library) as store:
        import_table(bare, store, TableOptions(film=FilmHint(title="Ronin", year=1998)))
    with served(library) as client:
        first = client.get("/films/ronin-1998")
        again = client.get("/films/ronin-1998", headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304
        assert "scale not told" in first.text
        other = "".join(rows(1, rating="8/10").replace("m/heat", f"m/other-{index}").partition("\n")[2] for index in range(40))
        (library.parent / "others.csv").write_text(f"{COLUMNS}\n{other}", encoding="utf-8")
        import_table(library.parent / "others.csv", client.app.state.shelf.store)  # type: ignore[attr-defined]
        later = client.get("/films/ronin-1998", headers={"If-None-Match": first.headers["ETag"]})
        assert later.status_code == 200
        assert "scale not told" not in later.text
