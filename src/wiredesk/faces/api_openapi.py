"""How the API describes itself: OpenAPI made from the types and the routes, and a plain page of its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from wiredesk.faces.api_problems import MEDIA_TYPE, SCHEMA
from wiredesk.faces.api_records import schemas


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: Mapping[str, Any], description: str, media_type: str = "application/json") -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": schema}}}


PROBLEM = _json(_ref("Problem"), "What went wrong.", MEDIA_TYPE)


def one_of(*nouns: type) -> dict[int | str, Any]:
    """The answers to a request for one record, of one of the kinds given."""
    kinds = [_ref(noun.__name__) for noun in nouns]
    return {
        200: _json(kinds[0] if len(kinds) == 1 else {"oneOf": kinds}, "The record."),
        304: {"description": "The client has it already (`If-None-Match`)."},
        308: {"description": "The record has another id now: `Location`."},
        404: PROBLEM,
        410: PROBLEM,
    }


def many_of(noun: type) -> dict[int | str, Any]:
    """The answers to a request for a list."""
    page_of = {
        "type": "object",
        "required": ["items", "next", "total"],
        "properties": {
            "items": {"type": "array", "items": _ref(noun.__name__)},
            "next": {
                "type": ["string", "null"],
                "description": "Address of what follows, relative to this answer's; also in the Link header.",
            },
            "total": {"type": "integer", "description": "How many records there are in all, of those asked for."},
        },
    }
    return {200: _json(page_of, "A page of the list."), 304: {"description": "The client has it already."}}


def describe(api: FastAPI) -> dict[str, Any]:
    """The API's description. Schemas of records come from their types, and problems are the only errors."""
    if api.openapi_schema is None:
        made = get_openapi(
            title=api.title,
            version=api.version,
            description=api.description,
            routes=api.routes,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        )
        made["components"] = {"schemas": dict(sorted({**schemas(), "Problem": SCHEMA}.items()))}
        api.openapi_schema = made
    return api.openapi_schema


def index_page(schema: Mapping[str, Any]) -> str:
    """The addresses as a plain page: nothing to load, nothing to run."""
    rows = "".join(
        f"<dt><code>GET {escape(path)}</code></dt><dd>{escape(one['get']['description'])}</dd>"
        for path, one in schema["paths"].items()
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wiredesk API</title>'
        '<meta name="viewport" content="width=device-width"></head><body><main><h1>Wiredesk API</h1>'
        '<p>Read only. Described in full by <a href="openapi.json">openapi.json</a>.</p>'
        f"<dl>{rows}</dl></main></body></html>\n"
    )
