"""robots.txt after RFC 9309: what a site asks of programs that read it.

Without a file (4xx) all is allowed; where the file cannot be had (5xx, no answer) nothing is; the first 500 KiB count.
The rules of a site are asked for once in a run. `Crawl-delay`, which is no part of the RFC, is kept to as far as a run
can.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from protego import Protego

from wiredesk.collect.answers import Answer, Failure
from wiredesk.collect.rules import LONGEST_DELAY

USER_AGENT = "Wiredesk"
"""The name by which robots.txt may address this program."""

Get = Callable[[str], Awaitable[Answer | Failure]]


class Robots:
    """The rules of every site met in a run. `get` fetches a robots.txt, without asking anybody."""

    def __init__(self, get: Get) -> None:
        self._get = get
        self._sites: dict[str, asyncio.Task[Protego | Failure | None]] = {}

    async def refusal(self, asked: str, url: str) -> Failure | None:
        """Why `url`, to which `asked` led, may not be fetched; None if it may."""
        site = _site(url)
        rules = await self._rules_of(site)
        if isinstance(rules, Failure) and not rules.again:
            return rules.of(asked, rules.message)  # nothing there may be connected to at all
        if isinstance(rules, Failure):
            return rules.of(asked, f"{site}/robots.txt cannot be had, so nothing there may be fetched: {rules.message}")
        if rules is None or rules.can_fetch(url, USER_AGENT):
            return None
        return Failure.never(asked, f"{site}/robots.txt does not allow it", "leave it out, or ask the outlet")

    async def delay(self, url: str) -> float:
        """Seconds that the site of `url` asks to leave between two requests, `LONGEST_DELAY` at most."""
        rules = await self._rules_of(_site(url))
        asked = rules.crawl_delay(USER_AGENT) if isinstance(rules, Protego) else None
        return min(asked, LONGEST_DELAY) if asked and asked > 0 else 0.0

    async def _rules_of(self, site: str) -> Protego | Failure | None:
        if site not in self._sites:
            self._sites[site] = asyncio.ensure_future(self._rules(site))
        # shielded: many addresses wait for these rules, and one that gives up must not take them from the others
        return await asyncio.shield(self._sites[site])

    async def _rules(self, site: str) -> Protego | Failure | None:
        """The rules; None where there are none; why they cannot be had."""
        found = await self._get(f"{site}/robots.txt")
        if isinstance(found, Answer):
            return Protego.parse(found.data.decode("utf-8", "replace"))
        return None if found.status is not None and 300 <= found.status < 500 else found


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
