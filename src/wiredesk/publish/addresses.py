"""Addresses: the path of every page, links from one page to another, and links into an outlet's text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from urllib.parse import quote, urldefrag, urlsplit

from wiredesk.kit.ids import slug
from wiredesk.publish.rules import FRAGMENT_END_WORDS, FRAGMENT_EXACT_WORDS
from wiredesk.types import Citation, Story, Thread

Kind = Literal["front", "day", "story", "thread", "event", "events", "archive", "about"]
_SINGLE: dict[str, Kind] = {"events": "events", "archive": "archive", "about": "about"}
_KEYED: dict[str, Kind] = {"story": "story", "thread": "thread", "event": "event"}
_KEY = re.compile(r"(?P<key>[A-Za-z0-9_]+)(?:-(?P<slug>[^/]*))?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


@dataclass(frozen=True, kw_only=True)
class Address:
    """A path read: which kind of page, of what (`key` an id or a day), and whether its record is asked for.

    `name` is the last segment as it was asked for, id and slug.
    """

    kind: Kind
    key: str = ""
    name: str = ""
    json: bool = False


def read_path(path: str) -> Address | None:
    """Read `/`, `/DAY`, `/story/ID-slug` ..., with or without a trailing slash; None for no address of the site."""
    parts = path.strip("/").split("/")
    json = parts[-1] == "edition.json"
    if json:
        parts = parts[:-1] or [""]
    if parts == [""]:
        return Address(kind="front", json=json)
    if len(parts) == 1 and _DAY.match(parts[0]):
        return Address(kind="day", key=parts[0], json=json)
    if json:
        return None
    if len(parts) == 1 and parts[0] in _SINGLE:
        return Address(kind=_SINGLE[parts[0]])
    if len(parts) == 2 and parts[0] in _KEYED and (match := _KEY.match(parts[1])):
        return Address(kind=_KEYED[parts[0]], key=match["key"], name=parts[1])
    return None


def day_path(day: date) -> str:
    """The address of a day's edition."""
    return f"/{day.isoformat()}"


def story_path(story: Story) -> str:
    """The address of a story: the id counts, the slug is for people."""
    return _keyed_path("story", story.id, story.headline)


def thread_path(thread: Thread) -> str:
    """The address of a thread."""
    return _keyed_path("thread", thread.id, thread.title)


def event_path(key: str) -> str:
    """The address of an event."""
    return f"/event/{key}"


def _keyed_path(kind: str, key: str, text: str | None) -> str:
    words = slug(text)
    return f"/{kind}/{key}-{words}" if words else f"/{kind}/{key}"


LinkStyle = Literal["served", "clean", "file"]


@dataclass(frozen=True)
class Linker:
    """Relative links from the page at `here`, so that a site works under any prefix and from a folder.

    `style`: `served` links to `/events`, `clean` (static, with a public address) to `/events/`, `file` to
    `/events/index.html`. It remembers what was linked: that is how `publish` finds what is reachable.
    """

    here: str
    style: LinkStyle = "served"
    linked: dict[str, None] = field(default_factory=dict)

    def to(self, path: str, anchor: str = "") -> str:
        """The link to an address of the site, optionally to an id on its page."""
        self.linked.setdefault(path)
        up = "../" * (self.here.count("/") - 1) or "./"
        target = path.lstrip("/")
        if not target.endswith(".json"):
            if self.style == "clean" and target:
                target += "/"
            elif self.style == "file":
                target = f"{target}/index.html".lstrip("/")
        return up + target + (f"#{anchor}" if anchor else "")


def web_url(url: str | None) -> str | None:
    """The address if a reader may safely follow it: http or https with a host; None for anything else."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def passage_url(url: str | None, citation: Citation) -> str | None:
    """The outlet's page at the passage itself, by a text fragment (W3C WICG Scroll To Text Fragment)."""
    page = web_url(url)
    if page is None or not citation.quote.strip():
        return page
    words = citation.quote.split()
    if len(words) <= FRAGMENT_EXACT_WORDS:
        text = _fragment(words)
    else:
        text = f"{_fragment(words[:FRAGMENT_END_WORDS])},{_fragment(words[-FRAGMENT_END_WORDS:])}"
    return f"{urldefrag(page).url}#:~:text={text}"


def _fragment(words: list[str]) -> str:
    # `-` and `,` are syntax in a text directive, so they are encoded although a URL would allow them.
    return quote(" ".join(words), safe="").replace("-", "%2D")
