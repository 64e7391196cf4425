"""What `add` says of what came: files, feeds, newsletters, and what could not be read."""

from pathlib import Path

from typer.testing import CliRunner, Result

from wiredesk.faces.arrivals import Arrivals
from wiredesk.faces.cli import app
from wiredesk.types import Page

PIER = "The pier of Port Alder opens again in June, the harbour master said on Tuesday. It had been shut for a year."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Ferry runs</title><link>https://courier.example/ferry</link><description>Again.</description></item>
<item><title>Bakers strike</title><link>https://courier.example/bakers</link><description>Two days.</description></item>
</channel></rss>"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_the_pages_that_came_are_told_with_their_files(tmp_path: Path) -> None:
    desk, pages = str(tmp_path / "desk"), tmp_path / "pages"
    run("init", desk)
    pages.mkdir()
    (pages / "feed.xml").write_text(FEED, encoding="utf-8")
    (pages / "pier.html").write_text(f"<html><body><h1>Pier opens</h1><p>{PIER}</p></body></html>", encoding="utf-8")
    (pages / "junk.html").write_bytes(bytes(range(128, 256)) * 40)
    told = run("add", "--desk", desk, str(pages)).stderr.splitlines()[-1]
    assert told.startswith("3 files: 4 pages (2 from a feed), 4 new, 0 changed; 3 read, 1 not read, 3 grouped; ")


def test_items_of_newsletters_are_told_and_the_web_has_no_files() -> None:
    item = Page(kind="record", data=b"{}", name="post.eml: Pier opens", via="Morning Post", published_by="feed")
    arrivals = Arrivals()
    list(arrivals.passing([item]))
    assert arrivals.words(1) == "1 file: 1 page (1 newsletter item)"
