"""The page of a search; it stands only where somebody serves the site."""

from __future__ import annotations

from wiredesk.publish.addresses import Address
from wiredesk.publish.data import SiteData
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content
from wiredesk.publish.rules import ENTRIES_FOUND
from wiredesk.publish.views import Link, StoryLine, Title
from wiredesk.types import Article


def search(data: SiteData, _address: Address, make: Maker) -> Content:
    """The stories whose reports hold the words, the best first, each under the report that fits best."""
    words = " ".join(make.query.get("q", "").split())
    found: dict[str, tuple[Title, Link, Article, StoryLine | None]] = {}
    for key in data.search(words) if data.search and words else ():
        article = data.articles.get(key)
        if article is None or key in data.withdrawn or key in data.outranked:
            continue
        story = data.story_by_article.get(key)
        place = story.id if story else key
        if place not in found:
            line = make.story_line(story) if story else None
            found[place] = (make.title(article.headline, [key]), make.outlet(article), article, line)
    return {
        "template": "search.html",
        "path": "/search",
        "page_title": f"{words} – search in {data.title}" if words else f"Search – {data.title}",
        "description": f"Search in the reports of {data.title}.",
        "words": words,
        "served": data.search is not None,
        "action": make.links.to("/search"),
        "results": list(found.values())[:ENTRIES_FOUND],
        "count": len(found),
        "index": False,
    }
