"""What leaves the site, in a feed, a letter or a calendar, needs whole addresses, moments, and text that any format
can hold."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from urllib.parse import quote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wiredesk.publish.addresses import web_url
from wiredesk.publish.data import SiteData
from wiredesk.publish.rules import HEADER_ADDRESS_CHARS
from wiredesk.types import Edition, Story

_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""What neither XML nor a calendar nor a header can hold."""


def public_url(data: SiteData, path: str) -> str | None:
    """The whole address of a path of this site; None where the site has no public address."""
    return data.site_url.rstrip("/") + quote(path, safe="/:@!$&'()*+,;=~-._%") if data.site_url else None


def public_host(data: SiteData) -> str | None:
    """The host of the site's public address, as the domain name system spells it."""
    try:
        host = urlsplit(data.site_url or "").hostname
        return host.encode("idna").decode() if host else None
    except (UnicodeError, ValueError):
        return None


def plain(text: str | None) -> str:
    """A text in one line: white space as single blanks, without the characters that XML and mail cannot carry."""
    return " ".join(_UNPRINTABLE.sub("", " ".join((text or "").split())).split())


def web_address(url: str | None) -> str | None:
    """An outlet's address as a URI (RFC 3986), fit for formats that take nothing else; None if it is none."""
    found = web_url(url)
    if found is None:
        return None
    try:
        parts = urlsplit(_UNPRINTABLE.sub("", found))
        host = (parts.hostname or "").encode("idna").decode()
        place = f"[{host}]" if ":" in host else host
        port = f":{parts.port}" if parts.port is not None else ""
    except (UnicodeError, ValueError):
        return None
    rest = (quote(one, safe="/:@!$&'()*+,;=~-._%?") for one in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, place + port, *rest)) if host else None


def unsubscribe_address(address: str | None) -> str | None:
    """An https or mailto address as headers carry it (RFC 2369, 8058); None for any other."""
    made = quote(plain(address), safe="/:@!$&'()*+,;=~-._%?#[]")
    kind, _, rest = made.partition(":")
    good = rest and kind.lower() in {"https", "mailto"} and len(made) <= HEADER_ADDRESS_CHARS
    return f"{kind.lower()}:{rest}" if good else None


def zone_of(data: SiteData) -> tzinfo:
    """The desk's time zone; UTC for a name that this machine does not know."""
    try:
        return ZoneInfo(data.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def midnight(data: SiteData, day: date) -> datetime:
    """The beginning of a day in the desk's time zone."""
    return datetime.combine(day, time(), zone_of(data))


def edition_moment(data: SiteData, edition: Edition) -> datetime:
    """When an edition came out: the instant of its approval; of a draft the beginning of its day."""
    return edition.approved_at.astimezone(zone_of(data)) if edition.approved_at else midnight(data, edition.day)


def story_moments(data: SiteData, story: Story) -> tuple[datetime, datetime] | None:
    """When a story was first and last reported, None where no report has a day.

    A day becomes an instant by the reports of that day that tell theirs, else by its beginning.
    """
    first, last = story.first or story.last, story.last or story.first
    if first is None or last is None:
        return None
    known = [data.articles[key].published for key in story.articles if key in data.articles]
    at = {
        day: [one.instant.astimezone(zone_of(data)) for one in known if one.instant and one.value == day]
        for day in (first, last)
    }
    begin = min(at[first], default=midnight(data, first))
    return begin, max(begin, max(at[last], default=midnight(data, last)))


def seconds_after(moment: datetime, count: int) -> datetime:
    """`count` seconds later, or the moment itself at the end of time."""
    try:
        return moment + timedelta(seconds=count)
    except OverflowError:
        return moment
