"""The sitemap by its grammar: every page once, parted where it grows too long, none without a public address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.publish.outward_site import ADDRESS, full_site, hostile_site
from tests.publish.sample_site import DAY, VISIT

from wiredesk.publish import SiteData
from wiredesk.publish import sitemap as module
from wiredesk.publish.addresses import outlet_path, story_path
from wiredesk.publish.paths import page_paths
from wiredesk.publish.rules import SITEMAP_ADDRESSES
from wiredesk.publish.sitemap import sitemap_files

SITEMAP = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "sitemap.rng"))
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def read(written: bytes | None) -> Any:
    assert written is not None
    document = etree.fromstring(written)
    assert SITEMAP.validate(document), SITEMAP.error_log
    return document


def places(written: bytes | None) -> dict[str, str | None]:
    """Address -> day of the last change."""
    lines = read(written).xpath("//s:url | //s:sitemap", namespaces=SPACE)
    return {line.findtext("s:loc", namespaces=SPACE): line.findtext("s:lastmod", namespaces=SPACE) for line in lines}


@pytest.mark.parametrize("data", [full_site(), hostile_site(), SiteData(title="Empty", site_url=ADDRESS)])
def test_every_page_stands_in_it_once(data: SiteData) -> None:
    paths = page_paths(data)
    written = sitemap_files(data, [*paths, *paths])["/sitemap.xml"]
    found = places(written)
    assert len(found) == len(paths)
    assert len(read(written)) == len(paths)
    assert f"{ADDRESS}/" in found


def test_a_page_is_dated_by_its_last_news() -> None:
    data = full_site()
    found = places(sitemap_files(data, page_paths(data))["/sitemap.xml"])
    story = data.stories[VISIT.story or ""]
    assert found[f"{ADDRESS}/"] == DAY.isoformat()
    assert found[ADDRESS + story_path(story)] == "2031-05-15"
    assert found[f"{ADDRESS}/section/politics"] == "2031-05-15"
    assert found[f"{ADDRESS}/event/{VISIT.id}"] == "2031-05-14"
    assert found[f"{ADDRESS}/country/NO"] == "2031-05-15"
    assert found[f"{ADDRESS}{outlet_path('Coast & Country')}"] == "2031-05-14"
    assert found[f"{ADDRESS}/about"] is None


def test_addresses_in_other_scripts_are_encoded() -> None:
    data = full_site()
    assert f"{ADDRESS}/outlet/%E6%9D%B1%E9%83%BD%E6%96%B0%E5%A0%B1" in places(
        sitemap_files(data, [outlet_path("東都新報")])["/sitemap.xml"]
    )


def test_without_a_public_address_there_is_none() -> None:
    assert sitemap_files(full_site(None), ["/"]) == {}


def test_more_pages_than_one_may_hold_are_parted_under_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SITEMAP_ADDRESSES", 7)
    data = full_site()
    paths = page_paths(data)
    files = sitemap_files(data, paths)
    index = places(files["/sitemap.xml"])
    assert read(files["/sitemap.xml"]).tag.endswith("sitemapindex")
    assert set(index) == {ADDRESS + name for name in files if name != "/sitemap.xml"}
    parts = [places(files[name]) for name in files if name != "/sitemap.xml"]
    assert all(0 < len(part) <= 7 for part in parts)
    assert sum(map(len, parts)) == len(paths)
    assert index[f"{ADDRESS}/sitemap-1.xml"] == max(day for day in parts[0].values() if day)


def test_a_part_holds_no_more_than_the_protocol_allows() -> None:
    assert SITEMAP_ADDRESSES <= 50_000
