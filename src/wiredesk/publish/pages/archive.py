"""The archive: every edition by month, and the affairs that run over several stories."""

from __future__ import annotations

from itertools import groupby

from wiredesk.publish.addresses import Address, day_path, thread_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import month_words
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content
from wiredesk.publish.rules import LIST_SHOWN
from wiredesk.publish.views import Title
from wiredesk.types import Edition


def archive(data: SiteData, _address: Address, make: Maker) -> Content:
    """All editions, and the affairs that run over several stories."""
    days = [
        (make.links.to(day_path(day)), day, data.editions[day], _top(data.editions[day], make)) for day in data.days
    ]
    threads = [(make.links.to(thread_path(one)), one, last) for one, last in data.threads_newest[:LIST_SHOWN]]
    return {
        "template": "archive.html",
        "path": "/archive",
        "page_title": f"Archive – {data.title}",
        "description": f"All editions of {data.title}, newest first.",
        "months": [
            (month, list(group)) for month, group in groupby(days, lambda one: month_words(one[1].isoformat()[:7]))
        ],
        "threads": threads,
        "more_threads": len(data.threads_newest) - len(threads),
    }


def _top(edition: Edition, make: Maker) -> Title | None:
    """The first headline that still stands."""
    entry = next((one for one in edition.entries if one.headline), None)
    return make.title(entry.headline, [line.article for line in entry.sources]) if entry else None
