"""The page about the paper."""

from __future__ import annotations

from wiredesk.publish.addresses import Address, feed_path, web_url
from wiredesk.publish.data import SiteData
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content


def about(data: SiteData, _address: Address, make: Maker) -> Content:
    """How the paper is made, and where its data is had."""
    to = make.links.to
    return {
        "template": "about.html",
        "path": "/about",
        "page_title": f"About – {data.title}",
        "description": f"How {data.title} is made: sources, copies, events, ranks and rights.",
        "files": [
            (
                to(feed_path("/")),
                "RSS",
                "the day’s edition; sections, threads, people, countries and outlets have their own",
            ),
            (to(feed_path("/", "feed.json")), "JSON Feed", "the same"),
            (to("/calendar.ics"), "Calendar", "the coming events, for any calendar program"),
            *([(to("/edition.json"), "Edition as data", "with reasons, sources and citations")] if data.days else []),
        ],
        "donate": web_url(data.donate),
        "feed": ("/", data.title),
    }
