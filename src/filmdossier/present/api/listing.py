"""Lists in parts: how much of a list was asked for, and the way to its other parts (``Link``, RFC 8288)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Query, Request
from starlette.responses import Response

Item = TypeVar("Item")
MOST = 200

Limit = Annotated[int, Query(ge=1, le=MOST, description="how many at most")]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000, description="how many before the first")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[Item]):
    """A part of a list: ``total`` are in all, ``items`` those from ``offset``, at most ``limit``."""

    total: int
    limit: int
    offset: int
    items: tuple[Item, ...]


def listed(request: Request, response: Response, items: Iterable[Item], total: int, limit: int, offset: int) -> Listed[Item]:
    """The part of a list, its neighbours named in the answer's ``Link``."""
    last = max(0, (total - 1) // limit * limit)
    ways = {"first": 0}
    if offset > 0:
        # From beyond the end the way back leads to the end.
        ways["prev"] = max(0, min(offset - limit, last))
    if offset + limit < total:
        ways["next"] = offset + limit
    ways["last"] = last
    response.headers["Link"] = ", ".join(
        f'<{_address(request, limit, start)}>; rel="{relation}"' for relation, start in ways.items()
    )
    return Listed(total=total, limit=limit, offset=offset, items=tuple(items))


def _address(request: Request, limit: int, offset: int) -> str:
    asked = [(key, value) for key, value in request.query_params.multi_items() if key not in ("limit", "offset", "token")]
    return f"{quote(request.scope['path'])}?{urlencode([*asked, ('limit', str(limit)), ('offset', str(offset))])}"
