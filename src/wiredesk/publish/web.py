"""The web: one address rendered, or the whole site written into a folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from wiredesk.publish.addresses import Address, Linker, LinkStyle, day_path, read_path
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.folder import Manifest, read_manifest, write_site
from wiredesk.publish.pages import missing_page, moved_page, page
from wiredesk.types import Edition


def render(data: SiteData, path: str) -> bytes | Redirect | None:
    """One address of the site: the bytes of its HTML page, or of its `edition.json`.

    Links are relative to `path` as given, so a page is right with and without a trailing slash and under any
    prefix. A `Redirect` is for an old id or a wrong slug; None means that there is no such page.
    """
    address = read_path(path)
    if address is None:
        return None
    if address.json:
        return _record(data, address)
    html = page(data, address, Linker(path))
    return html.encode() if isinstance(html, str) else html


def render_missing(data: SiteData, path: str) -> bytes:
    """The page that says that `path` does not exist."""
    return missing_page(data, Linker(path)).encode()


def edition_json(edition: Edition) -> bytes:
    """An edition as one JSON record: the same bytes for the same edition."""
    return msgspec.json.encode(edition, order="deterministic") + b"\n"


def publish(data: SiteData, folder: Path) -> list[Path]:
    """Write the site into `folder` and return the paths of its files.

    Every page that links lead to from the front page, the days, events and archive is there, each as
    `ADDRESS/index.html`. Without `site_url` links name the files, so that it opens from disk. Pages of an
    earlier publish that are gone are removed; those that moved lead to their new place. Raises UsageError.
    """
    before = read_manifest(folder)
    files = _pages(data)
    files |= _moved(data, files, before)
    return write_site(folder, files, before)


def _record(data: SiteData, address: Address) -> bytes | None:
    for day in data.days:
        if address.kind == "front" or day.isoformat() == address.key:
            return edition_json(data.editions[day])
    return None


def _style(data: SiteData) -> LinkStyle:
    return "clean" if data.site_url else "file"


def _file(path: str) -> str:
    return path.strip("/") if path.endswith(".json") else f"{path.strip('/')}/index.html".lstrip("/")


def _pages(data: SiteData) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    waiting = ["/", "/events", "/archive", "/about", *map(day_path, data.days)]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        address = read_path(path)
        if address is None:
            raise ValueError(f"a page links to {path}, which is no address of the site")
        if address.json:
            record = _record(data, address)
            if record is not None:
                files[_file(path)] = record
            continue
        links = Linker(path if path == "/" else f"{path}/", _style(data))
        html = page(data, address, links)
        if not isinstance(html, str):
            raise ValueError(f"a page links to {path}, which does not exist: {html}")
        files[_file(path)] = html.encode()
        waiting.extend(one for one in links.linked if one not in seen)
        seen.update(links.linked)
    return files


def _moved(data: SiteData, files: dict[str, bytes], before: Manifest) -> dict[str, bytes]:
    """Pages that lead from where an earlier publish put something to where it is now."""
    moved: dict[str, bytes] = {}
    for old in before:
        path = "/" + old.removesuffix("/index.html")
        address = read_path(path)
        if old in files or address is None or address.json:
            continue
        links = Linker(f"{path}/", _style(data))
        found = page(data, address, links)
        if isinstance(found, Redirect) and _file(found.path) in files:
            moved[old] = moved_page(data, links, found.path).encode()
    return moved
