"""The pages of sections, and of the latest reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wiredesk.publish.addresses import Address, section_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.rules import CARDS_SHOWN, LATEST_DAYS, LATEST_PER_DAY
from wiredesk.publish.words import section_title
from wiredesk.types import Article, Story


def section(data: SiteData, address: Address, make: Maker) -> Content | None:
    """A section: its stories, newest first, the first few with their words."""
    stories = data.stories_by_section.get(address.key)
    if not stories:
        return None
    title, path = section_title(address.key), section_path(address.key)
    shown = stories[:CARDS_SHOWN]
    return {
        "template": "section.html",
        "path": path,
        "page_title": f"{title} – {data.title}",
        "description": describe(f"{title}:", *(f"{one.headline}." for one in shown[:3] if one.headline)),
        "title": title,
        "stories": [
            (make.story_line(one), make.sentences(one.summary[:1], make.local(one)), one.last) for one in shown
        ],
        "count": len(stories),
        "feed": (path, f"{data.title}: {title}"),
    }


def latest(data: SiteData, _address: Address, make: Maker) -> Content:
    """The newest reports' stories, day by day."""
    days: dict[date, dict[str, list[Article]]] = {}
    for article in data.articles.values():
        story = data.story_by_article.get(article.id)
        if article.day and story and article.id not in data.withdrawn:
            days.setdefault(article.day, {}).setdefault(story.id, []).append(article)
    last = data.day
    known = sorted((day for day in days if last is None or day <= last), reverse=True)[:LATEST_DAYS]
    made = []
    for day in known:
        stories = sorted(
            ((data.stories[key], reports) for key, reports in days[day].items()),
            key=lambda pair: (_hour(pair[1]), pair[0].independent_sources, len(pair[1]), pair[0].id),
            reverse=True,
        )
        lines = [(make.story_line(story), _line(story, reports)) for story, reports in stories[:LATEST_PER_DAY]]
        made.append((day, lines, len(stories)))
    return {
        "template": "latest.html",
        "path": "/latest",
        "page_title": f"Latest – {data.title}",
        "description": f"The newest reports at {data.title}, story by story.",
        "days": made,
        "feed": ("/", data.title),
    }


def _hour(reports: Iterable[Article]) -> str:
    """The instant of the newest report, where any of the day's tells its own."""
    return max((one.published.instant.isoformat() for one in reports if one.published.instant), default="")


def _line(story: Story, reports: list[Article]) -> str:
    """What the day added to a story, in words."""
    if len(reports) == len(story.articles):
        return f"{len(reports)} article{'s' if len(reports) > 1 else ''}"
    return f"{len(reports)} of {len(story.articles)} articles"
