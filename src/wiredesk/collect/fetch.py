"""The one function that asks the web for something. Every call ends in an Answer or a Failure within the limits'
timeout, whatever the server does; nothing is raised for what a server or an address does wrong."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

import aiohttp
from yarl import URL

from wiredesk import __version__
from wiredesk.collect.answers import Answer, Failure, Outcome, Request, without_secrets
from wiredesk.collect.body import ENCODINGS, BodyTooLarge, BrokenBody, encoding_of, read_body
from wiredesk.collect.guard import GuardedResolver, PrivateAddress, is_literal, is_public
from wiredesk.collect.robots import USER_AGENT, Robots
from wiredesk.collect.rules import ROBOTS_BYTES, ROBOTS_REDIRECTS, TRIES_PER_HOST, Limits

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/plain;q=0.8, */*;q=0.1"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PRIVATE = "set `allow_private = true` under [collect] if you mean to fetch from your own network"
_ADDRESS = "check the address"
_LATER = "`wiredesk collect` tries its sources again by itself; an address that you added, add again later"


@dataclass
class _Trip:
    """How far one fetch came, for what is told of it."""

    phase: str = "connecting"
    redirect: int | None = None
    limit: asyncio.Timeout | None = None
    """When it has to be over; waiting for its turn at a host is not counted."""


class Fetcher:
    """Asks for addresses within one run and one event loop: one pool of connections, one memory of robots.txt."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._robots = Robots(self._robots_file)
        self._all = asyncio.Semaphore(limits.at_once)
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._silent: dict[str, int] = {}  # fetches in a row that a host did not answer
        self._next: dict[str, float] = {}  # when a host that wants time between requests may be asked again
        self._paused: dict[str, str] = {}  # hosts that asked to be left alone, with their words
        self._connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(allow_private=limits.allow_private),
            use_dns_cache=False,  # what was checked is what is connected to
            limit=0,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._connector.close()

    async def fetch(self, request: Request) -> Outcome:
        """Ask for one address, when its turn comes."""
        try:
            url = URL(request.url.strip()).with_fragment(None)
            host = url.host
        except ValueError:
            host = None
        if not host or url.scheme not in {"http", "https"}:
            return Failure.never(request.url, "is no address that begins with http:// or https://", _ADDRESS)
        turn = self._hosts.setdefault(host, asyncio.Semaphore(self._limits.per_host))
        async with turn, self._all:
            if given_up := self._given_up(request.url, host):
                return given_up
            trip = _Trip()
            try:
                async with asyncio.timeout(self._limits.timeout) as trip.limit:
                    outcome = await self._follow(request, url, self._limits.redirects, trip, robots=True)
            except TimeoutError:
                outcome = self._too_slow(request.url, trip)
        self._remember(host, outcome)
        return outcome

    def _given_up(self, url: str, host: str) -> Failure | None:
        """A host that does not answer, or asked for a pause, is left alone for the rest of the run."""
        if words := self._paused.get(host):
            return Failure(url=url, message=f"not asked for: {host} {words}", hint=_LATER)
        if self._silent.get(host, 0) >= TRIES_PER_HOST:
            return Failure(url=url, message=f"not asked for: {host} did not answer {TRIES_PER_HOST} times", hint=_LATER)
        return None

    def _remember(self, host: str, outcome: Outcome) -> None:
        silent = isinstance(outcome, Failure) and outcome.again and outcome.status is None
        self._silent[host] = self._silent.get(host, 0) + 1 if silent else 0

    def _too_slow(self, url: str, trip: _Trip) -> Failure:
        message = f"no whole answer within {self._limits.timeout:g} seconds (while {trip.phase})"
        return Failure(url=url, message=message, hint="try again later, or raise `timeout` under [collect]")

    async def _robots_file(self, url: str) -> Outcome:
        trip = _Trip()
        try:
            async with asyncio.timeout(self._limits.timeout):
                return await self._follow(Request(url=url), URL(url), ROBOTS_REDIRECTS, trip, robots=False)
        except TimeoutError:
            return self._too_slow(url, trip)

    async def _follow(self, request: Request, url: URL, redirects: int, trip: _Trip, *, robots: bool) -> Outcome:
        """Follow the redirects from `url` on; each stop is checked like the first."""
        jar = aiohttp.CookieJar(unsafe=self._limits.allow_private)  # some sites set a cookie and redirect to themselves
        seen: set[tuple[str, int]] = set()
        session = aiohttp.ClientSession(
            connector=self._connector,
            connector_owner=False,
            cookie_jar=jar,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None),  # the time of the whole is kept by the caller
        )
        try:
            for _ in range(redirects + 1):
                if (str(url), len(jar)) in seen:
                    return _astray(request.url, "its redirects lead in a circle", trip)
                seen.add((str(url), len(jar)))
                trip.phase = "waiting for robots.txt"
                if refusal := self._refused(request.url, url) or (
                    await self._robots.refusal(request.url, str(url)) if robots else None
                ):
                    return refusal
                if robots:
                    await self._in_turn(url, trip)
                trip.phase = "waiting for the answer"
                outcome = await self._ask(session, request, url, trip, cut=not robots)
                if not isinstance(outcome, URL):
                    return outcome
                url = outcome
            return _astray(request.url, f"it redirects more than {redirects} times", trip)
        finally:
            await session.close()

    async def _in_turn(self, url: URL, trip: _Trip) -> None:
        """Wait until a host may be asked again, where its robots.txt wants time between requests."""
        delay = await self._robots.delay(str(url))
        if not delay:
            return
        now = asyncio.get_running_loop().time()
        at = max(now, self._next.get(url.host or "", now))
        self._next[url.host or ""] = at + delay
        if trip.limit is not None and (end := trip.limit.when()) is not None:
            trip.limit.reschedule(end + at - now)
        await asyncio.sleep(at - now)

    def _refused(self, asked: str, url: URL) -> Failure | None:
        """Why an address may not be connected to at all; names are checked when they are resolved."""
        if url.scheme not in {"http", "https"} or not url.host:
            return Failure.never(asked, f"leads to {str(url)[:200]}, which is no web address", _ADDRESS)
        if is_literal(url.host) and not (self._limits.allow_private or is_public(url.host)):
            return Failure.never(asked, f"{url.host} is an address of a private network, and refused", _PRIVATE)
        return None

    async def _ask(
        self, session: aiohttp.ClientSession, request: Request, url: URL, trip: _Trip, *, cut: bool
    ) -> Outcome | URL:
        """One request: an answer, or the address that it redirects to."""
        try:
            async with session.get(url, headers=self._headers(request), allow_redirects=False) as response:
                return await self._read(request, url, response, trip, cut=cut)
        except TimeoutError:
            raise
        except (aiohttp.ClientError, OSError, ValueError, BodyTooLarge, BrokenBody) as error:
            return self._trouble(request.url, url, error)

    def _headers(self, request: Request) -> dict[str, str]:
        contact = "".join(character for character in self._limits.contact or "" if " " <= character <= "~")
        headers = {
            "User-Agent": f"{USER_AGENT}/{__version__}" + (f" (+{contact})" if contact else ""),
            "Accept": _ACCEPT,
            "Accept-Encoding": ENCODINGS,
        }
        if request.known and request.known.etag:
            headers["If-None-Match"] = request.known.etag
        if request.known and request.known.last_modified:
            headers["If-Modified-Since"] = request.known.last_modified
        return headers

    async def _read(
        self, request: Request, url: URL, response: aiohttp.ClientResponse, trip: _Trip, *, cut: bool
    ) -> Outcome | URL:
        status, headers = response.status, response.headers
        if status in _REDIRECTS and (location := headers.get("Location")):
            response.close()
            trip.redirect = status
            return url.join(URL(location)).with_fragment(None)
        known = request.known
        if status == 304 and known and (known.etag or known.last_modified):
            return Answer(
                url=request.url,
                final=without_secrets(str(url)),
                status=304,
                etag=headers.get("ETag") or known.etag,
                last_modified=headers.get("Last-Modified") or known.last_modified,
            )
        if not 200 <= status < 300 or status == 206:
            response.close()
            return self._refusal(request.url, status, headers.get("Retry-After"), url.host or "")
        trip.phase = "reading its body"
        limit = ROBOTS_BYTES if cut else self._limits.max_bytes
        pieces = response.content.iter_any()
        data = await read_body(pieces, encoding_of(headers.get("Content-Encoding")), limit, cut=cut)
        return Answer(
            url=request.url,
            final=without_secrets(str(url)),
            status=200,
            data=data,
            content_type=response.content_type if "Content-Type" in headers else None,
            charset=_charset(response),
            etag=headers.get("ETag"),
            last_modified=headers.get("Last-Modified"),
        )

    def _refusal(self, url: str, status: int, retry_after: str | None, host: str) -> Failure:
        """Any status that brings no page."""
        words = _STATUSES.get(status) or ("the site has trouble of its own" if status >= 500 else "no page comes of it")
        message = f"the server answers {status}: {words}"
        if status == 304:
            message = "the server answers 304 (nothing changed) to somebody who has nothing yet"
        if status in {429, 503}:
            if retry_after:
                message += f"; it asks to wait {_wait(retry_after)}"
            if status == 429 or retry_after:
                self._paused[host] = f"answered {status} and asked for a pause"
        again = status in {304, 408, 425, 429} or status >= 500
        return Failure(url=url, status=status, message=message, hint=_LATER if again else _ADDRESS, again=again)

    def _trouble(self, asked: str, url: URL, error: Exception) -> Failure:
        """What a failed connection or a broken answer is called."""
        cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
        if isinstance(cause, PrivateAddress):
            return Failure.never(asked, f"{cause}, an address of a private network, and refused", _PRIVATE)
        said, hint = _named(error, url, self._limits)
        return Failure(url=asked, message=said, hint=hint, again=not isinstance(error, aiohttp.InvalidURL))


def _astray(asked: str, message: str, trip: _Trip) -> Failure:
    return Failure(url=asked, status=trip.redirect, message=message, hint=_ADDRESS)


def _named(error: Exception, url: URL, limits: Limits) -> tuple[str, str]:
    if isinstance(error, BodyTooLarge):
        return (
            f"its body is larger than {limits.max_bytes} bytes, packed or unpacked",
            "raise `max_bytes` under [collect] if you want it all the same",
        )
    if isinstance(error, BrokenBody):
        return str(error), _LATER
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"the host {url.host} cannot be found", _ADDRESS
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return f"no secure connection to {url.host}: its certificate or protocol is not to be trusted", _ADDRESS
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"no connection to {url.host}: {error.os_error.strerror or error.os_error}", _LATER
    if isinstance(error, aiohttp.ClientPayloadError):
        return "the answer was cut short, or is less than its headers say", _LATER
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientOSError | OSError):
        return "the connection was cut before the answer came", _LATER
    if isinstance(error, aiohttp.InvalidURL | ValueError) and not isinstance(error, aiohttp.ClientResponseError):
        return "it leads to what is no web address", _ADDRESS
    return "the server answers what is no HTTP", _LATER


_STATUSES = {
    401: "it wants a name and a password",
    402: "it wants to be paid",
    403: "it refuses this program",
    404: "there is no such page",
    406: "it has nothing that can be read here",
    408: "it waited too long",
    410: "the page is gone",
    429: "too many requests",
    451: "it may not be shown for legal reasons",
    503: "it cannot answer now",
}


def _wait(retry_after: str) -> str:
    """A Retry-After header in words."""
    value = retry_after.strip()[:60]
    if value.isdecimal():
        return f"{int(value)} seconds"
    try:
        return f"until {parsedate_to_datetime(value).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except (ValueError, OverflowError):
        return "a while"


def _charset(response: aiohttp.ClientResponse) -> str | None:
    try:
        return response.charset or None
    except (ValueError, KeyError):
        return None
