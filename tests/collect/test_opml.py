import pytest

from wiredesk.collect.opml import read_opml, write_opml
from wiredesk.types import Source

OPML = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Reading</title></head><body>
  <outline text="Harbour Courier" type="rss" xmlUrl="https://harbourcourier.example/feed.xml" htmlUrl="https://x.example"/>
  <outline text="Papers">
    <outline title="Sport"><outline text="Oarsman" type="rss" xmlUrl="https://oarsman.example/rss"/></outline>
    <outline text="Economy, business and finance">
      <outline text="Ledger &amp; Sons" type="rss" xmlUrl="https://ledger.example/feed?a=1&amp;b=2"/>
      <outline text="Oarsman again" type="rss" xmlUrl="https://oarsman.example/rss"/>
    </outline>
  </outline>
  <outline text="Harbour Courier" type="rss" xmlUrl="feed://harbourcourier.example/city.xml"/>
  <outline type="rss" xmlUrl="https://untitled.example/atom"/>
  <outline text="A file" type="rss" xmlUrl="file:///etc/passwd"/>
  <outline text="A page" type="link" url="https://page.example/"/>
</body></opml>"""


def test_the_feeds_of_a_list_become_sources_with_the_sections_of_their_folders() -> None:
    sources, problems = read_opml(OPML, "reading.opml")
    assert [(one.name, one.url, one.kind, one.section) for one in sources] == [
        ("Harbour Courier", "https://harbourcourier.example/feed.xml", "feed", None),
        ("Oarsman", "https://oarsman.example/rss", "feed", "sport"),
        ("Ledger & Sons", "https://ledger.example/feed?a=1&b=2", "feed", "economy"),
        ("Harbour Courier (2)", "https://harbourcourier.example/city.xml", "feed", None),
        ("untitled.example", "https://untitled.example/atom", "feed", None),
    ]
    assert [(one.source, one.message) for one in problems] == [("reading.opml", "no web address: file:///etc/passwd")]


def test_a_list_that_is_written_reads_back_as_it_was() -> None:
    sources = [
        Source(name='Papers & "more" <1>', url="https://papers.example/feed?a=1&b=2", kind="feed", section="sport"),
        Source(name="Küstenblatt\x00", url="https://kuestenblatt.example/rss", kind="feed"),
        Source(name="Oarsman", url="https://oarsman.example/rss", kind="feed", section="sport", owner="Tidewater"),
        Source(name="A folder", url="pages"),
        Source(name="A file", url="feeds/feed.xml", kind="feed"),
    ]
    written = write_opml(sources, "The desk's feeds")
    read, problems = read_opml(written)
    assert problems == []
    assert sorted((one.name, one.url, one.section) for one in read) == [
        ("Küstenblatt", "https://kuestenblatt.example/rss", None),
        ("Oarsman", "https://oarsman.example/rss", "sport"),
        ('Papers & "more" <1>', "https://papers.example/feed?a=1&b=2", "sport"),
    ]
    assert write_opml(read, "The desk's feeds") == written
    assert b"<title>The desk's feeds</title>" in written


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is no OPML"),
        (b"<html><body><p>A page", "this is no OPML"),
        (b"\x00\xff\xfe nonsense", "this is no OPML"),
        (b"<rss><channel></channel></rss>", "this is no OPML"),
        (b'<opml version="2.0"><body></body></opml>', "this list names no feed"),
    ],
)
def test_what_is_no_list_of_feeds_is_a_problem(data: bytes, message: str) -> None:
    sources, problems = read_opml(data)
    assert (sources, [one.message for one in problems]) == ([], [message])


def test_of_a_list_that_is_cut_what_can_be_read_is_kept() -> None:
    sources, _ = read_opml(OPML[: OPML.index(b"Economy")])
    assert [one.name for one in sources] == ["Harbour Courier", "Oarsman"]
