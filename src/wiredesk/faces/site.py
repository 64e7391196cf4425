"""The site, served on demand: the pages that `publish` would write, each rendered when it is asked for."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from wiredesk.errors import UsageError, WiredeskError
from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.addresses import Linker
from wiredesk.publish.templating import content_policy
from wiredesk.publish.web import render_missing

_log = logging.getLogger(__name__)


def create_app(load: Callable[[], SiteData]) -> Starlette:
    """The site as an ASGI application. `load` is called for every request: it should remember what it read."""
    headers = {
        "Content-Security-Policy": f"{content_policy()}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }

    def answer(request: Request) -> Response:
        path = "/" + request.path_params["path"]
        data = load()
        found = render(data, path)
        if isinstance(found, Redirect):
            # Relative, as every link of the site is, so that it holds under any prefix.
            return Response(status_code=308, headers={**headers, "Location": Linker(path).to(found.path)})
        if found is None:
            return Response(render_missing(data, path), status_code=404, headers=headers, media_type="text/html")
        kind = "application/json" if path.rstrip("/").endswith(".json") else "text/html"
        return Response(found, headers=headers, media_type=kind)

    def trouble(_request: Request, error: Exception) -> Response:
        _log.error("the desk cannot be read", exc_info=error)
        return PlainTextResponse("The desk cannot be read at the moment.\n", status_code=503, headers=headers)

    return Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET"])], exception_handlers={WiredeskError: trouble}
    )


def serve(app: Starlette, host: str, port: int) -> None:
    """Serve until interrupted. Raises UsageError if the address cannot be listened on."""
    import uvicorn  # half of the start-up time of a command that serves nothing

    listener = _listen(host, port)
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
