"""Keeps out who is not meant: strange host names, requests that other pages send, bodies without end.

Stands before every page and every route of the API. A library on a laptop is open to whatever runs
in the browser beside it, so that names (DNS rebinding), origins (forged writes) and frames are
checked even where nobody else can reach the port.
"""

import hmac
import re
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from filmdossier.present.web.failing import refusal
from filmdossier.present.web.headers import HEADERS, UNKEPT
from filmdossier.present.web.serving import Serving

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/static/", "/sign-in")  # what a browser without a token may see: the way to give one
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^\s:/?#\[\]@]+)(?::[0-9]{0,5})?")
_YEAR_SECONDS = 31_536_000


class Guard:
    """The application behind checks; every response leaves with the headers that keep it in its place."""

    def __init__(self, app: ASGIApp, *, serving: Serving) -> None:
        self._app = app
        self._serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or says why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # No name and no words hold a NUL, and databases differ on what they make of one: among words it is a blank.
        scope = {**scope, "query_string": scope["query_string"].replace(b"%00", b"%20")}
        headers = Headers(scope=scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in (HEADERS | UNKEPT).items():
                    sent.setdefault(name, value)
            await send(message)

        found = self._wrong(scope, headers)
        if found is not None:
            status, reason, remedy = found
            await refusal(scope, status, reason, remedy)(scope, receive, guarded)
            return
        query = parse_qs(scope["query_string"].decode("latin-1"))
        given = query.get("token", [""])[0]
        if self._serving.token is not None and not self._is_known(headers):
            if given and hmac.compare_digest(given.encode(), self._serving.token.encode()):
                # Out of the address at once: addresses are kept in histories and sent along.
                await signed_in(RedirectResponse("/", status_code=303), self._serving)(scope, receive, guarded)
                return
            if not scope["path"].startswith(_OPEN):
                await refusal(
                    scope, 401, "this library is served with a token", "open the address that the server printed", sign_in=True
                )(scope, receive, guarded)
                return
        await self._app(scope, _counted(receive, self._limit(scope)), guarded)

    def _wrong(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        """Status, reason and remedy of what must not be answered."""
        host = headers.get("host", "")
        if not self._serving.is_own_name(_name(host)):
            return 421, f"this server is not called {host[:100]!r}", "use the address that the server printed when it started"
        if scope["method"] not in _READING:
            site, origin = headers.get("sec-fetch-site"), headers.get("origin")
            same = origin is None or origin.partition("://")[2] == host
            # A program that is no browser sends neither; a browser that sends a form sends at least one.
            if site not in (None, "same-origin", "none") or not same:
                return 403, "the request came from another page", "open the library's own page and do it there"
        if "\x00" in scope["path"]:
            return 404, "there is nothing at this address", "check the address, or look for it on the first page"
        length = headers.get("content-length", "0")
        limit = self._limit(scope)
        if not length.isdigit() or int(length) > limit:
            return 413, f"that is over the limit of {limit // 1_000_000:,} MB at once", "send fewer or smaller files"
        return None

    def _is_known(self, headers: Headers) -> bool:
        token = self._serving.token or ""
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and hmac.compare_digest(bearer.strip().encode(), token.encode()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(cookie_name(self._serving))
        except CookieError:
            return False
        return cookie is not None and hmac.compare_digest(cookie.value.encode(), cookie_value(token).encode())

    def _limit(self, scope: Scope) -> int:
        return (
            self._serving.upload_limit_bytes
            if scope["path"].startswith(("/upload", "/api/documents")) or scope["path"] == "/decisions"
            else self._serving.form_limit_bytes
        )


def signed_in(answer: Response, serving: Serving) -> Response:
    """The answer with the cookie that lets a browser in."""
    if serving.token is not None:
        value = cookie_value(serving.token)
        answer.set_cookie(cookie_name(serving), value, max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
    return answer


def cookie_name(serving: Serving) -> str:
    """The cookie that tells a signed-in browser; ports share cookies, so that it names its own."""
    return f"filmdossier-{serving.port}"


def cookie_value(token: str) -> str:
    """What the cookie holds: proof of the token, not the token."""
    return sha256(f"filmdossier cookie {token}".encode()).hexdigest()


def _name(host: str) -> str:
    """The name in a Host header, without its port; '' for what is no such header."""
    found = _HOST.fullmatch(host)
    return found["name"] if found else ""


def _counted(receive: Receive, limit: int) -> Receive:
    """Receives no more than ``limit`` bytes: a body may come without a length, or with a false one."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, f"that is over the limit of {limit // 1_000_000:,} MB at once")
        return message

    return counted
