"""What became of each line of a page, and why."""

import json
from pathlib import Path

from wiredesk import Page
from wiredesk.extract import explain
from wiredesk.extract.body.reasons import say
from wiredesk.extract.captures.reasons import say as say_of_captures
from wiredesk.extract.weights import weights_of

CASES = Path(__file__).parent.parent / "cases" / "extract"
PAGE = """<html><head><title>Bridge over the Orle opens - Ferry Post</title></head><body>
<div class="top"><a href="/">Ferry Post</a></div>
<article><h1>Bridge over the Orle opens</h1><p class="byline">By Nela Corvane</p>
<time datetime="2026-03-04">March 4, 2026</time>
<p>The new bridge over the Orle opened to traffic on Wednesday, two years later than planned, the city said.</p>
<p>It carries four lanes and a tramway, and cost more than twice what the council had been promised in spring.</p>
<figure><img src="a.jpg"><figcaption>Cars cross the new bridge over the Orle. (Photo: Imre Dall)</figcaption></figure>
<p>Drivers had waited since the old bridge was closed for repairs that never ended, the mayor told reporters.</p>
<div class="related-articles"><h3>Related</h3><ul><li><a href="/1">Ferry fares to rise again in June</a></li>
<li><a href="/2">Harbour board chooses a new chair</a></li></ul></div>
</article><footer><p>© 2026 Ferry Post. All rights reserved.</p></footer></body></html>"""


def roles() -> dict[str, str]:
    return {line.text: line.role for line in explain(Page.html(PAGE)).lines}


def test_every_line_of_the_page_is_told_with_what_it_was_taken_for() -> None:
    found = roles()
    assert found["Bridge over the Orle opens"] == "headline"
    assert found["By Nela Corvane"] == "byline"
    assert found["March 4, 2026"] == "day"
    assert found["Cars cross the new bridge over the Orle. (Photo: Imre Dall)"] == "caption"
    assert [role for text, role in found.items() if text.startswith(("The new", "It carries", "Drivers"))] == [
        "body"
    ] * 3
    assert found["Ferry fares to rise again in June"] in {"left out", "outside"}
    assert found["© 2026 Ferry Post. All rights reserved."] in {"left out", "outside"}


def test_what_was_kept_is_what_the_article_has() -> None:
    explanation = explain(Page.html(PAGE))
    assert tuple(line.text for line in explanation.lines if line.role == "body") == explanation.article.body


def test_a_line_left_out_or_kept_by_its_weights_says_why() -> None:
    for line in explain(Page.html(PAGE)).lines:
        if line.role in {"body", "left out", "outside"}:
            assert line.why, line.text


def test_a_capture_is_told_line_by_line() -> None:
    text = "Bridge opens\n\nBy Nela Corvane\n\n" + "\n\n".join(
        f"The bridge number {number} over the Orle opened to traffic on Wednesday, the city said."
        for number in range(4)
    )
    assert [line.role for line in explain(Page.text(text)).lines][-4:] == ["body"] * 4


def test_what_is_no_text_has_no_lines() -> None:
    explanation = explain(Page(kind="unknown", data=b"\x89PNG\r\n\x1a\n" + bytes(64)))
    assert explanation.lines == ()
    assert explanation.article.problems


def test_every_learned_sign_has_words() -> None:
    assert [sign for sign in weights_of("body") if sign != "all" and say(sign) == sign] == []


CAPTURE = """Ferry Post
Home
Sport

Bridge opens to traffic
By Nela Corvane
March 4, 2026

The new bridge over the Orle opened to traffic on Wednesday, two years later than planned, the city said.

It carries four lanes and a tramway, and cost more than twice what the council had been promised in spring.

Sign up for our newsletter to get the news of the river in your inbox every morning.

Drivers had waited since the old bridge was closed for repairs that never ended, the mayor told reporters.

Latest news
Ferry fares to rise again in June
© 2026 Ferry Post. All rights reserved.
"""


def test_a_line_of_a_capture_says_why_it_was_kept_or_left_out() -> None:
    lines = {line.text: line for line in explain(Page.text(CAPTURE)).lines}
    assert all(line.why for line in lines.values() if line.role in {"body", "left out"})
    asked = next(line for text, line in lines.items() if text.startswith("Sign up"))
    assert (asked.role, "was taken for furniture" in asked.why) == ("left out", True)
    kept = next(line for text, line in lines.items() if text.startswith("It carries"))
    assert kept.role == "body"
    assert not any(":" in clause for line in lines.values() for clause in line.why)


def test_every_sign_of_a_capture_has_words() -> None:
    told = {sign: say_of_captures(sign) for sign in weights_of("capture")}
    assert [sign for sign, words in told.items() if sign != "all" and (not words or words == sign)] == []


def test_what_the_file_of_a_site_takes_out_is_shown_with_that_reason() -> None:
    folder = next(CASES.glob("site-*"))
    given = json.loads((folder / "given.json").read_text(encoding="utf-8"))
    page = Page(kind="html", data=next(folder.glob("page.*")).read_bytes(), url=given["url"])
    told = [line for line in explain(page).lines if any("on this site alone" in clause for clause in line.why)]
    assert told
    assert {line.role for line in told} == {"left out"}
