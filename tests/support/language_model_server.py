"""A stand-in for an OpenAI-compatible server, on loopback: it answers as it is told and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, bytes]


@dataclass
class Server:
    """``replies`` are given in turn, the last one for ever; a function gets the passage it was asked about."""

    replies: list[Reply | Callable[[str], Reply]]
    url: str = ""
    questions: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def reply(self) -> Reply:
        """What to say to the last question."""
        turn = min(len(self.questions), len(self.replies)) - 1
        reply = self.replies[turn]
        return reply(self.questions[-1]["messages"][-1]["content"]) if callable(reply) else reply


def answer(content: str) -> Reply:
    """An answer whose message is ``content``."""
    return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def mentions(*pairs: tuple[str, str]) -> Reply:
    """An answer that lists these types and quotations."""
    return answer(json.dumps({"mentions": [{"type": kind, "quote": quote} for kind, quote in pairs]}))


HANG: Reply = (0, b"")  # says nothing until the server ends
DRIP: Reply = (0, b"drip")  # says a letter at a time until the server ends


@contextmanager
def serving(*replies: Reply | Callable[[str], Reply]) -> Iterator[Server]:
    """A server on a free port while the block lasts."""
    told = Server(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.questions.append(json.loads(body))
            told.headers.append(dict(self.headers))
            told.paths.append(self.path)
            status, said = told.reply()
            if (status, said) == HANG:
                told.release.wait(30)
                return
            if (status, said) == DRIP:
                self.send_response(200)
                self.end_headers()
                with suppress(OSError):
                    while not told.release.wait(0.02):
                        self.wfile.write(b" ")
                return
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{told.url}/elsewhere")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        told.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield told
        finally:
            told.release.set()
            server.shutdown()
            thread.join()
