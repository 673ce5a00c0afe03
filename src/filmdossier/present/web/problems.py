"""Errors as problem documents (RFC 9457): what programs get where people get a page."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from filmdossier.present.web.headers import HEADERS, UNKEPT

MEDIA_TYPE = "application/problem+json"
_MOST = 20  # wrong parts that are told one by one


def problem(
    scope: Scope, status: int, detail: str, *, headers: Mapping[str, str] | None = None, more: Mapping[str, object] | None = None
) -> Response:
    """What went wrong with a request; ``more`` are members of its own.

    The type is ``about:blank``: a problem here is what its status says, and ``detail`` says it of this request.
    """
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": quote(scope["path"]),
        **(more or {}),
    }
    return JSONResponse(body, status_code=status, headers={**HEADERS, **UNKEPT, **(headers or {})}, media_type=MEDIA_TYPE)


def invalid(scope: Scope, parts: Iterable[Mapping[str, Any]]) -> Response:
    """The problem of a request that is not what the API's description asks for; ``errors`` tells each wrong part.

    What was sent is not sent back: it may be a whole file.
    """
    errors = [{"at": "/".join(map(_plain, part["loc"])), "reason": _plain(part["msg"])} for part in list(parts)[:_MOST]]
    detail = "; ".join(f"{error['at']}: {error['reason']}" for error in errors[:3]) or "the request cannot be read"
    return problem(scope, HTTPStatus.UNPROCESSABLE_ENTITY, detail, more={"errors": errors})


def _plain(word: object) -> str:
    """The word as every encoding can hold it: halves of letters come in from JSON."""
    return str(word).encode("utf-8", "replace").decode()[:300]
