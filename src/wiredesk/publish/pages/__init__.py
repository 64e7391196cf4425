"""The pages of the site: which maker an address takes, and what every page prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from wiredesk.kit.sections import SECTIONS
from wiredesk.publish.addresses import LISTS, Address, Kind, Linker, feed_path, list_path, section_path
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages import (
    about,
    archive,
    corrections,
    editions,
    event,
    events,
    lists,
    outlets,
    people,
    search,
    sections,
    stories,
    threads,
    visits,
)
from wiredesk.publish.pages.content import Content
from wiredesk.publish.structured import ld_script, open_graph
from wiredesk.publish.templating import environment, filter_script, script_policy
from wiredesk.publish.words import section_label

_PAGES: dict[Kind, Callable[[SiteData, Address, Maker], Content | Redirect | None]] = {
    "front": editions.front,
    "day": editions.one_day,
    "section": sections.section,
    "latest": sections.latest,
    "story": stories.story,
    "thread": threads.thread,
    "person": people.person,
    "country": people.country_page,
    "outlet": outlets.outlet,
    "event": event.event,
    "events": events.events,
    "visits": visits.visits,
    "calendar": events.calendar,
    "archive": archive.archive,
    "search": search.search,
    "corrections": corrections.corrections,
    "about": about.about,
    **dict.fromkeys(LISTS.values(), lists.whole_list),
}
_MENU = (
    ("/", "Front page"),
    ("/latest", "Latest"),
    ("/calendar", "Calendar"),
    ("/events", "Events"),
    ("/visits", "Visits"),
    ("/archive", "Archive"),
    ("/corrections", "Corrections"),
    ("/about", "About"),
)
_FOOT: tuple[tuple[Kind, str], ...] = (
    ("stories", "All stories"),
    ("threads", "Threads"),
    ("people", "People"),
    ("countries", "Countries"),
    ("outlets", "Outlets"),
    ("sections", "Sections"),
)
"""The whole lists, at the foot of every page."""


def page(
    data: SiteData, address: Address, links: Linker, query: Mapping[str, str] | None = None
) -> str | Redirect | None:
    """The HTML of an address; a Redirect for an old id or a wrong slug; None where there is no such page."""
    content = _PAGES[address.kind](data, address, Maker(data, links, query=query or {}))
    if content is None or isinstance(content, Redirect):
        return content
    return _print(data, links, content)


def missing_page(data: SiteData, links: Linker) -> str:
    """The page for an address that does not exist."""
    return _print(data, links, {"template": "missing.html", "page_title": "Not found", "description": "", "path": None})


def moved_page(data: SiteData, links: Linker, target: str) -> str:
    """The page that leads readers of a folder, which has no server to redirect them, to `target`."""
    names = {"target": links.to(target), "canonical": data.site_url.rstrip("/") + target if data.site_url else None}
    return environment().get_template("moved.html").render(names, data=data)


def _print(data: SiteData, links: Linker, content: Content) -> str:
    path = content["path"]
    menu = [*_MENU[:2], *([("/search", "Search")] if data.search else []), *_MENU[2:]]
    names = {
        "data": data,
        "canonical": data.site_url.rstrip("/") + path if data.site_url and path else None,
        "menu": [(links.to(to), words, to == path) for to, words in menu],
        "sections": [
            (links.to(section_path(one.name)), section_label(one.name), section_path(one.name) == path)
            for one in SECTIONS
            if one.name in data.stories_by_section
        ],
        "home": links.to("/"),
        "about": links.to("/about"),
        "corrections": links.to("/corrections"),
        "calendar": links.to("/calendar.ics"),
        "lists": [(links.to(list_path(kind)), words, list_path(kind) == path) for kind, words in _FOOT],
        "list_of": {folder: links.to(list_path(kind)) for folder, kind in LISTS.items()},
        "site_feed": links.to(feed_path("/")),
        "feeds": _feeds(links, content),
        "graph": _graph(data, content),
        "script": Markup(filter_script()) if content.get("script") else None,
        "script_policy": script_policy(),
        "index": content.get("index", path is not None),
        "about_data": ld_script(content["ld"]) if content.get("ld") else None,
        **{key: value for key, value in content.items() if key not in {"ld", "script"}},
    }
    return environment().get_template(content["template"]).render(names)


def _feeds(links: Linker, content: Content) -> list[tuple[str, str, str]]:
    """Media type, title and link of the feeds beside a page; `feed` is the path that has them and their title."""
    path, title = content.get("feed", (None, None))
    if path is None:
        return []
    return [
        ("application/rss+xml", f"{title} (RSS)", links.to(feed_path(path))),
        ("application/feed+json", f"{title} (JSON Feed)", links.to(feed_path(path, "feed.json"))),
    ]


def _graph(data: SiteData, content: Content) -> tuple[tuple[str, str], ...]:
    if content["path"] is None:
        return ()
    story = content.get("story_record")
    return open_graph(
        data,
        path=content["path"],
        title=content["page_title"],
        description=content["description"],
        kind="article" if story else "website",
        story=story,
    )
