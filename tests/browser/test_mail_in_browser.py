"""The letter as mail programs with a browser's engine show it: widths, schemes, contrast, nothing fetched."""

from __future__ import annotations

import os
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.test_pages_in_browser import _OVERFLOWING, _SHOTS, _WEAK_TEXT, opened
from tests.publish.outward_site import full_site, hostile_site
from tests.publish.sample_site import DAY

from wiredesk.publish import SiteData
from wiredesk.publish.mail import edition_eml

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SITES = {"mail": full_site(), "hostile-mail": hostile_site()}


def written(data: SiteData, folder: Path) -> str:
    """The letter's HTML in a file: its address."""
    message = message_from_bytes(edition_eml(data, data.editions[DAY]), policy=policy.default)
    body = message.get_body(("html",))
    assert body is not None
    file = folder / "mail.html"
    file.write_text(body.get_content(), encoding="utf-8", newline="")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 800])
@pytest.mark.parametrize("name", SITES)
def test_a_letter_fits_and_reads_well(browser: Browser, tmp_path: Path, name: str, width: int, scheme: str) -> None:
    with opened(browser, written(SITES[name], tmp_path), width, 900, color_scheme=scheme) as page:
        if os.environ.get("WIREDESK_SCREENSHOTS") == "1":
            _SHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=_SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate(_OVERFLOWING) == [0, []]
        count, weak = page.evaluate(_WEAK_TEXT)
        assert count > 10
        assert weak == []
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        assert (min(paper) > 200) == (scheme == "light")
        assert page.locator(".sheet").bounding_box()["width"] <= 640  # type: ignore[index]
