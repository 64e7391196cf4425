"""Which days have an edition on the site."""

from datetime import UTC, date, datetime
from pathlib import Path

from typer.testing import CliRunner

from wiredesk.faces.app import open_desk
from wiredesk.faces.cli import app
from wiredesk.faces.sitedata import site_data

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Courier</title>
<link>https://harbourcourier.example/</link><description>News</description><item>
<title>Clocks that run backwards</title>
<link>https://harbourcourier.example/clocks</link><pubDate>Mon, 12 May 2031 09:00:00 GMT</pubDate>
<description>A museum in Turku has opened a hall for clocks that run backwards.</description></item></channel></rss>"""
PAGE = """<html><head><title>Barge sinks</title><meta property="article:published_time" content="2031-05-13T09:00:00Z">
</head><body><article><h1>Barge sinks in the harbour of Riga</h1><p>The harbour of Riga was closed on Tuesday after a
barge with timber had sunk in its mouth, the port said.</p><p>Forty ships wait outside.</p></article></body></html>"""


def test_a_day_that_only_teasers_are_of_has_no_edition_before_the_newest(tmp_path: Path) -> None:
    desk, feed, page = tmp_path / "desk", tmp_path / "feed.xml", tmp_path / "barge.html"
    CliRunner().invoke(app, ["init", str(desk)])
    feed.write_text(FEED, encoding="utf-8")
    CliRunner().invoke(app, ["add", "--desk", str(desk), str(feed)])
    now = datetime(2031, 5, 14, tzinfo=UTC)
    with open_desk(desk) as (store, settings):
        assert list(site_data(store, settings, now).editions) == [date(2031, 5, 12)], (
            "the front page says that it is empty"
        )
    page.write_text(PAGE, encoding="utf-8")
    CliRunner().invoke(app, ["add", "--desk", str(desk), str(page)])
    with open_desk(desk) as (store, settings):
        assert list(site_data(store, settings, now).editions) == [date(2031, 5, 13)]
