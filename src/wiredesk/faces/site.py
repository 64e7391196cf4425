"""The site and its API, served on demand: the pages that `publish` would write, each made when it is asked for."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from wiredesk.errors import UsageError, WiredeskError
from wiredesk.faces.answers import COMMON_HEADERS, Headed, Made, Shelf
from wiredesk.faces.api import create_api
from wiredesk.faces.api_problems import RETRY_SECONDS, problem
from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.addresses import MEDIA_TYPES, Linker, read_path
from wiredesk.publish.templating import content_policy
from wiredesk.publish.web import is_ended, render_missing

API_PATH = "/api/v1"
# The longest address of the site has a slug of 120 characters; a path that is longer is nobody's link.
_LONGEST_PATH = 500
_LONGEST_QUERY = 500

_log = logging.getLogger(__name__)


def create_app(load: Callable[[], SiteData]) -> Starlette:
    """The site as an ASGI application, with the API under `/api/v1`.

    `load` is called for every request: it should give the same object as long as nothing changed.
    """
    headers = {**COMMON_HEADERS, "Content-Security-Policy": f"{content_policy()}; frame-ancestors 'none'"}
    shelf = Shelf(load)

    def answer(request: Request) -> Response:
        path = "/" + request.path_params["path"]
        if not _may_be_ours(path):
            return PlainTextResponse("There is no such page.\n", status_code=404)
        query = _query(request)
        return shelf.answer(request, f"{path}?{urlencode(query)}", lambda data: _made(data, path, query))

    def refused(request: Request, error: Exception) -> Response:
        # No route matches a path with a line break in it, not even the API's own.
        if isinstance(error, HTTPException) and error.status_code == 405:
            return PlainTextResponse("This site can only be read.\n", status_code=405, headers=error.headers)
        if request.scope["path"].startswith(f"{API_PATH}/"):
            return problem(404).response()
        return PlainTextResponse("There is no such page.\n", status_code=404)

    def unavailable(_request: Request, error: Exception) -> Response:
        _log.error("the desk cannot be read", exc_info=error)
        return PlainTextResponse(
            "The desk cannot be read at the moment.\n", status_code=503, headers={"Retry-After": RETRY_SECONDS}
        )

    def failed(_request: Request, _error: Exception) -> Response:
        # Outermost of all, and so with headers of its own; the server logs what happened.
        return PlainTextResponse("The page could not be made.\n", status_code=500, headers=headers)

    return Starlette(
        routes=[
            Route(API_PATH, lambda _: Response(status_code=308, headers={"Location": "v1/"}), methods=["GET"]),
            Mount(API_PATH, create_api(load)),
            Route("/{path:path}", answer, methods=["GET"]),
        ],
        middleware=[Middleware(Headed, headers=headers)],
        exception_handlers={
            HTTPException: refused,
            WiredeskError: unavailable,
            OSError: unavailable,
            Exception: failed,
        },
    )


def _may_be_ours(path: str) -> bool:
    """Whether a path has the form of an address: what has not is refused before a page of links is made for it."""
    parts = path.split("/")
    return len(path) <= _LONGEST_PATH and "//" not in path and not {".", ".."} & set(parts)


def _query(request: Request) -> dict[str, str]:
    """What was asked of a page: the first value of each name, as far as a person would type."""
    asked: dict[str, str] = {}
    for name, value in parse_qsl(request.url.query[:_LONGEST_QUERY], errors="replace"):
        asked.setdefault(name, value)
    return asked


def _made(data: SiteData, path: str, query: dict[str, str]) -> Made:
    found = render(data, path, query)
    if isinstance(found, Redirect):
        # Relative, as every link of the site is, so that it holds under any prefix.
        return Made(body=b"", status=308, headers={"Location": Linker(path).to(found.path)})
    if found is None:
        return Made(body=render_missing(data, path), status=404, media_type="text/html")
    address = read_path(path)
    media_type = MEDIA_TYPES[address.format if address else "html"]
    return Made(body=found, status=410 if is_ended(data, path) else 200, media_type=media_type)


def serve(app: Starlette, host: str, port: int, listening: Callable[[int], None] = lambda _: None) -> None:
    """Serve until interrupted; `listening` hears the port once requests are taken. Raises UsageError if none can be."""
    import uvicorn  # half of the start-up time of a command that serves nothing

    listener = _listen(host, port)
    listening(listener.getsockname()[1])
    try:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listener])
    except KeyboardInterrupt:
        pass  # the usual way to stop it
    finally:
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    """Take the address before anything else is set up, so that the reason why not can be told."""
    listener = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address[0], port, *address[2:]))  # `bind` refuses port 70000; `getaddrinfo` makes it 4464
        listener.listen()
    except (OSError, OverflowError) as error:
        if listener is not None:
            listener.close()
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise UsageError(f"port {port} of {host} is taken", hint="choose another with --port") from error
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot serve on {host}, port {port}: {reason}", hint="see --host and --port") from error
    return listener
