"""A local web server that behaves as it is told: each path has a function that writes whatever it likes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Respond = Callable[["Asked", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Asked:
    """One request: its path with the query, its headers in lower case."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)


def answer(
    body: bytes | str = b"", /, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
) -> Respond:
    """A whole answer; `etag` and `last_modified` are answered with 304 where the request has them."""
    data = body.encode() if isinstance(body, str) else body

    async def respond(asked: Asked, writer: asyncio.StreamWriter) -> None:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        unchanged = ("etag" in headers and asked.headers.get("if-none-match") == headers["etag"]) or (
            "last_modified" in headers and asked.headers.get("if-modified-since") == headers["last_modified"]
        )
        code, content = (304, b"") if unchanged else (status, data)
        lines = [f"HTTP/1.1 {code} Told", f"Content-Type: {kind}", f"Content-Length: {len(content)}"]
        lines += [f"{name}: {value}" for name, value in sent.items()]
        writer.write("\r\n".join([*lines, "Connection: close", "", ""]).encode() + content)

    return respond


def raw(data: bytes, *, hang: bool = False) -> Respond:
    """Exactly these bytes, then the end, or silence."""

    async def respond(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        if hang:
            await asyncio.sleep(60)

    return respond


def endless(start: bytes, piece: bytes, pause: float = 0.0) -> Respond:
    """Bytes that never end."""

    async def respond(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return respond


async def reset(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """The connection is torn down."""
    writer.transport.abort()


class Server:
    """Serves `routes` (path without query -> function) on this machine and remembers what was asked."""

    def __init__(self, routes: dict[str, Respond] | None = None) -> None:
        self.routes = routes or {}
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        starting = asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result(5)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for since the last `forget`, without robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def forget(self) -> None:
        """Begin the list of requests anew."""
        self.asked.clear()

    async def _end(self) -> None:
        self._server.close()
        for writer in self._open:
            writer.transport.abort()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0.01)  # closed transports let go of their sockets in the next rounds of the loop

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        self.most_at_once = max(self.most_at_once, len(self._open))
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = lines[0].split(" ")[1]
            pairs = [line.split(": ", 1) for line in lines[1:] if ": " in line]
            asked = Asked(path, {name.lower(): value for name, value in pairs})
            self.asked.append(asked)
            respond = self.routes.get(path.partition("?")[0], answer("not here", status=404))
            await respond(asked, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()
