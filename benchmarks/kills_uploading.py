"""Kills a server while it takes uploads, again and again: what it said was taken must be read in the end.

``python -m benchmarks kills-uploading [N]`` serves a new library and sends it files without a pause. N (100)
servers are killed with SIGKILL, at moments spread over the time that an upload and its reading take, and a
little beyond. After each kill the library's file must be whole, every document the text of a file that was
sent, and every file that a server said was taken there to the letter. At the end one last server reads
what its killed predecessors left, and every file that was taken must be a document.
"""

import http.client
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

from filmdossier.store import Store

_BEYOND = 1.25  # of the time that an upload took from its first byte to the end of its reading
_FILES = 2  # to an upload


@dataclass(slots=True)
class Sent:
    """The files sent so far, by name; ``taken`` are those of uploads whose answer arrived."""

    contents: dict[str, bytes] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a killed server left: of the files it had said were taken those that are gone, and those it had not come to read."""

    taken: int
    lost: int
    unread: int


def main(arguments: list[str]) -> int:
    """Prints what the kills left."""
    amount = int(arguments[0]) if arguments else 100
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        Store.open(library).close()
        sent = Sent()
        period = time_of_an_upload(library, sent)
        kills = [kill_once(library, sent, period * _BEYOND * moment / amount) for moment in range(amount)]
        read_rest(library)
        unread = sent.taken - set(documents(library))
    lost = sum(kill.lost for kill in kills) + len(unread)
    print(
        f"{amount} kills while uploading: {len(sent.taken)} files taken, {lost} of them lost; "
        f"{sum(kill.unread > 0 for kill in kills)} kills left files to be read by the next server; "
        f"{len(sent.contents) - len(sent.taken)} files sent whose answer never came"
    )
    return 1 if lost else 0


def time_of_an_upload(library: Path, sent: Sent) -> float:
    """Seconds from the first byte of an upload to the end of its reading, of a server that has read before."""
    with Serving(library) as server:
        for _ in range(2):
            started = time.monotonic()
            server.upload(sent)
            server.wait_until_read()
        return time.monotonic() - started


def kill_once(library: Path, sent: Sent, seconds: float) -> Left:
    """Kills a server ``seconds`` after files begin to come in."""
    before = len(sent.taken)
    with Serving(library) as server:
        server.upload(sent)  # what is loaded once is loaded
        server.wait_until_read()
        thread = threading.Thread(target=server.upload_until_killed, args=(sent,))
        thread.start()
        time.sleep(seconds)
        server.process.kill()
        thread.join()
    found = documents(library)
    strange = [origin for origin, text in found.items() if text.strip() != sent.contents[origin].decode().strip()]
    assert not strange, f"documents that nobody sent so: {strange}"
    kept = {path.name: path.read_bytes() for path in (library.parent / "uploads").iterdir() if not path.name.startswith(".")}
    half = [name for name, content in kept.items() if content != sent.contents[name]]
    assert not half, f"files that are not what was sent: {half}"
    return Left(taken=len(sent.taken) - before, lost=len(sent.taken - kept.keys()), unread=len(sent.taken - found.keys()))


def read_rest(library: Path) -> None:
    """Has a server read what was left."""
    with Serving(library) as server:
        server.read_unread()
        server.wait_until_read()


def documents(library: Path) -> dict[str, str]:
    """The text of every document by the name of its file; refuses a damaged library."""
    connection = sqlite3.connect(library)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT * FROM failures").fetchall() == []
        return {origin.rpartition("/")[2]: text for origin, text in connection.execute("SELECT origin, text FROM documents")}
    finally:
        connection.close()


class Serving:
    """A server over the library, in a process of its own, that reads without workers: a kill ends all of it."""

    def __init__(self, library: Path) -> None:
        command = [sys.executable, "-m", "filmdossier.present.cli", "serve", "--port", "0", "--library", str(library)]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "FILMDOSSIER_WORKERS": "0"}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert self.process.stdout is not None
        self._port = urllib.parse.urlsplit(self.process.stdout.readline().split()[-1]).port or 0
        self._reading = ""

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def upload(self, sent: Sent) -> None:
        """Sends some files; they are taken once the answer is there."""
        number = len(sent.contents)
        files = {
            f"film-{one:05d}.txt": f"Night Ferry {one} is a 1951 film directed by Ana Dahl. It stars Per Holm as Nils.\n".encode()
            for one in range(number, number + _FILES)
        }
        sent.contents |= files
        parts = [
            b'--b\r\nContent-Disposition: form-data; name="files"; filename="' + name.encode() + b'"\r\n\r\n' + content + b"\r\n"
            for name, content in files.items()
        ]
        self._reading = self._sent("/upload", b"".join(parts) + b"--b--\r\n", "multipart/form-data; boundary=b")
        sent.taken |= files.keys()

    def upload_until_killed(self, sent: Sent) -> None:
        """Sends files, one upload when the one before is read, as long as there is a server."""
        try:
            while True:
                self.upload(sent)
                self.wait_until_read()
        except (OSError, http.client.HTTPException):
            return

    def wait_until_read(self) -> None:
        """Waits for the last upload to be read."""
        while "data-watch" in self._asked("GET", self._reading)[1]:
            time.sleep(0.01)

    def read_unread(self) -> None:
        """Has the files read that were taken and that nobody has read."""
        self._reading = self._sent("/upload/unread", b"", "application/x-www-form-urlencoded")

    def _sent(self, address: str, body: bytes, kind: str) -> str:
        """Where the answer leads."""
        return self._asked("POST", address, body, {"Content-Type": kind})[0]

    def _asked(
        self, method: str, address: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            connection.request(method, address, body=body, headers=headers or {})
            answer = connection.getresponse()
            text = answer.read().decode()
            assert answer.status in (200, 303), f"{answer.status} {address}: {text[:200]}"
            return answer.headers.get("location", ""), text
        finally:
            connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
