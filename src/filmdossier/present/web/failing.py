"""Errors as pages: what happened, in words, and what to do. Programs that ask for JSON get it as a problem document (RFC 9457)."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from filmdossier.present.web.headers import HEADERS, UNKEPT
from filmdossier.present.web.problems import problem
from filmdossier.present.web.rendering import Frame, respond

_REMEDIES = {
    404: "check the address, or look for it on the first page",
    405: "go back and use the page's own buttons",
    413: "send fewer or smaller files",
    422: "go back and fill in what is missing",
    500: "try again; if it happens again, report it with what the server printed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePage:
    """What the error page shows; ``sign_in`` offers a field for the token."""

    template: ClassVar[str] = "failure.html"

    frame: Frame
    status: int
    reason: str
    remedy: str
    sign_in: bool


def refusal(scope: Scope, status: int, reason: str, remedy: str = "", *, sign_in: bool = False) -> Response:
    """The answer to a request that gets nothing else."""
    phrase = HTTPStatus(status).phrase
    told = remedy
    remedy = remedy or _REMEDIES.get(status, "go back and try again")
    # What breaks is answered outside the guard: the answer brings the guard's headers itself.
    headers = HEADERS | UNKEPT | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
    if scope["path"].startswith("/api/") or "application/json" in Headers(scope=scope).get("accept", ""):
        # What a person should do on a page is no word to a program, unless it was said of this very request.
        return problem(scope, status, f"{reason}; {told}" if told else reason, headers=headers)
    frame = Frame(title=phrase, here="")
    page = FailurePage(
        frame=frame, status=status, reason=reason[:1].upper() + reason[1:], remedy=remedy[:1].upper() + remedy[1:], sign_in=sign_in
    )
    return respond(page, status=status, headers=headers)
