"""Asks a server a question in JSON and hands back its answer, within a time and with a few tries.

It talks to the one address it is given: it follows no redirection and asks no proxy. Everything
that is wrong with the server, rather than with what it says, is an AnnotatorError.
"""

import json
import ssl
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from filmdossier.errors import AnnotatorError

_LARGEST_ANSWER_BYTES = 8_000_000
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_REMEDIES = {
    400: "check that the server takes a JSON schema as 'response_format' and that the model's name is right",
    401: "put the key into the environment variable FILMDOSSIER_ANNOTATOR_KEY",
    403: "put the key into the environment variable FILMDOSSIER_ANNOTATOR_KEY",
    404: "check the address, which usually ends in /v1, and the model's name",
    413: "the server refuses questions of this length: use one with a longer context",
    429: "the server asks for patience: read again later, or with fewer workers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An address to post to. ``name`` is what errors call it; ``pauses_seconds`` are waited between tries, one fewer than tries."""

    name: str
    url: str
    timeout_seconds: float
    key: str = field(default="", repr=False)
    pauses_seconds: tuple[float, ...] = (1.0, 3.0)

    def post(self, question: object) -> bytes:
        """The body of the answer to ``question``, sent as JSON."""
        body = json.dumps(question, ensure_ascii=False).encode("utf-8", "replace")
        for pause in (*self.pauses_seconds, None):
            try:
                status, answer = self._once(body)
            except (OSError, HTTPException) as error:
                failure = self._unreachable(error)
            else:
                if status == 200:
                    return answer
                failure = self._refused(status, answer)
                if status not in _WORTH_ANOTHER_TRY:
                    raise failure
            if pause is None:
                raise failure
            time.sleep(pause)
        raise AssertionError("unreachable")

    def _once(self, body: bytes) -> tuple[int, bytes]:
        address = urlsplit(self.url)
        if address.hostname is None:
            raise AnnotatorError(self.name, "the address names no server", "write it as http://HOST:PORT/v1")
        connection: HTTPConnection
        if address.scheme == "https":
            connection = HTTPSConnection(
                address.hostname, address.port, timeout=self.timeout_seconds, context=ssl.create_default_context()
            )
        else:
            connection = HTTPConnection(address.hostname, address.port, timeout=self.timeout_seconds)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "filmdossier"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        deadline = time.monotonic() + self.timeout_seconds
        try:
            connection.request("POST", address.path, body, headers)
            response = connection.getresponse()
            return response.status, self._body(response, deadline)
        finally:
            connection.close()

    def _body(self, response: HTTPResponse, deadline: float) -> bytes:
        """The whole body. A timeout of the socket is for each piece; a server that drips must end as well."""
        pieces, size = [], 0
        while piece := response.read1(65_536):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST_ANSWER_BYTES:
                raise AnnotatorError(
                    self.name, f"the answer is over {_LARGEST_ANSWER_BYTES:,} bytes", "check what runs at that address"
                )
            if time.monotonic() > deadline:
                raise TimeoutError
        return b"".join(pieces)

    def _unreachable(self, error: Exception) -> AnnotatorError:
        if isinstance(error, TimeoutError):
            return AnnotatorError(
                self.name,
                f"no answer within {self.timeout_seconds:g} seconds",
                "raise annotator_timeout_seconds in the settings, or use a faster model",
            )
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())[:200] or type(error).__name__
        return AnnotatorError(
            self.name, f"the server cannot be reached ({reason})", "check that it runs and that the address is right"
        )

    def _refused(self, status: int, answer: bytes) -> AnnotatorError:
        said = " ".join(answer[:2_000].decode("utf-8", "replace").split())[:200]
        if 300 <= status < 400:
            remedy = "the server sends us elsewhere, and we do not follow: give the final address"
        else:
            remedy = _REMEDIES.get(status, "look into the server's log, then read again")
        return AnnotatorError(self.name, f"the server answers {status}{f' ({said})' if said else ''}", remedy)
