"""Collecting from configured sources and from addresses named by hand."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from wiredesk.collect.answers import Answer, Failure, Outcome, Request, without_secrets
from wiredesk.collect.entries import Entry, Feed, instant_of
from wiredesk.collect.feeds import parse_feed
from wiredesk.collect.follow import Following, failed_before, follow, with_failed
from wiredesk.collect.pages import kind_of, read_answer
from wiredesk.collect.paths import collect_mailbox, collect_path
from wiredesk.collect.problems import problem
from wiredesk.collect.rules import ENTRIES_FOLLOWED, SITEMAPS_OF_AN_INDEX, Limits
from wiredesk.collect.sitemaps import newest_first, parse_sitemap
from wiredesk.collect.web import Web
from wiredesk.types import Collected, Fetched, Source

Known = Mapping[str, Fetched]


def collect_sources(
    sources: Iterable[Source], folder: Path, *, known: Known, limits: Limits, now: datetime
) -> Iterator[Collected]:
    """All sources in their order, with one memory of robots.txt and of what was asked for; their own addresses are
    asked for ahead. `folder` is what relative paths start from. One on the web that was asked for less than its `every`
    minutes before `now` is passed over, unless that failed."""
    listed = [source for source in sources if not _on_web(source) or _is_due(source, known, now)]
    with Web(limits, now) as web:
        first = web.fetch_each(_request(source, known) for source in listed if _on_web(source))
        for source in listed:
            if _on_web(source):
                yield from _from_web(source, next(first), web, known)
            else:
                yield from _from_files(source, folder)


def collect_source(source: Source, folder: Path, *, known: Known, limits: Limits, now: datetime) -> Iterator[Collected]:
    """One source: its pages, problems, and what to remember of each fetch."""
    yield from collect_sources([source], folder, known=known, limits=limits, now=now)


def collect_urls(urls: Iterable[str], *, known: Known, limits: Limits, now: datetime) -> Iterator[Collected]:
    """Addresses named by hand: a page each, or the pages of a feed."""
    listed = list(dict.fromkeys(url.strip() for url in urls))
    with Web(limits, now) as web:
        outcomes = web.fetch_each([Request(url=url, known=known.get(url)) for url in listed])
        for outcome in outcomes:
            if isinstance(outcome, Answer) and not outcome.unchanged and kind_of(outcome) == "feed":
                feed = parse_feed(outcome.data, without_secrets(outcome.url), outcome.final, outcome.charset)
                yield from feed.problems
                yield from follow(
                    feed.entries, Following(name=without_secrets(outcome.url), title=feed.title), web, known
                )
                yield outcome.fetched(None, now)
            else:
                yield from _page(outcome, web, None)


def _on_web(source: Source) -> bool:
    return source.kind in {"feed", "page", "sitemap"} and _is_address(source.url)


def _is_due(source: Source, known: Known, now: datetime) -> bool:
    before = known.get(source.url)
    if source.every is None or before is None or before.failed:
        return True
    return not timedelta(0) <= now - before.at < timedelta(minutes=source.every)  # a clock set back delays nothing


def _is_address(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _request(source: Source, known: Known) -> Request:
    return Request(url=source.url, known=known.get(source.url))


def _from_web(source: Source, outcome: Outcome, web: Web, known: Known) -> Iterator[Collected]:
    if source.kind == "page":
        yield from _page(outcome, web, source)
    elif isinstance(outcome, Failure):
        yield outcome.problem
        yield from follow(with_failed([], _failed(source, known)), _who(source), web, known)
        yield outcome.fetched(source.name, web.now)
    elif source.kind == "feed":
        yield from _feed(source, outcome, web, known)
    else:
        yield from _sitemap(source, outcome, web, known)


def _failed(source: Source, known: Known) -> list[str]:
    return [url for url in failed_before(source.name, known) if url != source.url]


def _who(source: Source, title: str | None = None) -> Following:
    return Following(name=without_secrets(source.url), source=source.name, outlet=source.outlet, title=title)


def _page(outcome: Outcome, web: Web, source: Source | None) -> Iterator[Collected]:
    name = source.name if source else None
    if isinstance(outcome, Failure):
        yield outcome.problem
        yield outcome.fetched(name, web.now)
        return
    if not outcome.unchanged:
        outlet = source.outlet or source.name if source else None
        page, trouble = read_answer(outcome, web.now, outlet=outlet, source=name)
        if trouble:
            yield trouble
        if page:
            yield page
    yield outcome.fetched(name, web.now)


def _feed(source: Source, answer: Answer, web: Web, known: Known) -> Iterator[Collected]:
    """A feed's pages; of an unchanged feed those that failed before, which it is read again for: it has their days."""
    failed = _failed(source, known)
    feed = Feed()
    if not answer.unchanged:
        feed = parse_feed(answer.data, without_secrets(source.url), answer.final, answer.charset)
        yield from feed.problems
        entries = with_failed(feed.entries, failed)
    elif failed:
        again = web.fetch(Request(url=source.url))
        if isinstance(again, Answer) and not again.unchanged:
            feed = parse_feed(again.data, without_secrets(source.url), again.final, again.charset)
        entries = with_failed([entry for entry in feed.entries if entry.link in set(failed)], failed)
    else:
        entries = []
    yield from follow(entries, _who(source, feed.title), web, known)
    broken = not answer.unchanged and not feed.entries
    fetched = answer.fetched(source.name, web.now, failed=broken)
    yield replace(fetched, etag=None, last_modified=None) if broken else fetched


def _sitemap(source: Source, answer: Answer, web: Web, known: Known) -> Iterator[Collected]:
    """The newest pages of a sitemap or of the newest sitemaps of an index."""
    failed = _failed(source, known)
    entries: list[Entry] = []
    remembered: list[Fetched] = []
    own = answer.fetched(source.name, web.now)
    if not answer.unchanged:
        found = parse_sitemap(answer.data, without_secrets(source.url), web.limits.max_bytes)
        yield from found.problems
        entries += found.entries
        if found.sitemaps:
            own = replace(own, etag=None, last_modified=None)  # its sitemaps change without it
            asked = [entry for entry in found.sitemaps if _changed(entry, known)][:SITEMAPS_OF_AN_INDEX]
            requests = [Request(url=entry.link or "", known=known.get(entry.link or "")) for entry in asked]
            for outcome in web.fetch_each(requests):
                if isinstance(outcome, Failure):
                    yield outcome.problem
                elif not outcome.unchanged:
                    inner = parse_sitemap(outcome.data, without_secrets(outcome.url), web.limits.max_bytes)
                    yield from inner.problems
                    if inner.sitemaps:
                        told = "an index of sitemaps within an index is not read"
                        hint = "name the inner index as a source of its own"
                        yield problem(without_secrets(outcome.url), told, hint)
                    entries += inner.entries
                remembered.append(replace(outcome.fetched(source.name, web.now), failed=False))
    newest = newest_first(entries)[:ENTRIES_FOLLOWED]
    children = {one.url for one in remembered}
    listed = [entry for entry in newest if _changed(entry, known)]
    retried = [url for url in failed if url not in children]
    yield from follow(with_failed(listed, retried), _who(source), web, known)
    yield from remembered
    yield own


def _changed(entry: Entry, known: Known) -> bool:
    """Whether an address may hold something new: not where the sitemap gives its last change, and it was read since."""
    earlier = known.get(entry.link or "")
    if earlier is None or earlier.failed or entry.updated is None:
        return True
    return instant_of(entry.updated) > earlier.at


def _fixed_part(pattern: Path) -> Path:
    """The folders of a pattern before its first wildcard."""
    parts = takewhile(lambda part: not glob.has_magic(part), pattern.parts)
    return Path(*parts)


def _from_files(source: Source, folder: Path) -> Iterator[Collected]:
    if _is_address(source.url) or source.kind in {"page", "sitemap"}:
        where = (
            "is on this machine" if _is_address(source.url) else "has an address that begins with http:// or https://"
        )
        told = f"a {source.kind} {where}, not at {without_secrets(source.url)}"
        yield problem(source.name, told, "mend its `kind` or its `url`")
        return
    named = folder / source.url  # an absolute path stays as it is
    found = sorted(Path(path) for path in glob.glob(str(named), recursive=True))  # noqa: PTH207
    if not found and not (glob.has_magic(str(named)) and _fixed_part(named).exists()):
        found = [named]  # what is missing is told; a pattern that nothing matches today is not
    for path in found:
        if source.kind == "mailbox":
            yield from collect_mailbox(path, outlet=source.outlet, source=source.name)
        else:
            yield from collect_path(path, outlet=source.outlet or source.name, source=source.name)
