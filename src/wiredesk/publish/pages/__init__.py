"""The pages of the site: which maker an address takes, and what every page prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wiredesk.publish.addresses import Address, Kind, Linker
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.pages import editions, events, stories
from wiredesk.publish.pages.content import Content
from wiredesk.publish.templating import environment
from wiredesk.publish.views import Maker

_PAGES: dict[Kind, Callable[[SiteData, Address, Maker], Content | Redirect | None]] = {
    "front": editions.front,
    "day": editions.one_day,
    "archive": editions.archive,
    "about": editions.about,
    "story": stories.story,
    "thread": stories.thread,
    "events": events.events,
    "event": events.event,
}


def page(
    data: SiteData, address: Address, links: Linker, query: Mapping[str, str] | None = None
) -> str | Redirect | None:
    """The HTML of an address; a Redirect for an old id or a wrong slug; None where there is no such page."""
    if address.kind not in _PAGES:
        return None
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
    canonical = None
    if data.site_url and content["path"]:
        canonical = data.site_url.rstrip("/") + content["path"]
    menu = [("/", "Front page"), ("/events", "Events"), ("/archive", "Archive"), ("/about", "About")]
    names = {
        "data": data,
        "canonical": canonical,
        "menu": [(links.to(path), words, path == content["path"]) for path, words in menu],
        "home": links.to("/"),
        "about": links.to("/about"),
        **content,
    }
    return environment().get_template(content["template"]).render(names)
