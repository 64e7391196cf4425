"""The ledger's pages in headless Chromium: lists narrowed down by a script, a map and a calendar to click on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tests.browser.test_pages_in_browser import _OVERFLOWING, opened
from tests.publish.event_desk import event_desk

from wiredesk.publish import SiteData, publish
from wiredesk.publish.filters import wanted_events
from wiredesk.publish.rules import EVENTS_PER_PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

DESK = event_desk(40)
_SHOWN = """[...document.querySelectorAll('[data-kind]')].filter((one) => one.checkVisibility())
  .map((one) => one.querySelector('a[href*="event/"]').getAttribute('href').match(/event.(e\\d+)/)[1]).sort()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk of many events, published."""
    made = tmp_path_factory.mktemp("events")
    publish(DESK, made)
    return made


def wanted(data: SiteData, query: dict[str, str]) -> list[str]:
    return sorted(key for key, _ in wanted_events(data, query))


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"type": "visit"},
        {"status": "cancelled"},
        {"country": "NO"},
        {"person": "ØDEGÅRD"},
        {"person": "o’mara", "country": "KE", "type": "meeting"},
        {"since": "2031-05-01", "until": "2031-05-31"},
        {"until": "2031-04-20", "status": "completed"},
        {"person": "Nobody"},
    ],
)
def test_an_address_that_was_shared_shows_what_the_desk_would_answer(
    browser: Browser, folder: Path, query: dict[str, str]
) -> None:
    url = f"{(folder / 'events/index.html').as_uri()}?{urlencode(query)}"
    with opened(browser, url, 1280, 900) as page:
        assert page.evaluate(_SHOWN) == wanted(DESK, query)
        said = page.locator("form.filter output").text_content()
        assert said == (f"{len(wanted(DESK, query))} of 40 events" if query else "")
        headings = page.locator("[data-month]:visible")
        assert all(headings.nth(n).locator("[data-kind]:visible").count() for n in range(headings.count()))


def test_what_is_chosen_is_kept_in_the_address_and_can_be_taken_back(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "events/index.html").as_uri(), 390, 844) as page:
        page.get_by_label("Kind").select_option("call")
        page.get_by_label("Person").fill("ada")
        assert page.evaluate(_SHOWN) == wanted(DESK, {"type": "call", "person": "ada"})
        assert page.evaluate("location.search") == "?person=ada&type=call"
        assert page.evaluate(_OVERFLOWING) == [0, []]
        page.get_by_label("Person").press("Enter")
        assert page.evaluate("location.search") == "?person=ada&type=call", "it is not sent anywhere"
        page.get_by_role("button", name="All events").click()
        page.wait_for_function("location.search === ''")
        assert len(page.evaluate(_SHOWN)) == 40


def test_without_script_the_whole_list_stands_and_no_form(browser: Browser, folder: Path) -> None:
    url = (folder / "events/index.html").as_uri()
    with opened(browser, f"{url}?type=call", 1280, 900, java_script_enabled=False) as page:
        assert page.locator("form.filter").is_hidden()
        assert page.locator("[data-kind]:visible").count() == 40


def test_the_lines_of_all_events_are_narrowed_down_too(browser: Browser, tmp_path: Path) -> None:
    data = event_desk(EVENTS_PER_PAGE + 20)
    publish(data, tmp_path)
    url = (tmp_path / "events/all/index.html").as_uri()
    with opened(browser, f"{url}?country=FR&status=announced", 390, 844) as page:
        assert page.evaluate(_SHOWN) == wanted(data, {"country": "FR", "status": "announced"})
        assert page.evaluate(_OVERFLOWING) == [0, []]


# The last line drawn lies above the others; a narrow drawing shows it again, at its own scale.
_MIDDLE_OF_A_LINE = """() => {
  const drawn = [...document.querySelectorAll('svg.map[role=img]')].find((one) => one.checkVisibility());
  const line = [...document.querySelectorAll('svg.map .line')].at(-1);
  const shown = drawn.contains(line) ? line : drawn.querySelector('use');
  const at = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(shown.getScreenCTM());
  return [line.closest('a').getAttribute('href'), at.x, at.y];
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_line_of_the_map_leads_to_its_event(browser: Browser, folder: Path, width: int) -> None:
    with opened(browser, (folder / "visits/2031-05/index.html").as_uri(), width, 900) as page:
        drawn = page.locator("svg.map[role=img]:visible")
        assert drawn.count() == 1, "one drawing for each width"
        href, x, y = page.evaluate(_MIDDLE_OF_A_LINE)
        with page.expect_navigation():
            page.mouse.click(x, y)
        assert page.url.endswith(href.removeprefix("../..").removeprefix("/"))
        assert page.get_by_text("The words of the reports").count() > 0


def test_keys_pass_through_the_table_of_visits_and_not_through_the_map(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "visits/2031-05/index.html").as_uri(), 1280, 900) as page:
        page.locator("h1").click()
        inside = []
        for _ in range(12):
            page.keyboard.press("Tab")
            inside.append(page.evaluate("document.activeElement.closest('svg, table, nav, header')?.localName"))
        assert "svg" not in inside and "table" in inside


def test_a_day_of_the_calendar_names_its_events_for_readers_on_a_phone_too(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "calendar/index.html").as_uri(), 390, 844) as page:
        link = page.locator(".grid a").first
        box = link.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= 20
        assert "→" in (link.text_content() or "") or "Meeting" in (link.text_content() or "")
