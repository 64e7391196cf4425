"""In come the desk's editions, stories, threads, events and reports at one moment (`SiteData`). Out go the public
pages: `render` gives one address, `publish` writes the whole site into a folder. Decided here is how things are
said and shown, and how much of an outlet's text may be: never what is true, or what matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wiredesk.publish.data import News, Redirect, SiteData

__all__ = ["News", "Redirect", "SiteData", "publish", "render"]


def render(data: SiteData, path: str, query: Mapping[str, str] | None = None) -> bytes | Redirect | None:
    """One address of the site; see `wiredesk.publish.web.render`."""
    from wiredesk.publish import web  # the template engine costs 50 ms

    return web.render(data, path, query)


def publish(data: SiteData, folder: Path) -> list[Path]:
    """The whole site into a folder; see `wiredesk.publish.web.publish`."""
    from wiredesk.publish import web

    return web.publish(data, folder)
