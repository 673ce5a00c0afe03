"""Files on their way into the library: names, limits, kinds, and what became of each."""

import io
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import UploadFile
from fastapi.testclient import TestClient

from filmdossier.present.web.keeping import keep, safe_name
from filmdossier.store import Store
from support.serving import served, wait_for

HEAT = b"Heat is a 1995 American crime film written and directed by Michael Mann. It stars Al Pacino and Robert De Niro.\n"
RONIN = b"Ronin is a 1998 American action film directed by John Frankenheimer. It stars Robert De Niro.\n"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    Store.open(tmp_path / "library.db").close()
    with served(tmp_path / "library.db", most_files=5) as client:
        yield client


def sent(client: TestClient, *files: tuple[str, bytes], **form: str) -> str:
    """The page of the reading, once it is over."""
    answer = client.post("/upload", files=[("files", file) for file in files], data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return over(client, answer.headers["location"])


def over(client: TestClient, address: str) -> str:
    wait_for(lambda: "data-watch" not in client.get(address).text)
    return client.get(address).text


def stored(client: TestClient) -> dict[str, bytes]:
    folder: Path = client.app.state.shelf.store.folder / "uploads"  # type: ignore[attr-defined]
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_an_upload_becomes_a_film_with_its_document(empty: TestClient) -> None:
    assert "no film yet" in empty.get("/").text
    page = sent(empty, ("heat.txt", HEAT), ("ronin.txt", RONIN))
    assert "2 documents read" in page
    assert set(re.findall(r'href="/films/([^"]+)"', page)) == {"heat-1995", "ronin-1998"}
    assert stored(empty) == {"heat.txt": HEAT, "ronin.txt": RONIN}
    assert "Michael Mann" in empty.get("/films/heat-1995").text
    assert "heat.txt" in empty.get("/search?q=pacino").text
    assert "In 2 films" in empty.get("/people/robert-de-niro").text
    assert "1 unchanged" in sent(empty, ("heat.txt", HEAT))


def test_one_name_for_several_contents_at_once_loses_none(tmp_path: Path) -> None:
    contents = [f"Heat is a 1995 film, says paper {number}.\n".encode() * 500 for number in range(12)]
    together = threading.Barrier(len(contents))

    def bring(content: bytes) -> None:
        file = UploadFile(io.BytesIO(content), filename="heat.txt")
        together.wait()
        keep(file, "heat.txt", tmp_path / "uploads", 1_000_000)

    threads = [threading.Thread(target=bring, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.read_bytes() for path in (tmp_path / "uploads").iterdir()) == sorted(contents)


def test_one_name_for_two_contents_loses_neither(empty: TestClient) -> None:
    sent(empty, ("notes.txt", HEAT))
    sent(empty, ("notes.txt", RONIN))
    assert sorted(stored(empty).values()) == sorted([HEAT, RONIN])
    assert "2 films" in empty.get("/").text


def test_each_file_says_what_became_of_it(empty: TestClient) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("heat.txt", HEAT)
    page = sent(
        empty,
        ("heat.txt", HEAT),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
        ("empty.txt", b""),
        ("archive.zip", buffer.getvalue()),
        ("song.txt", b"La la la, and nothing else is in here.\n"),
    )
    assert "2 documents read, 3 failed" in page
    for words in ("it is an image", "the file is empty", "unpack it and read the files inside", "about no film"):
        assert words in page
    assert "picture.png" not in stored(empty)
    assert "could not be read" in empty.get("/documents").text


def test_a_film_can_be_named(empty: TestClient) -> None:
    page = sent(empty, ("words.txt", b"A heist goes wrong, and two men sit down for a coffee.\n"), film="Heat (1995)")
    assert '/films/heat-1995"' in page


@pytest.mark.parametrize(
    ("files", "form", "status"),
    [([], {}, 422), ([("a.txt", HEAT)] * 6, {}, 413), ([("a.txt", HEAT)], {"film": "!!!"}, 422), ([("a.txt", HEAT)], {"film": "x" * 400}, 422)],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_page(
    empty: TestClient, files: list[tuple[str, bytes]], form: dict[str, str], status: int
) -> None:
    answer = empty.post("/upload", files=[("files", file) for file in files] or None, data=form)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert empty.get("/documents").text.count('href="/documents/') <= 1


def test_files_that_nobody_read_are_offered(empty: TestClient) -> None:
    folder: Path = empty.app.state.shelf.store.folder / "uploads"  # type: ignore[attr-defined]
    folder.mkdir()
    (folder / "heat.txt").write_bytes(HEAT)
    (folder / ".ronin.txt.7.part").write_bytes(RONIN[:20])  # as a kill in the middle of a write leaves it
    assert "1 uploaded file" in empty.get("/upload").text
    answer = empty.post("/upload/unread", follow_redirects=False)
    assert "1 document read" in over(empty, answer.headers["location"])
    assert "never read" not in empty.get("/upload").text


def test_a_document_is_read_again_as_its_file_is_now(empty: TestClient) -> None:
    sent(empty, ("heat.txt", HEAT))
    folder: Path = empty.app.state.shelf.store.folder / "uploads"  # type: ignore[attr-defined]
    (folder / "heat.txt").write_bytes(HEAT.replace(b"Al Pacino", b"Val Kilmer"))
    (document,) = re.findall(r'<th scope="row"><a href="(/documents/[^"]+)"', empty.get("/documents").text)
    answer = empty.post(f"{document}/read", follow_redirects=False)
    over(empty, answer.headers["location"])
    page = empty.get("/films/heat-1995").text
    assert "Val Kilmer" in page
    assert "Al Pacino" not in page
    (folder / "heat.txt").unlink()
    (document,) = re.findall(r'<th scope="row"><a href="(/documents/[^"]+)"', empty.get("/documents").text)
    assert empty.post(f"{document}/read").status_code == 404


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("review.md", "review.md"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("C:\\films\\a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        (".hidden", "hidden"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("con.txt", "_con.txt"),
        ("~$lock.docx", "$lock.docx"),
        ("Été à Paris.txt", "Été à Paris.txt"),
        ('<img src="x">.html', "_img src=_x__.html"),
        ("trailing. . ", "trailing"),
    ],
)
def test_a_name_leads_nowhere_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("ü" * 500 + ".html")
    assert name.endswith(".html")
    assert len(name.encode()) <= 125


def test_a_hostile_name_stays_in_the_folder_and_is_only_words_on_the_page(empty: TestClient) -> None:
    page = sent(empty, ("../../<script>alert(1)</script>.txt", HEAT))
    assert "<script>alert" not in page
    (name,) = stored(empty)
    assert "/" not in name
    assert "<script>alert" not in empty.get("/documents").text
