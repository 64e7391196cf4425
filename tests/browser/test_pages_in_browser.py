"""The pages as readers meet them, in headless Chromium: widths, schemes, contrast, keyboard, print."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NAMES = (
    "front", "day", "story", "gone", "thread", "event", "events", "calendar", "archive", "section", "latest", "person",
    "country", "outlet", "corrections", "about", "visits", "stories", "people", "countries", "outlets", "threads",
)  # fmt: skip

_SHOTS = Path(__file__).parents[2] / "build" / "screenshots"

# Every visible text against the nearest painted background behind it, by WCAG 2.2's relative luminance.
_WEAK_TEXT = """() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = [];
  let count = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    count += 1;
    const style = getComputedStyle(element);
    const [low, high] = [luminance(channels(style.color)), luminance(background(element))].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5)) weak.push([walker.currentNode.data.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return [count, weak];
}"""
_OVERFLOWING = """() => {
  const wide = document.documentElement.clientWidth;
  const found = [...document.body.querySelectorAll(':not(.skip)')]
    .filter((one) => !one.ownerSVGElement)  // a drawing cuts off what does not fit in it
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > wide + 1);
  return [document.documentElement.scrollWidth - wide, found.map((one) => one.outerHTML.slice(0, 80))];
}"""
_OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true })"


@contextmanager
def opened(browser: Browser, url: str, width: int, height: int, **options: Any) -> Iterator[Page]:
    """A page that must say nothing on the console, ask nothing of the network, and break on nothing."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(url)
    yield page
    context.close()
    assert troubles == []
    assert [one for one in requests if not one.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(("width", "height", "scheme"), [(390, 844, "dark"), (1280, 900, "light")])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_and_reads_well(
    browser: Browser, pages: dict[str, str], name: str, width: int, height: int, scheme: str
) -> None:
    with opened(browser, pages[name], width, height, color_scheme=scheme) as page:
        if os.environ.get("WIREDESK_SCREENSHOTS") == "1":
            _SHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=_SHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.locator("h1").is_visible()
        page.evaluate(_OPEN_ALL)
        assert page.evaluate(_OVERFLOWING) == [0, []]
        count, weak = page.evaluate(_WEAK_TEXT)
        assert count > 10
        assert weak == []
        # The two schemes differ, so that contrast was measured in both.
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        assert (min(paper) > 200) == (scheme == "light")


@pytest.mark.parametrize(
    ("name", "width"),
    [*((name, 320) for name in NAMES), ("front", 640), ("story", 640)],  # 640: 1280 pixels at 200 %
)
def test_a_narrow_or_magnified_page_needs_no_sideways_scrolling(
    browser: Browser, pages: dict[str, str], name: str, width: int
) -> None:
    with opened(browser, pages[name], width, 450) as page:
        page.evaluate(_OPEN_ALL)
        assert page.evaluate(_OVERFLOWING) == [0, []]


def test_the_lead_is_the_largest_and_columns_stand_side_by_side_on_a_wide_screen_only(
    browser: Browser, pages: dict[str, str]
) -> None:
    tops = "[...document.querySelectorAll('.entry')].map((one) => one.getBoundingClientRect().top)"
    sizes = "[...document.querySelectorAll('.entry h2')].map((one) => parseFloat(getComputedStyle(one).fontSize))"
    with opened(browser, pages["front"], 1280, 900) as page:
        found = page.evaluate(tops)
        assert len(found) == 10 and len(set(found)) == 4
        headlines = page.evaluate(sizes)
        assert headlines == sorted(headlines, reverse=True) and headlines[0] > 1.5 * headlines[1]
    with opened(browser, pages["front"], 390, 844) as page:
        assert len(set(page.evaluate(tops))) == 10


def test_the_keyboard_reaches_the_news_and_its_reasons_and_shows_where_it_is(
    browser: Browser, pages: dict[str, str]
) -> None:
    with opened(browser, pages["front"], 1280, 900) as page:
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        box = skip.bounding_box()
        assert box is not None and box["x"] >= 0, "the skip link comes into view"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        reason = page.locator("summary", has_text="Why rank 1?")
        reason.focus()
        page.keyboard.press("Enter")
        assert page.get_by_text("4 newsrooms reported it on their own").first.is_visible()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_what_opens_is_large_enough_to_hit(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, pages["front"], 390, 844) as page:
        heights = page.evaluate(
            "[...document.querySelectorAll('summary, nav a')].filter((one) => one.checkVisibility())"
            ".map((one) => one.getBoundingClientRect().height)"
        )
        assert len(heights) > 20 and min(heights) >= 24


def test_links_work_from_disk_and_evidence_is_one_click_away(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, pages["front"], 1280, 900) as page:
        page.locator(".lead h2 a").click()
        assert page.locator("h1").inner_text().startswith("Norwegian defense minister")
        quote = page.locator("mark", has_text="will visit Japan from May 16 to 19").first
        assert not quote.is_visible()
        page.locator("li", has=quote).locator("summary").click()
        assert quote.is_visible()
        page.locator(".events a", has_text="Visit to Japan").first.click()
        assert page.locator("h1").inner_text() == "Teodora Marrow: visit to Japan"
        page.locator("nav a:visible", has_text="Archive").click()
        page.locator("a", has_text="Tuesday, 13 May 2031").click()
        assert page.locator(".dateline b").inner_text() == "Tuesday, 13 May 2031"


@pytest.mark.parametrize("name", ["front", "story"])
def test_paper_is_white_and_bears_no_menu(browser: Browser, pages: dict[str, str], name: str) -> None:
    with opened(browser, pages[name], 794, 1123, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not page.locator("nav").first.is_visible()
        assert page.evaluate(_OVERFLOWING) == [0, []]
