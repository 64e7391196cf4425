"""Sitemaps (https://www.sitemaps.org/protocol.html), with what Google News adds, and indexes of them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiredesk.collect.body import GZIP, BodyTooLarge, BrokenBody, unzip
from wiredesk.collect.entries import Entry, instant_of, read_moment, web_link
from wiredesk.collect.problems import problem
from wiredesk.types import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, kw_only=True)
class Sitemap:
    """A sitemap as read: `entries`, or `sitemaps` where it is an index; newest first, the undated as listed."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_sitemap(data: bytes, name: str, limit: int) -> Sitemap:
    """Read a sitemap, gzip or not, of at most `limit` bytes. What stands before a break in its XML is kept."""
    from xml.etree import ElementTree

    if data.startswith(GZIP):
        try:
            data = unzip(data, limit)
        except BodyTooLarge:
            told = f"this sitemap cannot be unpacked: it holds more than {limit} bytes"
            return Sitemap(problems=(_problem(name, told, "raise `max_bytes` under [collect] if you want it"),))
        except BrokenBody as error:
            return Sitemap(problems=(_problem(name, f"this sitemap cannot be unpacked: {error}"),))
    pages: list[Entry] = []
    sitemaps: list[Entry] = []
    broken: Exception | None = None
    known = False
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
            tag = _local(element.tag)
            if event == "start":
                known = known or tag in {"urlset", "sitemapindex"}
            elif tag in {"url", "sitemap"} and known:
                (pages if tag == "url" else sitemaps).append(_entry(element))
                element.clear()
    except (ElementTree.ParseError, ValueError, LookupError) as error:  # the latter two: encodings that it has not
        broken = error
    found = [entry for entry in (*pages, *sitemaps) if entry.link]
    problems = []
    if not known and not isinstance(broken, LookupError | ValueError):
        problems.append(_problem(name, "this is no sitemap", "check the address; a feed has the kind `feed`"))
    elif broken:
        problems.append(_problem(name, f"its XML is broken: {broken}; {len(found)} addresses could be read"))
    elif not found:
        problems.append(_problem(name, "no address can be read in this sitemap"))
    return Sitemap(entries=newest_first(pages), sitemaps=newest_first(sitemaps), problems=tuple(problems))


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that have an address, once each, newest first; the undated after them, as listed."""
    once: dict[str, Entry] = {}
    for entry in entries:
        if entry.link:
            once.setdefault(entry.link, entry)
    return tuple(sorted(once.values(), key=_age))


def _age(entry: Entry) -> float:
    moment = max((instant_of(one) for one in (entry.printed, entry.updated) if one), default=None)
    return -moment.timestamp() if moment else 0.0


def _entry(element: Element) -> Entry:
    values: dict[str, str] = {}
    for child in element.iter():
        space, _, name = child.tag.lower().rpartition("}")
        if child.text and child.text.strip() and "sitemap-image" not in space and "sitemap-video" not in space:
            values.setdefault(name, child.text.strip())
    return Entry(
        link=web_link(values.get("loc"), None),
        headline=values.get("title"),
        printed=read_moment(values.get("publication_date")),
        updated=read_moment(values.get("lastmod")),
        outlet=values.get("name"),
    )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _problem(name: str, message: str, hint: str = "look at it, and tell the outlet") -> Problem:
    return problem(name, message, hint)
