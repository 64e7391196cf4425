"""Following the entries of a feed or sitemap to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from wiredesk.collect.answers import Failure, Outcome, Request
from wiredesk.collect.entries import Entry, entry_page, instant_of, printed_day
from wiredesk.collect.pages import read_answer
from wiredesk.collect.rules import ENTRIES_FOLLOWED, RETRY_DAYS
from wiredesk.collect.web import Web
from wiredesk.types import Collected, Fetched, Page


@dataclass(frozen=True, kw_only=True)
class Following:
    """For whom entries are followed: `source` and `outlet` as the settings name them, `title` as the feed does."""

    name: str
    source: str | None = None
    outlet: str | None = None
    title: str | None = None


def follow(entries: Sequence[Entry], who: Following, web: Web, known: Mapping[str, Fetched]) -> Iterator[Collected]:
    """Each entry's page, in the order of the entries; the entry itself, as a teaser, where the page cannot be had.

    A page known already is asked for conditionally, or, where its server gave nothing to ask by, only after the entry
    says that it was changed. What one run does not ask for is remembered for the next.
    """
    todo: list[Entry] = []
    waiting: list[Entry] = []
    for entry in entries:
        if entry.link is None:
            yield _teaser(entry, who, web)
        elif entry.link not in web.asked and _worth_asking(entry, known.get(entry.link)):
            web.asked.add(entry.link)
            earlier = known.get(entry.link)
            (todo if len(todo) < ENTRIES_FOLLOWED or (earlier and not earlier.failed) else waiting).append(entry)
    requests = [Request(url=entry.link or "", known=known.get(entry.link or "")) for entry in todo]
    for entry, outcome in zip(todo, web.fetch_each(requests), strict=True):
        yield from _arrived(entry, outcome, who, web, known.get(entry.link or ""))
    for entry in waiting:
        yield _teaser(entry, who, web)
        yield Fetched(url=entry.link or "", at=web.now, source=who.source, failed=True)


def failed_before(source: str, known: Mapping[str, Fetched]) -> list[str]:
    """Addresses of a source that are worth another try, in order."""
    return sorted(url for url, one in known.items() if one.failed and one.source == source)


def with_failed(entries: Iterable[Entry], urls: Iterable[str]) -> list[Entry]:
    """Entries, then an entry for each address that none of them names."""
    listed = list(entries)
    links = {entry.link for entry in listed}
    return listed + [Entry(link=url) for url in urls if url not in links]


def _worth_asking(entry: Entry, earlier: Fetched | None) -> bool:
    if earlier is None or earlier.failed:
        return True
    changed = max((instant_of(moment) for moment in (entry.printed, entry.updated) if moment), default=None)
    if changed is not None and changed > earlier.at:
        return True
    return bool(earlier.etag or earlier.last_modified)


def _arrived(entry: Entry, outcome: Outcome, who: Following, web: Web, earlier: Fetched | None) -> Iterator[Collected]:
    had_page = earlier is not None and earlier.status in {200, 304}
    if isinstance(outcome, Failure):
        yield outcome.problem
        if not had_page and _says_something(entry):
            yield _teaser(entry, who, web)
        yield _since(outcome.fetched(who.source, web.now), earlier, web)
        return
    if not outcome.unchanged:
        outlet, day = who.outlet or entry.outlet or who.source, printed_day(entry)
        page, problem = read_answer(outcome, web.now, outlet=outlet, source=who.source, published=day)
        if problem:
            yield problem
        if page:
            yield page
        if problem and not had_page and _says_something(entry):
            yield _teaser(entry, who, web)
    yield outcome.fetched(who.source, web.now)


def _since(fetched: Fetched, earlier: Fetched | None, web: Web) -> Fetched:
    """A failure keeps the instant of the first one in a row, and is given up some days after it."""
    if not (fetched.failed and earlier and earlier.failed):
        return fetched
    return replace(fetched, at=earlier.at, failed=web.now - earlier.at < timedelta(days=RETRY_DAYS))


def _says_something(entry: Entry) -> bool:
    return bool(entry.headline or entry.html)


def _teaser(entry: Entry, who: Following, web: Web) -> Page:
    outlet = who.outlet or entry.outlet or who.source or who.title
    return entry_page(entry, outlet, who.source, who.name, web.now)
