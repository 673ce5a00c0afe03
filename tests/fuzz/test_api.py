"""Whatever a program sends to the API: answered as the API's own description says, and never with an error of the server's.

The requests are made from the description, right ones and wrong ones, the same on every run. What is
decided and uploaded on the way stays in the library and meets the later requests.
"""

from collections.abc import Iterator
from typing import Any, cast

import pytest
import schemathesis
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import (
    CHECKS,
    load_all_checks,
)
from schemathesis.generation import GenerationMode
from starlette.types import ASGIApp, Receive, Scope, Send

from filmdossier.present.api.mounted import PREFIX, ROUTERS
from filmdossier.present.exporters import EXPORTERS
from support.serving import make_library, served

load_all_checks()
Served = tuple[schemathesis.schemas.BaseSchema, dict[str, list[str]]]
HELD = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
)
_EXAMPLES = 6
THERE = {
    "film": ("desperado-1995", "scarface-1983", "scarface-1932"),
    "into": ("scarface-1932", "Manito"),
    "name": ("El Mariachi", "Robert Rodriguez"),
    "statement": ("director:robert-rodriguez", "title", "year", "cast:antonio-banderas.el-mariachi"),
    "predicate": ("cast", "director", "dialogue"),
    "conflict": ("conflict:running-time", "running-time"),
    "side": ("104", "105"),
    "format": tuple(EXPORTERS),
    "question": ("Who directed Desperado?", "In which films does Al Pacino play?"),
    "q": ("Who directed Desperado?", '"el mariachi" -brothel des*', "scarface"),
}
OPERATIONS = sorted(
    f"{method} {PREFIX}{route.path}"
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in route.methods or ()
)

# The directory of the API takes nothing, so that nothing can be wrong about a request for it.
ASKED = [
    (operation, mode)
    for operation in OPERATIONS
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    if mode is GenerationMode.POSITIVE or operation != f"GET {PREFIX}/"
]


def running(app: ASGIApp) -> ASGIApp:
    """The application as it runs already: whoever calls it neither starts nor ends it."""

    async def called(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        for expected in ("startup", "shutdown"):
            message = await receive()
            assert message["type"] == f"lifespan.{expected}"
            await send({"type": f"lifespan.{expected}.complete"})

    return called


def lead(case: schemathesis.Case[Any], there: dict[str, list[str]], data: st.DataObject) -> None:
    """Puts names that the library has where made-up ones would only be unknown, three times in four."""
    body = case.body if isinstance(case.body, dict) else {}
    for parts in (case.path_parameters, case.query, body):
        for key in sorted(set(parts or ()) & set(there)):
            if isinstance(parts[key], str) and data.draw(st.integers(0, 3)):
                parts[key] = data.draw(st.sampled_from(there[key]))


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    # The name under which the tool asks for the description; its requests go to localhost.
    with served(make_library(tmp_path_factory.mktemp("fuzzed")), names=frozenset({"testserver"})) as client:
        yield schemathesis.openapi.from_asgi("/api/openapi.json", running(client.app)), names_of(client)


def names_of(client: TestClient) -> dict[str, list[str]]:
    """What names things of the library, by the names of the parameters that take it."""
    given = {"film": "scarface-1983", "verdict": "confirm", "statement": "title"}
    documents = client.get("/api/documents").json()["items"]
    decision = client.post("/api/decisions", json=given).json()
    return {
        **{key: list(values) for key, values in THERE.items()},
        "document": [one["id"] for one in documents],
        "decision": [decision["id"]],
    }


@pytest.mark.parametrize(("operation", "mode"), ASKED)
@settings(
    max_examples=_EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_the_api_is_as_it_says(api: Served, operation: str, mode: GenerationMode, data: st.DataObject) -> None:
    schema, there = api
    described = schema.find_operation_by_label(operation)
    assert described is not None, operation
    case = data.draw(described.as_strategy(generation_mode=mode))
    if mode is GenerationMode.POSITIVE:
        lead(case, there, data)
    # In a form everything is text: a null that was put in a field's place arrives as the word.
    held = [name for name in HELD if name != "negative_data_rejection" or case.media_type != "multipart/form-data"]
    case.call_and_validate(checks=cast("Any", CHECKS.get_by_names(held)))  # the tool's own types say less than it takes
