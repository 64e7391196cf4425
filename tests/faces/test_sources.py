"""OPML in and out, and what it leaves of wiredesk.toml."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from wiredesk.errors import UsageError
from wiredesk.faces.cli import app
from wiredesk.settings import add_sources, read_settings
from wiredesk.types import Source

OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="World"><outline type="rss" text="Harbour Courier" xmlUrl="https://harbour.example/feed.xml"/></outline>
<outline type="rss" text="Post" xmlUrl="https://post.example/atom"/>
</body></opml>"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    CliRunner().invoke(app, ["init", str(tmp_path / "desk")])
    return tmp_path / "desk"


def test_imported_feeds_stand_in_the_settings_behind_what_stood_there(desk: Path) -> None:
    settings = desk / "wiredesk.toml"
    settings.write_text('# mine\n[[sources]]\nname = "A"\nurl = "a"\n', encoding="utf-8")
    assert add_sources(desk, [Source(name="B", url="https://b.example/feed", kind="feed", outlet="B Times")]) == 1
    assert settings.read_text(encoding="utf-8").startswith("# mine\n")
    assert [source.name for source in read_settings(desk).sources] == ["A", "B"]
    assert read_settings(desk).sources[1].outlet == "B Times"


def test_a_feed_that_stands_there_is_not_added_twice(desk: Path) -> None:
    feed = Source(name="B", url="https://b.example/feed", kind="feed")
    assert add_sources(desk, [feed, feed]) == 1
    assert add_sources(desk, [feed]) == 0


def test_opml_goes_in_and_out(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(OPML, encoding="utf-8")
    done = CliRunner().invoke(app, ["sources", "import", str(file), "--desk", str(desk)])
    assert (done.exit_code, "2 added" in done.stderr) == (0, True)
    out = tmp_path / "out.opml"
    assert CliRunner().invoke(app, ["sources", "export", str(out), "--desk", str(desk)]).exit_code == 0
    assert "https://harbour.example/feed.xml" in out.read_text(encoding="utf-8")
    again = CliRunner().invoke(app, ["sources", "import", str(out), "--desk", str(desk)])
    assert "0 added" in again.stderr


def test_a_file_that_is_not_there_is_told(desk: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        CliRunner().invoke(
            app, ["sources", "import", str(tmp_path / "no.opml"), "--desk", str(desk)], catch_exceptions=False
        )
