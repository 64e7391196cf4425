"""Two stable halves of marked pages, parted by site, so that nothing chosen on one half has seen the other's sites.

A site is the registrable part of an address's host ("news.outlet.co.uk" and "www.outlet.co.uk" are one). Its half is
told by a digest of its name: it does not change when pages are added, and is one for all sets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

from wiredesk.kit.urls import host_of

Half = Literal["even", "odd"]
HALVES: tuple[Half, Half] = ("even", "odd")

# Second-level names under which countries register sites ("co.uk", "com.au"): the usual ones, set by hand.
_SHARED = frozenset(
    {"ac", "co", "com", "edu", "gen", "go", "gob", "gov", "govt", "ne", "net", "nic", "nom", "or", "org"}
)


class Placed(Protocol):
    """What has an id and perhaps an address."""

    @property
    def id(self) -> str:
        """The page's id, the site of a page without an address."""
        ...

    @property
    def url(self) -> str | None:
        """The page's address."""
        ...


Page = TypeVar("Page", bound=Placed)


def site_of(url: str | None) -> str | None:
    """The registrable host of an address, None where there is none."""
    host = host_of(url) if url else None
    if not host:
        return None
    labels = host.strip(".").split(".")
    kept = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED else 2
    return ".".join(labels[-kept:])


def half_of(page: Placed) -> Half:
    """The half that a page is in, by its site."""
    name = site_of(page.url) or page.id
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def part(pages: Iterable[Page]) -> dict[Half, list[Page]]:
    """Pages by half, in their order."""
    halves: dict[Half, list[Page]] = {half: [] for half in HALVES}
    for page in pages:
        halves[half_of(page)].append(page)
    return halves
