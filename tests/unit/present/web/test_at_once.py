"""Several clients read, decide and bring files to one server at the same time: nothing that it took is lost, nothing breaks."""

import re
import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from filmdossier.store import Store
from support.serving import Server, copied, wait_for

FILM = "/films/desperado-1995"
STATEMENTS = ("director:robert-rodriguez", "cast:salma-hayek.carolina", "composer:los-lobos", "runtime_minutes:104")
ROUNDS = 6


class Clients:
    """Threads that each do something over and over with a connection of their own; what they raise is kept."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._threads: list[threading.Thread] = []
        self.broken: list[BaseException] = []

    def start(self, what: Callable[[httpx.Client, int], None], rounds: int = ROUNDS) -> None:
        """A client that does ``what`` for each round."""

        def run() -> None:
            try:
                with httpx.Client(base_url=self._address, timeout=120) as client:
                    for number in range(rounds):
                        what(client, number)
            except BaseException as error:
                self.broken.append(error)

        self._threads.append(threading.Thread(target=run))
        self._threads[-1].start()

    def join(self) -> None:
        """Waits until all are done; an AssertionError where one of them met what it should not."""
        for thread in self._threads:
            thread.join()
        assert self.broken == []


def test_what_many_clients_do_at_once_is_all_there(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMDOSSIER_WORKERS", "0")  # workers of its own would take each reading seconds to start
    path = copied(library, tmp_path)
    server = Server(path)
    decided: list[str] = []
    reasons: list[str] = []
    taken: dict[str, set[bytes]] = {"same.txt": set()}
    clients = Clients(server.address)

    def decide(who: str) -> Callable[[httpx.Client, int], None]:
        def once(client: httpx.Client, number: int) -> None:
            statement = STATEMENTS[number % len(STATEMENTS)]
            verdict = ("confirm", "reject")[number % 2]
            answer = client.post(f"{FILM}/statements/{statement}", data={"verdict": verdict, "by": who, "why": f"{who} {number}"})
            # Who comes after a rejection finds the statement gone from the record, and is told so.
            assert answer.status_code in (303, 404), answer.text
            if answer.status_code == 303:
                reasons.append(f"{who} {number}")
                decided.append(httpx.URL(answer.headers["location"]).params["made"])
                if number % 3 == 0:
                    undone = client.post(f"{FILM}/history/{decided[-1]}/undo", data={"by": who})
                    assert undone.status_code == 303, undone.text
                    decided.append(httpx.URL(undone.headers["location"]).params["made"])

        return once

    def bring(who: str) -> Callable[[httpx.Client, int], None]:
        def once(client: httpx.Client, number: int) -> None:
            own, same = f"{who}-{number}.txt", f"Night Ferry {who}{number} is a 1951 film directed by Ana Dahl.\n".encode()
            answer = client.post("/upload", files=[("files", ("same.txt", same)), ("files", (own, same + b"It stars Per Holm.\n"))])
            assert answer.status_code == 303, answer.text
            taken["same.txt"].add(same)
            taken[own] = {same + b"It stars Per Holm.\n"}

        return once

    def read(client: httpx.Client, _: int) -> None:
        for address in ("/", "/?order=year", FILM, f"{FILM}/history", "/people", "/search?q=ferry", "/queue", "/documents"):
            answer = client.get(address)
            assert answer.status_code == 200, f"{address}: {answer.text}"

    for who in ("Ines", "Jonas", "Mona"):
        clients.start(decide(who))
    for who in ("a", "b", "c"):
        clients.start(bring(who), rounds=3)
    for _ in range(2):
        clients.start(read)
    clients.join()
    try:
        page = httpx.get(f"{server.address}{FILM}/history", timeout=60).text
        wait_for(lambda: "never read" not in httpx.get(f"{server.address}/upload", timeout=60).text, 150)
    finally:
        server.end()
    assert len(decided) == len(set(decided)) >= 3 * ROUNDS // 2
    assert all(why in page for why in reasons)
    with Store.open(path, create=False) as store, store.view() as view:
        assert set(decided) <= {decision.id for decision in view.decisions()}
        assert view.failures() == []
        uploads = [head.id for head in view.document_page(limit=1000)[0] if head.origin.startswith("uploads/")]
        texts = view.texts(uploads)
    kept = {one.name: one.read_bytes() for one in (path.parent / "uploads").iterdir()}
    for name, contents in taken.items():
        stem = name.removesuffix(".txt")
        there = {content for other, content in kept.items() if re.fullmatch(rf"{stem}(?:-[0-9a-f]{{8}})?\.txt", other)}
        assert there == contents
    assert {text.strip() for text in texts.values()} == {content.decode().strip() for content in kept.values()}
