"""HTTP answers of the site and the API: made once for each state of the desk, with validators, gzip and headers."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cached_property

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wiredesk.publish import SiteData

# A site of a year of editions is some 20 MB; what was asked for least recently makes room.
REMEMBERED_BYTES = 32_000_000

# Below this, gzip's own header and the time for it cost more than they save: a packet holds 1,400 bytes.
GZIP_FROM_BYTES = 1_400

COMMON_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
"""On every answer of the site and the API, errors too."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """The bytes of an answer and what is said of them; `headers` are its own."""

    body: bytes
    media_type: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def tag(self) -> str:
        """A digest of the bytes: equal for equal answers, whatever else of the desk changed."""
        return hashlib.blake2b(self.body, digest_size=12).hexdigest()

    @cached_property
    def zipped(self) -> bytes:
        """The bytes compressed, the same for the same bytes."""
        return gzip.compress(self.body, mtime=0)

    def response(self) -> Response:
        """The answer in full, without validators."""
        return Response(self.body, status_code=self.status, headers=dict(self.headers), media_type=self.media_type)


class Shelf:
    """What was made of the desk as it stands. `load` gives the data: the same object as long as nothing changed."""

    def __init__(self, load: Callable[[], SiteData], room: int = REMEMBERED_BYTES) -> None:
        self._load, self._room = load, room
        self._lock = threading.Lock()
        self._data: SiteData | None = None
        self._since = datetime.now(UTC)
        self._made: OrderedDict[str, Made] = OrderedDict()
        self._filled = 0

    def current(self) -> tuple[SiteData, datetime]:
        """The data, and since when they are what is shown. One request at a time reads a desk that has changed."""
        with self._lock:
            data = self._load()
            if data is not self._data:
                self._data, self._since = data, datetime.now(UTC)
                self._made.clear()
                self._filled = 0
            return data, self._since

    def answer(self, request: Request, key: str, make: Callable[[SiteData], Made]) -> Response:
        """The answer to a request: `make`'s, or what it made for the same key of the same data."""
        data, since = self.current()
        with self._lock:
            made = self._made.get(key)
            if made is not None:
                self._made.move_to_end(key)
        if made is None:
            made = make(data)
            self._keep(data, key, made)
        return respond(request, made, since)

    def _keep(self, data: SiteData, key: str, made: Made) -> None:
        """Remember what may be asked for again; not errors and redirects, of which there is no end."""
        cost = 2 * len(made.body) + len(key)
        if made.status != 200 or cost > self._room:
            return
        with self._lock:
            if data is not self._data or key in self._made:
                return
            self._made[key] = made
            self._filled += cost
            while self._filled > self._room:
                old, gone = self._made.popitem(last=False)
                self._filled -= 2 * len(gone.body) + len(old)


def respond(request: Request, made: Made, since: datetime) -> Response:
    """A full answer, or 304 to a client that has these bytes already (RFC 9110, sections 8.8 and 13)."""
    if made.status != 200:
        return made.response()
    zipped = len(made.body) >= GZIP_FROM_BYTES and _takes_gzip(request.headers.get("accept-encoding", ""))
    headers = {
        **made.headers,
        "ETag": f'"{made.tag}-gzip"' if zipped else f'"{made.tag}"',
        "Last-Modified": format_datetime(since.replace(microsecond=0), usegmt=True),
        # Kept by whoever likes, asked for again before each use: a killed report must not be read on.
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
    }
    if _has_it(request, made.tag, since):
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(made.zipped if zipped else made.body, headers=headers, media_type=made.media_type)


def _has_it(request: Request, tag: str, since: datetime) -> bool:
    """If-None-Match counts alone where it is given; a gzip and a plain answer hold the same."""
    if (given := request.headers.get("if-none-match")) is not None:
        known = {one.strip().removeprefix("W/").strip('"').removesuffix("-gzip") for one in given.split(",")}
        return "*" in known or tag in known
    try:
        told = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (ValueError, OverflowError):
        return False
    return told.tzinfo is not None and told >= since.replace(microsecond=0)


def _takes_gzip(accepted: str) -> bool:
    weights: dict[str, str] = {}
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        weights[name.strip()] = weight.replace(" ", "").removeprefix("q=")
    weight = weights.get("gzip", weights.get("*", "0"))
    return weight.strip("0.") != "" or weight == ""  # 0, 0.0 and 0.000 all refuse it


class Headed:
    """Middleware: gives every answer these headers unless it has its own, and answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app, self._headers = app, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"} if head else scope, receive, tell)
