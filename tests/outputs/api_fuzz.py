"""Asks the API of the sample's desk thousands of things that nobody meant, and checks every answer against OpenAPI.

    python -m tests.outputs.api_fuzz [REQUESTS]      (2,000 without a number)

Valid requests must be accepted and invalid ones refused, both with the statuses, types and shapes that the API's own
description gives. Half of the valid ones ask for ids, people and cursors that exist.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from starlette.types import ASGIApp

API = "/api/v1"
SEED = 20260312
# What there is nothing to get wrong of: an id is any string, and the newest edition takes no parameter.
_ONLY_VALID = ("/{id}", "/editions/latest")


def get(app: ASGIApp, path: str) -> httpx.Response:
    """One plain request to the API."""

    async def request() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as client:
            return await client.get(f"http://desk.example{API}{path}")

    return asyncio.run(request())


def known_values(app: ASGIApp, schema: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """By path, values that exist: ids of each collection, people, and cursors that lists gave."""
    people = [one["id"] for one in get(app, "/people?limit=5").json()["items"]]
    found: dict[str, dict[str, list[str]]] = {}
    for path in schema["paths"]:
        name = path.split("/")[1]
        answer = get(app, f"/{name}?limit=3").json()
        ids = [one["day"] if name == "editions" else one["id"] for one in answer["items"]]
        cursors = [answer["next"].rpartition("cursor=")[2]] if answer["next"] else []
        found[path] = {"id": ids, "cursor": cursors, "person": people, "search": ["minister", "the"]}
    return found


def pointed(schema: dict[str, Any], known: dict[str, dict[str, list[str]]]) -> dict[str, Any]:
    """The description with values that exist among those to try. A cursor is none of its own making."""
    made: dict[str, Any] = json.loads(json.dumps(schema))
    for path, operations in made["paths"].items():
        parameters = operations["get"].get("parameters", [])
        for parameter in parameters:
            values = known[path].get(parameter["name"])
            if values and parameter["name"] == "cursor":
                parameter["schema"] = {"type": "string", "enum": values}
            elif values:
                parameter["schema"] = {"anyOf": [{"type": "string", "enum": values}, parameter["schema"]]}
        operations["get"]["parameters"] = [
            one for one in parameters if one["name"] != "cursor" or known[path]["cursor"]
        ]
    return made


def fuzz(app: ASGIApp, requests: int) -> tuple[Counter[int], list[str]]:
    """Statuses of about so many answers, and what was wrong with any, each kind once for each address."""
    plain = get(app, "/openapi.json").json()
    schema = schemathesis.openapi.from_dict(pointed(plain, known_values(app, plain)))
    schema.app = app
    schema.config.update(base_url=f"http://desk.example{API}")
    operations: list[Any] = [result.ok() for result in schema.get_all_operations()]  # type: ignore[union-attr]
    tries = [
        (operation, mode)
        for operation in operations
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or not operation.path.endswith(_ONLY_VALID)
    ]
    statuses: Counter[int] = Counter()
    wrong: dict[str, str] = {}
    each = -(-requests // len(tries))
    for operation, mode in itertools.cycle(tries):
        before = statuses.total()
        for case in _cases(operation, mode, each, before):
            response = case.call()
            statuses[response.status_code] += 1
            try:
                case.validate_response(response)
            except FailureGroup as failures:
                for failure in failures.exceptions:
                    said = " ".join(str(failure).split())[:300]
                    wrong.setdefault(f"{operation.label} ({mode.value}): {said}", case.as_curl_command())
        if statuses.total() >= requests:
            return statuses, [f"{said} ({asked})" for said, asked in wrong.items()]
    raise AssertionError("no operation to try")


def _cases(operation: Any, mode: GenerationMode, number: int, turn: int) -> Iterator[Any]:
    """Cases of an operation, the same at every run."""
    found: list[Any] = []

    @seed(SEED + turn)
    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(mode))
    def collect(case: Any) -> None:
        found.append(case)

    collect()
    yield from found


def main() -> None:
    """Fuzz the sample's desk and say how it went."""
    from tests.outputs.conftest import live

    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        lived = live(Path(folder))
        begun = time.perf_counter()
        statuses, wrong = fuzz(lived.app, requests)
    told = ", ".join(f"{number} x {status}" for status, number in sorted(statuses.items()))
    print(f"{statuses.total()} requests in {time.perf_counter() - begun:.0f} s: {told}")
    print(*wrong or ["every answer is as described"], sep="\n")
    sys.exit(bool(wrong) or any(status >= 500 for status in statuses))


if __name__ == "__main__":
    main()
