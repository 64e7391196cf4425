"""Feeds beside pages: RSS 2.0 (rssboard.org/rss-specification) and JSON Feed 1.1 (jsonfeed.org).

Both say the same: `feed_items` decides what. Without a public address, links that would lead to this site are left
out, since feeds know no relative ones: `docs/reference/outputs.md`.
"""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from typing import Any
from xml.etree import ElementTree

import msgspec

from wiredesk.kit.sections import BY_NAME
from wiredesk.publish.addresses import Address, feed_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.feed_items import Item, feed_of, item_html, item_summary, item_text
from wiredesk.publish.outward import public_url
from wiredesk.publish.rules import PAGE_LANGUAGE

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
CREATOR = "http://purl.org/dc/elements/1.1/"
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
NO_ADDRESS = "urn:wiredesk:site"
"""Stands for the address of a site that has none, where RSS asks for one."""
for _prefix, _space in (("atom", ATOM), ("content", CONTENT), ("dc", CREATOR)):
    ElementTree.register_namespace(_prefix, _space)


def feed_xml(data: SiteData, address: Address) -> bytes | None:
    """The RSS 2.0 feed of the front page, a section, thread, person, country or outlet; None for any other page."""
    feed = feed_of(data, address)
    if feed is None:
        return None
    rss = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(rss, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", public_url(data, feed.home) or NO_ADDRESS)
    _add(channel, "description", feed.description)
    _add(channel, "language", PAGE_LANGUAGE)
    if feed.updated:
        _add(channel, "lastBuildDate", _rfc822(feed.updated))
    _add(channel, "generator", "Wiredesk")
    if own := public_url(data, feed_path(feed.path)):
        ElementTree.SubElement(channel, f"{{{ATOM}}}link", rel="self", type="application/rss+xml", href=own)
    for item in feed.items:
        _add_item(channel, item)
    ElementTree.indent(rss, " ")
    made: bytes = ElementTree.tostring(rss, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _add_item(channel: ElementTree.Element, item: Item) -> None:
    made = ElementTree.SubElement(channel, "item")
    _add(made, "title", item.printed.title)
    if item.printed.link:
        _add(made, "link", item.printed.link)
    summary = item_summary(item)
    if summary:
        _add(made, "description", _escaped(summary))
    if html := item_html(item):
        _add(made, f"{{{CONTENT}}}encoded", html)
    _add(made, "pubDate", _rfc822(item.published))
    _add(made, "guid", item.id).set("isPermaLink", "false")
    section = BY_NAME.get(item.printed.section or "")
    for tag in item.tags:
        category = _add(made, "category", tag)
        if section and tag == section.title:
            category.set("domain", MEDIA_TOPICS)
    for author in item.printed.authors:
        _add(made, f"{{{CREATOR}}}creator", author)


def _add(parent: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, tag)
    made.text = text
    return made


def _escaped(text: str) -> str:
    """Plain text as HTML, which RSS takes a description for; quotes need no escape outside of attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment.replace(microsecond=0))


def feed_json(data: SiteData, address: Address) -> bytes | None:
    """The JSON Feed 1.1 of the same pages, with the same items."""
    feed = feed_of(data, address)
    if feed is None:
        return None
    record = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": public_url(data, feed.home),
        "feed_url": public_url(data, feed_path(feed.path, "feed.json")),
        "description": feed.description,
        "language": PAGE_LANGUAGE,
        "items": [_item_record(item) for item in feed.items],
    }
    return msgspec.json.format(msgspec.json.encode(_known(record)), indent=1) + b"\n"


def _item_record(item: Item) -> dict[str, Any]:
    record = {
        "id": item.id,
        "url": item.printed.url,
        # A page elsewhere, by the specification: what a reader can open where this site has no address.
        "external_url": None if item.printed.url else item.printed.link,
        "title": item.printed.title,
        "content_html": item_html(item) or None,
        "content_text": item_text(item) or item.printed.title,
        "summary": item_summary(item) or None,
        "date_published": _rfc3339(item.published),
        "date_modified": _rfc3339(item.modified) if item.modified else None,
        "authors": [{"name": name} for name in item.printed.authors] or None,
        "tags": list(item.tags) or None,
        "_wiredesk": _known({"story": item.printed.story or None, "rank": item.rank}),
    }
    return _known(record)


def _known(record: dict[str, Any]) -> dict[str, Any]:
    """A field that has no value is left out: JSON Feed knows no null."""
    return {key: value for key, value in record.items() if value is not None}


def _rfc3339(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
