"""What no generic rule can know of a site, from small dated files: `sites/*.toml`, found by the host of a page.

All are read, and checked, when the first page with an address comes. A host without a file costs one look in a table
for each label of its name. `docs/guides/sites.md` tells how to add one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from wiredesk.errors import WiredeskError
from wiredesk.extract.days.printed import Order
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.kit.html import parse
from wiredesk.kit.text import fold
from wiredesk.kit.urls import host_of

SITES = Path(__file__).parent
_AND_MORE = "..."  # at the end of a line of furniture: a line that begins so
_ORDERS: dict[str, Order] = {"day-month": "day", "month-day": "month"}
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_HEAD = 65_536  # characters in which a page without an address may give its own
_CANONICAL = re.compile(r"<link\s[^>]{0,200}?\brel=[\"']?canonical\b[^>]{0,2000}>")
_HREF = re.compile(r"\shref=[\"']?([^\"'\s>]+)")


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is known of a site; the empty one knows nothing. `remove`: CSS selectors joined by commas; `lines` folded,
    `openings` as written; `agency`: the short name of the agency whose own site it is."""

    remove: str = ""
    lines: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    order: Order | None = None
    outlet: str | None = None
    agency: str | None = None

    def without_furniture(self, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        """The paragraphs that are none of the site's furniture."""
        if not self.lines and not self.openings:
            return paragraphs
        return tuple(one for one in paragraphs if not one.startswith(self.openings) and fold(one) not in self.lines)


class SiteFileError(WiredeskError):
    """A site's file cannot be used as it is."""


class _File(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of a site's file."""

    hosts: list[str]
    checked: date
    why: str
    remove: list[str] = []
    furniture: list[str] = []
    day_order: str | None = None
    outlet: str | None = None
    agency: str | None = None


NO_SITE = Site()


def site_of(url: str | None, text: str = "") -> Site:
    """What is known of the site of an address; of a page without one, of the address that its markup gives as its own.

    Raises SiteFileError where one of the files cannot be used.
    """
    host = host_of(url or "") or host_of(_own_address(text) or "")
    known = _known()
    while host:
        if found := known.get(host):
            return found
        host = host.partition(".")[2]
    return NO_SITE


def _own_address(text: str) -> str | None:
    link = _CANONICAL.search(text, 0, _HEAD) if text else None
    href = _HREF.search(link[0]) if link else None
    return href[1] if href else None


@cache
def _known() -> dict[str, Site]:
    return read_sites(SITES)


def read_sites(folder: Path) -> dict[str, Site]:
    """All files of a folder, by host. Raises SiteFileError with the name of the file and of the key."""
    found: dict[str, Site] = {}
    for path in sorted(folder.glob("*.toml")):
        file, site = _read(path)
        for host in file.hosts:
            if host in found:
                raise SiteFileError(f"{path.name}: hosts: {host} has a file already", "keep one file for each host")
            found[host] = site
    return found


def _read(path: Path) -> tuple[_File, Site]:
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (msgspec.MsgspecError, ValueError) as error:  # the message names the key
        raise SiteFileError(f"{path.name}: {error}", "docs/guides/sites.md lists the keys") from error
    for key, fault in _faults(file):
        raise SiteFileError(f"{path.name}: {key}: {fault}", "docs/guides/sites.md tells what goes there")
    lines = [line for line in file.furniture if not line.endswith(_AND_MORE)]
    openings = [line.removesuffix(_AND_MORE) for line in file.furniture if line.endswith(_AND_MORE)]
    return file, Site(
        remove=",".join(file.remove),
        lines=frozenset(fold(line) for line in lines),
        openings=tuple(openings),
        order=_ORDERS[file.day_order] if file.day_order else None,
        outlet=file.outlet,
        agency=file.agency,
    )


def _faults(file: _File) -> Iterator[tuple[str, str]]:
    """Keys whose values cannot be meant, and why."""
    if not file.hosts:
        yield "hosts", "none is given"
    for host in file.hosts:
        if not _HOST.fullmatch(host) or host.startswith("www."):
            yield "hosts", f"{host!r} is no host in lower case without www."
    if not file.why.strip():
        yield "why", "one sentence must say what the site does that no generic rule can know"
    page = parse("<p>")
    for selector in file.remove:
        try:
            page.select(selector)
        except ValueError as error:
            yield "remove", f"{selector!r} is no CSS selector: {error}"
    for line in file.furniture:
        if not fold(line.removesuffix(_AND_MORE)):
            yield "furniture", f"{line!r} has no word"
    if file.day_order not in {None, *_ORDERS}:
        yield "day_order", f"{file.day_order!r} is neither {' nor '.join(map(repr, _ORDERS))}"
    if file.agency and agency_of(file.agency) != file.agency:
        yield "agency", f"{file.agency!r} is no short name of data/agencies.tsv"
    if not (file.remove or file.furniture or file.day_order or file.outlet or file.agency):
        yield "remove", "neither this nor another key says anything of the site"
