"""Addresses: the path of every page, links from one page to another, and links into an outlet's text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, unquote, urldefrag, urlsplit, urlunsplit

from wiredesk.kit.ids import mint, slug
from wiredesk.kit.sections import BY_NAME
from wiredesk.publish.rules import FRAGMENT_END_WORDS, FRAGMENT_EXACT_WORDS, OUTLET_KEY_CHARS
from wiredesk.types import Citation, PersonRecord, Story, Thread

Kind = Literal[
    "front", "day", "section", "latest", "story", "thread", "person", "country", "outlet", "event", "events",
    "visits", "calendar", "archive", "search", "corrections", "about",
    "stories", "threads", "people", "countries", "outlets", "sections",
]  # fmt: skip
Format = Literal["html", "edition.json", "edition.eml", "feed.xml", "feed.json", "calendar.ics", "sitemap.xml",
    "event.ics", "event.json", "events.jsonl", "events.csv", "story.json", "thread.json",
]  # fmt: skip
"""What is asked for at an address: its page, or the file of that name beside it."""
MEDIA_TYPES: dict[Format, str] = {
    "html": "text/html",
    "edition.json": "application/json",
    "edition.eml": "message/rfc822",
    "feed.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
    "calendar.ics": "text/calendar",
    "sitemap.xml": "application/xml",
    "event.ics": "text/calendar",
    "event.json": "application/json",
    "events.jsonl": "application/jsonl",
    "events.csv": "text/csv",
    "story.json": "application/json",
    "thread.json": "application/json",
}
_BESIDE: dict[Format, frozenset[Kind]] = {
    "edition.json": frozenset({"front", "day"}),
    "edition.eml": frozenset({"day"}),
    "feed.xml": frozenset({"front", "section", "thread", "person", "country", "outlet"}),
    "feed.json": frozenset({"front", "section", "thread", "person", "country", "outlet"}),
    "sitemap.xml": frozenset({"front"}),
    "event.ics": frozenset({"event"}),
    "event.json": frozenset({"event"}),
    "events.jsonl": frozenset({"events"}),
    "events.csv": frozenset({"events"}),
    "story.json": frozenset({"story"}),
    "thread.json": frozenset({"thread"}),
}
"""The files beside pages, and the kinds of page that have one; `/calendar.ics` stands beside none."""
_SINGLE: dict[str, Kind] = {
    "latest": "latest", "events": "events", "visits": "visits", "calendar": "calendar", "archive": "archive",
    "search": "search", "corrections": "corrections", "about": "about",
}  # fmt: skip
_KEYED: dict[str, Kind] = {"story": "story", "thread": "thread", "event": "event", "person": "person"}
LISTS: dict[str, Kind] = {
    "story": "stories", "thread": "threads", "person": "people", "country": "countries", "outlet": "outlets",
    "section": "sections",
}  # fmt: skip
"""The folders of addresses that are lists themselves, parted as `/person/page/2`; `/event` leads to `/events`."""
_KEY = re.compile(r"(?P<key>[A-Za-z0-9_]+)(?:-(?P<slug>[^/]*))?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}\Z")
_PERIOD = re.compile(r"(?:[0-9]{4}(?:-[0-9]{2})?|undated|all)\Z")
_PART = re.compile(r"[1-9][0-9]{0,5}\Z")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_SITEMAP_PART = re.compile(r"sitemap-(?P<number>[0-9]{1,6})\.xml\Z")
_COUNTRY = re.compile(r"[A-Za-z]{2,4}\Z")  # four letters: a former country, as in ISO 3166-3


@dataclass(frozen=True, kw_only=True)
class Address:
    """A path read: which kind of page, of what, and in which format it is asked for.

    `key` is an id, a day, a section's name, a country's alpha-2 code, an outlet's key (`outlet_key`), or of
    `/events/2031-05` and `/visits/2031-05` its month or year, `undated` or `all`, of a list the part that is not its
    first; `name` the last segment as it was
    asked for, id and slug.
    """

    kind: Kind
    key: str = ""
    name: str = ""
    format: Format = "html"


def read_path(path: str) -> Address | None:
    """Read `/`, `/DAY`, `/story/ID-slug`, `/section/NAME/feed.xml` ..., with or without a trailing slash.

    None for no address of the site. Percent-encoding is undone.
    """
    parts = unquote(path).strip("/").split("/")
    if parts == ["calendar.ics"]:
        return Address(kind="calendar", format="calendar.ics")
    if len(parts) == 1 and (match := _SITEMAP_PART.match(parts[0])):
        return Address(kind="front", key=match["number"], name=parts[0], format="sitemap.xml")
    made: Format = next((name for name in _BESIDE if name == parts[-1]), "html")
    found = _read(parts if made == "html" else parts[:-1] or [""], made)
    return found if found is None or made == "html" or found.kind in _BESIDE[made] else None


def _read(parts: list[str], made: Format) -> Address | None:
    first, name = parts[0], parts[-1]
    if parts == [""]:
        return Address(kind="front", format=made)
    if len(parts) == 1 and _DAY.match(first):
        return Address(kind="day", key=first, name=name, format=made)
    if len(parts) == 1 and first in _SINGLE:
        return Address(kind=_SINGLE[first], format=made)
    if made == "html" and (found := _read_list(parts)):
        return found
    if len(parts) != 2:
        return None
    if first in _KEYED and (match := _KEY.match(name)):
        return Address(kind=_KEYED[first], key=match["key"], name=name, format=made)
    if first == "events" and _PERIOD.match(name):
        return Address(kind="events", key=name, name=name, format=made)
    if first == "visits" and _MONTH.match(name):
        return Address(kind="visits", key=name, name=name, format=made)
    if first == "section" and name in BY_NAME:
        return Address(kind="section", key=name, name=name, format=made)
    if first == "country" and _COUNTRY.match(name):
        return Address(kind="country", key=name.upper(), name=name, format=made)
    if first == "outlet" and name == outlet_key(name):
        return Address(kind="outlet", key=name, name=name, format=made)
    return None


def _read_list(parts: list[str]) -> Address | None:
    """A list, or a part of one; `/event` is an address of `/events`."""
    if parts == ["event"]:
        return Address(kind="events", name="event")
    kind = LISTS.get(parts[0])
    if kind and len(parts) == 1:
        return Address(kind=kind)
    if kind and len(parts) == 3 and parts[1] == "page" and _PART.match(parts[2]):
        return Address(kind=kind, key=parts[2], name=parts[2])
    return None


def list_path(kind: Kind, part: int = 1) -> str:
    """The address of a list, or of a part of it from the second on."""
    folder = next(name for name, one in LISTS.items() if one == kind)
    return f"/{folder}/page/{part}" if part > 1 else f"/{folder}"


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


def person_path(person: PersonRecord) -> str:
    """The address of a person."""
    return _keyed_path("person", person.id, person.name)


def section_path(name: str) -> str:
    """The address of a section (`kit.sections`)."""
    return f"/section/{name}"


def country_path(code: str) -> str:
    """The address of a country, by its alpha-2 code."""
    return f"/country/{code}"


def outlet_path(name: str) -> str:
    """The address of an outlet."""
    return f"/outlet/{outlet_key(name)}"


def outlet_key(name: str) -> str:
    """An outlet's name as it stands in addresses: its words in lower case, joined by hyphens.

    Spellings that differ only in case and punctuation share an address. A key's key is the key itself.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower()).translate(_APOSTROPHES)
    words = "-".join("".join(one if unicodedata.category(one)[0] in "LNM" else " " for one in plain).split())
    return words if 0 < len(words) <= OUTLET_KEY_CHARS else mint("o", name)


def feed_path(path: str, made: Literal["feed.xml", "feed.json"] = "feed.xml") -> str:
    """The address of the feed beside a page."""
    return f"{path.rstrip('/')}/{made}"


def _keyed_path(kind: str, key: str, text: str | None) -> str:
    words = slug(text)
    return f"/{kind}/{key}-{words}" if words else f"/{kind}/{key}"


def names_file(path: str) -> bool:
    """Whether a path is that of a file beside a page, not of a page."""
    name = path.rpartition("/")[2]
    return name in MEDIA_TYPES or bool(_SITEMAP_PART.match(name))


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
        return up + _target(path, self.style) + (f"#{anchor}" if anchor else "")


@lru_cache(maxsize=65536)  # every page links to the same sections, and most to the same countries
def _target(path: str, style: LinkStyle) -> str:
    target = quote(path.lstrip("/"))
    if names_file(path) or style == "served":
        return target
    if style == "file":
        return f"{target}/index.html".lstrip("/")
    return f"{target}/" if target else ""


def web_url(url: str | None) -> str | None:
    """The address if a reader may safely follow it: http or https with a host; None for anything else.

    Without a name and password that stand in it: they are nobody else's.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return None
    if "@" in parts.netloc:
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=host)) if host else None
    return url.strip()


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
