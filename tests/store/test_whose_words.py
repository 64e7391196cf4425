"""An outlet's own words about its page stand before a newsletter's, in whatever order they come."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from wiredesk.collect import collect_path
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.update import add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Page

NOW = datetime(2031, 3, 12, 20, tzinfo=UTC)
LINK = "https://ledger.example/port/dredger"
FEED = f"""<rss version="2.0"><channel><title>Harbor Ledger</title><link>https://ledger.example/</link>
<item><title>Board buys second dredger</title><link>{LINK}</link>
<description>The harbor board voted on Tuesday to buy a second dredger for the western basin.</description>
<pubDate>Tue, 11 Mar 2031 18:00:00 +0000</pubDate></item></channel></rss>"""
OWN = "The harbor board voted on Tuesday to buy a second dredger for the western basin."
THEIRS = "Our friends on the quay report that another big machine is coming to dig the western basin."
WHOLE = Page.html(
    "<title>Board buys second dredger</title><article><h1>Board buys second dredger</h1>"
    + "".join(
        f"<p>The harbor board met on {day} and heard the pilots, who asked for deeper water at the western quay.</p>"
        for day in ("Monday", "Tuesday", "Wednesday")
    ),
    url=LINK,
)


def feed(folder: Path) -> list[Page]:
    path = folder / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    return [page for page in collect_path(path) if isinstance(page, Page)]


def item(words: str = THEIRS, sender: str = "Morning Tide") -> Page:
    record = {"url": LINK, "headline": "A dredger more", "published": "2031-03-12", "text": [words]}
    data = json.dumps(record).encode()
    return Page(kind="record", data=data, url=f"{LINK}?utm_source=tide", teaser=True, via=sender)


def told(folder: Path, pages: Sequence[Page]) -> tuple[str | None, str | None, str, bool]:
    """Outlet, newsletter, first words and teaser or not of the one article that pages added one by one make."""
    with Store.create(folder) as store:
        for page in pages:
            add(store, [page], NOW)
            update(store, Settings(), NOW)
        (article,) = read_desk(store).articles.values()
    return article.outlet, article.via, article.body[0], article.teaser


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_feeds_entry_stands_before_a_newsletters_item(tmp_path: Path, order: tuple[int, ...]) -> None:
    pages = [*feed(tmp_path), item()]
    assert told(tmp_path / "desk", [pages[at] for at in order]) == ("Harbor Ledger", None, OWN, True)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_page_stands_before_its_feeds_entry_and_a_newsletters_item(tmp_path: Path, order: tuple[int, ...]) -> None:
    pages = [*feed(tmp_path), item(), WHOLE]
    outlet, via, first, teaser = told(tmp_path / "desk", [pages[at] for at in order])
    assert (via, teaser) == (None, False)
    assert outlet == "ledger.example"
    assert first.startswith("The harbor board met on Monday")


def test_a_newsletters_item_stands_while_nothing_of_the_outlets_own_came(tmp_path: Path) -> None:
    assert told(tmp_path / "desk", [item()]) == ("ledger.example", "Morning Tide", THEIRS, True)


def test_a_newsletters_item_of_a_known_page_is_kept_and_gives_no_work(tmp_path: Path) -> None:
    with Store.create(tmp_path / "desk") as store:
        add(store, feed(tmp_path), NOW)
        update(store, Settings(), NOW)
        later = add(store, [item()], NOW)
        assert (later.came, later.new, later.revisions) == (1, 0, 0)
        assert update(store, Settings(), NOW).done["extract"] == 0
        again = update(store, Settings(), NOW, rebuild_from="extract")
        assert again.done["extract"] == 1
        (article,) = read_desk(store).articles.values()
        assert (article.outlet, article.via, article.revision) == ("Harbor Ledger", None, 1)
