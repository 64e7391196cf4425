"""The web: one address rendered, or the whole site written into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from wiredesk.publish.addresses import Address, Linker, LinkStyle, names_file, read_path
from wiredesk.publish.capped import capped
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.folder import Manifest, read_manifest, write_site
from wiredesk.publish.pages import missing_page, moved_page, page
from wiredesk.publish.paths import moved_paths, page_paths
from wiredesk.types import Edition


def render(data: SiteData, path: str, query: Mapping[str, str] | None = None) -> bytes | Redirect | None:
    """One address of the site: the bytes of its HTML page, or of the file that it names (`addresses.MEDIA_TYPES`).

    `query` is what the address asks beside its path: `{"q": "words"}` of `/search`.

    Links are relative to `path` as given, so a page is right with and without a trailing slash and under any
    prefix. A `Redirect` is for an old id or a wrong slug; None means that there is no such page.
    """
    address = read_path(path)
    if address is None:
        return None
    if address.format != "html":
        return _file_beside(data, address)
    html = page(data, address, Linker(path), query)
    return html.encode() if isinstance(html, str) else html


def render_missing(data: SiteData, path: str) -> bytes:
    """The page that says that `path` does not exist."""
    return missing_page(data, Linker(path)).encode()


def is_ended(data: SiteData, path: str) -> bool:
    """Whether a path is a file of a thread that ended: what stands there is its last word, and no more will come."""
    address = read_path(path)
    if address is None or address.kind != "thread" or address.format == "html":
        return False
    return data.thread(address.key) is None and data.story_left_of(address.key) is not None


def edition_json(edition: Edition, words: int) -> bytes:
    """An edition as one JSON record, no passage longer than `words`: the same bytes for the same edition."""
    return msgspec.json.encode(capped(edition, words), order="deterministic") + b"\n"


def event_json(data: SiteData, key: str) -> bytes | None:
    """An event as one JSON record, as `wiredesk events --json` has it, with no passage longer than the cap and none of
    a report that was withdrawn; None where there is none."""
    event = data.events.get(key)
    living = tuple(one for one in event.evidence if one.article not in data.withdrawn) if event else ()
    if event is None or not living:
        return None
    shown = capped(replace(event, evidence=living), data.excerpt_words)
    return msgspec.json.encode(shown, order="deterministic") + b"\n"


def story_json(data: SiteData, key: str) -> bytes | None:
    """A story as one JSON record, as `wiredesk stories --json` has it: with its independent sources and why each report
    is in it, no passage longer than the cap; None where there is none."""
    story = data.story(key)
    if story is None:
        return None
    summary = tuple(one for one in story.summary if one.citation.article not in data.withdrawn)
    shown = capped(replace(story, summary=summary), data.excerpt_words)
    return msgspec.json.encode(shown, order="deterministic") + b"\n"


def thread_json(data: SiteData, key: str) -> bytes | None:
    """A thread as one JSON record, with the reason of each tie; of one that ended the story that is left of it; None
    where there is none."""
    thread = data.thread(key)
    if thread is None and (left := data.story_left_of(key)):
        return msgspec.json.encode({"id": key, "ended": True, "story": left.id}) + b"\n"
    return msgspec.json.encode(capped(thread, data.excerpt_words), order="deterministic") + b"\n" if thread else None


def events_jsonl(data: SiteData) -> bytes:
    """All events, a record a line, newest first."""
    return b"".join(filter(None, (event_json(data, key) for key, _ in data.events_by_day)))


def events_csv(data: SiteData) -> bytes:
    """The ledger as `wiredesk export events` writes its first table, newest first; it holds no words of reports."""
    from wiredesk.publish.export_files import to_csv
    from wiredesk.publish.export_rows import event_tables

    events = [event for _, event in data.events_by_day]
    table, rows = event_tables(events, data.articles, data.people.values())[0]
    return to_csv(table, rows)


def publish(data: SiteData, folder: Path) -> list[Path]:
    """Write the site into `folder` and return the paths of its files.

    Every page is there as `ADDRESS/index.html`, and beside it the feeds and other files that it links to. Without
    `site_url` links name the files, so that it opens from disk. What an earlier publish wrote is kept up as long as
    the desk has it; pages that moved lead to their new place, and pages of what is gone are removed. Raises
    UsageError if the folder cannot be written, holds somebody else's files, or one of ours changed by hand.
    """
    before = read_manifest(folder)
    return write_site(folder, _files(data, before), before)


def _file_beside(data: SiteData, address: Address) -> bytes | None:
    """What stands at an address in another format than a page."""
    if address.format in {"feed.xml", "feed.json"}:
        from wiredesk.publish import feeds

        return feeds.feed_xml(data, address) if address.format == "feed.xml" else feeds.feed_json(data, address)
    if address.format in {"calendar.ics", "event.ics"}:
        from wiredesk.publish.calendar import calendar_ics, event_ics

        return calendar_ics(data) if address.format == "calendar.ics" else event_ics(data, address.key)
    if address.format == "event.json":
        return event_json(data, address.key)
    if address.format in {"story.json", "thread.json"}:
        return (story_json if address.format == "story.json" else thread_json)(data, address.key)
    if address.format == "events.jsonl":
        return events_jsonl(data) if not address.key else None
    if address.format == "events.csv":
        return events_csv(data) if not address.key else None
    if address.format == "sitemap.xml":
        from wiredesk.publish.sitemap import sitemap_files

        return sitemap_files(data, page_paths(data)).get(f"/{address.name or address.format}")
    edition = _edition(data, address)
    if edition is None or address.format == "edition.json":
        return edition_json(edition, data.excerpt_words) if edition else None
    from wiredesk.publish.mail import edition_eml

    return edition_eml(data, edition)


def _edition(data: SiteData, address: Address) -> Edition | None:
    if address.kind == "front":
        return data.editions[data.days[0]] if data.days else None
    return next((data.editions[day] for day in data.days if day.isoformat() == address.key), None)


def _style(data: SiteData) -> LinkStyle:
    return "clean" if data.site_url else "file"


def _file(path: str) -> str:
    return path.strip("/") if names_file(path) else f"{path.strip('/')}/index.html".lstrip("/")


def _files(data: SiteData, before: Manifest) -> dict[str, bytes]:
    """Every page, the files beside pages that pages link to, and what earlier addresses lead to."""
    from wiredesk.publish.sitemap import sitemap_files

    paths = page_paths(data)
    files = {_file(path): made for path, made in sitemap_files(data, paths).items()}
    earlier = (f"/{file.removesuffix('index.html')}".rstrip("/") or "/" for file in before)
    waiting = sorted({*paths, *moved_paths(data), *earlier}, reverse=True)
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        address = read_path(path)
        if address is None or address.format == "sitemap.xml":
            continue
        links = Linker(path if path == "/" else f"{path}/", _style(data))
        found = _file_beside(data, address) if address.format != "html" else page(data, address, links)
        if isinstance(found, Redirect):  # a folder has no server to say so
            found = moved_page(data, links, found.path)
        if found is not None:
            files[_file(path)] = found.encode() if isinstance(found, str) else found
            waiting += [one for one in links.linked if one not in seen]
            seen.update(links.linked)
    return files
