"""Text as it may be printed."""

import json

import pytest

from wiredesk.extract import extract
from wiredesk.kit.text import printable, squeeze, whole
from wiredesk.types import Page, PageKind

CONTROLS = "Ring\x00\x01\x07\x1b[31m\x7f\x82\ufffe\uffff the bell"


def test_controls_are_left_out_and_blanks_stay() -> None:
    assert printable(CONTROLS) == whole(CONTROLS) == squeeze(CONTROLS) == "Ring[31m the bell"
    assert printable("one\ttwo\r\nthree\x0b\x0cfour\x85five") == "one\ttwo\r\nthree\x0b\x0cfour\x85five"


SENTENCE = f"The mayor of Lysa said on Tuesday that {CONTROLS} stood on the bridge, and that it would be opened soon."
REST = " ".join(
    f"It had been planned for {years} years, he said, and had cost more than that." for years in range(20, 30)
)
RECORD = json.dumps({"headline": CONTROLS, "outlet": CONTROLS, "byline": f"By Eve {CONTROLS}", "text": SENTENCE})
HTML = (
    f"<html><head><meta charset=utf-8><title>Ring&#7;&#27;[31m</title><script type='application/ld+json'>{RECORD}"
    f"</script></head><body><article><h1>Ring&#1;&#x1b; the bell</h1><p>{SENTENCE}</p><p>{REST}</p></article>"
)


CAPTURE = f"Bells\n\n{SENTENCE}\n\n{REST}\n"


@pytest.mark.parametrize(("kind", "data"), [("record", RECORD), ("html", HTML), ("text", CAPTURE)])
def test_no_article_carries_a_control_into_a_page_or_a_terminal(kind: PageKind, data: str) -> None:
    article = extract(Page(kind=kind, data=data.encode()))
    said = [article.headline, article.outlet, article.credit, *article.byline, *article.body, *article.lead]
    assert any(one and "the bell stood" in one for one in said)
    assert [one for one in said if one and printable(one) != one] == []
