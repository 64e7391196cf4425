"""What the API says when it cannot answer: problem details for HTTP (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from wiredesk.errors import WiredeskError
from wiredesk.faces.answers import Made

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "10"
"""A desk whose database is being replaced is back within seconds."""

_log = logging.getLogger(__name__)

SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "`about:blank`: the status says it all."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What, and what to do."},
        "errors": {
            "type": "array",
            "description": "Of a request that cannot be read: each parameter at fault.",
            "items": {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
        "notice": {
            "$ref": "#/components/schemas/Notice",
            "description": "Of what was killed or withdrawn: the notice that says so.",
        },
    },
}


def problem(status: int, detail: str | None = None, headers: Mapping[str, str] | None = None, **more: Any) -> Made:
    """A problem as an answer; `more` are members beside the standard ones."""
    told: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if detail is not None:
        told["detail"] = detail
    return Made(
        body=msgspec.json.encode(told | more), status=status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


def invalid(errors: list[tuple[str, str]]) -> Made:
    """Parameters that cannot be used, each with the reason."""
    detail = "; ".join(f"`{name}`: {said}" for name, said in errors)
    return problem(422, detail, errors=[{"parameter": name, "detail": said} for name, said in errors])


def handle_problems(api: FastAPI) -> None:
    """Make every failure of the API a problem, those of the frameworks too."""

    @api.exception_handler(HTTPException)
    def _refused(_request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            return problem(405, "This API can only be read.", {"Allow": "GET, HEAD, OPTIONS"}).response()
        return problem(error.status_code, "There is no such address; the API's first page lists all.").response()

    @api.exception_handler(RequestValidationError)
    def _invalid(_request: Request, error: RequestValidationError) -> Response:
        # that a parameter may also be left out is no advice to somebody who gave it
        told = [one for one in error.errors() if one["type"] != "none_required"] or error.errors()
        return invalid([(str(one["loc"][1]), _said(one)) for one in told]).response()

    @api.exception_handler(WiredeskError)
    @api.exception_handler(OSError)
    def _unavailable(_request: Request, error: Exception) -> Response:
        _log.error("the desk cannot be read", exc_info=error)
        return problem(503, "The desk cannot be read at the moment.", {"Retry-After": RETRY_SECONDS}).response()

    @api.exception_handler(Exception)
    def _failed(_request: Request, _error: Exception) -> Response:
        return problem(500, "The answer could not be made; the server's log says why.").response()


def _said(error: Mapping[str, Any]) -> str:
    """What is wrong with a parameter, of what pydantic says."""
    if error["type"] == "extra_forbidden":
        return "this address has no such parameter"
    return str(error["msg"]).removeprefix("Value error, ")
