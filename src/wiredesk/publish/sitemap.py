"""The sitemap (sitemaps.org 0.9): every page of a site with a public address, with the day of its last news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree import ElementTree

from wiredesk.publish.addresses import Address, read_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.outward import public_url
from wiredesk.publish.rules import SITEMAP_ADDRESSES

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(data: SiteData, paths: Sequence[str]) -> Mapping[str, bytes]:
    """All files of the sitemap, by their path on the site, where `paths` are those of its pages.

    One file, or for more than `SITEMAP_ADDRESSES` pages an index and its parts `/sitemap-1.xml` ...; none without a
    public address, since a sitemap knows no other addresses.
    """
    if not data.site_url:
        return {}
    paths = list(dict.fromkeys(paths))
    parts = [paths[start : start + SITEMAP_ADDRESSES] for start in range(0, len(paths), SITEMAP_ADDRESSES)] or [[]]
    lines = [[(_whole(data, path), _changed(data, path)) for path in part] for part in parts]
    if len(lines) == 1:
        return {"/sitemap.xml": _written("urlset", "url", lines[0])}
    names = [f"/sitemap-{number}.xml" for number in range(1, len(lines) + 1)]
    files = {name: _written("urlset", "url", part) for name, part in zip(names, lines, strict=True)}
    newest = [max((day for _, day in part if day), default=None) for part in lines]
    index = [(_whole(data, name), day) for name, day in zip(names, newest, strict=True)]
    return {"/sitemap.xml": _written("sitemapindex", "sitemap", index), **files}


def _whole(data: SiteData, path: str) -> str:
    return public_url(data, path) or path


def _changed(data: SiteData, path: str) -> date | None:
    """The day of the last news on a page; None where the desk does not know it."""
    address = read_path(path)
    if address is None:
        return None
    newest = data.days[0] if data.days else None
    return newest if address.kind == "front" else _last_news(data, address)


def _last_news(data: SiteData, address: Address) -> date | None:
    key = data.current(address.key)
    match address.kind:
        case "day" if address.key:
            return next((day for day in data.days if day.isoformat() == address.key), None)
        case "story" if story := data.stories.get(key):
            return story.last
        case "thread" if thread := data.threads.get(key):
            found = [story.last for story in map(data.story, thread.stories) if story]
        case "section":
            found = [story.last for story in data.stories_by_section.get(address.key, ())]
        case "country":
            found = [story.last for story in data.stories_by_country.get(address.key, ())]
        case "person":
            found = [story.last for story in data.stories_by_person.get(key, ())]
        case "outlet":
            found = [article.day for article in data.articles_by_outlet.get(address.key, ())]
        case "event" if event := data.events.get(key):
            found = [report.day for report in event.history]
        case _:
            return None
    return max((day for day in found if day), default=None)


def _written(root: str, tag: str, lines: Sequence[tuple[str, date | None]]) -> bytes:
    made = ElementTree.Element(root, xmlns=SPACE)
    for address, day in lines:
        one = ElementTree.SubElement(made, tag)
        ElementTree.SubElement(one, "loc").text = address
        if day:
            ElementTree.SubElement(one, "lastmod").text = day.isoformat()
    ElementTree.indent(made, "")
    written: bytes = ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
