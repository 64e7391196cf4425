"""The page of corrections: every notice, in the words that say it."""

from __future__ import annotations

from itertools import groupby

from wiredesk.publish.addresses import Address
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import month_words
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content


def corrections(data: SiteData, _address: Address, make: Maker) -> Content:
    """All notices, newest first."""
    views = [make.notice(one, with_story=True) for one in data.notices_by_day]
    return {
        "template": "corrections.html",
        "path": "/corrections",
        "page_title": f"Corrections – {data.title}",
        "description": f"What was corrected, updated or withdrawn, in the words that said so: {len(views)} notices.",
        "months": [
            (month, list(group)) for month, group in groupby(views, lambda one: month_words(one.day.isoformat()[:7]))
        ],
        "count": len(views),
    }
